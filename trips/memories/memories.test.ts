import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileBlobs } from '../../store/files/file-blobs.ts';
import { sharpAlbum } from '../../store/photos/sharp-album.ts';
import { openDatabase } from '../../store/sqlite/database.ts';
import { sqliteStore } from '../../store/sqlite/sqlite-store.ts';
import { testCodec } from '../../test/codec.ts';
import { granted } from '../../test/granted.ts';
import { madePicture } from '../../test/made-picture.ts';
import type { TripDocument } from '../documents/document.ts';
import { outboxFacts } from '../notifications/fact.ts';
import { SIT_OUT } from '../polls/choice.ts';
import { type Ballot, ballotId, ballots, type Poll } from '../polls/poll.ts';
import type { Change } from '../records.ts';
import type { Reservation } from '../reservations/reservation.ts';
import { memberOf, type TripMember } from '../roles/permission.ts';
import { createSample } from '../sample/create-sample.ts';
import { taskBegun } from '../tasks/begin-task.ts';
import { participationId } from '../trips/trip.ts';
import { gatherMemories } from './gather.ts';
import { saveMemories } from './memories-task.ts';
import { MAX_PHOTOS, memoryPhotos } from './memory-photo.ts';
import { addPhoto, removePhoto, sharePhoto } from './photos.ts';
import { openMemories, shownMemories } from './shown-memories.ts';

/** The families of the sample trip: the visitor's (Chen), the Silvas and the Okoyes. */
describe('the memories of a trip', () => {
  const clock = { now: () => now };
  const folder = mkdtempSync(join(tmpdir(), 'memories-'));
  const records = sqliteStore(openDatabase(join(folder, 'trips.db')), clock, testCodec);
  const blobs = fileBlobs(join(folder, 'blobs'));
  const album = sharpAlbum(blobs);
  let now: number;
  let visits = 0;
  let chen: TripMember;
  let silva: TripMember;
  let okoye: TripMember;

  beforeEach(async () => {
    now = Date.parse('2027-06-20T10:00:00Z');
    visits += 1;
    const [userId, familyId] = [`user_${visits}`, `family_${visits}`];
    const person = { pk: userId, id: userId, type: 'user', _schema_version: 1, name: 'V', familyId, addresses: [] };
    await records.commit(userId, [{ put: { ...person, createdAt: '2027-01-01T10:00:00Z' } as never }]);
    const { trip, others } = await createSample(records, clock, userId);
    const held = async (id = ''): Promise<TripMember> => granted(await memberOf(records, id, trip.id)).member;
    chen = await held(userId);
    silva = await held(others[0]?.adminId);
    okoye = await held(others[1]?.adminId);
  });
  afterAll(async () => {
    await records.close();
    rmSync(folder, { recursive: true });
  });

  const family = ({ participation }: TripMember): string => participation.familyId;
  /** A closed poll of two options that the first won, with one ballot each. */
  const poll = async (id: string, answers: readonly (readonly [TripMember, Partial<Ballot>])[], more = {}) => {
    const tripId = chen.trip.id;
    const held: Poll = {
      ...{ pk: tripId, id, type: 'magic_poll', _schema_version: 1, tripId, question: `${id}?` },
      options: [
        { optionId: 'opt_01', text: 'Taverna' },
        { optionId: 'opt_02', text: 'Pelican' },
      ],
      ...{
        createdBy: chen.person.id,
        createdByName: 'V',
        status: 'closed',
        winner: 'opt_01',
        createdAt: '2027-06-01T10:00:00.000Z',
      },
      ...more,
    };
    const cast = answers.map(
      ([member, said], index): Ballot => ({
        ...{ pk: tripId, id: ballotId(id, family(member)), type: 'ballot', _schema_version: 1, pollId: id },
        ...{ familyId: family(member), userId: member.person.id, optionId: 'opt_01' },
        timestamp: `2027-06-01T1${index}:00:00.000Z`,
        ...said,
      }),
    );
    await records.commit(
      tripId,
      [held, ...cast].map((put) => ({ put })),
    );
  };
  const deeds = async () => {
    const { deeds, ...rest } = await gatherMemories(records, chen.trip);
    return { ...rest, of: (member: TripMember) => deeds.find(({ familyId }) => familyId === family(member)) };
  };

  test('count who answered first by what a family said itself, and said first', async () => {
    const { of: had } = await deeds();
    await poll('poll_a', [
      [silva, { byProxy: true }],
      [okoye, {}],
      [chen, { history: [{ optionId: 'opt_02', userId: chen.person.id, at: '2027-06-01T09:00:00.000Z' }] }],
    ]);
    await poll('poll_b', [
      [silva, { byProxy: true }],
      [okoye, {}],
    ]);
    await poll('poll_c', [
      [silva, { timestamp: '2027-06-01T10:00:00.000Z' }],
      [okoye, { timestamp: '2027-06-01T10:00:00.000Z' }],
    ]);
    const { of } = await deeds();
    const more = [silva, okoye, chen].map((one) => (of(one)?.first ?? 0) - (had(one)?.first ?? 0));
    expect(more).toEqual([0, 1, 1]);
  });

  test('count as of one mind who wanted what was decided, and neither who sat it out nor what is secret', async () => {
    const { of: had } = await deeds();
    await poll('poll_a', [
      [silva, {}],
      [okoye, { optionId: 'opt_02' }],
      [chen, { optionId: SIT_OUT }],
    ]);
    await poll(
      'poll_b',
      [
        [silva, {}],
        [okoye, {}],
        [chen, {}],
      ],
      { anonymous: true },
    );
    await poll('poll_c', [[silva, {}]]);
    const { of, outcomes } = await deeds();
    const more = (one: TripMember) => [
      (of(one)?.answered ?? 0) - (had(one)?.answered ?? 0),
      (of(one)?.agreed ?? 0) - (had(one)?.agreed ?? 0),
      (of(one)?.wentAlong ?? 0) - (had(one)?.wentAlong ?? 0),
    ];
    expect([silva, okoye, chen].map(more)).toEqual([
      [1, 1, 0],
      [1, 0, 1],
      [1, 0, 0],
    ]);
    expect(outcomes.find(({ question }) => question === 'poll_a?')).toMatchObject({ votes: 1, of: 2 });
  });

  test('count neither what a family keeps to itself nor the votes of one that left', async () => {
    const { of: had } = await deeds();
    const paper = (id: string, scope: TripDocument['scope']): TripDocument => ({
      ...{ pk: chen.trip.id, id, type: 'document', _schema_version: 1, tripId: chen.trip.id, scope, hash: id },
      ...{ name: `${id}.md`, mediaType: 'text/markdown', bytes: 9, pages: 1, chunks: 1 },
      ...{ addedBy: chen.person.id, createdAt: '2027-06-01T10:00:00.000Z' },
    });
    const booked = (id: string, scope: Reservation['scope']): Reservation => ({
      ...{ pk: chen.trip.id, id, type: 'reservation', _schema_version: 1, tripId: chen.trip.id, scope },
      ...{ kind: 'lodging', name: 'Hotel', startDate: '2027-06-11', status: 'booked', bookedBy: family(chen) },
      ...{ addedBy: chen.person.id, createdAt: '2027-06-01T10:00:00.000Z' },
    });
    for (const scope of ['trip', 'family'] as const)
      await records.commit(chen.trip.id, [
        { put: paper(`doc_${scope}`, scope) },
        { put: booked(`reservation_${scope}`, scope) },
      ]);
    await poll('poll_a', [
      [silva, {}],
      [okoye, {}],
    ]);
    const all = await records.list(ballots, chen.trip.id);
    await records.commit(chen.trip.id, [{ remove: participationId(chen.trip.id, family(okoye)) }]);
    const { of, statistics } = await deeds();
    expect((of(chen)?.papers ?? 0) - (had(chen)?.papers ?? 0)).toBe(2);
    const votes = all.filter(({ familyId }) => familyId !== family(okoye)).length;
    expect(votes).toBeLessThan(all.length);
    expect(statistics).toMatchObject({ votes, families: 2 });
    expect(of(okoye)).toBeUndefined();
  });

  const kept = async (member: TripMember, width = 40) =>
    granted(await addPhoto(records, clock, album, member, { bytes: await madePicture(width) }));

  test('keep the same picture once, at most so many of a family, and its bytes no longer than the photo', async () => {
    const { photo } = await kept(chen);
    expect(await kept(chen)).toMatchObject({ already: true, photo: { id: photo.id } });
    // The same picture from another family is another photo.
    expect((await kept(silva)).photo.id).not.toBe(photo.id);
    const more = Array.from({ length: MAX_PHOTOS - 1 }, (_, n) => ({
      put: { ...photo, id: `photo_${n}`, _etag: undefined },
    }));
    for (const put of more) await records.commit(chen.trip.id, [put]);
    const full = await addPhoto(records, clock, album, chen, { bytes: await madePicture(41) });
    expect(full).toMatchObject({ ok: false, reason: 'too-many' });
    expect(await removePhoto(records, clock, album, silva, photo.id)).toMatchObject({ ok: false, reason: 'not-found' });
    granted(await removePhoto(records, clock, album, chen, photo.id));
    expect(await records.read(memoryPhotos, chen.trip.id, photo.id)).toBeUndefined();
    expect([await blobs.get(photo.full), await blobs.get(photo.thumbnail)]).toEqual([undefined, undefined]);
  });

  const begin = async (id = 'task_1') => {
    const by = { tripId: chen.trip.id, userId: chen.person.id, id, at: '2027-06-20T10:00:00.000Z' };
    await records.commit(chen.trip.id, taskBegun(by, { kind: 'make-memories' }));
    return { tripId: chen.trip.id, taskId: id };
  };
  const save = async () => {
    await saveMemories(records, clock, await begin(), await gatherMemories(records, chen.trip));
    return (await shownMemories(records, chen.trip.id))?.token ?? '';
  };

  test('open for a year, and only by the link they were given', async () => {
    const token = await save();
    expect((await openMemories(records, clock, token)).ok).toBe(true);
    expect((await openMemories(records, clock, token.slice(1))).ok).toBe(false);
    now += 364 * 86_400_000;
    expect((await openMemories(records, clock, token)).ok).toBe(true);
    now += 86_400_000;
    expect(await openMemories(records, clock, token)).toMatchObject({ ok: false, reason: 'not-found' });
  });

  test('keep the link that people were told when two workers make them for the first time at once', async () => {
    const [first, second] = [await begin('task_1'), await begin('task_2')];
    const made = await gatherMemories(records, chen.trip);
    let told: string | undefined;
    // The second worker has read that there are none, and is about to make a link of its own.
    const overtaken = {
      ...records,
      commit: async (pk: string, changes: readonly Change[]) => {
        if (told === undefined) {
          await saveMemories(records, clock, first, made);
          told = (await shownMemories(records, chen.trip.id))?.token;
        }
        return records.commit(pk, changes);
      },
    };
    await saveMemories(overtaken, clock, second, made);
    expect((await shownMemories(records, chen.trip.id))?.token).toBe(told);
    expect(await openMemories(records, clock, told ?? '')).toMatchObject({ ok: true });
    const facts = (await records.list(outboxFacts, chen.trip.id)).map(({ fact }) => fact);
    expect(facts.flatMap((fact) => (fact.kind === 'memories-ready' ? [fact.first] : [])).sort()).toEqual([false, true]);
  });

  test('show no photo of a family that has left', async () => {
    await save();
    const { photo } = await kept(okoye);
    granted(await sharePhoto(records, clock, okoye, photo.id, true));
    const photos = async () => (await shownMemories(records, chen.trip.id))?.photos.map(({ id }) => id);
    expect(await photos()).toEqual([photo.id]);
    await records.commit(chen.trip.id, [{ remove: participationId(chen.trip.id, family(okoye)) }]);
    expect(await photos()).toEqual([]);
  });
});
