import type { Evidence } from '../retrieve/evidence.ts';
import { match, spoken } from '../retrieve/term-fits.ts';
import { daysNamed, daysWithin, isDay } from '../words/days.ts';
import { isStopWord, type Term, termsOf } from '../words/terms.ts';
import { type AnswerKind, holdsAnswer } from './answer-kind.ts';
import { askedTerms, PLACE_STEMS } from './asked-terms.ts';
import { type Derive, standsOn } from './derived.ts';
import { type Link, leadsOn, linksOf } from './links.ts';
import { piecesOf } from './pieces.ts';
import type { QuestionPart } from './question.ts';
import { saysNothing } from './says-nothing.ts';

/** Words for the kind of thing that is described ("the slot that…", "her room"), or for what somebody has to do with it: the line that leads on need not say them. As stems. */
const DESCRIBED = new Set([
  ...PLACE_STEMS,
  ...termsOf(
    'room cabin tent site slot time day date evening morning afternoon night thing one harbour stop town village get got go going sleep stay stayed book booked reserve reserved pick picked choose chosen take taken have',
  ).map(({ stem }) => stem),
]);
/** Of a word this much must be in a line. */
const MET = 0.85;

/** "What size of bed": the row says it without the word. */
const KIND_OF = /\b(?:kind|size|type|sort|make|colou?r) of\b/gi;

/** "The day we get there", "the evening Tom booked": the other line tells which. */
const DAY_WHEN =
  /\b(?:the|which|that) (?:day|date|morning|afternoon|evening|night)s? (?:(?:that|when|on which) )?(?!(?:is|are|does|do|can|of|at|in|on|before|after|and|or|to|for)\b)\p{L}+ \p{L}/iu;

/** What is asked first is told by the line that is told first. */
const FIRST = 3;

/** A word of the question that one of the two lines must say. */
interface Asked {
  readonly term: Term;
  /** It only says that something is described, or what is done with it. */
  readonly isMinor: boolean;
  says(line: string): boolean;
}

/** Two lines of different papers that answer together: what is asked of the one stands in the other. */
interface Chain {
  readonly told: Evidence;
  readonly fact: Evidence;
  readonly link: string;
  readonly worth: number;
}

/**
 * What is asked of a thing that another paper tells apart: "what bed does Ann get" of the line that gives Ann the Lake
 * room, and of the row of the Lake room. All that is asked must stand in the two, and a name in both lead from one to
 * the other; where it may lead to several, nothing is told.
 */
export const chain: Derive = async ({ part, evidence, chosen }) => {
  const asked = wordsAsked(part, evidence);
  if (asked.length < 2) return undefined;
  const [first] = chosen;
  if (first && asked.every((word) => word.isMinor || isTold(first.evidence, word))) return undefined;
  const byDay = DAY_WHEN.test(part.whole);
  const telling = evidence.filter(({ text }) => !saysNothing(text, part.kind));
  const chains = telling.flatMap((told) => chainsTo(told, part.kind, asked, telling, byDay));
  const [best, ...others] = chains.toSorted((a, b) => b.worth - a.worth);
  if (!best || others.some((other) => other.worth === best.worth && !isSameChain(other, best))) return undefined;
  return { chosen: [standsOn(best.told, part.terms), standsOn(best.fact, part.terms)] };
};

/** Whether an answer speaks of something, itself or as what its paper is about. */
const isTold = (evidence: Evidence, word: Asked): boolean =>
  (tells(evidence, word) && !isOnlyWithin(word, evidence)) ||
  evidence.fits.some(({ term, about }) => term.stem === word.term.stem && about > MET);

/** Whether two lead to the same line, or one from where the other leads to. */
const isSameChain = (one: Chain, other: Chain): boolean =>
  one.told === other.told || (one.told === other.fact && one.fact === other.told);

/** What is asked, and what the thing is described by beside the question; and whoever has a name that is a word, too. */
const wordsAsked = ({ text, whole, kind, terms }: QuestionPart, evidence: readonly Evidence[]): readonly Asked[] => {
  const question = (piecesOf(whole).length === 1 ? whole : text).replace(KIND_OF, ' ');
  const minor = new Set(terms.flatMap(({ stem, weight }) => (weight < 1 ? [stem] : [])));
  const words = askedTerms(question, kind).map((term) => ({
    term,
    isMinor: DESCRIBED.has(term.stem) || minor.has(term.stem),
    says: (line: string) => match(term, spoken(line)) >= MET,
  }));
  const names = (question.toLowerCase().match(/\p{L}+/gu) ?? []).filter(isStopWord).flatMap((word) => {
    const name = `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
    if (evidence.filter(({ text }) => text.startsWith(`${name}: `)).length < 2) return [];
    const written = new RegExp(`(?<![\\p{L}])${name}(?![\\p{L}])`, 'u');
    return [{ term: { stem: word, concepts: [], word }, isMinor: false, says: (line: string) => written.test(line) }];
  });
  return [...words, ...names];
};

/** Whether a line speaks of something, or what stands above it says the very word. */
const tells = ({ text, passage }: Evidence, { term, says }: Asked): boolean =>
  says(text) || match(term, spoken(passage.heading ?? '')) === 1;

/** Whether a line only has a day among others that it does not name. */
const isOnlyWithin = ({ term: { stem } }: Asked, { text }: Evidence): boolean =>
  isDay(stem) && daysWithin(text).has(stem);

const chainsTo = (
  told: Evidence,
  kind: AnswerKind,
  asked: readonly Asked[],
  evidence: readonly Evidence[],
  byDay: boolean,
): readonly Chain[] => {
  const holds = holdsAnswer(kind, told.text);
  if (holds < 0) return [];
  // A day inside a range holds for whatever is open then: it does not say which of them is meant.
  const isOfIt = (word: Asked): boolean => tells(told, word) && !isOnlyWithin(word, told);
  const here = asked.filter((word) => !word.isMinor && isOfIt(word));
  const left = asked.filter((word) => !word.isMinor && !isOfIt(word));
  if (here.length === 0 || left.length === 0) return [];
  const stems = new Set(asked.map(({ term }) => term.stem));
  const links = linksOf(told).filter(({ name }) => termsOf(name).some(({ stem }) => !stems.has(stem)));
  if (links.length === 0 && !byDay) return [];
  // The word itself is worth more than another word for it.
  const own = here.reduce((sum, { term, says }) => sum + (says(told.text) ? match(term, spoken(told.text)) : 0), 0);
  return evidence.flatMap((fact): readonly Chain[] => {
    if (fact.passage.documentId === told.passage.documentId || !left.every(({ says }) => says(fact.text))) return [];
    const isMore = here.some(({ says }) => !says(fact.text)) || (holds > 0 && holdsAnswer(kind, fact.text) <= 0);
    const link =
      (isMore ? links.find((one) => leads(fact, one, left))?.name : undefined) ??
      (byDay ? dayOfBoth(told, fact) : undefined);
    return link === undefined
      ? []
      : [{ told, fact, link, worth: own + here.length + (asked[0] && here.includes(asked[0]) ? FIRST : 0) }];
  });
};

/** Whether a line, with what stands right above it, leads on by the link from what it says of what is asked. */
const leads = ({ text, passage }: Evidence, link: Link, left: readonly Asked[]): boolean => {
  const from = left.flatMap(({ says }) => {
    const [at] = [...text.matchAll(/[\p{L}\p{N}'’]+/gu)].flatMap(({ 0: word, index }) => (says(word) ? [index] : []));
    return at === undefined ? [] : [at];
  });
  return leadsOn(text, link, from) || leadsOn(passage.heading?.split(' > ').at(-1) ?? '', { ...link, others: [] }, []);
};

/** The one day that a line, or the entry it stands in, is of, where the other holds on that day, too. */
const dayOfBoth = (told: Evidence, { text, passage }: Evidence): string | undefined => {
  const named = [text, passage.units.join('\n')].map((one) => [...daysNamed(one)]);
  const [day, ...others] = named.find((days) => days.length > 0) ?? [];
  if (day === undefined || others.length > 0) return undefined;
  return daysNamed(told.text).has(day) || daysWithin(told.text).has(day) ? day : undefined;
};
