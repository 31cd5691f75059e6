import { globSync, readFileSync } from 'node:fs';
import { parseSync } from '@swc/core';
import { recognise } from '../../rag/ingest/media-type.ts';
import { isNode, type Node, textsOf } from '../../test/texts-in-source.ts';
import { badTimes } from '../../trips/reservations/reservation.ts';
import { badDates } from '../../trips/trips/create-trip.ts';
import { settledAlready } from '../../trips/trips/set-status.ts';
import { badStops } from '../../trips/trips/stops.ts';
import { tripStatus } from '../../trips/trips/trip.ts';
import { wordsIn } from './words.ts';

interface Refused {
  readonly reason: string;
  readonly detail: string;
}
const called = (node: Node): string => (isNode(node.callee) ? String((node.callee as Node).value ?? '') : '');
const argument = (node: Node, index: number): Node | undefined =>
  (node.arguments as readonly { readonly expression: Node }[])[index]?.expression;

/** What stands in the holes of a template: a number where one is meant, else a name. */
const HOLE = /(?:^|[a-z])(?:length|MAX\w*|LOWEST|HIGHEST|GLAD|AGE|MINUTES|MAX_\w+|quorum)$/i;
const fills = (expression: unknown): string => {
  const name =
    JSON.stringify(expression)
      .match(/"value":"(\w+)"/g)
      ?.at(-1)
      ?.slice(9, -1) ?? '';
  return HOLE.test(name) || /^[A-Z_]+$/.test(name) ? '7' : 'Nora';
};

const refusedIn = (node: unknown): readonly Refused[] => {
  if (Array.isArray(node)) return node.flatMap((one) => refusedIn(one));
  if (typeof node !== 'object' || node === null) return [];
  const inner = Object.entries(node).flatMap(([key, value]) => (key === 'span' ? [] : refusedIn(value)));
  if (!isNode(node) || node.type !== 'CallExpression') return inner;
  const name = called(node);
  const [reasons, details] =
    name === 'rejected'
      ? [textsOf(fills, argument(node, 0)), textsOf(fills, argument(node, 1))]
      : name === 'asOrganizer'
        ? [['not-allowed'], textsOf(fills, argument(node, 1))]
        : name === 'organizerOf'
          ? [['not-allowed'], textsOf(fills, argument(node, 3))]
          : [[], []];
  return [...reasons.flatMap((reason) => details.map((detail) => ({ reason, detail }))), ...inner];
};

const refused = ['trips/**/*.ts', 'bot/**/*.ts']
  .flatMap((pattern) => globSync(pattern))
  .filter((path) => !path.endsWith('.test.ts'))
  .flatMap((path) => refusedIn(parseSync(readFileSync(path, 'utf8'), { syntax: 'typescript' })))
  // A detail of one word or of a name is none, but what the sentence is about.
  .filter(({ detail }) => / /.test(detail))
  // Made of what the source does not say: those are given below.
  .filter(({ detail }) => !detail.includes('NoraNora'));

const { refusals } = wordsIn('es');
const sayOf = (reason: string, detail: string): string =>
  (refusals as Record<string, (detail: string) => string>)[reason]?.(detail) ?? '';
/** These say in Spanish themselves all that their detail says. */
const WHOLE = new Set([
  'too-few-options',
  'too-many-options',
  'too-many-families',
  'too-many-members',
  'dates-missing',
  'not-found',
  'stale',
  'restricted',
]);
const ENGLISH =
  /\b(?:the|is|are|was|were|for|of|with|it|its|you|your|to|would|will|can|cannot|not|by|on|in|at|if|all|every|each|some|they|their|that|than|more|less|have|has|had|what|which|only|and|or)\b/;

test('there are refusals with details', () => {
  expect(refused.length).toBeGreaterThan(100);
});

/** Details that a function says of what it was given. */
const BY_FUNCTION: readonly Refused[] = [
  ...[badDates('2027-06-11'), badDates('2027-06-11', '2027-06-10'), badDates('2027-06-11', '2029-06-10')].map(
    (detail = '') => ({ reason: 'dates-invalid', detail }),
  ),
  ...[
    badStops([{ city: 'Rome' }]),
    badStops([{ city: 'Rome' }, { city: 'Rome' }]),
    badStops([{ city: 'Rome' }, { city: 'Pisa' }, { city: 'Siena' }], 2),
    badStops(Array.from({ length: 40 }, (_, index) => ({ city: `City ${index}` }))),
    ...[
      { startDate: '2027-06-11', endDate: '2027-06-10' },
      { startDate: '2027-06-11', endDate: '2028-12-10' },
      { startDate: '2027-06-11', startTime: '10:00', endTime: '09:00' },
    ].map((times) => badTimes({ kind: 'other', name: 'Visit', ...times })),
  ].map((detail = '') => ({ reason: 'invalid', detail })),
  ...tripStatus.options
    .flatMap((status) => [settledAlready({ status, name: 'Lisbon' }) ?? []])
    .flat()
    .map((detail) => ({ reason: 'wrong-status', detail })),
  { reason: 'wrong-status', detail: 'Lisbon is being planned, and can only be confirmed or cancelled next' },
];

test.each([...refused, ...BY_FUNCTION])('$reason: "$detail" is told in Spanish', ({ reason, detail }) => {
  const said = sayOf(reason, detail);
  expect(said).not.toBe('');
  expect(said).not.toMatch(ENGLISH);
  if (!WHOLE.has(reason)) expect(said).not.toBe(sayOf(reason, ''));
});

/** Every `detail` that a reader of files gives for a file it could not read, as the source has it. */
const unreadIn = (node: unknown): readonly string[] => {
  if (Array.isArray(node)) return node.flatMap(unreadIn);
  if (typeof node !== 'object' || node === null) return [];
  const inner = Object.entries(node).flatMap(([key, value]) => (key === 'span' ? [] : unreadIn(value)));
  return isNode(node) && node.type === 'KeyValueProperty' && (node.key as Node).value === 'detail'
    ? [...textsOf(fills, node.value as Node), ...inner]
    : inner;
};
const unread = globSync('rag/ingest/**/*.ts')
  .filter((path) => !path.endsWith('.test.ts'))
  .flatMap((path) => unreadIn(parseSync(readFileSync(path, 'utf8'), { syntax: 'typescript' })))
  .filter((detail) => !detail.startsWith('Nora'));

test('there are reasons why a file is not read', () => {
  expect(new Set(unread).size).toBeGreaterThan(8);
});

test.each([...new Set(unread)])('a file that is not read is told of in Spanish: "%s"', (detail) => {
  const { documents } = wordsIn('es');
  expect(documents.notRead('plan.pdf', detail)).not.toMatch(ENGLISH);
  expect(documents.notRead('plan.pdf', detail)).not.toBe(documents.notRead('plan.pdf', '?'));
});

test.each(['a.pdf', 'b.docx', 'c.xls'])('bytes that are no document are told of in Spanish: %s', (name) => {
  const found = recognise(new Uint8Array([0, 1, 2, 255]), name);
  const { documents } = wordsIn('es');
  expect('detail' in found && documents.notRead(name, found.detail)).not.toBe(documents.notRead(name, '?'));
});
