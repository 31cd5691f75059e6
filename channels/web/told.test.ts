import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { createBot } from '../../bot/bot.ts';
import type { Converse } from '../../bot/conversed.ts';
import { type Session, sessions } from '../../bot/session.ts';
import type { EntityStore } from '../../store/entity-store.ts';
import { openDatabase } from '../../store/sqlite/database.ts';
import { sqliteStore } from '../../store/sqlite/sqlite-store.ts';
import { testCodec } from '../../test/codec.ts';
import { closeAll, form, messages, openDoor, start, upload } from '../../test/direct-line-calls.ts';
import { eventually } from '../../test/eventually.ts';
import { systemClock } from '../../trips/clock.ts';
import { PathfinderError } from '../../trips/pathfinder-error.ts';
import { answerLines } from './answer-lines.ts';
import { renderWeb } from './render-web.ts';
import { hold, toldAfter } from './told.ts';
import { type Line, type Transcript, transcript } from './transcript.ts';

const TALK = 'conversation_example';

describe('a message and what answers it', () => {
  let folder: string;
  let store: EntityStore;
  let said: Transcript;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'told-'));
    store = sqliteStore(openDatabase(join(folder, 'chat.db')), systemClock, testCodec);
    said = transcript({ records: store, clock: systemClock });
    await said.open(TALK, 'dl_ana', { activity: { type: 'message', text: 'joined' } });
  });
  afterEach(async () => {
    await closeAll();
    await store.close();
    rmSync(folder, { recursive: true });
  });

  const answer = (text: string): Line => ({ activity: { type: 'message', text } });
  const message = (text: string): Line => ({
    ...answer(text),
    received: { event: 'message', once: text, user: 'dl_ana', text, files: [] },
  });
  /** What stands there after the first line, each with what it answers. */
  const lines = async () => {
    const all = (await said.after(TALK, 1))?.activities ?? [];
    const textOf = (id?: string) => all.find((one) => one.id === id)?.text;
    return all.map(({ text, replyToId }) => (replyToId === undefined ? text : `${text} <- ${textOf(replyToId)}`));
  };
  const beside = (n: number) => {
    const session: Session = { pk: TALK, id: 'session', type: 'session', _schema_version: 2, history: [] };
    return { put: { ...session, greeted: true, listens: String(n) }, ifAbsent: true };
  };
  const standing = () => store.read(sessions, TALK, 'session');
  const waiting = async () => (await said.unanswered(10)).map(({ activity }) => activity.text);

  test('that is answered by nothing waits no longer, whether it was saved before or not', async () => {
    const held = hold(said, TALK, message('held'), undefined);
    await held.end();
    const released = hold(said, TALK, message('released'), undefined);
    released.release();
    await released.saved;
    expect(await waiting()).toEqual(['released']);
    await released.end();
    const before = await said.append(TALK, [message('before')]);
    const [line] = before.status === 'appended' ? before.lines : [];
    if (!line) throw new Error('not appended');
    expect(await waiting()).toEqual(['before']);
    await toldAfter(said, line).end();
    expect(await waiting()).toEqual([]);
    expect(await lines()).toEqual(['held', 'released', 'before']);
  });

  test('are saved one after the other when the answer took too long, and both are answers to it', async () => {
    const held = hold(said, TALK, message('hello'), undefined);
    held.release();
    held.release();
    expect((await held.say([answer('one')])).ids).toHaveLength(1);
    // Were it killed now, nobody would answer it again.
    expect(await waiting()).toEqual([]);
    expect((await held.say([answer('two')])).ids).toHaveLength(1);
    await held.end();
    expect(await lines()).toEqual(['hello', 'one <- hello', 'two <- hello']);
    expect(await waiting()).toEqual([]);
  });

  test('go on together: what is said later answers it, too', async () => {
    const held = hold(said, TALK, message('hello'), undefined);
    await held.say([answer('one'), answer('two')]);
    await held.say([answer('three')]);
    await held.end();
    expect(await lines()).toEqual(['hello', 'one <- hello', 'two <- hello', 'three <- hello']);
    expect(await waiting()).toEqual([]);
  });

  test('are nothing new when the message was there already, at once or later', async () => {
    for (const first of ['say', 'release'] as const) {
      await hold(said, TALK, message('hello'), 'client 1').say([answer('hi')]);
      const again = hold(said, TALK, message('hello'), 'client 1');
      if (first === 'release') again.release();
      for (const more of ['hi', 'more'])
        expect(await again.say([answer(more)], beside(1))).toEqual({ status: 'known', ids: [] });
      await again.end();
    }
    expect(await lines()).toEqual(['hello', 'hi <- hello']);
    expect(await standing()).toBeUndefined();
  });

  test.each(['held', 'released'])('are saved with what stands beside them, or not at all, where %s', async (how) => {
    const commits = import.meta.jest.spyOn(store, 'commit');
    await hold(said, TALK, message('one'), undefined).say([answer('first <-')], beside(1));
    expect(commits).toHaveBeenCalledTimes(1);
    expect(await standing()).toMatchObject({ greeted: true, listens: '1' });
    const held = hold(said, TALK, message('two'), undefined);
    const stale = held.say([answer('never')], beside(2));
    // Whoever sent it waits no longer: saved by itself it is, once it is known that it was not saved with its answer.
    if (how === 'released') held.release();
    expect(await stale).toEqual({ status: 'moved', ids: [] });
    if (how === 'released') expect(await held.saved).toMatchObject({ status: 'appended' });
    expect(await lines()).not.toContain('never <- two');
    const etag = (await standing())?._etag;
    expect(await held.say([answer('second')], { ...beside(3), ifAbsent: false, ifMatch: etag })).toMatchObject({
      status: 'saved',
    });
    await held.end();
    expect((await lines()).slice(2)).toEqual(['two', 'second <- two']);
    expect(await standing()).toMatchObject({ listens: '3' });
    expect(await waiting()).toEqual([]);
  });

  const answering = (converse: Converse, through: Transcript = said) =>
    answerLines({
      bot: createBot(converse),
      transcript: through,
      uploads: { put: async () => undefined, get: async () => undefined, remove: async () => undefined },
      log: pino({ level: 'silent' }),
      render: renderWeb,
      whisper: () => undefined,
    });
  const echo: Converse = async ({ text }) => ({ replies: [{ text: `You said: ${text}` }], duplicate: false });

  test('keep their order when the next message comes while the first is held back', async () => {
    const done = Promise.withResolvers<void>();
    const heard = answering(async (incoming) => {
      await done.promise;
      return echo(incoming);
    });
    await Promise.all(['one', 'two', 'three'].map((text) => heard.hear(TALK, message(text), undefined)));
    expect(await lines()).toEqual(['one', 'two', 'three']);
    done.resolve();
    await heard.close();
    expect((await lines()).slice(3)).toEqual(['one', 'two', 'three'].map((text) => `You said: ${text} <- ${text}`));
  });

  test('are tried again when the answer could not be saved, until it is', async () => {
    // The answer, and then that it could not be said.
    let down = 2;
    const failing: Transcript = {
      ...said,
      append: async (id, all, options) => {
        if (options?.settles === undefined || down === 0) return said.append(id, all, options);
        down -= 1;
        throw new PathfinderError('store-unavailable', 'told to fail');
      },
    };
    const heard = answering(echo, failing);
    await said.append(TALK, [message('one')]);
    await heard.resume();
    expect([down, await waiting()]).toEqual([0, ['one']]);
    await eventually('the answer', async () => (await waiting()).length === 0);
    expect(await lines()).toEqual(['one', 'You said: one <- one']);
    await heard.close();
  });

  test('leave no upload behind once the turn that read it is over', async () => {
    const door = await openDoor();
    const mine = await start(door);
    await upload(door, mine, form([['hotel.txt', 'check-in 15:20', 'text/plain']]));
    await messages(door, mine, 3);
    const kept = () =>
      readdirSync(join(door.folder, 'uploads'), { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
    await eventually('the upload to be gone', () => kept().length === 0);
  });
});
