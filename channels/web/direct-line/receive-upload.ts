import busboy from 'busboy';
import type { Request } from 'express';
import { REFUSALS, type Refusal } from './answer.ts';
import { type PostedActivity, postedActivity } from './receive-activity.ts';

/** Files taken in one message. */
const MAX_FILES = 10;
/** Bytes the activity part and the multipart framing may take beside the files. */
const MAX_FRAME_BYTES = 64 * 1024;
/** The longest file name that is kept. */
const MAX_NAME = 200;

export interface UploadedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export type Upload =
  | { readonly ok: true; readonly posted: PostedActivity; readonly files: readonly UploadedFile[] }
  | { readonly ok: false; readonly refusal: Refusal };

const refused = (refusal: Refusal): Upload => ({ ok: false, refusal });

/**
 * Reads an upload: multipart with a part named `activity` (JSON, optional) and files, or the bytes of one file with its
 * name in Content-Disposition. Stops reading at `maxBytes` of files altogether, so that no more than that is ever held.
 */
export const receiveUpload = (request: Request, maxBytes: number): Promise<Upload> => {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes + MAX_FRAME_BYTES) {
    return Promise.resolve(refused(REFUSALS.tooLarge));
  }
  return request.headers['content-type']?.startsWith('multipart/form-data')
    ? severalFiles(request, maxBytes)
    : oneFile(request, maxBytes);
};

const oneFile = async (request: Request, maxBytes: number): Promise<Upload> => {
  const name = /\bfilename="([^"]+)"/i.exec(request.headers['content-disposition'] ?? '')?.[1];
  const mediaType = request.headers['content-type']?.split(';')[0]?.trim();
  if (name === undefined || !mediaType) return refused(REFUSALS.badUpload);
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > maxBytes) return refused(REFUSALS.tooLarge);
      chunks.push(chunk);
    }
  } catch {
    return refused(REFUSALS.badRequest);
  }
  if (size === 0) return refused(REFUSALS.badRequest);
  // Headers come as Latin-1, whatever the name was written in.
  const file = { name: nameOf(Buffer.from(name, 'latin1').toString('utf8')), mediaType, bytes: Buffer.concat(chunks) };
  return { ok: true, posted: { type: 'message' }, files: [file] };
};

const severalFiles = (request: Request, maxBytes: number): Promise<Upload> =>
  new Promise((resolve) => {
    const files: UploadedFile[] = [];
    let activity: unknown = {};
    let total = 0;
    let failed: Refusal | undefined;
    const fail = (refusal: Refusal): void => {
      failed ??= refusal;
      request.unpipe(parser);
      resolve(refused(failed));
    };

    let parser: busboy.Busboy;
    try {
      parser = busboy({
        headers: request.headers,
        defParamCharset: 'utf8',
        limits: { files: MAX_FILES, fields: 5, fieldSize: MAX_FRAME_BYTES, parts: MAX_FILES + 5 },
      });
    } catch {
      resolve(refused(REFUSALS.badRequest));
      return;
    }
    const readActivity = (json: string): void => {
      try {
        activity = JSON.parse(json);
      } catch {
        fail(REFUSALS.badRequest);
      }
    };
    parser.on('file', (part, stream, { filename, mimeType }) => {
      const chunks: Buffer[] = [];
      let size = 0;
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (part !== 'activity') total += chunk.length;
        if (part === 'activity' ? size > MAX_FRAME_BYTES : total > maxBytes) fail(REFUSALS.tooLarge);
        else if (!failed) chunks.push(chunk);
      });
      stream.on('error', () => fail(REFUSALS.badRequest));
      stream.on('end', () => {
        if (failed) return;
        // A browser sends the activity as a Blob, and so as a file named "blob".
        if (part === 'activity') readActivity(Buffer.concat(chunks).toString('utf8'));
        else files.push({ name: nameOf(filename), mediaType: mimeType, bytes: Buffer.concat(chunks) });
      });
    });
    parser.on('field', (name, value) => {
      if (name === 'activity') readActivity(value);
    });
    parser.on('filesLimit', () => fail(REFUSALS.tooLarge));
    parser.on('error', () => fail(REFUSALS.badRequest));
    request.on('aborted', () => fail(REFUSALS.badRequest));
    parser.on('close', () => {
      if (failed) return;
      const posted = postedActivity.safeParse({ type: 'message', ...(activity as object) });
      if (!posted.success || files.length === 0) fail(REFUSALS.badRequest);
      else resolve({ ok: true, posted: posted.data, files });
    });
    request.pipe(parser);
  });

/** The last part of a name, so that it never reads as a path. */
const nameOf = (name: string | undefined): string => {
  const last = (name ?? '').split(/[\\/]/).at(-1)?.trim() ?? '';
  return last === '' ? 'file' : last.slice(-MAX_NAME);
};
