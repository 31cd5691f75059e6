import { expensesOf } from '../trips/expenses/balance.ts';
import { families } from '../trips/families/family.ts';
import { people } from '../trips/people/person.ts';
import { ballots, polls } from '../trips/polls/poll.ts';
import { reminders } from '../trips/reminders/reminder.ts';
import { reservations } from '../trips/reservations/reservation.ts';
import { memberOf } from '../trips/roles/permission.ts';
import { granted } from './granted.ts';
import { openTalk } from './talk.ts';

describe('several requests, corrections and second thoughts, by text', () => {
  let talk: Awaited<ReturnType<typeof openTalk>>;
  beforeAll(async () => {
    talk = await openTalk();
  });
  afterAll(() => talk.close());

  type Bea = Awaited<ReturnType<typeof talk.organizer>>;
  const spent = async ({ userId, tripId }: Bea) => {
    const found = granted(await memberOf(talk.records, userId, tripId));
    return (await expensesOf(talk.records, found.member)).map(({ what, amount }) => `${what} ${amount.amount}`);
  };
  /** The family Bea made her account with, and the one she speaks for in the sample trip. */
  const familiesOf = async ({ userId, tripId }: Bea) => {
    const person = await talk.records.read(people, userId, userId);
    const read = (id = '') => talk.records.read(families, id, id);
    return { own: await read(person?.familyId), there: await read(person?.seats?.[tripId]) };
  };
  const waiting = async ({ tripId }: Bea) =>
    (await talk.records.list(reminders, tripId))
      .filter(({ status }) => status === 'waiting')
      .map(({ what, at }) => `${what} ${at}`);
  const last = (replies: readonly { readonly text: string }[]): string => replies.at(-1)?.text ?? '';

  test('should do both things that one message asks for, in their order', async () => {
    const bea = await talk.organizer();
    await bea.say('we paid 20 euros for parking and 12 euros for coffee');
    expect((await spent(bea)).sort()).toEqual(['coffee 1200', 'parking 2000']);
    const replies = await bea.say("add Sam, he's 9, and who owes what?");
    expect(replies.map(({ text }) => text)).toEqual([
      expect.stringContaining('Sam is in the'),
      expect.stringMatching(/spent together/),
    ]);
    expect((await familiesOf(bea)).own?.members).toContainEqual(expect.objectContaining({ name: 'Sam', age: 9 }));
  });

  test('should take sitting out for an answer to the poll, and another choice instead of it', async () => {
    const bea = await talk.organizer();
    const [ballot] = (await talk.records.list(ballots, bea.tripId)).map(({ pollId }) => pollId);
    const mine = async () =>
      (await talk.records.list(ballots, bea.tripId)).find(
        ({ pollId, userId }) => pollId === ballot && userId === bea.userId,
      )?.optionId;
    expect(last(await bea.say("We'd sit this one out"))).toMatch(/ sit this one out\. So far: .*; .* sit this one out/);
    expect(await mine()).toBe('sit_out');
    expect(last(await bea.say('2'))).toMatch(/ now vote 2\) /);
    await bea.say('undo');
    expect(await mine()).toBe('sit_out');
  });

  test('should take another option that is named for what is voted for instead', async () => {
    const bea = await talk.organizer();
    await bea.say('poll: where on Sunday? Zoo, Blue Cave, Night Market');
    const said = async (words: string) => (await bea.say(words)).map(({ text }) => text).join(' ');
    expect(await said('Blue Cave for us')).toMatch(/ vote 2\) Blue Cave/);
    expect(await said('actually the market')).toMatch(/ now vote 3\) Night Market/);
  });

  test('should ask secretly, and with as many families as must answer, when it is told so', async () => {
    const bea = await talk.organizer();
    await bea.say('anonymous poll: shall we stay longer? Stay, Go home');
    const asked = async (words: RegExp) =>
      (await talk.records.list(polls, bea.tripId)).find(({ question }) => words.test(question));
    expect(await asked(/stay longer/i)).toMatchObject({
      anonymous: true,
      options: [{ text: 'Stay' }, { text: 'Go home' }],
    });
    expect((await bea.say('we vote to go home'))[0]?.text).toMatch(
      /vote 2\) Go home\. Nobody sees who votes for what; waiting for /,
    );
    await bea.say('poll: zoo or sea? Zoo, Sea, at least 2 families, by tomorrow 18:00');
    expect(await asked(/zoo or sea/i)).toMatchObject({ quorum: 2, options: [{ text: 'Zoo' }, { text: 'Sea' }] });
  });

  test('should keep one request whole that has an "and" in it', async () => {
    const bea = await talk.organizer();
    await bea.say('remind us on Thursday at 9 to pack the passports and call the hotel');
    expect(await waiting(bea)).toEqual([expect.stringMatching(/^pack the passports and call the hotel /)]);
    await bea.say("we can't do 12 and 13 June");
    expect((await familiesOf(bea)).there?.preferences.unavailable).toEqual(['2027-06-12', '2027-06-13']);
  });

  test('should let what comes after a question wait for its answer, and say what was left out', async () => {
    const bea = await talk.organizer();
    expect(last(await bea.say('new expense and invite the Patels'))).toMatch(/How much was it/);
    const replies = await bea.say('84 euros for dinner');
    expect(await spent(bea)).toEqual(['dinner 8400']);
    expect(last(replies)).toMatch(/code for the Patel family/);

    await bea.say('new expense and invite the Kowalskis');
    expect(last(await bea.say('who owes what'))).toBe(
      'I left out "invite the Kowalskis": say it again if you still want it.',
    );
  });

  test('should take a correction for what was changed last, and leave nothing of the mistake', async () => {
    const bea = await talk.organizer();
    await bea.say('we paid 84 euros for dinner');
    await bea.say('sorry, I meant 48');
    expect(await spent(bea)).toEqual(['dinner 4800']);
    await bea.say('not dinner, lunch');
    expect(await spent(bea)).toEqual(['lunch 4800']);

    await bea.say('remind us on Friday at 9 to pack the passports');
    await bea.say('no, Saturday');
    expect(await waiting(bea)).toEqual(['pack the passports 2027-03-06T09:00:00.000Z']);

    await bea.say('add Theo, 6');
    await bea.say('I meant 5 not 6');
    const theos = (await familiesOf(bea)).own?.members.filter(({ name }) => name === 'Theo');
    expect(theos).toEqual([expect.objectContaining({ age: 5 })]);
  });

  test('should ask before it takes back what is no longer spoken of', async () => {
    const bea = await talk.organizer();
    await bea.say('we paid 20 euros for parking');
    for (const other of ['who is in?', 'what is the budget?', 'who owes what?']) await bea.say(other);
    expect(last(await bea.say('actually no, undo'))).toMatch(
      /^The last thing you changed here is the expense "parking"\. Take it back\?/,
    );
    expect(await spent(bea)).toEqual(['parking 2000']);
    await bea.say('1');
    expect(await spent(bea)).toEqual([]);
  });

  test('should undo what can be undone, undo that again, and say what cannot', async () => {
    const bea = await talk.organizer();
    expect(last(await bea.say('undo'))).toMatch(/nothing to take back/);
    await bea.say('rename our family to Lee');
    await bea.say('undo that');
    expect((await familiesOf(bea)).own?.name).toBe('Chen');
    await bea.say('undo');
    expect((await familiesOf(bea)).own?.name).toBe('Lee');

    await bea.say('we booked Hotel Lapa 11-15 June');
    await bea.say('delete it');
    expect((await talk.records.list(reservations, bea.tripId)).map(({ status }) => status)).toEqual(['cancelled']);

    await bea.say('close the poll');
    expect(last(await bea.say('take that back'))).toMatch(/Open again/);

    await bea.say('tell everyone we are late');
    await bea.say('1');
    expect(last(await bea.say('undo'))).toMatch(/can't take back what everyone was told/);
  });

  test('should know what "that one" and "and for …?" mean', async () => {
    const bea = await talk.organizer();
    await bea.say('do they have nuts at the salty pelican?');
    await bea.say('ok vote for that one');
    const family = (await familiesOf(bea)).there?.id;
    const mine = (await talk.records.list(ballots, bea.tripId)).find(({ familyId }) => familyId === family);
    expect(mine?.optionId).toBe('opt_02');

    expect(last(await bea.say('invite the Patels'))).toMatch(/Patel family/);
    expect(last(await bea.say('and for the Garcias?'))).toMatch(/Garcia family/);
  });

  test.each(["don't close the poll", 'please do not tell everyone', 'never invite the Browns'])(
    'should do nothing when told "%s"',
    async (words) => {
      const bea = await talk.organizer();
      expect((await bea.say(words)).map(({ text }) => text)).toEqual(['All right, I leave it as it is.']);
      expect(last(await bea.say('results'))).toMatch(/Voting is open/);
    },
  );

  test('should keep what it asked open while something else is looked up, and take only a moment for "when?"', async () => {
    const bea = await talk.organizer();
    expect(last(await bea.say('remind us to pack the passports'))).toMatch(/^When\?/);
    expect(last(await bea.say('who has not voted?'))).toMatch(/Voting is open/);
    expect(last(await bea.say('thanks'))).toMatch(/Any time/);
    expect(await waiting(bea)).toEqual([]);
    await bea.say('Friday at 9');
    expect(await waiting(bea)).toEqual([expect.stringMatching(/^pack the passports 2027-03-05T09:00/)]);
    await bea.say('remind us to water the plants');
    await bea.say('never mind');
    await bea.say('Friday at 9');
    expect(await waiting(bea)).toHaveLength(1);
  });

  test('should leave a question for a new request, and not take that for its answer', async () => {
    const bea = await talk.organizer();
    await bea.say('add a person to our family');
    expect(last(await bea.say('is breakfast included?'))).toMatch(/could not find/);
    await bea.say('remind me to call the hotel');
    expect(last(await bea.say('how is the vote going'))).toMatch(/Voting is open/);
    expect(await waiting(bea)).toEqual([]);
  });

  test('should tell of one topic at a time, from what the skills say of themselves', async () => {
    const { say } = talk.stranger();
    const topics = await say('topics');
    expect(topics[0]?.choices?.map(({ label }) => label)).toContain('Money');
    expect(last(await say('help money'))).toMatch(
      /Shows what was spent, who owes whom, and how to be even: "who owes what"/,
    );
  });
});
