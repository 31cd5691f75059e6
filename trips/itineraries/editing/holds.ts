import { sayDay } from '../../dates.ts';
import { asking, unasked } from '../asked.ts';
import type { ItineraryItem } from '../itinerary.ts';
import { visitItem } from '../write-days.ts';
import { type Desk, deskOf } from './desk.ts';
import { type Edited, prove, refuse, unchanged } from './edited.ts';
import { dateOf, type Standing, theOnePlanned } from './found.ts';
import type { PlanEdit } from './plan-edit.ts';

/** The days on which a thing stands, written anew as the facts now have it; times stay. */
const rewritten = (desk: Desk, candidateId: string): ReadonlyMap<number, readonly ItineraryItem[]> => {
  const candidate = desk.byId.get(candidateId);
  return new Map(
    desk.plan.days.flatMap(({ date, items }, day) => {
      if (!candidate || !items.some((item) => item.candidateId === candidateId)) return [];
      const written = items.map((item): ItineraryItem => {
        if (item.candidateId !== candidateId || (item.kind !== 'sight' && item.kind !== 'meal')) return item;
        const { start, end, title, meal } = item;
        const words = visitItem(candidate, meal, date, desk.facts, desk.currency);
        return { ...words, start, end, title, ...(meal ? { meal } : {}) };
      });
      return [[day, written] as const];
    }),
  );
};

const noVisit = ({ entry }: Standing): boolean =>
  !entry.candidate || (entry.item.kind !== 'sight' && entry.item.kind !== 'meal');

/** Keeps a thing at its day and time, whatever else changes. */
export const lock = (desk: Desk, edit: Extract<PlanEdit, { kind: 'lock' }>): Edited => {
  const standing = theOnePlanned(desk, edit.item, edit.on, (item, on) => ({ ...edit, item, on }));
  if ('ok' in standing) return standing;
  const { day, entry } = standing;
  const { candidate, item } = entry;
  if (!candidate || noVisit(standing)) return unchanged(`${item.title} hangs on your bookings and stays anyway.`);
  if (candidate.booking)
    return unchanged(`${candidate.name} is ${candidate.locked ? 'locked' : 'booked'} and stays where it is already.`);
  const locks = [
    { candidateId: candidate.id, name: candidate.name, date: dateOf(desk, day), start: item.start, end: item.end },
  ];
  const asked = asking(unasked(desk.plan.asked, candidate.id, ['pins']), { locks });
  return prove(desk, rewritten(deskOf({ ...desk.plan, asked }, desk.stated), candidate.id), { asked });
};

/** Lets a thing be moved again. */
export const unlock = (desk: Desk, edit: Extract<PlanEdit, { kind: 'unlock' }>): Edited => {
  const standing = theOnePlanned(desk, edit.item, edit.on, (item, on) => ({ ...edit, item, on }));
  if ('ok' in standing) return standing;
  const { candidate, item } = standing.entry;
  if (!candidate?.locked)
    return unchanged(
      candidate?.booking
        ? `${candidate.name} is booked, not locked: change the booking, and the plan follows.`
        : `${candidate?.name ?? item.title} is not locked.`,
    );
  const asked = unasked(desk.plan.asked, candidate.id, ['locks']);
  return prove(desk, rewritten(deskOf({ ...desk.plan, asked }, desk.stated), candidate.id), { asked });
};

/** Families that skip a thing are free meanwhile and pay nothing for it; the others go. */
export const skip = (desk: Desk, edit: Extract<PlanEdit, { kind: 'skip' }>): Edited => {
  const standing = theOnePlanned(desk, edit.item, edit.on, (item, on) => ({ ...edit, item, on }));
  if ('ok' in standing) return standing;
  const { candidate, item } = standing.entry;
  if (!candidate || noVisit(standing)) return refuse(`${item.title} is for everybody.`);
  const all = desk.facts.families.map(({ id }) => id);
  const unknown = edit.families.filter((id) => !all.includes(id));
  if (unknown.length > 0) return refuse('That family is not on the trip.');
  const going = edit.families.length === 0 ? all : (candidate.who ?? all).filter((id) => !edit.families.includes(id));
  if (going.length === 0)
    return refuse(`Then nobody goes to ${candidate.name}.`, [
      { label: `Leave ${candidate.name} out`, edit: { kind: 'drop', item: candidate.id } },
    ]);
  if (going.length === (candidate.who ?? all).length)
    return unchanged(`It is so already for ${candidate.name} on ${sayDay(dateOf(desk, standing.day))}.`);
  const bare = unasked(desk.plan.asked, candidate.id, ['joining']);
  const joining = [{ candidateId: candidate.id, name: candidate.name, families: going }];
  const asked = going.length === all.length ? bare : asking(bare, { joining });
  return prove(desk, rewritten(deskOf({ ...desk.plan, asked }, desk.stated), candidate.id), { asked });
};
