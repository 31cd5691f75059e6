import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { termsMeant, tokensOfAll, WORDS_EDITION } from '../words/terms.ts';
import { indexToken } from './index-token.ts';

/** A passage as the word index reads it. */
interface Worded {
  readonly document: string;
  readonly heading: string | null | undefined;
  readonly units: readonly string[];
}

/** What is written into the word index for a passage. */
export const wordsFor = (shelf: number, { document, heading, units }: Worded): string =>
  tokensOfAll(termsMeant([heading ?? '', document, ...units].join('\n')))
    .map((term) => indexToken(shelf, term))
    .join(' ');

/** Writes the word index anew where it was written by a version that knew other words; whichever process comes first does it. */
export const renewWords = (handle: DatabaseSync): void => {
  handle.exec('CREATE TABLE IF NOT EXISTS index_words (edition TEXT NOT NULL)');
  const edition = createHash('sha256').update(WORDS_EDITION).digest('hex').slice(0, 16);
  const isCurrent = (): boolean =>
    (handle.prepare('SELECT edition FROM index_words').get() as { edition: string } | undefined)?.edition === edition;
  if (isCurrent()) return;
  handle.exec('BEGIN IMMEDIATE');
  try {
    if (!isCurrent()) {
      const remove = handle.prepare('DELETE FROM passage_terms WHERE rowid = ?');
      const add = handle.prepare('INSERT INTO passage_terms (rowid, terms) VALUES (?, ?)');
      const rows = handle.prepare('SELECT id, shelf, document, heading, units FROM passages').all();
      for (const row of rows as unknown as readonly Row[]) {
        remove.run(row.id);
        add.run(row.id, wordsFor(row.shelf, { ...row, units: JSON.parse(row.units) as readonly string[] }));
      }
      handle.exec('DELETE FROM index_words');
      handle.prepare('INSERT INTO index_words (edition) VALUES (?)').run(edition);
    }
    handle.exec('COMMIT');
  } catch (error) {
    handle.exec('ROLLBACK');
    throw error;
  }
};

interface Row {
  readonly id: number;
  readonly shelf: number;
  readonly document: string;
  readonly heading: string | null;
  readonly units: string;
}
