import { amend, replaceIn } from '../amend.ts';
import { daysInEnglish } from './in-english.ts';

const OPENS =
  '(?:(?:no|ay|uy|ups|perd[oó]n|perdona|disculpa|espera|mejor dicho|corrijo|en realidad|bueno)(?!\\p{L})[\\s,.:!-]*)';
/** Says that the last thing was not meant so. */
const LEAD = new RegExp(
  `^(?:${OPENS}+(?:(?:quise|quer[ií]a|quisimos) decir\\s+|digo[\\s,]+|(?:era|eran|es|son|fue|fueron|sea|que sea|mejor)\\s+)?|(?:quise|quer[ií]a|quisimos) decir\\s+|(?:mejor|digo)[\\s,]+)`,
  'iu',
);
const NOT_X_BUT_Y =
  /^(?:no (?:era |eran |es |fue )?)(.{1,40}?)(?:,? sino(?: que)? |, (?:es |era |eran |fue )?)(.{1,40}?)[.!]*$/iu;
const X_NOT_Y = /^(.{1,40}?),? (?:y )?no (.{1,40}?)[.!]*$/iu;
const ARTICLE = /^(?:el|la|los|las|un|una|por el|por la|para el|para la)\s+/iu;
/** Asks that the last change be taken back. */
const TAKES_BACK = new RegExp(
  `^(?:${OPENS}|por favor[\\s,]+|puedes\\s+)*(?:deshaz(?:lo)?|deshacer(?:lo)?|rev[ié]rt(?:e|elo|ir(?:lo)?)|revierte(?:lo)?|b[oó]rra(?:lo|la)?|qu[ií]ta(?:lo|la)?|canc[eé]la(?:lo|la)?|an[uú]la(?:lo|la)?|elim[ií]na(?:lo|la)?|olvida)(?:\\s+(?:eso|esto|lo [uú]ltimo|el [uú]ltimo cambio|lo que (?:hiciste|dije|acabo de (?:decir|hacer))))?(?:[\\s,]+(?:por favor|gracias))?[.!]*$`,
  'iu',
);
/** By themselves these leave a question; they take something back when they say what, or `lo`. */
const BARE = /^(?:cancela|borra|quita|anula|elimina|olvida)[.!]*$/iu;

/** Whether Spanish words ask for no more than that the last thing be taken back: "deshazlo", "borra eso". */
export const takesBackInSpanish = (text: string): boolean => {
  const words = text.trim().slice(0, LONGEST);
  const asked = words.replace(REASON, '');
  return TAKES_BACK.test(asked) && !BARE.test(asked);
};
/** Why, said behind it: `ya no viene`, `porque cambiamos de idea`. */
const REASON =
  /[\s,;.:–-]+(?:(?:porque|pues|ya que|es que|que) |(?:al final |(?:ella|[eé]l|ellos|ellas|nosotros|mi \p{L}+) )?(?:ya )?no |al final |ya (?=\p{L}+[oó](?!\p{L})|est[aá]|lo |la |nos |se )|nos? (?=equivo|confund)|me (?=equivo|confund)|cambiamos |cambi[eé] ).+$/iu;

const MOST_WORDS = 7;

/**
 * What somebody now says in Spanish they had meant, when the message corrects what they said before: "no, el sábado",
 * "perdón, eran 25", "no la comida sino la cena". Days come back in English words, the rest as it was said. Nothing when it
 * is no correction, or fits nowhere.
 */
export const correctedInSpanish = (text: string, said: string): string | undefined => {
  const words = text.trim();
  if (words.split(/\s+/).length > MOST_WORDS + 3) return undefined;
  const before = daysInEnglish(said);
  const swapped = NOT_X_BUT_Y.exec(words);
  const swap = swapped && swappedIn(before, swapped[1] ?? '', swapped[2] ?? '');
  if (swap) return swap;
  const lead = LEAD.exec(words)?.[0] ?? '';
  const rest = words.slice(lead.length);
  const pair = X_NOT_Y.exec(rest);
  const replaced = pair && swappedIn(before, pair[2] ?? '', pair[1] ?? '');
  if (replaced) return replaced;
  return lead === '' ? undefined : amend(before, daysInEnglish(rest));
};

const swappedIn = (said: string, wrong: string, right: string): string | undefined => {
  const bare = (words: string): string => daysInEnglish(words).replace(ARTICLE, '');
  return replaceIn(said, bare(wrong), bare(right));
};

const SEAM =
  /(?:[.;!?\n]+\s*|,?\s+)(?:y|e)\s+(?:tambi[eé]n\s+|adem[aá]s\s+|luego\s+|despu[eé]s\s+)?(?=\S)|(?:[.;!?\n]+\s*|,?\s+)(?:tambi[eé]n|adem[aá]s|luego|despu[eé]s|de paso)[\s,]+(?=\S)|[.;!\n]+\s+|\?\s+(?=\S)/giu;
const FEWEST = 2;
const LONGEST = 400;

/** A Spanish message cut in two; `sentence`: where a sentence ends. */
export interface SpanishCut {
  readonly left: string;
  readonly right: string;
  readonly sentence: boolean;
}

/** The places where a Spanish message may be two requests, the first first. */
export const spanishCutsOf = (message: string): readonly SpanishCut[] => {
  const text = message.trim();
  if (text.length > LONGEST) return [];
  return [...text.matchAll(SEAM)].flatMap((match) => {
    const left = text.slice(0, match.index).trim();
    const right = text.slice(match.index + match[0].length).trim();
    const sentence = /[.;!?\n]/.test(match[0]);
    const counts = (words: string): boolean => words.split(/\s+/).length >= FEWEST;
    const alone = /^(?:\d{1,2}|gracias|hola)$/iu.test(left);
    return left !== '' && counts(right) && (alone || counts(left)) ? [{ left, right, sentence }] : [];
  });
};
