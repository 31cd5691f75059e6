import { globSync, readFileSync } from 'node:fs';
import { parseSync } from '@swc/core';

/** Whatever a person is told is made here; what it says comes from the catalogue. */
const SPEAKING = ['bot/skills/*.ts', 'bot/views/*.ts', 'bot/announcements/*.ts', 'bot/middleware/*.ts', 'bot/*.ts'];
/** What a skill says of itself to help, the model and the router, and how it is called; errors are for the log. */
const NOT_TOLD = new Set(['name', 'description', 'commands', 'examples', 'skill', 'kind', 'message']);
/** A refusal's detail is the domain's sentence, put into words by `refusals`: its own test holds it to that. */
const DETAILED = new Set(['asOrganizer', 'organizerOf', 'rejected']);
/** Handed to the model that plans and words, and to the log: nobody is told it. */
const FOR_MACHINES = /\b(?:PathfinderError|Error|log|warn|error|info|debug|describe|RegExp)$/;

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
const nameOf = (value: unknown): string =>
  isNode(value) ? String(value.value ?? (isNode(value.property) ? nameOf(value.property) : '')) : '';

/** Words that a skill gives to another's reading, and what the log calls a turn. */
const READ_AGAIN = new Set([
  'we are x late',
  'which day for x',
  'where to eat',
  'where to stay',
  'what to do',
  'the day',
  'how to get there',
  'door turn',
]);

/** Text of several words, or a word that begins and ends like a sentence. */
const isSaid = (text: string): boolean =>
  !READ_AGAIN.has(text) &&
  // A piece of a pattern.
  !text.includes('(?') &&
  (/\p{L}{2,}[,;:]? \p{L}+/u.test(text.replace(/\s+/g, ' ')) || /^\p{Lu}\p{Ll}+[.!?]$/u.test(text.trim()));

/** Every text in a source that could be told, without types, patterns and what only machines read. */
const textsIn = (node: unknown, found: string[] = []): string[] => {
  if (Array.isArray(node)) {
    for (const one of node) textsIn(one, found);
    return found;
  }
  if (!isNode(node)) {
    if (typeof node === 'object' && node !== null) for (const one of Object.values(node)) textsIn(one, found);
    return found;
  }
  if (/^(?:Ts|Import|RegExp|ExportAll)/.test(node.type) && node.type !== 'TsAsExpression') return found;
  if (node.type === 'KeyValueProperty' && NOT_TOLD.has(nameOf(node.key))) return found;
  if (node.type === 'CallExpression' || node.type === 'NewExpression') {
    const called = nameOf(node.callee);
    if (DETAILED.has(called) || FOR_MACHINES.test(called)) return found;
  }
  if (node.type === 'StringLiteral' && isSaid(String(node.value))) found.push(String(node.value));
  if (node.type === 'TemplateLiteral') {
    const whole = (node.quasis as readonly { readonly raw: string }[]).map(({ raw }) => raw).join('x');
    if (!READ_AGAIN.has(whole) && isSaid(whole.replace(/\bx\b/g, ''))) found.push(whole);
  }
  for (const [key, value] of Object.entries(node)) if (key !== 'span') textsIn(value, found);
  return found;
};

const sources = SPEAKING.flatMap((pattern) => globSync(pattern)).filter(
  (path) => !path.endsWith('.test.ts') && path !== 'bot/personal-kinds.ts',
);

test('there are sources to read, and a sentence among them would be found', () => {
  expect(sources.length).toBeGreaterThan(100);
  expect(
    textsIn(parseSync('const a = { text: `Noted: $' + '{name} is out.` };', { syntax: 'typescript' })),
  ).toHaveLength(1);
  expect(textsIn(parseSync("run({ label: 'Yes, do it' });", { syntax: 'typescript' }))).toEqual(['Yes, do it']);
});

test.each(sources)('%s tells nobody a sentence that is not in the catalogue', (path) => {
  expect(textsIn(parseSync(readFileSync(path, 'utf8'), { syntax: 'typescript' }))).toEqual([]);
});
