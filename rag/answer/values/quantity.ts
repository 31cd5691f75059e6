/** What a number counts. Money is its currency. */
export type Unit = 'age' | 'clock' | 'mass' | 'length' | 'distance' | `money ${string}`;

/** Where the limit lies that a text sets: `from` and `to` hold themselves, `over` and `under` do not. */
export type Bound = 'from' | 'to' | 'over' | 'under';

/** A number with its unit, exact: in thousandths of a year, a minute, a gram, a millimetre, a metre of way or the currency's unit. */
export interface Quantity {
  readonly unit: Unit;
  readonly thousandths: bigint;
  /** Digits behind the point, as it was written. */
  readonly decimals: number;
  readonly bound: Bound | undefined;
  /** As it was written, unit and all. */
  readonly text: string;
  readonly start: number;
}

const NUMBER =
  "\\d{1,3}(?:[,’']\\d{3})+(?:\\.\\d{1,3})?|\\d{1,3}(?:\\.\\d{3})+(?:,\\d{1,2})?(?!\\d)|\\d+(?:[.,]\\d{1,2})?";
const CODE = 'EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN|CZK|HUF|JPY|AUD|CAD|NZD|THB|INR|ZAR|BRL|TRY|MAD|ISK';
const SIGNS: Readonly<Record<string, string>> = { '€': 'EUR', $: 'USD', '£': 'GBP', '¥': 'JPY' };
const WORDS: Readonly<Record<string, string>> = { euro: 'EUR', pound: 'GBP', dollar: 'USD', franc: 'CHF', yen: 'JPY' };
const MONEY_FIRST = new RegExp(`(?<unit>\\b(?:${CODE})|[€$£¥]):?\\s?(?<number>${NUMBER})(?![\\d.,]*\\d)`, 'gu');
const MONEY_LAST = new RegExp(
  `(?<![\\d.,:])(?<number>${NUMBER})\\s?(?<unit>(?:${CODE})\\b|[€£]|(?:euro|dollar|franc)s?\\b)`,
  'gu',
);
/** What a unit counts, and how many thousandths of what is counted one of it is. */
const MEASURES: Readonly<Record<string, readonly [Unit, bigint]>> = {
  kg: ['mass', 1_000_000n],
  kilo: ['mass', 1_000_000n],
  kilos: ['mass', 1_000_000n],
  g: ['mass', 1_000n],
  cm: ['length', 10_000n],
  m: ['length', 1_000_000n],
  km: ['distance', 1_000_000n],
};
const MEASURE = new RegExp(`(?<![\\d.,:])(?<number>${NUMBER})\\s?(?<unit>kg|kilos?|g|cm|m|km)\\b`, 'gu');
const AGE =
  /(?<![\d.,:])(?<number>\d{1,2})(?:\s?(?:-| )?(?:years?|yrs?|yo)\b(?: old| of age)?|(?= (?:and|or) (?:over|older|up|under|younger)\b)|(?= ?(?:to|-|–) ?\d{1,2} (?:years?|yrs?)\b))|\b(?:aged?|ages|under|over|above|below|from age|age)[ -](?<bare>\d{1,2})(?:s\b|\b)(?![.,:]?\d|\s?(?:%|kg|kilos?|cm|m|km|min|minutes|hours?|h|days?|nights?|weeks?|people|persons|knots|degrees|euros?)\b)/giu;
const CLOCK =
  /(?<![\d.,:])(?<hour>[01]?\d|2[0-4])(?:[:.](?<minute>[0-5]\d))?\s?(?<half>am|pm|a\.m\.|p\.m\.)(?![\p{L}])|(?<![\d.,:])(?<whole>[01]?\d|2[0-4]):(?<minutes>[0-5]\d)(?![:\d])/giu;

/** Every amount, measure, age and time in a text whose unit is plain, in order. */
export const quantitiesIn = (text: string): readonly Quantity[] => {
  const found: Quantity[] = [];
  let rest = text;
  const take = (pattern: RegExp, read: (groups: Readonly<Record<string, string | undefined>>) => Read): void => {
    for (const match of rest.matchAll(pattern)) {
      const value = read(match.groups ?? {});
      if (!value) continue;
      const [whole] = match;
      found.push({
        ...value,
        text: whole.trim().replace(': ', ' '),
        start: match.index,
        bound: boundOf(text, match.index, whole),
      });
      rest = `${rest.slice(0, match.index)}${' '.repeat(whole.length)}${rest.slice(match.index + whole.length)}`;
    }
  };
  const money = ({ unit = '', number = '' }: Readonly<Record<string, string | undefined>>): Read => {
    const currency = SIGNS[unit] ?? WORDS[unit.toLowerCase().replace(/s$/, '')] ?? unit;
    return { unit: `money ${currency}`, ...scaled(number, 1_000n) };
  };
  take(MONEY_FIRST, money);
  take(MONEY_LAST, money);
  take(CLOCK, clock);
  take(MEASURE, ({ unit = '', number = '' }) => {
    const [what, each] = MEASURES[unit.toLowerCase()] ?? [];
    return what === undefined || each === undefined ? undefined : { unit: what, ...scaled(number, each) };
  });
  take(AGE, ({ number, bare }) => ({ unit: 'age', thousandths: BigInt(number ?? bare ?? 0) * 1_000n, decimals: 0 }));
  return found.toSorted((a, b) => a.start - b.start);
};

type Read = Pick<Quantity, 'unit' | 'thousandths' | 'decimals'> | undefined;

const clock = ({ hour, minute, half, whole, minutes }: Readonly<Record<string, string | undefined>>): Read => {
  const late = half?.toLowerCase().startsWith('p');
  const hours = Number(hour ?? whole);
  if (half !== undefined && (hours > 12 || hours === 0)) return undefined;
  const of24 = half === undefined ? hours : (hours % 12) + (late ? 12 : 0);
  return { unit: 'clock', thousandths: BigInt(of24 * 60 + Number(minute ?? minutes ?? 0)) * 1_000n, decimals: 0 };
};

/** A written number in thousandths of what one of its unit is. `1,200.50` and `1.200,50` are the same. */
const scaled = (number: string, each: bigint): { readonly thousandths: bigint; readonly decimals: number } => {
  const [, whole = number, fraction = ''] = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(number) ?? [];
  const digits = BigInt(`${whole.replace(/\D/g, '')}${fraction}`);
  return { thousandths: (digits * each) / 10n ** BigInt(fraction.length), decimals: fraction.length };
};

const FROM = /\b(?:from|at least|min(?:imum)?(?: age| height)?(?: is| of)?:?|starting at)(?: the age of| age)?:?\s*$/i;
const TO = /\b(?:up to|at most|max(?:imum)?(?: of| is)?:?|until|till|no more than|by|latest)(?: the age of| age)?\s*$/i;
const OVER = /\b(?:over|above|more than|older than|taller than|heavier than|after|past)(?: the age of| age)?\s*$/i;
const UNDER =
  /\b(?:under|below|less than|younger than|shorter than|smaller than|lighter than|before)(?: the age of| age)?\s*$/i;
const AND_UP = /^\s*(?:and|or) (?:over|older|up|above|more|taller)\b|^\s?\+/i;
const AND_DOWN = /^\s*(?:and|or) (?:under|younger|below|less)\b/i;

const boundOf = (text: string, start: number, whole: string): Bound | undefined => {
  const inside = /^\D*/.exec(whole)?.[0] ?? '';
  const before = `${text.slice(Math.max(0, start - 30), start)}${inside}`;
  const after = text.slice(start + whole.length, start + whole.length + 20);
  if (FROM.test(before) || AND_UP.test(after)) return 'from';
  if (TO.test(before) || AND_DOWN.test(after)) return 'to';
  if (OVER.test(before)) return 'over';
  return UNDER.test(before) ? 'under' : undefined;
};

/** Whether a value keeps to a limit. Expects the same unit. */
export const keepsTo = ({ thousandths }: Pick<Quantity, 'thousandths'>, bound: Bound, limit: bigint): boolean =>
  ({
    from: thousandths >= limit,
    to: thousandths <= limit,
    over: thousandths > limit,
    under: thousandths < limit,
  })[bound];

/** An amount of money written as another one is: `EUR 1,200.50`, `$40`, `12,50 €`. */
export const sayLike = ({ text, decimals }: Pick<Quantity, 'text' | 'decimals'>, thousandths: bigint): string => {
  const comma = /\d,\d{1,2}(?!\d)/.test(text) || /\d\.\d{3}(?!\d)/.test(text);
  const places = Math.max(decimals, thousandths % 1_000n === 0n ? 0 : 2);
  const digits = `${thousandths / 10n ** BigInt(3 - places)}`.padStart(places + 1, '0');
  const whole = places === 0 ? digits : digits.slice(0, -places);
  const grouped = whole.replace(/(?<=\d)(?=(?:\d{3})+$)/g, comma ? '.' : ',');
  const number = places === 0 ? grouped : `${grouped}${comma ? ',' : '.'}${digits.slice(-places)}`;
  return text.replace(/\d(?:[\d.,’']*\d)?/, () => number);
};
