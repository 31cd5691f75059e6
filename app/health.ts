import { Router } from 'express';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';

const PATIENCE_MS = 3_000;

export interface Health {
  /** What must work before requests are sent here, by name; each rejects while it does not. */
  readonly parts: Readonly<Record<string, () => Promise<void>>>;
  readonly metrics: Pick<Metrics, 'text' | 'contentType'>;
  readonly log: Log;
  /** Milliseconds a part has to show that it works; 3,000 when absent. */
  readonly patienceMs?: number;
}

/** `/health` (the process runs), `/health/ready` (its parts work: asked anew each time), `/health/metrics` (Prometheus). */
export const healthRouter = ({ parts, metrics, log, patienceMs = PATIENCE_MS }: Health): Router => {
  const router = Router();
  router.get('/health', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ status: 'ok' });
  });
  router.get('/health/ready', async (_request, response) => {
    const states = await Promise.all(
      Object.entries(parts).map(async ([name, check]) => {
        try {
          await within(check(), patienceMs);
          return [name, 'ok'] as const;
        } catch (error) {
          log.warn({ part: name, err: error }, 'not ready');
          return [name, 'failed'] as const;
        }
      }),
    );
    const ready = states.every(([, state]) => state === 'ok');
    response
      .status(ready ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json({ status: ready ? 'ready' : 'not-ready', parts: Object.fromEntries(states) });
  });
  router.get('/health/metrics', async (_request, response) => {
    response.set('Content-Type', metrics.contentType).end(await metrics.text());
  });
  return router;
};

/** Rejects when `work` takes longer than `ms`. */
const within = async (work: Promise<void>, ms: number): Promise<void> => {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`no answer within ${ms} ms`)), ms);
  try {
    await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
};
