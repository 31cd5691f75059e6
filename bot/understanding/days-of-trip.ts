import { addDays, sayRange } from '../../trips/dates.ts';
import { numberSaid, SMALL_NUMBER } from '../../trips/number-words.ts';

/** The days of a trip, as far as they are settled, and today in its time zone. */
export interface TripSpan {
  readonly startDate?: string | undefined;
  readonly endDate?: string | undefined;
  readonly today: string;
}

const WE = "(?:we|i|they|everyone|everybody|the (?:families|kids|others))(?:['’]re| are|['’]ll| will| all)*";
/** The way there and the way home are said with the same words: which one is meant, the day on which it is said tells. */
const EITHER_WAY = `${WE} (?:fly|flying|leave|leaving|go|going|travel|travell?ing|set (?:off|out)|depart|head (?:off|out)|drive)(?: off| out)?|(?:the |our )?(?:flight|departure|take-?off)`;
const THERE = `${WE} (?:arrive|get there|check in|start)|(?:the |our )?(?:trip|journey|holidays?|vacation|arrival)(?: (?:starts|begins))?`;
const HOME = `${WE} (?:(?:fly|go|come|drive|get|head|leave for|travel) (?:back|home)(?: home)?|return|check out)|(?:the |our )?(?:flight (?:home|back)|return(?: flight)?|(?:trip|journey|holidays?|vacation) (?:ends|is over))`;
const EVENT = `(?:(?<home>${HOME})|(?<there>${THERE})|(?<either>${EITHER_WAY}))\\b`;
const PART = '(?<part>morning|afternoon|evening|night|day)';
const COUNT = `(?<count>${SMALL_NUMBER}|an?|a couple of|a few) (?<unit>days?|weeks?)`;
/** "The day before we fly", "two days before the trip", "the evening before we go home"; "the day we arrive", "the morning of the flight". */
const BESIDE = new RegExp(`\\b(?:on )?(?:the ${PART}|${COUNT}) (?<side>before|after) ${EVENT}`, 'gi');
const ON = new RegExp(`\\b(?:on )?(?:the |in the )${PART} (?:that |when |of )?${EVENT}`, 'gi');
const ENDS =
  /\b(?:on )?(?:the |our )(?<which>first|last) (?<part>morning|evening|night|day)(?: of (?:the|our) (?:trip|holidays?|vacation)| there)?\b(?! of\b)/gi;

const countOf = (said: string | undefined): number => {
  if (said === undefined || /^an?$/i.test(said)) return 1;
  if (/couple/i.test(said)) return 2;
  if (/few/i.test(said)) return 3;
  return numberSaid(said);
};

/**
 * A text in which days that the trip itself tells ("the day before we fly") are days of the calendar, in English. What the
 * trip's dates do not tell, since they are not settled, is taken out: the day is to be asked for.
 */
export const withDaysOfTrip = (text: string, { startDate, endDate, today }: TripSpan): string => {
  const written = (day: string | undefined, part: string | undefined): string =>
    day === undefined ? ' ' : `on ${sayRange(day, day)}${part && part.toLowerCase() !== 'day' ? ` ${part}` : ''}`;
  const dayOf = ({ home, there }: Record<string, string | undefined>): string | undefined =>
    home !== undefined || (there === undefined && startDate !== undefined && startDate < today) ? endDate : startDate;
  return text
    .replace(BESIDE, (...found) => {
      const groups = found.at(-1) as Record<string, string | undefined>;
      const day = dayOf(groups);
      const days = countOf(groups.count) * (/^week/i.test(groups.unit ?? '') ? 7 : 1);
      return written(day && addDays(day, groups.side?.toLowerCase() === 'before' ? -days : days), groups.part);
    })
    .replace(ON, (...found) => {
      const groups = found.at(-1) as Record<string, string | undefined>;
      return written(dayOf(groups), groups.part);
    })
    .replace(ENDS, (...found) => {
      const groups = found.at(-1) as Record<string, string | undefined>;
      return written(groups.which?.toLowerCase() === 'first' ? startDate : endDate, groups.part);
    });
};
