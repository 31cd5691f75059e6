import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { conversation } from '../bot/converse.ts';
import type { House } from '../bot/house.ts';
import type { IncomingFile } from '../bot/incoming.ts';
import { SKILLS } from '../bot/skills/every-skill.ts';
import type { Skill } from '../bot/skills/skill.ts';
import type { Reply } from '../cards/reply.ts';
import { planEditor } from '../jobs/tasks/edit-in-thread.ts';
import { planItineraryHandler } from '../jobs/tasks/plan-itinerary.ts';
import { modelGateway } from '../llm/gateway.ts';
import { cachedEmbeddings } from '../rag/embed/cached-embeddings.ts';
import { localEmbeddings } from '../rag/embed/local-embeddings.ts';
import { openLibrary } from '../rag/open-library.ts';
import { sqliteIndex } from '../rag/sqlite/sqlite-index.ts';
import { sqliteVectorCache } from '../rag/sqlite/sqlite-vector-cache.ts';
import { fileBlobs } from '../store/files/file-blobs.ts';
import { sharpAlbum } from '../store/photos/sharp-album.ts';
import { openDatabase } from '../store/sqlite/database.ts';
import { sqliteStore } from '../store/sqlite/sqlite-store.ts';
import { register } from '../trips/people/register.ts';
import { createSample } from '../trips/sample/create-sample.ts';
import { tasks } from '../trips/tasks/task.ts';
import { testCodec } from './codec.ts';

/** When the talk begins: a Monday, in a year whose June the sample trip is in. Each text comes a millisecond after the last. */
export const TALKED_AT = Date.parse('2027-03-01T10:00:00Z');

/** Somebody who texts, in a conversation of their own. */
export interface Texter {
  readonly phone: string;
  /** Absent from a number that nobody is known by. */
  readonly userId?: string;
  readonly tripId?: string;
  say(words: string, files?: readonly IncomingFile[]): Promise<readonly Reply[]>;
}

/** The product's whole conversation by text, over a store of its own, without models. */
export const openTalk = async (
  skills: readonly Skill[] = SKILLS,
  around: (library: House['library']) => House['library'] = (same) => same,
  weather?: House['weather'],
) => {
  const folder = mkdtempSync(join(tmpdir(), 'talk-'));
  const database = openDatabase(join(folder, 'pathfinder.db'));
  let texts = 0;
  let begun = TALKED_AT;
  const clock = { now: () => begun + texts };
  const records = sqliteStore(database, clock, testCodec);
  const local = localEmbeddings({ workers: 1 });
  const embeddings = cachedEmbeddings(local, sqliteVectorCache(database));
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const library = openLibrary({
    ...{ records, embeddings, clock, log: quiet, index: sqliteIndex(database) },
    blobs: fileBlobs(join(folder, 'blobs')),
  });
  const house: House = {
    ...{ records, clock, log: quiet, embedder: embeddings, editPlan: planEditor(records, library, clock) },
    publicUrl: () => 'https://pathfinder.example',
    album: sharpAlbum(fileBlobs(join(folder, 'blobs'))),
    weather,
    library: around(library),
    models: modelGateway({
      ...{ providers: [], records, clock, log: quiet },
      limits: { user: 0, trip: 0, platform: 0 },
    }),
  };
  const { converse } = conversation(house, skills);
  const planner = planItineraryHandler({ records, library: house.library, clock });
  await embeddings.ready();
  let phones = 0;

  /** A number that nobody is known by. */
  const stranger = (): Texter => {
    phones += 1;
    const phone = `+1555${String(1_000_000 + phones)}`;
    let said = 0;
    return {
      phone,
      say: async (words, files = []) => {
        said += 1;
        texts += 1;
        const { replies } = await converse({
          ...{ door: 'sms', eventId: `${phone} ${said}`, conversation: phone, group: false, files },
          ...{ sender: { address: { door: 'sms', value: phone } }, text: words, event: 'message' },
        });
        return replies;
      },
    };
  };

  /** Bea Chen, who organizes a sample trip of her own. */
  const organizer = async (): Promise<Required<Texter> & { readonly pollId: string }> => {
    const texter = stranger();
    const { person } = await register(records, clock, {
      name: 'Bea Chen',
      address: { door: 'sms', value: texter.phone },
    });
    const { trip, poll } = await createSample(records, clock, person.id);
    return { ...texter, userId: person.id, tripId: trip.id, pollId: poll.id };
  };

  /** Makes the plans that are waited for, as the worker does. */
  const makePlans = async (tripId: string): Promise<void> => {
    const waiting = (await records.list(tasks, tripId)).filter(
      ({ kind, status }) => kind === 'plan-itinerary' && status === 'queued',
    );
    const job = {
      signal: new AbortController().signal,
      attempt: 1,
      save: async () => undefined,
      progress: () => undefined,
    };
    for (const { id } of waiting) await planner.run({ tripId, taskId: id }, job);
  };

  return {
    ...{ records, clock, stranger, organizer, makePlans },
    /** Lets the next text come at this instant. */
    comeTo: (instant: string): void => {
      begun = Date.parse(instant) - texts;
    },
    close: async () => {
      await library.close();
      await local.close();
      await records.close();
      rmSync(folder, { recursive: true });
    },
  };
};
