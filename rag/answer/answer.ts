import type { Embeddings } from '../embed/embeddings.ts';
import type { Answer, Nearest, Question } from '../library.ts';
import { readConversation } from '../retrieve/spoken-of.ts';
import type { SearchIndex } from '../search-index.ts';
import type { FoundPart } from '../worded/worded-answer.ts';
import { inPlainWords } from '../words/texted.ts';
import { answerHalves } from './answer-halves.ts';
import { answerParts, type MayRead, type PartAnswer, type SaidBefore } from './answer-part.ts';
import type { Chosen, Conclusion } from './chosen.ts';
import { compose } from './compose.ts';
import { derive } from './derived/derive.ts';
import type { AskFor } from './derived/derived.ts';
import { concludeTimes, concludeTwo, concludeWeekday } from './derived/sums.ts';
import { plainVerdict, verdictOn } from './derived/verdict.ts';
import { saidLast } from './going-on.ts';
import { ofItsOwn } from './own-half.ts';
import { readQuestion } from './question/question.ts';

/** An answer holds at most this many sentences: it must fit a text message. */
const MOST_SENTENCES = 3;

/** A number that names a citation, as it is set behind a sentence. */
const MARK = /(?<= (?:\[\d+\])*)\[(\d+)\](?=(?:\[\d+\])*[.!?…])/g;

/** Words what was composed anew, or leaves it. */
export type Reword = (parts: readonly FoundPart[], composed: Answer) => Promise<Answer>;

/**
 * Answers from documents by quoting them: no sentence without its source, no answer without evidence. What documents
 * say is quoted and never obeyed.
 */
export const answer = async (
  index: SearchIndex,
  embeddings: Embeddings,
  mayRead: MayRead,
  { text: texted, scope, history, nearest = 0 }: Question,
  reword: Reword = async (_, composed) => composed,
): Promise<Answer> => {
  const text = inPlainWords(texted);
  const conversation = await readConversation(index, scope, text, history.map(inPlainWords));
  const parts = readQuestion(text, conversation);
  if (parts.length === 0) return { found: false };
  const shelves = { index, embeddings, scope, mayRead, nearest };
  const saidBefore: SaidBefore = (evidence) => saidLast(evidence, history);
  const asked = await answerParts(shelves, parts, MOST_SENTENCES, saidBefore);
  const ask: AskFor = async (other) => {
    const reading = readQuestion(other, conversation).slice(0, 1);
    return (await answerParts(shelves, reading, MOST_SENTENCES, saidBefore))[0];
  };
  const found: PartAnswer[] = [];
  const conclusions: Conclusion[] = [];
  for (const one of asked) {
    const derived = await derive(one, ask);
    if (derived) {
      found.push({ ...one, chosen: derived.chosen, also: [] });
      if (derived.conclusion) conclusions.push(derived.conclusion);
      continue;
    }
    const halves = await answerHalves(shelves, one, MOST_SENTENCES, saidBefore);
    const answers = halves.map((answered) => withVerdict(answered, text));
    conclusions.push(...conclusionsOf(one.part.text, answers));
    found.push(...answers);
  }
  const [first, second] = bothOf(found);
  if (first && second) found.splice(0, 2, first, second);
  if (conclusions.length === 0 && first && second && found.length === 2)
    conclusions.push(...conclusionsOf(text, [first, second]));
  const unanswered = found.filter(({ chosen }) => chosen.length === 0);
  const told = conclusions.length > 0 || found.length > 1 ? found : found.map(withOthers);
  const composed = compose(inTurn(told.map(({ chosen }) => chosen)), conclusions);
  if (!composed.found) {
    const near = nearestOf(found, nearest);
    return reword(found.map(nearAlone), near ? { found: false, nearest: near } : composed);
  }
  return withWhatIsLeft(await reword(told, composed), unanswered, nearest);
};

/** An answer with the parts that it leaves open, and what stands nearest to them of what it does not tell. */
const withWhatIsLeft = (said: Answer, unanswered: readonly PartAnswer[], nearest: number): Answer => {
  if (!said.found || unanswered.length === 0) return said;
  const told = said.citations.map(({ quote }) => quote).join(' ');
  const left = unanswered.map((one) => ({
    ...one,
    near: one.near.filter(({ evidence }) => !told.includes(evidence.text)),
  }));
  const near = nearestOf(left, Math.min(nearest, left.length));
  return {
    ...said,
    unanswered: unanswered.map(({ part }) => part.text),
    ...(near && { nearest: numberedBehind(said.citations.length, near) }),
  };
};

/** What the best sentence means for what was asked, and the fact it is held against, where that is sure. */
const withVerdict = (answer: PartAnswer, question: string): PartAnswer => {
  const { part, evidence, chosen } = answer;
  const [best, ...others] = chosen;
  if (!best || others.some(({ against }) => against)) return answer;
  const ruled = verdictOn(part, question, best.evidence, evidence);
  if (!ruled) return { ...answer, chosen: [{ ...best, verdict: plainVerdict(part, best.evidence) }, ...others] };
  const fact = ruled.fact ? [{ evidence: ruled.fact, terms: [] }] : others;
  return { ...answer, chosen: [{ ...best, verdict: ruled.lead }, ...fact] };
};

/** What else may hold the answer, told where the chosen sentences are left to speak for themselves. */
const withOthers = (answer: PartAnswer): PartAnswer => {
  const { chosen, also } = answer;
  const isRead = chosen.some(({ verdict, against }) => verdict !== undefined || against);
  return isRead ? answer : { ...answer, chosen: [...chosen, ...also] };
};

/** Of two things that are asked the same, the one that was found in the paper of its own makes the other one surer. */
const bothOf = (found: readonly PartAnswer[]): readonly PartAnswer[] => {
  const [one, other] = found;
  if (!one || !other || found.length !== 2 || one.part.kind !== other.part.kind) return found;
  if ((one.chosen.length === 0) === (other.chosen.length === 0)) return found;
  return one.chosen.length === 0 ? [ofItsOwn(one, other), other] : [one, ofItsOwn(other, one)];
};

/** What two answers come to, or one as often as was asked. */
const conclusionsOf = (question: string, answers: readonly PartAnswer[]): readonly Conclusion[] => {
  const [one, other] = answers;
  if (!one) return [];
  const concluded = other ? concludeTwo(question, one, other) : (concludeTimes(question, one) ?? concludeWeekday(one));
  return concluded ? [concluded] : [];
};

/** What a model may word an answer from where nothing is sure: the lines that the person is shown, and no other. */
const nearAlone = ({ near }: PartAnswer): FoundPart => ({ chosen: near, evidence: [] });

/** What stands nearest to each part; nothing where nothing does. */
const nearestOf = (found: readonly PartAnswer[], most: number): Nearest | undefined => {
  const quoted = compose(
    inTurn(
      found.map(({ near }) => near),
      most,
    ),
  );
  return quoted.found ? { text: quoted.text, citations: quoted.citations } : undefined;
};

/** The same with its marks behind the first so many, which are another's. */
const numberedBehind = (others: number, { text, citations }: Nearest): Nearest => ({
  text: text.replace(MARK, (_, n: string) => `[${Number(n) + others}]`),
  citations: citations.map((citation) => ({ ...citation, n: citation.n + others })),
});

/** The best of each part first, then the seconds, up to the limit; told part by part. */
const inTurn = (found: readonly (readonly Chosen[])[], most = MOST_SENTENCES): readonly Chosen[] => {
  const taken = found.map(() => 0);
  let left = most;
  for (let round = 0; left > 0 && found.some((chosen) => chosen.length > round); round += 1) {
    for (const [part, chosen] of found.entries()) {
      if (chosen.length <= round || left === 0) continue;
      taken[part] = round + 1;
      left -= 1;
    }
  }
  return found.flatMap((chosen, part) => chosen.slice(0, taken[part]));
};
