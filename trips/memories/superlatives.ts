import type { FamilyId } from '../ids.ts';
import type { FamilyDeeds, PollOutcome, TripStatistics } from './memory-lane.ts';

/** What a family, or several alike, did most of, with the number behind it: `of` is how many there were. */
export type FamilyTitle =
  | 'answered-all'
  | 'quickest'
  | 'same-mind'
  | 'generous'
  | 'storyteller'
  | 'librarian'
  | 'photographer'
  | 'company';

export type Superlative =
  | {
      readonly title: FamilyTitle;
      readonly families: readonly FamilyId[];
      readonly number: number;
      readonly of?: number;
    }
  | { readonly title: 'fullest-day'; readonly date: string; readonly number: number }
  | { readonly title: 'favourite'; readonly choice: string; readonly number: number };

/** With less a title says nothing. */
const LEAST = 2;

type Measure = (deeds: FamilyDeeds) => number;

/**
 * Superlatives of a trip, each with the number that makes it true. Only families in `deeds` are named, each at least
 * once, and every title is one to be glad of; they speak of families, so of no child. Counts that most families share are left
 * out: a title that everybody has is none.
 */
export const superlatives = (
  statistics: Pick<TripStatistics, 'namedPolls' | 'fullestDay'>,
  outcomes: readonly PollOutcome[],
  deeds: readonly FamilyDeeds[],
  photos: Readonly<Record<FamilyId, number>>,
): readonly Superlative[] => {
  const most = (title: FamilyTitle, measure: Measure, of?: number): readonly Superlative[] => {
    const number = Math.max(0, ...deeds.map(measure));
    const families = deeds.filter((one) => measure(one) === number).map(({ familyId }) => familyId);
    const tells = number >= LEAST && (families.length === 1 || families.length * 2 < deeds.length);
    return tells ? [{ title, families, number, ...(of !== undefined && { of }) }] : [];
  };
  const { namedPolls, fullestDay } = statistics;
  const answeredAll = deeds.filter(({ answered }) => answered === namedPolls).map(({ familyId }) => familyId);
  const unanimous = outcomes.filter(({ votes, of }) => votes === of && of >= LEAST).sort((a, b) => b.of - a.of)[0];
  const titled: readonly Superlative[] = [
    ...(namedPolls >= LEAST && answeredAll.length > 0
      ? [{ title: 'answered-all' as const, families: answeredAll, number: namedPolls }]
      : []),
    ...most('quickest', ({ first }) => first, namedPolls),
    ...most('same-mind', ({ agreed }) => agreed, namedPolls),
    ...most('generous', ({ wentAlong }) => wentAlong),
    ...most('storyteller', ({ messages }) => messages),
    ...most('librarian', ({ papers }) => papers),
    ...most('photographer', ({ familyId }) => photos[familyId] ?? 0),
    ...(unanimous ? [{ title: 'favourite' as const, choice: unanimous.choice, number: unanimous.votes }] : []),
    ...(fullestDay && fullestDay.things > LEAST
      ? [{ title: 'fullest-day' as const, date: fullestDay.date, number: fullestDay.things }]
      : []),
  ];
  const named = new Set(titled.flatMap((one) => ('families' in one ? one.families : [])));
  // Nobody is left out: what is always true of a family is how many it brought.
  const others = deeds
    .filter(({ familyId }) => !named.has(familyId))
    .map(({ familyId, heads }) => ({ title: 'company' as const, families: [familyId], number: heads }));
  return [...titled, ...others];
};
