import { wordEmbeddings } from './fixtures/word-embeddings.ts';
import type { ReaderScope } from './library.ts';
import type { IndexedPassage, SearchIndex, Shelf } from './search-index.ts';
import { termsOf } from './words/terms.ts';

const words = wordEmbeddings();
const ANA: ReaderScope = { tripId: 'trip_a', familyId: 'family_silva' };
const CHEN: ReaderScope = { tripId: 'trip_a', familyId: 'family_chen' };
const GROUP: ReaderScope = { tripId: 'trip_a', familyId: undefined };
const TRIP_A: Shelf = { tripId: 'trip_a', familyId: undefined };
const TRIP_B: Shelf = { tripId: 'trip_b', familyId: undefined };
const SILVAS_OWN: Shelf = { tripId: 'trip_a', familyId: 'family_silva' };

/** What every search index must do. `open` gives a fresh, empty one. */
export const searchIndexContract = (name: string, open: () => Promise<SearchIndex>): void => {
  describe(`a search index (${name})`, () => {
    let index: SearchIndex;
    beforeEach(async () => {
      index = await open();
    });

    const put = async (
      shelf: Shelf,
      id: string,
      passages: readonly (readonly string[])[],
      heading?: string,
    ): Promise<void> =>
      index.put(
        shelf,
        { id, name: `${id}.txt` },
        await Promise.all(
          passages.map(async (units, ordinal) => {
            const vectors = await words.embed(units);
            return {
              ordinal,
              page: ordinal + 1,
              heading,
              units: units.map((text, unit) => ({
                text,
                vector: vectors[unit] ?? new Float32Array(64),
                span: [unit * 100, unit * 100 + text.length] as const,
              })),
            };
          }),
        ),
      );
    const search = async (scope: ReaderScope, text: string, limit = 10, about: readonly string[] = []) => {
      const [vector = new Float32Array(64)] = await words.embed([text]);
      return index.search(scope, { text, vector, terms: termsOf(text), about }, limit);
    };
    const textsOf = (passages: readonly IndexedPassage[]): readonly string[] => passages.flatMap(({ units }) => units);
    const found = async (scope: ReaderScope, text: string, about: readonly string[] = []): Promise<readonly string[]> =>
      textsOf((await search(scope, text, 10, about)).hits.map(({ passage }) => passage)).toSorted();

    it('finds a passage by its words and tells where it stands', async () => {
      await put(TRIP_A, 'hotel', [['Breakfast is at eight.'], ['The cot costs nine.', 'Ask at the desk.']], 'Stay');
      const { hits, passages, frequencies } = await search(GROUP, 'cot');
      const hit = hits.find(({ passage }) => passage.ordinal === 1);
      expect(hit?.passage).toEqual({
        documentId: 'hotel',
        document: 'hotel.txt',
        ordinal: 1,
        page: 2,
        heading: 'Stay',
        units: ['The cot costs nine.', 'Ask at the desk.'],
        spans: [
          [0, 19],
          [100, 116],
        ],
      });
      expect(hit?.cosines).toHaveLength(2);
      expect(hit?.cosines[0]).toBeGreaterThan(hit?.cosines[1] ?? 1);
      expect(passages).toBe(2);
      expect(frequencies.get('cot')).toBe(1);
    });

    it('gives cosines that are right to a hundredth', async () => {
      await put(TRIP_A, 'hotel', [['The garden has a cot and a swing.']]);
      const { hits } = await search(GROUP, 'The garden has a cot and a swing.');
      expect(hits[0]?.cosines[0]).toBeCloseTo(1, 2);
    });

    it('finds a passage by meaning where no word is shared, up to the limit', async () => {
      await put(
        TRIP_A,
        'many',
        Array.from({ length: 30 }, (_, number) => [`filler about item${number}`]),
      );
      await put(TRIP_A, 'one', [['zebra crossing']]);
      const [vector = new Float32Array(64)] = await words.embed(['zebra crossing']);
      const { hits } = await index.search(GROUP, { text: 'zebra crossing', vector, terms: [], about: [] }, 3);
      expect(hits.length).toBeLessThanOrEqual(3);
      expect(textsOf(hits.map(({ passage }) => passage))).toContain('zebra crossing');
    });

    it('shows a family its own documents and the trip’s, and nobody else’s', async () => {
      await put(TRIP_A, 'shared', [['the shared cot']]);
      await put(SILVAS_OWN, 'own', [['the silva cot is secret']]);
      await put(TRIP_B, 'elsewhere', [['the cot of another trip']]);
      await put({ tripId: 'trip_b', familyId: 'family_silva' }, 'own-b', [['the silva cot in trip b']]);
      expect(await found(ANA, 'cot')).toEqual(['the shared cot', 'the silva cot is secret']);
      expect(await found(CHEN, 'cot')).toEqual(['the shared cot']);
      expect(await found(GROUP, 'cot')).toEqual(['the shared cot']);
      expect(await found(CHEN, 'silva secret', ['own.txt'])).toEqual(['the shared cot']);
      expect(textsOf(await index.all(CHEN))).toEqual(['the shared cot']);
      expect(await index.names(CHEN)).toEqual([{ name: 'shared.txt', passages: 1 }]);
      expect(await index.stemsLike(CHEN, 'secrat')).not.toContain('secret');
      expect(await index.stemsLike(ANA, 'secrat')).toContain('secret');
      expect(await index.around(CHEN, 'own', 1)).toEqual([]);
      expect((await search(CHEN, 'silva secret')).frequencies.size).toBe(0);
      expect((await search(CHEN, 'cot')).passages).toBe(1);
    });

    it.each([
      '1zsecret',
      '2zsecret',
      '10zsecret',
      '1z2zsecret',
      // A New Tai Lue vowel sign: a letter to JavaScript, and to older Unicode tables a mark that splits the word.
      '\u{19b0}1zsecret',
      '\u{19b0}2zsecret',
      'secret" OR "2zsecret',
      '2z*',
      "'; DROP TABLE passages; --",
    ])('is not led into another shelf by the word %j', async (trick) => {
      await put(TRIP_A, 'shared', [['harmless words', trick]]);
      await put(SILVAS_OWN, 'own', [['secret', trick]]);
      for (const text of [trick, 'secret']) {
        for (const { passage } of (await search(CHEN, text)).hits) expect(passage.documentId).toBe('shared');
      }
    });

    it('finds words of any script', async () => {
      await put(TRIP_A, 'words', [['Пляж открыт'], ['宿は静か'], ['Η παραλία'], ['شاطئ']]);
      for (const word of ['пляж', '宿は静か', 'παραλία', 'شاطئ']) {
        expect((await search(GROUP, word)).frequencies.size).toBe(1);
      }
      expect(await index.stemsLike(GROUP, 'пляш')).toContain('пляж');
    });

    it('finds what stands under a name', async () => {
      await put(TRIP_A, 'guide', [['Opens at ten.']], 'Porto > Serralves');
      await put(
        TRIP_A,
        'many',
        Array.from({ length: 20 }, (_, number) => [`opens never ${number}`]),
      );
      expect(textsOf((await search(GROUP, 'xyzzy', 2, ['Serralves'])).hits.map(({ passage }) => passage))).toContain(
        'Opens at ten.',
      );
      expect((await index.names(GROUP)).toSorted((a, b) => a.name.localeCompare(b.name))).toEqual([
        { name: 'guide.txt', passages: 1 },
        { name: 'many.txt', passages: 20 },
        { name: 'Porto', passages: 1 },
        { name: 'Serralves', passages: 1 },
      ]);
    });

    it('knows its names by the same object until one changes', async () => {
      await put(TRIP_A, 'hotel', [['one']]);
      const names = await index.names(GROUP);
      expect(await index.names(GROUP)).toBe(names);
      await put(SILVAS_OWN, 'own', [['two']]);
      expect(await index.names(GROUP)).toEqual([{ name: 'hotel.txt', passages: 1 }]);
      expect((await index.names(ANA)).map(({ name }) => name).toSorted()).toEqual(['hotel.txt', 'own.txt']);
      await index.remove(TRIP_A, 'hotel');
      expect(await index.names(GROUP)).toEqual([]);
    });

    it('tells how words are spread over what the scope may read', async () => {
      await put(TRIP_A, 'hotel', [['the cot'], ['a cot and a pool'], ['the garden']]);
      await put(SILVAS_OWN, 'own', [['our cot']]);
      expect(await index.spread(GROUP, ['cot', 'pool', 'zebra'])).toEqual({
        passages: 3,
        frequencies: new Map([
          ['cot', 2],
          ['pool', 1],
        ]),
      });
      expect((await index.spread(ANA, ['cot'])).frequencies.get('cot')).toBe(3);
    });

    it('replaces a document that is put again', async () => {
      await put(TRIP_A, 'hotel', [['old cot'], ['older cot']]);
      await put(TRIP_A, 'hotel', [['new cot']]);
      expect(await found(GROUP, 'cot')).toEqual(['new cot']);
      expect(await found(GROUP, 'old')).toEqual(['new cot']);
      expect(await index.stemsLike(GROUP, 'oldar')).not.toContain('older');
    });

    it('forgets a document that is removed, and no other; removing it again is nothing', async () => {
      await put(TRIP_A, 'hotel', [['hotel cot']]);
      await put(TRIP_A, 'villa', [['villa cot']]);
      await put(SILVAS_OWN, 'hotel', [['own cot']]);
      await index.remove(TRIP_A, 'hotel');
      await index.remove(TRIP_A, 'hotel');
      await index.remove(TRIP_B, 'villa');
      expect(await found(ANA, 'cot')).toEqual(['own cot', 'villa cot']);
    });

    it('gives the passages beside one, and all in document order', async () => {
      await put(TRIP_A, 'hotel', [['one'], ['two'], ['three'], ['four']]);
      expect(textsOf(await index.around(GROUP, 'hotel', 1)).toSorted()).toEqual(['one', 'three']);
      expect(textsOf(await index.all(GROUP))).toEqual(['one', 'two', 'three', 'four']);
    });

    it('is empty for a trip it does not know', async () => {
      expect(await search({ tripId: 'trip_none', familyId: 'family_silva' }, 'cot')).toEqual({
        hits: [],
        passages: 0,
        frequencies: new Map(),
      });
    });
  });
};
