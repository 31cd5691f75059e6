import { z } from 'zod';

/** How people get from one city to another. `own-car`: driven by themselves, so it must also come back with them. */
export const MODES = ['flight', 'train', 'bus', 'ferry', 'taxi', 'own-car'] as const;
export type Mode = (typeof MODES)[number];

export const ROOM_TYPES = ['shared', 'private', 'entire'] as const;
export type RoomType = (typeof ROOM_TYPES)[number];

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
