import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type OpenedLibrary, openedLibrary } from '../test/opened-library.ts';
import { localEmbeddings } from './embed/local-embeddings.ts';

/** A question that two papers answer, or one that goes on from what was said before (oldest first). */
interface Asked {
  readonly kind: 'two' | 'follow-up';
  readonly q: string;
  readonly history?: readonly string[];
  /** Words that the answer must quote, and the papers that it must cite. */
  readonly has: readonly string[];
  readonly from: readonly string[];
}

const FOLDER = join(import.meta.dirname, 'fixtures', 'asked-of-two');
const QUESTIONS = 'questions.jsonl';

let opened: OpenedLibrary;
beforeAll(async () => {
  opened = openedLibrary(localEmbeddings({ workers: 1 }));
  for (const trip of readdirSync(FOLDER))
    for (const name of readdirSync(join(FOLDER, trip)).filter((file) => file !== QUESTIONS)) {
      const bytes = new Uint8Array(readFileSync(join(FOLDER, trip, name)));
      const who = { familyId: 'family_a', addedBy: 'user_a' };
      const added = await opened.library.add({ tripId: `trip_${trip}`, name, bytes, scope: 'trip', ...who });
      if (!added.ok) throw new Error(`${name}: ${added.detail}`);
    }
});
afterAll(() => opened.close());

const isRight = async (trip: string, { q, history = [], has, from }: Asked): Promise<boolean> => {
  const scope = { tripId: `trip_${trip}`, familyId: undefined };
  const answer = await opened.library.ask({ text: q, scope, history });
  if (!answer.found) return false;
  const cited = new Set(answer.citations.map(({ document }) => document));
  const text = answer.text.toLowerCase();
  return has.every((words) => text.includes(words.toLowerCase())) && from.every((paper) => cited.has(paper));
};

/** How many of the questions of a kind are answered rightly. */
const right = async (trip: string, kind: Asked['kind']): Promise<number> => {
  const lines = readFileSync(join(FOLDER, trip, QUESTIONS), 'utf8')
    .trim()
    .split('\n');
  const asked = lines.map((line) => JSON.parse(line) as Asked).filter((one) => one.kind === kind);
  const judged: boolean[] = [];
  for (const one of asked) judged.push(await isRight(trip, one));
  return judged.filter(Boolean).length;
};

describe('of questions that were written before the reading of them', () => {
  it.each([
    ['lake', 'two', 14],
    ['lake', 'follow-up', 11],
    ['island', 'two', 10],
    ['island', 'follow-up', 9],
  ] as const)('%s, %s: at least %i are right', async (trip, kind, least) => {
    expect(await right(trip, kind)).toBeGreaterThanOrEqual(least);
  });

  it('weighs what the thing costs that is compared, and no other price', async () => {
    const scope = { tripId: 'trip_lake', familyId: undefined };
    for (const text of [
      'where is parking cheaper, at the hotel or at the apartment',
      'is parking cheaper at the hotel or the apartment',
    ])
      expect(await opened.library.ask({ text, scope, history: [] })).toMatchObject({
        text: expect.stringContaining('EUR 8 is less than EUR 15'),
      });
  });
});
