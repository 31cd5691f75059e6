import { readFileSync } from 'node:fs';
import { EVERY_KIND } from '../app/every-kind.ts';
import { codecWith } from '../test/codec.ts';
import { type OpenedStore, STORES } from '../test/stores.ts';
import { fixtureOf } from '../test/write-fixtures.ts';
import { type Family, families } from '../trips/families/family.ts';
import { PathfinderError } from '../trips/pathfinder-error.ts';
import { type Person, people } from '../trips/people/person.ts';
import { retrying } from '../trips/records.ts';
import type { EntityStore, KeptBody } from './entity-store.ts';
import { isSealed } from './keyring.ts';
import { transformDocuments } from './transform.ts';

const MANY = 250;
const old = codecWith('2026');
const both = codecWith('example', '2026');

const person = (number: number): Person => ({
  pk: `user_${number}`,
  id: `user_${number}`,
  type: 'user',
  _schema_version: 1,
  name: '0',
  familyId: 'family_1',
  addresses: [{ door: 'sms', value: `+1555${1_000_000 + number}` }],
  createdAt: '2027-01-01T00:00:00.000Z',
});

/** A family as it was kept in version 1, under another name. */
const oldFamily = (id: string): KeptBody => {
  const fixture = JSON.parse(readFileSync(fixtureOf('family', 1), 'utf8'));
  const { preferences, members, ...rest } = codecWith('example').open(fixture) as unknown as Family;
  return old.encode({ ...rest, preferences, members, pk: id, id, _schema_version: 1 } as Family) as KeptBody;
};

describe.each(STORES)('a transformation of all documents, on %s', (_, open) => {
  let now: number;
  let opened: OpenedStore;
  let store: EntityStore;
  const logged: object[] = [];
  beforeEach(async () => {
    now = Date.parse('2027-01-01T00:00:00Z');
    opened = await open({ now: () => now }, both);
    store = opened.store;
    logged.length = 0;
  });
  afterEach(() => opened.close());

  const house = (over: Partial<EntityStore> = {}, codec = both) => ({
    store: { ...store, ...over },
    codec,
    kinds: EVERY_KIND,
    clock: { now: () => now },
    log: { error: (fields: object) => void logged.push(fields) },
  });
  const fill = async (): Promise<void> => {
    for (let number = 0; number < MANY; number += 1) {
      const body = old.encode(person(number)) as KeptBody;
      await store.keep(body.pk, [{ body }]);
    }
  };
  const everything = async () => {
    const all = [];
    for (let continuation: string | undefined, first = true; first || continuation !== undefined; first = false) {
      const page = await store.keptPage(100, continuation);
      all.push(...page.items);
      continuation = page.continuation;
    }
    return all;
  };

  test('should bring each to the present version and key, keep the end of its time, and then find nothing to do', async () => {
    await fill();
    const family = oldFamily('family_1');
    const expiresAt = now + 60_000;
    await store.keep('family_1', [{ body: { ...family, ttl: 60 }, expiresAt }]);
    now += 30_000;
    const seen: number[] = [];
    const done = await transformDocuments(house(), ({ rewritten }) => seen.push(rewritten));
    expect(done).toMatchObject({ rewritten: MANY + 1, found: 0, unreadable: 0, look: 2 });
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    const all = await everything();
    expect(all.filter(({ body }) => both.wantsSealing(body))).toEqual([]);
    const kept = all.find(({ body }) => body.id === 'family_1');
    if (!kept) throw new Error('the family is gone');
    expect(kept.expiresAt).toBe(expiresAt);
    expect(kept.body).toMatchObject({ _schema_version: families.version });
    const { diet } = kept.body.preferences as { readonly diet: unknown };
    expect(isSealed(diet)).toBe(true);
    expect(await store.read(people, 'user_7', 'user_7')).toMatchObject(person(7));
    expect(await transformDocuments(house())).toMatchObject({ rewritten: 0, look: 1, seen: MANY + 2 });
  });

  test('should go on where it broke off, and not begin anew', async () => {
    await fill();
    let pages = 0;
    const breaking = house({
      keptPage: (limit, continuation) => {
        pages += 1;
        if (pages > 2) throw new PathfinderError('store-unavailable', 'told to fail');
        return store.keptPage(limit, continuation);
      },
    });
    await expect(transformDocuments(breaking)).rejects.toMatchObject({ code: 'store-unavailable' });
    const before = new Map((await everything()).map(({ body, etag }) => [body.id, etag]));
    expect(await transformDocuments(house())).toMatchObject({ rewritten: MANY, found: 0 });
    const unchanged = (await everything()).filter(({ body, etag }) => before.get(body.id) === etag);
    expect(unchanged.length).toBeGreaterThanOrEqual(199);
  });

  test('should lose nothing of what is written meanwhile, and let several work at once', async () => {
    await fill();
    const change = (number: number): Promise<boolean> =>
      retrying(async () => {
        const seen = await store.read(people, `user_${number}`, `user_${number}`);
        if (!seen) throw new Error('gone');
        const next: Person = { ...seen, name: String(Number(seen.name) + 1) };
        return (await store.commit(seen.pk, [{ put: next, ifMatch: seen._etag }])).ok || 'conflict';
      });
    const writing = Array.from({ length: 60 }, (_none, turn) => change((turn * 7) % 20));
    const [one, two] = await Promise.all([transformDocuments(house()), transformDocuments(house()), ...writing]);
    expect([one, two]).toMatchObject([{ found: 0 }, { found: 0 }]);
    const names = await Promise.all(
      Array.from({ length: 20 }, async (_none, number) =>
        Number((await store.read(people, `user_${number}`, `user_${number}`))?.name),
      ),
    );
    expect(names).toEqual(Array.from({ length: 20 }, () => 3));
    expect((await everything()).filter(({ body }) => both.wantsSealing(body))).toEqual([]);
  });

  test('should leave alone, and tell of, what it has no key for and what a newer build wrote', async () => {
    const strange = codecWith('lost').encode(person(1)) as KeptBody;
    const newer = old.encode({ ...person(2), _schema_version: 99 }) as KeptBody;
    await store.keep(strange.pk, [{ body: strange }]);
    await store.keep(newer.pk, [{ body: newer }]);
    expect(await transformDocuments(house())).toMatchObject({ rewritten: 0, found: 0, unreadable: 2 });
    expect((await everything()).map(({ body }) => body)).toEqual(expect.arrayContaining([strange, newer]));
    expect(logged).toEqual([expect.objectContaining({ id: 'user_1' }), expect.objectContaining({ id: 'user_2' })]);
  });
});
