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
])('%j asks for %s', (question, kind) => {
  expect(kindAsked(question)).toBe(kind);
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
