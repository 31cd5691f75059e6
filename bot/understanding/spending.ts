import { amountsIn, type FoundAmount, inDigits } from './amounts.ts';
import { readDays } from './days/read-days.ts';
import { readReceipt } from './receipt.ts';
import { readTimes } from './times.ts';

/** One thing that was paid for. */
export interface Spent {
  /** Absent where the message does not say what for. */
  readonly what?: string;
  /** In whole units of the currency. */
  readonly value: number;
  /** ISO 4217; absent where none was said. */
  readonly currency?: string;
  /** So much for each of these, who are not counted in the message. */
  readonly each?: Each;
}
export type Each = 'person' | 'child' | 'adult' | 'family';

/** What a message tells of money that was spent. */
export interface Spending {
  /** What things cost, in their order. */
  readonly items: readonly Spent[];
  /** Who paid, as they are called; absent where it is the speaker's family or nobody is named. */
  readonly payer?: string;
  /** Whether it says that somebody paid. */
  readonly paid: boolean;
  /** Whether it says nothing else than what things cost: `groceries 58.40`. */
  readonly bare: boolean;
}

const OPENING =
  /^(?:(?:hi|hey|hello|ok(?:ay)?|so|also|and|btw|fyi|just|oh|please|pls|(?:can|could) you|note(?: down)?(?: that)?|write down(?: that)?|put(?: down)?|add|expense|new expense)\b[\s,:]*)+/i;
const PAID =
  '(?:paid|spent|covered|fronted|forked out|shelled out|coughed up|laid out|stumped up|splashed out|chipped in|forked over|got|bought|picked up|put (?:in|down)|took care of|treated us to|p[ai]+d)';
const WE = '(?:we|i|us|me|our family|my family|my (?:wife|husband|partner))';
const FAMILY =
  "(?:the )?(?!(?:it|that|this|they|he|she|who|what|total|just|and|then|also)\\b)[\\p{L}'’-]{2,40}(?: family)?";
const ADVERBS = "(?:['’]ve| have| has| had)?(?: just| already| also| both)*";
/** Who paid, before what was paid: `we just got`, `the Chens have paid`. */
const PAYER_FIRST = new RegExp(`^(?<who>${WE}|${FAMILY})${ADVERBS} ${PAID}\\b(?: us| out| for)?`, 'iu');
const PAID_FIRST = new RegExp(`^(?:just |already )?${PAID}\\b(?: us| out| for)?`, 'iu');
/** Who paid, behind it: `…, we paid it`, `on us`, `paid by the Chens`. */
const PAYER_LAST: readonly RegExp[] = [
  new RegExp(
    `[\\s,;.–-]*\\b(?:and |which |that )?(?<who>${WE}|${FAMILY}) (?:have |has |just |already )*(?:paid|covered|got|bought)(?: (?:for )?(?:it|that|this|them|those|all|everything))*(?=[\\s,;.!]|$)`,
    'iu',
  ),
  new RegExp(
    `[\\s,;.–-]*\\b(?:was |were |is |are |all )*(?:on (?=us\\b|me\\b)|(?:paid|covered) by )(?<who>us|me|our family|${FAMILY})(?=[\\s,;.!]|\\d|$)`,
    'iu',
  ),
  /[\s,;.–-]*\b(?:was |were |is )?(?<who>our|my) (?:treat|round)\b/iu,
];
const OURS = new RegExp(`^(?:${WE}|our|my)$`, 'iu');

/** `3 x 14.50`, `14.50 x 3`, `4 tickets at 12 each`: what comes to one sum. */
const TIMES = /(?<![\d.,])(\d{1,2})\s?[x×*]\s*$/iu;
const TIMES_LAST = /^\s*(?:each\s*)?[x×*]\s?(\d{1,2})(?![\d.,])/iu;
const EACH =
  /^\s*(?:(?<each>each|apiece|a piece|pp|p\.p\.?|p\/p|per (?:person|head|pax|adult|kid|child|family)|(?:a|for (?:each|every)) (?:person|head|adult|kid|child|family)|(?:for )?every(?:body|one) each)\b)(?:\s+for (?:all )?(?:the |our )?(?<whom>kids|children|adults|grown-?ups|families|everyone|everybody))?/iu;
/** `for the kids`, before what each of them cost. */
const FOR_WHOM = /\bfor (?:all )?(?:the |our )?(kids|children|adults|families)\b/iu;
/** `4 tickets`, before their price. */
const COUNT_OF = /(?<![\d.,])(\d{1,2}) (\p{L}[\p{L}'’ -]{1,40}?)(?: at| @| for| à| cost| were)?\s*$/iu;

const JOINS = /^[\s,;:.&+/()–-]*(?:(?:and|plus|then|also|as well as)\b[\s,]*)*/iu;
const ADDS_TO = /^[\s,]*(?:\+|plus\b|and (?:a |an )?(?=tip|service)|with (?:a |an )?(?=tip|service))/iu;
const EXTRA = /^(?:an? |the )?(?:tip|tips|service(?: charge)?|propina|tax(?:es)?|vat)?$/iu;
/** Where what is said of the division, the day or the guests begins, and the thing ends. */
const TAIL =
  /[\s,;]*\b(?:split|divided?|shared?|only|just|by head|per (?:head|person)|without|except|not|minus|for (?:the )?(?:everyone|everybody|all(?: of us)?|us all|us|whole group|kids|children|adults|group)|half|today|yesterday|last night|this morning|tonight|this (?:afternoon|evening)|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:at|on) \d|in (?:cash|total)|(?:by |with )?(?:cash|card)|total|altogether|thanks?|please|pls|to our tab|on our tab)\b.*$/isu;
const TOLD_OF_IT = /[\s,]+(?:that|which|who)\b.*$/iu;
const COST_WORDS =
  /[\s,:=–-]*\b(?:was|were|is|are|costs?|fue(?:ron)?|cost[oó]|costaron|eran?|son|came to|at|for|of|total(?:led)?|about|around|exactly|to|it|:)?[\s:=–-]*$/iu;
const PREPOSITION = /^[\s,:]*(?:(?:for|on|of|in|at|worth of|to)\b\s*)?(?:(?:our|some|an?|my)\b\s+)*/iu;
/** Somebody does something: that is no thing that was paid for. */
const NO_THING =
  /(?<!\p{L})(?:we|i|he|she|they|you|paid|pay|spent|gave|give|sent|owe[sd]?|owing|budget|limit|max|have|has|had|split|want|need|would|could|should|can|booked|reserved|vote|book|limit|each|deposit back|back|does|do|if|when|what|how|not|no|poll|option|day|trip|set|total|whole|i['’]?m|consent|code|contact|phone|aged?|maximum|change|correct|wrong|now|price|bump|raise|told|vote|voted|booking|room|check|use|presupuesto|l[ií]mite|m[aá]ximo|tenemos|queremos|podemos|reservamos|encuesta|viaje|opci[oó]n|d[ií]a|noche)(?!\p{L})|[:?]/iu;
const MOST_OF_A_THING = 60;
const WORDS_OF_A_THING = 7;

const wordsOf = (words: string): number => words.trim().split(/\s+/).length;

/** What a thing is called by the words that name it. */
const thing = (words: string): string | undefined => {
  const said = words
    .replace(TAIL, '')
    .replace(TOLD_OF_IT, '')
    .replace(/(?:[\s,;:.!()&+–-]|\b(?:and|plus)\b)+$|^[\s,;:.()–-]+/giu, '')
    .trim();
  const [first = ''] = said.split(',');
  const name = wordsOf(said) <= WORDS_OF_A_THING ? said : first;
  return /\p{L}{2}/u.test(name) && wordsOf(name) <= WORDS_OF_A_THING && !/^(?:it|that|this|them|all)$/i.test(name)
    ? name.slice(0, MOST_OF_A_THING)
    : undefined;
};
const before = (words: string): string | undefined =>
  thing(
    words
      .replace(JOINS, '')
      .replace(COST_WORDS, '')
      .replace(/^(?:our|some|my|an?)\s+/iu, ''),
  );
const behind = (words: string): string | undefined =>
  /^[\s,]*(?:for|on|of|in|at|worth of|to|\p{L})/iu.test(words) ? thing(words.replace(PREPOSITION, '')) : undefined;

/** Each kind of guest that "each" can mean. */
const eachOf = (each: string, whom = ''): Each => {
  const said = `${each} ${whom}`.toLowerCase();
  if (/kid|child/.test(said)) return 'child';
  if (/adult|grown/.test(said)) return 'adult';
  return /famil/.test(said) ? 'family' : 'person';
};

interface Piece {
  readonly amount: FoundAmount;
  readonly lead: string;
  readonly value: number;
  readonly each?: Each;
  /** Where what follows the amount begins. */
  readonly end: number;
}

const cents = (value: number): number => Math.round(value * 1_000) / 1_000;

/** Whether a number counts what the next amount is the price of: `3 x 14.50`, `4 tickets at 12 each`. */
const isCount = (words: string, { from, to, currency }: FoundAmount, next: FoundAmount | undefined): boolean => {
  if (!next || currency !== undefined || !/^\d{1,2}$/.test(words.slice(from, to))) return false;
  const between = words.slice(from, next.from);
  return TIMES.test(between) || (COUNT_OF.test(between) && EACH.test(words.slice(next.to)));
};

/** The amounts with what stands before each; a price by a number of things is their sum. */
const piecesOf = (words: string): readonly Piece[] => {
  const pieces: Piece[] = [];
  let start = 0;
  const found = amountsIn(words);
  for (const [index, amount] of found.entries()) {
    if (isCount(words, amount, found[index + 1])) continue;
    const lead = words.slice(start, amount.from);
    const rest = words.slice(amount.to);
    const times = TIMES.exec(lead);
    const timesLast = times ? null : TIMES_LAST.exec(rest);
    const each = times || timesLast ? null : EACH.exec(rest);
    const counted = each ? COUNT_OF.exec(lead) : null;
    const count = Number(times?.[1] ?? timesLast?.[1] ?? counted?.[1] ?? 1);
    const groups = each?.groups;
    const skipped = timesLast?.[0] ?? each?.[0] ?? (times ? (/^\s*(?:each|apiece)\b/iu.exec(rest)?.[0] ?? '') : '');
    const kids =
      /^[\s,]*(?:for|only)\b[^.;]*?\b(kids|children|adults)\b/iu.exec(rest.slice(skipped.length))?.[1] ??
      FOR_WHOM.exec(lead)?.[1];
    const end = amount.to + skipped.length;
    pieces.push({
      amount,
      lead: times ? lead.slice(0, times.index) : counted ? `${lead.slice(0, counted.index)}${counted[2]}` : lead,
      value: cents(amount.value * count),
      ...(groups && !counted && { each: eachOf(groups.each ?? '', groups.whom ?? kids) }),
      end,
    });
    start = end;
  }
  return pieces;
};

/** What things are called by a text in which each stands before its price, or behind it. */
const itemsIn = (words: string): { readonly items: readonly Spent[]; readonly bare: boolean } | undefined => {
  const pieces = piecesOf(words);
  const [first] = pieces;
  if (!first) return undefined;
  const named = before(first.lead) !== undefined;
  const items: Spent[] = [];
  for (const [index, { amount, lead, value, each, end }] of pieces.entries()) {
    const next = pieces[index + 1];
    const after = next ? next.lead : words.slice(end);
    const what = named ? before(lead) : behind(after);
    const last = items.at(-1);
    const besides = (named ? before(lead) : undefined) ?? behind(after) ?? '';
    if (last && EXTRA.test(besides) && (besides !== '' || ADDS_TO.test(lead))) {
      items[items.length - 1] = { ...last, value: cents(last.value + value) };
      continue;
    }
    const of = what ?? (named && index === pieces.length - 1 ? behind(after) : undefined);
    items.push({
      value,
      ...(of !== undefined && { what: of }),
      ...(amount.currency && { currency: amount.currency }),
      ...(each && { each }),
    });
  }
  // One currency for all where it was said once.
  const said = [...new Set(items.flatMap(({ currency }) => currency ?? []))];
  const [only] = said;
  const rest = words
    .slice(pieces.at(-1)?.end)
    .replace(TAIL, '')
    .replace(/[\s,;:.!()]+/g, ' ')
    .trim();
  const bare =
    (named ? rest === '' || EXTRA.test(rest) : first.lead.trim() === '') &&
    items.every(({ what }) => what !== undefined && !NO_THING.test(what));
  return { items: said.length === 1 && only ? items.map((item) => ({ ...item, currency: only })) : items, bare };
};

/** What a message tells of money that was spent, whoever paid; nothing when no amount stands in it. */
export const readSpending = (text: string): Spending | undefined => {
  const receipt = readReceipt(text);
  if (receipt) {
    const { value, currency } = receipt.total;
    const item = { ...(receipt.what !== undefined && { what: receipt.what }), value, ...(currency && { currency }) };
    return { items: [item], paid: true, bare: true };
  }
  const said = inDigits(text).trim().replace(OPENING, '').replace(/\s+/g, ' ');
  const lead = PAYER_FIRST.exec(said) ?? PAID_FIRST.exec(said);
  const last = lead ? undefined : PAYER_LAST.map((pattern) => pattern.exec(said)).find(Boolean);
  const found = lead ?? last;
  const words = found ? `${said.slice(0, found.index)} ${said.slice(found.index + found[0].length)}` : said;
  const told = itemsIn(words);
  if (!told) return undefined;
  const who = found?.groups?.who?.replace(/^the | family$/gi, '');
  return { ...told, paid: found !== undefined && found !== null, ...(who && !OURS.test(who) && { payer: who }) };
};

/** It is only asked whether a day is named. */
const ANY_DAY = '2027-01-01';
/** Things that are got for a day or an hour to come are booked, and not only paid. */
const GOT = /^(?:(?:we|i)\b.{0,12})?\b(?:got|bought|picked up)\b/i;
const BY_NOW = /\b(?:yesterday|today|tonight|last night|this (?:morning|afternoon|evening)|earlier)\b/gi;
/** Has its hour as often as its price: `dinner 19.30`. */
const HAS_AN_HOUR = /\b(?:dinner|lunch|breakfast|brunch|drinks|meet\w*|table|train|flight|bus|ferry|tour|check)\b/i;
const AN_HOUR = /(?<!\d)(?:[01]?\d|2[0-3])\.[0-5]\d(?!\d)/;
/** What a number beside it is always the price of. */
const ALWAYS_PAID =
  /\b(?:taxis?|cabs?|uber|parking|tolls?|gas|petrol|fuel|diesel|groceries|supermarket|ice ?creams?|coffees?|beers?|snacks?|tips?)\b/i;
/** From more than so much on a number is hardly an hour or a count. */
const MOST_OF_AN_HOUR = 24;
const A_YEAR = /^(?:19|20)\d\d$/;
const MOST_WORDS_OF_PRICES = 16;

const setsTime = (text: string): boolean => {
  const words = inDigits(text).replace(BY_NOW, ' ');
  const rest = amountsIn(words).reduceRight((left, { from, to }) => `${left.slice(0, from)}#${left.slice(to)}`, words);
  return readDays(rest, ANY_DAY).length > 0 || readTimes(rest).length > 0;
};

/**
 * Whether a message tells of money that was spent: somebody paid or got something and says what it cost, or it says what
 * things cost and nothing else. A number alone is a price where it can hardly be anything else.
 */
export const tellsOfSpending = (text: string): boolean => {
  const words = text.trim();
  if (words.endsWith('?')) return false;
  if (readReceipt(words)) return true;
  const told = readSpending(words);
  if (!told) return false;
  // What was got back was not spent, and what was booked is more than paid.
  if (/\b(?:back|booked|reserved|voted?|confirmation|reference|booking (?:code|number))\b/i.test(words)) return false;
  if (told.paid) return !GOT.test(words.replace(OPENING, '')) || !setsTime(words);
  if (!told.bare || wordsOf(words) > MOST_WORDS_OF_PRICES || setsTime(words)) return false;
  // Beside one price, what stands as it does is one, too.
  return told.items.some(
    ({ value, currency, what = '' }) =>
      currency !== undefined ||
      ALWAYS_PAID.test(what) ||
      (Number.isInteger(value)
        ? value > MOST_OF_AN_HOUR && !A_YEAR.test(String(value))
        : !(HAS_AN_HOUR.test(what) && AN_HOUR.test(words))),
  );
};

/** What `more` ("croissants 12") says was paid besides, by whoever paid `before`; nothing where it names no thing with its price. */
export const spentBesides = (more: string, before: string): string | undefined => {
  const told = readSpending(more);
  if (!told?.bare || told.paid) return undefined;
  const payer = readSpending(before)?.payer;
  return payer === undefined ? `we paid ${more}` : `the ${payer} paid ${more}`;
};
