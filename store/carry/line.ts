import { z } from 'zod';

/** What an import must know before it begins. `lookup` is how the exporter's LOOKUP_KEY names a fixed word. */
export const header = z.object({
  pathfinder: z.literal('export'),
  format: z.literal(1),
  at: z.string(),
  lookup: z.string(),
});

/** The last line: a file without it was cut short. */
export const trailer = z.object({ end: z.literal(true), documents: z.int(), files: z.int() });

const document = z.object({
  document: z.looseObject({ pk: z.string(), id: z.string(), type: z.string(), _schema_version: z.number() }),
  /** Milliseconds since the epoch. */
  expiresAt: z.number().optional(),
});

/** A file of the blob store: its name, and its bytes in base64. */
const file = z.object({ file: z.string(), base64: z.string() });

/** One line of an export: newline-delimited JSON (https://github.com/ndjson/ndjson-spec). */
export const line = z.union([document, file, header, trailer]);
export type Line = z.infer<typeof line>;

/** The word by whose name two servers see that they call people alike. */
export const LOOKUP_PROBE = 'pathfinder export';
