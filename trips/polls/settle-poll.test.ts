import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { granted } from '../../test/granted.ts';
import { openSampleTrip, type SampleTrip } from '../../test/sample-trip.ts';
import { consensusAnalyses, consensusId } from '../consensus/consensus-analysis.ts';
import { readAnalyses, readTripConsensus, surpriseIn } from '../consensus/read-consensus.ts';
import { readLedger } from '../consensus/turns-ledger.ts';
import { setPreferences } from '../families/describe-family.ts';
import { familyMemberOf, type TripMember } from '../roles/permission.ts';
import { type Trip, trips } from '../trips/trip.ts';
import { castBallot } from './cast-ballot.ts';
import { SIT_OUT } from './choice.ts';
import { closePoll } from './close-poll.ts';
import { openPoll } from './open-poll.ts';
import type { Poll } from './poll.ts';
import { readPoll, readStanding } from './standing.ts';

/** The sample's families: the visitor's (Chen), the Silvas and the Okoyes. */
describe('a poll that is settled', () => {
  const clock = { now: () => now };
  let now = Date.parse('2027-01-01T10:00:00Z');
  let { records, sample, chen, silva, okoye, folder, close } = {} as SampleTrip;

  beforeEach(async () => {
    ({ records, sample, chen, silva, okoye, folder, close } = await openSampleTrip(clock));
  });
  afterEach(() => close());

  const ask = async (
    question: string,
    options: readonly (string | { text: string; details: string })[],
  ): Promise<Poll> => {
    now += 60_000;
    const told = options.map((option) => (typeof option === 'string' ? { text: option } : option));
    return granted(await openPoll(records, clock, silva, { question, options: told })).poll;
  };
  const settle = async (poll: Poll, votes: readonly (readonly [TripMember, number])[]): Promise<Poll> => {
    for (const [member, number] of votes) await castBallot(records, clock, member, poll.id, `opt_0${number}`);
    await closePoll(records, clock, silva, poll.id);
    const found = await readPoll(records, sample.trip.id, poll.id);
    if (!found) throw new Error('no poll');
    return found;
  };
  const decide = async (question: string, chens: number, others: number): Promise<Poll> =>
    settle(await ask(question, ['Zoo', 'Beach']), [
      [chen, chens],
      [silva, others],
      [okoye, others],
    ]);

  test('names a family that sits it out as doing something else, and counts it for no option', async () => {
    const poll = await ask('Sunday?', ['Zoo', 'Beach']);
    await castBallot(records, clock, okoye, poll.id, SIT_OUT);
    expect(
      await settle(poll, [
        [chen, 2],
        [silva, 2],
      ]),
    ).toMatchObject({
      winner: 'opt_02',
      explanation:
        'Beach it is: both families that voted chose it. The Okoyes sit this one out: they do something else meanwhile, and all meet again afterwards.',
    });
  });

  test('lets nobody but the families that take part lower the mean of the scores', async () => {
    const options = [{ text: 'Zoo' }, { text: 'Beach' }];
    const { poll } = granted(await openPoll(records, clock, silva, { question: 'How good?', kind: 'score', options }));
    await castBallot(records, clock, chen, poll.id, { opt_01: 5, opt_02: 2 });
    await castBallot(records, clock, okoye, poll.id, SIT_OUT);
    const { tally } = await readStanding(records, sample.trip, poll);
    expect(tally.options.map(({ score }) => score)).toEqual([5, 2]);
    expect(tally).toMatchObject({ leader: 'opt_01', waitingFor: [silva.participation.familyId] });
  });

  test('says why in one sentence, and how the families were counted', async () => {
    expect(await decide('Saturday?', 1, 2)).toMatchObject({
      winner: 'opt_02',
      explanation: 'Beach it is: 2 of the 3 families that voted chose it, and no other has more than 1.',
      counting: 'Each family counts once.',
    });
  });

  test('gives the family its turn that the same two have outvoted twice', async () => {
    expect((await decide('Saturday?', 1, 2)).winner).toBe('opt_02');
    expect((await decide('Sunday?', 1, 2)).winner).toBe('opt_02');
    const third = await decide('Monday?', 1, 2);
    expect(third.winner).toBe('opt_01');
    expect(third.explanation).toContain('it is the turn of the Chens');
    expect((await decide('Tuesday?', 1, 2)).winner).toBe('opt_02');
  });

  test('says beforehand when it would not go by votes alone', async () => {
    const surprise = async (poll: Poll) =>
      surpriseIn(records, sample.trip, await readStanding(records, sample.trip, poll));
    for (const question of ['Saturday?', 'Sunday?']) await decide(question, 1, 2);
    const third = await ask('Monday?', ['Tram', 'Taxi']);
    await castBallot(records, clock, silva, third.id, 'opt_02');
    expect(await surprise(third)).toBeUndefined();
    await castBallot(records, clock, okoye, third.id, 'opt_02');
    await castBallot(records, clock, chen, third.id, 'opt_01');
    expect(await surprise(third)).toMatch(
      /^If it closed now: Tram it is: Taxi had 2 votes to its 1, but it is the turn/,
    );
  });

  test('costs its turn once, however often it is closed and by however many at once', async () => {
    const poll = await ask('Saturday?', ['Zoo', 'Beach']);
    await castBallot(records, clock, chen, poll.id, 'opt_01');
    await Promise.all(Array.from({ length: 6 }, () => closePoll(records, clock, silva, poll.id)));
    const ledger = await readLedger(records, sample.trip.id);
    expect(ledger?.decisions).toHaveLength(1);
    const { turns } = await readTripConsensus(records, { member: chen });
    expect(turns[chen.participation.familyId]).toBe(1);
  });

  test('of one trip, closed all at once, cost a turn each', async () => {
    const polls = [];
    for (let count = 0; count < 8; count += 1) polls.push(await ask(`Number ${count}?`, ['Zoo', 'Beach']));
    for (const poll of polls) await castBallot(records, clock, chen, poll.id, 'opt_01');
    await Promise.all(polls.map((poll) => closePoll(records, clock, silva, poll.id)));
    expect((await readLedger(records, sample.trip.id))?.decisions).toHaveLength(8);
    const { turns } = await readTripConsensus(records, { member: chen });
    expect(turns[chen.participation.familyId]).toBeCloseTo(8, 4);
  });

  test('weighs by people or by share of the budget, and says so', async () => {
    const change = async (changes: Partial<Trip>): Promise<void> => {
      const trip = await records.read(trips, sample.trip.id, sample.trip.id);
      if (trip) await records.commit(trip.id, [{ put: { ...trip, ...changes } }]);
    };
    // Chen 4 people, Silva 3, Okoye 3.
    await change({ weighting: 'head-count' });
    const first = await settle(await ask('Saturday?', ['Zoo', 'Beach']), [
      [chen, 1],
      [silva, 2],
    ]);
    expect(first).toMatchObject({
      winner: 'opt_01',
      explanation: 'Zoo it is: it has the most points, 4, and no other has more than 3.',
    });
    expect(first.counting).toMatch(/^Counted by people: .*Chen 4/);
    await change({
      weighting: 'budget-share',
      budgetSplit: { by: 'share', shares: { [okoye.participation.familyId]: 5, [silva.participation.familyId]: 2 } },
    });
    const second = await settle(await ask('Sunday?', ['Tram', 'Taxi']), [
      [silva, 1],
      [okoye, 2],
    ]);
    expect(second.winner).toBe('opt_02');
    expect(second.counting).toMatch(/^Counted by share of the budget: .*Okoye 5/);
  });

  test('rules out what breaks a limit, and tells whose it is to that family alone', async () => {
    const poll = await settle(
      await ask('Where?', [{ text: 'Pelican', details: 'Dishes may contain nuts' }, 'Taverna']),
      [
        [silva, 1],
        [okoye, 1],
      ],
    );
    expect(poll.winner).toBeUndefined();
    expect(poll.explanation).toBe(
      'Nobody voted for what all can have; Pelican was out, not right for what one family eats.',
    );
    const [own] = await readAnalyses(records, clock, { member: chen }, [poll]);
    const [others] = await readAnalyses(records, clock, { member: silva }, [poll]);
    const [group] = await readAnalyses(records, clock, { member: chen, group: true }, [poll]);
    expect(JSON.stringify(own)).toContain('nut-free');
    for (const seen of [others, group]) {
      expect(JSON.stringify(seen)).not.toContain('nut-free');
      expect(JSON.stringify(seen?.conflicts)).not.toContain(chen.participation.familyId);
    }
    expect(others?.options[0]?.out).toEqual(['not right for what one family eats']);
  });

  test('keeps its analysis as a document, whose private part lies sealed in the store', async () => {
    const poll = await ask('Where?', [{ text: 'Pelican', details: 'Dishes may contain nuts' }, 'Taverna']);
    const kept = await records.read(consensusAnalyses, sample.trip.id, consensusId(poll.id));
    expect(kept).toMatchObject({ type: 'consensus_analysis', pollId: poll.id, finalDecision: null });
    await settle(poll, [[silva, 1]]);
    const settled = await records.read(consensusAnalyses, sample.trip.id, consensusId(poll.id));
    expect(settled).toMatchObject({
      conflicts: [{ type: 'diet', involvedFamilies: expect.arrayContaining([chen.participation.familyId]) }],
      finalDecision: { because: 'nobody' },
    });
    const written = readdirSync(folder)
      .map((file) => readFileSync(join(folder, file), 'latin1'))
      .join();
    expect(written.includes('consensus_analysis')).toBe(true);
    expect(written.includes('promise nut-free food')).toBe(false);
  });

  test('finds what stands between families before any question, each reading its own part', async () => {
    const { member } = granted(await familyMemberOf(records, 'user_v', chen.participation.familyId));
    await setPreferences(records, member, {
      ...sample.visitors.preferences,
      unavailable: [sample.trip.startDate ?? ''],
    });
    const [mine, theirs] = [
      await readTripConsensus(records, { member: chen }),
      await readTripConsensus(records, { member: silva }),
    ];
    expect(mine.conflicts.map(({ type }) => type)).toEqual(['dates', 'pace']);
    expect(mine.conflicts[0]?.details).toContain('You cannot be there on');
    expect(theirs.conflicts[0]?.details).toBe('1 day of the trip does not work for one family.');
  });
});
