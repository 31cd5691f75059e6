import type { Extracted, ExtractionLimits, GivenFile, Unread } from './block.ts';
import { type Chunk, chunksOf } from './chunk.ts';
import { extract } from './extract.ts';

/** A document's words, and the parts that are searched. */
export interface ReadDocument extends Extracted {
  readonly chunks: readonly Chunk[];
}

/**
 * Reads a document and parts it, or says why not. What makes little text into a mountain of lines is refused as such: each
 * line is a row of the index and a vector.
 */
export const readDocument = async (file: GivenFile, limits: ExtractionLimits): Promise<ReadDocument | Unread> => {
  const read = await extract(file, limits);
  if ('reason' in read) return read;
  const chunks = chunksOf(read.blocks);
  const units = chunks.reduce((sum, chunk) => sum + chunk.units.length, 0);
  if (units <= limits.maxUnits) return { ...read, chunks };
  return {
    reason: 'too-large',
    detail: `It holds more lines than I can read at once (${limits.maxUnits.toLocaleString('en')}). Send me the part that matters.`,
  };
};
