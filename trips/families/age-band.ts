import { z } from 'zod';

/** How old somebody is, as far as planning and the law need to know. */
export const ageBand = z.enum(['infant', 'toddler', 'child', 'teen', 'adult', 'senior']);
export type AgeBand = z.infer<typeof ageBand>;
