import { PERSONAL_KINDS } from '../app/personal-kinds.ts';
import { erasePeople } from '../jobs/erase-people.ts';
import { askErasure, confirmErasure } from '../trips/privacy/ask-erasure.ts';
import { exportPerson } from '../trips/privacy/export-person.ts';
import type { Entity } from '../trips/records.ts';
import { granted } from './granted.ts';
import { BEA, oneOfEach } from './one-of-each.ts';
import { type OpenedStore, STORES } from './stores.ts';

const NOW = Date.parse('2027-03-01T10:00:00Z');
/** Anything of hers: her words, her ids, her number. */
const OF_BEA = /canary|15550102|351210000000/i;
/** Her family's id stays, pointing at nothing: by it ballots and costs of one family still belong together. */
const nameless = (text: string): string => text.replaceAll(BEA.familyId, 'family_nobody');

const sampleOf = (type: string, place: string): string =>
  `there is no "${type}" (${place}) in test/one-of-each.ts: add one as it is when it concerns Bea, with "canary" in every string that is hers`;

describe.each(STORES)('one document of every kind on %s', (_, open) => {
  let time = NOW;
  const clock = { now: () => time };
  let opened: OpenedStore;
  let all: readonly Entity[];
  let blobs: string[];
  let forgotten: string[];
  beforeEach(async () => {
    time = NOW;
    opened = await open(clock);
    all = oneOfEach(opened.store);
    blobs = [];
    forgotten = [];
    for (const [pk, group] of Map.groupBy(all, ({ pk }) => pk)) {
      expect(
        (
          await opened.store.commit(
            pk,
            group.map((put) => ({ put })),
          )
        ).ok,
      ).toBe(true);
    }
  });
  afterEach(() => opened.close());

  const given = async (): Promise<string | undefined> => {
    const sources = {
      kinds: PERSONAL_KINDS,
      original: async () => Buffer.from('canary bytes'),
      picture: async () => Buffer.from('canary picture'),
    };
    const exported = await exportPerson(opened.store, clock, sources, BEA.userId);
    if (!exported.ok) return undefined;
    let text = '';
    for await (const piece of exported.text) text += piece;
    return text;
  };
  const erase = async (): Promise<void> => {
    const asked = granted(await askErasure(opened.store, clock, BEA.userId));
    expect((await confirmErasure(opened.store, clock, BEA.userId, asked.erasure.id)).ok).toBe(true);
    time += 5_000;
    const eraser = erasePeople({
      ...{
        records: opened.store,
        clock,
        log: { info: () => undefined },
        kinds: PERSONAL_KINDS,
        scrub: async () => undefined,
      },
      forget: async ({ id }) => void forgotten.push(id),
      removeBlob: async (name) => void blobs.push(name),
    });
    await eraser.run();
  };
  const left = async (): Promise<readonly Entity[]> => {
    const places = new Map(all.map(({ pk, type }) => [`${pk} ${type}`, { pk, type }]));
    const found = [...places.values()].flatMap(({ pk, type }) =>
      PERSONAL_KINDS.filter(({ kind }) => kind.type === type).map(({ kind }) => opened.store.list(kind, pk)),
    );
    return (await Promise.all(found)).flat();
  };

  test('should stand among the examples', () => {
    const there = new Set(all.map(({ type }) => type));
    for (const { kind, place } of PERSONAL_KINDS)
      if (!there.has(kind.type)) throw new Error(sampleOf(kind.type, place));
    for (const document of all) {
      const rules = PERSONAL_KINDS.find(({ kind }) => kind.type === document.type);
      expect(rules?.kind.schema.parse(document)).toBeDefined();
    }
  });

  test('should be given to the person, unless its rule says that there is nothing to give', async () => {
    const { data, files } = JSON.parse((await given()) ?? '') as { data: { type: string }[]; files: object[] };
    const types = new Set(data.map(({ type }) => type));
    const promised = PERSONAL_KINDS.filter(({ words }) => !words.exported.startsWith('nothing'));
    for (const { kind } of promised) if (kind.type !== 'participation') expect([...types]).toContain(kind.type);
    expect(files).toMatchObject([
      { documentId: 'document_canary' },
      { photoId: expect.any(String), content: Buffer.from('canary picture').toString('base64') },
    ]);
  });

  test('should hold nothing of the person once they are erased, and a second export finds nobody', async () => {
    expect((await left()).filter((document) => OF_BEA.test(nameless(JSON.stringify(document)))).length).toBeGreaterThan(
      20,
    );
    await erase();
    const still = (await left()).map((document) => nameless(JSON.stringify(document)));
    for (const document of still) expect(document).not.toMatch(OF_BEA);
    expect(await given()).toBeUndefined();
    expect(blobs).toEqual(['photos/photo_1.jpg', 'photos/photo_1.small.jpg', 'web-uploads/1']);
    expect(forgotten).toEqual(['document_canary']);
  });
});
