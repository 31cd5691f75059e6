import { sayDay } from '../../dates.ts';
import { listed } from '../../listed.ts';
import { asking } from '../asked.ts';
import { type Desk, deskOf, type Entry } from './desk.ts';
import { type Edited, prove, refuse, unchanged } from './edited.ts';
import { dateOf, dayIndex, nameOf, notADay, overBy } from './found.ts';
import { entriesOn, whyNot } from './move.ts';
import type { PlanEdit } from './plan-edit.ts';
import { arrange, newEntry } from './rearrange.ts';

const isGoing = (one: Entry): boolean => one.movable && one.candidate !== undefined;

/** Two days change what is done on them; what is fixed stays on its day. */
export const swapDays = (desk: Desk, { days: [first, second] }: Extract<PlanEdit, { kind: 'swap-days' }>): Edited => {
  const [one, other] = [dayIndex(desk, first), dayIndex(desk, second)];
  if (one < 0) return notADay(desk, first);
  if (other < 0) return notADay(desk, second);
  const over = overBy(desk, one) ?? overBy(desk, other);
  if (over) return over;
  if (one === other) return unchanged('That is one and the same day.');
  const [here, there] = [entriesOn(desk, one), entriesOn(desk, other)];
  const going = [...here, ...there].filter(isGoing);
  if (going.length === 0) return unchanged('Nothing on those days can be moved.');
  const pins = [
    ...here.filter(isGoing).flatMap(({ candidate }) => (candidate ? [{ candidate, date: second }] : [])),
    ...there.filter(isGoing).flatMap(({ candidate }) => (candidate ? [{ candidate, date: first }] : [])),
  ].map(({ candidate, date }) => ({ candidateId: candidate.id, name: candidate.name, date }));
  const next = deskOf({ ...desk.plan, asked: asking(desk.plan.asked, { pins }) }, desk.stated);
  const arranged = (day: number, own: readonly Entry[], guests: readonly Entry[]) => {
    const coming = guests
      .filter(isGoing)
      .flatMap(({ candidate, part, start }) => (candidate && part ? [newEntry(next, candidate, part, start)] : []));
    // A meal that is still open stays open where no other comes for it.
    const staying = own.filter(
      (entry) => !isGoing(entry) && !(entry.movable && coming.some(({ part }) => part === entry.part)),
    );
    const left = guests.filter(
      (entry) => entry.movable && !entry.candidate && own.some((mine) => isGoing(mine) && mine.part === entry.part),
    );
    return arrange(next, day, [...staying, ...left, ...coming], new Set([...coming, ...left].map(({ key }) => key)));
  };
  const [a, b] = [arranged(one, here, there), arranged(other, there, here)];
  const changed =
    a &&
    b &&
    new Map([
      [one, a],
      [other, b],
    ]);
  const made = changed && prove(desk, changed, { asked: next.plan.asked });
  if (made?.ok) return made;
  if (made) return made;
  const barred = [
    ...here.filter(isGoing).map((entry) => ({ entry, to: other })),
    ...there.filter(isGoing).map((entry) => ({ entry, to: one })),
  ].flatMap(({ entry, to }) => {
    const alone = entry.candidate && entry.part && newEntry(next, entry.candidate, entry.part, entry.start);
    const fixed = entriesOn(next, to).filter((mine) => !mine.movable);
    return alone && !arrange(next, to, [...fixed, alone], new Set([alone.key])) ? [{ entry, to }] : [];
  });
  const [bar] = barred;
  if (!bar?.entry.candidate || !bar.entry.part)
    return refuse(`All of it does not fit: ${sayDay(first)} and ${sayDay(second)} have other fixed things and hours.`);
  const why = whyNot(next, bar.entry.candidate, bar.entry.part, bar.to, undefined);
  const others = [...here, ...there]
    .filter((entry) => isGoing(entry) && !barred.some((held) => held.entry === entry) && entry.part === 'sight')
    .slice(0, 2);
  return refuse(
    `${why}${barred.length > 1 ? ` Nor can ${listed(barred.slice(1).map(({ entry }) => nameOf(entry)))} change days.` : ''}`,
    others.flatMap((entry) => {
      const to = here.includes(entry) ? other : one;
      return entry.candidate
        ? [
            {
              label: `Only ${nameOf(entry)} to ${sayDay(dateOf(desk, to))}`,
              edit: { kind: 'move', item: entry.candidate.id, to: dateOf(desk, to) } as const,
            },
          ]
        : [];
    }),
  );
};
