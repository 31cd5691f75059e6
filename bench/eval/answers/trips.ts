import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { drawnPdf } from './drawn-pdf.ts';

const QUESTIONS = 'questions.jsonl';
/** The ending of a PDF's source. */
const DRAWN = /\.pdf\.md$/;

const asked = z.object({
  /** `none`: the documents do not say. `two`: two of them together do. `follow-up`: leans on what was said before. */
  kind: z.enum(['plain', 'two', 'follow-up', 'none']).default('plain'),
  q: z.string(),
  /** What was said before, the oldest first. */
  history: z.array(z.string()).default([]),
  /** Words that must stand in the answer. */
  has: z.array(z.string()),
  /** What must be cited: `file`, or `file#page`; `a|b` where either will do. */
  from: z.array(z.string()).default([]),
});
export type Asked = z.infer<typeof asked>;

/** A file as its sender would upload it. */
interface Paper {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** One trip of the set: its papers and what is asked about them. */
export interface AskedTrip {
  readonly name: string;
  readonly papers: readonly Paper[];
  readonly questions: readonly Asked[];
}

/** The trips in a folder, each a folder of papers with its questions beside them. */
export const tripsIn = async (folder: string): Promise<readonly AskedTrip[]> =>
  Promise.all(readdirSync(folder).map((name) => readTrip(join(folder, name), name)));

const readTrip = async (folder: string, name: string): Promise<AskedTrip> => ({
  name,
  papers: await Promise.all(
    readdirSync(folder)
      .filter((file) => file !== QUESTIONS)
      .map(async (file): Promise<Paper> => {
        const bytes = readFileSync(join(folder, file));
        return DRAWN.test(file)
          ? { name: file.replace(DRAWN, '.pdf'), bytes: await drawnPdf(bytes.toString()) }
          : { name: file, bytes: new Uint8Array(bytes) };
      }),
  ),
  questions: readFileSync(join(folder, QUESTIONS), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => asked.parse(JSON.parse(line))),
});
