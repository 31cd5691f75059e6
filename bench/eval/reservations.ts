import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { DEFAULT_LIMITS } from '../../rag/ingest/block.ts';
import { chunksOf, chunkText } from '../../rag/ingest/chunk.ts';
import { extract } from '../../rag/ingest/extract.ts';
import { type FoundReservation, findReservations } from '../../trips/reservations/find-in-document.ts';
import { reservationKind } from '../../trips/reservations/reservation.ts';
import { drawnPdf } from './answers/drawn-pdf.ts';
import type { Evaluation } from './evaluation.ts';

/** What a confirmation states: of names and addresses a part that must stand in what is found, of the rest all; money as `EUR 12.50`. */
const booking = z.object({
  kind: reservationKind,
  name: z.string(),
  startDate: z.string(),
  startTime: z.string().optional(),
  endDate: z.string().optional(),
  endTime: z.string().optional(),
  confirmation: z.string().optional(),
  address: z.string().optional(),
  price: z.string().optional(),
});
type Booking = z.infer<typeof booking>;
const paper = z.object({ file: z.string(), currency: z.string().default('EUR'), bookings: z.array(booking) });

const TRIP = { startDate: '2027-06-11', endDate: '2027-06-20' };
const FIELDS = Object.keys(booking.shape) as readonly (keyof Booking)[];
export const SETS = ['development', 'held-out', 'fresh'] as const;

/** Reads confirmations of airlines, hotels, trains and others through the product's own ingest, and counts the facts that are right. */
export const evaluation: Evaluation = {
  usage: '[--set development|held-out|fresh] [--misses]',
  run: async (args) => {
    const { values } = parseArgs({
      args: [...args],
      options: { set: { type: 'string' }, misses: { type: 'boolean', default: false } },
    });
    const results: Record<string, ReturnType<typeof counted>> = {};
    for (const set of SETS.filter((one) => values.set === undefined || values.set === one)) {
      const counts = await measure(set, values.misses);
      results[set] = counted(counts);
    }
    console.table(results);
    console.log(JSON.stringify({ suite: 'reservations', results }));
  },
};

export interface Counts {
  papers: number;
  bookings: number;
  /** Facts that the papers state, those of them that were read right, and facts read that no paper states. */
  stated: number;
  right: number;
  wrong: number;
}

const counted = ({ papers, bookings, stated, right, wrong }: Counts) => ({
  ...{ papers, bookings, stated, right, wrong },
  share: Math.round((right / Math.max(1, stated)) * 1_000) / 1_000,
});

/** What is read in the papers of one set; `misses` prints each fact that is not. */
export const measure = async (set: (typeof SETS)[number], misses = false): Promise<Counts> => {
  const folder = join(import.meta.dirname, 'reservations', set);
  const lines = readFileSync(join(folder, 'expected.jsonl'), 'utf8').trim().split('\n');
  const counts: Counts = { papers: lines.length, bookings: 0, stated: 0, right: 0, wrong: 0 };
  for (const { file, currency, bookings } of lines.map((line) => paper.parse(JSON.parse(line)))) {
    const left = [...(await foundIn(join(folder, file), file, currency))];
    for (const stated of bookings) {
      const at = left.findIndex(
        (one) => one.startDate === stated.startDate && one.kind === stated.kind && isRight('name', stated, one),
      );
      const [found] = left.splice(
        at < 0 ? left.findIndex(({ kind }) => kind === stated.kind) : at,
        at < 0 && left.length === 0 ? 0 : 1,
      );
      counts.bookings += 1;
      for (const field of FIELDS) {
        const isStated = stated[field] !== undefined;
        const isFound = found !== undefined && said(field, found) !== undefined;
        const right = isStated && found !== undefined && isRight(field, stated, found);
        counts.stated += Number(isStated);
        counts.right += Number(right);
        counts.wrong += Number(isFound && !right);
        if (misses && isStated !== right)
          console.log(`${file}: ${field} ${stated[field]}, read ${found ? said(field, found) : 'nothing'}`);
        if (misses && isFound && !isStated) console.log(`${file}: ${field} made up: ${said(field, found)}`);
      }
    }
    counts.wrong += left.length * 2;
    if (misses) for (const one of left) console.log(`${file}: made up ${JSON.stringify(one)}`);
  }
  return counts;
};

const foundIn = async (path: string, file: string, currency: string): Promise<readonly FoundReservation[]> => {
  const isDrawn = file.endsWith('.pdf.md');
  const name = isDrawn ? file.slice(0, -3) : file;
  const bytes = isDrawn ? await drawnPdf(readFileSync(path, 'utf8')) : new Uint8Array(readFileSync(path));
  const read = await extract({ bytes, name }, DEFAULT_LIMITS);
  if ('reason' in read) throw new Error(`${file}: ${read.detail}`);
  const passages = chunksOf(read.blocks).map(({ page, heading, units }) => ({
    ...{ documentId: file, document: name, page, heading, text: chunkText(units) },
  }));
  return findReservations(passages, { ...TRIP, currency });
};

const said = (field: keyof Booking, found: FoundReservation): string | undefined => {
  const { price } = found;
  if (field === 'price') return price && `${price.currency} ${(price.amount / 100).toFixed(2)}`;
  return found[field];
};

const isRight = (field: keyof Booking, stated: Booking, found: FoundReservation): boolean => {
  const read = said(field, found);
  if (field === 'name' || field === 'address')
    return plain(read ?? '').includes(plain(stated[field] ?? '')) && (read ?? '').length < 120;
  return read === stated[field];
};

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
