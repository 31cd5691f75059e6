import type { Poll } from '../../trips/polls/poll.ts';
import { readSaidOfOptions } from './said-of-options.ts';

type Asked = Pick<Poll, 'options' | 'kind'>;

const named = (kind: Poll['kind'], ...texts: readonly string[]): Asked => ({
  kind,
  options: texts.map((text, index) => ({ optionId: `${index + 1}`, text })),
});
const span = (first: number, last: number): string[] =>
  Array.from({ length: last - first + 1 }, (_, index) => `2027-06-${`${first + index}`.padStart(2, '0')}`);
const dated = (...spans: readonly (readonly [text: string, first: number, last: number])[]): Asked => ({
  kind: 'dates',
  options: spans.map(([text, first, last], index) => ({ optionId: `${index + 1}`, text, days: span(first, last) })),
});

const DINNER = named(undefined, 'Taverna do Mar', 'Salty Pelican', 'Pizza Roma');
const WEEKENDS = dated(['4-6 June', 4, 6], ['11-13 June', 11, 13], ['18-20 June', 18, 20]);
const DAYS = dated(['Thu 3 June', 3, 3], ['Fri 4 June', 4, 4], ['Sat 5 June', 5, 5]);
const SPANISH = dated(['4-6 de junio', 4, 6], ['11-13 de junio', 11, 13]);
const SCORED = named('score', 'zoo', 'boat tour', 'museum');
const RANKED = named('rank', 'beach', 'castle', 'market');
const SEVERAL = named('approval', 'kayak', 'hike', 'cooking class', 'spa');

/** In short: `+2 ?1 -3`, `any`, `none`, `among 1 2`, with scores as `2=5`. */
const heard = (poll: Asked, text: string): string | undefined => {
  const said = readSaidOfOptions(poll, text);
  if (!said) return undefined;
  const { yes, maybe, no, scores, all, among } = said;
  return [
    ...yes.map((id) => (scores[id] === undefined ? `+${id}` : `${id}=${scores[id]}`)),
    ...maybe.map((id) => `?${id}`),
    ...no.map((id) => `-${id}`),
    ...(all ? [all] : []),
    ...(among.length > 0 ? [`among ${among.join(' ')}`] : []),
    ...(said.also ? ['also'] : []),
    ...(said.only ? ['only'] : []),
  ].join(' ');
};

describe('an answer to a poll in words', () => {
  test.each([
    ['pelican for us', '+2'],
    ['the second one', '+2'],
    ['number 2 please', '+2'],
    ['tavrna', '+1'],
    ['actually no, pizza', '+3 only'],
    ['salty pelican, its the best', '+2'],
    ['taverna or pelican, both fine', '+1 +2'],
    ['not the pizza', '-3'],
    ['la pizza no', '-3'],
    ['anything but pizza', '+1 +2 -3'],
    ['pizza instead of taverna', '+3 -1'],
    ['taverna no, pelican sí', '+2 -1'],
    ['none of them', 'none'],
    ['ninguna nos gusta', 'none'],
    ['cambié de opinión, pizza', '+3 only'],
  ])('takes "%s" for %s', (text, expected) => {
    expect(heard(DINNER, text)).toBe(expected);
  });

  test.each([
    ['the 11th works for us', '+2'],
    ['2nd weekend', '+2'],
    ['june 18 is best for us', '+3'],
    ['4-6 june if need be', '?1'],
    ['first two are fine, not the last', '+1 +2 -3'],
    ['we cant do the first weekend', '-1'],
    ['any weekend but the first', '+2 +3 -1'],
    ['we are free on the 4th but not on the 11th', '+1 -2'],
    ['all of them work', 'any'],
    ['none of these work', 'none'],
    ['los dos primeros nos sirven', '+1 +2'],
    ['el último no podemos', '-3'],
    ['friday suits us', 'among 1 2 3'],
  ])('takes "%s" of weekends for %s', (text, expected) => {
    expect(heard(WEEKENDS, text)).toBe(expected);
  });

  test.each([
    ['friday suits us', '+2'],
    ['fri or sat', '+2 +3'],
    ['fri works and sat maybe', '+2 ?3'],
    ['saturday too', '+3 also'],
    ['saturday doesnt work for us', '-3'],
    ['only friday', '+2 only'],
    ['el viernes nos viene bien', '+2'],
  ])('takes "%s" of days for %s', (text, expected) => {
    expect(heard(DAYS, text)).toBe(expected);
  });

  test('reads days of Spanish options', () => {
    expect(heard(SPANISH, 'el 11 de junio sí, el 4 tal vez')).toBe('+2 ?1');
  });

  test.each([
    [SCORED, 'boat 5, zoo 3, museum 1', '2=5 1=3 3=1'],
    [SCORED, 'the zoo is a 5 for us', '1=5'],
    [SCORED, '5 for the zoo, 2 for the museum', '1=5 3=2'],
    [SCORED, 'love the zoo, hate the boat', '+1 -2'],
    [RANKED, 'castle first then beach', '+2 +1'],
    [RANKED, 'first the market, second the beach', '+3 +1'],
    [RANKED, 'market before castle', '+3 +2'],
    [SEVERAL, 'everything but the hike', '+1 +3 +4 -2'],
    [SEVERAL, 'all except hiking', '+1 +3 +4 -2'],
    [SEVERAL, 'both kayak and hike', '+1 +2'],
    [SEVERAL, 'todo menos el spa', '+1 +2 +3 -4'],
  ])('of kind %# is read in words', (poll, text, expected) => {
    expect(heard(poll, text)).toBe(expected);
  });

  test.each([
    'we ate pizza yesterday',
    'the pizza is too far for us',
    'is the pizza good',
    'can we do pizza',
    'what about the pelican',
    'all good',
    'fine',
    'no',
    'both fine for us',
    'we need two pizzas on friday at 8',
    'book the pelican',
    'day 2',
    'the second day',
  ])('is not "%s"', (text) => {
    expect(heard(DINNER, text)).toBeUndefined();
  });

  test('is none where the words of an answer are what is to be chosen', () => {
    expect(heard(named(undefined, 'Yes', 'No'), 'no')).toBeUndefined();
  });
});
