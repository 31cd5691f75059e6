import type { Converse } from '../../bot/conversed.ts';
import type { Reply } from '../../cards/reply.ts';
import { type TeamsStage, teamsStage } from '../../test/teams-stage.ts';
import { PathfinderError } from '../../trips/pathfinder-error.ts';

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

const act = { skill: 'vote', input: { pollId: 'poll_1', optionId: 'o1' } };
const pressed = () =>
  stage.message({
    type: 'invoke',
    name: 'adaptiveCard/action',
    text: undefined,
    value: { action: { type: 'Action.Execute', verb: 'vote', data: { act } }, trigger: 'manual' },
  });
const lastErrors = () => stage.logged.filter(({ level }) => Number(level) >= 40);
const bodyOf = async (response: Response): Promise<unknown> => response.json();

test('a fault in the turn is told with an error id that stands in one log line', async () => {
  converse = async () => {
    throw new Error('boom');
  };
  const errors = lastErrors().length;
  const [reply] = await stage.ask();
  const [line] = lastErrors().slice(errors);
  expect(lastErrors()).toHaveLength(errors + 1);
  expect(line).toMatchObject({ msg: 'turn failed', told: true });
  expect(reply?.text).toContain(`(Error ${line?.errorId})`);
  expect(reply?.text).not.toContain('boom');
});

test('a fault behind a button is told beside the card', async () => {
  converse = async () => {
    throw new Error('boom');
  };
  const response = await stage.post(pressed());
  expect(response.status).toBe(200);
  expect(await bodyOf(response)).toMatchObject({
    type: 'application/vnd.microsoft.activity.message',
    value: expect.stringContaining('(Error '),
  });
});

test('a store that cannot save acknowledges nothing', async () => {
  converse = async () => {
    throw new PathfinderError('store-unavailable', 'disk full');
  };
  for (const body of [stage.message(), stage.message({ deliveryMode: 'expectReplies' }), pressed()]) {
    const response = await stage.post(body);
    expect(response.status).toBe(503);
    expect(await bodyOf(response)).toMatchObject({ error: { code: 'store-unavailable' } });
  }
});

test('a busy connector is asked again after the time it names', async () => {
  const conversation = { id: 'a:busy', conversationType: 'personal' };
  stage.connector.failNext({ status: 429, retryAfter: '0' });
  await stage.post(stage.message({ conversation }));
  await stage.connector.waitFor((sent) => sent.conversation === 'a:busy');
  expect(stage.connector.requests.filter((sent) => sent.conversation === 'a:busy')).toHaveLength(2);
});

test('a reply that may have arrived is not sent again', async () => {
  for (const failure of [{ status: 500 }, 'cut'] as const) {
    const conversation = { id: `a:lost-${JSON.stringify(failure)}`, conversationType: 'personal' };
    stage.connector.failConversation(conversation.id, failure);
    const response = await stage.post(stage.message({ conversation }));
    expect(response.status).toBe(200);
    const texts = stage.connector.requests
      .filter((sent) => sent.conversation === conversation.id)
      .map(({ activity }) => activity.text);
    expect(texts.filter((text) => text === 'Hello Ana')).toHaveLength(1);
    expect(lastErrors().at(-1)).toMatchObject({ msg: 'turn failed', told: false });
  }
});

test('who waits sees that it is worked on, and the answer waits for the indicator', async () => {
  const waiting = await teamsStage(
    async ({ conversation }) => {
      if (conversation === 'a:slow') await indicator.arrived;
      return { replies: [{ text: 'done' }], duplicate: false };
    },
    {},
    { typingAfterMs: 1 },
  );
  const indicator = waiting.connector.holdNext();
  try {
    const slow = waiting.post(waiting.message({ conversation: { id: 'a:slow', conversationType: 'personal' } }));
    await indicator.arrived;
    // Another turn goes all the way meanwhile: had the slow answer not waited, it would have come by now.
    expect(await waiting.ask({ conversation: { id: 'a:quick', conversationType: 'personal' } })).toHaveLength(1);
    await waiting.post(waiting.message({ conversation: { id: 'a:quick', conversationType: 'personal' } }));
    indicator.release();
    await slow;
    const types = waiting.connector.taken.filter((sent) => sent.conversation === 'a:slow');
    expect(types.map(({ activity }) => activity.type)).toEqual(['typing', 'message']);
  } finally {
    await waiting.close();
  }
});
