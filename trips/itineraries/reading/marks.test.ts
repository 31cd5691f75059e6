import { cpuTimeOf } from '../../../test/cpu-time.ts';
import {
  dietOf,
  needsStepFree,
  readDiets,
  readIndoor,
  readMeals,
  readMinAge,
  readMinutes,
  readStepFree,
} from './marks.ts';

describe('diets are read from', () => {
  it.each([
    ['nut-free kitchen', { 'nut-free': true }],
    ['We keep a nut free kitchen and have vegetarian dishes', { 'nut-free': true, vegetarian: true }],
    ['vegetarian and gluten-free options', { 'gluten-free': true, vegetarian: true }],
    ['halal meat', { halal: true }],
    ['dishes may contain nuts', { 'nut-free': false }],
    ['contains nuts', { 'nut-free': false }],
    ['nuts used in kitchen', { 'nut-free': false }],
    ['may contain traces of nuts', { 'nut-free': false }],
    ['Vegetarian options, but dishes may contain nuts.', { vegetarian: true, 'nut-free': false }],
    ['not suitable for vegetarians', { vegetarian: false }],
    ['no vegetarian options', { vegetarian: false }],
    ['cannot guarantee a nut-free kitchen', { 'nut-free': false }],
    ['not nut-free', { 'nut-free': false }],
    ['We cook with no nuts', { 'nut-free': true }],
    ['a vegan place', { vegan: true, vegetarian: true, 'dairy-free': true, 'egg-free': true }],
    ['fish and steaks', {}],
  ])('%s', (text, expected) => {
    expect(readDiets(text)).toEqual(expected);
  });
});

it("understands the diet in a family's own words", () => {
  const wishes = [
    'leo cant have nuts',
    'vegetarian',
    'coeliac',
    'lactose intolerant',
    'no pork',
    'halal',
    'hates onions',
  ];
  expect(wishes.map(dietOf)).toEqual([
    'nut-free',
    'vegetarian',
    'gluten-free',
    'dairy-free',
    'pork-free',
    'halal',
    undefined,
  ]);
});

describe('step-free access is read from', () => {
  it.each([
    ['step-free throughout', true],
    ['wheelchair accessible', true],
    ['there is a lift', true],
    ['no stairs', true],
    ['stroller friendly', true],
    ['137 steps to the top', false],
    ['steep stairs', false],
    ['not wheelchair accessible', false],
    ['no lift', false],
    ['There are thousands of steps', false],
    ['Two steps at the door', false],
    ['two steps from the beach', undefined],
    ['up a narrow staircase', false],
    ['a nice view', undefined],
  ])('%s', (text, expected) => {
    expect(readStepFree(text)).toBe(expected);
  });
});

it('knows which mobility wishes ask for it', () => {
  expect(['wheelchair', 'no stairs', 'stroller', 'likes long walks'].map(needsStepFree)).toEqual([
    true,
    true,
    true,
    false,
  ]);
});

describe('the length of a visit is read from', () => {
  it.each([
    ['Allow 2 hours', 120],
    ['about 90 minutes', 90],
    ['a 2-hour boat tour', 120],
    ['1.5 h', 90],
    ['1h30', 90],
    ['2-3 hours', 180],
    ['half a day', 240],
    ['takes an hour', 60],
    ['10 minutes walk from the hotel, plan 45 min', 45],
    ['20 min by tram', undefined],
    ['cancel up to 24 hours before', undefined],
    ['feeding every 2 hours', undefined],
    ['open 24 hours', undefined],
  ])('%s', (text, expected) => {
    expect(readMinutes(text)).toBe(expected);
  });
});

it('reads the youngest age that may come', () => {
  expect(
    [
      'not for children under 8',
      'minimum age 12',
      'No children under 6',
      'children under 6 free',
      'adults only',
      'ages 8+',
      'for all ages',
      'children under 5 not allowed',
    ].map(readMinAge),
  ).toEqual([8, 12, 6, undefined, 18, 8, undefined, 5]);
});

it('reads whether it is indoors', () => {
  expect(['an indoor playground', 'a museum', 'boat trip', 'a park with a museum', 'nice'].map(readIndoor)).toEqual([
    true,
    true,
    false,
    undefined,
    undefined,
  ]);
});

it('reads the meals a place serves', () => {
  expect(readMeals('open for lunch and dinner')).toEqual(['lunch', 'dinner']);
  expect(readMeals('Brunch until 14:00')).toEqual(['breakfast']);
  expect(readMeals('Italian')).toBeUndefined();
});

it('reads hostile text quickly', () => {
  const spent = cpuTimeOf(() => {
    for (const text of [
      'no '.repeat(30_000),
      'may contain a, '.repeat(10_000),
      '1 - 2 '.repeat(20_000),
      'not a b c '.repeat(10_000),
    ]) {
      readDiets(text);
      readStepFree(text);
      readMinutes(text);
      readMinAge(text);
    }
  });
  expect(spent).toBeLessThan(2_500);
});
