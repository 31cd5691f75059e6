import { askedPapers } from '../../test/asked-papers.ts';

const PAPERS: Readonly<Record<string, string>> = {
  'slides.md': [
    '# Aqua park Lagoa',
    'The tube slide is for guests from 8 years.',
    'Dogs up to 15 kg are welcome in the garden.',
    'A locker costs EUR 4.50.',
    'A sunbed costs EUR 7.',
    'A cabana costs USD 60.',
    'There is no restaurant.',
    'After 16:00 nobody pays for parking.',
  ].join('\n\n'),
  'boats.md': ['# Boats for hire', '| What | EUR |\n|---|---|\n| Kayak | 15 |\n| Canoe | 22.50 |'].join('\n\n'),
  'guesthouse.md': ['# Guesthouse Pinho', 'The studio is EUR 96.50 a night.', 'Check-out is at 10:30.'].join('\n\n'),
  'families.md': ['# Who comes', 'Moreira: Ana, Rui, Leo (6, 1.18 m), Mia (9, 1.36 m)'].join('\n\n'),
};

const ask = askedPapers(PAPERS);

describe('what follows from what the papers say', () => {
  it('tells a person’s age from one paper with the rule of another, and concludes', async () => {
    expect(await ask('is leo old enough for the tube slide?')).toBe(
      'No, Leo is under 8 years: The tube slide is for guests from 8 years [1]. Moreira: Ana, Rui, Leo (6, 1.18 m), Mia (9, 1.36 m) [2].',
    );
    expect(await ask('is mia old enough for the tube slide?')).toMatch(
      /^Yes, Mia is over 8 years: .*\[1\]\. Moreira.*\[2\]\.$/,
    );
  });

  it('holds what the asker tells against the rule', async () => {
    expect(await ask('can we bring our dog, he has 28 kg?')).toMatch(/^No, that is over 15 kg: Dogs up to 15 kg/);
    expect(await ask('can we bring our dog, he has 12 kg?')).toMatch(/^That is under 15 kg: Dogs up to 15 kg/);
  });

  it('adds up what is asked for in one breath, and multiplies a price for one, with the working shown', async () => {
    expect(await ask('how much is a locker plus a sunbed')).toMatch(/ EUR 4\.50 \+ EUR 7 = EUR 11\.50 \[1\]\.$/);
    expect(await ask('what does the studio cost for 3 nights')).toMatch(/ 3 x EUR 96\.50 = EUR 289\.50 \[1\]\.$/);
  });

  it('adds up no two currencies, and no price that may be for another number', async () => {
    expect(await ask('how much is a locker plus a cabana')).not.toContain('=');
    expect(await ask('how much are 2 lockers plus a sunbed')).not.toContain('=');
    expect(await ask('what does the studio cost for 4 adults')).not.toContain('=');
  });

  it('weighs two against each other', async () => {
    expect(await ask('which is cheaper: a locker or a sunbed')).toMatch(/ EUR 4\.50 is less than EUR 7 \[1\]\.$/);
  });

  it('reads the unit of a price in the heading of its column', async () => {
    expect(await ask('how much is a kayak')).toBe('Kayak - EUR: 15 [1].');
    expect(await ask('which is cheaper: the kayak or the canoe')).toMatch(/ EUR 15 is less than EUR 22\.50 \[1\]\.$/);
  });

  it('begins with no where a sentence plainly denies what is asked', async () => {
    expect(await ask('is there a restaurant?')).toBe('No: There is no restaurant [1].');
  });
});
