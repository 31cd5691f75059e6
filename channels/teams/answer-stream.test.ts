import type { Converse } from '../../bot/conversed.ts';
import type { Incoming } from '../../bot/incoming.ts';
import type { Reply } from '../../cards/reply.ts';
import { MENTION, type TeamsStage, teamsStage } from '../../test/teams-stage.ts';

/** What the conversation does with a message; it may wait for what its reader sees. */
let work: (incoming: Incoming) => Promise<readonly Reply[]>;
const ids: (string | undefined)[] = [];
let stage: TeamsStage;

const converse: Converse = async (incoming) => ({
  replies: await work(incoming),
  duplicate: false,
  sent: async (sent) => {
    ids.push(...sent);
  },
});
beforeEach(async () => {
  stage = await teamsStage(converse, {}, { typingAfterMs: 0, streamGapMs: 0 });
});
afterEach(() => stage.close());

const say = (changes: object = {}) => stage.post(stage.message(changes));
/** Resolves when the reader has been shown this. */
const shown = (text: string) => stage.connector.waitFor(({ activity }) => activity.text === text);
const sent = () =>
  stage.connector.taken.map(({ activity: { type, text, entities = [] } }) => [
    type,
    text,
    entities.find((entity) => entity.type === 'streaminfo'),
  ]);
const info = (streamType: string, more: object) => ({ type: 'streaminfo', streamType, ...more });

test('what is done is shown while it lasts, the answer as it grows, and the whole of it ends the stream', async () => {
  work = async ({ progress }) => {
    progress?.doing('Looking through your documents…');
    await shown('Looking through your documents…');
    progress?.doing('Reading hotel.pdf…');
    await shown('Reading hotel.pdf…');
    progress?.soFar('Check-in is ');
    await shown('Check-in is');
    progress?.soFar('Check-in is from *15:20* [1]');
    await shown('Check-in is from *15:20* [1]');
    return [{ text: 'Check-in is from *15:20* [1].' }, { text: 'Anything else?' }];
  };
  expect((await say()).status).toBe(200);
  const streamId = stage.connector.taken[0]?.id;
  expect(sent()).toEqual([
    ['typing', 'Looking through your documents…', info('informative', { streamSequence: 1 })],
    ['typing', 'Reading hotel.pdf…', info('informative', { streamSequence: 2, streamId })],
    ['typing', 'Check-in is', info('streaming', { streamSequence: 3, streamId })],
    ['typing', 'Check-in is from *15:20* [1]', info('streaming', { streamSequence: 4, streamId })],
    ['message', 'Check-in is from *15:20* [1].', info('final', { streamId })],
    ['message', 'Anything else?', undefined],
  ]);
  expect(stage.connector.requests).toHaveLength(6);
  for (const { activity } of stage.connector.taken) if (activity.text) expect(activity.textFormat).toBe('plain');
});

test('an answer that comes at once is a message and nothing else', async () => {
  const patient = await teamsStage(converse, {}, { typingAfterMs: 60_000 });
  work = async ({ progress }) => {
    progress?.doing('Looking through your documents…');
    progress?.soFar('Check-in');
    return [{ text: 'Check-in is from 15:20.' }];
  };
  try {
    await patient.post(patient.message());
    expect(patient.connector.taken.map(({ activity }) => [activity.type, activity.entities])).toEqual([
      ['message', undefined],
    ]);
  } finally {
    await patient.close();
  }
});

test('news that comes faster than Teams takes it is shown by its latest', async () => {
  const held = stage.connector.holdNext();
  work = async ({ progress }) => {
    progress?.doing('one');
    await held.arrived;
    for (const text of ['two', 'three', 'four']) progress?.doing(text);
    held.release();
    await shown('four');
    return [{ text: 'Done.' }];
  };
  await say();
  expect(sent().map(([, text]) => text)).toEqual(['one', 'four', 'Done.']);
});

test('what ends a stream may carry a card, and is known by the stream’s id, so that it can be replaced', async () => {
  work = async ({ progress }) => {
    progress?.doing('Counting…');
    await shown('Counting…');
    return [{ text: 'You can start here:', choices: [{ label: 'Plan', act: { skill: 'plan', input: {} } }] }];
  };
  ids.length = 0;
  await say();
  const [first, final] = stage.connector.taken;
  expect(final?.activity).toMatchObject({
    text: 'You can start here:',
    attachments: [{ content: { type: 'AdaptiveCard' } }],
  });
  expect(JSON.stringify(final?.activity.attachments)).not.toContain('You can start here');
  expect(ids).toEqual([first?.id]);
});

test('a card that does not fit beside the words that end a stream comes after them', async () => {
  const words = 'Here is what I found. '.repeat(700).trim();
  const facts = Array.from({ length: 60 }, (_, n) => ({ label: `Fact ${n + 1}`, value: 'It is so. '.repeat(18) }));
  work = async ({ progress }) => {
    progress?.doing('Counting…');
    await shown('Counting…');
    return [{ text: words, card: { kind: 'facts', title: 'Everything', facts } }];
  };
  await say();
  const [, final, ...cards] = stage.connector.taken.map(({ activity }) => activity);
  expect([final?.text, final?.attachments]).toEqual([words, undefined]);
  expect(cards.length).toBeGreaterThan(0);
  const cardWords = JSON.stringify(cards);
  for (const { label } of facts) expect(cardWords).toContain(label);
  for (const one of [final, ...cards]) expect(2 * JSON.stringify(one).length).toBeLessThanOrEqual(80 * 1024);
});

test.each([
  ['a channel', { conversation: { id: '19:x@thread.tacv2', conversationType: 'channel' }, entities: [MENTION] }],
  ['a group chat', { conversation: { id: '19:x@thread.v2', conversationType: 'groupChat' }, entities: [MENTION] }],
  ['another channel of the Bot Framework', { channelId: 'webchat' }],
])('in %s nothing streams; the typing indicator shows', async (_where, changes) => {
  work = async ({ progress }) => {
    progress?.doing('Looking…');
    progress?.soFar('Check-in');
    await stage.connector.waitFor(({ activity }) => activity.type === 'typing');
    return [{ text: 'Check-in is from 15:20.' }];
  };
  await say(changes);
  expect(sent()).toEqual([
    ['typing', undefined, undefined],
    ['message', 'Check-in is from 15:20.', undefined],
  ]);
});

test('where Teams allows no stream the answer is a message', async () => {
  stage.connector.failNext({ status: 403 });
  work = async ({ progress }) => {
    progress?.doing('Looking…');
    await new Promise<void>((resolve) => {
      const look = (): void => (stage.connector.requests.length > 0 ? resolve() : void setImmediate(look));
      look();
    });
    progress?.doing('Still looking…');
    return [{ text: 'Check-in is from 15:20.' }];
  };
  await say();
  expect(sent()).toEqual([['message', 'Check-in is from 15:20.', undefined]]);
});

test('an answer whose stream was stopped by its reader is said all the same', async () => {
  work = async ({ progress }) => {
    progress?.doing('Looking…');
    await shown('Looking…');
    stage.connector.failNext({ status: 403 });
    return [{ text: 'Your vote counts.' }];
  };
  await say();
  expect(sent().at(-1)).toEqual(['message', 'Your vote counts.', undefined]);
  expect(stage.connector.taken).toHaveLength(2);
});

test('a fault in the middle of a stream is told as its end', async () => {
  work = async ({ progress }) => {
    progress?.doing('Looking…');
    await shown('Looking…');
    throw new Error('boom');
  };
  await say();
  const [, apology] = sent();
  expect(apology?.[1]).toMatch(/^Sorry.*Error/);
  expect(apology?.[2]).toEqual(info('final', { streamId: stage.connector.taken[0]?.id }));
});
