import type { Converse } from '../../bot/conversed.ts';
import type { PollCard, Reply } from '../../cards/reply.ts';
import { BOT, MENTION, type TeamsStage, teamsStage } from '../../test/teams-stage.ts';

let stage: TeamsStage;
/** What the conversation answers in the test at hand. */
let converse: Converse;
const says = (...replies: readonly Reply[]): void => {
  converse = async () => ({ replies, duplicate: false });
};

beforeAll(async () => {
  stage = await teamsStage((incoming) => converse(incoming));
});
beforeEach(() => {
  says({ text: 'Hello Ana' });
});
afterAll(() => stage.close());

const poll: PollCard = {
  kind: 'poll',
  pollId: 'poll_1',
  question: 'Dinner?',
  askedBy: 'Ana (Silva)',
  status: 'open',
  options: [{ optionId: 'o1', text: 'Taverna', votes: 1, mine: true }],
  waitingFor: [],
};
const act = { skill: 'vote', input: { pollId: 'poll_1', optionId: 'o1' } };
const pressed = (changes: object = {}) =>
  stage.message({
    type: 'invoke',
    name: 'adaptiveCard/action',
    text: undefined,
    value: { action: { type: 'Action.Execute', verb: 'vote', data: { act } }, trigger: 'manual' },
    ...changes,
  });
const lastErrors = () => stage.logged.filter(({ level }) => Number(level) >= 40);
const bodyOf = async (response: Response): Promise<unknown> => response.json();

test('expectReplies is answered in the response, as plain text that nothing interprets', async () => {
  says({ text: 'Dinner at *Taverna* <at>all</at>' }, { text: 'Anything else?' });
  const before = stage.connector.requests.length;
  const replies = await stage.ask();
  expect(replies).toMatchObject([
    { type: 'message', text: 'Dinner at *Taverna* <at>all</at>', textFormat: 'plain' },
    { type: 'message', text: 'Anything else?', textFormat: 'plain' },
  ]);
  expect(stage.connector.requests).toHaveLength(before);
});

test('otherwise the reply goes to the connector, as a reply to the message', async () => {
  const message = stage.message({ conversation: { id: 'a:plain', conversationType: 'personal' } });
  const response = await stage.post(message);
  expect(response.status).toBe(200);
  const sent = await stage.connector.waitFor(({ conversation }) => conversation === 'a:plain');
  expect(sent).toMatchObject({
    method: 'POST',
    activityId: message.id,
    activity: { type: 'message', text: 'Hello Ana', from: BOT, replyToId: message.id },
  });
});

test('in a channel the conversation is the channel and the reply goes into the thread', async () => {
  const id = '19:general@thread.tacv2;messageid=1699';
  await stage.post(stage.message({ conversation: { id, conversationType: 'channel' }, entities: [MENTION] }));
  await stage.connector.waitFor(({ conversation }) => conversation === id);
  expect(stage.heard.at(-1)).toMatchObject({ conversation: '19:general@thread.tacv2', group: true });
});

test('a card is a message of its own with the words on it: Teams gives no id to text and card together', async () => {
  says({ text: 'Ana asks: dinner?', card: poll });
  const [reply] = await stage.ask();
  expect(reply?.text).toBeUndefined();
  expect(reply?.summary).toBe('Ana asks: dinner?');
  expect(JSON.stringify(reply?.attachments)).toContain('Ana asks: dinner?');
  expect(reply?.attachments).toMatchObject([
    { contentType: 'application/vnd.microsoft.card.adaptive', content: { type: 'AdaptiveCard', version: '1.5' } },
  ]);
});

test('a pressed button is answered with the updated card in the response', async () => {
  says({ text: 'The Silvas vote 1) Taverna.', card: poll });
  const before = stage.connector.requests.length;
  const response = await stage.post(pressed());
  expect(response.status).toBe(200);
  const body = (await bodyOf(response)) as { statusCode: number; type: string; value: object };
  expect(body).toMatchObject({
    statusCode: 200,
    type: 'application/vnd.microsoft.card.adaptive',
    value: { type: 'AdaptiveCard' },
  });
  expect(JSON.stringify(body.value)).toContain('The Silvas vote 1) Taverna.');
  expect(stage.heard.at(-1)).toMatchObject({ act, text: '', sender: { address: { value: 'aad-ana-example' } } });
  expect(stage.connector.requests).toHaveLength(before);
});

test('a button whose answer is words alone leaves the card and shows the words', async () => {
  says({ text: 'That poll is closed.' });
  const response = await stage.post(pressed());
  expect(await bodyOf(response)).toEqual({
    statusCode: 200,
    type: 'application/vnd.microsoft.activity.message',
    value: 'That poll is closed.',
  });
});

test('what does not fit into the answer to a button is sent after it', async () => {
  says({ text: 'Your vote counts.', card: poll }, { text: 'Everyone has voted.' });
  const response = await stage.post(pressed({ conversation: { id: 'a:after', conversationType: 'personal' } }));
  expect(await bodyOf(response)).toMatchObject({ type: 'application/vnd.microsoft.card.adaptive' });
  const sent = await stage.connector.waitFor(({ conversation }) => conversation === 'a:after');
  expect(sent.activity.text).toBe('Everyone has voted.');
});

test('a malformed button gets a 400 with words and reaches nobody', async () => {
  const before = stage.heard.length;
  const response = await stage.post(pressed({ value: { action: { type: 'Action.Execute', verb: 1 } } }));
  expect(response.status).toBe(400);
  expect(await bodyOf(response)).toMatchObject({ statusCode: 400, type: 'application/vnd.microsoft.error' });
  expect(stage.heard).toHaveLength(before);
});

test('an invoke of another name is not a card action, and an unknown one is not implemented', async () => {
  const before = stage.heard.length;
  const response = await stage.post(pressed({ name: 'signin/verifyState', serviceUrl: 'test' }));
  expect(response.status).toBe(501);
  expect(stage.heard).toHaveLength(before);
});

const thumbs = (value: unknown, changes: object = {}) =>
  stage.post(stage.message({ type: 'invoke', name: 'message/submitAction', replyToId: 'm1', value, ...changes }));

test('feedback on an answer is kept, as of who is proved to give it, and answered with an empty 200', async () => {
  const feedback = JSON.stringify({ feedbackText: 'It was the other hotel' });
  const response = await thumbs({ actionName: 'feedback', actionValue: { reaction: 'dislike', feedback } });
  expect([response.status, await response.text()]).toEqual([200, '']);
  expect(stage.feedback.at(-1)).toEqual({
    door: 'teams',
    conversation: 'a:ana',
    address: { door: 'teams', value: 'aad-ana-example' },
    messageId: 'm1',
    reaction: 'dislike',
    words: 'It was the other hotel',
  });
  await thumbs({ actionName: 'feedback', actionValue: { reaction: 'like', feedback: '{"feedbackText":' } });
  expect(stage.feedback.at(-1)).toMatchObject({ reaction: 'like', words: undefined });
});

test('feedback that says nothing, or is about nothing, is 400 and kept nowhere', async () => {
  const before = stage.feedback.length;
  const like = { actionName: 'feedback', actionValue: { reaction: 'like' } };
  expect((await thumbs(undefined)).status).toBe(400);
  expect((await thumbs({ actionName: 'other', actionValue: { reaction: 'like' } })).status).toBe(400);
  expect((await thumbs(like, { replyToId: undefined })).status).toBe(400);
  expect(stage.feedback).toHaveLength(before);
});

test('what others say to each other in a group goes by without a word', async () => {
  const before = [stage.heard.length, stage.connector.requests.length];
  const chat = { id: '19:chat', conversationType: 'groupChat' };
  expect((await stage.post(stage.message({ text: 'see you at 8', conversation: chat }))).status).toBe(200);
  expect([stage.heard.length, stage.connector.requests.length]).toEqual(before);
});

test.each(['typing', 'messageReaction', 'messageUpdate'])('%s is taken and has no effect', async (type) => {
  const before = [stage.heard.length, stage.connector.requests.length];
  const response = await stage.post(stage.message({ type }));
  expect([response.status, await response.text()]).toEqual([200, '']);
  expect([stage.heard.length, stage.connector.requests.length]).toEqual(before);
});

test('being added is greeted', async () => {
  says({ text: 'Hi, I am Pathfinder.' });
  const replies = await stage.ask({ type: 'conversationUpdate', text: undefined, membersAdded: [BOT] });
  expect(replies).toMatchObject([{ text: 'Hi, I am Pathfinder.' }]);
  expect(stage.heard.at(-1)).toMatchObject({ event: 'joined' });
});

test('a repeat of an event is silent', async () => {
  converse = async () => ({ replies: [{ text: 'said before' }], duplicate: true });
  expect(await stage.ask()).toEqual([]);
});

test('what is private is not said in a group', async () => {
  says({ text: 'Leo cannot eat nuts.', private: true });
  const [reply] = await stage.ask({
    conversation: { id: '19:chat', conversationType: 'groupChat' },
    entities: [MENTION],
  });
  expect(JSON.stringify(reply)).not.toContain('nuts');
  expect(reply?.text).toContain('Write to me directly');
  const [alone] = await stage.ask();
  expect(alone?.text).toBe('Leo cannot eat nuts.');
});

test.each([
  ['malformed JSON', '{"type":', {}, 400, 'malformed'],
  ['a list', '[]', {}, 400, 'malformed'],
  ['no activity', '{}', {}, 400, 'malformed'],
  ['a type that is no string', '{"type":{"a":1}}', {}, 400, 'malformed'],
  [
    'another content type',
    'type=message',
    { 'content-type': 'application/x-www-form-urlencoded' },
    415,
    'unsupported-media-type',
  ],
  ['another alphabet', '{}', { 'content-type': 'application/json; charset=iso-8859-1' }, 415, 'unsupported-media-type'],
  ['a body over the limit', JSON.stringify({ text: 'x'.repeat(300_000) }), {}, 413, 'too-large'],
])('%s is refused with %s and one log line', async (_what, body, headers, status, code) => {
  const [heard, errors] = [stage.heard.length, lastErrors().length];
  const response = await stage.post(body, headers as Record<string, string>);
  expect(response.status).toBe(status);
  const { error } = (await bodyOf(response)) as { error: { id: string; code: string } };
  expect(error.code).toBe(code);
  expect(stage.heard).toHaveLength(heard);
  expect(lastErrors()).toHaveLength(errors + 1);
  expect(lastErrors().at(-1)).toMatchObject({ errorId: error.id, code });
});

test('keys like __proto__ in an act reach nobody as a prototype', async () => {
  const body = JSON.stringify(stage.message({ text: undefined })).replace(
    '"type":"message"',
    '"type":"message","value":{"act":{"skill":"help","input":{"__proto__":{"admin":true}}}}',
  );
  expect((await stage.post(body)).status).toBe(200);
  const input = stage.heard.at(-1)?.act?.input as { admin?: unknown } | undefined;
  expect(input?.admin).toBeUndefined();
  expect(({} as { admin?: unknown }).admin).toBeUndefined();
});

test('an unverified caller cannot make the bot call another host', async () => {
  const before = stage.heard.length;
  for (const serviceUrl of [
    'https://smba.example/',
    'http://169.254.169.254/',
    'http://127.0.0.1@evil.example/',
    'file:///etc/passwd',
    'nonsense',
  ]) {
    const response = await stage.post(stage.message({ serviceUrl }));
    expect(response.status).toBe(403);
  }
  expect(stage.heard).toHaveLength(before);
  expect(await stage.ask({ serviceUrl: 'https://smba.example/' })).toHaveLength(1);
});
