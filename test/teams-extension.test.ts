import type { AdaptiveCard } from '../cards/render-adaptive.ts';
import { complaintsAbout } from './adaptive-card-rules.ts';
import { type Account, type Journey, startJourney, type TeamsPerson } from './journey.ts';

/** Invokes as Teams sends them from the box where a message is written. */
const invoke = (name: string, value: Record<string, unknown>, conversation?: Record<string, unknown>) => ({
  type: 'invoke',
  name: `composeExtension/${name}`,
  channelData: { tenant: { id: 'tenant-example' }, source: { name: 'compose' } },
  value: {
    commandContext: 'compose',
    requestId: 'fe50f49e5c74440bb2ebf07f49e9553c',
    context: { theme: 'default' },
    ...value,
  },
  ...(conversation ? { conversation } : {}),
});
const search = (words?: string, options: object = { skip: 0, count: 25 }) =>
  invoke('query', {
    commandId: 'sharePoll',
    // Teams sends this before anything is typed.
    parameters: words === undefined ? [{ name: 'initialRun', value: 'true' }] : [{ name: 'words', value: words }],
    queryOptions: options,
  });
const FETCH = invoke('fetchTask', { commandId: 'askFamilies' });
const submit = (data: object, conversation?: Record<string, unknown>) =>
  invoke('submitAction', { commandId: 'askFamilies', data }, conversation);

describe('the message extension', () => {
  let journey: Journey;
  let ana: Account;
  let bea: Account;
  let teams: TeamsPerson;
  let lisbon: string;
  const FAMILY_CHAT = { id: '19:family@thread.v2', conversationType: 'groupChat', isGroup: true };

  beforeAll(async () => {
    journey = await startJourney();
    ana = await journey.signUp({ name: 'Ana', teamsId: 'ana-aad', familyName: 'Silva' });
    bea = await journey.signUp({ name: 'Bea', teamsId: 'bea-aad', familyName: 'Chen' });
    const trip = async ({ token }: Account, name: string) =>
      String((await journey.api('POST', '/trips', { token, body: { name, destination: name } })).body.id);
    const poll = (tripId: string, { token }: Account, question: string, options: readonly string[]) =>
      journey.api('POST', `/trips/${tripId}/polls`, { token, body: { question, options } });
    lisbon = await trip(ana, 'Lisbon');
    await poll(lisbon, ana, 'Which <b>beach</b>?', ['Guincho', 'Carcavelos']);
    await poll(lisbon, ana, 'Where do we eat?', ['Taverna', 'Pizza Roma']);
    await poll(await trip(bea, 'Oslo'), bea, 'Which secret museum?', ['Munch', 'Viking']);
    teams = journey.teams({ id: 'ana-aad', name: 'Ana' });
  });
  afterAll(() => journey.close());

  interface Answer {
    readonly composeExtension?: {
      readonly type: string;
      readonly text?: string;
      readonly attachments?: readonly {
        readonly contentType: string;
        readonly content: AdaptiveCard;
        readonly preview: { readonly content: { readonly title: string; readonly text: string } };
      }[];
    };
    readonly task?: { readonly type: string; readonly value: unknown };
  }
  const ask = async (activity: object, person = teams): Promise<Answer> => {
    const { status, body } = await person.send(activity as Record<string, unknown>);
    expect(status).toBe(200);
    return body as Answer;
  };
  const titles = (answer: Answer) => answer.composeExtension?.attachments?.map(({ preview }) => preview.content.title);
  const pollsOf = async (tripId: string) =>
    ((await journey.api('GET', `/trips/${tripId}/polls`, { token: ana.token })).body.items ?? []) as {
      question: string;
    }[];

  test('should list the polls of my own trips, the latest first, with a preview that is no HTML', async () => {
    const answer = await ask(search());
    expect(answer.composeExtension).toMatchObject({ type: 'result', attachmentLayout: 'list' });
    expect(titles(answer)).toEqual(['Where do we eat?', 'Which ‹b›beach‹/b›?']);
    expect(answer.composeExtension?.attachments?.[0]?.preview.content.text).toBe('Lisbon · 0 of 1 families voted');
    for (const { content } of answer.composeExtension?.attachments ?? []) expect(complaintsAbout(content)).toEqual([]);
  });

  test('should find by words of question, option and trip, page by page', async () => {
    expect(titles(await ask(search('pizza')))).toEqual(['Where do we eat?']);
    expect(titles(await ask(search('LISBON beach')))).toEqual(['Which ‹b›beach‹/b›?']);
    expect(titles(await ask(search('', { skip: 1, count: 1 })))).toEqual(['Which ‹b›beach‹/b›?']);
    expect((await ask(search('museum'))).composeExtension).toMatchObject({ type: 'message' });
  });

  test('should share a card that each reader sees as their own, and whose vote counts from any chat', async () => {
    const card = (await ask(search('pizza'))).composeExtension?.attachments?.[0]?.content;
    expect(JSON.stringify(card)).not.toContain('You vote for');
    expect(card?.refresh?.action.data.view.tripId).toBe(lisbon);
    const vote = card?.body.flatMap((element) => (element.type === 'ActionSet' ? element.actions : []))[1];
    if (vote?.type !== 'Action.Execute') throw new Error('no button');
    const pressed = await journey
      .teams({ id: 'ana-aad', name: 'Ana' }, FAMILY_CHAT)
      .execute(vote.data as unknown as Record<string, unknown>, vote.verb);
    expect(JSON.stringify(pressed.body)).toContain('The Silvas vote 2) Pizza Roma');
  });

  test('should open a form, and keep what was written when something is missing', async () => {
    const opened = await ask(FETCH);
    expect(opened.task).toMatchObject({ type: 'continue', value: { title: 'Ask all families' } });
    const form = opened.task?.value as { card: { content: object } } | undefined;
    expect(complaintsAbout(form?.card.content ?? {})).toEqual([]);
    const again = JSON.stringify((await ask(submit({ question: 'Taxi or metro?', options: 'Taxi\n\n' }))).task);
    expect(again).toMatch(/at least two options/);
    expect(again).toContain('Taxi or metro?');
    expect(JSON.stringify((await ask(submit({ question: ' ', options: 'A\nB' }))).task)).toContain('Ask the families');
    expect(await pollsOf(lisbon)).toHaveLength(2);
  });

  test('should open the poll for every family once, and hand its card to be sent where nobody hears the trip', async () => {
    const form = submit({ question: 'Taxi or metro?', options: 'Taxi\n Metro ' }, FAMILY_CHAT);
    const first = await ask({ ...form, id: 'f:bc319b1d' });
    const [attachment] = first.composeExtension?.attachments ?? [];
    expect(first.composeExtension?.type).toBe('result');
    expect(JSON.stringify(attachment?.content)).toMatch(/1\. Taxi.*2\. Metro/);
    await ask({ ...form, id: 'f:bc319b1d' });
    expect((await pollsOf(lisbon)).map(({ question }) => question)).toContain('Taxi or metro?');
    expect(await pollsOf(lisbon)).toHaveLength(3);
  });

  test('should say that the poll is out where the chat hears the trip anyway', async () => {
    await teams.ask('trip');
    const answer = await ask(submit({ question: 'Early or late?', options: 'Early\nLate' }));
    expect(answer.task).toEqual({ type: 'message', value: 'Your poll is out to every family, here as well.' });
    await journey.connector.waitFor(
      ({ conversation, activity }) =>
        conversation === 'a:ana-aad' && JSON.stringify(activity).includes('Early or late?'),
    );
  });

  test('should open nothing in a trip of others, nor tell a stranger anything', async () => {
    const theirs = await journey.api('GET', '/trips', { token: bea.token });
    const [oslo] = theirs.body.items as { id: string }[];
    const refused = await ask(submit({ tripId: oslo?.id, question: 'Mine now?', options: 'A\nB' }));
    expect(JSON.stringify(refused.task)).toContain("You're not in that trip");
    const polls = await journey.api('GET', `/trips/${oslo?.id}/polls`, { token: bea.token });
    expect(polls.body.items).toHaveLength(1);
    const stranger = journey.teams({ id: 'kim-aad', name: 'Kim' });
    expect((await ask(search(), stranger)).composeExtension).toMatchObject({
      type: 'message',
      text: expect.stringMatching(/say hello/),
    });
    expect((await ask(FETCH, stranger)).task).toMatchObject({ type: 'message' });
    expect((await ask(submit({ question: 'x', options: 'A\nB' }), stranger)).task).toMatchObject({ type: 'message' });
  });

  test.each([
    ['query', { commandId: 'another' }],
    ['query', { commandId: 7 }],
    ['fetchTask', {}],
    ['submitAction', { commandId: 'askFamilies' }],
    ['submitAction', { commandId: 'askFamilies', data: 'x' }],
  ])('should refuse a %s that says %j with 400', async (name, value) => {
    expect((await teams.send(invoke(name, value))).status).toBe(400);
  });

  test('should take odd parameters for none', async () => {
    const odd = { commandId: 'sharePoll', parameters: 'x', queryOptions: { skip: -1, count: 1e9 } };
    expect(titles(await ask(invoke('query', odd)))?.length).toBeGreaterThan(2);
  });
});
