import { wordsIn } from '../../cards/words/words.ts';
import { modelGateway } from '../../llm/gateway.ts';
import { scriptedModel } from '../../llm/scripted/scripted-model.ts';
import { wordEmbeddings } from '../../rag/fixtures/word-embeddings.ts';
import { openedLibrary } from '../../test/opened-library.ts';
import { askSkill } from './ask.ts';
import type { Skill, TripContext } from './skill.ts';

const HOTEL = '# Hotel\n\nThe baby cot costs EUR 9 a night.\n\nThe pool on the roof opens at 8:00.';
const worded = (...sentences: readonly string[]) => ({
  text: JSON.stringify({ sentences: sentences.map((text) => ({ text, passages: ['p1', 'p2'] })) }),
});

/** The skill over a real library, with a model that follows a script; what its reader is shown meanwhile. */
const asked = async (question: string, answer: ReturnType<typeof worded>, more: Partial<TripContext> = {}) => {
  const model = { model: scriptedModel([answer]), price: { input: 0, output: 0 } };
  const clock = { now: () => Date.parse('2027-03-01T10:00:00Z') };
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const opened = openedLibrary(wordEmbeddings(), undefined, (records) =>
    modelGateway({
      providers: [{ large: model, small: model }],
      ...{ records, clock, log: quiet, limits: { user: 1e9, trip: 1e9, platform: 1e9 } },
    }),
  );
  const shown: string[] = [];
  try {
    await opened.library.add({
      ...{ tripId: 'trip_1', name: 'hotel.md', bytes: new TextEncoder().encode(HOTEL), addedBy: 'user_ana' },
      ...{ scope: 'trip', familyId: 'family_silva' },
    });
    const context = {
      house: { library: opened.library, records: opened.records },
      member: { trip: { id: 'trip_1' }, participation: { familyId: 'family_chen' } },
      ...{ history: [], group: false, person: { id: 'user_bea' }, words: wordsIn(), typed: question },
      progress: { doing: (what: string) => shown.push(what), soFar: (text: string) => shown.push(text) },
      ...more,
    } as unknown as TripContext;
    const skill = askSkill as unknown as Extract<Skill<{ question: string }>, { who: 'member' }>;
    return { said: [await skill.run(context, { question })].flat(), shown, requests: model.model.asked };
  } finally {
    await opened.close();
  }
};

test('should show an answer as it is checked, sentence by sentence, and nothing that is not', async () => {
  const { said, shown } = await asked(
    'how much is the baby cot? and when does the pool open?',
    worded('A baby cot is EUR 9 a night.', 'Breakfast is free.', 'The pool on the roof opens at 8 am.'),
  );
  expect(shown.slice(1)).toEqual([
    'A baby cot is EUR 9 a night [1].',
    'A baby cot is EUR 9 a night [1]. The pool on the roof opens at 8 am [1].',
  ]);
  expect(said).toMatchObject([{ text: shown.at(-1) }]);
});

test('should say first that it is not sure, then what stands nearest, then what to do', async () => {
  const { said } = await asked('does the pool on the roof have a bar?', worded(), { planned: true });
  expect(said).toMatchObject([
    {
      text: "I could not find that for sure in your trip's documents. Nearest: The pool on the roof opens at 8:00 [1]. Not it? Ask in other words.",
      citations: [{ n: 1, document: 'hotel.md' }],
      unsure: true,
    },
  ]);
});

test('should say in Spanish, too, that what stands nearest is not sure', async () => {
  const { said } = await asked('does the pool on the roof have a bar?', worded(), {
    ...{ planned: true, words: wordsIn('es') },
  });
  expect(said[0]?.text).toBe(
    'No encontré eso con seguridad en los documentos de tu viaje. Lo más cercano: The pool on the roof opens at 8:00 [1]. ¿No es eso? Pregúntamelo con otras palabras.',
  );
});

test('should say which part of a question it found nothing on, and what stands nearest to it', async () => {
  const question = 'does the pool on the roof have a bar? how much is the baby cot?';
  const { said } = await asked(question, worded(), { planned: true });
  expect(said).toMatchObject([
    {
      text: 'The baby cot costs EUR 9 a night [1]. I\'m not sure on "does the pool on the roof have a bar". Nearest: The pool on the roof opens at 8:00 [2].',
      citations: [{ n: 1 }, { n: 2, document: 'hotel.md' }],
    },
  ]);
  const nothing = await asked('how much is the baby cot? is there a helicopter', worded(), { planned: true });
  expect(nothing.said[0]?.text).toMatch(/ I found nothing on "is there a helicopter"\.$/);
});

test('should read nothing back that a model asked and the person did not write', async () => {
  const { said } = await asked('how much is the baby cot? is there a helicopter', worded(), {
    ...{ planned: true, typed: 'what do we pay for the cot' },
  });
  expect(said[0]?.text).toMatch(/ I found nothing on a part of it\.$/);
});

test('should quote, and ask no model, while a model puts several answers together', async () => {
  const { said, requests } = await asked('how much is the baby cot?', worded('A baby cot is EUR 9.'), {
    planned: true,
  });
  expect(requests).toEqual([]);
  expect(said).toMatchObject([{ text: 'The baby cot costs EUR 9 a night [1].' }]);
});
