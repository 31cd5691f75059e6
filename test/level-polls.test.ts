import { pollAnnouncers } from '../bot/announcements/polls.ts';
import { wordsIn } from '../cards/words/words.ts';
import { polls } from '../trips/polls/poll.ts';
import { familiesIn } from '../trips/trips/create-trip.ts';
import { trips } from '../trips/trips/trip.ts';
import { openTalk } from './talk.ts';

describe('a poll in which the families are level', () => {
  let talk: Awaited<ReturnType<typeof openTalk>>;
  beforeAll(async () => {
    talk = await openTalk();
  });
  afterAll(() => talk.close());

  /** Ana's trip, in which the Bergs vote for Tram and the Chens for Castle. */
  const level = async () => {
    const ana = talk.stranger();
    await ana.say('new trip to Lisbon, 11-15 June 2027');
    await ana.say('Ana Berg');
    const code = /join (\w{6})/.exec((await ana.say('invite the Chens'))[0]?.text ?? '')?.[1];
    const bea = talk.stranger();
    await bea.say(`join ${code}`);
    await bea.say('Bea Chen');
    await ana.say('poll: what on Sunday? Tram or Castle');
    await ana.say('1');
    await bea.say('vote 2');
    return ana;
  };

  test('should ask the organizer which one stands, and let it stand', async () => {
    const ana = await level();
    const closed = await ana.say('close the poll');
    expect(closed.at(-1)?.text).toContain('say which one stands');
    expect(closed.at(-1)?.choices?.map(({ label }) => label)).toEqual(['Tram', 'Castle', 'Let everyone vote again']);
    const settled = await ana.say('2');
    expect(settled[0]?.text).toBe('Final:');
    expect(settled[0]?.card).toMatchObject({ status: 'finalized', outcome: expect.stringContaining('Castle') });
    // It is settled: nothing is asked any more.
    expect((await ana.say('results')).at(-1)?.text).not.toContain('which one stands');
  });

  test('should be voted on again where the organizer wishes', async () => {
    const ana = await level();
    await ana.say('close the poll');
    expect((await ana.say('3'))[0]?.card).toMatchObject({ status: 'open' });
  });

  test('should ask nothing of that kind where one option wins', async () => {
    const bea = await talk.organizer();
    await bea.say('1');
    const closed = await bea.say('close the poll');
    expect(closed.map(({ text }) => text).join()).not.toContain('which one stands');
  });

  test('should go on asking a family that has not answered when the count changes', async () => {
    const bea = await talk.organizer();
    await bea.say('close the poll');
    await bea.say('poll: what on Sunday? Tram or Castle');
    await bea.say('1');
    const trip = await talk.records.read(trips, bea.tripId, bea.tripId);
    const poll = (await talk.records.list(polls, bea.tripId)).find(({ status }) => status === 'open');
    if (!trip || !poll) throw new Error('no poll');
    const house = { records: talk.records, clock: talk.clock, publicUrl: () => '', weather: undefined };
    const saidTo = async (familyName: string): Promise<string | undefined> => {
      const family = (await familiesIn(talk.records, trip.id)).find((seat) => seat.familyName === familyName);
      if (!family) throw new Error('no such family');
      const listener = { door: 'web', conversation: 'w', group: false, userId: 'user_1', familyId: family.familyId };
      const { say } = pollAnnouncers['poll-updated'];
      const fact = { kind: 'poll-updated', pollId: poll.id } as const;
      return (await say(house, trip, fact as never, listener as never, wordsIn('en')))?.reply.text;
    };
    expect(await saidTo('Silva')).toBe('A question for every family:');
    expect(await saidTo('Chen')).toBe('The count has changed:');
  });
});
