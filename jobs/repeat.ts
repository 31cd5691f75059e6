/** Work that is done again and again, and at once when woken. */
export interface Repeated {
  /** Runs soon, without waiting for the next time. */
  wake(): void;
  /** Resolves when the run under way has ended; none follows. */
  stop(): Promise<void>;
}

/** Runs `work` every `everyMs`, one run at a time; as long as it returns more than zero it is run again at once. */
export const repeat = (everyMs: number, work: () => Promise<number>, onError: (error: unknown) => void): Repeated => {
  let stopped = false;
  let woken = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;

  const run = async (): Promise<void> => {
    do {
      woken = false;
      try {
        while (!stopped && (await work()) > 0);
      } catch (error) {
        onError(error);
      }
    } while (woken && !stopped);
  };
  const start = (): void => {
    clearTimeout(timer);
    if (stopped) return;
    running = run().finally(() => {
      running = undefined;
      if (!stopped) timer = setTimeout(start, everyMs);
    });
  };
  timer = setTimeout(start, 0);

  return {
    wake: () => {
      if (running) woken = true;
      else start();
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
};
