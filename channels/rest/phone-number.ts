import { z } from 'zod';

/** A phone number as people write it, read as E.164 (https://www.itu.int/rec/T-REC-E.164): `+1 (555) 0100` is `+15550100`. */
export const phoneNumber = z
  .string()
  .max(40)
  .transform((given) => given.replace(/[\s().-]/g, ''))
  .pipe(z.string().regex(/^\+[1-9]\d{6,14}$/, 'a number with its country code, e.g. +15550100'));
