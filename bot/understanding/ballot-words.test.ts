import { DAYS, PICKS, readBallotWords } from './ballot-words.ts';
import { matchNamed, matchOption, names, optionsInOrder } from './option-words.ts';
import { datedOptions, kindAsked } from './poll-kind-words.ts';
import { goesOn, onlyTerms, readTerms } from './poll-terms.ts';
import { readPollWords } from './poll-words.ts';

const [yes, no, perhaps] = ['yes', 'no', 'if-need-be'];

test.each([
  ['1 yes, 2 maybe, 4 no', { 1: yes, 2: perhaps, 4: no }],
  ['1 2? 4', { 1: yes, 2: perhaps, 4: yes }],
  ['1 and 3 yes, 2 no', { 1: yes, 3: yes, 2: no }],
  ['yes to 1 and 3, maybe 2, no 4', { 1: yes, 3: yes, 2: perhaps, 4: no }],
  ['we can do 1 and 2 but not 3', { 1: yes, 2: yes, 3: no }],
  ["1 ok 2 if need be 3 can't", { 1: yes, 2: perhaps, 3: no }],
  ['1 sí, 2 si hace falta, 3 no', { 1: yes, 2: perhaps, 3: no }],
  ['2 works', { 2: yes }],
  ['3?', { 3: perhaps }],
])('%s says when a family can come', (text, days) => {
  expect(readBallotWords(text)).toEqual({ days });
});

test.each([
  ['2 1 3', [2, 1, 3]],
  ['2 > 1 > 3', [2, 1, 3]],
  ['rank 3, then 1 then 2', [3, 1, 2]],
  ['first 2, then 1', [2, 1]],
])('%s keeps its order', (text, picks) => {
  expect(readBallotWords(text)).toEqual({ picks });
});

test.each([
  '1 yesterday',
  'is 2 ok?',
  'dinner for 2?',
  'we are 4, no nuts',
  '12 June yes',
  'no',
  'yes',
  'maybe',
  '2027?',
])('%s answers no poll by number', (text) => {
  expect([DAYS.test(text), PICKS.test(text), readBallotWords(text)]).toEqual([false, false, {}]);
});

test.each([
  ['which of these weekends works: 5-7 June, 12-14 June or 19-21?', 'dates'],
  ['poll: which days suit? 3 May, 4 May', 'dates'],
  ['when can everybody come? 3 May or 10 May', 'dates'],
  ['date poll: the lake? 3 May, 10 May', 'dates'],
  ['rank the three hotels: A, B, C', 'rank'],
  ['rank poll: which hotel? A, B, C', 'rank'],
  ["let's rank these: A, B, C", 'rank'],
  ['score poll: which hotel? A, B', 'score'],
  ['pick several: what do we see? A, B', 'approval'],
  ['poll: which hotel? A, B', undefined],
  ['when do we have dinner?', undefined],
  ['which day is the museum closed?', undefined],
  ['frank says hello', undefined],
])('%s asks for the kind of poll %s', (text, kind) => {
  expect(kindAsked(text)).toBe(kind);
});

test('a month that is named once holds for the dates beside it', () => {
  const now = new Date('2027-03-01T10:00:00Z');
  const { options = [] } = readPollWords('which of these weekends works: 5-7 June, 12-14 June or 19-21?') ?? {};
  expect(datedOptions(options, now)).toEqual([
    { text: '5-7 June', days: ['2027-06-05', '2027-06-06', '2027-06-07'] },
    { text: '12-14 June', days: ['2027-06-12', '2027-06-13', '2027-06-14'] },
    { text: '19-21 June', days: ['2027-06-19', '2027-06-20', '2027-06-21'] },
  ]);
  expect(datedOptions(['3', '4 May', 'never'], now)).toEqual([
    { text: '3 May', days: ['2027-05-03'] },
    { text: '4 May', days: ['2027-05-04'] },
    { text: 'never' },
  ]);
});

test('that everybody may add options is a term of the poll, and no option', () => {
  expect(readTerms('poll: where? A or B, anyone can add options')).toEqual({
    text: 'poll: where? A or B',
    growing: true,
  });
  expect(readTerms('poll: who can add salt? A or B').growing).toBeUndefined();
});

test.each([
  ['anonymous rank poll: which film? A, B or C', 'rank poll: which film? A, B or C'],
  ['start an anonymous date poll: when? 3 May, 4 May', 'start an date poll: when? 3 May, 4 May'],
  ['poll: which film? A or B, anonymously', 'poll: which film? A or B'],
  ['poll: which film? A or B (keep it secret)', 'poll: which film? A or B'],
])('%s keeps who votes for what to themselves', (said, text) => {
  expect(readTerms(said)).toEqual({ text, anonymous: true });
});

test('a sentence of terms belongs to the poll before it, another does not', () => {
  for (const sentence of [
    'Anyone can add options',
    'at least 3 families',
    'keep it anonymous',
    'Others may suggest ideas.',
  ])
    expect([sentence, onlyTerms(sentence)]).toEqual([sentence, true]);
  for (const sentence of ['plan our trip', 'anyone can add options and plan our trip', 'who is anonymous?'])
    expect([sentence, onlyTerms(sentence)]).toEqual([sentence, false]);
});

test('options may stand in a sentence after the question, and only after one that has none', () => {
  expect(goesOn('Pizza, Burgers, Tacos', 'pick several: what do we eat?')).toBe(true);
  expect(goesOn('plan our trip', 'poll: where? A or B')).toBe(false);
  expect(goesOn('Lunch, or rather dinner', 'poll: where? A or B')).toBe(false);
  expect(goesOn('what is the wifi password', 'start a poll about dinner?')).toBe(false);
});

test('options are ranked by their names in the order they are said', () => {
  const options = ['North Beach', 'South Beach', 'West Bay'].map((text, n) => ({ optionId: `o${n}`, text }));
  expect(optionsInOrder({ options }, 'west, then the north one')).toEqual(['o2', 'o0']);
  expect(optionsInOrder({ options }, 'south first, west second, north third')).toEqual(['o1', 'o2', 'o0']);
  // Two have a beach: it names neither.
  expect(optionsInOrder({ options }, 'the beach')).toEqual([]);
  expect([matchOption({ options }, 'west or south'), names({ options }, 'west or south')]).toEqual([undefined, false]);
  expect(names({ options, kind: 'rank' }, 'west, then south')).toBe(true);
});

const DINNER = {
  options: [
    { optionId: 'a', text: 'Taverna do Capitao, Italian, nut-free kitchen' },
    { optionId: 'b', text: 'Pizza Roma, pizza, five minutes from the hotel' },
  ],
};

test.each([
  ['leo cant do long car rides', undefined],
  ['do my homework', undefined],
  ['the hotel is nice', undefined],
  ['gimme the italian one', 'a'],
  ['capitao!', 'a'],
  ['roma for us', 'b'],
])('%s is taken for an option by its name, or by its kind where it is chosen so', (said, option) => {
  expect(matchNamed(DINNER, said)).toBe(option);
});
