import autocannon from 'autocannon';

/** What one round of load came to; latencies in milliseconds. */
export interface Round {
  readonly perSecond: number;
  readonly p50: number;
  readonly p97_5: number;
  readonly p99: number;
  readonly failed: number;
}

export interface Target {
  readonly name: string;
  readonly url: string;
  /** Headers and body of the nth request. */
  request(n: number): { readonly headers: Record<string, string>; readonly body?: string };
  readonly method?: 'GET' | 'POST' | 'PUT';
  /** The path of the nth request, when it varies. */
  path?(n: number): string;
}

/** Loads one target with `connections` for `seconds`. */
export const load = async (target: Target, connections: number, seconds: number): Promise<Round> => {
  let n = 0;
  const result = await autocannon({
    url: target.url,
    connections,
    duration: seconds,
    requests: [
      {
        method: target.method ?? 'POST',
        setupRequest: (request) => {
          n += 1;
          const path = target.path?.(n);
          return { ...request, ...target.request(n), ...(path === undefined ? {} : { path }) };
        },
      },
    ],
  });
  return {
    perSecond: result.requests.average,
    p50: result.latency.p50,
    p97_5: result.latency.p97_5,
    p99: result.latency.p99,
    failed: result.non2xx + result.errors + result.timeouts,
  };
};

const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;

/** The medians over several rounds; failures are added up. */
export const medians = (rounds: readonly Round[]): Round => ({
  perSecond: median(rounds.map(({ perSecond }) => perSecond)),
  p50: median(rounds.map(({ p50 }) => p50)),
  p97_5: median(rounds.map(({ p97_5 }) => p97_5)),
  p99: median(rounds.map(({ p99 }) => p99)),
  failed: rounds.reduce((sum, { failed }) => sum + failed, 0),
});
