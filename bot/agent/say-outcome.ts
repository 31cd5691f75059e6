import type { Choice, Reply } from '../../cards/reply.ts';
import type { Gateway } from '../../llm/gateway.ts';
import type { Quoted } from '../../rag/worded/spotlight.ts';
import { word } from '../../rag/worded/word.ts';
import type { Citation } from '../../trips/documents/citation.ts';
import { type AgentOutcome, type AgentTurn, found } from './agent.ts';
import { type Proposal, quotedOf } from './desk.ts';

/** The act of a person who agreed to what a model proposed: its words are from then on taken for theirs. */
export const GO_AHEAD = 'go-ahead';

/** Something that can be said with its sources. */
interface Line extends Quoted {
  readonly citations: readonly Citation[];
}

/**
 * What came of a turn that a model planned, as replies. One thing that was looked up is told as it always is. Several are
 * told as one answer: in a model's words as far as they hold to what was told and calculated, else line by line.
 */
export const sayOutcome = async (
  models: Gateway,
  outcome: AgentOutcome,
  turn: Pick<AgentTurn, 'message' | 'onBehalf' | 'chained' | 'said'>,
): Promise<readonly Reply[]> => {
  const { asked, proposals } = outcome;
  const told = turn.chained ? await asOne(models, outcome, turn) : found(outcome);
  return [...told, ...asked, ...(proposals.length > 0 ? [askToGoAhead(proposals, turn.said)] : [])];
};

const asOne = async (
  models: Gateway,
  outcome: AgentOutcome,
  { message, onBehalf, said: words }: Pick<AgentTurn, 'message' | 'onBehalf' | 'said'>,
): Promise<readonly Reply[]> => {
  const replies = found(outcome);
  if (replies.length === 0) return [];
  if (replies.length === 1 && outcome.reckoned.length === 0 && outcome.ended === 'done') return replies;
  const lines = linesOf(outcome);
  const saves = outcome.degradation?.reason === 'budget' || outcome.degradation?.reason === 'throttled';
  const { sentences } =
    outcome.ended === 'done' && outcome.leftMs > 0
      ? await word(models, {
          ...{ question: message, feature: 'answers', onBehalf, withinMs: outcome.leftMs },
          quoted: lines.map(({ citations: _, ...quoted }) => quoted),
        })
      : { sentences: [] };
  const byId = new Map(lines.map((line) => [line.id, line]));
  const worded = sentences.map(({ text, passages }) => ({
    text,
    citations: passages.flatMap((id) => byId.get(id)?.citations ?? []),
    of: passages,
  }));
  // What was calculated is what was asked for: where the words leave it out, it is told all the same.
  const rest = lines.filter(({ id, reckoned }) => reckoned && !worded.some(({ of }) => of.includes(id)));
  const said = worded.length > 0 ? [...worded, ...rest] : lines;
  const merged = withMarks(said);
  const partly = outcome.ended !== 'done' || outcome.readings.some(({ empty }) => empty);
  const ending = saves ? [words.stopped] : partly ? [words.partly] : [];
  return [
    {
      text: [merged.text, ...ending].join(' '),
      citations: merged.citations.length > 0 ? merged.citations : undefined,
      private: replies.some((reply) => reply.private) || undefined,
    },
  ];
};

/** What was told, each thing once, then what was calculated from it. */
const linesOf = (outcome: AgentOutcome): readonly Line[] => {
  const lines: Line[] = [];
  const citationsOf = new Map<string, readonly Citation[]>();
  for (const { id, replies, empty } of outcome.readings) {
    if (empty) continue;
    citationsOf.set(
      id,
      replies.flatMap(({ citations = [] }) => citations),
    );
    for (const [index, quoted] of quotedOf(id, replies).entries()) {
      if (lines.some(({ text }) => text === quoted.text)) continue;
      lines.push({ ...quoted, citations: replies[index]?.citations ?? [] });
    }
  }
  const reckoned = outcome.reckoned.map(({ text, from }, index) => ({
    ...{ id: `s${index + 1}`, text, reckoned: true as const },
    citations: from.flatMap((id) => citationsOf.get(id) ?? []),
  }));
  return [...lines, ...reckoned];
};

/** Lines with [n] marks of sources that are numbered anew, each page once. */
const withMarks = (
  lines: readonly { readonly text: string; readonly citations: readonly Citation[] }[],
): { readonly text: string; readonly citations: readonly Citation[] } => {
  const sources: Citation[] = [];
  const texts = lines.map(({ text, citations }) => {
    const numbers = citations.map((citation) => {
      const known = sources.find(
        ({ documentId, page }) => documentId === citation.documentId && page === citation.page,
      );
      if (!known) sources.push({ ...citation, n: sources.length + 1 });
      else if (!known.quote.includes(citation.quote))
        sources[known.n - 1] = {
          ...known,
          quote: `${known.quote} … ${citation.quote}`,
          spans: known.spans && citation.spans ? [...known.spans, ...citation.spans] : (known.spans ?? citation.spans),
        };
      return known?.n ?? sources.length;
    });
    const marks = [...new Set(numbers)].map((n) => `[${n}]`).join('');
    const stop = /[.!?…]$/.exec(text)?.[0] ?? '';
    return marks === '' ? text : `${text.slice(0, text.length - stop.length)} ${marks}${stop || '.'}`;
  });
  return { text: texts.join(' '), citations: sources };
};

/** Asks before anything is done that a model made of somebody's words. */
const askToGoAhead = (proposals: readonly Proposal[], words: AgentTurn['said']): Reply => {
  const goAhead = (acts: readonly Proposal[]) => ({ skill: GO_AHEAD, input: { acts } });
  const no: Choice = { label: words.no, act: { skill: 'back', input: {} } };
  const [only, second] = proposals;
  if (only && !second)
    return {
      text: words.goAhead(only.words),
      choices: [{ label: words.yes, act: goAhead([only]) }, no],
    };
  return {
    text: words.several,
    choices: [
      { label: words.yesAll, act: goAhead(proposals) },
      ...proposals.map((one) => ({ label: words.only(one.words.slice(0, 80)), act: goAhead([one]) })),
      no,
    ],
  };
};
