/** How often a thing is looked at: at a person's pace, since a hot loop would run into the doors' own limits. */
const PACE_MS = 25;
/** Less than a test may take: a wait in vain fails by its own words, and leaves nothing running. */
const PATIENCE_MS = 45_000;

/** Looks again and again until there is something to see, and gives it; fails with `what` was waited for in vain. */
export const eventually = async <T>(
  what: string,
  look: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> => {
  const started = performance.now();
  for (;;) {
    const seen = await look();
    if (seen !== undefined && seen !== false) return seen;
    if (performance.now() - started > PATIENCE_MS) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, PACE_MS));
  }
};
