import { sayDay } from '../../dates.ts';
import { listed } from '../../listed.ts';
import type { Desk } from './desk.ts';
import { type NotMade, type Offer, prove, refuse, unchanged } from './edited.ts';
import { dateOf, dayIndex, daysToCome, nameOf, notADay } from './found.ts';
import { entriesOn, move, spare } from './move.ts';
import type { PlanEdit } from './plan-edit.ts';
import { arrange, newEntry } from './rearrange.ts';

/** Ways out that are offered. */
const MOST_OFFERED = 4;
/** Of one thing, so that each has its turn. */
const MOST_EACH = 2;

/** What could be done indoors, or on another day, instead of what is planned outdoors. It only offers; each offer would fit. */
export const rainPlan = (desk: Desk, { on }: Extract<PlanEdit, { kind: 'rain' }>): NotMade => {
  const only = on === undefined ? undefined : dayIndex(desk, on);
  if (only === -1) return notADay(desk, on ?? '');
  const days = only === undefined ? daysToCome(desk) : [only];
  const when = on === undefined ? '' : ` on ${sayDay(on)}`;
  const outdoors = days.flatMap((day) =>
    entriesOn(desk, day)
      .filter(({ candidate, item }) => candidate?.indoor === false && item.kind === 'sight')
      .map((entry) => ({ day, entry })),
  );
  if (outdoors.length === 0) return unchanged(`Nothing that is known to be outdoors is planned${when}.`);
  const offers = outdoors.flatMap(({ day, entry }): readonly Offer[] => {
    const { candidate } = entry;
    if (!entry.movable || !candidate) return [];
    const rest = entriesOn(desk, day).filter(({ key }) => key !== entry.key);
    const inside = spare(desk, 'sight')
      .filter(({ indoor }) => indoor === true)
      .flatMap((other): readonly Offer[] => {
        const guest = newEntry(desk, other, 'sight', entry.start);
        const items = arrange(desk, day, [...rest, guest], new Set([guest.key]));
        const item = items?.find(({ candidateId }) => candidateId === other.id);
        if (!items || !item || !prove(desk, new Map([[day, items]])).ok) return [];
        const label = `${other.name} ${sayDay(dateOf(desk, day))} ${item.start} instead of ${candidate.name}`;
        return [{ label, edit: { kind: 'replace', item: candidate.id, by: other.id } }];
      });
    const later = on === undefined ? [] : elsewhere(desk, candidate.id, day);
    const { rain } = entry.item;
    const other = rain?.swapsWith === undefined ? undefined : desk.byId.get(rain.candidateId);
    const swap: readonly Offer[] = other
      ? [
          {
            label: `Swap ${candidate.name} and ${other.name}`,
            edit: { kind: 'swap', item: candidate.id, with: other.id },
          },
        ]
      : [];
    return [...inside.slice(0, MOST_EACH), ...swap, ...later].slice(0, MOST_EACH);
  });
  const names = listed([...new Set(outdoors.map(({ entry }) => nameOf(entry)))]);
  return offers.length > 0
    ? refuse(`Outdoors${when}: ${names}.`, offers.slice(0, MOST_OFFERED))
    : refuse(
        `Outdoors${when}: ${names}. I know of nothing indoors that fits instead: send me a guide with more ideas.`,
      );
};

/** The first other day that takes it. */
const elsewhere = (desk: Desk, id: string, from: number): readonly Offer[] => {
  for (const day of daysToCome(desk)) {
    const to = dateOf(desk, day);
    if (day === from || !move(desk, { kind: 'move', item: id, to }).ok) continue;
    return [{ label: `${desk.byId.get(id)?.name ?? id} on ${sayDay(to)}`, edit: { kind: 'move', item: id, to } }];
  }
  return [];
};
