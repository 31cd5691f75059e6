import { DateTime } from 'luxon';
import { z } from 'zod';
import { type Language, LOCALES } from './language.ts';

/** A calendar day `YYYY-MM-DD` in the trip's time zone. */
export const day = z.iso.date();
/** A UTC instant. */
export const utc = z.iso.datetime();

/** Days from `start` to `end`, both included; empty when they are the wrong way round. */
export const daysBetween = (start: string, end: string): readonly string[] => {
  const days: string[] = [];
  let cursor = DateTime.fromISO(start, { zone: 'utc' });
  const last = DateTime.fromISO(end, { zone: 'utc' });
  while (cursor <= last && days.length < 366) {
    days.push(cursor.toISODate() ?? '');
    cursor = cursor.plus({ days: 1 });
  }
  return days;
};

/** `Fri 11 Jun` for a day, `vie 11 jun` in Spanish; the year is left out. */
export const sayDay = (isoDay: string, language: Language = 'en'): string =>
  DateTime.fromISO(isoDay, { zone: 'utc', locale: LOCALES[language] }).toFormat('ccc d LLL');

/** `11-15 June 2027`, `11 June 2027` for one day, or `30 June - 2 July 2027`; in Spanish `del 11 al 15 de junio de 2027`. */
export const sayRange = (start: string, end: string, language: Language = 'en'): string => {
  const from = DateTime.fromISO(start, { zone: 'utc', locale: LOCALES[language] });
  const to = DateTime.fromISO(end, { zone: 'utc', locale: LOCALES[language] });
  if (start === end) return to.toFormat(language === 'es' ? "d 'de' LLLL 'de' yyyy" : 'd LLLL yyyy');
  if (language === 'es') {
    const month = from.hasSame(to, 'month') ? '' : " 'de' LLLL";
    const year = from.year === to.year ? '' : " 'de' yyyy";
    return `del ${from.toFormat(`d${month}${year}`)} al ${to.toFormat("d 'de' LLLL 'de' yyyy")}`;
  }
  if (from.hasSame(to, 'month')) return `${from.day}-${to.toFormat('d LLLL yyyy')}`;
  return `${from.toFormat(from.year === to.year ? 'd LLLL' : 'd LLLL yyyy')} - ${to.toFormat('d LLLL yyyy')}`;
};

/** Days as people say them who do not know them yet: `May 2027`, `late May 2027`; others as a range. */
export const sayRoughly = (start: string, end: string, language: Language = 'en'): string => {
  const from = DateTime.fromISO(start, { zone: 'utc', locale: LOCALES[language] });
  const last = from.endOf('month').day;
  const [first, until] = [from.day, DateTime.fromISO(end, { zone: 'utc' }).day];
  const part = PARTS_OF_MONTH.find(([a, b]) => a === first && (b ?? last) === until);
  if (!part || start.slice(0, 7) !== end.slice(0, 7)) return sayRange(start, end, language);
  return `${part[2][language]}${from.toFormat(language === 'es' ? "LLLL 'de' yyyy" : 'LLLL yyyy')}`;
};
/** First and last day, the month's own last where absent, and how that is said. */
const PARTS_OF_MONTH: readonly (readonly [number, number | undefined, Readonly<Record<Language, string>>])[] = [
  [1, undefined, { en: '', es: '' }],
  [1, 10, { en: 'early ', es: 'principios de ' }],
  [11, 20, { en: 'mid-', es: 'mediados de ' }],
  [21, undefined, { en: 'late ', es: 'finales de ' }],
];

/** `20:00 Thu 10 Jun` in the given time zone; in Spanish `jue 10 jun, 20:00`. */
export const sayInstant = (iso: string, timeZone: string, language: Language = 'en'): string =>
  DateTime.fromISO(iso, { zone: 'utc', locale: LOCALES[language] })
    .setZone(timeZone)
    .toFormat(language === 'es' ? 'ccc d LLL, HH:mm' : 'HH:mm ccc d LLL');

/** The UTC instant at which it is `time` (`HH:MM`) on `isoDay` in the given time zone. */
export const instantAt = (isoDay: string, time: string, timeZone: string): string =>
  DateTime.fromISO(`${isoDay}T${time}`, { zone: timeZone }).toUTC().toISO() ?? `${isoDay}T${time}:00.000Z`;

/** The day of an instant in the given time zone. */
export const dayOf = (iso: string, timeZone: string): string =>
  DateTime.fromISO(iso, { zone: 'utc' }).setZone(timeZone).toISODate() ?? iso.slice(0, 10);

/** The time of day of an instant in the given time zone, as `HH:MM`. */
export const timeOf = (iso: string, timeZone: string): string =>
  DateTime.fromISO(iso, { zone: 'utc' }).setZone(timeZone).toFormat('HH:mm');

/** The day before. */
export const previousDay = (isoDay: string): string =>
  DateTime.fromISO(isoDay, { zone: 'utc' }).minus({ days: 1 }).toISODate() ?? isoDay;

/** The day after. */
export const nextDay = (isoDay: string): string =>
  DateTime.fromISO(isoDay, { zone: 'utc' }).plus({ days: 1 }).toISODate() ?? isoDay;

/** So many days later; earlier when negative. */
export const addDays = (isoDay: string, days: number): string =>
  DateTime.fromISO(isoDay, { zone: 'utc' }).plus({ days }).toISODate() ?? isoDay;
