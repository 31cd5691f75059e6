import { sayDay } from '../../dates.ts';
import { asking, minutesOf } from '../asked.ts';
import type { ItineraryItem } from '../itinerary.ts';
import { rehoused } from './day-times.ts';
import { type Desk, deskOf } from './desk.ts';
import { type Edited, prove, refuse, unchanged, wishOf } from './edited.ts';
import { dateOf, dayIndex, notADay, overBy } from './found.ts';
import { entriesOn } from './move.ts';
import type { PlanEdit } from './plan-edit.ts';
import { arrange } from './rearrange.ts';
import { squeeze } from './squeeze.ts';

const ALL_DAY = { from: '00:00', to: '23:59' } as const;

/** Keeps a time free of what can wait, in this plan and in those to come. What stood there goes elsewhere, or falls out. */
export const keepFree = (desk: Desk, edit: Extract<PlanEdit, { kind: 'free' }>): Edited => {
  const day = dayIndex(desk, edit.on);
  if (day < 0) return notADay(desk, edit.on);
  const over = overBy(desk, day);
  if (over) return over;
  const { from = ALL_DAY.from, to = ALL_DAY.to } = edit;
  if (from >= to) return refuse('That time ends before it begins.');
  const asked = asking(desk.plan.asked, { free: [{ on: edit.on, from, to }] });
  const next = deskOf({ ...desk.plan, asked }, desk.stated);
  const entries = entriesOn(next, day);
  const inTheWay = entries.filter(
    ({ part, start, end }) => part === 'sight' && start < minutesOf(to) && end > minutesOf(from),
  );
  const fixed = inTheWay.filter(({ movable }) => !movable);
  const remarks = fixed.map(({ item }) => `${item.title} stays at ${item.start}: it is fixed.`);
  const moving = new Set(inTheWay.flatMap(({ key, movable }) => (movable ? [key] : [])));
  const changed = new Map<number, readonly ItineraryItem[]>();
  if (moving.size === 0) {
    const kept = prove(desk, changed, { asked });
    return kept.ok ? { ...kept, remarks: [...remarks, 'It was free already, and stays so.'] } : kept;
  }
  const squeezed = squeeze(next, day, entries, moving, new Map());
  if (!squeezed) return refuse(`Too much is fixed on ${sayDay(edit.on)} for that.`);
  changed.set(day, squeezed.items);
  const without = rehoused(
    next,
    changed,
    squeezed.out.map((entry) => ({ day, entry })),
  );
  return prove(desk, changed, { asked, remarks: [...remarks, ...without] });
};

/** Takes the least liked sight off a day: to another day that has room, or out of the plan. */
export const lighten = (desk: Desk, edit: Extract<PlanEdit, { kind: 'lighten' }>): Edited => {
  const day = dayIndex(desk, edit.on);
  if (day < 0) return notADay(desk, edit.on);
  const over = overBy(desk, day);
  if (over) return over;
  const entries = entriesOn(desk, day);
  const [least] = entries
    .filter(({ movable, part }) => movable && part === 'sight')
    .toSorted((a, b) => wishOf(a, desk) - wishOf(b, desk));
  if (!least) return unchanged(`There is nothing on ${sayDay(dateOf(desk, day))} that could go.`);
  const rest = arrange(
    desk,
    day,
    entries.filter((entry) => entry !== least),
    new Set(),
  );
  if (!rest) return refuse(`${sayDay(dateOf(desk, day))} would not hold together with less.`);
  const changed = new Map([[day, rest]]);
  const remarks = rehoused(desk, changed, [{ day, entry: least }]);
  return prove(desk, changed, { remarks });
};
