import { askedPapers } from '../../test/asked-papers.ts';

const ask = askedPapers({
  'tower.md':
    '# Tower Alba\n\nDogs may climb along on a lead.\n\nGrown-ups pay EUR 7.\n\nOpen from 10:00 to 17:00.\n\nIt is 900 m from the harbour.',
  'grotto.html':
    '<h1>Grotto Brina</h1><p>Dogs wait outside.</p><p>Grown-ups pay EUR 12.50.</p><p>Open from 9:00 to 16:00.</p><p>It is 2.4 km from the harbour.</p>',
  'huts.html':
    '<h1>Huts Larico</h1><p>Huts may be occupied from 15:30 and must be empty by 10:30.</p><p>Breakfast is brought at 8:00.</p>',
  'mail.txt':
    'Dear all, you can come from 14:30 that day, the huts are free before.\n\nYour shuttle to the valley leaves at 11:10.',
  'trains.txt':
    'Train to the plain, both on Friday.\n\nThe train leaves at 11:40 from Alba.\n\nThe train leaves at 12:25 from the junction.',
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

  it('tells both times where two papers name another one for the same', async () => {
    expect(await ask('from what time can we have the huts')).toMatch(
      /15:30 .*\[1\]\. But mail\.txt says: .*14:30 that day.*\[2\]/,
    );
  });

  it('holds the end of the one against the other, which does not wait, and says what lies between', async () => {
    for (const question of [
      'do we make it to the shuttle if we leave the huts at the latest time?',
      'is there enough time between check-out and the shuttle',
      'can we catch the shuttle after check-out?',
    ])
      expect(await ask(question)).toMatch(
        /empty by 10:30 \[1\]\..*leaves at 11:10 \[2\]\. 10:30 to 11:10 = 40 min \[1\]\[2\]\.$/,
      );
    expect(await ask('do we make it to the train if we leave the huts at the latest time?')).not.toContain(' = ');
    expect(await ask('is there time between check-out and breakfast?')).toMatch(
      /^No: .* 8:00 is earlier than 10:30 \[1\]\.$/,
    );
  });
});
