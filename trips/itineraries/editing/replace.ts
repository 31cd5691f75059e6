import { sayDay } from '../../dates.ts';
import { unfit } from '../needs.ts';
import type { Desk } from './desk.ts';
import { type Edited, type Offer, prove, refuse } from './edited.ts';
import { dateOf, heldBy, isStanding, nameOf, overBy, type Standing, theOne, theOnePlanned } from './found.ts';
import { entriesOn, mealsFor, spare, whyNot } from './move.ts';
import type { PlanEdit } from './plan-edit.ts';
import { wanting, withDropped } from './put.ts';
import { arrange, newEntry } from './rearrange.ts';

/** Things that are offered in the place of one. */
const MOST_OFFERED = 3;
/** Things that are tried for it. */
const MOST_TRIED = 12;

type Replace = Extract<PlanEdit, { kind: 'replace' }>;

/** Something else in the place of a thing, at about its time. */
export const replace = (desk: Desk, edit: Replace): Edited => {
  const standing = theOnePlanned(desk, edit.item, edit.on, (item, on) => ({ ...edit, item, on }));
  if ('ok' in standing) return standing;
  const held = heldBy(standing) ?? overBy(desk, standing.day);
  if (held) return held;
  if (edit.by === undefined) return insteadOf(desk, standing);
  const found = theOne(withDropped(desk), edit.by, undefined, (by) => ({ ...edit, by }));
  if ('ok' in found) return found;
  const { candidate } = found;
  if (!candidate || (candidate.kind !== 'sight' && candidate.kind !== 'meal'))
    return refuse(`${candidate?.name ?? 'That'} is nothing I can put on a day.`);
  if (isStanding(found))
    return refuse(`${candidate.name} is in the plan already, on ${sayDay(dateOf(desk, found.day))}.`, [
      {
        label: `Swap ${nameOf(standing.entry)} and ${candidate.name}`,
        edit: { kind: 'swap', item: standing.entry.candidate?.id ?? edit.item, with: candidate.id },
      },
    ]);
  const why = unfit(candidate, desk.needs);
  if (why) return refuse(`${candidate.name} does not suit all of you: ${why}.`);
  const { entry, day } = standing;
  if (entry.part === undefined) return refuse(`${entry.item.title} can't be changed for something else.`);
  if ((entry.part === 'sight') !== (candidate.kind === 'sight'))
    return refuse(`${candidate.name} is ${candidate.kind === 'meal' ? 'a place to eat' : 'no place to eat'}.`);
  const next = wanting(desk, candidate);
  const other = newEntry(next, candidate, entry.part, entry.start);
  const rest = entriesOn(next, day).filter(({ key }) => key !== entry.key);
  const items = arrange(next, day, [...rest, other], new Set([other.key]));
  return items
    ? prove(desk, new Map([[day, items]]), { asked: next.plan.asked })
    : refuse(whyNot(next, candidate, entry.part, day, undefined));
};

/** What could be in the place of a thing, the best liked first, and nothing at all. */
const insteadOf = (desk: Desk, { day, entry }: Standing): Edited => {
  const { candidate, part, start } = entry;
  if (!candidate || part === undefined) return refuse(`${entry.item.title} can't be changed for something else.`);
  const rest = entriesOn(desk, day).filter(({ key }) => key !== entry.key);
  const choices =
    part === 'sight'
      ? spare(desk, 'sight').map((one) => newEntry(desk, one, 'sight', start))
      : mealsFor(desk, part, start);
  const offers: Offer[] = [];
  for (const other of choices.slice(0, MOST_TRIED)) {
    if (offers.length >= MOST_OFFERED) break;
    const items = arrange(desk, day, [...rest, other], new Set([other.key]));
    const by = other.candidate;
    if (!items || !by || !prove(desk, new Map([[day, items]])).ok) continue;
    offers.push({ label: by.name, edit: { kind: 'replace', item: candidate.id, on: dateOf(desk, day), by: by.id } });
  }
  return refuse(
    offers.length > 0
      ? `What instead of ${candidate.name}?`
      : `Nothing else in your documents fits there. Shall I leave ${candidate.name} out?`,
    [...offers, { label: `Leave ${candidate.name} out`, edit: { kind: 'drop', item: candidate.id } }],
  );
};
