import { type InboundActivity, readActivity } from './activity.ts';
import { readTurn } from './read-turn.ts';
import { mayCall } from './service-url.ts';

const BOT = { id: '28:bot', name: 'Pathfinder' };
const ANA = { id: '29:ana', name: 'Ana', aadObjectId: 'aad-ana' };
const toBot = { type: 'mention', text: '<at>Pathfinder</at>', mentioned: BOT };

const activity = (changes: object): InboundActivity => {
  const read = readActivity({
    type: 'message',
    id: '1700000000000',
    channelId: 'msteams',
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    from: ANA,
    recipient: BOT,
    conversation: { id: 'a:1', conversationType: 'personal', tenantId: 't1' },
    ...changes,
  });
  if (!read) throw new Error('not an activity');
  return read;
};

const reading = (verified = true) => ({
  verified,
  files: { maxBytes: 10, timeoutMs: 10, hosts: [], mayCall: mayCall(verified), token: async () => undefined },
});

const incoming = (changes: object, verified = true) => {
  const turn = readTurn(activity(changes), reading(verified));
  if (turn.kind !== 'turn') throw new Error(`not a turn but ${turn.kind}`);
  return turn.incoming;
};

test('a personal message becomes a turn of the person whom Entra knows', () => {
  expect(incoming({ text: 'when is check-in?' })).toEqual({
    door: 'teams',
    eventId: '1700000000000',
    conversation: 'a:1',
    group: false,
    sender: { address: { door: 'teams', value: 'aad-ana' }, name: 'Ana' },
    text: 'when is check-in?',
    act: undefined,
    files: [],
    event: 'message',
    silentRepeats: true,
    reference: {
      channelId: 'msteams',
      serviceUrl: 'https://smba.trafficmanager.net/emea/',
      user: ANA,
      bot: BOT,
      conversation: { id: 'a:1', conversationType: 'personal', tenantId: 't1' },
      locale: undefined,
    },
  });
});

test.each([
  ['a bare mention', { text: '<at>Pathfinder</at>', entities: [toBot] }, ''],
  ['a mention and words', { text: '<at>Pathfinder</at>&nbsp;plan our trip\n', entities: [toBot] }, 'plan our trip'],
  ['two mentions', { text: '<at>Pathfinder</at> hi <at>Pathfinder</at>', entities: [toBot] }, 'hi'],
  [
    'a mention of somebody else',
    {
      text: '<at>Bea</at> votes 2',
      entities: [{ type: 'Mention', text: '<at>Bea</at>', mentioned: { id: '29:bea', name: 'Bea' } }],
    },
    'Bea votes 2',
  ],
  [
    'entities that are none',
    { text: 'hi', entities: [null, 7, {}, { type: 5 }, { type: 'mention' }, { type: 'clientInfo' }] },
    'hi',
  ],
  ['no text', { text: null }, ''],
])('%s is read as what was typed', (_what, changes, text) => {
  expect(incoming(changes).text).toBe(text);
});

test.each([
  ['personal', 'a:1', 'a:1', false],
  ['groupChat', '19:chat@thread.v2', '19:chat@thread.v2', true],
  ['channel', '19:general@thread.tacv2;messageid=1699', '19:general@thread.tacv2', true],
])('a %s conversation has one key, and the reference keeps its thread', (conversationType, id, key, group) => {
  const read = incoming({ conversation: { id, conversationType }, entities: [toBot] });
  expect(read).toMatchObject({ conversation: key, group, reference: { conversation: { id } } });
});

test.each([
  ['groupChat', { conversation: { id: '19:chat@thread.v2', conversationType: 'groupChat' } }],
  ['channel', { conversation: { id: '19:general@thread.tacv2', conversationType: 'channel' } }],
  ['chat of another channel', { conversation: { id: 'c1', isGroup: true } }],
])('in a %s it hears what mentions it and what its cards carry, and nothing else', (_what, where) => {
  const toBea = { type: 'mention', text: '<at>Bea</at>', mentioned: { id: '29:bea', name: 'Bea' } };
  const read = (changes: object) => readTurn(activity({ text: 'see you at 8', ...where, ...changes }), reading());
  expect(read({}).kind).toBe('ignored');
  expect(read({ entities: [toBea] }).kind).toBe('ignored');
  expect(read({ entities: [toBea, toBot] }).kind).toBe('turn');
  expect(read({ text: undefined, value: { act: { skill: 'help' } } }).kind).toBe('turn');
});

test('without an Entra id the sender is the channel account', () => {
  expect(incoming({ from: { id: '29:x' } }).sender).toEqual({
    address: { door: 'teams', value: '29:x' },
    name: undefined,
  });
});

test('on a channel where clients name themselves, nobody becomes a person of Teams', () => {
  expect(incoming({ channelId: 'directline' }).sender.address.value).toBe('directline:29:ana');
});

test('who the sender is never comes from what a card carried', () => {
  const act = { skill: 'vote', input: { from: { id: '29:bea' }, aadObjectId: 'aad-bea' } };
  const read = incoming({ text: undefined, value: { act, from: { id: '29:bea', aadObjectId: 'aad-bea' } } });
  expect(read.sender.address.value).toBe('aad-ana');
  expect(read.act).toEqual(act);
});

test('a button of Action.Submit carries its act', () => {
  expect(incoming({ text: undefined, value: { act: { skill: 'help' } } })).toMatchObject({
    text: '',
    act: { skill: 'help', input: {} },
  });
});

test.each([[{ act: 5 }], [{ act: { skill: 7 } }], [{ act: { skill: 'x', input: 'y' } }], ['text'], [null], [{}]])(
  'a message with the value %j carries no act',
  (value) => {
    expect(incoming({ text: 'hi', value }).act).toBeUndefined();
  },
);

const execute = (action: unknown) => ({ type: 'invoke', name: 'adaptiveCard/action', value: { action } });

test('a button that sends what was filled in brings it from beside the act', () => {
  const sending = { skill: 'vote', input: { pollId: 'poll_1', filled: {} } };
  const data = { act: sending, opt_01: 'yes', opt_02: 'if-need-be' };
  expect(incoming(execute({ type: 'Action.Execute', verb: 'vote', data })).act).toEqual({
    skill: 'vote',
    input: { pollId: 'poll_1', filled: { opt_01: 'yes', opt_02: 'if-need-be' } },
  });
});

test('a button of Action.Execute carries its act', () => {
  const act = { skill: 'vote', input: { pollId: 'p', optionId: 'o' } };
  expect(incoming(execute({ type: 'Action.Execute', verb: 'vote', data: { act } })).act).toEqual(act);
});

test.each([
  [{ type: 'Action.Execute', verb: 1 }],
  [{ type: 'Action.Execute', verb: 'vote' }],
  [{ type: 'Action.Execute', verb: 'vote', data: { act: { skill: 'close', input: {} } } }],
  [{ type: 1, verb: 'vote', data: { act: { skill: 'vote', input: {} } } }],
  [undefined],
  ['text'],
])('the card action %j is malformed', (action) => {
  expect(readTurn(activity(execute(action)), reading()).kind).toBe('malformed');
});

test('another invoke with a card-like value is not taken for a card action', () => {
  const value = { action: { type: 1, verb: 'vote', data: { act: { skill: 'vote', input: {} } } } };
  const read = readTurn(activity({ type: 'invoke', name: 'signin/verifyState', value }), reading());
  expect(read.kind).toBe('other-invoke');
});

test('the bot being added is greeted once; others being added are not', () => {
  const added = (changes: object) => readTurn(activity({ type: 'conversationUpdate', ...changes }), reading());
  expect(added({ membersAdded: [{ id: '29:ana' }, BOT] })).toMatchObject({
    kind: 'turn',
    incoming: { event: 'joined', text: '' },
  });
  expect(added({ membersAdded: [{ id: '29:bea' }] }).kind).toBe('ignored');
  expect(added({ membersAdded: [BOT], from: BOT }).kind).toBe('ignored');
  expect(added({ membersAdded: [null, 5, {}] }).kind).toBe('ignored');
  expect(added({ membersRemoved: [BOT] }).kind).toBe('ignored');
  expect(added({ type: 'installationUpdate', action: 'add' })).toMatchObject({ incoming: { event: 'joined' } });
  expect(added({ type: 'installationUpdate', action: 'add-upgrade' }).kind).toBe('ignored');
});

test('the bot being removed is told to the conversation; an upgrade is no removal', () => {
  const update = (action: string) => readTurn(activity({ type: 'installationUpdate', action }), reading());
  expect(update('remove')).toMatchObject({ kind: 'turn', incoming: { event: 'left' } });
  expect(update('remove-upgrade').kind).toBe('ignored');
});

test.each([
  'typing',
  'messageReaction',
  'messageUpdate',
  'messageDelete',
  'event',
  'endOfConversation',
  'trace',
  'made-up',
])('an activity of type %s asks for nothing', (type) => {
  expect(readTurn(activity({ type }), reading()).kind).toBe('ignored');
});

test.each([
  ['https://smba.example/', true, false],
  ['http://smba.example/', false, false],
  ['http://127.0.0.1:5/', true, true],
  ['http://[::1]:5/', true, true],
  ['http://127.0.0.1@smba.example/', false, false],
  ['https://name:password@smba.example/', false, false],
  ['http://name@127.0.0.1/', false, false],
  ['http://127.0.0.1.smba.example/', false, false],
  ['file:///etc/passwd', false, false],
  ['no address', false, false],
])('a service at %s may be called: by a verified caller %s, by another %s', (serviceUrl, verified, unverified) => {
  expect([mayCall(true)(serviceUrl), mayCall(false)(serviceUrl)]).toEqual([verified, unverified]);
});

test('an unverified caller leaves no address to write to outside loopback', () => {
  expect(incoming({}, false).reference).toBeUndefined();
  expect(incoming({ serviceUrl: 'http://127.0.0.1:5/' }, false).reference).toBeDefined();
});

test.each([
  [{ type: 5 }],
  [{ type: '' }],
  [{ conversation: undefined }],
  [{ conversation: { id: 5 } }],
  [{ serviceUrl: undefined }],
  [{ from: { id: 7 } }],
  [{ entities: 'x' }],
  [{ text: { a: 1 } }],
])('what says %j is no activity', (changes) => {
  expect(
    readActivity({ type: 'message', channelId: 'x', serviceUrl: 'x', conversation: { id: 'c' }, ...changes }),
  ).toBeUndefined();
});

test('a message from nobody is malformed', () => {
  expect(readTurn(activity({ from: undefined }), reading()).kind).toBe('malformed');
  expect(readTurn(activity({ from: { id: 'x'.repeat(900) } }), reading()).kind).toBe('malformed');
});
