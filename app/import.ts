import { parseArgs } from 'node:util';
import { command } from './command.ts';
import { importFrom } from './import-from.ts';

/**
 * `npm run import -- <file> [--over]`: what `npm run export` wrote, into STORE. Needs the LOOKUP_KEY and the FIELD_KEYS it
 * was made under; seals with the first. `--over` writes although there is something here, over documents of the same
 * name; it finishes an import that broke off, too.
 */
const { values, positionals } = parseArgs({ allowPositionals: true, options: { over: { type: 'boolean' } } });
const [path] = positionals;
if (path === undefined) {
  console.error('Usage: npm run import -- <file> [--over]');
  process.exitCode = 2;
} else await command((parts) => importFrom(path, values.over === true, parts));
