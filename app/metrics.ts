import type { ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Upper bounds in seconds: a turn costs well under a millisecond of our own, an upload may take seconds. */
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Asked when the metrics are read, so that counting costs nothing in between. A failing one leaves its last value. */
export interface Gauges {
  /** Facts people still have to be told. */
  readonly outboxBacklog: () => Promise<number>;
  readonly jobs: () => Promise<{
    readonly waiting: number;
    readonly leased: number;
    readonly dead: number;
    readonly oldestMs: number;
  }>;
}

export interface Metrics {
  /** Mount it before every door: measures each request under its route's template. */
  readonly timing: RequestHandler;
  /** Measures a request that goes by no router, under `route`. */
  timed(response: ServerResponse, route: string): void;
  /** Counts a turn of the conversation. */
  turn(door: string, outcome: 'handled' | 'duplicate' | 'failed'): void;
  /** Counts how a try of a job ended. */
  job(kind: string, how: string): void;
  /** Counts that a budget for language models passed so many percent. */
  budgetAlert(scope: string, percent: number): void;
  /** Prometheus text format. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** The process's own metrics, in a registry of their own. */
export const openMetrics = (gauges: Gauges): Metrics => {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const requests = new Histogram({
    name: 'pathfinder_http_request_duration_seconds',
    help: 'Time from the first byte of a request to the last of its answer, by route template',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers,
  });
  const turns = new Counter({
    name: 'pathfinder_turns_total',
    help: 'Turns of the conversation, by door and outcome',
    labelNames: ['door', 'outcome'],
    registers,
  });
  const jobs = new Counter({
    name: 'pathfinder_jobs_total',
    help: 'Tries of background jobs, by kind and how they ended: done, retried, dead, lost or stopped',
    labelNames: ['kind', 'how'],
    registers,
  });
  const alerts = new Counter({
    name: 'pathfinder_ai_budget_alerts_total',
    help: 'Budgets for language models that passed 50, 80 or 100 percent, by whose they are',
    labelNames: ['scope', 'percent'],
    registers,
  });
  new Gauge({
    name: 'pathfinder_outbox_backlog',
    help: 'Facts that people still have to be told',
    registers,
    async collect() {
      await refreshed(async () => this.set(await gauges.outboxBacklog()));
    },
  });
  new Gauge({
    name: 'pathfinder_oldest_due_job_seconds',
    help: 'How long the oldest due job has waited',
    registers,
    async collect() {
      await refreshed(async () => this.set((await gauges.jobs()).oldestMs / 1000));
    },
  });
  new Gauge({
    name: 'pathfinder_jobs',
    help: 'Background jobs by state',
    labelNames: ['state'],
    registers,
    async collect() {
      await refreshed(async () => {
        const depth = await gauges.jobs();
        for (const state of ['waiting', 'leased', 'dead'] as const) this.set({ state }, depth[state]);
      });
    },
  });

  const measure = (response: ServerResponse, routeOf: () => string): void => {
    const began = performance.now();
    response.once('finish', () => {
      const labels = { method: response.req.method ?? '', route: routeOf(), status: response.statusCode };
      requests.observe(labels, (performance.now() - began) / 1000);
    });
  };

  return {
    timing: (request, response, next) => {
      measure(response, () => {
        const path: unknown = request.route?.path;
        // Templates only: a label per URL would never stop growing.
        return typeof path === 'string' ? path : 'unmatched';
      });
      next();
    },
    timed: (response, route) => measure(response, () => route),
    turn: (door, outcome) => turns.inc({ door, outcome }),
    job: (kind, how) => jobs.inc({ kind, how }),
    budgetAlert: (scope, percent) => alerts.inc({ scope, percent }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
};

/** Metrics must be readable when what they measure is not: then the last value stands. */
const refreshed = (refresh: () => Promise<void>): Promise<void> => refresh().catch(() => undefined);
