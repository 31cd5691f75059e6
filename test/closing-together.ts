import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../store/sqlite/database.ts';
import { sqliteStore } from '../store/sqlite/sqlite-store.ts';
import { acceptInvitation } from '../trips/invitations/accept.ts';
import { inviteFamily } from '../trips/invitations/invite.ts';
import { outboxFacts } from '../trips/notifications/fact.ts';
import { conversationKey, type Listener, listenerId } from '../trips/notifications/listener.ts';
import { register } from '../trips/people/register.ts';
import { castBallot } from '../trips/polls/cast-ballot.ts';
import { openPoll, pollsOf } from '../trips/polls/open-poll.ts';
import type { Records } from '../trips/records.ts';
import { familyAdminOf, memberOf, organizerOf } from '../trips/roles/permission.ts';
import { createTrip } from '../trips/trips/create-trip.ts';
import { workUntilIdle } from './closing-worker.ts';
import { testCodec } from './codec.ts';
import { granted } from './granted.ts';

const FAMILIES = 6;
/** Of them these answer; the others are reminded. */
const ANSWERING = 3;
const OPENED = Date.parse('2027-03-01T10:00:00Z');
const REMINDED = '2027-03-01T12:15:00.000Z';
const CLOSES = '2027-03-01T13:00:00.000Z';

/** What came of polls that all end at the same moment. */
export interface ClosedTogether {
  readonly polls: number;
  readonly closed: number;
  readonly settledMoreThanOnce: number;
  /** Reminders to families that had not answered, out of how many are due; and to others, which is wrong. */
  readonly reminders: number;
  readonly remindersDue: number;
  readonly remindersToOthers: number;
  readonly results: number;
  readonly resultsDue: number;
  /** Messages that reached a conversation a second time. */
  readonly toldTwice: number;
  /** Messages the killed workers had sent when they died. */
  readonly sentBeforeKill: readonly number[];
  readonly leftInOutbox: number;
  readonly ms: number;
}

/** One trip of {@link FAMILIES} families, each listening on its phone, with open polls that half of them have answered. */
const makeTrip = async (records: Records, number: number, polls: number): Promise<string> => {
  const clock = { now: () => OPENED };
  const phones = Array.from({ length: FAMILIES }, (_, n) => `+1555${String(1_000_000 + number * FAMILIES + n)}`);
  const people = await Promise.all(
    phones.map(
      async (value, n) =>
        (await register(records, clock, { name: `Person ${n}`, address: { door: 'sms', value } })).person,
    ),
  );
  const { admin } = granted(await familyAdminOf(records, people[0]?.id ?? ''));
  const { trip } = granted(
    await createTrip(records, clock, admin, { name: `Trip ${number}`, destination: 'Lisbon', timeZone: 'UTC' }),
  );
  const { organizer } = granted(await organizerOf(records, people[0]?.id ?? '', trip.id, ''));
  for (const [n, person] of people.slice(1).entries()) {
    const { invitation } = granted(await inviteFamily(records, clock, organizer, { familyName: `Family ${n}` }));
    granted(await acceptInvitation(records, clock, invitation.code, { person }));
  }
  const listening = people.map((person, n): Listener => {
    const conversation = phones[n] ?? '';
    const id = listenerId(conversationKey(records, 'sms', conversation));
    return {
      ...{ pk: trip.id, id, type: 'listener', _schema_version: 1, tripId: trip.id, door: 'sms', conversation },
      ...{ group: false, userId: person.id, familyId: person.familyId },
    };
  });
  for (let n = 0; n < polls; n += 1) {
    const options = [{ text: 'Zoo' }, { text: 'Beach' }];
    const { poll } = granted(
      await openPoll(records, clock, organizer, { question: `Question ${n}?`, options, closesAt: CLOSES }),
    );
    for (const person of people.slice(0, ANSWERING))
      granted(
        await castBallot(
          records,
          clock,
          granted(await memberOf(records, person.id, trip.id)).member,
          poll.id,
          'opt_01',
        ),
      );
  }
  // What was told until here is of no matter: people begin to listen now.
  const before = (await records.list(outboxFacts, trip.id)).map(({ id }) => ({ remove: id }));
  await records.commit(trip.id, [...before, ...listening.map((put) => ({ put }))]);
  return trip.id;
};

/** Two worker processes do what is due at `now`; the first is killed (SIGKILL) once it has sent `killAfter` messages. */
const twoWorkersOneKilled = async (path: string, log: string, now: string, killAfter: number): Promise<number> => {
  const script = new URL('closing-worker.ts', import.meta.url).pathname;
  const begin = (): ChildProcess =>
    spawn(process.execPath, [script, path, log, now], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { PATH: process.env.PATH },
    });
  const [doomed, other] = [begin(), begin()];
  let sent = 0;
  doomed.stdout?.on('data', (chunk: Buffer) => {
    sent += chunk.toString().replace('ready\n', '').length;
    if (sent >= killAfter) doomed.kill('SIGKILL');
  });
  await Promise.all([doomed, other].map(async ({ stdout }) => stdout && (await once(stdout, 'data'))));
  other.stdout?.resume();
  for (const { stdin } of [doomed, other]) stdin?.write('go\n');
  await Promise.all([once(doomed, 'exit'), once(other, 'exit')]);
  return sent;
};

/** Lets polls of several trips end at the same moment, with two workers of which one is killed, at the reminder and at the end. */
export const closeTogether = async (trips: number, pollsEach: number, killAfter: number): Promise<ClosedTogether> => {
  const folder = mkdtempSync(join(tmpdir(), 'pathfinder-closing-'));
  const [path, log] = [join(folder, 'pathfinder.db'), join(folder, 'far-end.log')];
  const make = sqliteStore(openDatabase(path), { now: () => OPENED }, testCodec);
  const made: string[] = [];
  for (let number = 0; number < trips; number += 1) made.push(await makeTrip(make, number, pollsEach));
  await make.close();

  writeFileSync(log, '');
  const began = performance.now();
  const phases: string[] = [];
  const sentBeforeKill: number[] = [];
  for (const at of [REMINDED, CLOSES]) {
    writeFileSync(log, '');
    sentBeforeKill.push(await twoWorkersOneKilled(path, log, at, killAfter));
    // What the dead one had taken is free again once its lease is over; whoever is there then goes on.
    const clock = { now: () => Date.parse(at) + 60_000 };
    const store = sqliteStore(openDatabase(path), clock, testCodec);
    await workUntilIdle(store, clock, log);
    await store.close();
    phases.push(existsSync(log) ? readFileSync(log, 'utf8') : '');
  }
  const ms = performance.now() - began;

  const store = sqliteStore(openDatabase(path), { now: () => Date.parse(CLOSES) }, testCodec);
  let [closed, leftInOutbox] = [0, 0];
  for (const tripId of made) {
    closed += (await pollsOf(store, tripId)).filter(({ status, dueAt }) => status === 'closed' && !dueAt).length;
    leftInOutbox += (await store.list(outboxFacts, tripId)).length;
  }
  await store.close();
  rmSync(folder, { recursive: true });

  const [reminding = [], closing = []] = phases.map((text) => text.split('\n').filter((line) => line !== ''));
  const told = (lines: readonly string[]) => lines.filter((line) => line.startsWith('told'));
  const twice = (lines: readonly string[]): number => lines.length - new Set(lines).size;
  const phoneNumber = (line: string): number => Number(line.split('\t')[1]?.slice(5)) - 1_000_000;
  return {
    polls: trips * pollsEach,
    closed,
    settledMoreThanOnce: twice(closing.filter((line) => line.startsWith('settled'))),
    reminders: told(reminding).length,
    remindersDue: trips * pollsEach * (FAMILIES - ANSWERING),
    remindersToOthers: told(reminding).filter((line) => phoneNumber(line) % FAMILIES < ANSWERING).length,
    results: told(closing).length,
    resultsDue: trips * pollsEach * FAMILIES,
    toldTwice: twice(told(reminding)) + twice(told(closing)),
    sentBeforeKill,
    leftInOutbox,
    ms: Math.round(ms),
  };
};
