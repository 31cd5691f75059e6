import { type OpenedLibrary, openedLibrary } from '../test/opened-library.ts';
import { localEmbeddings } from './embed/local-embeddings.ts';
import type { Answer, Question } from './library.ts';

const HOUSE = `# Pool

The pool on the roof is open from 8:00 to 20:00. Bathing caps are worn in the water.

# Rooms

The rooms have a fridge and a kettle. Dogs are welcome on the ground floor for EUR 12 a night.

# Breakfast

Breakfast is served from 7:00 to 10:00 in the conservatory.`;

let opened: OpenedLibrary;
beforeAll(async () => {
  opened = openedLibrary(localEmbeddings({ workers: 1 }));
  await add('house.md', HOUSE);
});
afterAll(() => opened.close());

const add = (name: string, text: string, familyId?: string) =>
  opened.library.add({
    ...{ tripId: 'trip_a', name, bytes: new TextEncoder().encode(text), addedBy: 'user_a' },
    ...{ scope: familyId ? ('family' as const) : ('trip' as const), familyId: familyId ?? 'family_a' },
  });
const ask = (text: string, more: Partial<Question> = {}): Promise<Answer> =>
  opened.library.ask({
    ...{ text, scope: { tripId: 'trip_a', familyId: 'family_b' }, history: [], nearest: 2 },
    ...more,
  });

test('what is near and not sure comes with the refusal: quoted, cited and marked', async () => {
  expect(await ask('are dogs allowed upstairs?')).toMatchObject({
    found: false,
    nearest: {
      text: 'Dogs are welcome on the ground floor for EUR 12 a night [1].',
      citations: [{ n: 1, document: 'house.md', quote: 'Dogs are welcome on the ground floor for EUR 12 a night.' }],
    },
  });
});

test.each([['what does a cat cost?', 'Dogs are welcome on the ground floor for EUR 12 a night [1].']])(
  '%j is told of another thing only: %s',
  async (question, line) => {
    expect(await ask(question)).toMatchObject({ found: false, nearest: { text: line } });
  },
);

test('what is sure is an answer as before', async () => {
  expect(await ask('when is breakfast served?')).toMatchObject({ found: true });
});

test.each(['who won the world cup in 1998?', 'what is the wifi password?', 'is there a lift?'])(
  'nothing stands near %j, of which the papers have no word',
  async (question) => {
    expect(await ask(question)).toEqual({ found: false });
  },
);

test('nothing comes with a refusal that was not asked for, and never more than was', async () => {
  expect(await ask('are dogs allowed upstairs?', { nearest: undefined })).toEqual({ found: false });
  const one = await ask('does the pool open for dogs upstairs?', { nearest: 1 });
  expect(!one.found && one.nearest?.text.match(/\[\d\]/g)).toHaveLength(1);
});

test('what a family keeps to itself stands near nobody else’s question', async () => {
  await add('vet.txt', 'Our rabbit Juno eats no lettuce on the train.', 'family_c');
  const question = 'does Juno the rabbit travel in a basket?';
  expect(JSON.stringify(await ask(question, { scope: { tripId: 'trip_a', familyId: 'family_c' } }))).toContain(
    'lettuce',
  );
  expect(JSON.stringify(await ask(question))).not.toContain('lettuce');
  expect(JSON.stringify(await ask(question, { scope: { tripId: 'trip_a', familyId: undefined } }))).not.toContain(
    'lettuce',
  );
});
