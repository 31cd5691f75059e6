import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import express from 'express';
import { extractText } from 'unpdf';
import { makeMemoriesHandler } from '../../jobs/tasks/make-memories.ts';
import { fileBlobs } from '../../store/files/file-blobs.ts';
import { sharpAlbum } from '../../store/photos/sharp-album.ts';
import { openDatabase } from '../../store/sqlite/database.ts';
import { sqliteStore } from '../../store/sqlite/sqlite-store.ts';
import { testCodec } from '../../test/codec.ts';
import { granted } from '../../test/granted.ts';
import { madePhoto, madePicture, readPicture } from '../../test/made-picture.ts';
import { openBrowser } from '../../test/stand-ins/browser.ts';
import { addExpense } from '../../trips/expenses/add-expense.ts';
import { acceptInvitation } from '../../trips/invitations/accept.ts';
import { inviteFamily } from '../../trips/invitations/invite.ts';
import type { Itinerary } from '../../trips/itineraries/itinerary.ts';
import { chooseMemories } from '../../trips/memories/choose-memories.ts';
import { memoryLaneId, memoryLanes } from '../../trips/memories/memory-lane.ts';
import { addPhoto, sharePhoto } from '../../trips/memories/photos.ts';
import { requestMemories } from '../../trips/memories/request-memories.ts';
import { outboxFacts } from '../../trips/notifications/fact.ts';
import { register } from '../../trips/people/register.ts';
import { castBallot } from '../../trips/polls/cast-ballot.ts';
import { closePoll } from '../../trips/polls/close-poll.ts';
import { openPoll } from '../../trips/polls/open-poll.ts';
import { familyAdminOf, memberOf, organizerOf, type TripMember } from '../../trips/roles/permission.ts';
import { tasks } from '../../trips/tasks/task.ts';
import { createTrip } from '../../trips/trips/create-trip.ts';
import { followDates } from '../../trips/trips/follow-dates.ts';
import { setTripStatus } from '../../trips/trips/set-status.ts';
import { memoriesRouter } from './memories-router.ts';
import { shareRouter } from './share-router.ts';

const HOSTILE = `"><script>alert(1)</script><img src=x onerror=alert(2)> & 'so' on`;
let now = Date.parse('2027-06-01T12:00:00Z');
const clock = { now: () => now };
const folder = mkdtempSync(join(tmpdir(), 'memories-'));
const records = sqliteStore(openDatabase(join(folder, 'pathfinder.db')), clock, testCodec);
const album = sharpAlbum(fileBlobs(join(folder, 'blobs')));
let server: Server;
let base: string;
let silva: TripMember;
let chen: TripMember;
let tripId: string;

const person = async (name: string, value: string): Promise<string> =>
  (await register(records, clock, { name, address: { door: 'teams', value } })).person.id;
const member = async (userId: string) => granted(await memberOf(records, userId, tripId)).member;
const work = makeMemoriesHandler({ records, clock });
const run = (taskId: string) =>
  work.run(
    { tripId, taskId },
    { signal: new AbortController().signal, attempt: 1, progress: () => undefined, save: async () => undefined },
  );
const made = async () => (await records.list(tasks, tripId)).filter(({ kind }) => kind === 'make-memories');
const ready = async () =>
  (await records.list(outboxFacts, tripId)).filter(({ fact }) => fact.kind === 'memories-ready');
const token = async () => (await records.read(memoryLanes, tripId, memoryLaneId(tripId)))?.token ?? '';
const get = async (path: string) => fetch(`${base}/s/${await token()}${path}`);
const page = async (path = '') => (await get(path)).text();

beforeAll(async () => {
  const ana = await person('Ana Silva', 'ana');
  const bea = await person('Bea Chen', 'bea');
  const wanted = { name: 'Lisbon 2027', destination: 'Lisbon', startDate: '2027-06-11', endDate: '2027-06-13' };
  const admin = granted(await familyAdminOf(records, ana)).admin;
  tripId = granted(await createTrip(records, clock, admin, { ...wanted, timeZone: 'Europe/Lisbon' })).trip.id;
  const organizer = granted(await organizerOf(records, ana, tripId, '')).organizer;
  const { invitation } = granted(await inviteFamily(records, clock, organizer, { familyName: 'Chen' }));
  const joining = granted(await familyAdminOf(records, bea)).admin.person;
  granted(await acceptInvitation(records, clock, invitation.code, { person: joining }));
  [silva, chen] = [await member(ana), await member(bea)];
  const vote = async (question: string, anonymous: boolean, [a, b]: readonly [string, string]) => {
    const options = [{ text: 'Taverna' }, { text: HOSTILE }];
    const { poll } = granted(await openPoll(records, clock, silva, { question, options, anonymous }));
    now += 1_000;
    granted(await castBallot(records, clock, chen, poll.id, b));
    now += 1_000;
    granted(await castBallot(records, clock, silva, poll.id, a));
    await closePoll(records, clock, silva, poll.id);
  };
  await vote('Friday?', false, ['opt_01', 'opt_01']);
  await vote('Saturday?', false, ['opt_02', 'opt_02']);
  await vote('In secret?', true, ['opt_02', 'opt_02']);
  granted(await addExpense(records, clock, chen, { what: 'dinner', amount: { amount: 12_300, currency: 'EUR' } }));
  const at = (start: string, title: string) => ({ start, end: start, kind: 'sight' as const, title });
  const plan: Itinerary = {
    ...{ pk: tripId, id: 'itinerary_1', type: 'itinerary', _schema_version: 1, tripId, version: 1 },
    ...{ checks: [], gaps: [], createdAt: '2027-06-01T12:00:00.000Z' },
    days: [
      { date: '2027-06-11', items: [at('10:00', 'Castelo'), at('12:00', 'Oceanario'), at('15:00', HOSTILE)] },
      { date: '2027-06-12', items: [at('10:00', 'Castelo')] },
    ],
  };
  await records.commit(tripId, [{ put: plan }]);
  const app = express();
  app.use(memoriesRouter({ records, clock, album }));
  app.use(shareRouter({ records, clock, publicUrl: () => 'https://pathfinder.example' }));
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await records.close();
  rmSync(folder, { recursive: true });
});

test('there is nothing to remember before the trip is over, and asking changes nothing', async () => {
  const asked = await requestMemories(records, clock, { tripId, userId: silva.person.id });
  expect(asked).toMatchObject({ ok: false, reason: 'wrong-status' });
  expect(await made()).toEqual([]);
});

test('the morning after the last day, whichever workers look, one memory lane is begun, made and told once', async () => {
  const organizer = granted(await organizerOf(records, silva.person.id, tripId, '')).organizer;
  granted(await setTripStatus(records, clock, organizer, { status: 'confirmed' }));
  // 23:30 in Lisbon on the last day: it is the next day in UTC+1 already, and not over there.
  now = Date.parse('2027-06-13T22:30:00Z');
  await followDates(records, clock, { id: tripId });
  expect(await made()).toEqual([]);
  now = Date.parse('2027-06-14T08:30:00Z');
  await Promise.all([1, 2, 3, 4].map(() => followDates(records, clock, { id: tripId })));
  const begun = await made();
  expect(begun).toHaveLength(1);
  await Promise.all([1, 2, 3].map(() => run(begun[0]?.id ?? '')));
  await run(begun[0]?.id ?? '');
  expect(await ready()).toHaveLength(1);
  expect((await made())[0]).toMatchObject({ status: 'succeeded', progress: 100 });
});

test('the page says what there was, in numbers that can be counted again, and nothing of a secret ballot', async () => {
  const words = await page();
  expect(words).toContain('<li>3 days</li>');
  expect(words).toContain('<li>2 families</li>');
  expect(words).toContain('3 places in the plan');
  expect(words).toContain('3 polls, 6 votes');
  // The Chens answered first in both named polls: the anonymous one says nothing of anybody.
  expect(words).toMatch(/Quickest off the mark<\/p><b>The Chens<\/b><p class="proof">answered first in 2 of 2 polls/);
  expect(words).toContain('answered both polls');
  expect(words).not.toMatch(/of 3 polls|all 3 polls/);
  expect(words).not.toContain('<script');
  expect(words).not.toContain('<img src=x');
});

test('what the trip cost is shown when every family says so, and no longer when one takes it back', async () => {
  expect(await page()).not.toContain('EUR 123');
  granted(await chooseMemories(records, clock, silva, { costs: true }));
  expect(await page()).not.toContain('EUR 123');
  granted(await chooseMemories(records, clock, chen, { costs: true }));
  expect(await page()).toContain('EUR 123 spent together');
  granted(await chooseMemories(records, clock, chen, { costs: false }));
  expect(await page()).not.toContain('EUR 123');
});

test('a family that does not want to be named is not', async () => {
  granted(await chooseMemories(records, clock, chen, { named: false }));
  expect(await page()).not.toContain('The Chens</b>');
  granted(await chooseMemories(records, clock, chen, { named: true }));
});

test("a photo is its family's alone until that shares it, and again when it takes it back", async () => {
  const added = await addPhoto(records, clock, album, chen, { bytes: await madePhoto(), caption: HOSTILE });
  if (!added.ok) throw new Error(added.reason);
  const { id } = added.photo;
  expect((await get(`/photos/${id}.jpg`)).status).toBe(404);
  expect(await page()).not.toContain(id);
  expect(await sharePhoto(records, clock, silva, id, true)).toMatchObject({ ok: false, reason: 'not-found' });
  granted(await sharePhoto(records, clock, chen, id, true));
  const shown = await get(`/photos/${id}.small.jpg`);
  expect(shown.headers.get('content-type')).toBe('image/jpeg');
  expect((await readPicture(new Uint8Array(await shown.arrayBuffer()))).notes).toBe(false);
  expect(await page()).toContain(`/photos/${id}.small.jpg`);
  granted(await sharePhoto(records, clock, chen, id, false));
  expect((await get(`/photos/${id}.jpg`)).status).toBe(404);
  granted(await sharePhoto(records, clock, chen, id, true));
});

test('the page is in Spanish where that is asked for, and a plan’s own link still opens the plan', async () => {
  const words = await page('?lang=es');
  expect(words).toContain('<html lang="es">');
  expect(words).toContain('La familia Chen');
  expect((await fetch(`${base}/s/AAAAAAAAAAAAAAAAAAAAAA`)).status).toBe(404);
});

test('it can be printed, photos and all', async () => {
  const other = await addPhoto(records, clock, album, silva, { bytes: await madePicture(300, 200) });
  if (other.ok) granted(await sharePhoto(records, clock, silva, other.photo.id, true));
  const response = await get('.pdf');
  expect(response.headers.get('content-type')).toBe('application/pdf');
  const bytes = new Uint8Array(await response.arrayBuffer());
  expect(
    Buffer.from(bytes)
      .toString('latin1')
      .match(/\/Subtype \/Image/g),
  ).toHaveLength(2);
  const { text } = await extractText(bytes, { mergePages: true });
  expect(text).toMatch(/Lisbon 2027[\s\S]*3 days[\s\S]*The Chens[\s\S]*What we decided[\s\S]*Taverna/);
});

test('axe finds nothing on it, at a phone’s width and without a script', async () => {
  const browser = await openBrowser();
  try {
    const context = await browser.newContext({ viewport: { width: 320, height: 700 } });
    const visit = await context.newPage();
    await visit.goto(`${base}/s/${await token()}`);
    const { violations } = await new AxeBuilder({ page: visit }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    expect(await visit.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    expect(await visit.evaluate('[...document.images].every((one) => one.naturalWidth > 0)')).toBe(true);
  } finally {
    await browser.close();
  }
});

test('asked for again it is made anew with the same link, and told to whoever asked', async () => {
  const before = await token();
  const { taskId } = granted(await requestMemories(records, clock, { tripId, userId: chen.person.id, key: 'again' }));
  expect(
    granted(await requestMemories(records, clock, { tripId, userId: chen.person.id, key: 'again' })),
  ).toMatchObject({
    taskId,
    already: true,
  });
  await run(taskId);
  expect(await token()).toBe(before);
  expect((await ready()).map(({ fact }) => fact).filter((fact) => 'first' in fact && !fact.first)).toHaveLength(1);
});
