import type { Converse } from '../../bot/conversed.ts';
import type { PollCard } from '../../cards/reply.ts';
import {
  type Conversation,
  closeAll,
  form,
  history,
  messages,
  openDoor,
  post,
  say,
  start,
  upload,
} from '../../test/direct-line-calls.ts';
import { echo, openWebDoor, type WebDoor } from '../../test/web-door.ts';
import type { Listener } from '../../trips/notifications/listener.ts';

interface Said {
  readonly id: string;
  readonly text: string;
  readonly attachments?: readonly { readonly contentType: string; readonly content: unknown }[];
  readonly channelData: { readonly pathfinder?: { readonly replaces?: string; readonly line?: string } };
}

afterEach(closeAll);

const said = async (door: WebDoor, conversation: Conversation): Promise<readonly Said[]> =>
  (await history(door, conversation)).activities;

const texts = (said: readonly Said[]) => said.map(({ text }) => text);

const never: Converse = () => new Promise(() => undefined);

const listener = (conversation: string): Listener => ({
  pk: 'trip_1',
  id: 'listener_1',
  type: 'listener',
  _schema_version: 1,
  tripId: 'trip_1',
  door: 'web',
  conversation,
  group: false,
  userId: 'user_1',
});

const poll = (votes: number): PollCard => ({
  kind: 'poll',
  pollId: 'poll_1',
  question: 'Where do we eat?',
  askedBy: 'Ana (Silva)',
  status: 'open',
  options: [
    { optionId: 'opt_1', text: 'Taverna', votes, mine: votes > 0 },
    { optionId: 'opt_2', text: 'Pelican', votes: 0, mine: false },
  ],
  waitingFor: ['Okoye'],
});

describe('a message that was saved and not answered', () => {
  test('is answered after the restart, once, with what came after it in order', async () => {
    const before = await openWebDoor({
      converse: async (incoming) => (incoming.event === 'joined' ? echo(incoming) : never(incoming)),
    });
    const mine = await start(before);
    await messages(before, mine, 1);
    await say(before, mine, 'first');
    await say(before, mine, 'second');
    await before.crash();
    const first = before.heard.find(({ text }) => text === 'first');

    const after = await openDoor({ folder: before.folder });
    await after.channel.resume();
    expect(texts(await said(after, mine))).toEqual([
      'Welcome',
      'first',
      'second',
      'You said: first',
      'You said: second',
    ]);
    expect(after.heard[0]?.eventId).toBe(first?.eventId);
    await after.channel.resume();
    expect(after.heard).toHaveLength(2);
  });

  test('is answered when only the answer was lost: the turn is a repeat but its words are new', async () => {
    const before = await openWebDoor({ converse: never });
    const mine = await start(before);
    await say(before, mine, 'vote 2');
    await before.crash();

    const after = await openDoor({
      folder: before.folder,
      converse: async ({ event }) => ({
        replies: [{ text: event === 'joined' ? 'Welcome' : 'The Chens vote 2) Pelican.' }],
        duplicate: true,
      }),
    });
    await after.channel.resume();
    expect(texts(await said(after, mine))).toEqual(['vote 2', 'Welcome', 'The Chens vote 2) Pelican.']);
  });

  test('keeps its files', async () => {
    const before = await openWebDoor({ converse: never });
    const mine = await start(before);
    await upload(before, mine, form([['hotel.txt', 'check-in 15:20', 'text/plain']]));
    await before.crash();

    const after = await openDoor({
      folder: before.folder,
      converse: async ({ files }) => ({
        replies: await Promise.all(files.map(async (file) => ({ text: Buffer.from(await file.read()).toString() }))),
        duplicate: false,
      }),
    });
    await after.channel.resume();
    expect(texts(await said(after, mine)).at(-1)).toBe('check-in 15:20');
  });

  test('is answered by a process that knew the conversation from before it came in', async () => {
    const here = await openDoor();
    const mine = await start(here);
    await messages(here, mine, 1);
    const there = await openWebDoor({ folder: here.folder, converse: never });
    await say(there, mine, 'hello');
    await there.crash();
    await here.channel.resume();
    expect(texts(await said(here, mine))).toEqual(['Welcome', 'hello', 'You said: hello']);
  });

  test('is answered once when two processes take it up', async () => {
    const before = await openWebDoor({ converse: never });
    const mine = await start(before);
    await messages(before, mine, 0);
    await say(before, mine, 'hello');
    await before.crash();

    const one = await openDoor({ folder: before.folder });
    const two = await openWebDoor({ folder: before.folder });
    await Promise.all([one.channel.resume(), two.channel.resume()]);
    await two.close('keep');
    expect(texts(await said(one, mine)).toSorted()).toEqual(['Welcome', 'You said: hello', 'hello']);
  });

  test('is told what was answered when the turn had been saved and the message had not', async () => {
    const door = await openDoor({ converse: async () => ({ replies: [{ text: 'again' }], duplicate: true }) });
    const mine = await start(door);
    await messages(door, mine, 1);
    await say(door, mine, 'hi');
    await door.channel.close();
    expect(texts(await said(door, mine))).toEqual(['again', 'hi', 'again']);
    await door.channel.resume();
    expect(texts(await said(door, mine))).toHaveLength(3);
  });
});

describe('a message and its answer', () => {
  /** As the whole conversation does: says what it will say before it has saved where it stands. */
  const early: Converse = async (incoming) => {
    const { replies } = await echo(incoming);
    const position = { pk: incoming.conversation, id: 'session', type: 'session', _schema_version: 2, history: [] };
    await incoming.saying?.(replies, { put: position });
    return { replies, duplicate: false };
  };
  const named = (text: string, clientActivityID: string) => ({
    type: 'message',
    text,
    channelData: { clientActivityID },
  });

  test.each([
    ['when the turn is over', echo],
    ['while the turn is being saved', early],
  ])('are saved in one commit, the answer to the message, %s', async (_, converse) => {
    const door = await openDoor({ converse });
    const mine = await start(door);
    await messages(door, mine, 1);
    const commits = import.meta.jest.spyOn(door.records, 'commit');
    const { id } = await say(door, mine, 'hello');
    const [, message, answer] = (await said(door, mine)) as readonly (Said & { readonly replyToId?: string })[];
    expect(message).toMatchObject({ id, text: 'hello' });
    expect(answer).toMatchObject({ text: 'You said: hello', replyToId: id });
    expect(commits).toHaveBeenCalledTimes(1);
  });

  test('are not waited for by a second message, and stand in the order they were sent', async () => {
    const answering = Promise.withResolvers<void>();
    const door = await openDoor({
      converse: async (incoming) => {
        if (incoming.event === 'message') await answering.promise;
        return early(incoming);
      },
    });
    const mine = await start(door);
    await messages(door, mine, 1);
    await say(door, mine, 'first');
    await Promise.all([say(door, mine, 'second'), say(door, mine, 'third')]);
    expect(texts(await said(door, mine)).slice(0, 2)).toEqual(['Welcome', 'first']);
    answering.resolve();
    const all = texts(await messages(door, mine, 7));
    expect(all.slice(4)).toEqual(all.slice(1, 4).map((text) => `You said: ${text}`));
  });

  test('are one each when two processes are sent the same message at once, and again later', async () => {
    const door = await openDoor({ converse: early });
    const mine = await start(door);
    await messages(door, mine, 1);
    const other = await openWebDoor({ folder: door.folder, converse: early });
    await say(other, mine, 'wake up');
    await say(door, mine, 'wake up too');
    const activity = named('once', 'c-1');
    const ids = await Promise.all([door, other].map(async (at) => (await post(at, mine, activity)).body));
    expect(ids[0]).toEqual(ids[1]);
    expect((await post(other, mine, activity)).body).toEqual(ids[0]);
    expect(texts(await said(door, mine)).filter((text) => text.endsWith('once'))).toEqual(['once', 'You said: once']);
    const events = [...door.heard, ...other.heard].filter(({ text }) => text === 'once').map(({ eventId }) => eventId);
    expect(new Set(events).size).toBe(1);
    await other.close('keep');
  });

  test('is an apology when the turn fails after it was said what would be', async () => {
    const door = await openDoor({
      converse: async (incoming) => {
        const conversed = await early(incoming);
        if (incoming.event === 'message') throw new Error('where it stands was not saved');
        return conversed;
      },
    });
    const mine = await start(door);
    await say(door, mine, 'hello');
    const all = texts(await messages(door, mine, 4));
    expect(all.filter((text) => text === 'hello')).toHaveLength(1);
    expect(all.at(-1)).toMatch(/went wrong on my side/);
  });
});

describe('the web courier', () => {
  test('delivers once per key', async () => {
    const door = await openDoor();
    const mine = await start(door);
    await messages(door, mine, 1);
    const to = listener(mine.conversationId);
    const sent = await Promise.all(
      [1, 2, 3].map(() => door.channel.deliver(to, { text: 'Your plan is ready' }, 'plan 1')),
    );
    const later = await door.channel.deliver(to, { text: 'Your plan is ready' }, 'plan 1');
    const all = await said(door, mine);
    expect(texts(all)).toEqual(['Welcome', 'Your plan is ready']);
    for (const delivered of [...sent, later]) expect(delivered).toEqual({ status: 'sent', messageId: all[1]?.id });
    await door.channel.deliver(to, { text: 'Your plan is ready' }, 'plan 2');
    expect(await said(door, mine)).toHaveLength(3);
  });

  test('refuses a conversation that is not there, and does not make one', async () => {
    const door = await openDoor();
    expect(await door.channel.deliver(listener('conversation_gone'), { text: 'hi' }, 'k')).toMatchObject({
      status: 'refused',
    });
  });

  test('a message is complete as text, and its card has the same buttons and a hint for the page', async () => {
    const door = await openDoor();
    const mine = await start(door);
    await messages(door, mine, 1);
    await door.channel.deliver(listener(mine.conversationId), { text: 'A vote is open.', card: poll(0) }, 'p');
    const message = (await said(door, mine))[1];
    expect(message?.text).toContain('1) Taverna');
    expect(message?.text).toContain('2) Pelican');
    expect(message?.channelData.pathfinder).toEqual({ line: 'A vote is open.', replaces: 'poll:poll_1' });
    const cards = JSON.stringify(message?.attachments);
    expect(cards).toContain('Action.Submit');
    expect(cards).not.toContain('Action.Execute');
    expect(cards).toContain('"optionId":"opt_2"');
  });

  test('an update is a newer message that says which one it replaces; the same update again is none', async () => {
    const door = await openDoor();
    const mine = await start(door);
    await messages(door, mine, 1);
    const to = listener(mine.conversationId);
    const first = await door.channel.deliver(to, { text: 'Vote', card: poll(0) }, 'p');
    const messageId = 'messageId' in first ? (first.messageId ?? '') : '';
    const update = (votes: number) => door.channel.update?.(to, messageId, { text: 'Vote', card: poll(votes) });
    await update(1);
    await update(1);
    expect(await said(door, mine)).toHaveLength(3);
    await update(0);
    await update(0);
    const all = await said(door, mine);
    expect(all).toHaveLength(4);
    expect(all.slice(1).map(({ channelData }) => channelData.pathfinder?.replaces)).toEqual(
      Array(3).fill('poll:poll_1'),
    );
  });

  test('an update is told although the last update said the same, when a turn has shown something else since', async () => {
    const door = await openDoor({
      converse: async ({ text }) => ({
        replies: text === 'results' ? [{ text: 'Vote', card: poll(1) }] : [],
        duplicate: false,
      }),
    });
    const mine = await start(door);
    const to = listener(mine.conversationId);
    await door.channel.update?.(to, 'm', { text: 'Vote', card: poll(0) });
    await say(door, mine, 'results');
    await messages(door, mine, 3);
    await door.channel.update?.(to, 'm', { text: 'Vote', card: poll(0) });
    expect(await said(door, mine)).toHaveLength(4);
  });

  test('an update of a message that is no poll names that message', async () => {
    const door = await openDoor();
    const mine = await start(door);
    await messages(door, mine, 1);
    await door.channel.update?.(listener(mine.conversationId), 'conversation_1|0000001', { text: 'Now 2 of 3' });
    const all = await said(door, mine);
    expect(all[1]?.channelData.pathfinder?.replaces).toBe('message:conversation_1|0000001');
  });
});
