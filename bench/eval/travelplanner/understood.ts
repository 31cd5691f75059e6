import type { TripRule } from '../../../trips/itineraries/trip-rules.ts';
import type { Asked } from './wishes.ts';

const FIELDS = [
  'home',
  'where',
  'cities',
  'start',
  'days',
  'people',
  'budget',
  'rooms',
  'house',
  'ways',
  'food',
] as const;
type Field = (typeof FIELDS)[number];

const sayOf = ({ rules }: Asked, kind: TripRule['kind']): string =>
  rules
    .filter((rule) => rule.kind === kind)
    .map((rule) => {
      if (rule.kind === 'room-type') return rule.types.join('+');
      // A house that forbids `children under 10` forbids `children`.
      if (rule.kind === 'stay-allows') return rule.what.replace(/^children.*/, 'children');
      return rule.kind === 'without-mode' ? rule.mode : rule.cuisine;
    })
    .sort()
    .join(', ');

const fieldsOf = (asked: Asked): Readonly<Record<Field, string>> => ({
  home: asked.home,
  where: asked.visit === 1 ? (asked.among[0] ?? '') : '',
  cities: String(asked.visit),
  start: asked.startDate,
  days: String(asked.days),
  people: String(asked.people),
  budget: String(asked.budget),
  rooms: sayOf(asked, 'room-type'),
  house: sayOf(asked, 'stay-allows'),
  ways: sayOf(asked, 'without-mode'),
  food: sayOf(asked, 'cuisine'),
});

/** What of a task was understood otherwise than it was meant, and of how many things. */
export const misunderstood = (
  understood: Asked,
  meant: Asked,
): {
  readonly of: number;
  readonly wrong: readonly { readonly field: Field; readonly said: string; readonly meant: string }[];
} => {
  const [said, right] = [fieldsOf(understood), fieldsOf(meant)];
  const wrong = FIELDS.filter((field) => said[field] !== right[field]);
  return { of: FIELDS.length, wrong: wrong.map((field) => ({ field, said: said[field], meant: right[field] })) };
};
