import { granted } from '../../test/granted.ts';
import { openSampleTrip, type SampleTrip } from '../../test/sample-trip.ts';
import { outboxFacts } from '../notifications/fact.ts';
import type { Records } from '../records.ts';
import { familiesIn } from '../trips/create-trip.ts';
import { castBallot } from './cast-ballot.ts';
import { closeAtDeadline, closePoll } from './close-poll.ts';
import { openPoll } from './open-poll.ts';
import { readPoll, readStanding } from './standing.ts';

describe('a poll of the families', () => {
  const clock = { now: () => now };
  let now: number;
  let { records: store, sample, chen: visitor, silva, close } = {} as SampleTrip;

  const standing = async () => {
    const poll = await readPoll(store, sample.trip.id, sample.poll.id);
    if (!poll) throw new Error('no poll');
    return readStanding(store, sample.trip, poll);
  };

  beforeEach(async () => {
    now = Date.parse('2027-01-01T10:00:00Z');
    ({ records: store, sample, chen: visitor, silva, close } = await openSampleTrip(clock));
  });
  afterEach(() => close());

  test('should have one ballot a family, whoever repeats it and however often', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => castBallot(store, clock, visitor, sample.poll.id, `opt_0${(n % 3) + 1}`)),
    );
    await castBallot(store, clock, visitor, sample.poll.id, 'opt_03');
    const { votes, tally } = await standing();
    expect(votes).toHaveLength(3);
    expect(tally.options.map(({ families }) => families.length)).toEqual([1, 1, 1]);
    expect(tally.tied).toHaveLength(3);
  });

  test('should be news when a vote changes, and none when it is said again', async () => {
    const told = async () =>
      (await store.list(outboxFacts, sample.trip.id)).filter(({ fact }) => fact.kind === 'poll-updated');
    await castBallot(store, clock, visitor, sample.poll.id, 'opt_01');
    const [news] = await told();
    await store.commit(sample.trip.id, [{ remove: news?.id ?? '' }]);
    await castBallot(store, clock, visitor, sample.poll.id, 'opt_01');
    expect([news?.fact.kind, await told()]).toEqual(['poll-updated', []]);
    await castBallot(store, clock, visitor, sample.poll.id, 'opt_02');
    expect(await told()).toHaveLength(1);
  });

  test('should never let a ballot slip in behind its closing', async () => {
    const organizer = visitor;
    let closed = false;
    // This vote was read as allowed, and reaches the store only after the poll has been closed and counted.
    const late: Records = {
      ...store,
      commit: async (pk, changes) => {
        if (!closed) {
          closed = true;
          expect(await closePoll(store, clock, organizer, sample.poll.id)).toMatchObject({ ok: true, already: false });
        }
        return store.commit(pk, changes);
      },
    };
    expect(await castBallot(late, clock, visitor, sample.poll.id, 'opt_01')).toMatchObject({
      ok: false,
      reason: 'poll-closed',
    });
    const { poll, votes } = await standing();
    expect(votes).toHaveLength(2);
    // One vote each, and the Pelican's kitchen is not one for the visitor's family.
    expect(poll.winner).toBe('opt_01');
  });

  test('should count every ballot that was acknowledged before it closed', async () => {
    const [vote] = await Promise.all([
      castBallot(store, clock, visitor, sample.poll.id, 'opt_01'),
      closePoll(store, clock, silva, sample.poll.id),
    ]);
    const { poll, tally, votes } = await standing();
    expect(votes.length).toBe(vote.ok ? 3 : 2);
    expect(tally.options[0]?.families).toHaveLength(vote.ok ? 2 : 1);
    expect(poll.winner).toBe('opt_01');
  });

  test('should be counted by whoever comes by when the process died between closing and counting', async () => {
    let commits = 0;
    const dies: Records = {
      ...store,
      commit: async (pk, changes) => {
        commits += 1;
        if (commits > 1) throw new Error('killed');
        return store.commit(pk, changes);
      },
    };
    await expect(closePoll(dies, clock, visitor, sample.poll.id)).rejects.toThrow('killed');
    const { poll } = await standing();
    expect(poll).toMatchObject({ status: 'closed', dueAt: expect.any(String) });
    expect(await closeAtDeadline(store, clock, poll)).toMatchObject({ ok: true, already: false });
    expect(await closeAtDeadline(store, clock, poll)).toMatchObject({ ok: true, already: true });
    expect((await standing()).poll.dueAt).toBeUndefined();
  });

  test('should refuse what is no poll, and take the same question for the same poll', async () => {
    const ask = (question: string, texts: readonly string[], closesAt?: string) =>
      openPoll(store, clock, visitor, { question, options: texts.map((text) => ({ text })), closesAt });
    expect(await ask('One?', ['a'])).toMatchObject({ ok: false, reason: 'too-few-options' });
    expect(
      await ask(
        'Many?',
        Array.from({ length: 11 }, (_, n) => `o${n}`),
      ),
    ).toMatchObject({ ok: false, reason: 'too-many-options' });
    expect(await ask('Same?', ['Zoo', 'zoo '])).toMatchObject({ ok: false, reason: 'invalid' });
    expect(await ask('Late?', ['a', 'b'], '2026-12-31T00:00:00.000Z')).toMatchObject({
      ok: false,
      reason: 'dates-invalid',
    });
    const first = await ask('Zoo or sea?', ['Zoo', 'Sea']);
    expect(await ask('zoo or sea?', ['Zoo', 'Sea'])).toMatchObject({
      ok: true,
      already: true,
      poll: { id: first.ok && first.poll.id },
    });
  });

  test('should close by itself at its deadline and refuse votes from then on', async () => {
    const options = [{ text: 'Museum' }, { text: 'Beach' }];
    const closesAt = '2027-01-01T12:00:00.000Z';
    const opened = granted(await openPoll(store, clock, visitor, { question: 'Museum or beach?', options, closesAt }));
    now = Date.parse('2027-01-01T12:00:01Z');
    expect(await castBallot(store, clock, visitor, opened.poll.id, 'opt_01')).toMatchObject({
      ok: false,
      reason: 'poll-closed',
    });
    expect(await closeAtDeadline(store, clock, opened.poll)).toMatchObject({ ok: true, poll: { status: 'closed' } });
  });

  test('should seat three families, the visitor with one that is not their own', async () => {
    expect((await familiesIn(store, sample.trip.id)).map(({ familyName }) => familyName).toSorted()).toEqual([
      'Chen',
      'Okoye',
      'Silva',
    ]);
    expect(visitor.participation.familyId).not.toBe('family_v');
  });
});
