import { type DestinationStream, type Logger, pino } from 'pino';

export type Log = Logger;

/** What must never stand in a log line, wherever it occurs in the logged object. */
const SECRET_PATHS = ['authorization', 'token', 'password', 'secret', 'phone', 'email', 'address', 'text', 'body'];

/** Structured log to standard error; one JSON object a line, ids in every line, no personal data. */
export const openLog = (level: string, destination: DestinationStream = pino.destination(2)): Log =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: SECRET_PATHS.flatMap((path) => [path, `*.${path}`, `*.*.${path}`, `headers["x-twilio-signature"]`]),
        censor: '[redacted]',
      },
    },
    destination,
  );
