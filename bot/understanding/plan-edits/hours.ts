import { CARDINAL, cardinal } from '../days/number-words.ts';
import { readTripDays } from '../plan-days.ts';
import { readTimes } from '../times.ts';
import { edit, only, type Reader } from './parts.ts';

const NUMBER = `\\d{1,3}|${CARDINAL}`;
const LATE =
  /\b(?:running|are|'re|am|'m|be|'ll be|is|got|getting|arrive|arriving|be there|behind)\b.{0,30}\blate\b|\blate by\b|\b(?:minutes?|mins?|hours?|hrs?)\b.{0,12}\b(?:late|behind|delayed)\b|\bdelayed (?:by )?\d|\b(?:train|bus|flight|plane|ferry|traffic|we(?:'re| are)?)\b.{0,20}\bdelay(?:s|ed)?\b|\b(?:arrive|arriving|(?:be|are|get) there)\b.{0,30}\b(?:minutes?|mins?|hours?|hrs?) (?:later|after)\b|\brunning (?:late|behind)\b|\bbehind schedule\b|\boverslept\b|^(?:sorry[, ]+)?(?:were|we are|we're|im|i am) (?:(?:a bit|a little|so|very|going to be|gonna be) )?late$|^(?:sorry[, ]+)?(?:ill|well|i will|we will) be (?:a bit |a little )?late\b/i;
const STARTS =
  /\b(?:start|begin|get going|set off|kick off|get up|wake up|leave)\b.{0,30}\b(?:later|not before|no earlier|at|after)\b|\b(?:sleep|sleeps|sleeping|rest|stay in bed|lie in|in bed)(?: in)? (?:till|until|to)\b|\bnothing (?:planned )?(?:before|until|till)\b|\b(?:a )?(?:late|later|slow|slower) start\b|\b(?:sleep|lie|stay in bed) (?:in|late|longer|more|a (?:bit|little) (?:longer|more|later))\b|\bnot (?:start )?before \d|\b(?:not (?:so|too|that|quite so|as)|too) early\b/i;

/** Minutes said: `40 minutes`, `an hour`, `half an hour`, `an hour and a half`. */
export const readMinutes = (text: string): number | undefined => {
  const words = text.toLowerCase();
  if (/\bhour and a half\b|\b(?:one|1) and a half hours?\b|\b1[.,]5 ?h/.test(words)) return 90;
  if (/\bhalf an hour\b|\bhalf hour\b/.test(words)) return 30;
  if (/\bquarter of an hour\b/.test(words)) return 15;
  const found = new RegExp(`\\b(${NUMBER}|an?|couple of) ?(min(?:ute)?s?|m|hours?|hrs?|h)\\b`, 'i').exec(words);
  if (!found?.[1]) return undefined;
  const count = /^an?$/.test(found[1])
    ? 1
    : /couple/.test(found[1])
      ? 2
      : Number(found[1]) || (cardinal(found[1]) ?? 0);
  const minutes = /^h/.test(found[2] ?? '') ? count * 60 : count;
  return minutes >= 1 && minutes <= 720 ? minutes : undefined;
};

export const readLate: Reader = (words, { today, now }) => {
  if (!LATE.test(words)) return undefined;
  const minutes = readMinutes(words);
  return minutes === undefined ? { kind: 'open', lacks: 'minutes' } : { kind: 'late', minutes, on: today, now };
};

/** An hour from getting up to being out. */
const HOUR = 60;
export const readStart: Reader = (words, context) => {
  if (!STARTS.test(words)) return undefined;
  const times = readTimes(words.replace(/\b(until|till|before|after) (\d{1,2})\b(?![:.]\d| ?[ap]m)/gi, 'at $2'));
  const [first] = times;
  const sleeps = /\b(?:sleep|bed|rest|wake|get up|lie in)/i.test(words);
  const [hours = 0, minutes = 0] = (first?.time ?? '').split(':').map(Number);
  const out = Math.min(23 * 60, hours * 60 + minutes + (sleeps ? HOUR : 0));
  const at = first && `${String(Math.floor(out / 60)).padStart(2, '0')}:${String(out % 60).padStart(2, '0')}`;
  const later = at === undefined && /\blater\b/i.test(words) ? readMinutes(words) : undefined;
  return edit({ kind: 'start', at, on: only(readTripDays(words, context)), minutesLater: later });
};

const FREE =
  /\b(?:leave|keep|make|have|want|need|give us)\b(?!.*\bmore\b).{0,40}\b(?:free|off|open|empty|unplanned)(?: (?:time|day|morning|afternoon|evening))?(?: (?:on|for|in)\b.*)?$|^(?:an? )?free (?:day|morning|afternoon|evening)\b|\b(?:rest|lazy|free|quiet) day\b|\bday off\b|^nothing (?:at all )?(?:on|for|after|from|in)\b/i;
const ENDS =
  /\b(?:nothing (?:planned )?(?:after|from)|(?:finish|end|stop|be done|be finished|wrap up|be back|be home)\b.{0,20}\b(?:by|at|before|until))\b/i;
/** Somebody has had enough of today, or would leave out whatever it is. */
const ENOUGH =
  /\b(?:skip|drop|leave out|cut|cancel) (?:something|a thing|one thing|anything|one of them)\b|\b(?:kids|children|we|everyone|everybody|little ones?|all|girls|boys)(?: are|'re| is|re)? (?:all )?(?:so |too |very |really |pretty )?(?:tired|exhausted|knackered|worn out|wiped(?: out)?)\b/i;
const LIGHTER =
  /\btoo (?:much|full|packed|busy|many things|long|tiring|crammed)\b|\boverloaded\b|\b(?:less|fewer things|more (?:free )?time|more rest|slower|easier|lighter|calmer|relax\w*|slow(?:er)? down|take it easy)\b|\b(?:end|finish|stop|be (?:back|done)) earlier\b/i;
/** When the parts of a day are. */
const PARTS: Readonly<Record<string, readonly [string, string]>> = {
  morning: ['00:00', '12:00'],
  afternoon: ['12:00', '18:00'],
  evening: ['18:00', '23:59'],
  night: ['18:00', '23:59'],
};

/** Time of a day that is to stay free. */
export const readFree: Reader = (words, context) => {
  const [day] = FREE.test(words) || ENDS.test(words) ? readTripDays(words, context) : [];
  if (!day) return undefined;
  const on = day.date;
  const [time] = ENDS.test(words) ? readTimes(words.replace(/\b(?:after|before) (?=\d)/gi, 'at ')) : [];
  // "Finish by 5" is said of the afternoon.
  const from = time && (time.time < '11:00' && !/a\.?m|morning/i.test(words) ? later(time.time) : time.time);
  if (from !== undefined) return edit({ kind: 'free', on, from, to: '23:59' });
  if (!FREE.test(words)) return undefined;
  const part = day.part ?? /\b(morning|afternoon|evening|night)\b/i.exec(words)?.[1]?.toLowerCase();
  const [begins, ends] = PARTS[part ?? ''] ?? [];
  return edit({ kind: 'free', on, from: begins, to: ends });
};

/** A day that is to hold less. */
export const readLighter: Reader = (words, context) => {
  const enough = ENOUGH.test(words);
  if (!enough && !LIGHTER.test(words)) return undefined;
  const [day] = readTripDays(words, context);
  // On the days of the trip it is said of today, where a day is spoken of at all.
  const today = (enough || /\bday\b/i.test(words)) && context.dates.includes(context.today) ? context.today : undefined;
  const on = day?.date ?? today;
  return on === undefined ? undefined : { kind: 'lighten', on };
};

/** A time of the morning as the same of the afternoon. */
const later = (time: string): string => `${Number(time.slice(0, 2)) + 12}${time.slice(2)}`;
