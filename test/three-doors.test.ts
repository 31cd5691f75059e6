import { randomBytes } from 'node:crypto';
import { type Account, type Journey, startJourney, type TeamsPerson } from './journey.ts';
import type { WebPerson } from './web-person.ts';

/** One trip, three families, a door each: Ana (Silva) in Teams, Bea (Chen) by SMS, Chidi (Okoye) in web chat. */
const BEA = '+15550101';
const WEI = '+15550102';

interface Tally {
  readonly options: readonly { readonly optionId: string; readonly families: readonly string[] }[];
}

describe('one poll on three doors', () => {
  let journey: Journey;
  let ana: Account;
  let bea: Account;
  let chidi: Account;
  let tripId: string;
  let teams: TeamsPerson;
  let web: WebPerson;

  beforeAll(async () => {
    journey = await startJourney();
    ana = await journey.signUp({ name: 'Ana', teamsId: 'ana-aad', familyName: 'Silva' });
    bea = await journey.signUp({ name: 'Bea', phone: BEA, familyName: 'Chen' });
    chidi = await journey.signUp({ name: 'Chidi', familyName: 'Okoye' });
    tripId = await journey.trip(ana, {
      name: 'Lisbon 2027',
      destination: 'Lisbon',
      startDate: '2027-06-11',
      endDate: '2027-06-15',
      timeZone: 'Europe/Lisbon',
    });

    teams = journey.teams({ id: 'ana-aad', name: 'Ana' });
    web = await journey.web(chidi.token);
    await teams.ask('hello');
    const code = await journey.invite(ana, tripId, bea);
    expect(await journey.text(BEA, `join ${code}`)).toEqual([expect.stringContaining('Lisbon 2027')]);
    await web.say(`join ${await journey.invite(ana, tripId, chidi)}`);
    await web.hears((text) => text.includes('Lisbon 2027'));
  });
  afterAll(() => journey.close());

  const poll = async () => {
    const { body } = await journey.api('GET', `/trips/${tripId}/polls`, { token: ana.token });
    const [found] = body.items as {
      id: string;
      question: string;
      votes: { familyId: string; optionId: string }[];
      tally: Tally;
    }[];
    if (!found) throw new Error('no poll');
    return found;
  };
  const votesOf = async () =>
    Object.fromEntries((await poll()).votes.map(({ familyId, optionId }) => [familyId, optionId]));

  test('should take a poll from Teams to the phone and the page, and every vote back', async () => {
    expect(await teams.say('poll: where do we eat on Friday? Taverna, Salty Pelican or Pizza Roma')).toBe(200);
    const card = await journey.connector.waitFor(
      ({ method, activity }) =>
        method === 'POST' && JSON.stringify(activity.attachments ?? '').includes('Salty Pelican'),
    );
    const texted = await journey.twilio.waitFor(({ to, body }) => to === BEA && body.includes('2) Salty Pelican'));
    const shown = await web.hears((_, activity) => JSON.stringify(activity).includes('Salty Pelican'));
    expect(texted.body).toMatch(/Friday/);

    const { id } = await poll();
    // A card in Teams, a number by SMS (delivered five times at once), a button in web chat.
    const clicked = await teams.execute({ act: { skill: 'vote', input: { pollId: id, optionId: 'opt_01' } } });
    expect(clicked.status).toBe(200);
    const MessageSid = `SM${randomBytes(16).toString('hex')}`;
    const answers = await Promise.all(Array.from({ length: 5 }, () => journey.text(BEA, '2', { MessageSid })));
    expect(new Set(answers.map((answer) => answer.join('\n'))).size).toBe(1);
    expect(answers[0]?.[0]).toMatch(/The Chens vote 2\) Salty Pelican/);
    const before = web.seen.length;
    await web.press({ act: { skill: 'vote', input: { pollId: id, optionId: 'opt_02' } } });
    await web.hears((text) => /vote 2\) Salty Pelican/.test(text), before);
    expect(shown.id).toBeDefined();

    expect(await votesOf()).toEqual({ [ana.familyId]: 'opt_01', [bea.familyId]: 'opt_02', [chidi.familyId]: 'opt_02' });
    // The card in Teams is brought up to date where it stands.
    const updated = await journey.connector.waitFor(
      ({ method, activity }) => method === 'PUT' && JSON.stringify(activity.attachments).includes('2 families'),
    );
    expect(updated.activityId).toBe(card.id);
    expect((await journey.text(BEA, 'results')).join('\n')).toMatch(/Salty Pelican.*2 votes/s);
    const tally = (await poll()).tally.options.map(({ families }) => families.length);
    expect(tally).toEqual([1, 2, 0]);
  });

  test('should count a second person of a family as a wish and not as a vote', async () => {
    const added = await journey.api('POST', `/families/${bea.familyId}/members`, {
      token: bea.token,
      body: { name: 'Wei' },
    });
    expect((await journey.text(WEI, `join ${added.body.code}`)).join('\n')).toContain('Wei');
    expect((await journey.text(WEI, '3')).join('\n')).toMatch(/Noted.*3\) Pizza Roma.*one vote/s);
    const votes = await votesOf();
    expect(Object.keys(votes)).toHaveLength(3);
    expect(votes[bea.familyId]).toBe('opt_02');
  });

  test('should change a vote when it is asked to, and say so', async () => {
    expect((await journey.text(BEA, '1')).join('\n')).toMatch(/The Chens now vote 1\) Taverna/);
    expect((await votesOf())[bea.familyId]).toBe('opt_01');
  });

  test('should say the range for a number that is no option', async () => {
    expect(await journey.text(BEA, '7')).toEqual([expect.stringContaining('reply 1, 2 or 3')]);
  });

  test('should ask which poll a number is for when two are open', async () => {
    await teams.say('poll: which day for the beach? Saturday, Sunday');
    await journey.twilio.waitFor(({ to, body }) => to === BEA && body.includes('beach'));
    await teams.say('poll: taxi or metro? Taxi, Metro');
    await journey.twilio.waitFor(({ to, body }) => to === BEA && body.includes('Metro'));
    const asked = (await journey.text(BEA, '2')).join('\n');
    expect(asked).toMatch(/1\) .*beach.*2\) .*metro/is);
    expect((await journey.text(BEA, '2')).join('\n')).toMatch(/The Chens vote 2\) Metro/);
  });

  test('should refuse a vote on a closed poll, on every door', async () => {
    const { items } = (await journey.api('GET', `/trips/${tripId}/polls`, { token: ana.token })).body as {
      items: { id: string; question: string }[];
    };
    const dinner = items.find(({ question }) => question.includes('eat'));
    expect(JSON.stringify(await teams.ask('close the poll about where we eat'))).toContain('Closed');
    const why = (await journey.text(BEA, 'why?')).join('\n');
    expect(why).toMatch(/Taverna it is: 2 of the 3 families that voted chose it, and no other has more than 1\./);
    expect(why).toContain('Each family counts once.');
    const input = { pollId: dinner?.id, optionId: 'opt_01' };
    expect(JSON.stringify((await teams.execute({ act: { skill: 'vote', input } })).body)).toMatch(/closed/i);
    const before = web.seen.length;
    await web.press({ act: { skill: 'vote', input } });
    await web.hears((text) => /closed/.test(text), before);
    const put = await journey.api('PUT', `/trips/${tripId}/polls/${dinner?.id}/ballot`, {
      token: ana.token,
      body: { optionId: 'opt_01' },
    });
    expect(put).toMatchObject({ status: 409, body: { error: { code: 'poll-closed' } } });
  });

  test("should refuse a vote in another trip's poll with 403, and say so in words", async () => {
    const other = await journey.api('POST', '/trips', {
      token: chidi.token,
      body: { name: 'Faro', destination: 'Faro' },
    });
    const theirs = await journey.api('POST', `/trips/${other.body.id}/polls`, {
      token: chidi.token,
      body: { question: 'Boat or beach?', options: ['Boat', 'Beach'] },
    });
    const input = { pollId: theirs.body.id, optionId: 'opt_01' };
    expect((await teams.execute({ act: { skill: 'vote', input } })).body).toMatchObject({ statusCode: 403 });
    const put = await journey.api('PUT', `/trips/${other.body.id}/polls/${theirs.body.id}/ballot`, {
      token: ana.token,
      body: { optionId: 'opt_01' },
    });
    expect(put.status).toBe(404);
    const seen = await journey.api('GET', `/trips/${other.body.id}/polls`, { token: chidi.token });
    expect((seen.body.items as { votes: unknown[] }[])[0]?.votes).toEqual([]);
  });

  test('should do once what Teams delivers twice, with the same id or a new one', async () => {
    const before = (await journey.api('GET', `/trips/${tripId}/polls`, { token: ana.token })).body.items as unknown[];
    await Promise.all([1, 2, 3].map(() => teams.say('poll: early or late start? Early, Late', 'the-same-activity')));
    await teams.say('poll: early or late start? Early, Late', 'another-activity');
    const after = (await journey.api('GET', `/trips/${tripId}/polls`, { token: ana.token })).body.items as {
      id: string;
      question: string;
      votes: unknown[];
    }[];
    expect(after).toHaveLength(before.length + 1);
    const poll = after.find(({ question }) => question.startsWith('Early'));
    await teams.say('we vote for early', 'vote-1');
    await teams.say('we vote for early', 'vote-2');
    const counted = await journey.api('GET', `/trips/${tripId}/polls/${poll?.id}`, { token: ana.token });
    expect(counted.body.votes).toHaveLength(1);
  });

  test('should write nothing of what was said, nor any phone number or secret, into the log', () => {
    const log = journey.server.log.join('\n');
    expect(log).not.toContain(BEA);
    expect(log).not.toContain('Salty Pelican');
    expect(log).not.toContain('example-password');
    expect(log).not.toContain('example-auth-token');
  });
});
