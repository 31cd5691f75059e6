import { listed } from '../../listed.ts';
import { asking, unasked } from '../asked.ts';
import { type Candidate, clockTime } from '../candidate.ts';
import type { ItineraryItem } from '../itinerary.ts';
import { needsOf, unfit } from '../needs.ts';
import { visitItem } from '../write-days.ts';
import { type Desk, deskOf } from './desk.ts';
import { type Edited, prove, refuse } from './edited.ts';
import { dateOf, dayIndex, daysToCome, heldBy, isStanding, notADay, overBy, type Standing, theOne } from './found.ts';
import { entriesOn } from './move.ts';
import type { PlanEdit } from './plan-edit.ts';
import { withDropped } from './put.ts';
import { arrange, newEntry } from './rearrange.ts';

type Split = Extract<PlanEdit, { kind: 'split' }>;

/** What some families do meanwhile. */
interface Lane {
  readonly candidate: Candidate;
  readonly families: readonly string[];
  readonly standing: Standing | undefined;
}

/** Times at which the families may part, in minutes after midnight: the wished one first, then each half hour. */
const STARTS: readonly number[] = Array.from({ length: 20 }, (_, index) => 9 * 60 + index * 30);
const USUAL = 10 * 60;

/** Two things at the same time, each for some of the families, who meet again after the longer one. */
export const split = (desk: Desk, edit: Split): Edited => {
  const lanes = lanesOf(desk, edit);
  if ('ok' in lanes) return lanes;
  const [one, two] = lanes;
  const wished = edit.on === undefined ? (one.standing ?? two.standing)?.day : dayIndex(desk, edit.on);
  if (wished === -1) return notADay(desk, edit.on ?? '');
  const over = wished === undefined ? undefined : overBy(desk, wished);
  if (over) return over;
  let refused: Edited | undefined;
  for (const day of wished === undefined ? daysToCome(desk) : [wished]) {
    const made = splitOn(desk, day, lanes);
    if (made?.ok) return made;
    refused ??= made;
  }
  if (refused) return refused;
  return refuse(`${one.candidate.name} and ${two.candidate.name} are not open at the same time with room for both.`);
};

const lanesOf = (desk: Desk, { lanes, on }: Split): readonly [Lane, Lane] | Extract<Edited, { ok: false }> => {
  const all = desk.facts.families.map(({ id }) => id);
  const named = lanes.flatMap(({ families }) => families);
  if (named.some((id) => !all.includes(id))) return refuse('That family is not on the trip.');
  if (new Set(named).size < named.length) return refuse('A family can be at one place only at a time.');
  const found: Lane[] = [];
  for (const [index, { item, families }] of lanes.entries()) {
    const one = theOne(withDropped(desk), item, undefined, (id) => ({
      kind: 'split',
      on,
      lanes: lanes.map((lane, place) => (place === index ? { ...lane, item: id } : lane)) as Split['lanes'],
    }));
    if ('ok' in one) return one;
    const { candidate } = one;
    if (candidate?.kind !== 'sight')
      return refuse(`${candidate?.name ?? 'That'} is nothing that some do while others do something else.`);
    const held = isStanding(one) ? heldBy(one) : undefined;
    if (held) return held;
    const those = desk.facts.families.filter(({ id }) => families.includes(id));
    const why = unfit(candidate, needsOf(those));
    if (why) return refuse(`${candidate.name} does not suit all of you: ${why}.`);
    found.push({ candidate, families, standing: isStanding(one) ? one : undefined });
  }
  const [one, two] = found;
  if (!one || !two || one.candidate.id === two.candidate.id) return refuse('Say two different things to do.');
  return [one, two];
};

const splitOn = (desk: Desk, day: number, lanes: readonly [Lane, Lane]): Edited | undefined => {
  const date = dateOf(desk, day);
  const bare = lanes.reduce(
    (asked, { candidate }) => unasked(asked, candidate.id, ['dropped', 'pins', 'joining']),
    desk.plan.asked,
  );
  const asked = asking(bare, {
    pins: lanes.map(({ candidate: { id, name } }) => ({ candidateId: id, name, date })),
    joining: lanes.map(({ candidate: { id, name }, families }) => ({ candidateId: id, name, families: [...families] })),
  });
  const next = deskOf({ ...desk.plan, asked }, desk.stated);
  const gone = new Set(lanes.map(({ candidate }) => candidate.id));
  const rest = (index: number) =>
    entriesOn(next, index).filter(({ candidate }) => candidate === undefined || !gone.has(candidate.id));
  const left = new Map<number, readonly ItineraryItem[]>();
  for (const { standing } of lanes) {
    if (!standing || standing.day === day) continue;
    const items = arrange(next, standing.day, rest(standing.day), new Set());
    if (!items) return undefined;
    left.set(standing.day, items);
  }
  const minutes = ({ candidate }: Lane): number => candidate.minutes ?? 90;
  const [longer, shorter] = lanes.toSorted((a, b) => minutes(b) - minutes(a)) as [Lane, Lane];
  const standing = lanes.find((lane) => lane.standing?.day === day)?.standing?.entry.start;
  let refused: Edited | undefined;
  for (const start of [standing ?? USUAL, ...STARTS]) {
    const guest = newEntry(next, longer.candidate, 'sight', start);
    const span = { from: start, to: start + minutes(longer) };
    const items = arrange(next, day, [...rest(day), guest], new Set([guest.key]), new Map([[guest.key, span]]));
    if (!items) continue;
    const meanwhile: ItineraryItem = {
      ...visitItem(
        next.byId.get(shorter.candidate.id) ?? shorter.candidate,
        undefined,
        date,
        next.facts,
        next.currency,
      ),
      start: clockTime(start),
      end: clockTime(start + minutes(shorter)),
    };
    const both = [...items, meanwhile].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
    const end = clockTime(start + minutes(longer));
    const remarks = [
      `${listed(lanes.map(({ candidate }) => candidate.name))} are at the same time, from ${clockTime(start)}; you meet again at ${end}.`,
    ];
    const made = prove(desk, new Map([...left, [day, both]]), { asked, remarks });
    if (made.ok) return made;
    refused ??= made;
  }
  return refused;
};
