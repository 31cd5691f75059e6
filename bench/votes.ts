import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import type { ServerProcess } from '../test/stand-ins/server-process.ts';
import { makeTrips } from './many-trips.ts';
import { startAsShipped } from './start-as-shipped.ts';

/** Families that vote, in pairs, each pair in a trip of its own: so many that one is free whenever a ballot is due, unless the server is far behind. */
const TRIPS = 500;
/** Ballots offered a second, a little over the thousand that is asked for; of them this share twice at the same time, as a nervous client sends them. */
const OFFERED = Number(process.env.BENCH_OFFERED ?? 1_020);
const DOUBLED = 0.2;
const SECONDS = Number(process.env.BENCH_KILL_SECONDS ?? 300);
const KILL_EVERY_MS = 15_000;
/** How long a request may wait for its answer; a killed server gives none. */
const PATIENCE_MS = 10_000;
/** How often one choice is sent at most. */
const MOST_SENT = 10;
const OPTIONS = ['opt_01', 'opt_02', 'opt_03'];

interface Voter {
  readonly path: string;
  readonly token: string;
  readonly familyId: string;
  /** The last choice that was acknowledged, and those sent since whose answer did not come. */
  last?: string;
  readonly unsure: Set<string>;
  /** The choice it waits for, and how often it was sent. */
  saying?: { readonly optionId: string; readonly sent: Promise<boolean>[] } | undefined;
}

const data = mkdtempSync(join(tmpdir(), 'pathfinder-votes-'));
const made = await makeTrips(data, 0, TRIPS);
const start = (): Promise<ServerProcess> =>
  startAsShipped('app/server.ts', { DATA_DIR: data, LOG_LEVEL: 'error', MESSAGES_PER_MINUTE: '1000000' });
let server = await start();

const call = async (method: string, path: string, token?: string, body?: unknown): Promise<Record<string, unknown>> => {
  const response = await fetch(`${server.url}/api/v1${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Record<string, unknown>;
};

/** Connections that stay open; a request on one costs a fraction of what `fetch` takes of the machine both sides share. */
const agent = new Agent({ keepAlive: true, maxSockets: 256 });
const put = ({ path, token }: Voter, optionId: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const sent = request(
      `${server.url}/api/v1${path}/ballot`,
      {
        agent,
        method: 'PUT',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        timeout: PATIENCE_MS,
      },
      (response) => {
        response.on('error', reject);
        if (response.statusCode === 200) {
          response.resume().on('end', resolve);
          return;
        }
        response.setEncoding('utf8').on('data', (text: string) => {
          reject(new Error(`PUT ${path}: ${response.statusCode} ${text}`));
        });
      },
    );
    sent.on('timeout', () => sent.destroy(new Error('no answer in time')));
    sent.on('error', reject);
    sent.end(JSON.stringify({ optionId }));
  });

const voters: Voter[] = [];
for (const { tripId, pollId, phones } of made) {
  for (const phone of phones) {
    const { token, family } = await call('POST', '/auth/dev-token', undefined, { name: 'Bench', phone });
    const familyId = String((family as { id: string }).id);
    voters.push({
      path: `/trips/${tripId}/polls/${pollId}`,
      token: String(token),
      familyId,
      unsure: new Set(),
    });
  }
}

const ends = Date.now() + SECONDS * 1_000;
/** Ballots sent, those sent again counted as well. */
let [offered, acknowledged, doubled, repeated, unanswered, killed] = [0, 0, 0, 0, 0, 0];
const refused: string[] = [];

/** Sends a choice; whether it was acknowledged. */
const send = async (voter: Voter, optionId: string): Promise<boolean> => {
  offered += 1;
  try {
    await put(voter, optionId);
    acknowledged += 1;
    return true;
  } catch (error) {
    // A refusal is a mistake; only the kill may keep a ballot from its answer.
    if (String(error).includes('PUT /')) refused.push(String(error));
    else unanswered += 1;
    return false;
  }
};

/** A family's next choice, until all that was sent of it is answered or given up. */
const vote = async (voter: Voter): Promise<void> => {
  const optionId = OPTIONS[Math.floor(Math.random() * OPTIONS.length)] ?? 'opt_01';
  const sent = [send(voter, optionId)];
  voter.saying = { optionId, sent };
  voter.unsure.add(optionId);
  if (Math.random() < DOUBLED) {
    doubled += 1;
    sent.push(send(voter, optionId));
  }
  const answers: boolean[] = [];
  for (let next = sent[0]; next !== undefined; next = sent[answers.length]) answers.push(await next);
  if (answers.includes(true)) voter.last = optionId;
  if (!answers.includes(false)) voter.unsure.clear();
  voter.saying = undefined;
};

/** The next family in turn that has heard of its last choice; none while all wait. */
let turn = 0;
const inTurn = (fits: (voter: Voter) => boolean): Voter | undefined => {
  for (const _ of voters) {
    turn = (turn + 1) % voters.length;
    const voter = voters[turn];
    if (voter && fits(voter)) return voter;
  }
  return undefined;
};

/** Offers ballots by the clock, whatever becomes of them: while every family waits, they send again what they wait for. */
const offer = async (): Promise<void> => {
  const underway = new Set<Promise<void>>();
  const began = Date.now();
  while (Date.now() < ends) {
    const due = Math.ceil(((Date.now() - began) / 1_000) * OFFERED);
    while (offered < due) {
      const voter = inTurn(({ saying }) => saying === undefined);
      if (voter) {
        const one: Promise<void> = vote(voter).finally(() => underway.delete(one));
        underway.add(one);
        continue;
      }
      const waiting = inTurn(({ saying }) => saying !== undefined && saying.sent.length < MOST_SENT);
      if (!waiting?.saying) break;
      repeated += 1;
      waiting.saying.sent.push(send(waiting, waiting.saying.optionId));
    }
    await after(2);
  }
  await Promise.all(underway);
};
const kill = async (): Promise<void> => {
  while (Date.now() + KILL_EVERY_MS < ends) {
    await after(KILL_EVERY_MS);
    await server.kill();
    server = await start();
    killed += 1;
  }
};
await Promise.all([offer(), kill()]);

let wrong = 0;
for (const { path, token, familyId, last, unsure } of voters) {
  const { votes } = (await call('GET', path, token)) as { votes: readonly { familyId: string; optionId: string }[] };
  const kept = votes.filter((one) => one.familyId === familyId).map(({ optionId }) => optionId);
  const may = new Set([...(last === undefined ? [] : [last]), ...unsure]);
  if (kept.length !== 1 || (may.size > 0 && !may.has(kept[0] ?? ''))) wrong += 1;
}
await server.stop();
rmSync(data, { recursive: true });

const results = {
  families: voters.length,
  'ballots offered/s': Math.round(offered / SECONDS),
  'acknowledged/s': Math.round(acknowledged / SECONDS),
  'sent twice': doubled,
  'sent again while every family waited': repeated,
  'server killed, times': killed,
  'without answer (killed)': unanswered,
  refused: refused.length,
  'families whose tally is wrong': wrong,
};
console.log(
  `Ballots over REST for ${SECONDS} s, a fifth of them sent twice at once, the server killed (SIGKILL) every ${KILL_EVERY_MS / 1_000} s; then every family's ballot beside its last acknowledged choice.`,
);
console.table(results);
for (const one of refused.slice(0, 5)) console.log(one);
console.log(JSON.stringify({ suite: 'votes', results }));
if (wrong > 0 || refused.length > 0) process.exitCode = 1;
