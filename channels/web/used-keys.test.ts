import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EntityStore } from '../../store/entity-store.ts';
import { openDatabase } from '../../store/sqlite/database.ts';
import { sqliteStore } from '../../store/sqlite/sqlite-store.ts';
import { testCodec } from '../../test/codec.ts';
import { systemClock } from '../../trips/clock.ts';
import { markerId, webDeliveries } from './conversation-documents.ts';
import { type Line, transcript } from './transcript.ts';

const TALK = 'conversation_example';

let folder = '';
const opened: EntityStore[] = [];
const open = () => {
  const store = sqliteStore(openDatabase(join(folder, 'chat.db')), systemClock, testCodec);
  opened.push(store);
  return { store, said: transcript({ records: store, clock: systemClock }) };
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'used-keys-'));
});
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
  rmSync(folder, { recursive: true });
});

const line = (text: string): Line => ({ activity: { type: 'message', text } });

test('a key is known for as long as what it led to, however many came after, and to a process that starts later', async () => {
  const { said, store } = open();
  await said.open(TALK, 'dl_ana', line('joined'));
  for (let n = 1; n <= 200; n += 1) await said.append(TALK, [line(`message ${n}`)], { key: `client ${n}` });
  const later = open().said;
  for (const transcripts of [said, later]) {
    for (const n of [1, 40, 60, 61, 120, 199, 200]) {
      expect(await transcripts.append(TALK, [line('again')], { key: `client ${n}` })).toEqual({
        status: 'repeated',
        sequence: n + 1,
      });
    }
    expect(await transcripts.draft(TALK, line('again'), 'client 7')).toBeUndefined();
  }
  expect(await said.newest(TALK)).toBe(201);
  expect((await store.list(webDeliveries, TALK)).length).toBeGreaterThan(2);
});

test('two processes that get the same key at once append it once', async () => {
  const [one, other] = [open().said, open().said];
  await one.open(TALK, 'dl_ana', line('joined'));
  await other.newest(TALK);
  const appended = await Promise.all(
    Array.from({ length: 10 }, (_, n) =>
      (n % 2 ? one : other).append(TALK, [line('once')], { key: `client ${n >> 1}` }),
    ),
  );
  expect(appended.map(({ status }) => status).sort()).toEqual([
    ...Array.from({ length: 5 }, () => 'appended'),
    ...Array.from({ length: 5 }, () => 'repeated'),
  ]);
  expect(await one.newest(TALK)).toBe(6);
});

test('a conversation from before keys stood in it goes on: its lines are read and its keys known', async () => {
  const { said, store } = open();
  const kept = { pk: TALK, _schema_version: 1 };
  const activity = { type: 'message', text: 'from before', channelData: { 'webchat:sequence-id': 1 } };
  await store.keep(TALK, [
    {
      body: {
        ...{ ...kept, id: 'conversation', type: 'web_conversation' },
        ...{ user: 'dl_ana', last: 1, createdAt: '2026-11-01T10:00:00.000Z' },
      },
    },
    {
      body: {
        ...{ ...kept, id: 'activity_0000000001', type: 'web_activity', _schema_version: 2 },
        ...{ sequence: 1, shown: true, activity },
      },
    },
    { body: { ...kept, id: markerId('client 1'), type: 'web_delivery', sequence: 1 } },
  ]);
  expect(await said.append(TALK, [line('again')], { key: 'client 1' })).toEqual({ status: 'repeated', sequence: 1 });
  expect((await said.append(TALK, [line('new')], { key: 'client 2' })).status).toBe('appended');
  expect(await said.append(TALK, [line('again')], { key: 'client 1' })).toEqual({ status: 'repeated', sequence: 1 });
  const { activities = [], watermark } = (await said.after(TALK, 0)) ?? {};
  expect(activities.map(({ text }) => text)).toEqual(['from before', 'new']);
  expect(watermark).toBe(2);
});

test('lines said in one breath are read from between them, too', async () => {
  const { said } = open();
  await said.open(TALK, 'dl_ana', line('1'));
  await said.append(TALK, [line('2'), line('3'), line('4')]);
  await said.append(TALK, [line('5')]);
  const read = await Promise.all([0, 1, 2, 3, 4, 5].map((from) => said.after(TALK, from)));
  expect(read.map((batch) => batch?.activities.map(({ text }) => text).join(''))).toEqual([
    ...['12345', '2345', '345', '45', '5', ''],
  ]);
});
