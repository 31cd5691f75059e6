import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PERSONAL_KINDS } from '../app/personal-kinds.ts';
import { SEALED_FIELDS } from '../trips/privacy/sealed-fields.ts';

const ROOT = new URL('..', import.meta.url).pathname;
const ROOMS = ['app', 'bot', 'cards', 'channels', 'jobs', 'llm', 'rag', 'store', 'trips'];

const sources = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) && !/\.(test|contract)\.tsx?$/.test(entry.name) ? [path] : [];
  });

/** Every type of document that some source declares or writes, and where. */
const declared = (): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const path of ROOMS.map((room) => join(ROOT, room))
    .filter(existsSync)
    .flatMap(sources)) {
    const text = readFileSync(path, 'utf8');
    if (!text.includes('records.ts')) continue;
    const where = path.slice(ROOT.length);
    for (const [, type = ''] of text.matchAll(/extends Entity \{\s*readonly type: '(\w+)'/g)) found.set(type, where);
    for (const [, type = ''] of text.matchAll(/: Kind<[^=]*= \{\s*type: '(\w+)'/g)) found.set(type, where);
    for (const [, type = ''] of text.matchAll(/\btype: '(\w+)',\s*_schema_version/g)) found.set(type, where);
  }
  return found;
};

/** Of the store itself: written to see whether it takes a write. */
const NOT_OF_PEOPLE = new Set(['ping']);

const say = (type: string, where: string): string =>
  `"${type}" (${where}) has no row that says how it is exported and erased. Add one, in the file of its room:
  trips/**     → trips/privacy/people-kinds.ts (in a person's, an address's, a family's or its own partition) or trip-kinds.ts (in a trip's)
  bot/**       → bot/personal-kinds.ts
  channels/**  → channels/personal-kinds.ts
  llm/**       → llm/personal-kinds.ts (a new room: a file like it, listed in app/personal-kinds.ts)
e.g.  theirs(${type}Kind, 'person')                          all of it is given to the person and removed with them
      impersonal(${type}Kind, 'trip', 'why it names nobody')  it holds nothing about a person
      personal({ kind: ${type}Kind, place: 'trip', words: { exported: '…', erased: '…' },
        exports: (document, subject) => …, erases: (document, subject) => 'keep' | 'remove' | { ...document, userId: FORMER_USER } })
then put one of it into test/one-of-each.ts and run \`npm run docs:privacy\` and \`npm run fixtures\`. A file's bytes, a passage or a vector that hangs on it goes with it in jobs/erase-people.ts.`;

describe('the kinds of documents', () => {
  test('should each say how they are exported and erased', () => {
    const known = new Set(PERSONAL_KINDS.map(({ kind }) => kind.type));
    const missing = [...declared()].filter(([type]) => !known.has(type) && !NOT_OF_PEOPLE.has(type));
    if (missing.length > 0) throw new Error(missing.map(([type, where]) => say(type, where)).join('\n\n'));
    expect(known.size).toBeGreaterThan(25);
  });

  test('should stand in the table once, except what lies in two partitions, and only while they exist', () => {
    const there = declared();
    for (const { kind } of PERSONAL_KINDS) expect([...there.keys()]).toContain(kind.type);
    const rows = PERSONAL_KINDS.map(({ kind, place }) => `${kind.type} ${place}`);
    expect(new Set(rows).size).toBe(rows.length);
  });

  test('should be listed for people as the code has them', () => {
    const page = readFileSync(join(ROOT, 'docs/privacy.md'), 'utf8');
    const listed = page.slice(page.indexOf('| kind |'));
    for (const { kind, words } of PERSONAL_KINDS)
      expect(listed).toContain(`| \`${kind.type}\` | ${words.exported} | ${words.erased} |`);
  });

  test('should be sealed only where there is such a kind', () => {
    for (const type of Object.keys(SEALED_FIELDS)) expect([...declared().keys()]).toContain(type);
  });
});
