import type { Evidence } from '../../retrieve/evidence.ts';
import { peopleIn } from '../../retrieve/people.ts';
import { termsOf } from '../../words/terms.ts';
import type { QuestionPart } from '../question/question.ts';
import { type Bound, keepsTo, type Quantity, quantitiesIn } from '../values/quantity.ts';

/** What is said before the sentence of a rule: whether what was asked keeps to it, and yes or no where that is sure. */
export interface Verdict {
  readonly lead: string;
  /** The sentence that tells the value of a person who was asked for; absent where the question tells it. */
  readonly fact?: Evidence | undefined;
}

const MAY =
  /\b(?:can|may|could|will|would|let|allow\w*|permitted|accept\w*|take|old enough|tall enough|heavy enough|big enough|enough|too (?:old|young|small|tall|heavy|big)|fit|right age)\b/i;
const DENIES =
  /\b(?:not|no|none|nothing|nowhere|nobody|never|cannot|can't|don't|may not|forbidden|prohibited|banned|refused|unable)\b/i;
/** A rule of who pays, or of what else is needed, decides no "may we". */
const OF_SOMETHING_ELSE =
  /\b(?:free|pays?|paid|costs?|price|discount|half|cheaper|nothing|need|must|accompanied|only with|unless|except|if|(?:EUR|USD|GBP|CHF))\b|[€$£¥|]/i;
const OF_TIME: Readonly<Record<Bound, readonly [string, string]>> = {
  from: ['not before', 'before'],
  over: ['after', 'not after'],
  to: ['not after', 'after'],
  under: ['before', 'not before'],
};
/** Somebody, and what is told of them in brackets or right behind the name. */
const TOLD_OF = /^[ ,:]{0,2}(?:is |aged? )?\(?(?<told>[^()]{1,30})/;
/** Where somebody else's begins. */
const NEXT_ONE = /(?:,|;|\band\b) ?(?=\p{Lu})|[;|]/u;
const OWN_AGE =
  /(?:^|[^\p{L}])(?:i'?m|is|are|he'?s|she'?s|hes|shes|aged?|turned|turning|,|\()\s?(?<age>\d{1,2})(?=\s*(?:$|[.,;:!?)]|and\b|can\b|will\b|so\b|in\b|on\b))/iu;
const SEVERAL = /\d (?:and|or|&|,) ?\d/;

/**
 * Whether what the question, all of it, tells, or a paper tells of the person it names, keeps to the one limit of the rule;
 * `undefined` where there is no limit, several, or nothing to hold against it.
 */
export const verdictOn = (
  part: QuestionPart,
  question: string,
  rule: Evidence,
  evidence: readonly Evidence[],
): Verdict | undefined => {
  if (part.kind !== 'yes-no' && part.kind !== 'case') return undefined;
  const [limit, upper] = limitsAsked(limitsIn(rule.text), rule.text, part);
  if (!limit) return undefined;
  const asked = askedValue(part.text, limit.unit) ?? askedValue(question, limit.unit);
  const told = asked ? undefined : toldOf(part, limit.unit, rule, evidence);
  const value = asked ?? told?.value;
  if (!value) return undefined;
  const broken = [limit, ...(upper ? [upper] : [])].find((one) => !keepsTo(value, one.bound, one.thousandths));
  const keeps = broken === undefined;
  const { bound, ...nearest } = broken ?? limit;
  const who = told?.name ?? 'that';
  const relation =
    upper && keeps
      ? `between ${limit.text} and ${upper.text}`
      : relationOf(nearest, bound, keeps, value.thousandths === nearest.thousandths);
  const decided =
    MAY.test(part.text) && !OF_SOMETHING_ELSE.test(rule.text)
      ? decides(rule.text, clauseOf(rule.text, limit), keeps, part.text)
      : '';
  const lead = `${decided}${decided === '' ? capital(who) : who} is ${relation}`;
  return { lead, fact: told?.fact };
};

type Limit = Quantity & { readonly bound: Bound };

const BETWEEN_TWO = /^\s?(?:to|-|–|and)\s?$/;
/** "From 1.20 m for the blue course, 1.40 m for the black one": the word stands for both. */
const AND_AGAIN = /^[^.;]{0,60}?(?:[,/]|\band\b)\s?(?:and )?$/;

/** What is so high lets nothing higher pass. */
const PASSES_UNDER =
  /\b(?:entrance|entry|doors?|doorway|gates?|garage|barrier|bridge|tunnel|ceiling|headroom|clearance|passage)\b/i;

/** The limits that a rule sets, of other things than money: those that a word says, what it says for more than one, and both ends of "30 kg to 120 kg". */
const limitsIn = (text: string): readonly Limit[] => {
  const all = quantitiesIn(text).filter(({ unit }) => !unit.startsWith('money'));
  const limits: Limit[] = [];
  for (const [index, one] of all.entries()) {
    const next = all[index + 1];
    const before = limits.at(-1);
    const gap = (from: Quantity, to: Quantity): string => text.slice(from.start + from.text.length, to.start);
    const bound =
      one.bound ??
      (next?.unit === one.unit && BETWEEN_TWO.test(gap(one, next)) ? 'from' : undefined) ??
      (before?.unit === one.unit && BETWEEN_TWO.test(gap(before, one)) ? 'to' : undefined) ??
      (before?.unit === one.unit && AND_AGAIN.test(gap(before, one)) ? before.bound : undefined);
    const passes = one.unit === 'length' && all.length === 1 && PASSES_UNDER.test(text) ? 'to' : undefined;
    if (bound ?? passes) limits.push({ ...one, bound: bound ?? passes ?? 'to' });
  }
  return limits;
};

/** The limit that is asked about, with the other end of its range: the only one, or the one whose own words are asked; none where it may be several. */
const limitsAsked = (limits: readonly Limit[], rule: string, { terms }: QuestionPart): readonly Limit[] => {
  const [first, second, ...more] = limits;
  if (first && second && more.length === 0 && first.unit === second.unit && isRange(first, second))
    return [first, second];
  if (limits.length < 2) return limits;
  const asked = new Set(terms.map(({ stem }) => stem));
  const named = limits.map(({ start, text }) => {
    const own = /^[^,;.|]*/.exec(rule.slice(start + text.length))?.[0] ?? '';
    const words = termsOf(
      `${rule
        .slice(0, start)
        .split(/[,;.|]/)
        .at(-1)} ${own}`,
    );
    return words.filter(({ stem }) => asked.has(stem)).length;
  });
  const most = Math.max(...named);
  return most > 0 && named.filter((count) => count === most).length === 1
    ? limits.slice(named.indexOf(most)).slice(0, 1)
    : [];
};

const isRange = (low: Limit, high: Limit): boolean =>
  low.bound === 'from' && (high.bound === 'to' || high.bound === 'under') && low.thousandths < high.thousandths;

/** Between the commas where a limit stands. */
const clauseOf = (rule: string, { start, text }: Limit): string =>
  `${rule
    .slice(0, start)
    .split(/[,;.|]/)
    .at(-1)}${text}${rule.slice(start + text.length).split(/[,;.|]/)[0]}`;

/** A limit that is not kept forbids; what is forbidden to whoever keeps to it is forbidden; all else stays open. */
const decides = (rule: string, clause: string, keeps: boolean, question: string): string => {
  if (/\btoo (?:old|young|small|tall|heavy|big)\b|\b(?:isn't|aren't|not)\b/i.test(question)) return '';
  const denied = DENIES.test(clause);
  // What another clause denies may be of this one, too: "children under 10 are, sadly, not taken".
  if (!denied && DENIES.test(rule)) return '';
  if (denied) return keeps ? 'No, ' : '';
  return keeps ? (/\benough\b|\bright age\b|\bfits?\b/i.test(question) ? 'Yes, ' : '') : 'No, ';
};

const relationOf = (limit: Pick<Quantity, 'text' | 'unit'>, bound: Bound, keeps: boolean, equal: boolean): string => {
  const written = limit.text.replace(/^\D*(?=\d)/, (lead) => (limit.unit === 'age' ? '' : lead));
  if (equal) return `exactly ${written}`;
  if (limit.unit === 'clock') return `${OF_TIME[bound][keeps ? 0 : 1]} ${written}`;
  const above = bound === 'from' || bound === 'over';
  return `${keeps === above ? 'over' : 'under'} ${written}`;
};

/** "2.05 high", without its unit, is in metres. */
const BARE_METRES = /(?<![\d.,])(\d\.\d{1,2})(?= (?:high|tall|wide|long)\b)/i;

/** The one value of the unit that the question tells. */
export const askedValue = (question: string, unit: Quantity['unit']): Pick<Quantity, 'thousandths'> | undefined => {
  const values = quantitiesIn(question).filter((one) => one.unit === unit && one.bound === undefined);
  if (values.length === 1) return values[0];
  const metres = unit === 'length' && values.length === 0 ? BARE_METRES.exec(question)?.[1] : undefined;
  if (metres !== undefined) return { thousandths: BigInt(Math.round(Number(metres) * 1_000_000)) };
  // "My kids (9 and 11)": what holds for the one need not hold for the other.
  const age = SEVERAL.test(question) ? undefined : OWN_AGE.exec(question)?.groups?.age;
  return values.length === 0 && unit === 'age' && age ? { thousandths: BigInt(age) * 1_000n } : undefined;
};

/** What a paper tells of somebody the question names, of the rule's unit. */
export const toldOf = (
  part: QuestionPart,
  unit: Quantity['unit'],
  rule: Evidence | undefined,
  evidence: readonly Evidence[],
): { readonly name: string; readonly value: Pick<Quantity, 'thousandths'>; readonly fact: Evidence } | undefined => {
  if (unit === 'clock') return undefined;
  const people = peopleIn(evidence.map(({ text }) => text));
  const asked = new Set(part.terms.flatMap(({ stem, whom }) => (whom || people.has(stem) ? [stem] : [])));
  const known = new Map<string, { name: string; value: Pick<Quantity, 'thousandths'>; fact: Evidence }>();
  for (const fact of evidence) {
    if (fact === rule) continue;
    for (const match of fact.text.matchAll(/\p{Lu}\p{Ll}[\p{L}'’-]*/gu)) {
      const [name] = match;
      const [term] = termsOf(name);
      if (!term || !asked.has(term.stem) || term.concepts.length > 0) continue;
      const told = TOLD_OF.exec(fact.text.slice(match.index + name.length))?.groups?.told ?? '';
      const value = valueTold(told.split(NEXT_ONE)[0] ?? '', unit);
      if (value) known.set(`${value.thousandths}`, { name, value, fact });
    }
  }
  // Two papers that tell different ages of one name tell of two people, or one of them is wrong.
  return known.size === 1 ? [...known.values()][0] : undefined;
};

const valueTold = (told: string, unit: Quantity['unit']): Pick<Quantity, 'thousandths'> | undefined => {
  const measured = quantitiesIn(told).filter((one) => one.unit === unit && one.bound === undefined);
  if (measured.length === 1) return measured[0];
  // "Leo (6, 1.22 m)", "Leo 6, Mia 9": the first number behind a name is an age.
  const age =
    unit === 'age'
      ? /^(\d{1,2})(?=$|[\s,;)](?!\s?(?:kg|kilos?|lbs?|pounds?|stone|cm|m|ft|feet|inch(?:es)?|months?|weeks?|days?|nights?)\b))/.exec(
          told,
        )?.[1]
      : undefined;
  return age === undefined ? undefined : { thousandths: BigInt(age) * 1_000n };
};

/** A sentence that says more than whether: nothing plain can be said before it. */
const HEDGED =
  /\b(?:if|unless|except|only|but|or|some|most|until|till|before|after|when|while|without|extra|on request|by (?:arrangement|agreement)|instead|maybe|perhaps|sometimes|usually|other|however|although|from|up to|under|over|than|no (?:charge|cost|fee|need|problem|matter|doubt|later|more|less|longer)|not (?:far|only|yet|so|too|very))\b|[;?:|]|, /i;
const AFFIRMS =
  /\b(?:there (?:is|are)|(?:is|are) (?:allowed|welcome|permitted|included|available|accepted|possible|provided|heated)|we (?:have|accept|take|offer|provide|lend)|may|can)\b/i;
const ASKS_WHETHER =
  /^(?:so |and |but )?(?:is|are) there\b|^(?:so |and |but )?(?:can|may|could) (?:we|i|one|you|they)\b|^(?:so |and |but )?(?:do|does|will) (?:they|you|we|the \p{L}+|it)\b|\b(?:allowed|included|permitted|available|welcome|accepted|heated)\b/iu;
/** One word in common is no proof that the same is meant: so near must they be by meaning, too. */
const LIKE_IT = 0.5;
/** A word that stands here, or another for the same thing. */
const SPOKEN = 0.85;

/** "Yes" or "No" before a sentence that plainly says whether; `undefined` where it says more, or less. */
export const plainVerdict = (part: QuestionPart, { text, fits, cosine }: Evidence): string | undefined => {
  const low = part.text.toLowerCase();
  if (part.kind !== 'yes-no' || !ASKS_WHETHER.test(low) || /\d|\b(?:not|n't|no|or|why|still)\b|n't\b/.test(low))
    return undefined;
  const asked = fits.filter(({ term }) => term.weight > 0.5);
  if (
    asked.length === 0 ||
    (asked.length === 1 && cosine < LIKE_IT) ||
    HEDGED.test(text) ||
    !asked.every(({ own }) => own >= SPOKEN)
  )
    return undefined;
  const denials = text.match(new RegExp(DENIES, 'gi'))?.length ?? 0;
  if (denials > 1) return undefined;
  return denials === 1 ? 'No' : AFFIRMS.test(text) ? 'Yes' : undefined;
};

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
