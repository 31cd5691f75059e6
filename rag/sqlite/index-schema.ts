import type { DatabaseSync } from 'node:sqlite';
import { load } from 'sqlite-vec';
import type { Database } from '../../store/sqlite/database.ts';
import { signsOf } from './packed-vector.ts';
import { renewWords } from './word-index.ts';

/**
 * A shelf is what may be read together: a trip's shared passages, or one family's own in one trip. Everything is
 * kept by shelf, so a search reads the reader's shelves and nothing else, however much the others hold: vectors are
 * clustered by shelf, and each term is indexed with its shelf's number before it.
 */
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS shelves (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE);
  CREATE TABLE IF NOT EXISTS passages (
    id INTEGER PRIMARY KEY, shelf INTEGER NOT NULL, document_id TEXT NOT NULL, document TEXT NOT NULL,
    ordinal INTEGER NOT NULL, page INTEGER, heading TEXT, units TEXT NOT NULL, spans TEXT NOT NULL DEFAULT '[]'
  );
  CREATE UNIQUE INDEX IF NOT EXISTS passages_by_document ON passages (shelf, document_id, ordinal);
  CREATE TABLE IF NOT EXISTS passage_names (
    shelf INTEGER NOT NULL, name TEXT NOT NULL, passage INTEGER NOT NULL, PRIMARY KEY (shelf, name, passage)
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS passage_names_by_passage ON passage_names (passage);
  CREATE TABLE IF NOT EXISTS shelf_editions (shelf INTEGER PRIMARY KEY, edition INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS unit_vectors (
    shelf INTEGER NOT NULL, passage INTEGER NOT NULL, unit INTEGER NOT NULL, vector BLOB NOT NULL,
    PRIMARY KEY (shelf, passage, unit)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS unit_signs (
    shelf INTEGER NOT NULL, passage INTEGER NOT NULL, unit INTEGER NOT NULL, signs BLOB NOT NULL,
    PRIMARY KEY (shelf, passage, unit)
  ) WITHOUT ROWID;
  CREATE VIRTUAL TABLE IF NOT EXISTS passage_terms USING fts5(
    terms, content = '', contentless_delete = 1, detail = column, tokenize = 'unicode61 remove_diacritics 0'
  );
  CREATE VIRTUAL TABLE IF NOT EXISTS passage_vocabulary USING fts5vocab(passage_terms, 'row');
`;

/** Makes the tables where they are not, and gives an index of an earlier version what it lacks. */
export const prepareIndex = (handle: DatabaseSync): void => {
  handle.exec(SCHEMA);
  const columns = handle.prepare('PRAGMA table_info(passages)').all() as { readonly name: string }[];
  if (!columns.some(({ name }) => name === 'spans')) {
    handle.exec("ALTER TABLE passages ADD COLUMN spans TEXT NOT NULL DEFAULT '[]'");
    const add = handle.prepare('INSERT OR IGNORE INTO passage_names (shelf, name, passage) VALUES (?, ?, ?)');
    for (const { id, shelf, document, heading } of all<Named>(
      handle,
      'SELECT id, shelf, document, heading FROM passages',
    )) {
      for (const name of namesAbove(document, heading)) add.run(shelf, name, id);
    }
  }
  renewWords(handle);
  const signed = handle.prepare('SELECT 1 FROM unit_signs LIMIT 1').get();
  if (signed !== undefined) return;
  const sign = handle.prepare('INSERT INTO unit_signs (shelf, passage, unit, signs) VALUES (?, ?, ?, ?)');
  for (const unit of all<Vectored>(handle, 'SELECT shelf, passage, unit, vector FROM unit_vectors')) {
    sign.run(unit.shelf, unit.passage, unit.unit, signsOf(unit.vector));
  }
};

interface Named {
  readonly id: number;
  readonly shelf: number;
  readonly document: string;
  readonly heading: string | null;
}

interface Vectored {
  readonly shelf: number;
  readonly passage: number;
  readonly unit: number;
  readonly vector: Uint8Array;
}

const all = <Row>(handle: DatabaseSync, sql: string): readonly Row[] => handle.prepare(sql).all() as unknown as Row[];

/** The names a passage stands under: its document's and those of its headings. */
export const namesAbove = (document: string, heading: string | null | undefined): readonly string[] => [
  ...new Set([document, ...(heading ?? '').split(' > ')].filter((name) => name !== '')),
];

/** Whether sqlite-vec could be loaded; without it distances are computed in JavaScript, some three times slower. */
export const loadVectorExtension = (handle: DatabaseSync): boolean => {
  try {
    load(handle);
    return true;
  } catch {
    return false;
  }
};

/**
 * Rewrites the word index, so that the words of passages that were removed stand nowhere in it: FTS5 only marks them as
 * gone until their segments are merged (https://sqlite.org/fts5.html#the_optimize_command).
 */
export const scrubIndex = (database: Database): Promise<void> =>
  database.write((handle) => handle.exec("INSERT INTO passage_terms(passage_terms) VALUES ('optimize')"));
