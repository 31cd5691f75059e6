import { asking, unasked } from '../asked.ts';
import { type Desk, deskOf } from './desk.ts';
import { type Edited, prove, refuse } from './edited.ts';
import { heldBy, overBy, theOnePlanned } from './found.ts';
import { entriesOn } from './move.ts';
import type { PlanEdit } from './plan-edit.ts';
import { fillers } from './put.ts';
import { arrange, openEntry } from './rearrange.ts';

/** Things offered for the time that became free. */
const MOST_OFFERED = 2;

/** Leaves something out, of this plan and of those to come. Nothing else moves; a meal is open again. */
export const drop = (desk: Desk, edit: Extract<PlanEdit, { kind: 'drop' }>): Edited => {
  const standing = theOnePlanned(desk, edit.item, edit.on, (item, on) => ({ ...edit, item, on }));
  if ('ok' in standing) return standing;
  const held = heldBy(standing) ?? overBy(desk, standing.day);
  if (held) return held;
  const { day, entry } = standing;
  const { candidate, part } = entry;
  if (!candidate || part === undefined) return refuse(`${entry.item.title}: nothing is planned there yet.`);
  const asked = asking(unasked(desk.plan.asked, candidate.id, ['locks', 'pins', 'joining']), {
    dropped: [{ candidateId: candidate.id, name: candidate.name }],
  });
  const next = deskOf({ ...desk.plan, asked }, desk.stated);
  const rest = entriesOn(desk, day).filter(({ key }) => key !== entry.key);
  const left = part === 'sight' ? rest : [...rest, openEntry(part, entry.start)];
  const items = arrange(next, day, left, new Set(part === 'sight' ? [] : [`open:${part}`]));
  if (!items) return refuse(`Without ${candidate.name} that day would not hold together.`);
  const won = desk.facts.decided.some(({ choice }) => choice.startsWith(candidate.name));
  const made = prove(desk, new Map([[day, items]]), {
    asked,
    remarks: won ? [`${candidate.name} had won a vote of the families.`] : [],
  });
  if (!made.ok || part !== 'sight') return made;
  return { ...made, offers: fillers(deskOf(made.plan, desk.stated), day, entry.start, MOST_OFFERED) };
};
