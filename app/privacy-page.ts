import { readFileSync, writeFileSync } from 'node:fs';
import { PERSONAL_KINDS } from './personal-kinds.ts';

const PAGE = new URL('../docs/privacy.md', import.meta.url);
const HEAD = '| kind | given in an export | when a person is erased |\n|---|---|---|\n';

/** The table of docs/privacy.md: every kind of document with its two rules. */
const table = (): string =>
  HEAD +
  PERSONAL_KINDS.map(({ kind, words }) => `| \`${kind.type}\` | ${words.exported} | ${words.erased} |`)
    .sort()
    .join('\n');

const text = readFileSync(PAGE, 'utf8');
writeFileSync(PAGE, `${text.slice(0, text.indexOf(HEAD))}${table()}\n`);
