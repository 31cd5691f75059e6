import { sayDay, sayRange } from '../dates.ts';
import type { Language } from '../language.ts';
import { sayMoney } from '../money.ts';
import type { Reservation, ReservationFacts } from './reservation.ts';

type Said = ReservationFacts & Pick<Partial<Reservation>, 'price'>;

const WORDS: Readonly<
  Record<Language, { readonly from: string; readonly until: string; readonly confirmation: string }>
> = {
  en: { from: 'from', until: 'until', confirmation: 'confirmation' },
  es: { from: 'desde las', until: 'hasta las', confirmation: 'confirmación' },
};

/** When it is, in words: `11-15 June 2027, from 15:00`, `Fri 11 Jun 19:30`. */
export const sayWhen = (
  { startDate, startTime, endDate = startDate, endTime }: Said,
  language: Language = 'en',
): string => {
  const { from, until } = WORDS[language];
  if (endDate !== startDate) {
    const times = [startTime && `${from} ${startTime}`, endTime && `${until} ${endTime}`].filter(Boolean);
    return [sayRange(startDate, endDate, language), ...times].join(', ');
  }
  const times = [startTime, endTime].filter(Boolean).join('-');
  return times === '' ? sayDay(startDate, language) : `${sayDay(startDate, language)} ${times}`;
};

/** A reservation in one line: its name, when it is, and what else is known. */
export const sayReservation = (one: Said, language: Language = 'en'): string =>
  [
    one.name,
    sayWhen(one, language),
    one.price && sayMoney(one.price, language),
    one.confirmation && `${WORDS[language].confirmation} ${one.confirmation}`,
    one.address,
  ]
    .filter(Boolean)
    .join(', ');
