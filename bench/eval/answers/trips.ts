import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { drawnPdf } from './drawn-pdf.ts';

const QUESTIONS = 'questions.jsonl';
/** Names the trip, `half/name`, whose papers are asked, where a folder has none of its own. */
const PAPERS_OF = 'papers-of';
/** The ending of a PDF's source. */
const DRAWN = /\.pdf\.md$/;

/** What the questions are divided into. `sealed` and `blind` are counted and never read by whoever improves the answers. */
export const HALVES = [
  'development',
  'held-out',
  'training',
  'further',
  'everyday',
  'sealed',
  'blind',
  'fresh',
] as const;
export type Half = (typeof HALVES)[number];
/** Those of which a run prints the sums alone. */
export const SEALED: readonly Half[] = ['sealed', 'blind'];

/** What kind of thing is asked; the last two have no answer: the papers say nothing of it, or say it of another. */
const TYPES = [
  'fact',
  'yes-no',
  'list',
  'count',
  'duration',
  'how-to',
  'reason',
  'condition',
  'negation',
  'sum',
  'comparison',
  'join',
  'absent',
  'other-thing',
] as const;

const evidence = z.strictObject({
  document: z.string(),
  /** 1-based, of a PDF. */
  page: z.int().positive().optional(),
  /** A sentence, list item or table row as its author wrote it, the cells divided by ` | `. */
  sentence: z.string(),
});
export type Evidence = z.infer<typeof evidence>;

const asked = z
  .strictObject({
    id: z.string().optional(),
    /** `none`: the documents do not say. `two`: two of them together do. `follow-up`: leans on what was said before. */
    kind: z.enum(['plain', 'two', 'follow-up', 'none']).default('plain'),
    type: z.enum(TYPES).optional(),
    q: z.string(),
    /** What was said before, the oldest first: a question, its answer, and so on. */
    history: z.array(z.string()).default([]),
    /** Words that must stand in the answer; of a list in it, any one. */
    has: z.array(z.union([z.string(), z.array(z.string()).min(2)])),
    /** What must be cited: `file`, or `file#page`; `a|b` where either will do. Read from the evidence where that is given. */
    from: z.array(z.string()).default([]),
    evidence: z.array(evidence).default([]),
  })
  .transform((one) => ({ ...one, from: one.from.length > 0 ? one.from : placesOf(one.evidence) }));
export type Asked = z.infer<typeof asked>;

const placesOf = (all: readonly Evidence[]): string[] => [
  ...new Set(all.map(({ document, page }) => (page === undefined ? document : `${document}#${page}`))),
];

/** A file as its sender would upload it. */
export interface Paper {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** One trip of the set: its papers and what is asked about them. */
export interface AskedTrip {
  readonly name: string;
  readonly papers: readonly Paper[];
  readonly questions: readonly Asked[];
}

/** The trips of one half, each a folder of papers with its questions beside them. */
export const tripsOf = async (half: Half): Promise<readonly AskedTrip[]> => {
  const folder = join(import.meta.dirname, half);
  return Promise.all(readdirSync(folder).map((name) => readTrip(join(folder, name), name)));
};

const readPapers = (folder: string): Promise<readonly Paper[]> => {
  const other = join(folder, PAPERS_OF);
  if (existsSync(other)) return readPapers(join(import.meta.dirname, readFileSync(other, 'utf8').trim()));
  return Promise.all(
    readdirSync(folder)
      .filter((file) => file !== QUESTIONS)
      .map(async (file): Promise<Paper> => {
        const bytes = readFileSync(join(folder, file));
        return DRAWN.test(file)
          ? { name: file.replace(DRAWN, '.pdf'), bytes: await drawnPdf(bytes.toString()) }
          : { name: file, bytes: new Uint8Array(bytes) };
      }),
  );
};

const readTrip = async (folder: string, name: string): Promise<AskedTrip> => ({
  name,
  papers: await readPapers(folder),
  questions: readFileSync(join(folder, QUESTIONS), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => asked.parse(JSON.parse(line))),
});
