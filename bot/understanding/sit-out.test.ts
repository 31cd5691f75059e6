import { SITS_OUT } from './sit-out.ts';

test.each([
  ...["We'd sit this one out", 'we sit this one out.', "we'll skip this one", 'Count us out', 'none of these for us'],
  ...['our family will sit this poll out', 'No participamos', 'pasamos de esta', 'ninguna de esas'],
])('%s', (words) => {
  expect(SITS_OUT.test(words)).toBe(true);
});

test.each([
  'none of your business',
  'count us in',
  'we pass the museum on the way',
  'sit out on the terrace',
  'ninguna idea',
])('is not read out of "%s"', (words) => {
  expect(SITS_OUT.test(words)).toBe(false);
});
