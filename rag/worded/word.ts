import type { Degradation, Feature, Gateway } from '../../llm/gateway.ts';
import { cleanLine } from '../ingest/clean-text.ts';
import { wordAnswerPrompt, wordedAnswer } from './prompts/word-answer.ts';
import { type Sentence, sentencesSoFar } from './sentences-so-far.ts';
import { type Quoted, spotlit, unmarked } from './spotlight.ts';
import { unsupported } from './support.ts';

/** Who a model works for: whose budget pays, and who may be given its answer again. */
export interface OnBehalf {
  readonly userId: string;
  readonly tripId?: string | undefined;
  /** Whose private matters the passages may hold: the reader's family, or the group. */
  readonly readers: string;
}

export interface Wording {
  readonly question: string;
  readonly quoted: readonly Quoted[];
  readonly feature: Feature;
  readonly onBehalf: OnBehalf;
  /** Told, each time that one more sentence has been checked, of all so far. */
  readonly onChecked?: ((sentences: readonly Sentence[]) => void) | undefined;
  /** Milliseconds the answer may take, whoever gives it. */
  readonly withinMs?: number | undefined;
}

/** Sentences whose every statement was found in a passage they name; perhaps none. */
export interface Worded {
  readonly sentences: readonly Sentence[];
  /** How many of the model's sentences were dropped, for the log. */
  readonly dropped: number;
  readonly degradation?: Degradation | undefined;
}

/** The carrier gives up on the answer to a text after 15 s; what is said without a model must fit in behind. */
const WITHIN_MS = 9_000;
const MAX_OUTPUT_TOKENS = 500;
const MOST_SENTENCES = 4;
const LONGEST_SENTENCE = 320;

/**
 * Asks a model to word an answer from passages, which it is shown as data and cannot act on: the call has no tools. Only
 * what {@link unsupported} finds no fault with comes back, so that a model that obeys a passage, invents or errs says
 * nothing.
 */
export const word = async (models: Gateway, wording: Wording): Promise<Worded> => {
  const { question, quoted, feature, onBehalf, onChecked, withinMs = WITHIN_MS } = wording;
  const asked = question.replace(/\s+/g, ' ').trim();
  const spotlight = spotlit(quoted, asked);
  // It names its sources beside the words, and some write them into the words, too.
  const check = checking(quoted, (text) => cleanLine(unmarked(text, spotlight).replace(/\s*\[p?\d+\]/g, '')));
  let written = '';
  let attempt = 1;
  let shown: readonly Sentence[] = [];
  const hear = (piece: string, of: number): void => {
    written = of === attempt ? written + piece : piece;
    attempt = of;
    const so = check(sentencesSoFar(written)).kept;
    // What was shown stands; an answer that is begun anew shows nothing until it says more.
    if (so.length > shown.length && shown.every((one, at) => one.text === so[at]?.text)) {
      shown = so;
      onChecked?.(shown);
    }
  };
  const answered = await models.ask({
    feature,
    size: 'small',
    userId: onBehalf.userId,
    tripId: onBehalf.tripId,
    privacyScope: `${onBehalf.tripId ?? ''} ${onBehalf.readers}`,
    onText: onChecked && hear,
    request: {
      system: wordAnswerPrompt(spotlight),
      messages: [{ role: 'user', text: `${spotlight.text}\n\nQuestion: ${asked}` }],
      structured: { name: 'answer', schema: wordedAnswer },
      maxOutputTokens: MAX_OUTPUT_TOKENS,
      signal: AbortSignal.timeout(withinMs),
    },
  });
  // What was checked and shown before a stream broke stays true.
  if (!answered.ok) return { sentences: shown, dropped: 0, degradation: answered.degradation };
  const { kept, dropped } = check(sentencesSoFar(answered.answer.text));
  return { sentences: followed(shown, kept), dropped, degradation: answered.degradation };
};

/** What was shown, and what goes beyond it. */
const followed = (shown: readonly Sentence[], kept: readonly Sentence[]): readonly Sentence[] =>
  shown.every((one, at) => one.text === kept[at]?.text)
    ? kept
    : [...shown, ...kept.filter(({ text }) => !shown.some((one) => one.text === text))].slice(0, MOST_SENTENCES);

const checking = (quoted: readonly Quoted[], clean: (text: string) => string) => {
  const byId = new Map(quoted.map((one) => [one.id, one]));
  return (sentences: readonly Sentence[]): { readonly kept: readonly Sentence[]; readonly dropped: number } => {
    const kept: Sentence[] = [];
    for (const one of sentences) {
      const text = clean(one.text);
      const passages = [...new Set(one.passages)].filter((id) => byId.has(id));
      const sources = passages.flatMap((id) => byId.get(id) ?? []);
      if (kept.length === MOST_SENTENCES || text.length > LONGEST_SENTENCE || unsupported(text, sources)) continue;
      kept.push({ text, passages });
    }
    return { kept, dropped: sentences.length - kept.length };
  };
};
