import {
  bearer,
  call,
  closeAll,
  form,
  generate,
  history,
  messages,
  openDoor,
  post,
  say,
  start,
  upload,
} from '../../../test/direct-line-calls.ts';

afterEach(closeAll);

describe('Direct Line activities', () => {
  test.each([
    ['not JSON', '{"type": "message"', {}, 400],
    ['an array', '[]', {}, 400],
    ['no type', {}, {}, 400],
    ['a type that is no text', { type: 7 }, {}, 400],
    ['a text that is no text', { type: 'message', text: { a: 1 } }, {}, 400],
    ['a client id that is no text', { type: 'message', text: 'a', channelData: { clientActivityID: {} } }, {}, 400],
    ['as deep as its size allows', `{"type":"message","value":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, {}, 400],
    ['a link to a file', { type: 'message', attachments: [{ contentUrl: 'http://127.0.0.1/secret' }] }, {}, 400],
    ['too large', { type: 'message', text: 'x'.repeat(300_000) }, {}, 413],
    ['not sent as JSON', 'type=message', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['in an encoding nobody knows', { type: 'message' }, { 'content-encoding': 'x-nothing' }, 415],
  ])('an activity that is %s is refused and nothing is said', async (_, activity, headers, status) => {
    const door = await openDoor();
    const mine = await start(door);
    await messages(door, mine, 1);
    const answer = await post(door, mine, activity, headers);
    expect(answer.status).toBe(status);
    expect(answer.body.error).toMatchObject({ code: expect.any(String), message: expect.any(String) });
    expect((await history(door, mine)).activities).toHaveLength(1);
    expect(door.heard).toHaveLength(1);
  });

  test.each(['typing', 'event', 'conversationUpdate'])('%s is accepted without effect', async (type) => {
    const door = await openDoor();
    const mine = await start(door);
    await messages(door, mine, 1);
    expect(await post(door, mine, { type, name: 'x' })).toMatchObject({
      status: 200,
      body: { id: expect.any(String) },
    });
    await post(door, mine, { type: 'message', text: 'after' });
    await messages(door, mine, 3);
    expect(door.heard.map(({ event, text }) => [event, text])).toEqual([
      ['joined', ''],
      ['message', 'after'],
    ]);
  });

  test('a message reaches the bot as its sender wrote it, and its sender only', async () => {
    const door = await openDoor();
    const mine = await start(door);
    const text = '<script>alert(1)</script> [x](javascript:alert(1)) ﷽ 👩‍👩‍👧';
    await post(door, mine, {
      type: 'message',
      text,
      from: { id: 'user_somebody-else', name: 'Ana', role: 'bot' },
      recipient: { id: 'x' },
      conversation: { id: 'conversation_other' },
      id: 'forged',
      textFormat: 'xml',
      attachments: [{ contentType: 'text/html', content: '<b>' }],
      channelData: { pathfinder: { replaces: 'poll:1' } },
    });
    const said = await messages(door, mine, 3);
    expect(door.heard[1]).toMatchObject({
      text,
      conversation: mine.conversationId,
      sender: { name: 'Ana' },
      files: [],
    });
    expect(said[1]).toMatchObject({ text, textFormat: 'plain', conversation: { id: mine.conversationId } });
    expect(said[1].from).toMatchObject({ role: 'user', id: door.heard[1]?.sender.address.value });
    expect(said[1].id).not.toBe('forged');
    expect(said[1].attachments).toBeUndefined();
    expect(said[1].channelData.pathfinder).toBeUndefined();
    expect(said[2].textFormat).toBe('plain');
  });

  test('a pressed button carries its act; a value of another shape is no act', async () => {
    const door = await openDoor();
    const mine = await start(door);
    const act = { skill: 'vote', input: { pollId: 'poll_1', optionId: 'opt_2' } };
    await post(door, mine, { type: 'message', value: { act }, channelData: { postBack: true } });
    await post(door, mine, { type: 'message', value: { act: { skill: 7 } } });
    await post(door, mine, { type: 'message', value: 'typed' });
    await messages(door, mine, 7);
    expect(door.heard.slice(1).map((incoming) => [incoming.act, incoming.text])).toEqual([
      [act, ''],
      [undefined, ''],
      [undefined, 'typed'],
    ]);
  });

  test('a repeated client activity id, even in parallel, is one message with the same id', async () => {
    const door = await openDoor();
    const mine = await start(door);
    const activity = { type: 'message', text: 'once', channelData: { clientActivityID: 'c-1' } };
    const answers = await Promise.all(Array.from({ length: 5 }, () => post(door, mine, activity)));
    const later = await post(door, mine, activity);
    expect(new Set([...answers, later].map(({ body }) => body.id)).size).toBe(1);
    await post(door, mine, { type: 'message', text: 'next', channelData: { clientActivityID: 'c-2' } });
    const said = await messages(door, mine, 5);
    expect(said.filter(({ text }: { text: string }) => text === 'once')).toHaveLength(1);
    expect(door.heard).toHaveLength(3);
  });

  test('the end of a conversation is told once, shown to every tab, and answered by nothing', async () => {
    const door = await openDoor();
    const mine = await start(door);
    await messages(door, mine, 1);
    const ended = { type: 'endOfConversation', channelData: { clientActivityID: 'c-end' }, from: { id: 'forged' } };
    const [one, again] = [await post(door, mine, ended), await post(door, mine, ended)];
    expect(one.status).toBe(200);
    expect(again.body).toEqual(one.body);
    expect(door.heard.map(({ event }) => event)).toEqual(['joined', 'left']);
    const { activities } = await history(door, mine);
    expect(activities).toHaveLength(2);
    expect(activities[1]).toMatchObject({ type: 'endOfConversation', id: one.body.id, from: { role: 'user' } });
    expect(activities[1].from.id).not.toBe('forged');
    await say(door, mine, 'back again');
    expect((await messages(door, mine, 4)).at(-1)).toMatchObject({ text: 'You said: back again' });
  });

  test('a flood is told to wait, and another conversation is not', async () => {
    const door = await openDoor({ settings: { MESSAGES_PER_MINUTE: 5 } });
    const [mine, theirs] = [await start(door), await start(door)];
    const statuses: number[] = [];
    for (let n = 0; n < 7; n += 1) statuses.push((await post(door, mine, { type: 'message', text: `${n}` })).status);
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(2);
    const refused = await post(door, mine, { type: 'message', text: 'again' });
    expect(refused).toMatchObject({ status: 429, body: { error: { code: 'TooManyRequests' } } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    const charset = { 'content-type': 'application/json; charset=utf-8' };
    expect((await post(door, mine, { type: 'message', text: 'again' }, charset)).status).toBe(429);
    expect((await post(door, theirs, { type: 'message', text: 'hi' })).status).toBe(200);
    const said = await messages(door, mine, 1 + 2 * statuses.filter((status) => status === 200).length);
    expect(said.some(({ text }: { text: string }) => text === 'again')).toBe(false);
  });

  test('files, beginnings and new tokens without end are told to wait, too', async () => {
    const door = await openDoor({ settings: { MESSAGES_PER_MINUTE: 5 } });
    const mine = await start(door);
    const flood = async (ask: () => Promise<{ readonly status: number; readonly headers: Headers }>) => {
      for (let n = 0; n < 7; n += 1) {
        const { status, headers } = await ask();
        if (status === 429) return Number(headers.get('retry-after'));
      }
      return undefined;
    };
    const another = await generate(door);
    const begins = () => call(door, 'POST', '/conversations', bearer(another.token));
    const sendsFiles = () => upload(door, mine, form([['a.txt', 'a', 'text/plain']]));
    const asksForTokens = () => call(door, 'POST', '/tokens/generate');
    for (const ask of [sendsFiles, begins, asksForTokens]) expect(await flood(ask)).toBeGreaterThan(0);
  });

  test('a fault in the turn is answered with words and an error number, and the next turn works', async () => {
    const door = await openDoor({
      converse: async ({ text }) => {
        if (text === 'break') throw new Error('secret detail');
        return { replies: [{ text: 'fine' }], duplicate: false };
      },
    });
    const mine = await start(door);
    await post(door, mine, { type: 'message', text: 'break' });
    await post(door, mine, { type: 'message', text: 'work' });
    const said = (await messages(door, mine, 5)).map(({ text }: { text: string }) => text);
    const apology = said.find((text: string) => text.startsWith('Something went wrong'));
    expect(apology).toBeDefined();
    expect(apology).not.toContain('secret');
    const id = /number: (\w+)/.exec(apology ?? '')?.[1] ?? 'none';
    expect(door.logged.filter((line) => line.includes(id))).toHaveLength(1);
    expect(said.at(-1)).toBe('fine');
  });
});
