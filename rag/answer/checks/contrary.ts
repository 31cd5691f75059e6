import { HIDDEN_MARK } from '../../ingest/block.ts';
import type { Evidence, TermFit } from '../../retrieve/evidence.ts';
import { type AnswerKind, holdsAnswer } from '../question/answer-kind.ts';
import type { QuestionPart } from '../question/question.ts';
import { disagree } from '../values/values.ts';

/** A word that stands in a sentence, or another for the same thing. */
const SPOKEN = 0.85;
/** In the sentence itself, or in what stands above it: the hours of a cafe are not those of a museum. */
const isTold = ({ own, above }: TermFit): boolean => Math.max(own, above) >= SPOKEN;
/** Two papers speak of one thing when they share so many of the words that are asked. */
const FEWEST_SHARED = 2;
/** What makes a value one of another day, season, person or way: it then need not be the same. */
const OF_ANOTHER =
  /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:days?)?\b|\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b|(?<=\b(?:in|of|\d{1,2}) )may\b|\bmay(?= \d)|\b(?:summer|winter|spring|autumn|weekends?|weekdays?|holidays?|public|adults?|child(?:ren)?|kids?|seniors?|students?|family|group|single|double|return|one[- ]way|(?<!\bthat )day|night|week|month|first|last|old|new|late|early|opens?|closes?|opened|closed|until|from|arriv\w*|depart\w*|leaves?|starts?|ends?|boarding)\b/gi;

/** Kinds of values that are told apart from others beside them; a bare number may count anything. */
const COMPARED: ReadonlySet<AnswerKind> = new Set(['money', 'clock', 'time', 'duration', 'phone', 'which']);

/** What another paper says against a sentence: the same is told of the same thing, with another time, amount or number. */
export const contraryTo = (
  best: Evidence | undefined,
  { kind, many }: Pick<QuestionPart, 'kind' | 'many'>,
  evidence: readonly Evidence[],
): Evidence | undefined => {
  if (!best || many || !COMPARED.has(kind) || best.passage.kind !== undefined) return undefined;
  const shared = best.fits.filter(({ own, term, aside }) => own >= SPOKEN && term.weight > 0.5 && !aside);
  if (shared.length < FEWEST_SHARED) return undefined;
  const asked = best.fits.filter((fit) => isTold(fit) && fit.term.weight > 0.5 && !fit.aside);
  return evidence.find(
    ({ passage, text, fits }) =>
      passage.documentId !== best.passage.documentId &&
      passage.kind === undefined &&
      !text.startsWith(HIDDEN_MARK) &&
      holdsAnswer(kind, text) === 1 &&
      disagree(kind, best.text, text) &&
      conditionsOf(best.text) === conditionsOf(text) &&
      shared.every(({ term: { stem } }) => fits.some(({ term, own }) => term.stem === stem && own >= SPOKEN)) &&
      asked.every(({ term: { stem } }) => fits.some((fit) => fit.term.stem === stem && isTold(fit))),
  );
};

const conditionsOf = (text: string): string =>
  [...new Set(text.toLowerCase().match(OF_ANOTHER) ?? [])].toSorted().join(' ');
