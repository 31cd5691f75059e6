import { writeFileSync } from 'node:fs';
import type { z } from 'zod';
import { VARIABLES } from './config.ts';

/** What is taken when the variable is absent, as it would be written. */
const defaultOf = (schema: z.ZodType): string => {
  const result = schema.safeParse(undefined);
  if (!result.success || result.data === undefined) return '';
  return Array.isArray(result.data) ? result.data.join(',') : String(result.data);
};

/** The text of `.env.example`: every variable with its meaning and its default. */
export const envExample = (): string =>
  [
    '# Every setting of Pathfinder with its default. Copy to .env and change what you need; nothing is required on a laptop.',
    '# Written by `npm run docs:env` from app/config.ts.',
    '',
    ...Object.entries(VARIABLES).flatMap(([name, { schema, about }]) => [
      `# ${about.charAt(0).toUpperCase()}${about.slice(1)}.`,
      `# ${name}=${defaultOf(schema)}`.trimEnd(),
      '',
    ]),
  ].join('\n');

if (import.meta.main) writeFileSync(new URL('../.env.example', import.meta.url), envExample());
