import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Streamed } from './route.ts';

/** Writes a file to save as it is made. Whoever hangs up ends the making. */
export const sendPieces = async (
  response: ServerResponse,
  { pieces, fileName, mediaType }: Pick<Streamed, 'pieces' | 'fileName' | 'mediaType'>,
): Promise<void> => {
  response.setHeader('Content-Type', mediaType ?? 'application/json; charset=utf-8');
  response.setHeader('Content-Disposition', `attachment; filename="${fileName}"`);
  response.setHeader('Cache-Control', 'private, no-store');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  try {
    await pipeline(Readable.from(pieces), response);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
};
