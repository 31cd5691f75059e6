import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { eventually } from './eventually.ts';
import { type Account, type Journey, startJourney } from './journey.ts';
import { filesOfAtMost } from './stand-ins/server-process.ts';

const BEA = '+15550101';
/** KiB of the largest file: more than the server needs for a few trips, less than {@link fill} writes. */
const LIMIT = 16_384;
const MEGABYTE = 1_048_576;

describe('a server whose disk is full', () => {
  let journey: Journey;
  let ana: Account;
  let disk: DatabaseSync;
  beforeAll(async () => {
    journey = await startJourney({}, filesOfAtMost(LIMIT));
    ana = await journey.signUp({ name: 'Ana Silva', teamsId: 'ana-aad' });
    await journey.text(BEA, 'demo');
    disk = new DatabaseSync(join(journey.folder, 'pathfinder.db'), { timeout: 10_000 });
  });
  afterAll(async () => {
    disk.close();
    await journey.close();
  });

  /** The log of what was written grows beyond what the server's process may add to. */
  const fill = (): void => {
    disk.exec(
      'PRAGMA wal_autocheckpoint = 0; PRAGMA synchronous = OFF; CREATE TABLE filler (id INTEGER PRIMARY KEY, b BLOB)',
    );
    for (let written = 0; written < 20; written += 1)
      disk.exec(`INSERT OR REPLACE INTO filler VALUES (1, randomblob(${MEGABYTE}))`);
  };
  const makeRoom = (): void => {
    disk.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
  };
  /** A web chat by hand: the client library tries again behind one's back. */
  const lineOf = async (bearer: string) => {
    const domain = `${journey.server.url}/v3/directline`;
    const generated = await fetch(`${domain}/tokens/generate`, {
      method: 'POST',
      headers: { authorization: `Bearer ${bearer}` },
    });
    const { token, conversationId } = (await generated.json()) as { token: string; conversationId: string };
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const activities = `${domain}/conversations/${conversationId}/activities`;
    return {
      say: (text: string, clientActivityID: string) =>
        fetch(activities, {
          method: 'POST',
          headers,
          body: JSON.stringify({ type: 'message', text, from: { id: 'x' }, channelData: { clientActivityID } }),
        }),
      shown: async () => {
        const said = (await (await fetch(activities, { headers })).json()) as { activities: { text?: string }[] };
        return said.activities.map(({ text = '' }) => text);
      },
    };
  };
  const trip = (name: string) =>
    journey.api('POST', '/trips', { token: ana.token, body: { name, destination: 'Lisbon' } });

  test('should acknowledge nothing at any door, be alive, and go on by itself once there is room', async () => {
    const web = await lineOf(ana.token);
    const teams = journey.teams({ id: 'ana-aad', name: 'Ana' });
    expect((await trip('before')).status).toBe(201);
    const tripId = String((await trip('for papers')).body.id);
    const paper = () => {
      const body = new FormData();
      body.set('file', new Blob(['The sauna opens at 17:30.']), 'sauna.txt');
      return journey.api('POST', `/trips/${tripId}/documents`, { token: ana.token, body });
    };
    const id = randomUUID();
    fill();

    expect(await trip('during')).toMatchObject({ status: 503, body: { error: { code: 'store-unavailable' } } });
    expect((await paper()).status).toBe(503);
    await expect(journey.text(BEA, '1')).rejects.toThrow(/^503/);
    expect(await teams.say('my trips', id)).toBeGreaterThanOrEqual(500);
    expect((await web.say('my trips', id)).status).toBe(503);
    expect((await fetch(`${journey.server.url}/health`)).status).toBe(200);
    expect((await fetch(`${journey.server.url}/health/ready`)).status).toBe(503);

    makeRoom();
    expect((await fetch(`${journey.server.url}/health/ready`)).status).toBe(200);
    expect((await trip('after')).status).toBe(201);
    const { items } = (await journey.api('GET', '/trips', { token: ana.token })).body as { items: { name: string }[] };
    expect(items.map(({ name }) => name)).toEqual(['before', 'for papers', 'after']);
    const listed = await journey.api('GET', `/trips/${tripId}/documents`, { token: ana.token });
    expect(listed.body.items).toEqual([]);
    expect((await paper()).status).toBe(201);
    // What nobody was told had arrived is done when it comes again.
    expect(await teams.say('my trips', id)).toBeLessThan(300);
    expect((await journey.text(BEA, '1')).join('\n')).toContain('The Chens vote 1)');
    expect((await web.say('my trips', id)).status).toBe(200);
    const lines = await eventually('the answer in the web chat', async () => {
      const all = await web.shown();
      return all.some((line) => line.includes('after')) && all;
    });
    expect(lines.filter((line) => line === 'my trips')).toHaveLength(1);
  });
});
