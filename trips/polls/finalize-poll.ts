import { audited } from '../audit/audit-entry.ts';
import { type Clock, instant } from '../clock.ts';
import { analysisAtOpening } from '../consensus/analyse-poll.ts';
import { readLedger, withoutDecision } from '../consensus/turns-ledger.ts';
import type { PollId } from '../ids.ts';
import { tell } from '../notifications/fact.ts';
import { type Records, retrying } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import type { TripOrganizer } from '../roles/permission.ts';
import { badDates } from '../trips/create-trip.ts';
import { withLook } from '../trips/follow-dates.ts';
import { type Trip, type TripDecision, trips } from '../trips/trip.ts';
import { closePoll } from './close-poll.ts';
import { type Poll, type PollOption, polls } from './poll.ts';

/** Decisions that a trip holds; the oldest give way. */
const MOST_DECISIONS = 100;

/**
 * Makes the outcome of a poll a decision of the trip; an open poll is closed first. Where the families are level the
 * organizer says which of them stands (`optionId`). `wrong-status` when there is no outcome to stand, or another one.
 * Repeating it changes nothing.
 */
export const finalizePoll = async (
  records: Records,
  clock: Clock,
  organizer: TripOrganizer,
  pollId: PollId,
  { optionId, heardIn }: { readonly optionId?: string | undefined; readonly heardIn?: string | undefined } = {},
): Promise<Outcome<{ poll: Poll; already: boolean; dates?: TripDecision['dates'] }>> => {
  const closed = await closePoll(records, clock, organizer, pollId, heardIn);
  if (!closed.ok) return closed;
  return retrying(async () => {
    const { id } = organizer.trip;
    const [poll, trip] = [await records.read(polls, id, pollId), await records.read(trips, id, id)];
    if (!poll || !trip) return rejected('not-found');
    const stands = poll.winner ?? optionId;
    if (stands === undefined)
      return rejected('wrong-status', 'the families have not settled on one option: say which of them stands');
    const option = poll.options.find((one) => one.optionId === stands);
    if (!option) return rejected('unknown-option', `1-${poll.options.length}`);
    if (optionId !== undefined && optionId !== stands)
      return rejected('wrong-status', `the families decided for ${option.text}; reopen the poll to decide anew`);
    if (poll.status === 'finalized') return { ok: true as const, poll, already: true };
    if (poll.status === 'open') return 'conflict';
    const at = instant(clock);
    const explanation =
      poll.winner === undefined
        ? `${poll.explanation ?? ''} The organizer settled it: ${option.text}.`.trim()
        : undefined;
    const final: Poll = { ...poll, status: 'finalized', winner: stands, ...(explanation && { explanation }) };
    const dates = datesOf(poll, option, trip);
    const decided = { pollId, question: poll.question, choice: option.text, price: option.price, dates, at };
    const decisions = [...decisionsBut(trip, pollId), decided].slice(-MOST_DECISIONS);
    const after: Trip = withLook({ ...trip, ...dates, decisions });
    const commit = await records.commit(id, [
      { put: final, ifMatch: poll._etag },
      { put: after, ifMatch: trip._etag },
      audited(id, 'finalizePoll', organizer.person.id, at, { pollId, optionId: stands }),
      tell(id, { kind: 'poll-finalized', pollId }, at, { heardIn }),
    ]);
    return commit.ok ? { ok: true as const, poll: final, already: false, dates } : 'conflict';
  });
};

/**
 * Takes a poll up again, with the ballots it had: its decision leaves the trip, and the turns it cost are given back. It
 * stays open until it is closed by hand when its deadline has passed. Repeating it changes nothing.
 */
export const reopenPoll = (
  records: Records,
  clock: Clock,
  { trip: { id }, person }: TripOrganizer,
  pollId: PollId,
  heardIn?: string,
): Promise<Outcome<{ poll: Poll; already: boolean }>> =>
  retrying(async () => {
    const [found, trip] = [await records.read(polls, id, pollId), await records.read(trips, id, id)];
    if (!found || !trip) return rejected('not-found');
    if (found.status === 'open') return { ok: true as const, poll: found, already: true };
    const at = instant(clock);
    const { winner: _, explanation: _why, counting: _how, dueAt: _due, answeredAt: _all, closesAt, ...rest } = found;
    const deadline = closesAt !== undefined && closesAt > at ? closesAt : undefined;
    const poll: Poll = {
      ...rest,
      status: 'open',
      dueAt: deadline,
      closesAt: deadline,
      reopened: (found.reopened ?? 0) + 1,
    };
    const ledger = await readLedger(records, id);
    const decisions = decisionsBut(trip, pollId);
    const after: Trip = withLook({ ...withoutDates(trip, pollId), decisions });
    const commit = await records.commit(id, [
      { put: poll, ifMatch: found._etag },
      { put: await analysisAtOpening(records, trip, poll, at) },
      ...(ledger ? [{ put: withoutDecision(ledger, pollId), ifMatch: ledger._etag }] : []),
      ...(decisions.length < (trip.decisions?.length ?? 0) ? [{ put: after, ifMatch: trip._etag }] : []),
      audited(id, 'reopenPoll', person.id, at, { pollId }),
      tell(id, { kind: 'poll-reopened', pollId }, at, { heardIn }),
    ]);
    return commit.ok ? { ok: true as const, poll, already: false } : 'conflict';
  });

/** The first and last day of a poll of dates, where the trip has none yet; a single day is for something, and no trip. */
const datesOf = (
  { kind, category }: Pick<Poll, 'kind' | 'category'>,
  { days = [] }: Pick<PollOption, 'days'>,
  { startDate, endDate }: Pick<Trip, 'startDate' | 'endDate'>,
): TripDecision['dates'] => {
  const [first, last] = [days[0], days.at(-1)];
  if (startDate !== undefined || endDate !== undefined || !first || !last || first === last) return undefined;
  return (kind === 'dates' || category === 'date') && badDates(first, last) === undefined
    ? { startDate: first, endDate: last }
    : undefined;
};

/** The trip as it was before a poll gave it its dates, unless somebody has settled others since. */
const withoutDates = (trip: Trip, pollId: PollId): Trip => {
  const dates = trip.decisions?.find((one) => one.pollId === pollId)?.dates;
  const itsOwn = dates !== undefined && trip.startDate === dates.startDate && trip.endDate === dates.endDate;
  return itsOwn ? { ...trip, startDate: undefined, endDate: undefined } : trip;
};

const decisionsBut = ({ decisions = [] }: Pick<Trip, 'decisions'>, pollId: PollId) =>
  decisions.filter((one) => one.pollId !== pollId);
