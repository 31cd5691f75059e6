import { z } from 'zod';
import type { Gateway } from '../../llm/gateway.ts';
import { type Quoted, spotlit, unmarked } from '../../rag/worded/spotlight.ts';
import { type Source, unsupported } from '../../rag/worded/support.ts';
import { type Passage, plainName } from '../../trips/itineraries/candidate.ts';
import { readDiets, readMinAge, readStepFree } from '../../trips/itineraries/reading/marks.ts';
import { readPrice, readStayPrice } from '../../trips/itineraries/reading/prices.ts';
import type { Offered } from '../../trips/magic-polls/offered.ts';
import { KIND, offeredPlace, type PlaceContext } from '../../trips/magic-polls/places.ts';
import { type Proposal, type ProposingFacts, propose } from '../../trips/magic-polls/propose.ts';
import { sayMoney } from '../../trips/money.ts';
import { proposePollPrompt } from './prompts/propose-poll.ts';

/** What a model answers. */
const answerShape = z.object({
  question: z.string().max(200),
  options: z.array(z.object({ id: z.string().max(10), name: z.string().max(120), why: z.string().max(400) })).max(8),
});

/** Options and passages that a model is shown: what matters most fits, and a call stays cheap. */
const MOST_SHOWN = 25;
const MOST_PASSAGES = 12;
const PASSAGE_LENGTH = 600;
/** Tokens enough for five options with two sentences each. */
const MAX_OUTPUT_TOKENS = 900;
/** Characters of what a model may say for an option. */
const WHY_LENGTH = 200;

export interface ModelProposing {
  readonly userId: string;
  readonly tripId: string;
  /** Of the trip; 0 when its dates are not known. */
  readonly nights: number;
  readonly facts: ProposingFacts;
  readonly found: readonly Offered[];
  readonly passages: readonly Passage[];
  readonly signal: AbortSignal;
}

/** What came of asking: the proposal, or that the budget for models is used up. */
export interface ModelProposal {
  readonly proposal?: (Extract<Proposal, { ok: true }> & { readonly question?: string }) | undefined;
  readonly saving?: boolean | undefined;
}

/**
 * A proposal worded and ordered by a model; none when there is none to ask or it is of no use, and the plain one
 * stands. Names, prices, hours and limits are the documents' own: what the model says beside them counts only where the
 * document bears it out. It is told nothing that a family keeps to itself.
 */
export const proposeWithModel = async (
  models: Gateway,
  { userId, tripId, nights, facts, found, passages, signal }: ModelProposing,
): Promise<ModelProposal> => {
  const { wish, families, relevance } = facts;
  // A list of days is complete as it is.
  if (wish.category === 'date') return {};
  const near = (one: Offered): number => relevance?.get(one.option.optionId) ?? 0;
  const shown = found
    .filter(({ out }) => out === undefined)
    .sort((a, b) => near(b) - near(a))
    .slice(0, MOST_SHOWN);
  const pieces = [...passages].sort((a, b) => mentions(b, shown) - mentions(a, shown)).slice(0, MOST_PASSAGES);
  const quoted: readonly Quoted[] = [
    ...shown.map(({ option }, index) => ({ id: `o${index + 1}`, text: lineOf(option) })),
    ...pieces.map(({ document, heading, text }, index) => ({
      id: `p${index + 1}`,
      text: text.slice(0, PASSAGE_LENGTH),
      under: heading === undefined ? document : `${document} > ${heading}`,
    })),
  ];
  const marked = spotlit(quoted, wish.words);
  const asked = await models.ask({
    feature: 'polls',
    size: 'large',
    userId,
    tripId,
    privacyScope: tripId,
    request: {
      system: proposePollPrompt(marked),
      messages: [{ role: 'user', text: `${marked.text}\n\nThe families ask for a poll: ${wish.words}` }],
      structured: { name: 'poll', schema: answerShape },
      maxOutputTokens: MAX_OUTPUT_TOKENS,
      signal,
    },
  });
  if (!asked.ok) return { saving: asked.degradation.reason === 'budget' || asked.degradation.reason === 'throttled' };
  const answer = answerShape.parse(JSON.parse(asked.answer.text));
  const worded = answer.options.flatMap(({ id, name: given, why }) => {
    const name = unmarked(given, marked);
    const known = found.find(({ option }) => plainName(option.text) === plainName(name));
    const piece = id.startsWith('p') ? pieces[Number(id.slice(1)) - 1] : undefined;
    const offered = known ?? (piece && namedIn(piece, name, { wish, families, nights }));
    if (!offered) return [];
    const source = known ? `${lineOf(known.option)}\n${known.about}` : (piece?.text ?? '');
    return [{ offered, said: borneOut(unmarked(why, marked), { text: source, under: offered.option.text }) }];
  });
  const all = [...found, ...worded.flatMap(({ offered }) => (found.includes(offered) ? [] : [offered]))];
  const proposal = propose(all, { ...facts, first: worded.map(({ offered }) => offered.option.optionId) });
  if (!proposal.ok || worded.length === 0) return {};
  const saidOf = new Map(worded.map(({ offered, said }) => [plainName(offered.option.text), said]));
  const options = proposal.options.map((option) => {
    const said = saidOf.get(plainName(option.text));
    return said === undefined ? option : { ...option, why: [said, option.why].filter(Boolean).join(' ').slice(0, 300) };
  });
  const question = borneOut(unmarked(answer.question, marked), { text: `${wish.words}\n${wish.question}` });
  return { proposal: { ...proposal, options, ...(question?.endsWith('?') && { question }) } };
};

/** Sentences that speak of the vote instead of the thing. */
const OF_THE_VOTE = /\b(?:vot(?:e|es|ed|ing)|polls?|options?|choose|pick|select|winn?(?:s|er|ing)?)\b/i;

/** The sentences of a model's words that their source bears out, as many as there is room for; nothing when none is left. */
const borneOut = (words: string, source: Source): string | undefined => {
  const kept: string[] = [];
  for (const sentence of words.trim().split(/(?<=[.!?])\s+/)) {
    if (sentence === '' || OF_THE_VOTE.test(sentence) || unsupported(sentence, [source]) !== undefined) continue;
    if ([...kept, sentence].join(' ').length > WHY_LENGTH) break;
    kept.push(sentence);
  }
  return kept.length > 0 ? kept.join(' ') : undefined;
};

const lineOf = ({ text, details, price, cost }: Offered['option']): string =>
  [text, details, price && `${sayMoney(price)} a person`, cost && `${sayMoney(cost.total)} for all`]
    .filter(Boolean)
    .join('; ');

const mentions = ({ text, heading = '' }: Passage, shown: readonly Offered[]): number =>
  shown.filter(({ option }) => `${heading}\n${text}`.includes(option.text)).length;

/** A name, as a document writes one. */
const NAME = /^\p{Lu}[\p{L}\d'’&. -]{2,60}$/u;
/** Sentences after the one that names a thing that are taken to be about it. */
const GOES_ON = 2;

/** Something that a passage names word by word and that no reader had made an option of, with the facts stated beside it. */
const namedIn = (
  { documentId, document, page, text }: Passage,
  given: string,
  context: PlaceContext,
): Offered | undefined => {
  const name = given.trim();
  const { category } = context.wish;
  if (!NAME.test(name) || category === 'date' || category === 'transport') return undefined;
  const sentences = text.split(/(?<=[.!?])\s+|\n/);
  const at = sentences.findIndex((sentence) => sentence.includes(name));
  if (at < 0) return undefined;
  const about = sentences.slice(at, at + 1 + GOES_ON).join('\n');
  return offeredPlace(
    {
      id: `named ${plainName(name)}`,
      kind: KIND[category],
      name,
      price: category === 'lodging' ? readStayPrice(about) : readPrice(about),
      diets: readDiets(about),
      stepFree: readStepFree(about),
      minAge: readMinAge(about),
      about,
      source: { documentId, name: document, page },
    },
    context,
  );
};
