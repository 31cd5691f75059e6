import express, { type Request, type Response, type Router } from 'express';
import type { Logger } from 'pino';
import { refuse } from '../refuse.ts';
import { phoneAddress } from './phone-address.ts';
import type { SimulatedPhones, SimulatedText } from './simulated-phones.ts';

export interface SimulatorRoutes {
  readonly router: Router;
  /** Ends every open event stream. */
  close(): void;
}

/** Milliseconds between looks for texts that another process (a separate worker) has put on a phone. */
const LOOK_EVERY_MS = 1_000;

/**
 * What a simulated phone shows, for the page at /simulator. Development only.
 *
 * - `GET /simulator/phones/:number/messages?after=N` → `[{ number, text, at }]`, in order.
 * - `GET /simulator/phones/:number/events?after=N` → server-sent events, one per text, `id` its number, the same JSON as
 *   data; `Last-Event-ID` (what EventSource sends when it reconnects) stands for `after`.
 *
 * A text *from* the phone goes through the real door, as Twilio posts it: `POST /api/sms`, form fields `From` (the phone),
 * `To` (the assistant's number), `Body`, `MessageSid` (new for each text, e.g. `SM` + a UUID without dashes; the same for a retry).
 * The answer is TwiML: each `<Message>` is a text on the phone, and is not repeated here.
 */
export const simulatorRoutes = (phones: SimulatedPhones, log: Logger): SimulatorRoutes => {
  const streams = new Set<() => void>();
  const router = express.Router();

  router.get('/simulator/phones/:number/messages', async (request, response) => {
    const asked = ask(request, response, log);
    if (asked) response.set('Cache-Control', 'no-store').json((await phones.read(asked.phone, asked.after)).map(shown));
  });

  router.get('/simulator/phones/:number/events', (request, response) => {
    const asked = ask(request, response, log);
    if (!asked) return;
    response.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
    response.write('retry: 1000\n\n');
    let { after } = asked;
    let looking: Promise<void> = Promise.resolve();
    const look = (): void => {
      looking = looking.then(async () => {
        for (const text of await phones.read(asked.phone, after)) {
          after = text.number;
          response.write(`id: ${text.number}\ndata: ${JSON.stringify(shown(text))}\n\n`);
        }
      });
      looking.catch((err: unknown) => {
        log.warn({ err }, 'a simulated phone could not be read');
        response.end();
      });
    };
    const timer = setInterval(look, LOOK_EVERY_MS);
    const unwatch = phones.watch(asked.phone, look);
    const end = (): void => {
      clearInterval(timer);
      unwatch();
      streams.delete(end);
      response.end();
    };
    streams.add(end);
    response.on('close', end);
    look();
  });

  return {
    router,
    close: () => {
      for (const end of streams) end();
    },
  };
};

const shown = ({ number, text, at }: SimulatedText) => ({ number, text, at });

const ask = (request: Request, response: Response, log: Logger) => {
  const phone = phoneAddress(String(request.params.number));
  const after = Number(request.headers['last-event-id'] ?? request.query.after ?? 0);
  if (phone && Number.isSafeInteger(after) && after >= 0) return { phone, after };
  refuse(response, log, { status: 400, code: 'malformed', message: 'give a phone number, and after as a number' });
  return undefined;
};
