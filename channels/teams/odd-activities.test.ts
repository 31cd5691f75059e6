import fc from 'fast-check';
import { BOT, MENTION, type TeamsStage, teamsStage } from '../../test/teams-stage.ts';

let stage: TeamsStage;
/** Each activity has a conversation of its own, so that none waits for its turn. */
let conversations = 0;
beforeAll(async () => {
  stage = await teamsStage(async () => ({ replies: [{ text: 'Hello' }], duplicate: false }));
});
afterAll(() => stage.close());

const act = { skill: 'vote', input: { pollId: 'poll_1', optionId: 'opt_1' } };
const invoke = (name: string, value: unknown) => ({ type: 'invoke', name, replyToId: 'm1', value });

/** One of each kind that Teams sends. */
const KINDS: readonly object[] = [
  { type: 'message', text: '<at>Pathfinder</at> hi', entities: [MENTION], textFormat: 'plain' },
  { type: 'message', value: { act } },
  {
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.teams.file.download.info',
        name: 'a.pdf',
        content: { downloadUrl: 'https://contoso.sharepoint.com/a.pdf', fileType: 'pdf' },
      },
      { contentType: 'text/html', content: '<div>hi</div>' },
    ],
  },
  invoke('adaptiveCard/action', { action: { type: 'Action.Execute', verb: 'vote', data: { act } }, trigger: 'manual' }),
  invoke('adaptiveCard/action', {
    action: { type: 'Action.Execute', verb: 'view', data: { view: { tripId: 'trip_1', pollId: 'poll_1' } } },
    trigger: 'automatic',
  }),
  invoke('message/submitAction', { actionName: 'feedback', actionValue: { reaction: 'like', feedback: '{}' } }),
  invoke('composeExtension/query', {
    commandId: 'sharePoll',
    parameters: [{ name: 'words', value: 'pizza' }],
    queryOptions: { skip: 0, count: 25 },
  }),
  invoke('composeExtension/fetchTask', { commandId: 'askFamilies', commandContext: 'compose' }),
  invoke('composeExtension/submitAction', { commandId: 'askFamilies', data: { question: 'A or B?', options: 'A\nB' } }),
  invoke('fileConsent/invoke', { type: 'fileUpload', action: 'decline', context: {} }),
  { type: 'conversationUpdate', membersAdded: [BOT, { id: '29:bea' }] },
  { type: 'installationUpdate', action: 'add' },
  { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] },
  { type: 'event', name: 'application/vnd.microsoft.readReceipt', value: { lastReadMessageId: '1' } },
];

/** Every place in a value, the value itself last. */
const placesIn = (value: unknown): readonly (readonly string[])[] =>
  typeof value === 'object' && value !== null
    ? [...Object.entries(value).flatMap(([key, inner]) => placesIn(inner).map((place) => [key, ...place])), []]
    : [[]];

const put = (value: unknown, [key, ...rest]: readonly string[], odd: unknown): unknown => {
  if (key === undefined) return odd;
  if (Array.isArray(value)) return value.map((inner, index) => (String(index) === key ? put(inner, rest, odd) : inner));
  const fields = value as Record<string, unknown>;
  return { ...fields, [key]: put(fields[key], rest, odd) };
};

const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(null, '', ' ', '__proto__', 'constructor', '\u0000', '😀'.repeat(400), -1, 1e308, [], {}, [[[[]]]]),
);

test('whatever stands anywhere in an activity, it is answered or refused, and never a fault of ours', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...KINDS), fc.nat(), odd, fc.boolean(), async (kind, at, value, inResponse) => {
      conversations += 1;
      const whole = stage.message({
        text: undefined,
        conversation: { id: `a:${conversations}`, conversationType: 'personal', tenantId: 'tenant-example' },
        ...kind,
        ...(inResponse ? { deliveryMode: 'expectReplies' } : {}),
      });
      const places = placesIn(whole);
      const place = places[at % places.length] ?? [];
      const response = await stage.post(put(whole, place, value) ?? 'null');
      const body = await response.text();
      expect([place, response.status, body]).toEqual([place, expect.any(Number), expect.any(String)]);
      // 501 is the Bot Framework's word for an invoke that nobody handles.
      const faulty = response.status >= 500 && response.status !== 501;
      expect(faulty ? [place, value, response.status, body] : undefined).toBeUndefined();
    }),
    { seed: 20270611, numRuns: 500 },
  );
  expect(stage.logged.filter(({ msg }) => msg === 'turn failed')).toEqual([]);
});
