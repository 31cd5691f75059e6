import type { Candidate } from '../candidate.ts';
import { type Cost, costOf } from '../cost.ts';
import type { Needs } from '../needs.ts';
import type { OwnArrangement } from '../own-arrangements.ts';
import { joining, type PlanningFacts } from '../planning-facts.ts';
import type { DecidedPick, Settled } from '../settled.ts';
import type { TripRule } from '../trip-rules.ts';
import { amount, atMost, type Draft, equal, openDraft, sumOf, term, yesNo } from './linear-program.ts';
import { addLodging, breaks, type StayColumn } from './lodging.ts';
import { mealRoom, type Option, optionOf, roomOn, undominated } from './options.ts';
import { addRoute, roundOf, type Situation, situationsOf } from './situations.ts';
import { addVisits, SIGHTS_A_DAY, type UnitColumn, type Visits } from './visits.ts';

/** The most that may be spent, for everyone and by each family; infinite where nobody set a limit. */
export interface Limits {
  readonly total: number;
  readonly shares: readonly number[];
}

/** Something that was asked for and could be given up. */
export type Given =
  | { readonly kind: 'rule'; readonly rule: TripRule }
  | { readonly kind: 'decided'; readonly candidate: Candidate }
  | { readonly kind: 'booked'; readonly candidate: Candidate }
  | { readonly kind: 'stay'; readonly candidate: Candidate }
  /** That it need not be looked after by the group itself. */
  | { readonly kind: 'own'; readonly candidate: Candidate; readonly own: OwnArrangement };

/** What a program is made for. */
export interface Purpose {
  /** Wishes met as well as can be, or as little money spent as can be. */
  readonly seek: 'wishes' | 'least-cost';
  readonly limits: Limits;
  /** What the families decided that must be planned, by the candidates' ids; only wished for when absent. */
  readonly kept?: ReadonlySet<string> | undefined;
  /** What may be given up, as little of it as can be; nothing when absent. */
  readonly giving?: readonly Given[] | undefined;
}

/** A trip as a linear program, with what its columns stand for. */
export interface TripProgram {
  readonly draft: Draft;
  readonly days: readonly (readonly Situation[])[];
  readonly visits: Visits;
  readonly stays: readonly StayColumn[];
  /** The columns that say what is given up, and what is `kept`. */
  readonly given: readonly { readonly given: Given; readonly column: number; readonly kept: number }[];
  /** What is paid whatever is chosen. */
  readonly fixedCost: Cost;
}

/** Everything the program is written from, worked out once for all purposes. */
export interface TripModel {
  readonly facts: PlanningFacts;
  readonly settled: Settled;
  readonly needs: Needs;
  readonly dates: readonly string[];
  readonly currency: string | undefined;
  readonly situations: readonly (readonly Situation[])[];
  /** Everything that may be chosen. */
  readonly all: readonly Option[];
  /** The same without what can never be needed. */
  readonly options: readonly Option[];
}

/** Works out what every purpose needs: how each day may go, and what can be had on it. */
export const tripModel = (
  facts: PlanningFacts,
  settled: Settled,
  needs: Needs,
  dates: readonly string[],
  currency: string | undefined,
): TripModel => {
  const situations = situationsOf(facts, settled, needs, dates);
  const hasRoom = roomOn(needs, situations);
  const option = (candidate: Candidate, pick?: DecidedPick): Option =>
    optionOf(candidate, pick, facts, needs, situations, currency, hasRoom);
  const all = [
    ...settled.decided.map((pick) => option(pick.candidate, pick)),
    ...settled.open.map((candidate) => option(candidate)),
  ];
  const room = { sight: situations.length * SIGHTS_A_DAY[needs.pace], meal: mealRoom(situations) };
  const cuisines = new Set((facts.trip.rules ?? []).flatMap((rule) => (rule.kind === 'cuisine' ? rule.cuisine : [])));
  const options = undominated(all, cuisines, ({ candidate }) => (candidate.kind === 'sight' ? room.sight : room.meal));
  return { facts, settled, needs, dates, currency, situations, all, options };
};

/** What giving something up costs in the search: more than any sum of money could. */
const GIVING_UP = 1_000_000;
/** What spending all that may be spent is worth less than spending nothing, in wishes. */
const THRIFT = 1.5;

/** Writes the trip down as a linear program. */
export const tripProgram = (model: TripModel, purpose: Purpose): TripProgram => {
  const { facts, settled, dates, currency, needs } = model;
  const draft = openDraft();
  const given = (purpose.giving ?? []).map((one) => {
    const [column, kept] = [yesNo(draft, -GIVING_UP), yesNo(draft)];
    equal(draft, sumOf([term(column), term(kept)]), sumOf([], 1));
    return { given: one, column, kept };
  });
  const waiver = (rule: TripRule): number | undefined =>
    given.find((one) => one.given.kind === 'rule' && one.given.rule === rule)?.column;
  const days = addRoute(draft, model.situations, roundOf(facts, dates));
  const voted = given.find((one) => one.given.kind === 'stay')?.column;
  const rules = facts.trip.rules ?? [];
  const waivers = (stay: Candidate): readonly number[] | undefined => {
    const broken = rules.filter((rule) => breaks(stay, rule)).map(waiver);
    const other = settled.stays.includes(stay) ? [] : [voted];
    const columns = [...broken, ...other, ...ownOf(given, stay)];
    const known = columns.filter((column) => column !== undefined);
    return known.length === columns.length ? known : undefined;
  };
  const stays = addLodging(draft, facts, staysFor(settled, purpose), days, dates, currency, waivers);
  const visits = addVisits(draft, facts, needs, days, model.options);
  const program = { draft, days, visits, stays, given, fixedCost: fixedCost(model) };
  addRules(program, facts, waiver);
  addOwnWays(program);
  addSettled(program, settled, purpose);
  addMoney(program, model, purpose);
  if (purpose.seek === 'wishes') addFairness(draft, facts, visits.units);
  return program;
};

/** Where one may stay: what was voted for alone, unless the vote may be given up. */
const staysFor = (settled: Settled, { giving }: Purpose): readonly Candidate[] =>
  giving?.some(({ kind }) => kind === 'stay') ? [...settled.stays, ...settled.otherLodging] : settled.stays;

/** The columns that say that the group looks after a candidate itself. */
const ownOf = (given: TripProgram['given'], { id }: Candidate): readonly number[] =>
  given.flatMap(({ given: one, column }) => (one.kind === 'own' && one.candidate.id === id ? column : []));

const addOwnWays = ({ draft, days, given }: TripProgram): void => {
  for (const { route, column } of days.flat()) {
    if (column === undefined || !route?.leg) continue;
    for (const own of ownOf(given, route.leg)) atMost(draft, sumOf([term(column)]), sumOf([term(own)]));
  }
};

const addRules = (
  { draft, days, visits }: TripProgram,
  { trip }: PlanningFacts,
  waiver: (rule: TripRule) => number | undefined,
): void => {
  for (const rule of trip.rules ?? []) {
    const waived = waiver(rule);
    const waive = waived === undefined ? [] : [term(waived)];
    if (rule.kind === 'without-mode') {
      for (const { route, column } of days.flat())
        if (column !== undefined && route?.leg?.leg?.mode === rule.mode)
          atMost(draft, sumOf([term(column)]), sumOf(waive));
    }
    if (rule.kind === 'cuisine') {
      const serving = visits.units.filter(
        ({ option: { candidate } }) => candidate.kind === 'meal' && candidate.cuisines?.includes(rule.cuisine),
      );
      atMost(draft, sumOf([], 1), sumOf([...serving.map(({ column }) => term(column)), ...waive]));
    }
  }
};

/** What is settled and must be planned; what of it may be given up need not, at the price of giving it up. */
const addSettled = ({ draft, visits, given }: TripProgram, settled: Settled, { kept = new Set() }: Purpose): void => {
  for (const { candidate } of settled.decided) {
    if (!kept.has(candidate.id)) continue;
    const own = visits.units.filter(({ option }) => option.pick && option.candidate.id === candidate.id);
    const waiver = given.filter(({ given: one }) => one.kind === 'decided' && one.candidate.id === candidate.id);
    atMost(draft, sumOf([], 1), sumOf([...own, ...waiver].map(({ column }) => term(column))));
  }
};

const bookedCost = ({ facts, currency }: TripModel, candidate: Candidate): Cost | undefined =>
  costOf(candidate, facts.families, joining(candidate, facts.families, candidate.booking?.date), currency);

const fixedCost = (model: TripModel): Cost => {
  const kept = new Set(model.situations.flat().flatMap(({ frame }) => frame.visits.map(({ key }) => key)));
  return model.settled.booked
    .filter(({ id }) => kept.has(id))
    .reduce<Cost>(
      (sum, candidate) => {
        const cost = bookedCost(model, candidate);
        return cost
          ? { total: sum.total + cost.total, shares: sum.shares.map((share, at) => share + (cost.shares[at] ?? 0)) }
          : sum;
      },
      { total: 0, shares: model.facts.families.map(() => 0) },
    );
};

interface Paid {
  readonly column: number;
  readonly cost: Cost;
}

/** Keeps to the limits, and prefers the cheaper of equals. */
const addMoney = (program: TripProgram, model: TripModel, { limits, seek }: Purpose): void => {
  const { draft, days, visits, stays, given } = program;
  const { facts, currency } = model;
  const paid: Paid[] = [
    ...visits.units.flatMap(({ column, slot: { cost } }) => (cost ? [{ column, cost }] : [])),
    ...stays.flatMap(({ column, cost }) => (cost ? [{ column, cost }] : [])),
    ...days.flat().flatMap(({ column, route, frame }) => {
      const there = joining({}, facts.families, frame.date);
      const cost = route?.leg && costOf(route.leg, facts.families, there, currency);
      return column !== undefined && cost ? [{ column, cost }] : [];
    }),
    // A booking that is given up is not paid.
    ...given.flatMap(({ given: one, column }) => {
      const cost = one.kind === 'booked' ? bookedCost(model, one.candidate) : undefined;
      return cost ? [{ column, cost: { total: -cost.total, shares: cost.shares.map((share) => -share) } }] : [];
    }),
  ];
  const whole = (of: (cost: Cost) => number): ReturnType<typeof sumOf> =>
    sumOf(
      paid.map(({ column, cost }) => term(column, of(cost) / 100)),
      of(program.fixedCost) / 100,
    );
  if (Number.isFinite(limits.total))
    atMost(
      draft,
      whole(({ total }) => total),
      sumOf([], limits.total / 100),
    );
  limits.shares.forEach((share, index) => {
    if (Number.isFinite(share))
      atMost(
        draft,
        whole(({ shares }) => shares[index] ?? 0),
        sumOf([], share / 100),
      );
  });
  const scale = Number.isFinite(limits.total)
    ? Math.max(1, limits.total)
    : Math.max(1, ...paid.map(({ cost }) => cost.total)) * Math.max(1, days.length);
  if (seek === 'least-cost') {
    draft.columns.forEach((column, index) => {
      const giving = given.some((one) => one.column === index);
      draft.columns[index] = { ...column, gain: giving ? -GIVING_UP : 0 };
    });
  }
  for (const { column, cost } of paid) {
    const known = draft.columns[column];
    const less = seek === 'least-cost' ? cost.total / 100 : (cost.total * THRIFT) / scale;
    if (known) draft.columns[column] = { ...known, gain: known.gain - less };
  }
};

/** How much the plan leans to the family that gets least of what it likes. */
const LEANING = 0.25;

/** The least happy family counts for more than the mean: a quarter of all is hers. */
const addFairness = (draft: Draft, { families }: PlanningFacts, units: readonly UnitColumn[]): void => {
  if (families.length < 2) return;
  const likesOf = ({ slot }: UnitColumn, family: number): number => slot.likes[family] ?? 0;
  const most = units.reduce((sum, { slot }) => sum + Math.max(...slot.likes), 0);
  const least = amount(draft, most, LEANING);
  const days = (of: readonly UnitColumn[]): number =>
    new Set(of.flatMap(({ option }) => option.slots.map(({ day }) => day))).size;
  families.forEach(({ weight = 1 }, index) => {
    const own = units.filter((unit) => likesOf(unit, index) > 0);
    // A family that comes for a part of the trip is measured by that part; one that comes for none, not at all.
    if (own.length === 0) return;
    const factor = days(units) / days(own) / weight;
    atMost(draft, sumOf([term(least)]), sumOf(own.map((unit) => term(unit.column, likesOf(unit, index) * factor))));
  });
};
