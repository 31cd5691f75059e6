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
