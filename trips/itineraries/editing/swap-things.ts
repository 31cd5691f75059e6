import { sayDay } from '../../dates.ts';
import { asking } from '../asked.ts';
import type { ItineraryItem } from '../itinerary.ts';
import { type Desk, deskOf, type Entry } from './desk.ts';
import { type Edited, prove, refuse } from './edited.ts';
import { dateOf, heldBy, isStanding, nameOf, overBy, type Standing, theOne, theOnePlanned } from './found.ts';
import { entriesOn } from './move.ts';
import type { PlanEdit } from './plan-edit.ts';
import { withDropped } from './put.ts';
import { arrange, newEntry } from './rearrange.ts';
import { replace } from './replace.ts';

type Swap = Extract<PlanEdit, { kind: 'swap' }>;

/** Two things change places; one that is not in the plan takes the place of the other. */
export const swapThings = (desk: Desk, edit: Swap): Edited => {
  const one = theOnePlanned(desk, edit.item, undefined, (item) => ({ ...edit, item }));
  if ('ok' in one) return one;
  const found = theOne(withDropped(desk), edit.with, undefined, (other) => ({ ...edit, with: other }));
  if ('ok' in found) return found;
  const itself = one.entry.candidate?.id ?? edit.item;
  if (!isStanding(found)) return replace(desk, { kind: 'replace', item: itself, by: found.candidate?.id ?? edit.with });
  const held = heldBy(one) ?? heldBy(found) ?? overBy(desk, one.day) ?? overBy(desk, found.day);
  if (held) return held;
  return exchange(desk, one, found);
};

const exchange = (desk: Desk, one: Standing, other: Standing): Edited => {
  const [here, there] = [one.entry, other.entry];
  if (!here.candidate || !there.candidate || here.part === undefined || there.part === undefined)
    return refuse('Only things that have a place can change theirs.');
  if ((here.part === 'sight') !== (there.part === 'sight'))
    return refuse(`${nameOf(here)} and ${nameOf(there)} cannot change places: only one of them is a place to eat.`);
  const asked = asking(desk.plan.asked, {
    pins: one.day === other.day ? [] : [pinOf(desk, here.candidate, other.day), pinOf(desk, there.candidate, one.day)],
  });
  const next = deskOf({ ...desk.plan, asked }, desk.stated);
  const arriving = (entry: Entry, at: Entry): Entry | undefined =>
    entry.candidate && at.part && newEntry(next, entry.candidate, at.part, at.start);
  const [toThere, toHere] = [arriving(here, there), arriving(there, here)];
  const gone = new Set([here.candidate.id, there.candidate.id]);
  const changed = new Map<number, readonly ItineraryItem[]>();
  for (const day of new Set([one.day, other.day])) {
    const rest = entriesOn(next, day).filter(({ candidate }) => !gone.has(candidate?.id ?? ''));
    const coming = [...(day === other.day ? [toThere] : []), ...(day === one.day ? [toHere] : [])].flatMap(
      (entry) => entry ?? [],
    );
    const items = arrange(next, day, [...rest, ...coming], new Set(coming.map(({ key }) => key)));
    if (!items)
      return refuse(
        `${nameOf(here)} and ${nameOf(there)} cannot change places: ${sayDay(dateOf(desk, day))} has no room for the other at its opening hours.`,
      );
    changed.set(day, items);
  }
  return prove(desk, changed, { asked });
};

const pinOf = (desk: Desk, { id, name }: NonNullable<Entry['candidate']>, day: number) => ({
  candidateId: id,
  name,
  date: dateOf(desk, day),
});
