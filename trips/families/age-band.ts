import { z } from 'zod';

/** How old somebody is, as far as planning and the law need to know. */
export const ageBand = z.enum(['infant', 'toddler', 'child', 'teen', 'adult', 'senior']);
export type AgeBand = z.infer<typeof ageBand>;

/** The first age, in years, of each band after the first. Thirteen is COPPA's line (16 CFR 312.2), eighteen majority. */
const STARTS: readonly (readonly [number, AgeBand])[] = [
  [65, 'senior'],
  [18, 'adult'],
  [13, 'teen'],
  [4, 'child'],
  [2, 'toddler'],
];

export const bandOfAge = (age: number): AgeBand => STARTS.find(([from]) => age >= from)?.[1] ?? 'infant';
