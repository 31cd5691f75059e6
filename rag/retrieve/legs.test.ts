import { legIn } from './legs.ts';

it.each([
  ['Flight: KV 310 | From: Bremen; To: Pisa; Departure: 8:45', 'bremen', 'pisa'],
  ['Out: Saturday 13 June, KV 310, Bremen 8:45 - Pisa 10:40', 'bremen', 'pisa'],
  ['Bus: Bremen - San Remo', 'bremen', 'san remo'],
  ['Train from Bremen to Pisa', 'bremen', 'pisa'],
])('%j joins two places', (line, from, to) => {
  expect(legIn(line)).toEqual({ from, to });
});

it.each(['Open 9:00 - 17:00', 'Walk to the pier', 'Pisa'])('%j joins none', (line) => {
  expect(legIn(line)).toBeUndefined();
});
