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
  start,
} from '../../../test/direct-line-calls.ts';

afterEach(closeAll);

describe('Direct Line conversations', () => {
  test('starting makes one, starting again finds it, and the greeting is said once', async () => {
    const door = await openDoor();
    const { token } = await generate(door);
    const first = await call(door, 'POST', '/conversations', bearer(token));
    const again = await call(door, 'POST', '/conversations', bearer(token));
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(first.body.streamUrl).toMatch(/^ws:\/\/127\.0\.0\.1:\d+\/v3\/directline\/conversations\//);
    await messages(door, first.body, 1);
    await post(door, first.body, { type: 'message', text: 'hi' });
    const said = await messages(door, first.body, 3);
    expect(said.map(({ text }: { text: string }) => text)).toEqual(['Welcome', 'hi', 'You said: hi']);
  });

  test('reconnecting gives a new token and a stream that goes on after the watermark', async () => {
    const door = await openDoor();
    const mine = await start(door);
    const { status, body } = await call(
      door,
      'GET',
      `/conversations/${mine.conversationId}?watermark=7`,
      bearer(mine.token),
    );
    expect(status).toBe(200);
    expect(new URL(body.streamUrl).searchParams.get('watermark')).toBe('7');
    expect((await call(door, 'POST', '/tokens/refresh', bearer(body.token))).status).toBe(200);
  });

  test('reconnecting without a watermark goes on with what comes from now on, with an empty one from the beginning', async () => {
    const door = await openDoor();
    const mine = await start(door);
    await messages(door, mine, 1);
    const { watermark } = await history(door, mine);
    const from = async (query: string): Promise<string | null> => {
      const { body } = await call(door, 'GET', `/conversations/${mine.conversationId}${query}`, bearer(mine.token));
      return new URL(body.streamUrl).searchParams.get('watermark');
    };
    expect(await from('')).toBe(watermark);
    expect(await from('?watermark=')).toBe('0');
  });

  test('a session has an id of its own, which is no token', async () => {
    const door = await openDoor();
    const [mine, theirs] = [await start(door), await start(door)];
    const session = async (token: string) => (await call(door, 'GET', '/session/getsessionid', bearer(token))).body;
    const { sessionId } = await session(mine.token);
    expect(await session(mine.token)).toEqual({ sessionId });
    expect((await session(theirs.token)).sessionId).not.toBe(sessionId);
    expect((await call(door, 'POST', '/conversations', bearer(sessionId))).status).toBe(401);
    expect((await call(door, 'GET', '/session/getsessionid')).status).toBe(401);
  });

  test('polling returns what came after the watermark, and the next watermark', async () => {
    const door = await openDoor();
    const mine = await start(door);
    await messages(door, mine, 1);
    const { watermark } = await history(door, mine);
    expect(await history(door, mine, watermark)).toEqual({ activities: [], watermark });
    await post(door, mine, { type: 'message', text: 'one' });
    await messages(door, mine, 3);
    const next = await history(door, mine, watermark);
    expect(next.activities.map(({ text }: { text: string }) => text)).toEqual(['one', 'You said: one']);
    expect(await history(door, mine, '999')).toEqual({ activities: [], watermark: next.watermark });
  });

  test('a long history is read in batches that lose nothing', async () => {
    const door = await openDoor({ converse: async () => ({ replies: [], duplicate: false }) });
    const mine = await start(door);
    const texts = Array.from({ length: 130 }, (_, n) => `message ${n}`);
    for (const text of texts) await post(door, mine, { type: 'message', text });
    const read: string[] = [];
    let watermark = '';
    for (;;) {
      const batch = await history(door, mine, watermark);
      read.push(...batch.activities.map(({ text }: { text: string }) => text));
      if (batch.watermark === watermark) break;
      watermark = batch.watermark;
    }
    expect(read).toEqual(texts);
  });

  test("another conversation than the token's does not exist", async () => {
    const door = await openDoor();
    const [mine, theirs] = [await start(door), await start(door)];
    const mixed = { ...mine, conversationId: theirs.conversationId };
    expect((await post(door, mixed, { type: 'message', text: 'let me in' })).status).toBe(404);
    const path = `/conversations/${theirs.conversationId}`;
    expect((await call(door, 'GET', path, bearer(mine.token))).status).toBe(404);
    expect((await call(door, 'GET', `${path}/activities`, bearer(mine.token))).status).toBe(404);
    const sent = { ...bearer(mine.token), body: form([['a.txt', 'a', 'text/plain']]) };
    expect((await call(door, 'POST', `${path}/upload`, sent)).status).toBe(404);
    await messages(door, theirs, 1);
    expect(door.heard.every(({ text }) => text === '')).toBe(true);
  });

  test.each([
    ['POST', '/conversations'],
    ['POST', '/tokens/refresh'],
    ['GET', '/conversations/x'],
    ['POST', '/conversations/x/activities'],
    ['GET', '/conversations/x/activities'],
    ['POST', '/conversations/x/upload'],
  ])('%s %s asks for a token of ours', async (method, path) => {
    const door = await openDoor();
    const api = await door.tokens.signApi('user_ana');
    expect(await call(door, method, path)).toMatchObject({ status: 401, body: { error: { code: 'MissingToken' } } });
    for (const token of ['garbage', 'a.b.c', api.token]) {
      expect((await call(door, method, path, bearer(token))).status).toBe(401);
    }
  });

  test('every refusal leaves one log line with its error id and no token in it', async () => {
    const door = await openDoor();
    const { body } = await call(door, 'POST', '/conversations', bearer('example-garbage-token'));
    const lines = door.logged.filter((line) => line.includes(body.error.id));
    expect(lines).toHaveLength(1);
    expect(door.logged.join('')).not.toContain('example-garbage-token');
  });

  test.each([['abc'], ['-5'], ['1e9'], ['9'.repeat(40)]])('a watermark %s is malformed', async (watermark) => {
    const door = await openDoor();
    const mine = await start(door);
    const path = `/conversations/${mine.conversationId}/activities?watermark=${watermark}`;
    expect((await call(door, 'GET', path, bearer(mine.token))).status).toBe(400);
  });

  test('what Direct Line does not have is not found', async () => {
    const door = await openDoor();
    expect((await call(door, 'GET', '/nothing')).status).toBe(404);
  });
});
