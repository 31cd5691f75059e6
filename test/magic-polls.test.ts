import { setTimeout as pause } from 'node:timers/promises';
import { type Account, type Journey, startJourney } from './journey.ts';
import { closeLiveClients, connectLive } from './live-client.ts';

const GUIDE = `# Where to eat

## Taverna do Mar
Restaurant, Italian. About EUR 22 a person. Open 12:00-23:00 daily. Nut-free kitchen. Step-free.

## Pizza Roma
Restaurant, pizza. About EUR 14 a person. Open 11:30-22:00 daily. Nut-free kitchen.

## Horta Verde
Restaurant, vegetarian. About EUR 17 a person. Open 12:00-22:00 daily. Nut-free dishes.

## Salty Pelican
Restaurant, fish. About EUR 31 a person. Open 18:00-23:30 daily. Dishes may contain nuts.
`;

type Json = Record<string, unknown>;

describe('polls whose options are found', () => {
  let journey: Journey;
  let ana: Account;
  let bea: Account;
  let tripId: string;
  beforeAll(async () => {
    journey = await startJourney();
    ana = await journey.signUp({ name: 'Ana', phone: '+15550201', teamsId: 'ana', familyName: 'Silva' });
    bea = await journey.signUp({ name: 'Bea', phone: '+15550202', teamsId: 'bea', familyName: 'Chen' });
    const trip = await rest(ana, 'POST', '/trips', {
      ...{ name: 'Lisbon', destination: 'Lisbon', startDate: '2027-06-11', endDate: '2027-06-15' },
      budget: { amount: 500_000, currency: 'EUR' },
    });
    tripId = String(trip.body.id);
    const { body } = await rest(ana, 'POST', `/trips/${tripId}/families/${bea.familyId}/invite`);
    await rest(bea, 'POST', `/invitations/${body.code}/accept`);
    await rest(bea, 'PUT', `/families/${bea.familyId}/preferences`, { diet: ['no nuts'] });
    const form = new FormData();
    form.append('file', new Blob([GUIDE], { type: 'text/markdown' }), 'food.md');
    await rest(ana, 'POST', `/trips/${tripId}/documents?scope=trip`, form);
  });
  afterAll(async () => {
    closeLiveClients();
    await journey.close();
  });

  const rest = (who: Account, method: string, path: string, body?: unknown) =>
    journey.api(method, path, { token: who.token, body });
  /** The task once it has ended. */
  const ended = async (who: Account, taskId: unknown): Promise<Json> => {
    for (;;) {
      const { body } = await rest(who, 'GET', `/tasks/${taskId}`);
      if (body.status === 'succeeded' || body.status === 'failed') return body;
      await pause(50);
    }
  };
  /** The first text to a number that fits, after so many. */
  const texted = async (to: string, fits: RegExp, after: number): Promise<string> => {
    for (;;) {
      const found = journey.twilio.sent.slice(after).find((one) => one.to === to && fits.test(one.body));
      if (found) return found.body;
      await pause(50);
    }
  };

  test('by text: asked for, shown as a draft, changed by words, opened to everybody', async () => {
    await journey.text('+15550202', 'hi');
    const before = journey.twilio.sent.length;
    expect((await journey.text('+15550201', 'make a poll about where to eat on Saturday')).join()).toContain('On it');
    const draft = await texted('+15550201', /draft/, before);
    expect(draft).toContain('Where do we eat on Sat 12 Jun?');
    expect(draft).toMatch(/A\) .+ each, EUR \d+ for you/);
    expect(draft).toContain('Cannot be chosen: Salty Pelican (not right for what one family eats).');
    expect(draft).toContain('From food.md.');
    expect(draft).not.toContain('Chen');
    expect(draft.length).toBeLessThanOrEqual(700);
    const changed = (await journey.text('+15550201', 'drop Pizza Roma, add the picnic')).join();
    expect((await journey.text('+15550201', 'drop the last one')).join()).toContain('Picnic is out.');
    expect((await journey.text('+15550201', 'add the picnic')).join()).toContain('Picnic is in.');
    expect(changed).toMatch(/Pizza Roma is out\. Picnic is in\.[\s\S]*C\) Picnic/);
    expect(journey.twilio.sent.slice(before).filter(({ to }) => to === '+15550202')).toEqual([]);
    const opened = (await journey.text('+15550201', '1')).join();
    expect(opened).toMatch(/out to every family[\s\S]*1\) [\s\S]*3\) Picnic/);
    const asked = await texted('+15550202', /A question for every family/, before);
    expect(asked).toMatch(/Cannot be chosen: Salty Pelican[\s\S]*Vote for the Chens: reply 1, 2 or 3\./);
    expect((await journey.text('+15550202', '1')).join()).toContain('The Chens vote 1)');
  });

  test('over REST: a task with progress, a draft with an ETag, and a poll', async () => {
    const begun = await rest(ana, 'POST', '/ai/polls/magic', { tripId, context: 'lunch on Sunday', pollType: 'score' });
    expect(begun).toMatchObject({ status: 202, body: { taskId: expect.any(String) } });
    const task = await ended(ana, begun.body.taskId);
    expect(task).toMatchObject({ kind: 'suggest-poll', status: 'succeeded', progress: 100 });
    const path = `/trips/${tripId}/poll-drafts/${task.result}`;
    const draft = await rest(ana, 'GET', path);
    expect(draft.body).toMatchObject({
      question: 'Where do we have lunch on Sun 13 Jun?',
      kind: 'score',
      status: 'draft',
    });
    const [first] = draft.body.options as Json[];
    expect(first).toMatchObject({ source: { document: 'food.md' }, cost: { total: { currency: 'EUR' } } });
    const stale = await journey.api('PATCH', path, {
      token: ana.token,
      body: { question: 'x' },
      headers: { 'if-match': '"old"' },
    });
    expect(stale.status).toBe(412);
    expect((await rest(ana, 'PATCH', path, { drop: ['opt_01'] })).status).toBe(200);
    const opened = await rest(ana, 'POST', `${path}/open`);
    expect(opened.status).toBe(201);
    expect(await rest(ana, 'POST', `${path}/open`)).toMatchObject({ status: 200, body: opened.body });
    const poll = await rest(bea, 'GET', `/trips/${tripId}/polls/${opened.body.pollId}`);
    expect(poll.body).toMatchObject({ kind: 'score', category: 'dining', ruledOut: [{ text: 'Salty Pelican' }] });
    expect((await rest(ana, 'PATCH', path, { question: 'Late?' })).status).toBe(409);
  });

  test('nobody but who asked and the organizer sees, changes or opens a draft', async () => {
    const begun = await rest(ana, 'POST', '/ai/polls/magic', { tripId, context: 'dinner on Monday' });
    const { result } = await ended(ana, begun.body.taskId);
    const path = `/trips/${tripId}/poll-drafts/${result}`;
    expect((await rest(bea, 'GET', path)).status).toBe(403);
    expect((await rest(bea, 'PATCH', path, { drop: ['opt_01'] })).status).toBe(403);
    expect((await rest(bea, 'POST', `${path}/open`)).status).toBe(403);
    expect((await rest(bea, 'DELETE', path)).status).toBe(403);
    expect((await rest(bea, 'GET', `/trips/${tripId}/poll-drafts`)).body.items).toEqual([]);
    expect((await rest(ana, 'DELETE', path)).status).toBe(204);
    expect((await rest(ana, 'POST', `${path}/open`)).status).toBe(409);
  });

  test('what tells of nothing to choose is refused, and what finds nothing says what would help', async () => {
    expect((await rest(ana, 'POST', '/ai/polls/magic', { tripId, context: 'blue or green' })).status).toBe(400);
    const begun = await rest(ana, 'POST', '/ai/polls/magic', { tripId, context: 'help us pick a hotel' });
    expect(await ended(ana, begun.body.taskId)).toMatchObject({
      status: 'failed',
      error: expect.stringMatching(/Send me offers/),
    });
  });

  test('whose options nobody likes: the organizer is offered others, once, and nobody else is', async () => {
    const opened = await rest(ana, 'POST', `/trips/${tripId}/polls`, {
      ...{ question: 'Where do we eat on Tuesday?', kind: 'score' },
      options: [
        { text: 'Burger Barn', details: 'Burgers' },
        { text: 'Kebab Corner', details: 'Kebabs' },
      ],
    });
    const poll = `/trips/${tripId}/polls/${opened.body.id}`;
    for (const who of [ana, bea])
      expect((await rest(who, 'PUT', `${poll}/ballot`, { scores: { opt_01: 2, opt_02: 1 } })).status).toBe(200);
    const before = journey.twilio.sent.length;
    await rest(ana, 'POST', `${poll}/close`);
    const offered = await texted('+15550201', /Shall I look for others/, before);
    expect(offered).toMatch(/1\) Yes, look for others/);
    expect(await texted('+15550202', /Voting is over/, before)).not.toContain('look for others');
    expect((await journey.text('+15550201', '1')).join()).toContain('On it');
    const draft = await texted('+15550201', /Here is a draft/, before);
    expect(draft).toContain('Where do we eat on Tuesday?');
    expect(draft).not.toMatch(/Burger Barn|Kebab Corner/);
    const again = (await journey.text('+15550201', '1')).join();
    expect(again).toContain('out to every family');
    const reopened = (await rest(ana, 'GET', `/trips/${tripId}/polls`)).body.items as Json[];
    const follows = reopened.find((one) => one.follows === opened.body.id);
    await rest(ana, 'PUT', `/trips/${tripId}/polls/${follows?.id}/ballot`, { scores: { opt_01: 2 } });
    const later = journey.twilio.sent.length;
    await rest(ana, 'POST', `/trips/${tripId}/polls/${follows?.id}/close`);
    expect(await texted('+15550201', /Voting is over/, later)).not.toContain('look for others');
  });

  test('in a group: a poll is offered when families disagree, once, and to nobody who only talks', async () => {
    const group = { id: '19:group@thread.v2', conversationType: 'groupChat' };
    const [anaThere, beaThere] = ['ana', 'bea'].map((id) => journey.teams({ id, name: id }, group));
    if (!anaThere || !beaThere) throw new Error('nobody there');
    await anaThere.ask(`use trip Lisbon`);
    const overhear = async (person: typeof anaThere, text: string): Promise<string> => {
      const { body } = await person.send({ type: 'message', text, deliveryMode: 'expectReplies' });
      return JSON.stringify((body as { activities?: unknown[] }).activities ?? []);
    };
    expect(await overhear(anaThere, 'Good morning from Lisbon')).toBe('[]');
    expect(await overhear(anaThere, "let's visit the castle on Monday")).toBe('[]');
    const offered = await overhear(beaThere, "we'd rather go to the aquarium on Monday");
    expect(offered).toContain('You see what to do on Mon 14 Jun differently');
    expect(offered).toContain('Yes, look for options');
    expect(await overhear(anaThere, "we don't want to see the aquarium on Monday")).toBe('[]');
    expect(await overhear(beaThere, "we'd rather not visit a castle on Monday")).toBe('[]');
  });

  test('in a group: what is asked for there is shown there, without what is one family alone, and opened by who may', async () => {
    const group = { id: '19:group@thread.v2', conversationType: 'groupChat' };
    const [anaThere, beaThere] = ['ana', 'bea'].map((id) => journey.teams({ id, name: id }, group));
    if (!anaThere || !beaThere) throw new Error('nobody there');
    const before = journey.connector.requests.length;
    await anaThere.ask('make a poll about where to eat on Friday');
    const inGroup = async (fits: RegExp): Promise<string> => {
      for (;;) {
        const found = journey.connector.requests
          .slice(before)
          .map((one) => JSON.stringify(one))
          .find((one) => fits.test(one));
        if (found) return found;
        await pause(50);
      }
    };
    const draft = await inGroup(/Here is a draft/);
    expect(draft).toContain('group@thread.v2');
    expect(draft).toMatch(/Salty Pelican.*strikethrough|strikethrough.*Salty Pelican/);
    expect(draft).not.toMatch(/For you:|for you/);
    const act = JSON.parse(/"act":(\{"skill":"poll-draft","input":\{[^}]*"what":"open"\}\})/.exec(draft)?.[1] ?? '{}');
    const refused = JSON.stringify((await beaThere.execute({ act }, 'poll-draft')).body);
    expect(refused).toContain('only whoever asked for that poll, or the organizer');
    const opened = JSON.stringify((await anaThere.execute({ act }, 'poll-draft')).body);
    expect(opened).toContain('out to every family');
    expect(opened).not.toContain('For you:');
  });

  test('who has the trip open sees the work go on, and where families disagree in its chat', async () => {
    const live = await connectLive(journey.server.url, ana.token);
    await live.ask('join', { tripId });
    const { body } = await rest(ana, 'POST', '/ai/polls/magic', { tripId, context: 'where to eat on Monday' });
    const done = await live.hears('task_progress', ({ taskId, status }) => taskId === body.taskId && status === 'done');
    expect(done.draftId).toMatch(/^draft_/);
    expect(live.seen.some(({ data }) => data.taskId === body.taskId && data.status === 'running')).toBe(true);
    const say = (who: Account, text: string) => rest(who, 'POST', `/trips/${tripId}/messages`, { text });
    await say(ana, "let's stay at the Ritz hotel");
    await say(bea, 'that hotel is too expensive for us');
    const offered = await live.hears('trip_change', ({ change }) => change === 'offer-poll');
    expect(offered).toMatchObject({ category: 'lodging' });
    await say(ana, 'we would rather stay in a hotel');
    expect((await rest(ana, 'GET', `/trips/${tripId}`)).body.offeredPolls).toBeUndefined();
    expect(live.seen.filter(({ data }) => data.change === 'offer-poll')).toHaveLength(1);
  });

  test('by a setting of the organizer no poll is offered', async () => {
    expect((await journey.text('+15550202', 'stop offering polls')).join()).toContain('only the organizer');
    expect((await journey.text('+15550201', 'stop offering polls')).join()).toContain('no polls by myself');
    const live = await connectLive(journey.server.url, ana.token);
    await live.ask('join', { tripId });
    const say = (who: Account, text: string) => rest(who, 'POST', `/trips/${tripId}/messages`, { text });
    await say(ana, "let's take the train from the airport");
    await say(bea, 'we would rather take a taxi from the airport');
    await say(ana, 'Good night');
    await live.hears('chat_message', ({ text }) => text === 'Good night');
    expect(live.seen.filter(({ data }) => data.change === 'offer-poll')).toEqual([]);
    expect((await rest(ana, 'GET', `/trips/${tripId}`)).body.offersPolls).toBe(false);
  });
});
