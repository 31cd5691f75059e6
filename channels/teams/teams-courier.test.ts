import type { ItineraryCard } from '../../cards/reply.ts';
import { openIdStandIn } from '../../test/stand-ins/openid.ts';
import { BOT, type TeamsStage, teamsStage } from '../../test/teams-stage.ts';
import type { Listener } from '../../trips/notifications/listener.ts';

let stage: TeamsStage;
beforeAll(async () => {
  stage = await teamsStage(async () => ({ replies: [], duplicate: false }));
});
afterAll(() => stage.close());

/** A conversation as the door itself describes it when a message comes in. */
const listener = async (
  conversation: string,
  changes: Partial<Listener> = {},
  on: TeamsStage = stage,
): Promise<Listener> => {
  const response = await on.post(on.message({ conversation: { id: conversation, conversationType: 'personal' } }));
  expect(response.status).toBe(200);
  return {
    pk: 'trip_1',
    id: 'listener_1',
    type: 'listener',
    _schema_version: 1,
    tripId: 'trip_1' as Listener['tripId'],
    door: 'teams',
    conversation,
    group: false,
    userId: 'user_1' as Listener['userId'],
    // As the store gives it back.
    reference: JSON.parse(JSON.stringify(on.heard.at(-1)?.reference)),
    ...changes,
  };
};
const requestsTo = (conversation: string, on: TeamsStage = stage) =>
  on.connector.requests.filter((sent) => sent.conversation === conversation);

test('a message outside a turn goes to the conversation and brings its id home', async () => {
  const to = await listener('a:later');
  const delivered = await stage.channel.deliver(to, { text: 'Your plan is ready.' }, 'key-1');
  const [sent] = requestsTo('a:later');
  expect(delivered).toEqual({ status: 'sent', messageId: sent?.id });
  expect(sent).toMatchObject({ method: 'POST', activity: { type: 'message', text: 'Your plan is ready.', from: BOT } });
  expect(sent?.activityId).toBeUndefined();
  expect(sent?.activity.replyToId).toBeUndefined();
});

test('in a channel it goes into the thread that was written in', async () => {
  const thread = '19:general@thread.tacv2;messageid=1699';
  const to = await listener(thread);
  await stage.channel.deliver(to, { text: 'Voting ends soon.' }, 'key-2');
  expect(requestsTo(thread)).toHaveLength(1);
});

test('a message is replaced in place', async () => {
  const to = await listener('a:update');
  expect(await stage.channel.update?.(to, 'm7', { text: 'Taverna 2, Pelican 1' })).toEqual({
    status: 'sent',
    messageId: 'm7',
  });
  expect(requestsTo('a:update')).toMatchObject([
    { method: 'PUT', activityId: 'm7', activity: { text: 'Taverna 2, Pelican 1' } },
  ]);
});

test.each([403, 404, 400])('a conversation that answers %d is not tried again', async (status) => {
  const to = await listener(`a:gone-${status}`);
  stage.connector.failConversation(to.conversation, { status });
  expect(await stage.channel.deliver(to, { text: 'x' }, 'key')).toEqual({ status: 'refused', why: `teams-${status}` });
  expect(requestsTo(to.conversation)).toHaveLength(1);
});

test.each([
  ['500', { status: 500 }, 1, 'far-end-silent'],
  ['a cut connection', 'cut', 1, 'far-end-silent'],
  ['a Retry-After beyond patience', { status: 429, retryAfter: '60' }, 1, 'far-end-unavailable'],
  ['429 that does not end', { status: 429, retryAfter: '0' }, 3, 'far-end-unavailable'],
  ['412 that does not end', { status: 412 }, 3, 'far-end-unavailable'],
  ['502 that does not end', { status: 502 }, 3, 'far-end-unavailable'],
  ['503 that does not end', { status: 503, retryAfter: '0' }, 3, 'far-end-unavailable'],
  ['504 that does not end', { status: 504 }, 3, 'far-end-unavailable'],
] as const)('%s is a fault that may pass, never a blind resend', async (what, failure, requests, code) => {
  const own = await teamsStage(async () => ({ replies: [], duplicate: false }));
  try {
    const to = await listener(`a:${what}`, {}, own);
    own.connector.failConversation(to.conversation, failure);
    await expect(own.channel.deliver(to, { text: 'x' }, 'key')).rejects.toMatchObject({ code });
    expect(requestsTo(to.conversation, own)).toHaveLength(requests);
  } finally {
    await own.close();
  }
});

test('replacing a message is repeated, because that is harmless', async () => {
  const to = await listener('a:again');
  stage.connector.failNext({ status: 502 }, 'cut');
  expect(await stage.channel.update?.(to, 'm1', { text: 'x' })).toMatchObject({ status: 'sent' });
  expect(requestsTo('a:again')).toHaveLength(3);
});

test('a connector that is down is left alone after a few failures', async () => {
  const own = await teamsStage(async () => ({ replies: [], duplicate: false }));
  try {
    const to = await listener('a:down', {}, own);
    own.connector.failConversation(to.conversation, { status: 500 });
    for (let tries = 0; tries < 8; tries += 1) {
      const code = tries < 5 ? 'far-end-silent' : 'far-end-unavailable';
      await expect(own.channel.deliver(to, { text: 'x' }, 'key')).rejects.toMatchObject({ code });
    }
    expect(requestsTo(to.conversation, own)).toHaveLength(5);
  } finally {
    await own.close();
  }
});

test.each([412, 429, 502, 503, 504])('after a %d, with which nothing was taken, it is sent again', async (status) => {
  const to = await listener(`a:again-${status}`);
  stage.connector.failNext({ status, retryAfter: '0' });
  expect(await stage.channel.deliver(to, { text: 'x' }, 'key')).toMatchObject({ status: 'sent' });
  expect(requestsTo(to.conversation)).toHaveLength(2);
});

test('a conversation that has had enough for now is spared, and the others are not', async () => {
  const own = await teamsStage(async () => ({ replies: [], duplicate: false }));
  try {
    const busy = await listener('a:enough', {}, own);
    const other = await listener('a:other', {}, own);
    own.connector.failConversation('a:enough', { status: 429, retryAfter: '60' });
    for (let tries = 0; tries < 8; tries += 1) {
      await expect(own.channel.deliver(busy, { text: 'x' }, 'key')).rejects.toMatchObject({
        code: 'far-end-unavailable',
      });
    }
    expect(requestsTo('a:enough', own)).toHaveLength(1);
    expect(await own.channel.deliver(other, { text: 'x' }, 'key')).toMatchObject({ status: 'sent' });
  } finally {
    await own.close();
  }
});

test('conversations that have had enough do not close the way to the others', async () => {
  const own = await teamsStage(async () => ({ replies: [], duplicate: false }));
  try {
    const other = await listener('a:other', {}, own);
    // As many as would pass for a service that is down.
    for (const conversation of ['a:1', 'a:2', 'a:3', 'a:4', 'a:5', 'a:6']) {
      const busy = await listener(conversation, {}, own);
      own.connector.failConversation(conversation, { status: 429, retryAfter: '60' });
      await expect(own.channel.deliver(busy, { text: 'x' }, 'key')).rejects.toMatchObject({
        code: 'far-end-unavailable',
      });
    }
    expect(await own.channel.deliver(other, { text: 'x' }, 'key')).toMatchObject({ status: 'sent' });
  } finally {
    await own.close();
  }
});

test('a burst into one conversation, whatever its threads, keeps to what Teams allows a second', async () => {
  const waits: number[] = [];
  const own = await teamsStage(
    async () => ({ replies: [], duplicate: false }),
    {},
    { wait: async (ms) => waits.push(ms) },
  );
  try {
    const first = await listener('19:general@thread.tacv2;messageid=1', {}, own);
    const second = await listener('19:general@thread.tacv2;messageid=2', {}, own);
    for (let sends = 0; sends < 4; sends += 1) {
      await own.channel.deliver(first, { text: 'x' }, 'key');
      await own.channel.deliver(second, { text: 'x' }, 'key');
    }
    expect(own.connector.taken).toHaveLength(8);
    expect(waits).toEqual([expect.any(Number)]);
    expect(waits[0]).toBeLessThanOrEqual(1_000);
  } finally {
    await own.close();
  }
});

test('whether an interrupted message arrived cannot be asked', async () => {
  const to = await listener('a:unknown');
  expect(await stage.channel.reconcile?.(to, { text: 'x' }, 'key', '2027-01-01T00:00:00Z')).toBe('unknown');
});

test('a listener without a reference, or with somebody else’s address, is refused and nothing is called', async () => {
  const to = await listener('a:ref');
  const deliver = (reference: unknown) => stage.channel.deliver({ ...to, reference }, { text: 'x' }, 'key');
  expect(await deliver(undefined)).toEqual({ status: 'refused', why: 'no-reference' });
  expect(await deliver({ serviceUrl: 5 })).toEqual({ status: 'refused', why: 'no-reference' });
  const moved = { ...(to.reference as object), serviceUrl: 'https://elsewhere.example/' };
  expect(await deliver(moved)).toEqual({ status: 'refused', why: 'teams-0' });
});

test('what is private is not delivered to a group', async () => {
  const to = await listener('a:group', { group: true });
  expect(await stage.channel.deliver(to, { text: 'x', private: true }, 'key')).toEqual({
    status: 'refused',
    why: 'private-in-group',
  });
  expect(requestsTo('a:group')).toEqual([]);
});

const long: ItineraryCard = {
  kind: 'itinerary',
  title: 'Three months',
  days: Array.from({ length: 90 }, (_, day) => ({
    label: `Day ${day + 1}`,
    items: Array.from({ length: 10 }, (_, n) => ({ time: `${n + 8}:00`, title: `Stop ${day}-${n}` })),
  })),
  checks: [],
  gaps: [],
};

test('a plan too long for one message goes on in the next, each under the limit', async () => {
  const to = await listener('a:long');
  const delivered = await stage.channel.deliver(to, { text: 'Your plan is ready.', card: long }, 'key');
  const sent = requestsTo('a:long');
  expect(sent.length).toBeGreaterThan(1);
  expect(delivered).toEqual({ status: 'sent', messageId: sent[0]?.id });
  for (const { activity } of sent) expect(2 * JSON.stringify(activity).length).toBeLessThanOrEqual(80 * 1024);
  const all = JSON.stringify(sent.map(({ activity }) => activity.attachments));
  for (let day = 1; day <= 90; day += 1) expect(all).toContain(`"Day ${day}"`);
});

test('when the rest of a long plan fails, what has arrived is not sent again', async () => {
  const own = await teamsStage(async () => ({ replies: [], duplicate: false }));
  try {
    const to = await listener('a:half', {}, own);
    const delivering = own.channel.deliver(to, { text: 'Your plan is ready.', card: long }, 'key-9');
    await own.connector.waitFor(({ conversation }) => conversation === 'a:half');
    own.connector.failConversation('a:half', { status: 500 });
    expect(await delivering).toMatchObject({ status: 'sent' });
    expect(own.logged.at(-1)).toMatchObject({ key: 'key-9', level: 50 });
  } finally {
    await own.close();
  }
});

test('the bot’s token is fetched once for many messages, renewed before it ends, and renewed when refused', async () => {
  const openId = await openIdStandIn('app-id-example');
  let time = Date.now();
  const own = await teamsStage(
    async () => ({ replies: [], duplicate: false }),
    {
      MICROSOFT_APP_ID: 'app-id-example',
      MICROSOFT_APP_PASSWORD: 'password-example',
      BOT_OPENID_METADATA_URL: openId.metadataUrl,
      BOT_TOKEN_ISSUER: openId.issuer,
      BOT_LOGIN_URL: openId.loginUrl,
    },
    { clock: { now: () => time } },
  );
  try {
    const authorization = await openId.authorization({ serviceUrl: own.connector.serviceUrl });
    expect((await own.post(own.message(), { authorization })).status).toBe(200);
    const to: Listener = {
      pk: 'trip_1',
      id: 'listener_1',
      type: 'listener',
      _schema_version: 1,
      tripId: 'trip_1' as Listener['tripId'],
      door: 'teams',
      conversation: 'a:ana',
      group: false,
      userId: 'user_1' as Listener['userId'],
      reference: own.heard.at(-1)?.reference,
    };
    const deliver = () => own.channel.deliver(to, { text: 'x' }, 'key');
    await Promise.all([deliver(), deliver(), deliver()]);
    expect(openId.tokenRequests).toHaveLength(1);
    time += 56 * 60 * 1000;
    await deliver();
    expect(openId.tokenRequests).toHaveLength(2);
    own.connector.failNext({ status: 401 });
    await expect(deliver()).rejects.toMatchObject({ code: 'far-end-unavailable' });
    await deliver();
    expect(openId.tokenRequests).toHaveLength(3);
    expect(own.connector.taken.at(-1)?.authorization).toBe('Bearer example-bot-token-3');
  } finally {
    await own.close();
    await openId.close();
  }
});
