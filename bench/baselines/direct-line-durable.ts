import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import express from 'express';
import { type WebSocket, WebSocketServer } from 'ws';

/**
 * The least that speaks Direct Line and loses nothing: a message and its echo are one row, known by the client's key, on
 * the disk before anybody sees them, one fsync for whatever arrived together. No tokens, no turn, no session, nothing read back.
 */
const folder = mkdtempSync(join(tmpdir(), 'pathfinder-baseline-'));
const database = new DatabaseSync(join(folder, 'chat.db'));
// As ours: the same journal, the same sync, as rare a checkpoint.
database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000');
database.exec(
  'CREATE TABLE exchanges (conversation TEXT, key TEXT, body TEXT NOT NULL, PRIMARY KEY (conversation, key))',
);
const insert = database.prepare('INSERT OR IGNORE INTO exchanges (conversation, key, body) VALUES (?, ?, ?)');

interface Exchange {
  readonly conversation: string;
  readonly key: string;
  readonly body: string;
  saved(isNew: boolean): void;
}
let group: Exchange[] = [];
const commit = (): void => {
  const saving = group;
  group = [];
  database.exec('BEGIN IMMEDIATE');
  const changes = saving.map(({ conversation, key, body }) => insert.run(conversation, key, body).changes);
  database.exec('COMMIT');
  for (const [index, { saved }] of saving.entries()) saved(changes[index] === 1);
};

const listening = new Map<string, { readonly socket: WebSocket; said: number }>();
const app = express();
const addressOf = (): number => {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};
app.post('/v3/directline/tokens/generate', (_request, response) => {
  response.json({ conversationId: randomUUID(), token: 'none' });
});
app.post('/v3/directline/conversations', (request, response) => {
  const conversationId = request.get('x-conversation') ?? randomUUID();
  const streamUrl = `ws://127.0.0.1:${addressOf()}/v3/directline/conversations/${conversationId}/stream`;
  response.status(201).json({ conversationId, token: 'none', streamUrl });
});
app.post('/v3/directline/conversations/:conversationId/activities', express.json(), async (request, response) => {
  const conversation = String(request.params.conversationId);
  const listener = listening.get(conversation);
  if (!listener) {
    response.sendStatus(404);
    return;
  }
  listener.said += 1;
  const id = `${conversation}|${listener.said}`;
  const frames = [
    JSON.stringify({ activities: [{ ...request.body, id }] }),
    JSON.stringify({ activities: [{ type: 'message', text: `Echo: ${request.body.text}`, replyToId: id }] }),
  ];
  const isNew = await new Promise<boolean>((saved) => {
    const key = String(request.body.channelData?.clientActivityID ?? id);
    group.push({ conversation, key, body: frames.join('\n'), saved });
    if (group.length === 1) setImmediate(commit);
  });
  response.json({ id });
  if (isNew) for (const frame of frames) listener.socket.send(frame);
});
const sockets = new WebSocketServer({ noServer: true });
const server = app.listen(0, '127.0.0.1', () => console.log(`ready ${addressOf()}`));
server.on('upgrade', (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, (opened) => {
    const conversationId = (request.url ?? '').split('/')[4] ?? '';
    listening.set(conversationId, { socket: opened, said: 0 });
    opened.on('close', () => listening.delete(conversationId));
  });
});
process.once('SIGTERM', () => {
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
});
