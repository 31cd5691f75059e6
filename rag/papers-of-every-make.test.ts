import { askedPapers } from '../test/asked-papers.ts';

const ask = askedPapers({
  'cabins.txt': `Pine Lake Cabins

The price includes:
- bed linen
- firewood

Not included:
- towels
- tourist tax

You may not bring:
- pets
- fireworks
- drones

Please bring:
- a torch
- slippers`,
  'menu.txt': `Osteria Lume

Risotto with porcini (VG, GF) 16.00
Gnocchi al pesto (VG, N) 14.50
Lentil ragout (V) 13.00

V = vegan, VG = vegetarian, GF = gluten free, N = contains nuts`,
  'museum.txt': `Maritime Museum Helsbo

Adults 14.00 EUR
Saturday, Sunday 10:00-20:00 **
Submarine tour ³ 6.00 EUR

** last entry at 19:15
³ not suitable for wheelchair users`,
  'letter.txt': `Dear guests,

you find us here:

Pension Waldruh
Frau Gerti Holzer
Am Sonnenhang 12
6764 Lech
Austria`,
  'park.html': `<h1>Canyon Park</h1><p>What is not allowed in the park:</p>
    <ul><li>smoking</li><li>glass bottles</li></ul><p>Excluded from the ticket are:</p>
    <ul><li>the cable car</li><li>guided walks</li></ul>`,
});

test.each([
  ['are towels included at Pine Lake?', 'Not included: towels [1].'],
  ['is firewood included?', 'The price includes: firewood [1].'],
  ['can we bring our drone to the cabins?', 'You may not bring: drones [1].'],
  ['should we bring slippers to the cabins?', 'Please bring: slippers [1].'],
  ['can we smoke in the canyon park?', 'What is not allowed in the park: smoking [1].'],
  ['is the cable car included at Canyon Park?', 'Excluded from the ticket are: the cable car [1].'],
])('an item of a list is told with what introduces it: %j', async (question, told) => {
  expect(await ask(question)).toBe(told);
});

test.each([
  ['is the lentil ragout vegan?', 'Osteria Lume: Lentil ragout (V) 13.00 … V = vegan [1].'],
  [
    'can wheelchair users join the submarine tour?',
    'Maritime Museum Helsbo: Submarine tour ³ 6.00 EUR … ³ not suitable for wheelchair users [1].',
  ],
  [
    'until when can we enter the museum on Sunday?',
    'Maritime Museum Helsbo: Saturday, Sunday 10:00-20:00 ** … ** last entry at 19:15 [1].',
  ],
])('a line with a mark is told with what the mark means: %j', async (question, told) => {
  expect(await ask(question)).toBe(told);
});

test('an address that is set on several lines is told whole', async () => {
  expect(await ask('what is the address of Pension Waldruh?')).toContain(
    'Pension Waldruh, Frau Gerti Holzer, Am Sonnenhang 12, 6764 Lech, Austria [1].',
  );
});
