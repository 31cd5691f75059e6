import { z } from 'zod';

/** How people get from one city to another. `own-car`: driven by themselves, so it must also come back with them. */
export const MODES = ['flight', 'train', 'bus', 'ferry', 'taxi', 'own-car'] as const;
export type Mode = (typeof MODES)[number];

export const ROOM_TYPES = ['shared', 'private', 'entire'] as const;
export type RoomType = (typeof ROOM_TYPES)[number];

/** Cuisines that are asked for and offered by name. */
export const CUISINES = [
  'American',
  'Argentinian',
  'Brazilian',
  'British',
  'Caribbean',
  'Chinese',
  'Ethiopian',
  'French',
  'German',
  'Greek',
  'Indian',
  'Indonesian',
  'Italian',
  'Japanese',
  'Korean',
  'Lebanese',
  'Mediterranean',
  'Mexican',
  'Moroccan',
  'Peruvian',
  'Portuguese',
  'Spanish',
  'Thai',
  'Turkish',
  'Vietnamese',
] as const;
/** What the group asks of the whole trip. What a paper does not say of a place is not held against it. */
export const tripRule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('room-type'), types: z.array(z.enum(ROOM_TYPES)).min(1) }),
  /** A house rule that no stay may have: `pets` for "pets are coming along". */
  z.object({ kind: z.literal('stay-allows'), what: z.string().max(40) }),
  z.object({ kind: z.literal('without-mode'), mode: z.enum(MODES) }),
  /** To be had at one meal of the trip at least, away from home. */
  z.object({ kind: z.literal('cuisine'), cuisine: z.string().max(40) }),
]);
export type TripRule = Readonly<z.infer<typeof tripRule>>;

/** The rules with others beside them: one about rooms takes the place of the one before. */
export const withRules = (rules: readonly TripRule[], more: readonly TripRule[]): readonly TripRule[] => {
  const faces = new Set(more.map((rule) => (rule.kind === 'room-type' ? rule.kind : JSON.stringify(rule))));
  return [...rules.filter((rule) => !faces.has(rule.kind === 'room-type' ? rule.kind : JSON.stringify(rule))), ...more];
};

const ROOMS: Readonly<Record<RoomType, string>> = {
  shared: 'shared rooms',
  private: 'private rooms',
  entire: 'entire homes',
};
const TRAVEL: Readonly<Record<Mode, string>> = {
  flight: 'flying',
  train: 'trains',
  bus: 'buses',
  ferry: 'ferries',
  taxi: 'taxis',
  'own-car': 'driving yourselves',
};

/** A rule in a few words, as it is kept: `no flying`, `entire homes only`. */
export const sayRule = (rule: TripRule): string => {
  if (rule.kind === 'room-type') return `${rule.types.map((type) => ROOMS[type]).join(' or ')} only`;
  if (rule.kind === 'stay-allows') return `${rule.what} allowed where you stay`;
  if (rule.kind === 'without-mode') return `no ${TRAVEL[rule.mode]}`;
  return `${rule.cuisine} food once`;
};

/** What giving a rule up means: `with flying`, `without French food`. */
export const sayWithoutRule = (rule: TripRule): string => {
  if (rule.kind === 'room-type') return `not only ${rule.types.map((type) => ROOMS[type]).join(' or ')}`;
  if (rule.kind === 'stay-allows') return `a stay that does not allow ${rule.what}`;
  if (rule.kind === 'without-mode') return `with ${TRAVEL[rule.mode]}`;
  return `without ${rule.cuisine} food`;
};
