import { fieldsOf, MONTHS, monthNumber, WEEKDAYS, weekdayNumber } from './days/calendar.ts';

/** Days as words of an answer name them: `friday`, `the 11th`, `11-13 june`, `el 4 de junio`. */
interface NamedDays {
  readonly weekday?: number | undefined;
  /** 1 to 12. */
  readonly month?: number | undefined;
  readonly first?: number | undefined;
  readonly last?: number | undefined;
}

const SPANISH_MONTHS = 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre';
const SPANISH_WEEKDAYS = 'domingo lunes martes miercoles jueves viernes sabado';
const oneOf = (words: string): string => words.split(' ').join('|');

const WEEKDAY = `(?<weekday>${WEEKDAYS}|${oneOf(SPANISH_WEEKDAYS)})s?`;
const MONTH = `${MONTHS}|${oneOf(SPANISH_MONTHS)}`;
const DATE = String.raw`\d{1,2}(?:st|nd|rd|th)?`;
const NUMBERED = `(?:(?<before>${MONTH}) )?(?:the |el )?(?<first>${DATE})(?:\\s?(?:-|to|until|till|al?)\\s?(?:the |el )?(?<last>${DATE}))?(?: (?:of |de )?(?<after>${MONTH})\\b)?`;
/** Matches the days that are named in words of lower case and without marks. */
export const NAMED_DAYS = new RegExp(
  `\\b(?:(?:${WEEKDAY}\\b,? ?)?(?:the |el )?${NUMBERED}|${WEEKDAY.replace('weekday', 'alone')})\\b`,
  'g',
);

const monthOf = (name: string | undefined): number | undefined => {
  if (name === undefined) return undefined;
  const spanish = SPANISH_MONTHS.split(' ').indexOf(name);
  return spanish < 0 ? monthNumber(name) : spanish + 1;
};
const weekdayOf = (name: string | undefined): number | undefined => {
  if (name === undefined) return undefined;
  const spanish = SPANISH_WEEKDAYS.split(' ').indexOf(name);
  return spanish < 0 ? weekdayNumber(name) : spanish;
};
const numberOf = (date: string | undefined): number | undefined =>
  date === undefined ? undefined : Number.parseInt(date, 10);

/** What a match of {@link NAMED_DAYS} names. */
export const namedDays = ({
  weekday,
  alone,
  before,
  after,
  first,
  last,
}: Readonly<Record<string, string | undefined>>): NamedDays => ({
  weekday: weekdayOf(weekday ?? alone),
  month: monthOf(before ?? after),
  first: numberOf(first),
  last: numberOf(last),
});

/** Whether days of an option (each `YYYY-MM-DD`) are the ones named: both ends are among them where two are said. */
const fits = (days: readonly string[], { weekday, month, first, last }: NamedDays): boolean => {
  const among = days.map(fieldsOf);
  return (
    among.some((day) => (first ?? day.date) === day.date && (weekday ?? day.weekday) === day.weekday) &&
    (last === undefined || among.some(({ date }) => date === last)) &&
    (month === undefined || among.some((day) => day.month === month))
  );
};

/** The options, by their days, that are named; those that begin so where there are such. */
export const optionsOn = <O extends { readonly days?: readonly string[] | undefined }>(
  options: readonly O[],
  named: NamedDays,
): readonly O[] => {
  const fitting = options.filter(({ days = [] }) => fits(days, named));
  const begun = fitting.filter(({ days = [] }) => fits(days.slice(0, 1), { ...named, last: undefined }));
  return named.first !== undefined && begun.length > 0 ? begun : fitting;
};

/** The weekday that a word is, 0 (Sunday) to 6: `sun`, `el domingo`. */
export const weekdayIn = (word: string): number | undefined =>
  weekdayOf(ONLY_WEEKDAY.exec(word.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').trim())?.groups?.weekday);
const ONLY_WEEKDAY = new RegExp(`^(?:the |el |on )?${WEEKDAY}$`);

export const isWeekday = (word: string): boolean => weekdayIn(word) !== undefined;
