import { audited } from '../audit/audit-entry.ts';
import { type Clock, instant } from '../clock.ts';
import { analysisAtOpening } from '../consensus/analyse-poll.ts';
import { idFrom, type PollId } from '../ids.ts';
import { tell } from '../notifications/fact.ts';
import { tellOnce } from '../notifications/tell-once.ts';
import { type Records, retrying } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import type { TripMember } from '../roles/permission.ts';
import { settledAlready } from '../trips/set-status.ts';
import { MAX_OPTIONS, optionIdAt, type Poll, type PollOption, polls } from './poll.ts';

/** The cards that stand somewhere are brought up to date first, so that the news comes below them. */
const afterwards = (at: string): string => new Date(Date.parse(at) + 1).toISOString();

/** Whether somebody may add options to a poll: whoever opened it and the organizer, everybody where the poll says so. */
export const mayAddOption = (
  { growing, createdBy, createdByName }: Pick<Poll, 'growing' | 'createdBy' | 'createdByName'>,
  { person, isOrganizer }: Pick<TripMember, 'person' | 'isOrganizer'>,
): Outcome<object> =>
  growing || isOrganizer || createdBy === person.id
    ? { ok: true }
    : rejected('not-allowed', `only ${createdByName} or the organizer adds options to this poll`);

/**
 * Adds an option to an open poll: whoever opened it and the organizer, everybody where the poll says so. Ballots stay as
 * they are, and for them the new option comes last. Adding what is there already changes nothing (`already`).
 */
export const addOption = (
  records: Records,
  clock: Clock,
  { trip, person, isOrganizer }: TripMember,
  pollId: PollId,
  wanted: Omit<PollOption, 'optionId'>,
  heardIn?: string,
): Promise<Outcome<{ poll: Poll; option: PollOption; already: boolean }>> =>
  retrying(async () => {
    const over = settledAlready(trip);
    if (over !== undefined) return rejected('wrong-status', over);
    const poll = await records.read(polls, trip.id, pollId);
    if (!poll) return rejected('not-found');
    const at = instant(clock);
    if (poll.status !== 'open' || (poll.closesAt !== undefined && poll.closesAt <= at))
      return rejected('poll-closed', poll.question);
    const may = mayAddOption(poll, { person, isOrganizer });
    if (!may.ok) return may;
    const text = wanted.text.trim();
    if (text === '') return rejected('invalid', 'an option is empty');
    const same = poll.options.find((option) => option.text.toLowerCase() === text.toLowerCase());
    if (same) return { ok: true as const, poll, option: same, already: true };
    if (poll.options.length >= MAX_OPTIONS)
      return rejected('too-many-options', `a poll has ${MAX_OPTIONS} options at most`);
    const option: PollOption = { ...wanted, text, optionId: optionIdAt(poll.options.length) };
    const longer: Poll = { ...poll, options: [...poll.options, option] };
    const commit = await records.commit(trip.id, [
      { put: longer, ifMatch: poll._etag },
      { put: await analysisAtOpening(records, trip, longer, at) },
      await tellOnce(records, trip.id, { kind: 'poll-updated', pollId }, at, {
        id: idFrom('fact', 'poll-updated', pollId),
        heardIn,
      }),
      audited(trip.id, 'addOption', person.id, at, { pollId, optionId: option.optionId }),
      tell(trip.id, { kind: 'poll-option-added', pollId, optionId: option.optionId }, afterwards(at), {
        heardIn,
        id: idFrom('fact', 'poll-option-added', pollId, option.optionId),
      }),
    ]);
    return commit.ok ? { ok: true as const, poll: longer, option, already: false } : 'conflict';
  });
