import type { Reply } from '../../cards/reply.ts';
import { wordsIn } from '../../cards/words/words.ts';
import { accountId, budgetAccounts } from '../../llm/budget.ts';
import { modelGateway } from '../../llm/gateway.ts';
import { type ModelAnswer, ModelError, type ModelRequest } from '../../llm/model.ts';
import { type ScriptedModel, type Step, scriptedModel } from '../../llm/scripted/scripted-model.ts';
import { type OpenedStore, openSqliteStore } from '../../test/stores.ts';
import type { TripMember } from '../../trips/roles/permission.ts';
import { SKILLS } from '../skills/every-skill.ts';
import { type AgentOutcome, type AgentTurn, BOUNDS, runAgent } from './agent.ts';
import { sayOutcome } from './say-outcome.ts';
import { toolsFor } from './tools.ts';

const QUESTION =
  'how much will the three of us pay for the boat and the museum together, and is there time for both on Saturday?';
const NOW = Date.parse('2027-03-01T10:00:00Z');
const BEHALF = { userId: 'user_bea', tripId: 'trip_lisbon', readers: 'family_chen' };

let opened: OpenedStore;
let ran: [skill: string, words: string][];
beforeEach(async () => {
  opened = await openSqliteStore({ now: () => NOW });
  ran = [];
});
afterEach(() => opened.close());

const source = (n: number, document: string, quote: string) => ({
  n,
  documentId: `document_${document}`,
  document,
  quote,
});
const BOAT = 'The boat tour is EUR 25 a person, starts at 10:00 on Saturday and takes 2 hours.';
const MUSEUM = 'The museum is EUR 12 a person; on Saturday it is open 10:00-18:00; allow 90 minutes.';
const documents = (words: string): Reply => {
  if (/boat/i.test(words)) return { text: BOAT.replace('.', ' [1].'), citations: [source(1, 'boat.md', BOAT)] };
  if (/museum/i.test(words))
    return { text: MUSEUM.replace(/\.$/, ' [1].'), citations: [source(1, 'museum.md', MUSEUM)] };
  if (/sauna/i.test(words))
    return { text: `Nearest: ${BOAT.replace('.', ' [1].')}`, citations: [source(1, 'boat.md', BOAT)], unsure: true };
  return { text: 'I could not find that.' };
};
const run = async (skill: string, words: string): Promise<readonly Reply[]> => {
  ran.push([skill, words]);
  return [skill === 'ask' ? documents(words) : { text: `${skill} did its work.` }];
};
const calls = (...made: readonly (readonly [name: string, input: unknown])[]): Step => ({
  calls: made.map(([name, input], index) => ({ id: `call_${index}`, name, input })),
});
/** Copies a value out of whatever passage it is shown first. */
const copies =
  (words: string): Step =>
  (request) => ({ text: JSON.stringify({ value: words, passage: /<<\S+ (\S+)>>/.exec(said(request))?.[1] ?? null }) });
const said = ({ messages }: ModelRequest): string =>
  messages.map((one) => ('text' in one ? one.text : one.result)).join('\n');

const planned = async (
  steps: readonly Step[],
  more: Partial<AgentTurn> & { readonly limit?: number } = {},
): Promise<{ readonly outcome: AgentOutcome; readonly script: ScriptedModel; readonly replies: readonly Reply[] }> => {
  const script = scriptedModel(steps);
  const one = { model: script, price: { input: 1, output: 10 } };
  const limit = more.limit ?? 1e9;
  const models = modelGateway({
    providers: [{ large: one, small: one }],
    records: opened.store,
    clock: { now: () => NOW },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    limits: { user: limit, trip: 1e9, platform: 1e9 },
  });
  const member = { isOrganizer: true } as TripMember;
  const turn = {
    message: QUESTION,
    onBehalf: BEHALF,
    said: wordsIn().planned,
    run,
    chained: true,
    tools: toolsFor(SKILLS, member, more.chained ?? true),
    ...more,
  };
  const outcome = await runAgent(models, turn);
  return {
    outcome,
    script,
    replies: await sayOutcome(models, outcome, turn),
  };
};
const results = ({ asked }: ScriptedModel): readonly string[] =>
  (asked.findLast(({ tools }) => tools !== undefined)?.messages ?? []).flatMap((one) =>
    one.role === 'tool' ? [one.result] : [],
  );

const LOOK_UP: readonly Step[] = [
  calls(
    ['ask', { words: 'how much is the boat tour a person?', wants: 'money' }],
    ['ask', { words: 'how much is the museum a person?', wants: 'money' }],
  ),
  copies('EUR 25'),
  copies('EUR 12'),
];
const RECKON = calls([
  'reckon',
  {
    parts: [
      { value: 'v1', times: 3 },
      { value: 'v2', times: 3 },
    ],
  },
]);
const TIMES: readonly Step[] = [
  calls(
    ['ask', { words: 'when does the boat tour start on Saturday?', wants: 'time' }],
    ['ask', { words: 'how long does the boat tour take?', wants: 'duration' }],
    ['ask', { words: 'from when is the museum open on Saturday?', wants: 'time' }],
    ['ask', { words: 'until when is the museum open on Saturday?', wants: 'time' }],
    ['ask', { words: 'how long to allow for the museum?', wants: 'duration' }],
  ),
  ...['10:00', '2 hours', '10:00', '18:00', '90 minutes'].map(copies),
  calls([
    'time_for',
    {
      visits: [
        { starts: 'v4', lasts: 'v5' },
        { opens: 'v6', closes: 'v7', lasts: 'v8' },
      ],
    },
  ]),
];
const DONE: Step = { text: 'It is 111 euros.' };
const nothingWorded: Step = { text: '{"sentences":[]}' };

describe('a question that takes several answers', () => {
  test('should be taken apart, looked up, calculated and told with its sources', async () => {
    const { outcome, script, replies } = await planned([...LOOK_UP, RECKON, ...TIMES, DONE, nothingWorded]);
    script.finished();
    expect(outcome.ended).toBe('done');
    expect(replies).toHaveLength(1);
    expect(replies[0]?.text).toBe(
      `${BOAT.replace('.', ' [1].')} ${MUSEUM.replace(/\.$/, ' [2].')} 3 × EUR 25 + 3 × EUR 12 = EUR 111 [1][2]. There is time, not counting the way between: 10:00-12:00, 12:00-13:30 [1][2].`,
    );
    expect(replies[0]?.citations?.map(({ document }) => document)).toEqual(['boat.md', 'museum.md']);
  });

  test('should be answered in the words of the model as far as they hold', async () => {
    const { replies } = await planned([
      ...LOOK_UP,
      RECKON,
      DONE,
      {
        text: JSON.stringify({
          sentences: [
            { text: 'The boat tour and the museum are EUR 111 together.', passages: ['r1', 'r2', 's1'] },
            { text: 'You save EUR 20 with a family ticket.', passages: ['r1'] },
          ],
        }),
      },
    ]);
    expect(replies[0]?.text).toBe('The boat tour and the museum are EUR 111 together [1][2].');
  });

  test('should show the planning model no word that a document says', async () => {
    const { script } = await planned([...LOOK_UP, RECKON, DONE, nothingWorded]);
    const planning = script.asked.filter(({ tools }) => tools !== undefined);
    expect(planning).toHaveLength(3);
    expect(JSON.stringify(planning.map(({ messages }) => messages))).not.toMatch(/takes 2 hours|allow 90/);
    expect(results(script)).toEqual(['r1: v1 = EUR 25', 'r2: v2 = EUR 12', 'v3 = EUR 111']);
    for (const { structured, tools } of script.asked) expect(structured === undefined).toBe(tools !== undefined);
  });

  test.each([
    ['is not in the passage', 'EUR 2'],
    ['is of another kind', '10:00'],
    ['is invented', 'EUR 99'],
  ])('should take no value that %s', async (_, words) => {
    const { script } = await planned([
      calls(['ask', { words: 'how much is the boat tour?', wants: 'money' }]),
      copies(words),
      DONE,
    ]);
    expect(results(script)).toEqual(['r1: found, but no money in it']);
  });

  test('should take no value from what only stands nearest', async () => {
    const { script, replies } = await planned([
      calls(['ask', { words: 'how much is the sauna?', wants: 'money' }]),
      DONE,
    ]);
    expect(results(script)).toEqual(['r1: nothing found']);
    expect(replies).toEqual([]);
  });

  test('should not calculate with a number that nobody said', async () => {
    const { script, outcome } = await planned([
      ...LOOK_UP,
      calls(['reckon', { parts: [{ value: 'v1', times: 7 }] }], ['reckon', { parts: [{ value: 'v9' }] }]),
      DONE,
      nothingWorded,
    ]);
    expect(results(script).slice(2)).toEqual([
      expect.stringContaining('not done'),
      expect.stringContaining('not done'),
    ]);
    expect(outcome.reckoned).toEqual([]);
  });
});

describe('a model that plans badly', () => {
  const again = (n: number): Step => calls(['ask', { words: `how much is the boat tour? ${'please '.repeat(n)}` }]);

  test('should be stopped when it never ends', async () => {
    const { outcome, script, replies } = await planned([...Array.from({ length: BOUNDS.steps }, (_, n) => again(n))]);
    script.finished();
    expect(outcome.ended).toBe('steps');
    expect(replies[0]?.text).toBe(`${BOAT.replace('.', ' [1].')} I did not find everything that this takes.`);
  });

  test('should be stopped when it calls too much at once', async () => {
    const many = Array.from({ length: 30 }, (_, n) => ['ask', { words: `boat ${'x'.repeat(n + 1)}` }] as const);
    const { outcome } = await planned([calls(...many)]);
    expect(outcome.ended).toBe('calls');
    expect(ran).toHaveLength(BOUNDS.calls);
  });

  test('should be told the same without asking again when it repeats itself', async () => {
    await planned([again(0), again(0), again(0), DONE]);
    expect(ran).toHaveLength(1);
  });

  test.each([
    ['there is no such tool', ['drop_all_tables', { words: 'x' }]],
    ['the arguments are not', ['ask', { question: 'x' }]],
    ['the arguments are not', ['ask', 'words']],
    ['the arguments are not', ['ask', { words: 'x', wants: 'secrets' }]],
    ['the arguments are not', ['reckon', { parts: [{ value: { $ne: 1 } }] }]],
    ['the arguments are not', ['time_for', { visits: [] }]],
  ] as const)('should be told that %s, and nothing runs: %j', async (why, call) => {
    const { script, replies } = await planned([calls(call), DONE]);
    expect(results(script)[0]).toContain(why);
    expect(ran).toEqual([]);
    expect(replies).toEqual([]);
  });

  test('should stop at its bounds of tokens and money', async () => {
    const dear = { ...(again(0) as Partial<ModelAnswer>), usage: { inputTokens: 400, outputTokens: 300 } };
    const { outcome } = await planned([dear], { bounds: { ...BOUNDS, tokens: 700 } });
    expect(outcome.ended).toBe('tokens');
    const { outcome: poor } = await planned([{ ...dear, ...(again(1) as object) }], {
      bounds: { ...BOUNDS, micros: 3_400 },
    });
    expect(poor.ended).toBe('money');
  });

  test('should say what it has, and why it stopped, when the budget ends midway', async () => {
    // What no provider counts is charged at what was set aside: one call takes all of it, a second does not fit.
    const uncounted = { ...(again(0) as object), usage: undefined };
    await planned([uncounted, DONE], { onBehalf: { ...BEHALF, userId: 'user_before' } });
    const id = accountId('user', 'user_before', new Date(NOW).toISOString());
    const one = (await opened.store.read(budgetAccounts, id, id))?.spent ?? 0;
    const { outcome, replies } = await planned([uncounted], { limit: one * 1.2 });
    expect(outcome).toMatchObject({ ended: 'no-model', degradation: { reason: 'budget' } });
    expect(replies[0]?.text).toContain('boat tour is EUR 25');
    expect(replies[0]?.text).toContain('🐢');
  });

  test('should say what it has when the provider breaks off', async () => {
    const { outcome, replies } = await planned([again(0), new ModelError('model-malformed', 'the answer broke off')]);
    expect(outcome.ended).toBe('no-model');
    expect(replies[0]?.text).toContain('boat tour is EUR 25');
  });
});

describe('an act that a model chose', () => {
  const act = (name: string, words: string, message: string) =>
    planned([calls([name, { words }])], { message, chained: false });

  test('should wait for the person to agree', async () => {
    const { replies } = await act('new_poll', 'poll: dinner? Lagosta or Bacalhau', 'szavazzunk: Lagosta vagy Bacalhau');
    expect(ran).toEqual([]);
    expect(replies).toMatchObject([
      {
        text: 'I understood: "poll: dinner? Lagosta or Bacalhau". Shall I go ahead?',
        choices: [
          {
            act: {
              skill: 'go-ahead',
              input: { acts: [{ skill: 'new-poll', words: 'poll: dinner? Lagosta or Bacalhau' }] },
            },
          },
          { act: { skill: 'back' } },
        ],
      },
    ]);
  });

  test('should never be done unasked, whichever it is', async () => {
    const acting = SKILLS.filter(({ reads, asksFirst }) => !reads && !asksFirst);
    expect(acting.length).toBeGreaterThan(30);
    const script = calls(...acting.map(({ name }) => [name.replaceAll('-', '_'), { words: 'yes do it now' }] as const));
    const bounds = { ...BOUNDS, calls: 1_000 };
    const { replies } = await planned([script], { message: 'csináld', chained: false, bounds });
    expect(ran).toEqual([]);
    expect(replies[0]?.choices?.length).toBeLessThanOrEqual(5);
  });

  test.each([
    'tell everyone to pay at https://evil.example/?q=notes',
    'call me ZEBRA-7741',
    'tell everyone to write to pay@evil.example',
    'we paid 900 euros for dinner',
  ])('should not be proposed with numbers or addresses of its own: %s', async (words) => {
    const { replies } = await act('tell_everyone', words, 'mondd meg mindenkinek');
    expect(replies).toEqual([]);
    expect(ran).toEqual([]);
  });

  test('should be offered only to whom it is open', async () => {
    const names = (member: TripMember | undefined) => toolsFor(SKILLS, member, false).specs.map(({ name }) => name);
    expect(names({ isOrganizer: true } as TripMember)).toContain('delete_trip');
    expect(names({ isOrganizer: false } as TripMember)).not.toContain('delete_trip');
    expect(names({ isOrganizer: false } as TripMember)).toContain('new_poll');
    expect(names(undefined)).not.toContain('new_poll');
    const { script, replies } = await planned([calls(['delete_trip', { words: 'delete the trip' }])], {
      chained: false,
      tools: toolsFor(SKILLS, { isOrganizer: false } as TripMember, false),
    });
    script.finished();
    expect(replies).toEqual([]);
    expect(ran).toEqual([]);
  });
});
