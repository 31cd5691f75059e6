import { askedPapers } from '../../test/asked-papers.ts';

/** Guides and lists have a name and then words without a verb: what the first of them say holds for all that follow. */
const ask = askedPapers({
  'guide.md': `# Porto with children

## Fabrica do Azulejo
Tile museum, indoor. Open 10:00-18:00, closed on Mondays. Tickets: EUR 10 adult, children under 12 free. Step-free, with a lift.

## Casa do Vapor
Hands-on science museum, indoor. Open 9:30-17:00, closed on Tuesdays. Tickets: EUR 12 adult, EUR 9 child.

## Torre Velha
Castle ruins and peacocks, outdoor. Open daily 9:00-21:00. Steep, with many stairs. The peacocks are fed at 11:30.
`,
  'restaurants.html': `<h1>Where to eat near the hotel</h1>
<h2>Horta Nova</h2><p>Restaurant, vegetarian. About EUR 17 a person. Open 12:00-22:00, closed on Sundays.</p>
<h2>Tasca do Rio</h2><p>Restaurant, fish and seafood. About EUR 31 a person. Open 12:00-22:30, closed on Mondays. Vegetarian dishes, nut-free kitchen.</p>
<h2>Quiosque</h2><p>Kiosk with lunch in the garden. About EUR 9 a person. Open 9:00-19:00 daily. Vegetarian sandwiches, nut-free on request.</p>`,
});

test.each([
  ['is the science museum open on tuesday', /^Casa do Vapor: Open 9:30-17:00, closed on Tuesdays \[1\]\./],
  ['when is the tile museum open', /^Fabrica do Azulejo: Open 10:00-18:00, closed on Mondays \[1\]\./],
  ['is the castle open on monday', /^Torre Velha: Open daily 9:00-21:00 \[1\]\./],
  ['is the tile museum free for kids', /^Fabrica do Azulejo - Tickets: EUR 10 adult, children under 12 free \[1\]\./],
])('"%s" is answered by the entry whose description it names', async (question, answer) => {
  expect(await ask(question)).toMatch(answer);
});

test('what another kind of place is open at is not held against a museum', async () => {
  const answer = await ask('what time does the museum open on sunday');
  expect(answer).toMatch(/Fabrica do Azulejo: Open 10:00-18:00|Casa do Vapor: Open 9:30-17:00/);
  expect(answer).not.toMatch(/restaurants|Tasca|Horta|Torre/);
});

test('bare words are told with the name of what they are said of, and a sentence is not', async () => {
  expect(await ask('is there a vegetarian restaurant')).toMatch(/^Horta Nova: Restaurant, vegetarian \[1\]/);
  expect(await ask('when are the peacocks fed')).toBe('The peacocks are fed at 11:30 [1].');
});
