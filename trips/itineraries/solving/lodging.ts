import type { Candidate } from '../candidate.ts';
import { type Cost, costOf } from '../cost.ts';
import { cityOf, type PlanningFacts } from '../planning-facts.ts';
import type { TripRule } from '../trip-rules.ts';
import { likes } from '../wishes.ts';
import { atMost, type Draft, equal, type Sum, sumOf, term, yesNo } from './linear-program.ts';
import { columnsOf, type Situation } from './situations.ts';

/** Some nights on end in one place. `from` is the index of the first night. */
export interface StayRun {
  readonly candidate: Candidate;
  readonly city: string;
  readonly from: number;
  readonly nights: number;
  readonly cost: Cost | undefined;
}

export interface StayColumn extends StayRun {
  readonly column: number;
}

/** Whether what is known of a stay breaks a rule. */
export const breaks = ({ stay }: Candidate, rule: TripRule): boolean => {
  if (rule.kind === 'room-type') return stay?.roomType !== undefined && !rule.types.includes(stay.roomType);
  // `children` are not allowed where `children under 10` are not.
  const forbidden = (what: string): boolean =>
    stay?.forbids?.some((one) => one === what || one.startsWith(`${what} `)) ?? false;
  return rule.kind === 'stay-allows' && forbidden(rule.what);
};

/** Each change of beds is a bother. */
const BOTHER = 1;

/**
 * A bed for every night in every city that has any to offer; the columns say which. `waivers` are the columns of what
 * must be given up for a stay; `undefined` for one that is out of the question.
 */
export const addLodging = (
  draft: Draft,
  facts: PlanningFacts,
  stays: readonly Candidate[],
  days: readonly (readonly Situation[])[],
  dates: readonly string[],
  currency: string | undefined,
  waivers: (stay: Candidate) => readonly number[] | undefined,
): readonly StayColumn[] => {
  const nights = dates.length - 1;
  const cities = [...new Set(stays.map((stay) => cityOf(stay, facts)))];
  return cities.flatMap((city) => {
    const slept = (night: number): Sum =>
      columnsOf(days[night] ?? [], ({ route }) => (route ? route.to : facts.trip.destination) === city);
    const own = stays.filter((stay) => cityOf(stay, facts) === city);
    const usable = own.filter((stay) => waivers(stay) !== undefined);
    const runs = undominatedStays(usable, facts, currency, waivers).flatMap((candidate) =>
      runsOf(candidate, city, dates, facts, currency).map((run): StayColumn => {
        const column = yesNo(draft, pleasure(candidate, facts) * run.nights - BOTHER);
        for (const waiver of waivers(candidate) ?? []) atMost(draft, sumOf([term(column)]), sumOf([term(waiver)]));
        return { ...run, column };
      }),
    );
    for (let night = 0; night < nights; night += 1) {
      const covering = runs.filter((run) => run.from <= night && night < run.from + run.nights);
      // A trip to one place goes there though its papers know of no bed for that night; the plan then says so.
      if (covering.length === 0 && slept(night).terms.length === 0) continue;
      equal(draft, sumOf(covering.map(({ column }) => term(column))), slept(night));
    }
    return runs;
  });
};

/** How good a night there is, beside others. */
const pleasure = (stay: Candidate, { families }: PlanningFacts): number =>
  families.length === 0 ? 0 : families.reduce((sum, family) => sum + likes(stay, family), 0) / families.length / 2;

const runsOf = (
  candidate: Candidate,
  city: string,
  dates: readonly string[],
  facts: PlanningFacts,
  currency: string | undefined,
): readonly StayRun[] => {
  const { minNights = 1, nights: had } = candidate.stay ?? {};
  const open = dates.slice(0, -1).map((date) => !had || (had.first <= date && date <= had.last));
  const everyone = facts.families.map(() => true);
  const runs: StayRun[] = [];
  for (let from = 0; from < open.length; from += 1) {
    for (let nights = 1; from + nights <= open.length && open[from + nights - 1]; nights += 1) {
      // A price for the whole stay is for all the nights there are, and nobody stays shorter than the house allows.
      const whole = candidate.price?.per !== 'group' || nights === open.filter(Boolean).length;
      if (!whole || (nights < minNights && !candidate.confirmed)) continue;
      runs.push({ candidate, city, from, nights, cost: costOf(candidate, facts.families, everyone, currency, nights) });
    }
  }
  return runs;
};

/** Stays no other in the same city is at least as good as in every respect; of equals, the first. */
const undominatedStays = (
  stays: readonly Candidate[],
  facts: PlanningFacts,
  currency: string | undefined,
  waivers: (stay: Candidate) => readonly number[] | undefined,
): readonly Candidate[] => {
  const everyone = facts.families.map(() => true);
  const faces = stays.map((candidate) => ({
    candidate,
    cost: costOf(candidate, facts.families, everyone, currency, 1),
    group: candidate.price?.per === 'group',
    least: candidate.confirmed ? 1 : (candidate.stay?.minNights ?? 1),
    joy: pleasure(candidate, facts),
    broken: waivers(candidate) ?? [],
  }));
  type Face = (typeof faces)[number];
  const betters = (one: Face, other: Face): boolean =>
    !one.candidate.stay?.nights &&
    !one.group &&
    !other.group &&
    one.cost !== undefined &&
    other.cost !== undefined &&
    one.cost.total <= other.cost.total &&
    one.cost.shares.every((share, index) => share <= (other.cost?.shares[index] ?? 0)) &&
    one.least <= other.least &&
    one.joy >= other.joy &&
    one.broken.every((waiver) => other.broken.includes(waiver));
  return faces
    .filter(
      (face, index) =>
        !faces.some((other, at) => at !== index && betters(other, face) && (!betters(face, other) || at < index)),
    )
    .map(({ candidate }) => candidate);
};
