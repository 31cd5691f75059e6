import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { PathfinderError } from '../../trips/pathfinder-error.ts';
import { sealedInto } from '../document-codec.ts';
import { type SealingKey, sealing } from '../keyring.ts';
import {
  type ChangeRow,
  type CommitRequest,
  type FromWriter,
  type Result,
  type ToWriter,
  unpack,
} from './commit-messages.ts';
import { connect } from './database.ts';
import { knownEtags } from './known-etags.ts';

/** Writes documents beside the event loop: whatever has arrived by the time the disk is free is one group, one sync. */
const port = parentPort;
if (!port) throw new PathfinderError('internal', 'the writing thread has nobody to write for');
const { path, writer, key } = workerData as {
  readonly path: string;
  readonly writer: string;
  readonly key: SealingKey;
};
const handle = connect(path);
// 16 MB of pages: nobody else writes most of them, so they need not be read again for each group.
handle.exec('PRAGMA cache_size = -16000');
/** Here, so that the event loop does not wait for it either. */
const seal = sealing(key);

const statement = {
  begin: handle.prepare('BEGIN IMMEDIATE'),
  commit: handle.prepare('COMMIT'),
  /** Nothing that an index holds has changed: one page is written. */
  update: handle.prepare(
    'UPDATE entities SET etag = ?, body = ? WHERE pk = ? AND id = ? AND type = ? AND due_at IS ? AND expires_at IS ?',
  ),
  put: handle.prepare(
    `INSERT INTO entities (pk, id, type, etag, due_at, expires_at, body) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (pk, id) DO UPDATE SET type = excluded.type, etag = excluded.etag, due_at = excluded.due_at,
       expires_at = excluded.expires_at, body = excluded.body`,
  ),
  /** Writes what must be new: it looks where it writes, once. What has expired is not there. */
  claim: handle.prepare(
    `INSERT INTO entities (pk, id, type, etag, due_at, expires_at, body) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (pk, id) DO UPDATE SET type = excluded.type, etag = excluded.etag, due_at = excluded.due_at,
       expires_at = excluded.expires_at, body = excluded.body WHERE entities.expires_at <= ?`,
  ),
  remove: handle.prepare('DELETE FROM entities WHERE pk = ? AND id = ?'),
  sweep: handle.prepare('DELETE FROM entities WHERE expires_at <= ?'),
  group: handle.prepare(
    'INSERT INTO entity_writers (writer, groups) VALUES (?, 1) ON CONFLICT DO UPDATE SET groups = groups + 1',
  ),
};

const etags = knownEtags(handle);

const holds = (pk: string, now: number, { id, ifMatch, ifAbsent }: ChangeRow): boolean => {
  if (!ifAbsent && ifMatch === undefined) return true;
  const current = etags.at(pk, id, now);
  return ifAbsent ? current === undefined : current === ifMatch;
};

/** The id whose condition fails, or nothing once all changes are written. */
const apply = ({ pk, now, changes }: CommitRequest): string | undefined => {
  // The first that must be new proves it by being written, before the others are: nearly every commit has at most one.
  const claimed = changes.find(({ put, ifAbsent }) => put && ifAbsent);
  if (!changes.every((change) => change === claimed || holds(pk, now, change)))
    return changes.find((change) => !holds(pk, now, change))?.id;
  if (claimed?.put && !claim(pk, claimed.id, claimed.put, now)) return claimed.id;
  for (const change of changes) {
    if (change === claimed) continue;
    const { id, put, ifAbsent = false } = change;
    if (put === null) {
      statement.remove.run(pk, id);
      etags.wrote(pk, id, undefined, null);
    } else if (put) save(pk, id, put, ifAbsent);
  }
  return undefined;
};

type Put = NonNullable<ChangeRow['put']>;

/** Writes a document unless one is there; whether it did. */
const claim = (pk: string, id: string, { type, etag, dueAt, expiresAt, body }: Put, now: number): boolean => {
  const sealed = sealedInto(body, pk, id, seal);
  // Most of what is new is a line that nobody ever changes: its etag is looked up if somebody does.
  etags.forgetOne(pk, id);
  return statement.claim.run(pk, id, type, etag, dueAt, expiresAt, sealed, now).changes > 0;
};

const save = (pk: string, id: string, put: Put, isNew: boolean): void => {
  const { type, etag, dueAt, expiresAt } = put;
  const body = sealedInto(put.body, pk, id, seal);
  const changed = !isNew && statement.update.run(etag, body, pk, id, type, dueAt, expiresAt).changes > 0;
  if (!changed) statement.put.run(pk, id, type, etag, dueAt, expiresAt, body);
  etags.wrote(pk, id, etag, expiresAt);
};

/** One message's work: commits to make, or a sweep of what has expired at `now`. */
type Work = readonly CommitRequest[] | { readonly now: number };

const workOf = (message: Exclude<ToWriter, { kind: 'close' }>): Work =>
  message.kind === 'commits' ? unpack(message.cells) : message;

const answer = (message: FromWriter): void => port.postMessage(message);

const sweep = (now: number): number => {
  etags.forget();
  return Number(statement.sweep.run(now).changes);
};

const write = (group: readonly Work[]): void => {
  if (group.length === 0) return;
  try {
    statement.begin.run();
    etags.begin();
    const results: [number, Result][] = [];
    let at = 0;
    for (const work of group) {
      for (const one of 'now' in work ? [work] : work) {
        const result = 'changes' in one ? apply(one) : sweep(one.now);
        if (result !== undefined) results.push([at, result]);
        at += 1;
      }
    }
    statement.group.run(writer);
    const written = performance.now();
    statement.commit.run();
    answer({ kind: 'done', messages: group.length, results, syncMs: performance.now() - written });
  } catch (error) {
    etags.forget();
    if (handle.isTransaction) handle.exec('ROLLBACK');
    answer({ kind: 'failed', messages: group.length, why: String(error) });
  }
};

port.on('message', (first: ToWriter) => {
  const group: Work[] = [];
  let closing = false;
  for (
    let message: ToWriter | undefined = first;
    message;
    message = receiveMessageOnPort(port)?.message as ToWriter | undefined
  ) {
    if (message.kind === 'close') closing = true;
    else group.push(workOf(message));
  }
  write(group);
  if (!closing) return;
  handle.close();
  port.close();
});
