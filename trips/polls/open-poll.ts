import { audited } from '../audit/audit-entry.ts';
import { type Clock, instant } from '../clock.ts';
import { analysisAtOpening } from '../consensus/analyse-poll.ts';
import { nameForOthers } from '../families/name-for-others.ts';
import { newId, type PollId } from '../ids.ts';
import { tell } from '../notifications/fact.ts';
import type { Records } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import type { TripMember } from '../roles/permission.ts';
import { settledAlready } from '../trips/set-status.ts';
import { remindAtFor } from './deadline.ts';
import { MAX_OPTIONS, optionIdAt, type Poll, type PollKind, type PollOption, polls } from './poll.ts';

export interface NewPoll {
  /** For a repeatable command: the same id opens the same poll once. */
  readonly id?: PollId | undefined;
  readonly question: string;
  /** `choice` when absent. */
  readonly kind?: PollKind | undefined;
  readonly options: readonly Omit<PollOption, 'optionId'>[];
  /** What was found beside them and cannot be chosen, the sort of question, and the poll it follows. */
  readonly found?: Pick<Poll, 'ruledOut' | 'category' | 'follows'> | undefined;
  /** UTC instant when voting ends by itself. */
  readonly closesAt?: string | undefined;
  /** Nobody is to see who voted for what. */
  readonly anonymous?: boolean | undefined;
  /** Every member may add options while it is open; else whoever opens it, and the organizer. */
  readonly growing?: boolean | undefined;
  /** Families that must have answered by then, else it is extended once. Set by the organizer alone. */
  readonly quorum?: number | undefined;
}

/** Opens a poll for all families of the trip. The same question that is open already is that poll, not a second one. */
export const openPoll = async (
  records: Records,
  clock: Clock,
  { trip, person, isOrganizer }: TripMember,
  wanted: NewPoll,
  heardIn?: string,
): Promise<Outcome<{ poll: Poll; already: boolean }>> => {
  const over = settledAlready(trip);
  if (over !== undefined) return rejected('wrong-status', over);
  const texts = wanted.options.map(({ text }) => text.trim());
  const distinct = new Set(texts.map((text) => text.toLowerCase()));
  if (distinct.size < texts.length) return rejected('invalid', 'two options are the same');
  if (texts.some((text) => text === '')) return rejected('invalid', 'an option is empty');
  if (texts.length < 2) return rejected('too-few-options', 'a poll needs at least two options');
  if (texts.length > MAX_OPTIONS) return rejected('too-many-options', `a poll has ${MAX_OPTIONS} options at most`);
  const at = instant(clock);
  if (wanted.closesAt !== undefined && wanted.closesAt <= at)
    return rejected('dates-invalid', 'the deadline has passed');

  if (wanted.quorum !== undefined) {
    if (!isOrganizer) return rejected('not-allowed', 'only the organizer says how many families must answer');
    if (wanted.closesAt === undefined) return rejected('invalid', 'how many families must answer needs a deadline');
  }
  const remindAt = wanted.closesAt && remindAtFor(at, wanted.closesAt, trip.timeZone);

  const same = (await openPolls(records, trip.id)).find(
    (poll) => poll.id === wanted.id || poll.question.trim().toLowerCase() === wanted.question.trim().toLowerCase(),
  );
  if (same) return { ok: true, poll: same, already: true };

  const poll: Poll = {
    pk: trip.id,
    id: wanted.id ?? newId('poll'),
    type: 'magic_poll',
    _schema_version: 1,
    dueAt: remindAt ?? wanted.closesAt,
    tripId: trip.id,
    question: wanted.question.trim(),
    kind: wanted.kind === 'choice' ? undefined : wanted.kind,
    createdBy: person.id,
    createdByName: await nameForOthers(records, person),
    status: 'open',
    options: wanted.options.map(
      (option, index): PollOption => ({
        ...option,
        optionId: optionIdAt(index),
        text: option.text.trim(),
      }),
    ),
    ...wanted.found,
    closesAt: wanted.closesAt,
    remindAt,
    anonymous: wanted.anonymous || undefined,
    growing: wanted.growing || undefined,
    quorum: wanted.quorum,
    createdAt: at,
  };
  const commit = await records.commit(trip.id, [
    { put: poll, ifAbsent: true },
    { put: await analysisAtOpening(records, trip, poll, at) },
    audited(trip.id, 'openPoll', person.id, at, { pollId: poll.id }),
    tell(trip.id, { kind: 'poll-opened', pollId: poll.id }, at, { heardIn }),
  ]);
  if (commit.ok) return { ok: true, poll, already: false };
  const made = await records.read(polls, trip.id, poll.id);
  return made ? { ok: true, poll: made, already: true } : rejected('stale');
};

/** The trip's open polls, the oldest first. */
export const openPolls = async (records: Records, tripId: string): Promise<readonly Poll[]> =>
  (await pollsOf(records, tripId)).filter(({ status }) => status === 'open');

/** All polls of the trip, the oldest first. */
export const pollsOf = async (records: Records, tripId: string) =>
  [...(await records.list(polls, tripId))].sort((a, b) => a.createdAt.localeCompare(b.createdAt));
