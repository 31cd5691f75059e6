import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type ServerProcess, startProcess } from './stand-ins/server-process.ts';

const FAMILIES = 6;
const OPTIONS = ['Taverna', 'Pelican', 'Pizza', 'Tapas'];

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

/** What came of it: `wrong` names every acknowledged write that is not there, and every file that is not sound. */
export interface Killed {
  readonly acknowledged: number;
  readonly wrong: readonly string[];
  /** Milliseconds from a start of the process to its first answer. */
  readonly startMs: readonly number[];
}

const call = async (url: string, method: string, path: string, token?: string, body?: unknown) => {
  const response = await fetch(`${url}/api/v1${path}`, {
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

/** Signs six families in, puts them in one trip, and opens a poll for them. */
const gather = async (url: string) => {
  const voters: Voter[] = [];
  for (let number = 0; number < FAMILIES; number += 1) {
    const who = { name: `Person ${number}`, familyName: `Family${number}`, phone: `+1555010${number}` };
    const { token, family } = await call(url, 'POST', '/auth/dev-token', undefined, who);
    voters.push({ token: String(token), familyId: String((family as { id: string }).id), trips: [] });
  }
  const [first, ...others] = voters;
  if (!first) throw new Error('nobody signed in');
  const trip = await call(url, 'POST', '/trips', first.token, { name: 'Lisbon', destination: 'Lisbon' });
  for (const { token, familyId } of others) {
    const { code } = await call(url, 'POST', `/trips/${trip.id}/families/${familyId}/invite`, first.token);
    await call(url, 'POST', `/invitations/${code}/accept`, token);
  }
  const asked = { question: 'Where?', options: OPTIONS };
  const { id } = await call(url, 'POST', `/trips/${trip.id}/polls`, first.token, asked);
  return { voters, first, poll: `/trips/${trip.id}/polls/${id}` };
};

const integrity = (path: string): unknown => {
  const file = new DatabaseSync(path, { readOnly: true });
  const [found] = file.prepare('PRAGMA integrity_check').all();
  file.close();
  return found?.integrity_check;
};

/**
 * Kills (SIGKILL) a server `kills` times while six families vote and make trips as fast as they can, starts it again each
 * time, and looks whether every acknowledged write is there and the file is sound.
 */
export const killAgain = async (kills: number, seed: number, onKill = (_: number) => {}): Promise<Killed> => {
  const folder = mkdtempSync(join(tmpdir(), 'pathfinder-killed-'));
  const start = (): Promise<ServerProcess> => startProcess('test/doomed-rest.ts', { DATA_DIR: folder });
  const path = join(folder, 'pathfinder.db');
  const random = sequence(seed);
  const wrong: string[] = [];
  const startMs: number[] = [];
  let acknowledged = 0;
  let server = await start();
  try {
    const { voters, first, poll } = await gather(server.url);

    const vote = async (voter: Voter, turn: number): Promise<void> => {
      const optionId = `opt_0${(random() % OPTIONS.length) + 1}`;
      voter.underway = optionId;
      await call(server.url, 'PUT', `${poll}/ballot`, voter.token, { optionId });
      Object.assign(voter, { last: optionId, underway: undefined });
      if (turn % 5 > 0) return;
      const trip = { name: `Trip ${turn}`, destination: 'Porto' };
      voter.trips.push(String((await call(server.url, 'POST', '/trips', voter.token, trip)).id));
    };

    for (let kill = 1; kill <= kills; kill += 1) {
      const until = acknowledged + 1 + (random() % 40);
      let killed: Promise<void> | undefined;
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
      server = await start();
      startMs.push(server.startMs);
      const sound = integrity(path);
      if (sound !== 'ok') wrong.push(`kill ${kill}: integrity_check says ${sound}`);
      const { votes } = (await call(server.url, 'GET', poll, first.token)) as {
        votes: { familyId: string; optionId: string }[];
      };
      for (const voter of voters) {
        const kept = votes.filter(({ familyId }) => familyId === voter.familyId).map(({ optionId }) => optionId);
        if (kept.length > 1) wrong.push(`kill ${kill}: ${voter.familyId} has ${kept.length} ballots`);
        if (kept[0] !== voter.last && kept[0] !== voter.underway) {
          wrong.push(`kill ${kill}: ${voter.familyId} voted ${voter.last} and has ${kept[0]}`);
        }
        // Which of the two it became is known from here on.
        Object.assign(voter, { last: kept[0], underway: undefined });
      }
      onKill(kill);
    }
    for (const { token, trips } of voters) {
      for (const id of trips) {
        const { id: kept } = await call(server.url, 'GET', `/trips/${id}`, token).catch(() => ({ id: undefined }));
        if (kept !== id) wrong.push(`${id} was acknowledged and is not there`);
      }
    }
    await server.stop();
    const sound = integrity(path);
    if (sound !== 'ok') wrong.push(`at the end: integrity_check says ${sound}`);
  } finally {
    await server.kill();
    rmSync(folder, { recursive: true });
  }
  return { acknowledged, wrong, startMs };
};
