import { idFrom } from '../ids.ts';
import type { Candidate } from './candidate.ts';
import type { PlanningFacts, Round } from './planning-facts.ts';

/** What the group looks after itself because no paper offers it: a way from one city to another, or a bed. */
export type OwnArrangement =
  | { readonly kind: 'own-way'; readonly from: string; readonly to: string }
  | { readonly kind: 'own-bed'; readonly city: string };

/** Everything a round could be helped with. */
export const ownArrangements = ({ home, among }: Round): readonly OwnArrangement[] => [
  ...[...(home === undefined ? [] : [home]), ...among].flatMap((from, _, all) =>
    all.flatMap((to): readonly OwnArrangement[] => (from === to ? [] : [{ kind: 'own-way', from, to }])),
  ),
  ...among.map((city): OwnArrangement => ({ kind: 'own-bed', city })),
];

/** An arrangement as something that may be chosen; what it costs nobody knows. */
export const asCandidate = (own: OwnArrangement): Candidate => {
  const bare = { diets: {}, about: '' } as const;
  if (own.kind === 'own-bed')
    return {
      ...bare,
      id: `own_${idFrom('opt', own.city).slice(4)}`,
      kind: 'lodging',
      name: 'Your own beds',
      city: own.city,
    };
  const { from, to } = own;
  return {
    ...bare,
    id: `own_${idFrom('opt', from, to).slice(4)}`,
    kind: 'leg',
    name: `your own way from ${from} to ${to}`,
    leg: { from, to },
  };
};

/** `finding your own way from Oslo to Bergen`. */
export const sayOwn = (own: OwnArrangement): string =>
  own.kind === 'own-way'
    ? `finding your own way from ${own.from} to ${own.to}`
    : `finding your own beds in ${own.city}`;

/** The facts of a round with what the group looks after itself, and what people should know of it. */
export const withOwn = (facts: PlanningFacts, own: readonly OwnArrangement[]): PlanningFacts => {
  const { trip, candidates } = facts;
  const notes = own.map((one) =>
    one.kind === 'own-way'
      ? `How you get from ${one.from} to ${one.to} is not in your documents: you find that way yourselves.`
      : `Your beds in ${one.city} are not in your documents: you find them yourselves.`,
  );
  const round = trip.round && { ...trip.round, notes: [...(trip.round.notes ?? []), ...notes] };
  return { ...facts, trip: { ...trip, round }, candidates: [...candidates, ...own.map(asCandidate)] };
};
