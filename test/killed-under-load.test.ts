import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type ServerProcess, startProcess } from './stand-ins/server-process.ts';

const KILLS = 50;
const FAMILIES = 6;

/** A sequence that is the same in every run (Park and Miller's minimal standard generator). */
const sequence = (seed: number) => () => {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed;
};

interface Voter {
  readonly token: string;
  readonly familyId: string;
  /** The last choice that was acknowledged, and the one on its way: the ballot says one of them. */
  last?: string | undefined;
  underway?: string | undefined;
  /** Trips that were acknowledged. */
  readonly trips: string[];
}

describe('a server that is killed again and again while it is written to', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pathfinder-killed-'));
  let server: ServerProcess;
  const start = async (): Promise<void> => {
    server = await startProcess('test/doomed-rest.ts', { DATA_DIR: folder });
  };
  afterAll(async () => {
    await server.kill();
    rmSync(folder, { recursive: true });
  });

  const call = async (method: string, path: string, token?: string, body?: unknown) => {
    const response = await fetch(`${server.url}/api/v1${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Record<string, unknown>;
  };

  test('should have every acknowledged write after each of 50 kills, and a sound file', async () => {
    await start();
    const voters: Voter[] = [];
    for (let number = 0; number < FAMILIES; number += 1) {
      const who = { name: `Person ${number}`, familyName: `Family${number}`, phone: `+1555010${number}` };
      const { token, family } = await call('POST', '/auth/dev-token', undefined, who);
      voters.push({ token: String(token), familyId: String((family as { id: string }).id), trips: [] });
    }
    const [first, ...others] = voters;
    if (!first) throw new Error('nobody signed in');
    const trip = await call('POST', '/trips', first.token, { name: 'Lisbon', destination: 'Lisbon' });
    for (const { token, familyId } of others) {
      const { code } = await call('POST', `/trips/${trip.id}/families/${familyId}/invite`, first.token);
      await call('POST', `/invitations/${code}/accept`, token);
    }
    const options = ['Taverna', 'Pelican', 'Pizza', 'Tapas'];
    const poll = await call('POST', `/trips/${trip.id}/polls`, first.token, { question: 'Where?', options });

    const random = sequence(20_270_611);
    let acknowledged = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const until = acknowledged + 1 + (random() % 40);
      let killed: Promise<void> | undefined;
      const vote = async (voter: Voter, turn: number): Promise<void> => {
        const optionId = `opt_0${(random() % options.length) + 1}`;
        voter.underway = optionId;
        await call('PUT', `/trips/${trip.id}/polls/${poll.id}/ballot`, voter.token, { optionId });
        Object.assign(voter, { last: optionId, underway: undefined });
        if (turn % 5 > 0) return;
        const made = await call('POST', '/trips', voter.token, { name: `Trip ${turn}`, destination: 'Porto' });
        voter.trips.push(String(made.id));
      };
      await Promise.all(
        voters.map(async (voter) => {
          for (let turn = 0; !killed; turn += 1) {
            try {
              await vote(voter, turn);
            } catch (error) {
              // A refusal is a mistake; only the kill may keep a request from its answer.
              if (!killed) throw error;
              return;
            }
            acknowledged += 1;
            if (acknowledged >= until) killed ??= server.kill();
          }
        }),
      );
      await killed;
      await start();
      const { votes } = (await call('GET', `/trips/${trip.id}/polls/${poll.id}`, first.token)) as {
        votes: { familyId: string; optionId: string }[];
      };
      for (const voter of voters) {
        const kept = votes.filter(({ familyId }) => familyId === voter.familyId).map(({ optionId }) => optionId);
        expect(kept.length).toBeLessThanOrEqual(1);
        // Which of the two it became is known from here on.
        expect([voter.last, voter.underway]).toContain(kept[0]);
        Object.assign(voter, { last: kept[0], underway: undefined });
      }
    }
    expect(acknowledged).toBeGreaterThan(KILLS);
    for (const { token, trips } of voters) {
      for (const id of trips) expect(await call('GET', `/trips/${id}`, token)).toMatchObject({ id });
    }
    await server.stop();
    const file = new DatabaseSync(join(folder, 'pathfinder.db'));
    expect(file.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
    file.close();
  }, 120_000);
});
