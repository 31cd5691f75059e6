import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';

/** Another encoding of characters than UTF-8, which is what a body without a word on it has. */
const OTHER_CHARSET = /charset\s*=\s*(?!"?utf-?8"?\s*(?:;|$))/i;
const BYTE_ORDER_MARK = 0xfeff;

/**
 * Hands over the text of a body of at most `limit` bytes. False, and nothing is read, of one that is not plain UTF-8, does
 * not say how long it is, or is too long.
 */
export const readPlain = (request: IncomingMessage, limit: number, done: (text: string) => void): boolean => {
  const { headers } = request;
  const size = Number(headers['content-length']);
  const plain = headers['content-encoding'] === undefined && !OTHER_CHARSET.test(headers['content-type'] ?? '');
  if (!plain || !(size > 0 && size <= limit)) return false;
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  // Node ends a body at its stated length, and one that is cut short never: then nobody waits for an answer.
  request.on('end', () => {
    const text = (parts.length === 1 ? parts[0] : Buffer.concat(parts))?.toString() ?? '';
    done(text.charCodeAt(0) === BYTE_ORDER_MARK ? text.slice(1) : text);
  });
  return true;
};

/**
 * Reads a body of at most `limit` bytes into `request.body`, as what `take` makes of its text; what `take` throws goes to
 * the error handler. One that {@link readPlain} does not take is left to `thorough`, which takes several times as long: a
 * short turn would spend a tenth of its time there.
 */
export const readBody =
  (limit: number, thorough: RequestHandler, take: (text: string) => unknown): RequestHandler =>
  (request, response, next) => {
    const reads = readPlain(request, limit, (text) => {
      try {
        request.body = take(text);
      } catch (error) {
        next(error);
        return;
      }
      next();
    });
    if (!reads) thorough(request, response, next);
  };
