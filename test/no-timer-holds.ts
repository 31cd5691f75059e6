/**
 * A connection that was cut leaves the timers by which the AMQP library notices silence, up to two minutes, which nobody
 * can reach: with this they do not keep the tests of a file from ending.
 */
export const letNoTimerHoldTests = (): void => {
  const rings = globalThis.setTimeout;
  beforeAll(() => {
    globalThis.setTimeout = ((then: () => void, ms?: number) => {
      const timer = rings(then, ms);
      return (ms ?? 0) >= 30_000 ? timer.unref() : timer;
    }) as typeof setTimeout;
  });
  afterAll(() => {
    globalThis.setTimeout = rings;
  });
};
