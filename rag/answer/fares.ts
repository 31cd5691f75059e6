import type { Evidence, TermFit } from '../retrieve/evidence.ts';
import { termsOf } from '../words/terms.ts';
import type { Ranked } from './chosen.ts';
import { holdsAnswer } from './question/answer-kind.ts';
import type { QuestionPart } from './question/question.ts';

/** What is bought to get in or along, by any name. As stems. */
const TICKET = new Set(termsOf('ticket tickets fare fares admission entry entrance').map(({ stem }) => stem));
const LEAST_ASKED = 0.6;
const MET = 0.7;
/** A longer list is of more than tickets. */
const LONGEST_LIST = 6;

/** What one pays a fare for. As stems. */
const CARRIES = new Set(
  termsOf('tram bus train boat ferry metro underground subway lift gondola chairlift funicular railway shuttle').map(
    ({ stem }) => stem,
  ),
);
/** A ticket for more than one ride. */
const FOR_MORE =
  /\b(?:days?|week\p{L}*|months?|monthly|\d+ ?h(?:ours?)?|pass|card|return|round trip|carnet|famil(?:y|ies)|group)\b/iu;
const FOR_ONE = /\b(?:single|one[- ]way|(?:per|a|each|one) (?:ride|trip|journey)|simple)\b/i;

/** What the tram costs is the fare of one ride: where that stands with what is told of a pass, it comes first. None where it does not. */
export const singleFareOf = (
  { text, kind, many }: QuestionPart,
  best: Ranked | undefined,
  ranked: readonly Ranked[],
  most: number,
): readonly Ranked[] => {
  if (!best || kind !== 'money' || many || FOR_MORE.test(text) || FOR_ONE.test(text)) return [];
  if (!best.entry.fits.some(({ term }) => CARRIES.has(term.stem)) || !FOR_MORE.test(best.entry.text)) return [];
  if (FOR_ONE.test(best.entry.text)) return [];
  const single = ranked.find(
    ({ entry }) =>
      entry.passage === best.entry.passage && FOR_ONE.test(entry.text) && holdsAnswer('money', entry.text) === 1,
  );
  return single ? [single, best].slice(0, most) : [];
};

/** All rows of the price list that the surest is of, where a ticket is asked for and not which: a single, a day ticket. None else. */
export const faresOf = (
  { kind, many }: QuestionPart,
  best: Ranked | undefined,
  ranked: readonly Ranked[],
  most: number,
): readonly Ranked[] => {
  if (!best || kind !== 'money' || many || !isPrice(best.entry)) return [];
  const asked = best.entry.fits.filter(({ term }) => term.weight >= LEAST_ASKED);
  const others = asked.filter(({ term }) => !TICKET.has(term.stem));
  if (others.length === asked.length || !others.every(isOfAll)) return [];
  const rows = ranked.filter(({ entry }) => entry.passage === best.entry.passage && isPrice(entry));
  if (rows.length > LONGEST_LIST) return [];
  const list = rows.toSorted((a, b) => a.entry.unit - b.entry.unit);
  const first = list.slice(0, most);
  return first.includes(best) ? first : [...list.slice(0, most - 1), best];
};

/** It says of what the list is, and not of which row. */
const isOfAll = ({ own, above, about }: TermFit): boolean => own < MET && Math.max(above, about) >= MET;

const isPrice = ({ text }: Evidence): boolean => text.includes(' | ') && holdsAnswer('money', text) === 1;
