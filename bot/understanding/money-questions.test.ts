import { moneyQuestion } from './money-questions.ts';

test.each([
  ['what do we owe', 'own'],
  ['we owe chen how much', 'own'],
  ['are we square', 'own'],
  ['do the Lopes owe us anything', 'own'],
  ['who pays next', 'next'],
  ['whose turn is it to pay', 'next'],
  ['is it our turn to pay', 'next'],
  ["so we're all square with the lopes?", 'own'],
  ['how much do the chens owe us', 'own'],
  ['list the expenses', 'list'],
  ['what have you noted so far', 'list'],
  ['what did each family spend', 'families'],
  ['how much have the Okoyes paid', 'families'],
  ['how much have we spent per person', 'people'],
  ['how much budget is left', 'left'],
  ['whats left of the budget', 'left'],
  ['are we within budget', 'left'],
])('"%s" asks for %s', (text, about) => {
  expect(moneyQuestion(text)).toBe(about);
});

test.each([
  'who owes what',
  'how much is the taxi per person',
  'what are we up to on the third day',
  'whose turn was it to choose',
  'how much does the museum cost',
  'we settled our debt of 50 euros with the Chens',
])('"%s" asks for none of these', (text) => {
  expect(moneyQuestion(text)).toBeUndefined();
});
