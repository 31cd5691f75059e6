import { askedPapers } from '../../test/asked-papers.ts';

const ask = askedPapers({
  'tower.md':
    '# Tower Alba\n\nDogs may climb along on a lead.\n\nGrown-ups pay EUR 7.\n\nOpen from 10:00 to 17:00.\n\nIt is 900 m from the harbour.',
  'grotto.html':
    '<h1>Grotto Brina</h1><p>Dogs wait outside.</p><p>Grown-ups pay EUR 12.50.</p><p>Open from 9:00 to 16:00.</p><p>It is 2.4 km from the harbour.</p>',
  'crew.md': '# Who comes\n\nMoreau: Luc, Aude, Remi (9, 1.36 m), dog Pistou',
});

describe('a question of two things', () => {
  it('is asked of a pet as what it is, at each of two places', async () => {
    expect(await ask('can pistou come up the tower')).toMatch(/on a lead \[1\]/);
    expect(await ask('is pistou ok in the grotto?')).toMatch(/Dogs wait outside \[1\]/);
  });

  it('weighs two prices, however it is said', async () => {
    for (const question of ['is the tower or the grotto cheaper?', 'is the grotto more expensive than the tower'])
      expect(await ask(question)).toMatch(/EUR (?:7|12\.50) is (?:less|more) than EUR (?:12\.50|7) \[\d\]\[\d\]\.$/);
  });

  it('weighs two ways, in whichever unit each is written', async () => {
    expect(await ask('which is nearer to the harbour, the tower or the grotto?')).toMatch(
      / 900 m is less than 2\.4 km \[1\]\[2\]\.$/,
    );
  });
});
