import type { Candidate } from '../candidate.ts';
import type { Itinerary, ItineraryItem, RainInstead } from '../itinerary.ts';
import type { PlanningFacts } from '../planning-facts.ts';
import { wayMinutes } from '../way-between.ts';
import { type Desk, deskOf, type EditablePlan, type Entry } from './desk.ts';
import { prove } from './edited.ts';
import { dateOf, daysToCome } from './found.ts';
import { entriesOn, spare } from './move.ts';
import { arrange, newEntry } from './rearrange.ts';
import { swapThings } from './swap-things.ts';

/** Places that are tried for one thing outdoors: each is proved, which computes for some milliseconds. */
const MOST_TRIED = 8;
/** Minutes of way that count as much as a wish of one. */
const MINUTES_A_WISH = 30;

/**
 * The days of a plan, each thing outdoors with what is done instead when it rains: something indoors near it that nobody
 * has planned, else something indoors of another day that changes places with it. Every one would pass the checker. What
 * is booked has none, nor what nothing fits. `stated`: the facts without what was asked of the plan.
 */
export const withRainPlans = (plan: EditablePlan, stated: PlanningFacts): Itinerary['days'] => {
  const desk = deskOf(plan, stated);
  const coming = new Set(daysToCome(desk));
  const given = new Set(plan.days.flatMap(({ items }) => items.flatMap(({ rain }) => rain?.candidateId ?? [])));
  return plan.days.map(({ date, items }, day) => {
    if (!coming.has(day)) return { date, items };
    const entries = entriesOn(desk, day);
    return {
      date,
      items: items.map((item): ItineraryItem => {
        const { rain: _, ...rest } = item;
        const entry = entries.find((one) => one.item === item);
        const rain = entry && isOutdoors(entry) ? insteadOf(desk, day, entry, given) : undefined;
        if (rain) given.add(rain.candidateId);
        return rain ? { ...rest, rain } : rest;
      }),
    };
  });
};

const isOutdoors = ({ item, candidate, movable }: Entry): boolean =>
  item.kind === 'sight' && movable && candidate?.indoor === false && item.who === undefined;

/** What it had as long as that holds, then what nobody was given for another rainy hour. */
const insteadOf = (desk: Desk, day: number, entry: Entry, given: ReadonlySet<string>): RainInstead | undefined => {
  const before = entry.item.rain;
  const same = before && desk.byId.get(before.candidateId);
  const kept = same && (before.swapsWith === undefined ? inPlaceOf : changedWith)(desk, day, entry, same);
  if (kept && kept.swapsWith === before?.swapsWith) return kept;
  const fresh = [...nearest(desk, entry)].sort((a, b) => Number(given.has(a.id)) - Number(given.has(b.id)));
  for (const other of fresh.slice(0, MOST_TRIED)) {
    const rain = inPlaceOf(desk, day, entry, other);
    if (rain) return rain;
  }
  return changingPlaces(desk, day, entry, given);
};

const nearest = (desk: Desk, { candidate }: Entry): readonly Candidate[] => {
  const here = candidate?.at;
  const away = ({ at }: Candidate): number => (here && at ? wayMinutes(here, at) / MINUTES_A_WISH : 1);
  return spare(desk, 'sight')
    .filter(({ indoor, city }) => indoor === true && city === candidate?.city)
    .map((other, liked) => ({ other, rank: away(other) + liked / 2 }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ other }) => other);
};

const inPlaceOf = (desk: Desk, day: number, entry: Entry, other: Candidate): RainInstead | undefined => {
  if (desk.plan.days.some(({ items }) => items.some(({ candidateId }) => candidateId === other.id))) return undefined;
  const rest = entriesOn(desk, day).filter(({ key }) => key !== entry.key);
  const guest = newEntry(desk, other, 'sight', entry.start);
  const items = arrange(desk, day, [...rest, guest], new Set([guest.key]));
  return items && prove(desk, new Map([[day, items]])).ok ? written(items, other) : undefined;
};

const changingPlaces = (desk: Desk, day: number, entry: Entry, given: ReadonlySet<string>): RainInstead | undefined => {
  const inside = daysToCome(desk)
    .filter((other) => other !== day)
    .flatMap((other) =>
      entriesOn(desk, other)
        .filter(
          ({ item, movable, candidate }) =>
            // What some do while others do something else is no way out for everybody.
            item.kind === 'sight' && movable && candidate?.indoor === true && candidate.who === undefined,
        )
        .flatMap(({ candidate }) => (candidate && !given.has(candidate.id) ? [{ candidate, other }] : [])),
    )
    .filter(({ candidate }) => candidate.city === entry.candidate?.city)
    .sort((a, b) => Math.abs(a.other - day) - Math.abs(b.other - day));
  for (const { candidate } of inside.slice(0, MOST_TRIED)) {
    const rain = changedWith(desk, day, entry, candidate);
    if (rain) return rain;
  }
  return undefined;
};

/** The two as they would change places; nothing when they cannot. */
const changedWith = (desk: Desk, day: number, entry: Entry, candidate: Candidate): RainInstead | undefined => {
  const other = desk.plan.days.findIndex(({ items }) => items.some(({ candidateId }) => candidateId === candidate.id));
  if (other < 0 || other === day || candidate.who !== undefined) return undefined;
  const made = swapThings(desk, { kind: 'swap', item: entry.candidate?.id ?? '', with: candidate.id });
  const rain = made.ok ? written(made.plan.days[day]?.items ?? [], candidate) : undefined;
  return rain && { ...rain, swapsWith: dateOf(desk, other) };
};

const written = (items: readonly ItineraryItem[], { id }: Candidate): RainInstead | undefined => {
  const item = items.find(({ candidateId }) => candidateId === id);
  if (!item) return undefined;
  const { title, place, start, end } = item;
  return { candidateId: id, title, ...(place === undefined ? {} : { place }), start, end };
};
