import { outbox } from '../jobs/outbox.ts';
import { type Repeated, repeat } from '../jobs/repeat.ts';
import { makeMemoriesHandler } from '../jobs/tasks/make-memories.ts';
import { planItineraryHandler } from '../jobs/tasks/plan-itinerary.ts';
import { readDocumentHandler } from '../jobs/tasks/read-document.ts';
import { suggestPollHandler } from '../jobs/tasks/suggest-poll.ts';
import { TRIP_LOOKS } from '../jobs/trip-looks.ts';
import { weatherLook } from '../jobs/weather-look.ts';
import { startWorker } from '../jobs/worker.ts';
import type { Composed } from './compose.ts';
import { tellOperatorHandler } from './tell-operator.ts';

/** How often the outbox and the deadlines are looked at when nobody woke them. */
const LOOK_MS = 1_000;
/** How long a job is held without renewal: as long a crash delays it. */
const LEASE_MS = 15_000;
const SWEEP_MS = 3_600_000;

/** The work that goes on beside the doors: telling facts, closing polls, reminding, doing jobs, dropping what has expired. */
export const startBackground = (parts: Composed): { stop(): Promise<void> } => {
  const { store, queue, metrics, house, clock, log, couriers, library, eraser, live, onFact } = parts;
  const relay = outbox(
    { ...house, records: store },
    couriers,
    queue,
    Math.random,
    live.publish,
    parts.plugins.channels,
    (kind, key) => worker.stop(kind, key),
  );
  const worker = startWorker({
    queue,
    handlers: [
      planItineraryHandler({ records: parts.records, library, clock }),
      suggestPollHandler({ records: parts.records, library, models: house.models, clock }),
      readDocumentHandler({ records: parts.records, library, clock }),
      makeMemoriesHandler({ records: parts.records, clock }),
      tellOperatorHandler(parts.config.OPERATOR_WEBHOOK_URL),
    ],
    clock,
    log,
    leaseMs: LEASE_MS,
    onEnd: metrics.job,
  });
  const failed = (what: string) => (error: unknown) => log.error({ err: error }, `${what} failed; it is tried again`);

  const telling = repeat(
    LOOK_MS,
    async () => {
      const told = await relay.run();
      // A fact may have been a job for the queue.
      if (told > 0) worker.wake();
      return told;
    },
    failed('telling facts'),
  );
  const erasing = repeat(LOOK_MS, () => eraser.run(), failed('erasing people'));
  const sweeping = repeat(
    SWEEP_MS,
    async () => {
      await store.sweep();
      return 0;
    },
    failed('dropping what has expired'),
  );
  onFact(() => telling.wake());

  const looking = TRIP_LOOKS.map(({ what, run }) =>
    repeat(LOOK_MS, () => run(parts.records, clock, library.forget, parts.blobs.remove), failed(what)),
  );

  const { weather } = house;
  const watching = weather
    ? [
        repeat(
          LOOK_MS,
          () => weatherLook(parts.records, clock, house.editPlan, weather),
          failed('looking at the weather of trips'),
        ),
      ]
    : [];

  const repeated: readonly Repeated[] = [telling, erasing, sweeping, ...looking, ...watching];
  return {
    stop: async () => {
      await Promise.all([worker.drain(), ...repeated.map((one) => one.stop())]);
    },
  };
};
