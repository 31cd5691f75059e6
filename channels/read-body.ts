import type { RequestHandler } from 'express';

/** Another encoding of characters than UTF-8, which is what a body without a word on it has. */
const OTHER_CHARSET = /charset\s*=\s*(?!"?utf-?8"?\s*(?:;|$))/i;
const BYTE_ORDER_MARK = 0xfeff;

/**
 * Reads a body of at most `limit` bytes into `request.body`, as what `take` makes of its text; what `take` throws goes to
 * the error handler. One that is neither plain UTF-8 nor says how long it is, or too long, is left to `thorough`, which
 * takes several times as long: a short turn would spend a tenth of its time there.
 */
export const readBody = (limit: number, thorough: RequestHandler, take: (text: string) => unknown): RequestHandler => {
  return (request, response, next) => {
    const { headers } = request;
    const size = Number(headers['content-length']);
    const plain = headers['content-encoding'] === undefined && !OTHER_CHARSET.test(headers['content-type'] ?? '');
    if (!plain || !(size > 0 && size <= limit)) {
      thorough(request, response, next);
      return;
    }
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    // Node ends a body at its stated length, and one that is cut short never: then nobody waits for an answer.
    request.on('end', () => {
      try {
        const text = (parts.length === 1 ? parts[0] : Buffer.concat(parts))?.toString() ?? '';
        request.body = take(text.charCodeAt(0) === BYTE_ORDER_MARK ? text.slice(1) : text);
      } catch (error) {
        next(error);
        return;
      }
      next();
    });
  };
};
