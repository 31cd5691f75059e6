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
