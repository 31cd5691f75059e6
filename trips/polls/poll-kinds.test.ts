import { granted } from '../../test/granted.ts';
import { openSampleTrip, type SampleTrip } from '../../test/sample-trip.ts';
import { consensusAnalyses, consensusId } from '../consensus/consensus-analysis.ts';
import { outboxFacts } from '../notifications/fact.ts';
import { asOrganizer, type TripMember } from '../roles/permission.ts';
import { type Trip, trips } from '../trips/trip.ts';
import { addOption } from './add-option.ts';
import { tellWhenAnswered } from './all-answered.ts';
import { castBallot } from './cast-ballot.ts';
import { type Said, SIT_OUT } from './choice.ts';
import { closePoll } from './close-poll.ts';
import { finalizePoll, reopenPoll } from './finalize-poll.ts';
import { type NewPoll, openPoll } from './open-poll.ts';
import { ballots, type Poll, pollPreferences } from './poll.ts';
import { readPoll, readStanding } from './standing.ts';
import { takeBackBallot } from './take-back-ballot.ts';

/** The sample's families: the visitor's (Chen), who organize, the Silvas and the Okoyes. */
describe('polls of the further kinds', () => {
  const clock = { now: () => now };
  let now = Date.parse('2027-01-01T10:00:00Z');
  let { records, sample, chen, silva, okoye, close } = {} as SampleTrip;

  const ask = async (wanted: Partial<NewPoll>): Promise<Poll> => {
    now += 60_000;
    const options = ['A', 'B', 'C'].map((text) => ({ text }));
    const asked = { question: `Asked at ${now}?`, options, ...wanted };
    return granted(await openPoll(records, clock, chen, asked)).poll;
  };
  const vote = async (poll: Poll, member: TripMember, said: Said): Promise<void> => {
    granted(await castBallot(records, clock, member, poll.id, said));
  };
  const standing = async ({ id }: Poll) => {
    const poll = await readPoll(records, sample.trip.id, id);
    if (!poll) throw new Error('no poll');
    return readStanding(records, sample.trip, poll);
  };
  const organizing = () => granted(asOrganizer(chen, 'may not')).organizer;
  const trip = async (): Promise<Trip | undefined> => records.read(trips, sample.trip.id, sample.trip.id);

  beforeEach(async () => {
    ({ records, sample, chen, silva, okoye, close } = await openSampleTrip(clock));
  });
  afterEach(() => close());

  test.each<[string, NewPoll['kind'], Said, object]>([
    ['a ranking by its order', 'rank', ['opt_03', 'opt_01'], { optionId: 'opt_03', scores: { opt_03: 5, opt_01: 3 } }],
    ['one option as the first', 'rank', 'opt_02', { optionId: 'opt_02', scores: { opt_02: 5 } }],
    [
      'scores as the order they give',
      'rank',
      { opt_01: 2, opt_02: 4, opt_03: 1 },
      { optionId: 'opt_02', scores: { opt_02: 5, opt_01: 3 } },
    ],
    [
      'dates in three steps',
      'dates',
      { opt_01: 4, opt_02: 2, opt_03: 1 },
      { optionId: 'opt_01', scores: { opt_01: 5, opt_02: 3, opt_03: 1 } },
    ],
    ['dates that are named as a yes', 'dates', ['opt_02', 'opt_03'], { scores: { opt_02: 5, opt_03: 5 } }],
    ['no date at all as an answer', 'dates', { opt_01: 1, opt_02: 1 }, { optionId: SIT_OUT }],
    ['several where all that suit are taken', 'approval', ['opt_03', 'opt_01'], { scores: { opt_01: 5, opt_03: 5 } }],
  ])('read %s', async (_, kind, said, kept) => {
    const poll = await ask({ kind });
    await vote(poll, chen, said);
    const [ballot] = (await records.list(ballots, sample.trip.id)).filter(({ pollId }) => pollId === poll.id);
    expect(ballot).toMatchObject(kept);
  });

  test.each<[string, NewPoll['kind'], Said, string]>([
    ['two options level in a ranking', 'rank', { opt_01: 3, opt_02: 3 }, 'invalid'],
    ['an option ranked twice', 'rank', ['opt_01', 'opt_01'], 'invalid'],
    ['an empty ranking', 'rank', [], 'invalid'],
    ['an option that is not there', 'rank', ['opt_09'], 'unknown-option'],
    ['half a score', 'score', { opt_01: 3.5 }, 'invalid'],
    ['more than a yes', 'dates', { opt_01: 6 }, 'invalid'],
    ['several in a poll of one', 'choice', ['opt_01', 'opt_02'], 'invalid'],
  ])('refuse %s', async (_, kind, said, reason) => {
    const poll = await ask({ kind });
    expect(await castBallot(records, clock, chen, poll.id, said)).toMatchObject({ ok: false, reason });
    expect((await standing(poll)).votes).toEqual([]);
  });

  test('show nothing of who can come in an anonymous one, and no counts before all have answered', async () => {
    const poll = await ask({ kind: 'dates', anonymous: true });
    await vote(poll, chen, ['opt_01']);
    await vote(poll, silva, { opt_02: 3 });
    const hidden = (await standing(poll)).tally;
    expect(hidden.options).toEqual(
      ['opt_01', 'opt_02', 'opt_03'].map((optionId) => ({ optionId, families: [], votes: 0, weight: 0 })),
    );
    await vote(poll, okoye, ['opt_01']);
    const { tally } = await standing(poll);
    expect(tally.options).toMatchObject([
      { votes: 2, ifNeedBe: 0, cannot: 1 },
      { votes: 0, ifNeedBe: 1, cannot: 2 },
      { votes: 0, cannot: 3 },
    ]);
    expect([tally.says, tally.leader]).toEqual([{}, undefined]);
  });

  test('count a family by its members where its admin has not answered', async () => {
    const poll = await ask({ kind: 'dates' });
    await vote(poll, silva, ['opt_02']);
    await records.commit(sample.trip.id, [
      ...[5, 1].map((score, index) => ({
        put: {
          ...{ pk: sample.trip.id, id: `preference_${poll.id}_${index}`, type: 'poll_preference', _schema_version: 1 },
          ...{ pollId: poll.id, familyId: okoye.participation.familyId, userId: `user_${index}` },
          ...{ scores: { opt_01: score, opt_02: 1, opt_03: 1 }, timestamp: '2027-01-01T10:00:00Z' },
        } as never,
      })),
    ]);
    expect(await records.list(pollPreferences, sample.trip.id)).toHaveLength(2);
    await closePoll(records, clock, chen, poll.id);
    // One can come and one cannot: the family can if need be.
    expect((await standing(poll)).tally.options[0]).toMatchObject({ votes: 0, ifNeedBe: 1, cannot: 1 });
  });

  test('keep the ballots when an option is added, which comes last for them', async () => {
    const poll = await ask({ kind: 'rank', growing: true });
    await vote(poll, chen, ['opt_02', 'opt_01', 'opt_03']);
    const added = await addOption(records, clock, okoye, poll.id, { text: ' D ' });
    expect(added).toMatchObject({ ok: true, already: false, option: { optionId: 'opt_04', text: 'D' } });
    await vote(poll, okoye, ['opt_04', 'opt_02']);
    const { tally } = await standing(poll);
    expect(tally.says[chen.participation.familyId]).toEqual({ opt_02: 5, opt_01: 3, opt_03: 1 });
    expect(tally.options.map(({ beats }) => beats)).toEqual([1, 2, 0, 1]);
    const told = (await records.list(outboxFacts, sample.trip.id)).map(({ fact }) => fact.kind);
    expect(told.filter((kind) => kind === 'poll-option-added')).toHaveLength(1);
    expect(await addOption(records, clock, okoye, poll.id, { text: 'd' })).toMatchObject({ ok: true, already: true });
  });

  test('take nothing for granted of a date that was added after a family had answered', async () => {
    const poll = await ask({ kind: 'dates', growing: true });
    await vote(poll, chen, ['opt_01']);
    await addOption(records, clock, okoye, poll.id, { text: 'D' });
    await vote(poll, okoye, ['opt_04']);
    expect((await standing(poll)).tally.options).toMatchObject([
      { votes: 1, ifNeedBe: 0, cannot: 1 },
      { votes: 0, cannot: 2 },
      { votes: 0, cannot: 2 },
      { votes: 1, ifNeedBe: 0, cannot: 0 },
    ]);
  });

  test('tell the organizer again that all have answered after a vote was taken back and cast anew', async () => {
    const poll = await ask({});
    const answeredAt = async () => {
      await tellWhenAnswered(records, clock, { tripId: sample.trip.id, pollId: poll.id });
      return (await standing(poll)).poll.answeredAt;
    };
    for (const member of [chen, silva, okoye]) await vote(poll, member, 'opt_01');
    const first = await answeredAt();
    now += 60_000;
    expect(await takeBackBallot(records, clock, okoye, poll.id)).toMatchObject({ ok: true, as: 'ballot' });
    expect(await takeBackBallot(records, clock, okoye, poll.id)).toEqual({ ok: true, poll: expect.anything() });
    expect((await standing(poll)).tally.waitingFor).toEqual([okoye.participation.familyId]);
    expect(await answeredAt()).toBeUndefined();
    await vote(poll, okoye, 'opt_02');
    expect([first, await answeredAt()]).toEqual([expect.any(String), new Date(now).toISOString()]);
  });

  test('give the trip its dates once one is final, and take them away when it is taken up again', async () => {
    const there = await trip();
    if (!there) throw new Error('no trip');
    const undated: Trip = { ...there, startDate: undefined, endDate: undefined };
    await records.commit(there.id, [{ put: undated }]);
    const days = [
      ['2027-06-05', '2027-06-06'],
      ['2027-06-12', '2027-06-13', '2027-06-14'],
    ];
    const poll = await ask({
      kind: 'dates',
      options: [
        { text: '5-6 June', days: days[0] },
        { text: '12-14 June', days: days[1] },
      ],
    });
    await vote(poll, chen, ['opt_02']);
    await closePoll(records, clock, chen, poll.id);
    const dates = { startDate: '2027-06-12', endDate: '2027-06-14' };
    expect(await finalizePoll(records, clock, organizing(), poll.id)).toMatchObject({ ok: true, dates });
    expect(await trip()).toMatchObject({ ...dates, decisions: [{ choice: '12-14 June', dates }] });
    await reopenPoll(records, clock, organizing(), poll.id);
    expect(await trip()).toMatchObject({ startDate: undefined, endDate: undefined, decisions: [] });
  });

  test('never change dates that the trip has already', async () => {
    const before = await trip();
    const poll = await ask({
      kind: 'dates',
      options: [{ text: 'May', days: ['2027-05-01', '2027-05-02'] }, { text: 'June' }],
    });
    await vote(poll, chen, ['opt_01']);
    await finalizePoll(records, clock, organizing(), poll.id);
    expect(await trip()).toMatchObject({ startDate: before?.startDate, endDate: before?.endDate });
  });

  test('lead to a split when some sit out what the others want', async () => {
    const poll = await ask({ options: [{ text: 'Zoo' }, { text: 'Beach' }] });
    await vote(poll, chen, 'opt_01');
    await vote(poll, silva, 'opt_01');
    await vote(poll, okoye, SIT_OUT);
    await closePoll(records, clock, chen, poll.id);
    const analysis = await records.read(consensusAnalyses, sample.trip.id, consensusId(poll.id));
    expect(analysis?.suggestedCompromises[0]).toMatchObject({
      kind: 'split',
      text: expect.stringMatching(/^Split up: .* go for Zoo, the Okoyes do something else meanwhile/),
    });
  });
});
