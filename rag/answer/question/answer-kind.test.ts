import { holdsAnswer, kindAsked } from './answer-kind.ts';

test.each([
  [
    'how often does the tram run',
    'rate',
    'Line 3 goes to the castle every ten minutes.',
    'The tram leaves from the square.',
  ],
  ['how many times a day is there a boat', 'rate', 'There are 4 sailings a day.', 'The boat takes 40 minutes.'],
  ['which colour is the harbour ferry', 'colour', 'The harbour ferry is blue.', 'The harbour ferry is number 7.'],
  ['how hot is the sauna', 'heat', 'The sauna is kept at 85 °C.', 'The sauna takes an hour to get warm.'],
  ['how warm is the lake', 'heat', 'The lake is warm in August.', 'Warm meals are served by the lake.'],
  [
    'address of the hostel',
    'address',
    'Hostel Nyhavn, Kaj Bredgade 14, 1260 Copenhagen',
    'Free for children of 4 to 11, with a bed.',
  ],
] as const)('"%s" asks for a %s', (question, kind, answer, none) => {
  expect(kindAsked(question)).toBe(kind);
  expect(holdsAnswer(kind, answer)).toBe(1);
  expect(holdsAnswer(kind, none)).toBe(-1);
});

test.each([
  ['day ticket child', 'money'],
  ['family pass for the lift and the tower?', 'money'],
  ['lost ticket', 'open'],
  ['is there a ticket office', 'yes-no'],
  ['can my sister who is 21 drive the car', 'yes-no'],
  ['who is driving', 'person'],
  ['when is the balance due', 'time'],
  ['when is the car due back', 'clock'],
  ['can he take his phone to the camp', 'yes-no'],
  ['how much water should we carry', 'number'],
  ['when the siren goes off what should we do', 'case'],
])('%j asks for %s', (question, kind) => {
  expect(kindAsked(question)).toBe(kind);
});

test.each([
  ['when does the little one nap', 'She naps from 1 to 3.'],
  ['when do they have to wear it', 'Vests are worn whenever the boat moves.'],
  ['what day is his birthday', 'His birthday is on the 6th.'],
  ['which bus goes up to the fort', 'Bus 14 from the market stops there.'],
  ['how do we get back from the island', 'Return by bus from the pier.'],
  ['what is the address of the clinic', 'Urgent care: Bay Medical, 12 Elm Street, daily 8 to 8.'],
  ['what is our reservation number', 'Reservation: QX-7731'],
  ['wifi password', 'Two networks, both open with figs2031.'],
  ['until what time does it go', 'There is music until 2 at night.'],
  ['how early must we be at the bus', 'Be there 30 minutes early.'],
] as const)('%j may be answered by %j', (question, sentence) => {
  expect(holdsAnswer(kindAsked(question), sentence)).toBeGreaterThan(0);
});

test.each([
  ['which', 'Bus 11 from the fish market'],
  ['address', 'Urgent care: 44 Elm Street, daily 8 to 8'],
  ['time', 'Junie naps from 1 to 3.'],
  ['time', 'The birthday is on the 6th.'],
  ['code', 'Invoice CO-0442.'],
  ['clock', 'Come 45 minutes early.'],
] as const)('a %s is told by "%s"', (kind, text) => {
  expect(holdsAnswer(kind, text)).toBeGreaterThan(0);
});

test('a price that is written as a time might be is none', () => {
  for (const price of ['EUR 3.20 adult, EUR 3.20 child.', 'It is 12.50 € each.', '$8.15'])
    expect([holdsAnswer('clock', price), holdsAnswer('time', price)]).toEqual([-1, -1]);
  expect(holdsAnswer('clock', 'The door shuts at 20.15.')).toBe(1);
});

test('what follows a semicolon may be the reason, and "because" says so', () => {
  const says = holdsAnswer('reason', 'No music late, because the walls are thin.');
  const follows = holdsAnswer('reason', 'No music after 22:30; the neighbours sleep above.');
  expect(says).toBeGreaterThan(follows);
  expect(follows).toBeGreaterThan(holdsAnswer('reason', 'No music after 22:30.'));
});

test('the length of a thing is half an answer to how long it is, and how long it takes a whole one', () => {
  const lasts = holdsAnswer('duration', 'It takes 40 minutes.');
  const measures = holdsAnswer('duration', 'The run is 4.2 kilometres long.');
  expect(lasts).toBeGreaterThan(measures);
  expect(measures).toBeGreaterThan(holdsAnswer('duration', 'The run is lit.'));
});
