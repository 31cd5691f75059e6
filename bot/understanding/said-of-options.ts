import { answerText, answerWord } from './answer-lexicon.ts';
import { type Asked, grouped, type Token, tokensOf, words } from './option-tokens.ts';

/** What an answer says of a poll's options, by their ids, each in the order it was said. */
export interface SaidOfOptions {
  readonly yes: readonly string[];
  readonly maybe: readonly string[];
  readonly no: readonly string[];
  /** 1 to 5, where the poll takes scores. */
  readonly scores: Readonly<Record<string, number>>;
  /** Of all options at once: each suits, or none does. */
  readonly all?: 'any' | 'none' | undefined;
  /** Beside what was said before, and not in its place. */
  readonly also: boolean;
  /** In the place of what was said before. */
  readonly only: boolean;
  /** Options of which words name one, and do not tell which: `friday`, where two options have one. */
  readonly among: readonly string[];
}

/** A day of the plan, as it is asked for. */
const DAY_OF_PLAN = /^(?:day|dia) \d{1,2}\W*$/;
/** A longer message tells more than an answer. */
const MOST_WORDS = 24;
const MOST_CHARACTERS = 200;
/** Words that ask, in either language. */
const ASKS =
  /[?¿]|^(?:(?:so|and|ok|but|hey|y|pero)[ ,]+)*(?:what|when|where|which|who|whose|why|how|is|are|was|does|do|did|can|could|should|que|cual(?:es)?|cuando|donde|como|quien(?:es)?)\b/;
/** Says that nothing is the matter, and nothing of any option. */
const ALL_IS_WELL =
  /^(?:(?:ok|no|yes|its|thats|si)[ ,]+)*(?:all|everythings?|todo)(?: is| esta)? (?:good|fine|ok|okay|great|perfect|bien|perfecto|genial)(?: here| thanks| thank you| gracias)?\W*$/;

/**
 * Reads words as an answer to a poll: which options they name, and whether they want them. Nothing when they say anything
 * beside, ask something, or name none; so a story in which an option occurs is no vote.
 */
export const readSaidOfOptions = (poll: Asked, text: string): SaidOfOptions | undefined => {
  const said = text.trim().slice(0, MOST_CHARACTERS);
  if (said.length < text.trim().length || words(said).length > MOST_WORDS) return undefined;
  const plain = answerText(said).trim();
  if (ASKS.test(plain) || DAY_OF_PLAN.test(plain) || ALL_IS_WELL.test(plain)) return undefined;
  // "Yes" and "none" may themselves be what is to be chosen.
  if (poll.options.some((option) => words(answerText(option.text)).every((word) => answerWord(word) !== undefined)))
    return undefined;
  const tokens = tokensOf(poll, said);
  return tokens && judged(grouped(tokens, poll.kind), poll);
};

type Stance = 'yes' | 'maybe' | 'no';

/** Goes through an answer word by word: a judgement holds for the options before it that had none, else for those behind it. */
const judged = (tokens: readonly Token[], { options }: Asked): SaidOfOptions | undefined => {
  const stances = new Map<string, Stance>();
  const scores: Record<string, number> = {};
  const among = tokens.flatMap((token) => (token.does === 'option' && token.ids.length > 1 ? token.ids : []));
  /** Options that were named and not yet judged, the judgement that waits for one, and the last one heard since an option. */
  let pending: readonly string[] = [];
  let before: Stance | undefined;
  let heard: Stance | undefined;
  let score: number | undefined;
  let open: 'any' | 'none' | undefined;
  let excepting = false;
  const give = (ids: readonly string[], stance: Stance): void => {
    for (const id of ids) {
      stances.delete(id);
      stances.set(id, stance);
    }
  };
  const end = (): void => {
    give(pending, 'yes');
    pending = [];
    before = undefined;
    heard = undefined;
  };
  const judge = (stance: Stance): void => {
    // "Does not work" is one judgement.
    if (excepting || (stance === 'yes' && heard === 'no')) return;
    if (pending.length > 0) give(pending, stance);
    else before = stance;
    heard = stance;
    pending = [];
  };
  const name = (id: string): void => {
    heard = undefined;
    if (score !== undefined) scores[id] = score;
    score = undefined;
    if (excepting) give([id], 'no');
    else if (before) give([id], before);
    else pending = [...pending, id];
  };
  const grade = (given: number): void => {
    const id = pending.at(-1);
    if (id === undefined) score = given;
    else scores[id] = given;
  };
  const except = (): void => {
    if (open && pending.length === 0 && stances.size === 0) excepting = true;
    else end();
  };
  for (const token of tokens) {
    if (token.does === 'option') {
      const [id, other] = token.ids;
      if (id !== undefined && other === undefined) name(id);
    } else if (token.does === 'score') grade(token.score);
    else if (token.does === 'stop') {
      if (!excepting) end();
    } else if (token.does === 'yes' || token.does === 'maybe' || token.does === 'no') judge(token.does);
    // "All but the hike"; elsewhere another half begins.
    else if (token.does === 'but') except();
    else if (token.does === 'except') {
      except();
      if (!excepting) before = 'no';
    } else if (token.does === 'none') open = 'none';
    else if (token.does === 'all' || token.does === 'any') open = 'any';
    // Of three options "both" are two that were named.
    else if (token.does === 'both' && options.length === 2) open = 'any';
  }
  const denied = before === 'no' || heard === 'no';
  end();
  const others = options.map(({ optionId }) => optionId).filter((id) => !stances.has(id));
  if (excepting && stances.size > 0) give(others, 'yes');
  const those = (stance: Stance): readonly string[] =>
    [...stances].filter(([, given]) => given === stance).map(([id]) => id);
  const all = stances.size > 0 || excepting ? undefined : open && denied ? 'none' : open;
  if (stances.size === 0 && all === undefined && among.length === 0) return undefined;
  return {
    ...{ yes: those('yes'), maybe: those('maybe'), no: those('no'), scores, all, among },
    also: tokens.some(({ does }) => does === 'also'),
    only: tokens.some(({ does }) => does === 'only'),
  };
};
