import { readFileSync } from 'node:fs';
import { parseSync } from '@swc/core';
import { isNode, type Node, textsOf } from '../../test/texts-in-source.ts';
import type { PlanCheck } from '../../trips/itineraries/itinerary.ts';
import { sayOwn } from '../../trips/itineraries/own-arrangements.ts';
import {
  CUISINES,
  MODES,
  ROOM_TYPES,
  sayRule,
  sayWithoutRule,
  type TripRule,
} from '../../trips/itineraries/trip-rules.ts';
import { wordsIn } from './words.ts';

const { plan, edits } = wordsIn('es');
/** Words that stand in no Spanish sentence of ours. */
const ENGLISH =
  /\b(?:the|is|are|was|were|for|of|with|it|its|you|your|to|would|will|can|cannot|not|by|on|in|at|if|all|every|each|some|they|their|that|than|more|less|have|has|had|what|which|nothing|nobody|everyone|somebody|only|and|or|day|days|night|nights|people|person|food|rooms|without|instead|Fri|Jun|June)\b/;

const nameOf = (node: unknown): string =>
  isNode(node) ? String(node.value ?? (isNode(node.property) ? nameOf(node.property) : '')) : '';
const argumentsOf = (node: Node): readonly Node[] =>
  (node.arguments as readonly { readonly expression: Node }[]).map(({ expression }) => expression);
const NUMBERS = /^(?:missing|uncheckedDiets|length|size|visit|nights|slept|had|minNights)$/;
const TIMES = /^(?:at|from|to|start)$/;

/** What stands in a hole of the planner's sentences: what it counts, a day, money, a time, else a name. */
const fills = (hole: Node): string => {
  if (hole.type === 'CallExpression') {
    const [first, one, many] = argumentsOf(hole);
    const called = nameOf(hole.callee);
    if (called === 'count') {
      const forms = [one, many].map((form) => (form ? (textsOf(fills, form)[0] ?? '') : ''));
      return `7 ${forms[1] || `${forms[0]}s`}`;
    }
    if (called === 'sayDay') return 'Fri 11 Jun';
    if (called === 'say' || called === 'sayMoney') return 'EUR 700';
    if (called === 'join') return first && nameOf(first) === ' or ' ? 'private or entire' : 'Zoo';
    return 'Zoo';
  }
  const name = nameOf(hole.type === 'OptionalChainingExpression' ? hole.base : hole);
  if (name === 'unsure' || name === 'tail') return '';
  if (name === 'span') return '11-15 June 2027';
  if (name === 'diets') return 'vegetarian';
  if (name === 'what') return hole.type === 'Identifier' ? '7 meals and 7 sights or more' : 'pets';
  if (name === 'type') return 'private';
  if (name === 'mode') return 'train';
  if (name === 'currency') return 'EUR';
  if (NUMBERS.test(name)) return '7';
  if (TIMES.test(name)) return '10:00';
  return hole.type === 'BinaryExpression' ? '7' : 'Zoo';
};

/** Every text of a source that says something, with its holes filled. */
const saidIn = (node: unknown): readonly string[] => {
  if (Array.isArray(node)) return node.flatMap(saidIn);
  if (typeof node !== 'object' || node === null) return [];
  if (isNode(node) && /^(?:Ts|Import|RegExp|Export(?:All|Named))/.test(node.type)) return [];
  if (isNode(node) && node.type === 'CallExpression' && /^(?:count|PathfinderError)$/.test(nameOf(node.callee)))
    return [];
  const own = isNode(node) && /^(?:TemplateLiteral|StringLiteral)$/.test(node.type) ? textsOf(fills, node) : [];
  if (own.length > 0) return own;
  return Object.entries(node).flatMap(([key, value]) => (key === 'span' ? [] : saidIn(value)));
};
const isSaid = (text: string): boolean => /\p{L}{2,}[,:]? \p{L}+/u.test(text) && !/^[; ]/.test(text);

const CHECKERS = ['check', 'check-budget', 'check-round'].map((name) => `trips/itineraries/${name}.ts`);
const CONSTRAINTS: readonly PlanCheck['constraint'][] = [
  ...(['budget', 'dates', 'duplicates', 'opening-hours', 'diet', 'mobility', 'overlap'] as const),
  ...(['ages', 'bookings', 'route', 'lodging', 'full-days', 'cuisine', 'asked'] as const),
];
/** Stands in sentences alone. */
const PART_OF_OTHERS = '7 meals and 7 sights or more';
const proofs = [
  ...new Set(
    CHECKERS.flatMap((path) => saidIn(parseSync(readFileSync(path, 'utf8'), { syntax: 'typescript' }))).filter(
      (text) => isSaid(text) && text !== PART_OF_OTHERS,
    ),
  ),
];

test('there are proofs to put into Spanish', () => {
  expect(proofs.length).toBeGreaterThan(50);
});

test.each(proofs)('the proof "%s" is told in Spanish by the check it is of', (detail) => {
  const told = CONSTRAINTS.map((constraint) => plan.proof({ constraint, ok: true, detail }) ?? '');
  expect(told.filter((one) => one !== detail && !ENGLISH.test(one))).not.toEqual([]);
});

const gaps = ['gaps', 'settled', 'stops/with-stops', 'own-arrangements']
  .flatMap((name) => saidIn(parseSync(readFileSync(`trips/itineraries/${name}.ts`, 'utf8'), { syntax: 'typescript' })))
  .filter((text) => isSaid(text) && /\.$/.test(text))
  .map((text) =>
    text
      .replace('won the vote, but Zoo', 'won the vote, but it has steps')
      .replace('is booked, but Zoo', 'is booked, but its own words do not promise vegetarian food')
      .replace(/^.+ no place yet/, '7 meals have no place yet')
      .replace('Zoo to 10:00 on', 'Rome to Pisa on'),
  );

test.each([
  ...new Set(gaps),
  'Lunch on Sat 12 Jun and lunch on Sun 13 Jun have no place yet: send me places to eat (vegetarian) and I fit them in.',
  'Lunch on Sat 12 Jun has no place yet: send me places to eat and I fit them in.',
])('what a plan lacks is told in Spanish: "%s"', (gap) => {
  expect(plan.gap(gap)).not.toBe(gap);
  expect(plan.gap(gap)).not.toMatch(ENGLISH);
});

const RULES: readonly TripRule[] = [
  ...ROOM_TYPES.map((type): TripRule => ({ kind: 'room-type', types: [type] })),
  { kind: 'room-type', types: ['private', 'entire'] },
  ...['pets', 'smoking', 'parties', 'visitors', 'children'].map((what): TripRule => ({ kind: 'stay-allows', what })),
  ...MODES.map((mode): TripRule => ({ kind: 'without-mode', mode })),
  ...CUISINES.map((cuisine): TripRule => ({ kind: 'cuisine', cuisine })),
];
const GIVEN = [
  ...RULES.map(sayWithoutRule),
  sayOwn({ kind: 'own-way', from: 'Porto', to: 'Lisboa' }),
  sayOwn({ kind: 'own-bed', city: 'Lisboa' }),
  'Hotel Sol and Hotel Mar instead of Casa Rio',
  'without Castelo and Torre',
  'raise the budget by EUR 260',
  "raise that family's own limit",
];

test.each(RULES.map(sayRule))('the rule "%s" is told in Spanish', (rule) => {
  expect(plan.rule(rule)).not.toBe(rule);
  expect(plan.rule(rule)).not.toMatch(ENGLISH);
});

test.each(GIVEN)('giving up "%s" is told in Spanish, alone and beside another', (what) => {
  for (const label of [what, `${what}: EUR 3,940`, `${what} and without Oceanario`, `with flying and ${what}`]) {
    const told = plan.change(label).replace('Castelo and Torre', '');
    expect(told).not.toMatch(ENGLISH);
  }
});

const WHY = [
  'The least a trip like that costs is EUR 4,260, and the budget is EUR 4,000.',
  'The least a trip like that costs is EUR 4,260, which is more than one family can spend.',
  'What is settled comes to EUR 4,260, and the budget is EUR 4,000.',
  'What is settled comes to EUR 4,260, which is more than one family can spend.',
  'Nothing I know of makes a trip like that, at any price.',
  'Nothing I know of makes a trip like that with no flying, pets allowed where you stay, at any price.',
];
const REFUSALS = [
  ...new Set(
    ['trips/itineraries/relax.ts', 'jobs/tasks/plan-itinerary.ts']
      .flatMap((path) => saidIn(parseSync(readFileSync(path, 'utf8'), { syntax: 'typescript' })))
      .filter((text) => /^[A-Z].*[.?]$/.test(text) && !/^I found|^There are no documents/.test(text)),
  ),
].map((text) =>
  text
    .replace(/^Zoo EUR/, 'What is settled comes to EUR')
    .replace('likeZoo', 'like')
    .replace('thatZoo', 'that'),
);

test.each([...WHY, ...REFUSALS])('"%s" is told in Spanish', (why) => {
  for (const said of [
    why,
    `${why} I found no small change that would help.`,
    `${why} The smallest changes that would fit: 1) Hotel Sol instead of Casa Rio: EUR 3,940 2) raise the budget by EUR 260.`,
  ]) {
    expect(plan.refusal(said)).not.toBe(said);
    expect(plan.refusal(said)).not.toMatch(ENGLISH);
  }
});

test('a refusal reads as a person would say it', () => {
  expect(
    plan.refusal(
      'What is settled comes to EUR 4,260, and the budget is EUR 4,000. The smallest changes that would fit: 1) Hotel Sol instead of Casa Rio: EUR 3,940 2) without Castelo: EUR 3,980 3) raise the budget by EUR 260.',
    ),
  ).toBe(
    'Lo que ya está decidido suma EUR 4,260, y el presupuesto es de EUR 4,000. Los cambios más pequeños con los que cabría: 1) Hotel Sol en vez de Casa Rio: EUR 3,940 2) sin Castelo: EUR 3,980 3) subir el presupuesto en EUR 260.',
  );
});

test('counts follow the plural of Spanish', () => {
  expect(plan.proof({ constraint: 'lodging', ok: true, detail: '1 of 1 night with beds for 1 person' })).toBe(
    '1 de 1 noche con cama para 1 persona',
  );
  expect(
    plan.proof({
      constraint: 'lodging',
      ok: true,
      detail: '4 of 4 nights with beds for 6 people; private or entire rooms, pets not forbidden',
    }),
  ).toBe('4 de 4 noches con cama para 6 personas; habitaciones privadas o enteras, mascotas: no está prohibido');
});

test('a proposed change is told in Spanish, each sentence of it', () => {
  expect(
    edits.summary(
      'Tile Museum moved from Tue 15 Jun 11:30 to Sat 12 Jun 10:00. St. George Castle is out (was Mon 14 Jun 10:00). Sat 12 Jun: Oceanario 10:00 is now 12:00 and Dinner at Casa Rio 19:00 is now 20:00. Dinner on Sun 13 Jun is open again. And 3 more changes.',
    ),
  ).toBe(
    'Tile Museum pasa del mar 15 jun a las 11:30 al sáb 12 jun a las 10:00. St. George Castle sale del plan (era el lun 14 jun a las 10:00). El sáb 12 jun: Oceanario de 10:00 a 12:00 y Cena en Casa Rio de 19:00 a 20:00. La cena del dom 13 jun queda por decidir. Y 3 cambios más.',
  );
});
