import fc from 'fast-check';
import { unsupported } from './support.ts';

const HOTEL = {
  under: 'hotel-miradouro.pdf > Arrival',
  text: 'Check-in is from 15:20, check-out by 11:00. Breakfast is not included. A baby cot is EUR 9.00 a night.',
};
const BOAT = {
  under: 'guide.md > Boat tour',
  text: 'The boat tour runs on Saturdays at 10:00 from pier 3. Adults EUR 25, children 4-12 EUR 15. No dogs on board. Call Rui Barbosa, +351 21 555 0101.',
};

test.each([
  ['Check-in at the hotel is from 3:20 pm.', [HOTEL]],
  ['You can check in from 15:20 and must check out by 11:00.', [HOTEL]],
  ['A baby cot costs €9 a night.', [HOTEL]],
  ['Breakfast is not included.', [HOTEL]],
  ['Children aged 4 to 12 pay EUR 15.', [BOAT]],
  ['Adults pay 25 euros for the boat tour.', [BOAT]],
  ['The boat tour starts from pier 3 on Saturday at 10 am.', [BOAT]],
  ['Dogs are not allowed on board.', [BOAT]],
  ['The hotel has a cot for EUR 9 a night; adults pay EUR 25 for the boat.', [HOTEL, BOAT]],
] as const)('should let stand what the source says in other words: %s', (sentence, sources) => {
  expect(unsupported(sentence, sources)).toBeUndefined();
});

test.each([
  ['Check-in is from 15:30.', 'value'],
  ['A baby cot costs EUR 90 a night.', 'value'],
  ['A baby cot costs $9 a night.', 'value'],
  ['Check-in is on Sunday from 15:20.', 'value'],
  ['Check-in is until 15:20.', 'bound'],
  ['Check-out is from 11:00.', 'bound'],
  ['Check-in is at 11:00.', 'another-value'],
  ['Breakfast is included.', 'negation'],
  ['A baby cot is not available.', 'negation'],
  ['A heated baby cot is EUR 9.', 'word'],
  ['Check-in at the Hilton is from 15:20.', 'name'],
  ['See https://evil.example/?d=9 for the baby cot.', 'value'],
  ['Write to pay@evil.example about breakfast.', 'value'],
  ['It is so.', 'nothing-said'],
  ['EUR 9.', 'nothing-said'],
] as const)('should drop what it does not say: %s', (sentence, why) => {
  expect(unsupported(sentence, [HOTEL])).toBe(why);
});

test.each([
  ['Children pay EUR 25.', 'another-value'],
  ['Adults pay EUR 15.', 'another-value'],
  ['Dogs are on board.', 'negation'],
  ['Call Maria Barbosa, +351 21 555 0101.', 'name'],
  ['Call Rui Barbosa, +351 21 555 0102.', 'value'],
] as const)('should drop what is said of something else: %s', (sentence, why) => {
  expect(unsupported(sentence, [BOAT])).toBe(why);
});

test('should hold a sentence to the passage it cites, and to no other', () => {
  expect(unsupported('A baby cot is EUR 9.', [BOAT])).toBeDefined();
  expect(unsupported('A baby cot is EUR 9.', [])).toBe('nothing-said');
});

test('should never let a number through that the source does not hold', () => {
  fc.assert(
    fc.property(fc.integer({ min: 16, max: 99_999 }), (amount) => {
      const kept = unsupported(`A baby cot is EUR ${amount} a night.`, [HOTEL]) === undefined;
      expect(kept).toBe(false);
    }),
  );
});

/** Sentences as people read them, written as models word them: by what they are from, true ones first, then false ones. */
const DOCUMENTS: readonly (readonly [
  under: string,
  passages: readonly string[],
  truths: readonly string[],
  lies: readonly string[],
])[] = [
  [
    'hotel.pdf > Arrival and departure',
    [
      'Check-in is from 15:20, at the side door in Rua das Flores.',
      'Check-out is until 11:00.',
      'Luggage can be left at the desk all day.',
    ],
    [
      'You can check in from 15:20 at the side door in Rua das Flores.',
      'Check-in starts at 3:20 pm at the side door.',
      'You need to check out by 11:00.',
      'Check-out is at 11:00 at the latest.',
      'You can leave your luggage at the desk all day.',
    ],
    ['Check-in is until 15:20.', 'Check-out is at 15:20.', 'Check-in is from 11:00.'],
  ],
  [
    'hotel.pdf > With children',
    [
      'A baby cot is EUR 9 a night and must be ordered two days ahead.',
      'High chairs are free of charge.',
      'Children under six have breakfast for free.',
    ],
    [
      'A baby cot costs EUR 9 per night and has to be ordered two days in advance.',
      'High chairs are free.',
      'Breakfast is free for children under six.',
    ],
    ['A baby cot is free of charge.', 'High chairs cost EUR 9.', 'Children under nine have breakfast for free.'],
  ],
  [
    'hotel.pdf > Breakfast',
    ['Breakfast is served from 7:30 to 10:30 in the courtyard, EUR 12 for each adult and day.'],
    ['Breakfast runs from 7:30 to 10:30 in the courtyard and costs EUR 12 per adult per day.'],
    ['Breakfast is served until 7:30.', 'Breakfast is included.', 'Adults have breakfast for free.'],
  ],
  [
    'hotel.pdf > Getting around the house',
    [
      'A lift goes to every floor and there are no steps between the lift and the rooms.',
      'The roof terrace can only be reached by stairs.',
    ],
    [
      'Yes, there is a lift to every floor.',
      'Yes, the house has a lift to every floor, with no steps to the rooms.',
      'The roof terrace is only reachable by stairs.',
    ],
    ['There are steps between the lift and the rooms.', 'The roof terrace can be reached by lift.'],
  ],
  [
    'hotel.pdf > Parking and pets',
    ['The garage in Rua do Alecrim costs EUR 18 a day.', 'Dogs are welcome for EUR 10 a night; other pets are not.'],
    [
      'Parking in the garage in Rua do Alecrim is EUR 18 a day.',
      'Dogs are welcome for EUR 10 a night, but other pets are not allowed.',
    ],
    ['Cats are welcome for EUR 10 a night.', 'Other pets are welcome.', 'The garage is free.'],
  ],
  [
    'guide.md > Museu do Azulejo',
    ['Tile museum, indoor.', 'Open 10:00-18:00, closed on Mondays.', 'Tickets: EUR 10 adult, children under 12 free.'],
    [
      'The tile museum is open from 10:00 to 18:00 and closed on Mondays.',
      'Adults pay EUR 10; children under 12 get in free.',
    ],
    ['The museum is open on Mondays.', 'Children under 12 pay EUR 10.', 'Adults get in free.'],
  ],
  [
    'flight.eml > Your booking',
    [
      'Flight TP 1234 departs London Heathrow on Friday 11 June 2027 at 07:45 and lands in Lisbon at 10:30.',
      'One cabin bag of up to 8 kg per person is included; checked bags cost GBP 32 each.',
      'Booking reference: QX7P2L.',
    ],
    [
      'Your flight TP 1234 leaves London Heathrow at 7:45 am on Friday 11 June and lands in Lisbon at 10:30.',
      'A checked bag is £32.',
      'Your booking reference is QX7P2L.',
    ],
    [
      'Flight TP 1234 lands at 07:45.',
      'The flight leaves Lisbon at 10:30.',
      'The flight is on Saturday 12 June.',
      'Checked bags are included.',
      'A cabin bag costs GBP 32.',
      'Bags of up to 32 kg are included.',
    ],
  ],
  [
    'car.pdf > Rental',
    [
      'The deposit of EUR 300 is blocked on the card and released within 14 days after return.',
      'A child seat costs EUR 7 per day. Drivers under 25 pay EUR 15 per day extra.',
    ],
    [
      'A deposit of EUR 300 is blocked on the card and released within 14 days after the return.',
      'The child seat is EUR 7 a day.',
      'Drivers under 25 pay an extra EUR 15 per day.',
    ],
    [
      'The deposit is EUR 15.',
      'The deposit is not released.',
      'A child seat costs EUR 15 per day.',
      'Drivers under 25 pay EUR 7 per day.',
    ],
  ],
  [
    'zoo.html > Prices',
    ['Adults EUR 24.50, children 3-12 EUR 16.50, under 3 free. Family ticket (2 adults, 2 children) EUR 72.'],
    [
      'Adults pay EUR 24.50 and children from 3 to 12 pay EUR 16.50.',
      'Children under 3 get in free.',
      'A family ticket for 2 adults and 2 children is EUR 72.',
    ],
    ['Children pay EUR 24.50.', 'Adults get in free.', 'A family ticket is EUR 16.50.'],
  ],
  [
    'apartment.docx > House rules',
    [
      'No smoking inside. Quiet hours are from 22:00 to 8:00. Pets are not allowed.',
      'The key box code is 4471. It hangs left of the door.',
    ],
    [
      'Smoking inside is not allowed.',
      'Pets are not allowed.',
      'Quiet hours run from 22:00 to 8:00.',
      'The code of the key box is 4471.',
    ],
    ['Smoking is allowed inside.', 'Pets are allowed.', 'Quiet hours are until 22:00.', 'It hangs right of the door.'],
  ],
  [
    'Ana (Silva), Mon 1 Mar',
    ['We land at ten, so let us meet at the fountain at noon.'],
    ['Meet at the fountain at noon.'],
    ['Meet at the fountain at ten.', 'Ana will pay for everyone.'],
  ],
  [
    'insurance.pdf > Cover',
    ['Cancellation because of illness is covered up to EUR 2,000 per person. Pre-existing conditions are excluded.'],
    [
      'Cancellation because of illness is covered up to EUR 2,000 per person.',
      'Pre-existing conditions are not covered.',
    ],
    ['Pre-existing conditions are covered.', 'Cancellation is covered up to EUR 20,000.'],
  ],
];

describe.each(DOCUMENTS)('what is said of %s', (under, passages, truths, lies) => {
  const sources = passages.map((text) => ({ under, text }));
  test.each(truths)('should stand: %s', (sentence) => {
    expect(unsupported(sentence, sources)).toBeUndefined();
  });
  test.each(lies)('should be dropped: %s', (sentence) => {
    expect(unsupported(sentence, sources)).toBeDefined();
  });
});
