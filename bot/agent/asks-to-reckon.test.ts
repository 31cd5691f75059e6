import { asksToReckon } from './asks-to-reckon.ts';

test.each([
  'how much will the three of us pay for the boat and the museum together, and is there time for both on Saturday?',
  'what do the castle and the aquarium cost in total?',
  'which is cheaper, the boat or the train?',
  'is there enough time for the museum and the castle on Sunday?',
  'can we do both the cruise and the zoo on friday',
])('should take a question apart that must be calculated: %s', (text) => {
  expect(asksToReckon(text)).toBe(true);
});

test.each([
  'how much is the museum?',
  'when can we check in? do they have a cot',
  'what time does the boat leave',
  'we paid 84 euros for dinner together',
  'is there time to swim?',
])('should leave to documents what one sentence answers: %s', (text) => {
  expect(asksToReckon(text)).toBe(false);
});
