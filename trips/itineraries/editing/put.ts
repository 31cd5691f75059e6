import { sayDay } from '../../dates.ts';
import { asking, minutesOf, unasked } from '../asked.ts';
import { type Candidate, clockTime, type Meal } from '../candidate.ts';
import { unfit } from '../needs.ts';
import { type Desk, deskOf } from './desk.ts';
import { type Edited, type Offer, prove, refuse, unchanged, wishOf } from './edited.ts';
import {
  dateOf,
  dayIndex,
  daysToCome,
  heldBy,
  isStanding,
  nameOf,
  notADay,
  overBy,
  type Standing,
  theOne,
} from './found.ts';
import { entriesOn, move, spare, whyNot } from './move.ts';
import type { PlanEdit } from './plan-edit.ts';
import { arrange, newEntry, openEntry } from './rearrange.ts';

type Put = Extract<PlanEdit, { kind: 'put' }>;

/** When a thing had best be, without a word about it. */
const USUAL: Readonly<Record<'sight' | Meal, number>> = { sight: 600, breakfast: 480, lunch: 750, dinner: 1_140 };

/** The desk on which what was left out before may be had again. */
export const withDropped = (desk: Desk): Desk =>
  deskOf({ ...desk.plan, asked: { ...desk.plan.asked, dropped: [] } }, desk.stated);

/** The desk once a place is wanted: it is not left out any more, and stays on the day it is put. */
export const wanting = (desk: Desk, { id, name }: Candidate, day?: number): Desk => {
  const asked = unasked(desk.plan.asked, id, ['dropped', 'pins']);
  const pins = day === undefined ? [] : [{ candidateId: id, name, date: dateOf(desk, day) }];
  return deskOf({ ...desk.plan, asked: asking(asked, { pins }) }, desk.stated);
};

/** Takes something into the plan. A place to eat takes the place of that day's meal; a sight needs room. */
export const put = (desk: Desk, edit: Put): Edited => {
  const found = theOne(withDropped(desk), edit.item, undefined, (item) => ({ ...edit, item }));
  if ('ok' in found) return found;
  const { candidate } = found;
  if (!candidate || (candidate.kind !== 'sight' && candidate.kind !== 'meal'))
    return refuse(`${candidate?.name ?? 'That'} is nothing I can put on a day.`);
  const standing = isStanding(found) ? { day: found.day, entry: found.entry } : undefined;
  if (standing && overBy(desk, standing.day))
    return refuse(`You were at ${candidate.name} on ${sayDay(dateOf(desk, standing.day))}, and I plan no place twice.`);
  const target = edit.to === undefined ? undefined : dayIndex(desk, edit.to);
  if (target === -1) return notADay(desk, edit.to ?? '');
  const over = target === undefined ? undefined : overBy(desk, target);
  if (over) return over;
  const why = unfit(candidate, desk.needs);
  if (why) return refuse(`${candidate.name} does not suit all of you: ${why}.`);
  if (candidate.kind === 'meal' || edit.meal !== undefined)
    return putMeal(desk, candidate, partFor(candidate, edit, standing), standing, target);
  if (standing) return move(desk, { kind: 'move', item: candidate.id, to: edit.to, at: edit.at });
  return putSight(desk, candidate, target, edit.at);
};

const partFor = ({ meals }: Candidate, { meal, at }: Put, standing: Standing | undefined): Meal => {
  if (meal) return meal;
  if (at !== undefined) return at < '11:00' ? 'breakfast' : at < '16:30' ? 'lunch' : 'dinner';
  const own = standing?.entry.part;
  if (own && own !== 'sight') return own;
  return meals && !meals.includes('dinner') ? (meals[0] ?? 'lunch') : 'dinner';
};

const putSight = (desk: Desk, candidate: Candidate, target: number | undefined, at: string | undefined): Edited => {
  const days = target === undefined ? daysToCome(desk) : [target];
  const preferred = at === undefined ? USUAL.sight : minutesOf(at);
  const [only] = days;
  let refused: Edited | undefined;
  for (const day of days) {
    const next = wanting(desk, candidate, target);
    const entry = newEntry(next, candidate, 'sight', preferred);
    const exact = at === undefined ? undefined : { from: preferred, to: preferred + (candidate.minutes ?? 90) };
    const items = arrange(
      next,
      day,
      [...entriesOn(next, day), entry],
      new Set([entry.key]),
      exact && new Map([[entry.key, exact]]),
    );
    const made = items && prove(desk, new Map([[day, items]]), { asked: next.plan.asked });
    if (made?.ok) return made;
    refused ??= made;
  }
  const next = wanting(desk, candidate);
  const offers = days.flatMap((day) => insteadOf(next, candidate, day)).slice(0, 3);
  if (refused && !refused.ok) return refuse(refused.why, offers);
  return refuse(
    only !== undefined && days.length === 1
      ? whyNot(next, candidate, 'sight', only, at)
      : `There is no room for ${candidate.name} on any day.`,
    offers,
  );
};

/** What could go so that something fits a day, the least liked first. */
const insteadOf = (desk: Desk, candidate: Candidate, day: number): readonly Offer[] => {
  const there = entriesOn(desk, day);
  return there
    .filter((one) => one.movable && one.part === 'sight')
    .sort((a, b) => wishOf(a, desk) - wishOf(b, desk))
    .flatMap((one): readonly Offer[] => {
      const entry = newEntry(desk, candidate, 'sight', one.start);
      const items = arrange(desk, day, [...there.filter((other) => other !== one), entry], new Set([entry.key]));
      return items && one.candidate && prove(desk, new Map([[day, items]])).ok
        ? [
            {
              label: `${candidate.name} instead of ${nameOf(one)} on ${sayDay(dateOf(desk, day))}`,
              edit: { kind: 'replace', item: one.candidate.id, by: candidate.id },
            },
          ]
        : [];
    });
};

const putMeal = (
  desk: Desk,
  candidate: Candidate,
  part: Meal,
  standing: Standing | undefined,
  target: number | undefined,
): Edited => {
  const held = standing && heldBy(standing);
  if (held) return held;
  const days = target === undefined ? (standing ? [standing.day] : daysToCome(desk)) : [target];
  let refused: Edited | undefined;
  for (const day of days) {
    if (standing?.day === day && standing.entry.part === part)
      return unchanged(
        `${candidate.name} is ${part} on ${sayDay(dateOf(desk, day))} already, at ${standing.entry.item.start}.`,
      );
    const made = asMeal(desk, candidate, part, standing, day);
    if (made?.ok) return made;
    refused ??= made;
  }
  return refused ?? refuse(whyNot(wanting(desk, candidate), candidate, part, days[0] ?? 0, undefined));
};

/** A place becomes the meal of a day. The place that was there goes where the other came from, if it was in the plan. */
const asMeal = (
  desk: Desk,
  candidate: Candidate,
  part: Meal,
  standing: Standing | undefined,
  day: number,
): Edited | undefined => {
  const next = wanting(desk, candidate, day);
  const there = entriesOn(next, day);
  const had = there.find((one) => one.part === part);
  if (had && !had.movable) return heldBy({ day, entry: had });
  const entry = newEntry(next, candidate, part, had?.start ?? USUAL[part]);
  const sameDay = standing?.day === day;
  const rest = there.filter((one) => one !== had && !(sameDay && one.candidate?.id === candidate.id));
  const old = standing?.entry.part;
  if (!standing || old === undefined || old === 'sight') {
    const items = arrange(next, day, [...rest, entry], new Set([entry.key]));
    // A sight that becomes a meal leaves its own time free.
    const from =
      standing && !sameDay ? entriesOn(next, standing.day).filter(({ key }) => key !== standing.entry.key) : [];
    const left = standing && !sameDay ? arrange(next, standing.day, from, new Set()) : undefined;
    const changed = new Map([
      ...(items ? [[day, items] as const] : []),
      ...(standing && left ? [[standing.day, left] as const] : []),
    ]);
    return items && prove(desk, changed, { asked: next.plan.asked });
  }
  const left = sameDay
    ? [...rest, entry]
    : entriesOn(next, standing.day).filter(({ key }) => key !== standing.entry.key);
  const here = sameDay ? undefined : arrange(next, day, [...rest, entry], new Set([entry.key]));
  if (!sameDay && !here) return undefined;
  const guests = [
    ...(had?.candidate ? [newEntry(next, had.candidate, old, standing.entry.start)] : []),
    openEntry(old, standing.entry.start),
  ];
  for (const guest of guests) {
    const items = arrange(next, standing.day, [...left, guest], new Set([guest.key, entry.key]));
    const made =
      items &&
      prove(desk, new Map([...(here ? [[day, here] as const] : []), [standing.day, items] as const]), {
        asked: next.plan.asked,
      });
    if (made?.ok) return made;
  }
  return undefined;
};

/** What would fill the time that a thing leaves, the best liked first: each would fit as it is. */
export const fillers = (desk: Desk, day: number, start: number, most: number): readonly Offer[] => {
  const offers: Offer[] = [];
  for (const candidate of spare(desk, 'sight')) {
    if (offers.length >= most) break;
    const entry = newEntry(desk, candidate, 'sight', start);
    const items = arrange(desk, day, [...entriesOn(desk, day), entry], new Set([entry.key]));
    const item = items?.find(({ candidateId }) => candidateId === candidate.id);
    if (!items || !item || Math.abs(minutesOf(item.start) - start) > 120) continue;
    if (!prove(desk, new Map([[day, items]])).ok) continue;
    const edit = { kind: 'put', item: candidate.id, to: dateOf(desk, day), at: item.start } as const;
    offers.push({ label: `${candidate.name} at ${clockTime(minutesOf(item.start))}`, edit });
  }
  return offers;
};
