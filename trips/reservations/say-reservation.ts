import { sayDay, sayRange } from '../dates.ts';
import { sayMoney } from '../money.ts';
import type { Reservation, ReservationFacts } from './reservation.ts';

type Said = ReservationFacts & Pick<Partial<Reservation>, 'price'>;

/** When it is, in words: `11-15 June 2027, from 15:00`, `Fri 11 Jun 19:30`. */
export const sayWhen = ({ startDate, startTime, endDate = startDate, endTime }: Said): string => {
  if (endDate !== startDate) {
    const times = [startTime && `from ${startTime}`, endTime && `until ${endTime}`].filter(Boolean);
    return [sayRange(startDate, endDate), ...times].join(', ');
  }
  const times = [startTime, endTime].filter(Boolean).join('-');
  return times === '' ? sayDay(startDate) : `${sayDay(startDate)} ${times}`;
};

/** A reservation in one line: its name, when it is, and what else is known. */
export const sayReservation = (one: Said): string =>
  [
    one.name,
    sayWhen(one),
    one.price && sayMoney(one.price),
    one.confirmation && `confirmation ${one.confirmation}`,
    one.address,
  ]
    .filter(Boolean)
    .join(', ');
