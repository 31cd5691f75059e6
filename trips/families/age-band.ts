import { z } from 'zod';

/** How old somebody is, as far as planning and the law need to know. */
export const ageBand = z.enum(['infant', 'toddler', 'child', 'teen', 'adult', 'senior']);
export type AgeBand = z.infer<typeof ageBand>;

/** The first year of age of each band, the oldest first. */
const FROM: readonly (readonly [years: number, band: AgeBand])[] = [
  [65, 'senior'],
  [18, 'adult'],
  [13, 'teen'],
  [4, 'child'],
  [2, 'toddler'],
];

/** The band of an age in whole years. */
export const ageBandOf = (years: number): AgeBand => FROM.find(([from]) => years >= from)?.[1] ?? 'infant';

/** Under eighteen. */
export const isMinor = (band: AgeBand): boolean => band !== 'adult' && band !== 'senior';
