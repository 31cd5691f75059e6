import fc from 'fast-check';
import { redact } from './redact.ts';

test.each([
  ['Call Rui, +351 21 555 0101.', 'Call Rui, [number].'],
  ['or (212) 555-0142 before 9', 'or [number] before 9'],
  ['card 4111 1111 1111 1111', 'card [number]'],
  ['+351ˆ21ˆ555ˆ0101', '[number]'],
  ['write to bea.chen@example.com', 'write to [e-mail]'],
  ['the wifi password is Sunny-Day-12!', 'the wifi password is [secret]'],
  ['Authorization: Bearer abcdef.123456', 'Authorization: Bearer [secret]'],
  ['key sk-exampleexample1234', 'key [secret]'],
  ['Mia and leo chen have no nuts', '[child] and [child] have no nuts'],
  ['Mia’s bed, miˆ, Miami', '[child]’s bed, miˆ, Miami'],
])('should take out of %j what is nobody’s business', (text, expected) => {
  expect(redact(text, ['Mia', 'Leo Chen'])).toBe(expected);
});

test.each([
  'Check-in 2027-06-11 at 15:20, EUR 1,920.00.',
  'user_28354483-ae56-4fe3-990e-b5cdc6d0567a',
  'p1 r2 v3 = EUR 25',
])('should leave what helps to understand a call: %s', (text) => {
  expect(redact(text, ['Mia'])).toBe(text);
});

test('should leave no phone number of eight digits or more, however it is grouped', () => {
  const group = fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 4 })
    .map((digits) => digits.join(''));
  fc.assert(
    fc.property(fc.array(group, { minLength: 8, maxLength: 12 }), fc.constantFrom(' ', '-', '.', ''), (groups, by) => {
      expect(redact(`ring +${groups.join(by)} now`, [])).toBe('ring [number] now');
    }),
  );
});
