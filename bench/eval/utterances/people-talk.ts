import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { conversation } from '../../../bot/converse.ts';
import type { House } from '../../../bot/house.ts';
import { SKILLS } from '../../../bot/skills/every-skill.ts';
import type { Skill } from '../../../bot/skills/skill.ts';
import { planEditor } from '../../../jobs/tasks/edit-in-thread.ts';
import { modelGateway } from '../../../llm/gateway.ts';
import { cachedEmbeddings } from '../../../rag/embed/cached-embeddings.ts';
import { localEmbeddings } from '../../../rag/embed/local-embeddings.ts';
import { openLibrary } from '../../../rag/open-library.ts';
import { sqliteIndex } from '../../../rag/sqlite/sqlite-index.ts';
import { sqliteVectorCache } from '../../../rag/sqlite/sqlite-vector-cache.ts';
import { fileBlobs } from '../../../store/files/file-blobs.ts';
import { openDatabase } from '../../../store/sqlite/database.ts';
import { sqliteStore } from '../../../store/sqlite/sqlite-store.ts';
import { testCodec } from '../../../test/codec.ts';
import { register } from '../../../trips/people/register.ts';
import { closePoll } from '../../../trips/polls/close-poll.ts';
import { openPolls } from '../../../trips/polls/open-poll.ts';
import { memberOf } from '../../../trips/roles/permission.ts';
import { createSample } from '../../../trips/sample/create-sample.ts';
import { familiesIn } from '../../../trips/trips/create-trip.ts';
import type { Utterance } from './case.ts';
import type { Around, Ran } from './slots-of.ts';

/** When everything is said: a Monday, in a year whose June the sample trip is in. */
const NOW = Date.parse('2027-03-01T10:00:00Z');

/** What came of a saying. `consulted`: the trip's documents were asked, whichever skill did so. */
export interface Heard {
  readonly ran: readonly Ran[];
  readonly consulted: boolean;
  readonly around?: Around | undefined;
  readonly replies: readonly string[];
  readonly ms: number;
}

/** The product's whole conversation over a store of its own, in which every skill that runs is noted. */
export const peopleTalk = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'utterances-'));
  const database = openDatabase(join(folder, 'pathfinder.db'));
  const clock = { now: () => NOW };
  const records = sqliteStore(database, clock, testCodec);
  const local = localEmbeddings({ workers: 1 });
  const embeddings = cachedEmbeddings(local, sqliteVectorCache(database));
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const library = openLibrary({
    ...{ records, embeddings, clock, log: quiet, index: sqliteIndex(database) },
    blobs: fileBlobs(join(folder, 'blobs')),
  });
  let ran: Ran[] = [];
  let consulted = false;
  const noted = SKILLS.map(
    (one): Skill =>
      ({
        ...one,
        run: (context: never, input: never) => {
          ran.push({ skill: one.name, input });
          return one.run(context, input);
        },
      }) as Skill,
  );
  const house: House = {
    ...{
      records,
      clock,
      log: quiet,
      embedder: embeddings,
      editPlan: planEditor(records, library),
      publicUrl: () => 'https://pathfinder.example',
    },
    library: {
      ...library,
      ask: (question) => {
        consulted = true;
        return library.ask(question);
      },
    },
    models: modelGateway({
      ...{ providers: [], records, clock, log: quiet },
      limits: { user: 0, trip: 0, platform: 0 },
    }),
  };
  const talk = conversation(house, noted);
  await embeddings.ready();
  let phones = 0;

  const around = async (tripId: string, userId: string): Promise<Around> => {
    const found = await memberOf(records, userId, tripId);
    if (!found.ok) throw new Error(`no place in the trip: ${found.reason}`);
    const { trip, participation } = found.member;
    return {
      ...{ trip, own: participation.familyId, now: new Date(NOW) },
      seats: await familiesIn(records, trip.id),
      polls: await openPolls(records, trip.id),
    };
  };

  /** Says one thing in a conversation and a trip of its own. */
  const hear = async ({ world, before = [], text }: Utterance): Promise<Heard> => {
    phones += 1;
    const phone = `+1555${String(1_000_000 + phones)}`;
    let said = 0;
    const say = (words: string) => {
      said += 1;
      return talk.converse({
        ...{ door: 'sms', eventId: `${phone} ${said}`, conversation: phone, group: false, files: [], event: 'message' },
        sender: { address: { door: 'sms', value: phone } },
        text: words,
      });
    };
    let tripId: string | undefined;
    let userId = '';
    if (world !== 'new') {
      const { person } = await register(records, clock, {
        name: 'Bea Chen',
        address: { door: 'sms', value: phone },
      });
      userId = person.id;
      const { trip, poll } = await createSample(records, clock, person.id);
      tripId = trip.id;
      const member = await memberOf(records, person.id, trip.id);
      if (world === 'quiet' && member.ok) await closePoll(records, clock, member.member, poll.id, 'elsewhere');
    }
    for (const words of before) await say(words);
    const there = tripId === undefined ? undefined : await around(tripId, userId);
    ran = [];
    consulted = false;
    const started = performance.now();
    const { replies } = await say(text);
    const ms = performance.now() - started;
    return { ran: [...ran], consulted, around: there, replies: replies.map((reply) => reply.text), ms };
  };

  return {
    hear,
    close: async () => {
      await library.close();
      await local.close();
      await records.close();
      rmSync(folder, { recursive: true });
    },
  };
};
