import { analysePoll } from '../consensus/analyse-poll.ts';
import type { Compromise } from '../consensus/compromises/compromise.ts';
import { documentOf } from '../consensus/consensus-analysis.ts';
import { sayWeights } from '../consensus/explain.ts';
import { capital } from '../consensus/speak.ts';
import { NO_TURNS } from '../consensus/turns.ts';
import { readLedger, turnsIn, withDecision, withoutDecision } from '../consensus/turns-ledger.ts';
import { sayFamily } from '../families/family.ts';
import { listed } from '../listed.ts';
import type { Change, Records } from '../records.ts';
import type { Trip } from '../trips/trip.ts';
import { pollsOf } from './open-poll.ts';
import type { Poll } from './poll.ts';
import { goingAlong, sayGoingApart } from './sitting-out.ts';
import { countStandings, type Standing } from './standing.ts';
import { weightIn } from './weights.ts';

/**
 * How a poll that takes no more ballots comes out, and what is to be saved with it: the analysis, and the turns that the
 * decision has cost. Settling it again gives the same: what it had cost before is taken out first.
 */
export const settlePoll = async (
  records: Records,
  trip: Trip,
  poll: Poll,
  at: string,
): Promise<{
  readonly outcome: Pick<Poll, 'winner' | 'explanation' | 'counting'>;
  readonly changes: readonly Change[];
}> => {
  const open = (await pollsOf(records, trip.id)).filter(({ status, id }) => status === 'open' && id !== poll.id);
  const [standing, ...others] = await countStandings(records, trip, [poll, ...open]);
  if (!standing) return { outcome: {}, changes: [] };
  const ledger = await readLedger(records, trip.id);
  const before = ledger && withoutDecision(ledger, poll.id);
  const found = await analysePoll(records, trip, standing, others, poll.anonymous ? NO_TURNS : turnsIn(before));
  const analysis = { ...found, compromises: [...apart(standing, found.decision.winner), ...found.compromises] };
  const { decision, explanation } = analysis;
  // What a decision costs says who wanted it: a secret one costs nothing.
  const after =
    decision.winner === undefined || poll.anonymous ? before : withDecision(trip.id, before, poll.id, decision.turns);
  const kept: readonly Change[] =
    after === undefined || after === ledger
      ? []
      : [ledger ? { put: after, ifMatch: ledger._etag } : { put: after, ifAbsent: true }];
  return {
    outcome: {
      winner: decision.winner,
      explanation: [explanation, splitIn(standing)].filter(Boolean).join(' '),
      counting: [
        sayWeights(
          trip.weighting,
          standing.seats.map((seat) => ({ name: seat.familyName, weight: weightIn(trip, seat) })),
        ),
        shortOf(standing),
      ].join(''),
    },
    changes: [{ put: documentOf(analysis, { tripId: trip.id, pollId: poll.id, over: true, at }) }, ...kept],
  };
};

/** What some want and others sit out is had both ways. */
const apart = ({ poll, seats, votes }: Standing, winner: string | undefined): readonly Compromise[] => {
  const along = goingAlong(
    poll,
    seats.map(({ familyId }) => familyId),
    votes,
  );
  const option = poll.options.find(({ optionId }) => optionId === winner);
  if (!along || !option) return [];
  const goes = ({ familyId }: { readonly familyId: string }): boolean => along.includes(familyId);
  const text = sayGoingApart(
    option.text,
    seats.filter(goes),
    seats.filter((seat) => !goes(seat)),
  );
  return [{ kind: 'split', text, relatedOptions: [option.optionId], own: {} }];
};

/** Said where fewer families answered than were asked for: ` Only 2 of the 3 families asked for had answered.` */
const shortOf = ({ poll, tally, seats }: Standing): string => {
  const answered = seats.length - tally.waitingFor.length;
  return poll.quorum === undefined || answered >= poll.quorum
    ? ''
    : ` Only ${answered} of the ${poll.quorum} families asked for had answered.`;
};

/** What becomes of families that want none of the options: `The Okoyes sit this one out and do something else meanwhile.` */
const splitIn = ({ poll, tally, seats }: Standing): string => {
  const out = seats.filter(({ familyId }) => tally.sittingOut.includes(familyId));
  if (out.length === 0) return '';
  const counted = out.length === 1 ? 'one family' : `${out.length} families`;
  const names = poll.anonymous ? counted : listed(out.map(({ familyName }) => sayFamily(familyName)));
  if (poll.kind === 'dates') return `${capital(names)} can come on none of these dates.`;
  const rest = out.length === seats.length ? '' : ', and all meet again afterwards';
  return `${capital(names)} ${out.length === 1 && poll.anonymous ? 'sits' : 'sit'} this one out: they do something else meanwhile${rest}.`;
};
