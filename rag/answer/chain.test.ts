import { askedPapers } from '../../test/asked-papers.ts';

const ask = askedPapers({
  'gasthof.md': [
    '# Gasthof Erlenhof',
    '## Rooms',
    '| Room | Bed | Price per night |',
    '|---|---|---|',
    '| Swallow room | one wide bed | EUR 84 |',
    '| Heron room | two narrow beds | EUR 96 |',
    '| Attic | mattress on the floor | EUR 52 |',
  ].join('\n'),
  'boats.html':
    '<h1>Boats at the pier</h1><table><tr><th>Boat</th><th>One hour</th><th>Half day</th></tr>' +
    '<tr><td>Rowing boat, 4 people</td><td>EUR 14</td><td>EUR 38</td></tr>' +
    '<tr><td>Pedal boat, 5 people</td><td>EUR 19</td><td>EUR 51</td></tr></table>',
  'who-sleeps-where.txt': [
    'Who sleeps where, and what is booked',
    '',
    'Mira and Tove take the Heron room, Joris the Swallow room because of his back.',
    '',
    'Lotte has booked the rowing boat on Friday, half day, under her name.',
    '',
    'Ewan has not chosen between the Attic and the Heron room.',
    '',
    'Wed: climbing with Selma.',
    '',
    'Sat: canoes with Ragnar.',
  ].join('\n'),
  'bakery.md': '# Mill bakery\n\nOpen Tue-Thu 6:30-11:00.\n',
});

describe('a question of a thing that another paper tells apart', () => {
  it('is answered by the row that the other line names, with both lines and their papers', async () => {
    expect(await ask('what kind of bed does joris get')).toMatch(
      /Swallow room - Bed: one wide bed.*\[1\]\..*Joris the Swallow room.*\[2\]\.$/,
    );
    expect(await ask('what kind of bed do mira and tove get')).toMatch(/Heron room - Bed: two narrow beds/);
  });

  it('is answered by the row of what is asked, where the other line names one of its columns', async () => {
    expect(await ask('what does the rowing boat cost for the time lotte booked')).toMatch(
      /Rowing boat.*Half day: EUR 38 \[1\]\. Lotte has booked .*half day/,
    );
  });

  it('is answered by what holds on the day that the other line is of', async () => {
    expect(await ask('is the bakery open on the day we climb with selma')).toMatch(
      /Tue-Thu 6:30-11:00 \[1\]\. .*Wed: climbing with Selma \[2\]/,
    );
  });

  it('tells no row where the line may lead to two, and none that lacks what is asked', async () => {
    expect(await ask('what kind of bed does ewan get')).not.toMatch(/Attic - |Heron room - /);
    expect(await ask('does joris get a balcony')).not.toContain('Swallow room - ');
    expect(await ask('is the bakery open on the day we canoe with ragnar')).not.toContain('6:30');
  });
});
