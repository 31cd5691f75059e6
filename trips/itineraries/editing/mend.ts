import { listed } from '../../listed.ts';
import type { Candidate } from '../candidate.ts';
import type { ItineraryItem } from '../itinerary.ts';
import { needsOf, unfit } from '../needs.ts';
import { joining } from '../planning-facts.ts';
import { weekdayIndex } from '../reading/days.ts';
import type { Desk, Entry } from './desk.ts';
import { type Edited, prove, refuse, unchanged } from './edited.ts';
import { daysToCome, nameOf } from './found.ts';
import { entriesOn, mealsFor, spare } from './move.ts';
import { arrange, newEntry, openEntry } from './rearrange.ts';

/** Places that are tried instead of one that no longer suits. */
const MOST_TRIED = 12;

/** Why a visit no longer does for those who join it; nothing when it does. */
const fault = ({ facts }: Desk, date: string, { candidate, start, end }: Entry): string | undefined => {
  if (!candidate) return undefined;
  const there = joining(candidate, facts.families, date);
  const why = unfit(candidate, needsOf(facts.families.filter((_, index) => there[index])));
  if (why) return why;
  const hours = candidate.hours?.[weekdayIndex(date)];
  return hours && !hours.some(({ from, to }) => from <= start && end <= to) ? 'it is closed then' : undefined;
};

/**
 * Changes what no longer suits the group for what does, each thing at about its time, and leaves everything else alone.
 * What is booked stays and is named; what nothing takes the place of is left out, and a meal is open again.
 */
export const mend = (desk: Desk): Edited => {
  const changed = new Map<number, readonly ItineraryItem[]>();
  const remarks: string[] = [];
  const held: string[] = [];
  let now = desk;
  for (const [day, { date }] of desk.plan.days.entries()) {
    if (!daysToCome(desk).includes(day)) continue;
    const bad = entriesOn(now, day).flatMap((entry) => {
      const why = fault(now, date, entry);
      return why === undefined ? [] : [{ entry, why }];
    });
    for (const { entry, why } of bad) {
      if (!entry.movable) {
        held.push(
          `${nameOf(entry)} is ${entry.candidate?.booking ? 'fixed' : 'where you stay'}, but ${why}: ask there`,
        );
        continue;
      }
      const items = mended(now, day, entry);
      if (!items) return refuse(`${nameOf(entry)} does not suit any more (${why}), and I cannot change that day.`);
      changed.set(day, items);
      now = withDay(now, day, items);
      remarks.push(`${nameOf(entry)} does not suit any more: ${why}.`);
    }
  }
  if (held.length > 0) remarks.push(`${listed(held)}.`);
  if (changed.size === 0) {
    const { why } =
      held.length > 0 ? { why: `${listed(held)}.` } : { why: 'Everything in the plan suits you as it is.' };
    return unchanged(why);
  }
  return prove(desk, changed, { remarks });
};

const withDay = (desk: Desk, day: number, items: readonly ItineraryItem[]): Desk => ({
  ...desk,
  plan: {
    ...desk.plan,
    days: desk.plan.days.map((one, index) => (index === day ? { ...one, items: [...items] } : one)),
  },
});

/** The day with another place instead of one; without it when there is none. */
const mended = (desk: Desk, day: number, entry: Entry): readonly ItineraryItem[] | undefined => {
  const { part, start } = entry;
  if (part === undefined) return undefined;
  const rest = entriesOn(desk, day).filter(({ key }) => key !== entry.key);
  const others: readonly Entry[] =
    part === 'sight'
      ? spare(desk, 'sight')
          .slice(0, MOST_TRIED)
          .map((candidate: Candidate) => newEntry(desk, candidate, 'sight', start))
      : [...mealsFor(desk, part, start), openEntry(part, start)];
  for (const other of others) {
    const items = arrange(desk, day, [...rest, other], new Set([other.key]));
    if (items && prove(desk, new Map([[day, items]])).ok) return items;
  }
  return arrange(desk, day, rest, new Set());
};
