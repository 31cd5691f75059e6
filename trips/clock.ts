/** Where the time comes from; passed in wherever logic depends on it. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** A clock's instant as a UTC ISO string. */
export const instant = (clock: Clock): string => new Date(clock.now()).toISOString();
