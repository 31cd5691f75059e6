import { saysNothing } from './says-nothing.ts';

test.each(['Who may steer.', 'How to pay', '!', '* *', 'Is the sauna open?', 'Dear guests,', 'Subject: your booking'])(
  '%j answers nothing',
  (text) => {
    expect(saysNothing(text, 'yes-no')).toBe(true);
  },
);

test.each([
  'Children from 12 may steer.',
  'When it rains we meet indoors.',
  'Who pays: the hirer',
  'From: pier 2',
  'Where the path forks, keep left.',
])('%j may answer', (text) => {
  expect(saysNothing(text, 'yes-no')).toBe(false);
});

test('a place with its code says where something is and not whether', () => {
  for (const line of ['2870 Fjellsjo', '1100-317 Lisboa', 'Northants NN0 4QX', 'Kettlewater ON K0L 2H0']) {
    expect(saysNothing(line, 'yes-no')).toBe(true);
    expect(saysNothing(line, 'address')).toBe(false);
  }
  expect(saysNothing('Camp shop open 7:00 to 21:00', 'yes-no')).toBe(false);
});
