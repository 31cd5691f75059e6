import { DEFAULT_LIMITS } from '../../../rag/ingest/block.ts';
import { chunksOf } from '../../../rag/ingest/chunk.ts';
import { extract } from '../../../rag/ingest/extract.ts';
import { type Asked, type AskedTrip, type Evidence, HALVES, type Half, type Paper, tripsOf } from './trips.ts';

interface Unit {
  readonly document: string;
  readonly page: number | undefined;
  readonly text: string;
}

const unitsOf = async ({ name, bytes }: Paper): Promise<readonly Unit[]> => {
  const read = await extract({ name, bytes }, DEFAULT_LIMITS);
  if ('reason' in read) throw new Error(`${name}: ${read.detail}`);
  return chunksOf(read.blocks).flatMap(({ page, units }) => units.map((text) => ({ document: name, page, text })));
};

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Whether the words of a sentence stand in a unit in their order; of a table's row, the unit says its columns too. */
const standsIn = ({ text }: Unit, sentence: string): boolean => {
  const words = wordsOf(text);
  let at = 0;
  return wordsOf(sentence).every((word) => {
    at = words.indexOf(word, at) + 1;
    return at > 0;
  });
};

const all = new Map<Half, readonly AskedTrip[]>();
const questionsOf = (half: Half): readonly Asked[] => (all.get(half) ?? []).flatMap(({ questions }) => questions);

beforeAll(async () => {
  for (const half of HALVES) all.set(half, await tripsOf(half));
});

/** What is wrong with a trip's questions: evidence that is not in its papers, and gold words that are not in the evidence. */
const wrongIn = async (trip: AskedTrip): Promise<readonly string[]> => {
  const units = (await Promise.all(trip.papers.map(unitsOf))).flat();
  const missing = ({ document, page, sentence }: Evidence): boolean =>
    !units.some((unit) => unit.document === document && unit.page === page && standsIn(unit, sentence));
  return trip.questions.flatMap(({ id, has, evidence }) => [
    ...evidence.filter(missing).map(({ document, sentence }) => `${id}: ${document} does not say "${sentence}"`),
    ...has
      .filter((gold) => ![gold].flat().some((words) => evidence.some(({ sentence }) => sentence.includes(words))))
      .map((gold) => `${id}: no evidence says "${gold}"`),
  ]);
};

test.each(['training', 'further', 'sealed', 'blind', 'fresh'] as const)(
  'every gold word of the %s questions stands in a sentence of the page that it cites',
  async (half) => {
    const wrong = await Promise.all((all.get(half) ?? []).map(wrongIn));
    expect(wrong.flat()).toEqual([]);
  },
);

test.each(['training', 'further', 'everyday', 'sealed', 'blind', 'fresh'] as const)(
  'every %s question has an id of its own, a type, and evidence if it has an answer',
  (half) => {
    const questions = questionsOf(half);
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
    expect(questions.filter(({ id, type }) => !id || !type)).toEqual([]);
  },
);

test("every gold word of the everyday questions stands in the other trips' papers that it cites", async () => {
  for (const { papers, questions } of all.get('everyday') ?? []) {
    const read = await Promise.all(papers.map(unitsOf));
    const wrong = questions.filter(({ has, from }) => {
      const cited = from.join('|').split('|');
      const told = read.flat().filter(({ document }) => cited.includes(document));
      return !has.every((gold) => told.some((unit) => standsIn(unit, [gold].flat().join(' '))));
    });
    expect(wrong).toEqual([]);
  }
});

test.each(HALVES)('a %s question has gold words and a place to cite exactly if it has an answer', (half) => {
  const wrong = questionsOf(half).filter(({ kind, has, from, evidence }) =>
    kind === 'none'
      ? has.length + from.length + evidence.length > 0
      : has.length === 0 || from.length < (kind === 'two' ? 2 : 1),
  );
  expect(wrong).toEqual([]);
});

test.each(HALVES)('a %s question leans on what was said before only where something was', (half) => {
  expect(questionsOf(half).filter(({ kind, history }) => kind === 'follow-up' && history.length === 0)).toEqual([]);
  expect(questionsOf(half).filter(({ kind, history }) => /plain|two/.test(kind) && history.length > 0)).toEqual([]);
});

test('the sets are as large and as mixed as the reader of their figures is told', () => {
  for (const { half, papers, questions, none, two, followUps } of [
    { half: 'training', papers: 60, questions: 900, none: 0.3, two: 0.08, followUps: 0.1 },
    { half: 'sealed', papers: 14, questions: 150, none: 0.2, two: 0.08, followUps: 0.1 },
    { half: 'blind', papers: 24, questions: 200, none: 0.17, two: 0.12, followUps: 0.12 },
    { half: 'everyday', papers: 70, questions: 600, none: 0.5, two: 0, followUps: 0 },
    { half: 'fresh', papers: 40, questions: 360, none: 0.2, two: 0.1, followUps: 0.09 },
  ] as const) {
    const trips = all.get(half) ?? [];
    const asked = trips.flatMap((trip) => trip.questions);
    const share = (has: (one: Asked) => boolean): number => asked.filter(has).length / asked.length;
    expect(trips.flatMap((trip) => trip.papers).length).toBeGreaterThanOrEqual(papers);
    expect(asked.length).toBeGreaterThanOrEqual(questions);
    expect(share(({ kind }) => kind === 'none')).toBeGreaterThanOrEqual(none);
    expect(share(({ kind }) => kind === 'two')).toBeGreaterThanOrEqual(two);
    expect(share(({ history }) => history.length > 0)).toBeGreaterThanOrEqual(followUps);
  }
});
