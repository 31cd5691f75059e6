/** A time as a text names it, `HH:MM`, and where; `nextDay` when it says that it is the day after (`+1`). */
export interface SaidTime {
  readonly time: string;
  readonly index: number;
  readonly nextDay: boolean;
}

const OCLOCK = 'uhr|h|hrs|hours|horas?|heures?|uur';
const TIME = new RegExp(
  [
    // 2:30 PM, 10.30am, 2pm
    '(?<hour12>\\d{1,2})(?:[:.](?<minute12>\\d{2}))?\\s?(?<half>[ap])\\.?\\s?m\\b\\.?',
    // 14:30, 07h58, and with a word that says so 14.30 Uhr
    `(?<hour>\\d{1,2})(?:[:hH](?<minute>\\d{2})(?!\\d)|\\.(?<dotted>\\d{2})(?=\\s?(?:${OCLOCK})(?!\\p{L})))`,
    // 15 Uhr, 15h, ore 15
    `(?<full>\\d{1,2})\\s?(?:${OCLOCK})(?![\\p{L}\\d])`,
    '(?<word>noon|midday|midnight|mittags?|mediodía|midi|mezzogiorno|meio-dia)(?!\\p{L})',
  ]
    .map((form) => `(?<![\\d.,:€$£/+\\p{L}-])${form}`)
    .join('|'),
  'giu',
);
const NEXT_DAY =
  /^[^\d\p{L}]{0,4}\+\s?1|^[^\d\p{L}]{0,4}(?:(?:the )?(?:next|following) (?:day|morning)|am nächsten tag|día siguiente|lendemain|giorno dopo)/iu;
/** A number before these lasts, costs or weighs: it is no time. */
const LASTS = /^\s?(?:duration|dauer|vor(?:her)? |before |antes|avant|prima)/iu;

/** The times a text names, in order. */
export const saidTimes = (text: string): readonly SaidTime[] =>
  [...text.matchAll(TIME)].flatMap((found) => {
    const after = text.slice(found.index + found[0].length);
    const time = timeOf(found.groups ?? {});
    if (time === undefined || LASTS.test(after)) return [];
    return [{ time, index: found.index, nextDay: NEXT_DAY.test(after.replace(/^\s*(?:uhr|hrs|h)\b/i, '')) }];
  });

const timeOf = (said: Readonly<Record<string, string | undefined>>): string | undefined => {
  if (said.word) return /midnight/i.test(said.word) ? '00:00' : '12:00';
  const minute = said.minute12 ?? said.minute ?? said.dotted ?? '00';
  const hour = Number(said.hour12 ?? said.hour ?? said.full);
  if (Number(minute) > 59 || hour > (said.half ? 12 : 23) || (said.half && hour === 0)) return undefined;
  const full = said.half ? (hour % 12) + (said.half.toLowerCase() === 'p' ? 12 : 0) : hour;
  return `${String(full).padStart(2, '0')}:${minute}`;
};
