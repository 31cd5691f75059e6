import { affirmed } from './denial.ts';

describe('what a message affirms', () => {
  test.each([
    ['sushi is not for us, luigi', 'luigi'],
    ["pizza please, we don't like fish", 'pizza please'],
    ['no thanks', 'no thanks'],
    ['the museum', 'the museum'],
  ])('should leave of "%s" only that', (text, rest) => {
    expect(affirmed(text).trim()).toBe(rest);
  });
});
