import { type Clock, instant } from '../clock.ts';
import { pollsOf } from '../polls/open-poll.ts';
import type { Poll } from '../polls/poll.ts';
import { readStandings, type Standing } from '../polls/standing.ts';
import type { Records } from '../records.ts';
import type { TripMember } from '../roles/permission.ts';
import { familiesIn } from '../trips/create-trip.ts';
import type { Trip } from '../trips/trip.ts';
import { analyseTrip } from './analyse.ts';
import { analysePoll, familiesToWeigh } from './analyse-poll.ts';
import { HIGHEST, LOWEST } from './ballot.ts';
import { consensusAnalyses, consensusId, documentOf } from './consensus-analysis.ts';
import { type Decided, type Fairness, fairnessOf } from './fairness.ts';
import { toNumber } from './fraction.ts';
import { conflictShownTo, type ShownAnalysis, shownTo } from './shown-to.ts';
import { turnsOf } from './turns.ts';
import { readLedger, turnsIn } from './turns-ledger.ts';

/** The reader: a member of the trip, or a group of people that reads along with them (then nothing private is said). */
export interface ConsensusReader {
  readonly member: Pick<TripMember, 'trip' | 'participation'>;
  readonly group?: boolean | undefined;
}

const familyOf = ({ member, group }: ConsensusReader): string | undefined =>
  group ? undefined : member.participation.familyId;

/** Polls as the engine sees them for one reader: an open one as it stands now, a closed one as it was settled. */
export const readAnalyses = async (
  records: Records,
  clock: Clock,
  reader: ConsensusReader,
  polls: readonly Poll[],
): Promise<readonly ShownAnalysis[]> => {
  const { trip } = reader.member;
  const turns = turnsIn(await readLedger(records, trip.id));
  const open = await readStandings(
    records,
    trip,
    (await pollsOf(records, trip.id)).filter(({ status }) => status === 'open'),
  );
  const found = await Promise.all(
    polls.map(async (poll) => {
      const kept = await records.read(consensusAnalyses, trip.id, consensusId(poll.id));
      const standing = open.find((one) => one.poll.id === poll.id);
      if (!standing) return kept;
      const analysis = await analysePoll(records, trip, standing, open, turns);
      const at = kept?.createdAt ?? instant(clock);
      return documentOf(analysis, { tripId: trip.id, pollId: poll.id, over: false, at });
    }),
  );
  return found.flatMap((analysis) => (analysis ? [shownTo(analysis, familyOf(reader))] : []));
};

/**
 * How an open poll would come out now, when its votes alone do not say it: turns would decide, or a limit rules an option
 * out that somebody voted for. One sentence for everybody.
 */
export const surpriseIn = async (records: Records, trip: Trip, standing: Standing): Promise<string | undefined> => {
  if (standing.poll.status !== 'open') return undefined;
  const { decision, explanation } = await analysePoll(
    records,
    trip,
    standing,
    [],
    turnsIn(await readLedger(records, trip.id)),
  );
  const { leader, tied } = standing.tally;
  const expected = decision.winner === leader && decision.tied.join() === tied.join();
  return expected || decision.winner === undefined ? undefined : `If it closed now: ${explanation}`;
};

/** What stands between the families of a trip before any question, and the turns each has used, for one reader. */
export const readTripConsensus = async (records: Records, reader: ConsensusReader) => {
  const { trip } = reader.member;
  const families = await familiesToWeigh(records, trip.id);
  const turns = turnsIn(await readLedger(records, trip.id));
  return {
    conflicts: analyseTrip(trip, families).map((conflict) => conflictShownTo(conflict, familyOf(reader))),
    turns: Object.fromEntries(families.map(({ id }) => [id, toNumber(turnsOf(turns, id))])),
  };
};

/** How fairly the trip's polls so far have treated its families, by the ballots that everybody sees. */
export const readFairness = async (records: Records, { trip }: Pick<TripMember, 'trip'>): Promise<Fairness> => {
  const [seats, analyses] = await Promise.all([familiesIn(records, trip.id), records.list(consensusAnalyses, trip.id)]);
  const decided = analyses.flatMap(({ finalDecision, agreement }): Decided[] => {
    // An anonymous one says nothing of single families.
    if (!finalDecision || agreement.every(({ families }) => Object.keys(families).length === 0)) return [];
    const wishes = seats.map(({ familyId }) => ({
      familyId,
      scores: Object.fromEntries(
        agreement.map(({ optionId, families }) => [optionId, LOWEST + (families[familyId] ?? 0) * (HIGHEST - LOWEST)]),
      ),
    }));
    return [{ options: agreement.map(({ optionId }) => optionId), wishes, chosen: finalDecision.optionId }];
  });
  return fairnessOf(
    seats.map(({ familyId, heads }) => ({ id: familyId, heads })),
    decided,
  );
};
