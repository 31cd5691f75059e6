import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import express from 'express';

/** The least a durable write over HTTP costs: JSON in, one row inserted, one fsync for whatever arrived together. */
const folder = mkdtempSync(join(tmpdir(), 'pathfinder-baseline-'));
const database = new DatabaseSync(join(folder, 'ballots.db'));
// As ours: the same journal, the same sync, as rare a checkpoint.
database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000');
database.exec('CREATE TABLE ballots (id INTEGER PRIMARY KEY, poll TEXT NOT NULL, body TEXT NOT NULL)');
const insert = database.prepare('INSERT INTO ballots (poll, body) VALUES (?, ?)');

let group: { readonly poll: string; readonly body: string; readonly saved: () => void }[] = [];
const commit = (): void => {
  const saving = group;
  group = [];
  database.exec('BEGIN IMMEDIATE');
  for (const { poll, body } of saving) insert.run(poll, body);
  database.exec('COMMIT');
  for (const { saved } of saving) saved();
};

const app = express();
app.disable('x-powered-by');
app.set('etag', false);
app.put('/polls/:pollId/ballot', express.json(), async (request, response) => {
  await new Promise<void>((saved) => {
    group.push({ poll: String(request.params.pollId), body: JSON.stringify(request.body), saved });
    if (group.length === 1) setImmediate(commit);
  });
  response.json({ pollId: request.params.pollId, optionId: request.body.optionId });
});
const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(`ready ${typeof address === 'object' ? address?.port : ''}`);
});
process.once('SIGTERM', () => {
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
});
