/** Where the time comes from; passed in wherever logic depends on it. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** The millisecond that was written last: turns write the same several times, and each takes half a microsecond. */
let last = { at: Number.NaN, text: '' };

/** A clock's instant as a UTC ISO string. */
export const instant = (clock: Clock): string => {
  const at = clock.now();
  if (at !== last.at) last = { at, text: new Date(at).toISOString() };
  return last.text;
};
