import { liveEventsOf } from '../../channels/live/live-events.ts';
import { granted } from '../../test/granted.ts';
import { openSampleTrip, type SampleTrip } from '../../test/sample-trip.ts';
import { readAnalyses, readFairness } from '../consensus/read-consensus.ts';
import { readLedger } from '../consensus/turns-ledger.ts';
import { outboxFacts } from '../notifications/fact.ts';
import { asOrganizer, type TripMember } from '../roles/permission.ts';
import { castBallot, recordBallot } from './cast-ballot.ts';
import { SIT_OUT } from './choice.ts';
import { closePoll } from './close-poll.ts';
import { openPoll } from './open-poll.ts';
import type { Poll } from './poll.ts';
import { readPoll, readStanding } from './standing.ts';

/** The sample's families: the visitor's (Chen), who organize, the Silvas and the Okoyes. */
describe('an anonymous poll', () => {
  const clock = { now: () => Date.parse('2027-01-01T10:00:00Z') };
  let { records, sample, chen, silva, okoye, close } = {} as SampleTrip;
  let poll: Poll;

  const vote = async (member: TripMember, said: string): Promise<void> => {
    granted(await castBallot(records, clock, member, poll.id, said));
  };
  const standing = async () => {
    const now = await readPoll(records, sample.trip.id, poll.id);
    if (!now) throw new Error('no poll');
    return readStanding(records, sample.trip, now);
  };
  /** What people with the trip open were sent of it. */
  const live = async (): Promise<string> => {
    const facts = (await records.list(outboxFacts, sample.trip.id)).filter(
      ({ fact }) => (fact.kind === 'poll-updated' || fact.kind === 'poll-closed') && fact.pollId === poll.id,
    );
    const published = await Promise.all(facts.map((fact) => liveEventsOf(records, fact)));
    return JSON.stringify(published.map(({ events }) => events));
  };
  const namesIn = (shown: unknown): readonly string[] =>
    [chen, silva, okoye].flatMap((member) => {
      const { familyId = '', familyName = '' } = member?.participation ?? {};
      const text = JSON.stringify(shown);
      return text.includes(familyId) || text.includes(familyName) ? [familyName] : [];
    });

  beforeEach(async () => {
    ({ records, sample, chen, silva, okoye, close } = await openSampleTrip(clock));
    const asked = { question: 'How do we feel?', options: [{ text: 'Stay' }, { text: 'Go' }], anonymous: true };
    ({ poll } = granted(await openPoll(records, clock, silva, asked)));
  });
  afterEach(() => close());

  test('shows no count while a family is missing: as it answers, the count would say what', async () => {
    await vote(chen, 'opt_01');
    await vote(silva, 'opt_01');
    const { tally, votes } = await standing();
    expect(votes).toEqual([]);
    expect(tally.options.map(({ votes: count, weight }) => [count, weight])).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(tally).toMatchObject({ leader: undefined, waitingFor: [okoye?.participation.familyId], says: {} });
  });

  test('shows counts and no names once all have answered, also to those who have it open', async () => {
    await vote(chen, 'opt_01');
    await vote(silva, 'opt_01');
    await vote(okoye, 'opt_02');
    const { tally, votes } = await standing();
    expect(tally.options.map(({ votes: count }) => count)).toEqual([2, 1]);
    expect(namesIn([tally, votes])).toEqual([]);
    expect(await live()).toContain(`"pollId":"${poll.id}"`);
    expect(namesIn(await live())).toEqual([]);
  });

  test('is settled by votes alone, and neither its reason, its analysis nor the turns say who wanted what', async () => {
    await vote(chen, 'opt_01');
    await vote(silva, 'opt_01');
    await vote(okoye, SIT_OUT);
    const before = await readLedger(records, sample.trip.id);
    if (silva) await closePoll(records, clock, silva, poll.id);
    const { poll: closed, ...rest } = await standing();
    expect(closed).toMatchObject({
      winner: 'opt_01',
      explanation:
        'Stay it is: both families that voted chose it. One family sits this one out: they do something else meanwhile, and all meet again afterwards.',
    });
    expect(namesIn([closed.explanation, rest.tally, rest.votes, await live()])).toEqual([]);
    expect(await readLedger(records, sample.trip.id)).toEqual(before);
    const [analysis] = chen ? await readAnalyses(records, clock, { member: chen }, [closed]) : [];
    expect(analysis?.agreement.map(({ families }) => families)).toEqual([{}, {}]);
    expect(chen && (await readFairness(records, chen))).toBeDefined();
  });

  test('takes no vote that the organizer would record, since the organizer would know it', async () => {
    const may = chen && asOrganizer(chen, '');
    const familyId = okoye?.participation.familyId ?? '';
    expect(
      may?.ok && (await recordBallot(records, clock, may.organizer, poll.id, { familyId, said: 'opt_01' })),
    ).toMatchObject({ ok: false, reason: 'not-allowed' });
  });
});
