import { existsSync, globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { EVERY_KIND } from '../app/every-kind.ts';
import type { KeptBody } from '../store/entity-store.ts';
import { testCodec } from './codec.ts';
import { type OpenedStore, STORES } from './stores.ts';
import { fixtureOf } from './write-fixtures.ts';

const NOW = Date.parse('2027-06-11T10:00:00Z');
const root = fileURLToPath(new URL('..', import.meta.url));

/** The types of all kinds that the sources declare. */
const declared = (): readonly string[] =>
  globSync('{bot,cards,channels,jobs,llm,rag,store,trips}/**/*.ts', { cwd: root })
    .filter((file) => !/\.(test|contract)\.ts$/.test(file))
    .flatMap((file) => [...readFileSync(`${root}${file}`, 'utf8').matchAll(/: Kind<\w+> = \{\s+type: '(\w+)'/g)])
    .flatMap(([, type]) => (type === undefined ? [] : [type]));

const versions = EVERY_KIND.flatMap((kind) =>
  Array.from({ length: kind.version }, (_, index) => [kind.type, index + 1, kind] as const),
);

describe('the kinds of documents', () => {
  test('should all be listed, each under a type of its own', () => {
    expect(EVERY_KIND.map(({ type }) => type).sort()).toEqual(declared().toSorted());
  });

  test.each(versions)('should have a fixture of %s in version %i (npm run fixtures)', (type, version) => {
    expect(existsSync(fixtureOf(type, version))).toBe(true);
  });
});

describe.each(STORES)('a document of each released version, on %s', (_, open) => {
  let opened: OpenedStore;
  beforeAll(async () => {
    opened = await open({ now: () => NOW });
  });
  afterAll(() => opened.close());

  test.each(versions)('should load: %s in version %i', async (type, version, kind) => {
    const body = JSON.parse(readFileSync(fixtureOf(type, version), 'utf8')) as KeptBody;
    expect(body).toMatchObject({ type, _schema_version: version });
    await opened.store.keep(body.pk, [{ body }]);
    const { _etag, ...loaded } = (await opened.store.read(kind, body.pk, body.id)) ?? { _etag: '' };
    expect(loaded).toMatchObject({ type, _schema_version: kind.version });
    expect(JSON.stringify(loaded)).not.toContain('sealed:');
    // Nothing a present document says is lost on the way.
    if (version === kind.version) expect(loaded).toEqual(testCodec.open(body));
  });
});
