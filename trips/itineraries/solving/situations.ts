import type { Candidate } from '../candidate.ts';
import { costOf } from '../cost.ts';
import { type DayFrame, frameDay } from '../day-frame.ts';
import { type DayRoute, stretchesOf } from '../day-route.ts';
import type { Needs } from '../needs.ts';
import { type PlanningFacts, priceCurrency, type Round } from '../planning-facts.ts';
import type { Settled } from '../settled.ts';
import { atMost, type Draft, equal, type Sum, sumOf, type Term, term, yesNo } from './linear-program.ts';

/** One way a day may go. A trip that stays at its destination has one a day; a round trip chooses. */
export interface Situation {
  readonly day: number;
  readonly frame: DayFrame;
  readonly route?: DayRoute | undefined;
  /** The column that says whether the day goes so; absent when it goes no other way. */
  readonly column?: number | undefined;
}

/** Every way each day may go, without columns. */
export const situationsOf = (
  facts: PlanningFacts,
  settled: Settled,
  needs: Needs,
  dates: readonly string[],
): readonly (readonly Situation[])[] => {
  const round = roundOf(facts, dates);
  const at = (day: number, route?: DayRoute): Situation => ({
    day,
    route,
    frame: frameDay(facts, settled, needs, dates, day, route),
  });
  if (!round) return dates.map((_, day) => [at(day)]);
  return dates.map((date, day) =>
    undominated(facts, routesOn(facts, round, day, dates.length, date)).map((route) => at(day, route)),
  );
};

/** The round the trip makes; a single day is no round. */
export const roundOf = ({ trip }: PlanningFacts, dates: readonly string[]): Round | undefined =>
  dates.length > 1 ? trip.round : undefined;

const routesOn = (
  { candidates }: PlanningFacts,
  { home, among }: Round,
  day: number,
  days: number,
  date: string,
): readonly DayRoute[] => {
  const cities = new Set(among);
  const legs = candidates.filter(({ leg }) => leg && (leg.date === undefined || leg.date === date));
  const [first, last] = [day === 0, day === days - 1];
  const staying = among.map((city): DayRoute => ({ from: first ? undefined : city, to: city }));
  const moving = legs.flatMap((candidate): readonly DayRoute[] => {
    const { from = '', to = '' } = candidate.leg ?? {};
    if (first) return home !== undefined && from === home && cities.has(to) ? [{ to, leg: candidate }] : [];
    if (last && home !== undefined) return to === home && cities.has(from) ? [{ from, leg: candidate }] : [];
    return cities.has(from) && cities.has(to) ? [{ from, to, leg: candidate }] : [];
  });
  if (home !== undefined && (first || last)) return moving;
  return first ? staying : [...staying, ...moving];
};

/** The ways without those that cost more than another and leave less of the day. */
const undominated = ({ families }: PlanningFacts, routes: readonly DayRoute[]): readonly DayRoute[] => {
  const everyone = families.map(() => true);
  const faces = routes.map((route) => {
    const { leg } = route;
    const price = leg?.price && priceCurrency(leg.price);
    return {
      route,
      cost: leg && costOf(leg, families, everyone, price),
      price,
      stretches: stretchesOf(route),
      burden: burden(leg),
    };
  });
  type Face = (typeof faces)[number];
  const betters = (one: Face, other: Face): boolean =>
    one.route.from === other.route.from &&
    one.route.to === other.route.to &&
    one.route.leg?.leg?.mode === other.route.leg?.leg?.mode &&
    one.price === other.price &&
    one.cost !== undefined &&
    other.cost !== undefined &&
    one.cost.total <= other.cost.total &&
    one.burden <= other.burden &&
    other.stretches.every(({ city, span }) =>
      one.stretches.some((mine) => mine.city === city && mine.span.from <= span.from && span.to <= mine.span.to),
    );
  return faces
    .filter(
      (face, index) =>
        face.route.leg === undefined ||
        !faces.some((other, at) => at !== index && betters(other, face) && (!betters(face, other) || at < index)),
    )
    .map(({ route }) => route);
};

/** Whether a day is spent in one city from morning to night. */
export const isFull = ({ route, day }: Situation, days: number): boolean =>
  route ? route.leg === undefined && (day > 0 || route.from !== undefined) : day > 0 && day < days - 1;

/** Gives every situation of a round trip its column and ties them to one way through the cities. */
export const addRoute = (
  draft: Draft,
  days: readonly (readonly Situation[])[],
  round: Round | undefined,
): readonly (readonly Situation[])[] => {
  if (!round) return days;
  const known = days.map((situations) =>
    situations.map((situation) => ({ ...situation, column: yesNo(draft, -burden(situation.route?.leg)) })),
  );
  for (const situations of known)
    equal(
      draft,
      columnsOf(situations, () => true),
      sumOf([], 1),
    );
  for (const [day, situations] of known.entries()) {
    const next = known[day + 1];
    if (!next) continue;
    // Where a night is spent, the next day begins.
    for (const city of round.among)
      equal(
        draft,
        columnsOf(situations, ({ route }) => route?.to === city),
        columnsOf(next, ({ route }) => route?.from === city),
      );
  }
  const all = known.flat();
  const entered = (city: string): Sum =>
    columnsOf(all, ({ route, day }) => route?.to === city && (route.leg !== undefined || day === 0));
  for (const city of round.among) atMost(draft, entered(city), sumOf([], 1));
  equal(draft, sumOf(round.among.flatMap((city) => entered(city).terms)), sumOf([], round.visit));
  addOwnCar(draft, known);
  return known;
};

/** A car of one's own is driven all the way round, or left at home: the same is said of every day, so that half a car is no help. */
const addOwnCar = (draft: Draft, days: readonly (readonly Situation[])[]): void => {
  const byMode = (situations: readonly Situation[], own: boolean): Sum =>
    columnsOf(situations, ({ route }) => route?.leg !== undefined && (route.leg.leg?.mode === 'own-car') === own);
  if (byMode(days.flat(), true).terms.length === 0) return;
  const own = yesNo(draft);
  for (const situations of days) {
    const [driven, other] = [byMode(situations, true), byMode(situations, false)];
    if (driven.terms.length > 0) atMost(draft, driven, sumOf([term(own)]));
    if (other.terms.length > 0) atMost(draft, other, sumOf([term(own, -1)], 1));
  }
};

/** Hours on the way and arrivals late at night are not what one travels for. */
const burden = (leg: Candidate | undefined): number => {
  if (!leg?.leg) return 0;
  const { minutes = 0, arrives, departs } = leg.leg;
  const late = arrives !== undefined && (arrives > 22 * 60 || (departs !== undefined && arrives < departs));
  return minutes / 300 + (late ? 1 : 0);
};

/** How many of the situations that `are` so come true: the constant 1 where a day can go no other way. */
export const columnsOf = (situations: readonly Situation[], are: (situation: Situation) => boolean): Sum =>
  weighed(situations, (situation) => (are(situation) ? 1 : 0));

/** The sum of a number over the situations that come true. */
export const weighed = (situations: readonly Situation[], of: (situation: Situation) => number): Sum => {
  let constant = 0;
  const terms: Term[] = [];
  for (const situation of situations) {
    const factor = of(situation);
    if (factor === 0) continue;
    if (situation.column === undefined) constant += factor;
    else terms.push(term(situation.column, factor));
  }
  return sumOf(terms, constant);
};
