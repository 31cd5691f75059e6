/**
 * The processor time in milliseconds that `work` takes, the least of three: what a busy machine adds is left out, and
 * what is slow by itself is slow each time.
 */
export const cpuTimeOf = (work: () => unknown): number =>
  Math.min(
    ...Array.from({ length: 3 }, () => {
      const before = process.cpuUsage();
      work();
      return process.cpuUsage(before).user / 1_000;
    }),
  );
