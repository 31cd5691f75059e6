import busboy from 'busboy';
import type { Request } from 'express';
import { type ApiRefusal, refusal } from './refusal.ts';

/** Bytes that multipart headers and the other fields may add to the file. */
const ENVELOPE_BYTES = 65_536;
const MAX_FIELDS = 10;
const MAX_FIELD_BYTES = 1_024;

export interface Upload {
  readonly ok: true;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The form's field `scope`, as it was sent. */
  readonly scope: string | undefined;
  /** The form's field `caption`: what a picture shows. */
  readonly caption: string | undefined;
}

const NOT_MULTIPART = refusal(
  415,
  'unsupported-media-type',
  'Send the file as multipart/form-data, in the field "file".',
);
const MALFORMED = refusal(400, 'malformed-multipart', 'The upload cannot be read.');
const NO_FILE = refusal(400, 'invalid', 'The upload has no file in the field "file".');
const TOO_MANY = refusal(400, 'invalid', 'Send one file at a time, in the field "file".');

/** Reads one file of at most `maxBytes` while it streams in; never holds more than that. */
export const readUpload = (request: Request, maxBytes: number): Promise<Upload | ApiRefusal> => {
  if (!request.is('multipart/form-data')) return Promise.resolve(NOT_MULTIPART);
  const tooLarge = refusal(413, 'too-large', `A document can have ${maxBytes.toLocaleString('en')} bytes at most.`);
  if (Number(request.headers['content-length'] ?? 0) > maxBytes + ENVELOPE_BYTES) return Promise.resolve(tooLarge);

  return new Promise((resolve) => {
    let scope: string | undefined;
    let caption: string | undefined;
    let file: { readonly name: string; readonly chunks: Buffer[] } | undefined;
    let form: busboy.Busboy;
    try {
      form = busboy({
        headers: request.headers,
        defParamCharset: 'utf8',
        // busboy tells of the limit when it is reached, not when it is passed.
        limits: { files: 1, fileSize: maxBytes + 1, fields: MAX_FIELDS, fieldSize: MAX_FIELD_BYTES, headerPairs: 50 },
      });
    } catch {
      resolve(MALFORMED);
      return;
    }
    const stop = (why: ApiRefusal): void => {
      request.unpipe(form);
      // The rest is let run out unread: a client that is still sending must be able to read the answer.
      request.resume();
      resolve(why);
    };
    form.on('field', (name, value) => {
      if (name === 'scope') scope = value;
      if (name === 'caption') caption = value;
    });
    form.on('file', (field, stream, { filename }) => {
      if (field !== 'file') {
        stream.resume();
        stop(NO_FILE);
        return;
      }
      const chunks: Buffer[] = [];
      file = { name: filename ?? '', chunks };
      // A form cut short fails its file too; the form's own error says so below.
      stream.on('error', () => undefined);
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('limit', () => {
        chunks.length = 0;
        stream.resume();
        stop(tooLarge);
      });
    });
    form.on('filesLimit', () => stop(TOO_MANY));
    form.on('error', () => stop(MALFORMED));
    request.once('close', () => {
      if (!request.complete) stop(MALFORMED);
    });
    form.on('close', () => {
      resolve(file ? { ok: true, name: file.name, bytes: Buffer.concat(file.chunks), scope, caption } : NO_FILE);
    });
    request.pipe(form);
  });
};
