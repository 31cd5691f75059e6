import type { Activity } from 'botbuilder';
import type { AdaptiveCard } from '../cards/render-adaptive.ts';
import { type Account, type Journey, startJourney, type TeamsPerson } from './journey.ts';

/** Ana (Silva) and Bea (Chen) write in one channel of Teams; Olu, of no family of the trip, reads along. */
const CHANNEL = { id: '19:lisbon@thread.tacv2', conversationType: 'channel', isGroup: true };

describe('a trip in a Teams channel', () => {
  let journey: Journey;
  let ana: Account;
  let bea: Account;
  let tripId: string;
  let inChannel: { readonly ana: TeamsPerson; readonly bea: TeamsPerson; readonly olu: TeamsPerson };
  let card: AdaptiveCard;
  let messageId: string | undefined;

  beforeAll(async () => {
    journey = await startJourney();
    ana = await journey.signUp({ name: 'Ana', teamsId: 'ana-aad', familyName: 'Silva' });
    bea = await journey.signUp({ name: 'Bea', teamsId: 'bea-aad', familyName: 'Chen' });
    tripId = await journey.trip(ana, { name: 'Lisbon 2027', destination: 'Lisbon', timeZone: 'Europe/Lisbon' });
    const code = await journey.invite(ana, tripId, bea);
    // Bea has a second trip, so that nothing can go by "her only trip".
    await journey.trip(bea, { name: 'Oslo', destination: 'Oslo' });
    await journey.teams({ id: 'bea-aad', name: 'Bea' }).ask(`join ${code}`);
    const here = (id: string, name: string) => journey.teams({ id, name }, CHANNEL);
    inChannel = { ana: here('ana-aad', 'Ana'), bea: here('bea-aad', 'Bea'), olu: here('olu-aad', 'Olu') };
  });
  afterAll(() => journey.close());

  const said = (activity: unknown) => JSON.stringify(activity);
  const shownIn = ({ attachments }: Partial<Activity>) => (attachments ?? [])[0]?.content as AdaptiveCard;
  const cardIn = (body: unknown) => (body as { value: AdaptiveCard }).value;
  const show = (person: TeamsPerson) =>
    person.execute((card.refresh?.action.data ?? {}) as Record<string, unknown>, card.refresh?.action.verb);

  test('should introduce itself briefly, once, however often Teams says that it was added', async () => {
    const added = { type: 'conversationUpdate', membersAdded: [{ id: '28:pathfinder-app' }] };
    const bot = { id: '28:pathfinder-app', name: 'Pathfinder' };
    const sent = [
      await inChannel.ana.send({ ...added, recipient: bot, deliveryMode: 'expectReplies' }),
      await inChannel.ana.send({
        type: 'installationUpdate',
        action: 'add',
        recipient: bot,
        deliveryMode: 'expectReplies',
      }),
      await inChannel.ana.send({ ...added, recipient: bot, deliveryMode: 'expectReplies' }),
    ];
    const texts = sent.flatMap(({ body }) =>
      ((body.activities ?? []) as { summary?: string }[]).map(({ summary }) => summary),
    );
    expect(texts).toHaveLength(1);
    expect(texts[0]).toMatch(/Mention me/);
    expect(texts[0]?.length).toBeLessThan(160);
  });

  test('should put a poll into the channel without anybody’s choice, to be shown to each as their own', async () => {
    await inChannel.ana.say('poll: where do we eat on Friday? Taverna, Salty Pelican or Pizza Roma');
    const sent = await journey.connector.waitFor(
      ({ method, conversation, activity }) =>
        method === 'POST' && conversation === CHANNEL.id && said(activity).includes('Salty'),
    );
    card = shownIn(sent.activity);
    messageId = sent.id;
    expect(said(card)).not.toContain('You vote for');
    expect(card.refresh).toEqual({
      action: {
        type: 'Action.Execute',
        title: "My family's view",
        verb: 'view',
        data: { view: { tripId, pollId: expect.any(String) } },
      },
      userIds: ['29:bea-aad'],
    });
  });

  test('should answer a vote with the voter’s own view, and bring the card in the channel up to date for all', async () => {
    const vote = card.body.flatMap((element) => (element.type === 'ActionSet' ? element.actions : []))[1];
    if (vote?.type !== 'Action.Execute') throw new Error('no button');
    const pressed = await inChannel.bea.execute(vote.data as unknown as Record<string, unknown>, vote.verb);
    expect(said(cardIn(pressed.body))).toMatch(/The Chens vote 2\) Salty Pelican/);
    expect(said(cardIn(pressed.body))).toMatch(/✓ 2\. Salty Pelican.*your family's choice/);
    const updated = await journey.connector.waitFor(
      ({ method, conversation, activity }) =>
        method === 'PUT' && conversation === CHANNEL.id && said(activity).includes('1 family'),
    );
    expect(updated.activityId).toBe(messageId);
    expect(said(updated.activity)).not.toContain("your family's choice");
    expect(shownIn(updated.activity).refresh).toEqual(card.refresh);
  });

  test('should show the card to each as their own, and to strangers in the channel without a mark', async () => {
    expect(said(cardIn((await show(inChannel.bea)).body))).toContain("your family's choice");
    const anas = said(cardIn((await show(inChannel.ana)).body));
    expect(anas).toContain('You vote for the Silvas');
    expect(anas).not.toContain("your family's choice");
    const olus = said(cardIn((await show(inChannel.olu)).body));
    expect(olus).toContain('Salty Pelican');
    expect(olus).not.toMatch(/You vote for|your family's choice/);
  });

  test('should show it to nobody outside: not from another conversation, not with another trip or no poll', async () => {
    const alone = journey.teams({ id: 'olu-aad', name: 'Olu' });
    expect((await show(alone)).body).toMatchObject({ statusCode: 403 });
    for (const view of [{}, { tripId, pollId: 'poll_none' }, { tripId: 'trip_none', pollId: 'x' }, { tripId: 5 }]) {
      const asked = await inChannel.ana.execute({ view }, 'view');
      expect(asked.body).toMatchObject({ statusCode: 403 });
    }
  });

  test('should take a vote from a card wherever it stands, and none from who is not in its trip', async () => {
    const vote = {
      act: { skill: 'vote', input: { tripId, pollId: card.refresh?.action.data.view.pollId, optionId: 'opt_01' } },
    };
    const elsewhere = { id: '19:other-chat@thread.v2', conversationType: 'groupChat', isGroup: true };
    const bea = await journey.teams({ id: 'bea-aad', name: 'Bea' }, elsewhere).execute(vote);
    expect(said(bea.body)).toMatch(/The Chens now vote 1\) Taverna/);
    await journey.teams({ id: 'kim-aad', name: 'Kim' }).ask('hello');
    await journey.signUp({ name: 'Kim', teamsId: 'kim-aad', familyName: 'Kim' });
    const kim = await journey.teams({ id: 'kim-aad', name: 'Kim' }, elsewhere).execute(vote);
    expect(kim.body).toMatchObject({ statusCode: 403 });
    const { body } = await journey.api('GET', `/trips/${tripId}/polls`, { token: ana.token });
    expect((body.items as { votes: unknown[] }[])[0]?.votes).toHaveLength(1);
  });

  test('should answer a bare mention with what it can do', async () => {
    expect(said(await inChannel.bea.ask(''))).toMatch(/Mention me with a question/);
  });

  test('should count a card pressed twice at once as one vote, and refuse an option that is none in words', async () => {
    const pollId = card.refresh?.action.data.view.pollId;
    const press = (optionId: string, from?: object) =>
      inChannel.ana.execute({ act: { skill: 'vote', input: { tripId, pollId, optionId } }, ...from });
    // Who votes is never what a card says.
    const twice = await Promise.all([press('opt_03'), press('opt_03', { from: { id: '29:bea-aad' } })]);
    for (const { body } of twice) expect(said(body)).toMatch(/The Silvas.*vote 3\) Pizza Roma/);
    const { body } = await journey.api('GET', `/trips/${tripId}/polls`, { token: ana.token });
    const [poll] = body.items as { votes: { familyId: string; optionId: string }[] }[];
    expect(poll?.votes.filter(({ familyId }) => familyId === ana.familyId)).toMatchObject([{ optionId: 'opt_03' }]);
    expect(poll?.votes).toHaveLength(2);
    expect(said((await press('opt_99')).body)).toMatch(/1-3/);
  });

  test("should lead to one's own chat whoever asks there what their family told of itself", async () => {
    for (const text of ['what are we allergic to', 'which diets do we have'])
      expect(said(await inChannel.bea.ask(text))).toMatch(/in a group\. Write to me directly/);
  });

  test('should say nothing private in the channel', async () => {
    await journey.teams({ id: 'bea-aad', name: 'Bea' }).ask('use trip Lisbon 2027');
    await journey.teams({ id: 'bea-aad', name: 'Bea' }).ask('two adults, Mia 9 and Leo 4, Leo cannot have nuts');
    const asked = said(await inChannel.bea.ask('who am i'));
    expect(asked).not.toContain('nuts');
  });

  test('should find the card in the channel after a crash, and bring it up to date there', async () => {
    await journey.crashAndRestart();
    const before = journey.connector.taken.length;
    const pollId = card.refresh?.action.data.view.pollId;
    const put = await journey.api('PUT', `/trips/${tripId}/polls/${pollId}/ballot`, {
      token: bea.token,
      body: { optionId: 'opt_03' },
    });
    expect(put.status).toBe(200);
    const updated = await journey.connector.waitFor(
      (sent) =>
        sent.method === 'PUT' &&
        sent.conversation === CHANNEL.id &&
        journey.connector.taken.indexOf(sent) >= before &&
        said(sent.activity).includes('██████████ 2 families'),
    );
    expect(updated.activityId).toBe(messageId);
  });

  test('should leave with the app: nothing more is told there, and it is greeted when it comes back', async () => {
    const bot = { id: '28:pathfinder-app', name: 'Pathfinder' };
    await inChannel.ana.send({ type: 'installationUpdate', action: 'remove', recipient: bot });
    const before = journey.connector.requests.length;
    const pollId = card.refresh?.action.data.view.pollId;
    await journey.api('POST', `/trips/${tripId}/polls/${pollId}/close`, { token: ana.token });
    await journey.connector.waitFor(
      ({ conversation, activity }) => conversation === 'a:bea-aad' && said(activity).includes('Voting is over'),
    );
    const since = journey.connector.requests.slice(before);
    expect(since.filter(({ conversation }) => conversation === CHANNEL.id)).toEqual([]);
    const again = await inChannel.ana.send({
      type: 'installationUpdate',
      action: 'add',
      recipient: bot,
      deliveryMode: 'expectReplies',
    });
    expect(said(again.body)).toMatch(/Mention me/);
  });
});
