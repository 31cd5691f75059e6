import type { Money } from '../money.ts';
import type { Reservation, ReservationKind } from './reservation.ts';

/** A reservation as a plan must keep to it. */
export interface FixedPoint {
  readonly reservationId: string;
  readonly kind: ReservationKind;
  readonly name: string;
  /** First and last day, in the trip's time zone; the same for what is over the same day. */
  readonly startDate: string;
  readonly endDate: string;
  /** Minutes after midnight of its day; absent when the time is not known. */
  readonly start?: number | undefined;
  readonly end?: number | undefined;
  readonly address?: string | undefined;
  /** For everything that was booked together. */
  readonly price?: Money | undefined;
}

const minutesOf = (time: string): number => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
};

/**
 * What a plan of the trip keeps to: all that is booked for everyone and falls into its days, in the order it begins.
 * What a family keeps to itself stays out of it.
 */
export const fixedPoints = (
  reservations: readonly Reservation[],
  trip: { readonly startDate: string; readonly endDate: string },
): readonly FixedPoint[] =>
  reservations
    .filter(({ status, scope }) => status === 'booked' && scope === 'trip')
    .map(({ id, kind, name, startDate, startTime, endDate = startDate, endTime, address, price }) => ({
      reservationId: id,
      ...{ kind, name, startDate, endDate, address, price },
      start: startTime === undefined ? undefined : minutesOf(startTime),
      end: endTime === undefined ? undefined : minutesOf(endTime),
    }))
    .filter(({ startDate, endDate }) => startDate <= trip.endDate && endDate >= trip.startDate)
    .sort((a, b) => a.startDate.localeCompare(b.startDate) || (a.start ?? 0) - (b.start ?? 0));
