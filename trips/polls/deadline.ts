import { DateTime } from 'luxon';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The longest that voting goes on when too few families have answered. */
const LONGEST_EXTENSION_MS = DAY_MS;
/** Polls that are open for less remind nobody: they have only just been asked. */
const LEAST_TO_REMIND_MS = 2 * HOUR_MS;
/** Hours of the trip's clocks in which people are reminded of a poll; the evening is when they are when a morning will not do. */
const [FIRST_HOUR, LAST_HOUR, EVENING_HOUR] = [9, 21, 19];

/**
 * When voting ends that is extended at `at`, past its deadline: as long again as it was to be open, an hour at least and
 * a day at most. All are UTC instants.
 */
export const extendedUntil = (createdAt: string, closesAt: string, at: string): string => {
  const open = Math.max(HOUR_MS, Date.parse(closesAt) - Date.parse(createdAt));
  return new Date(Date.parse(at) + Math.min(LONGEST_EXTENSION_MS, open)).toISOString();
};

/**
 * When families that have not answered are reminded (UTC): with a quarter of the time left, a day at most, by day. At
 * night it is the evening before, or else the morning when that still leaves an hour. Nothing for a poll that is open for
 * less than two hours. `zone` is the trip's IANA time zone.
 */
export const remindAtFor = (at: string, closesAt: string, zone: string): string | undefined => {
  const [from, to] = [Date.parse(at), Date.parse(closesAt)];
  if (to - from < LEAST_TO_REMIND_MS) return undefined;
  const wished = DateTime.fromMillis(to - Math.min(DAY_MS, (to - from) / 4), { zone });
  if (wished.hour >= FIRST_HOUR && wished.hour < LAST_HOUR) return wished.toUTC().toISO() ?? undefined;
  const day = wished.startOf('day');
  const evening = (wished.hour < FIRST_HOUR ? day.minus({ days: 1 }) : day).set({ hour: EVENING_HOUR });
  const morning = (wished.hour < FIRST_HOUR ? day : day.plus({ days: 1 })).set({ hour: FIRST_HOUR });
  const hours = (moment: DateTime, since: number): number => (moment.toMillis() - since) / HOUR_MS;
  if (hours(evening, from) >= 1) return evening.toUTC().toISO() ?? undefined;
  return hours(morning, to) <= -1 ? (morning.toUTC().toISO() ?? undefined) : undefined;
};
