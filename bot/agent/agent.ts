import type { Reply } from '../../cards/reply.ts';
import type { Degradation, Gateway } from '../../llm/gateway.ts';
import type { ModelMessage } from '../../llm/model.ts';
import type { OnBehalf } from '../../rag/worded/word.ts';
import type { Desk, DeskParts, Done } from './desk.ts';
import { openDesk } from './desk.ts';
import { PLAN_TURN } from './prompts/plan-turn.ts';
import { takeValue } from './take-value.ts';
import type { Tools } from './tools.ts';

/** What one message may cost at most, whatever a model wants. */
export interface Bounds {
  /** Times the planning model is asked. */
  readonly steps: number;
  /** Tools that are called in all. */
  readonly calls: number;
  readonly tokens: number;
  /** Millionths of a US dollar. */
  readonly micros: number;
  /** In all; the carrier of a text waits 15 s. */
  readonly ms: number;
}

export const BOUNDS: Bounds = { steps: 6, calls: 12, tokens: 40_000, micros: 30_000, ms: 11_000 };

export interface AgentTurn {
  /** The person's message; no more of the conversation is planned from. */
  readonly message: string;
  readonly onBehalf: OnBehalf;
  readonly tools: Tools;
  readonly said: DeskParts['said'];
  readonly run: DeskParts['run'];
  /** Several steps, for what must be calculated from several answers; else one. */
  readonly chained: boolean;
  readonly bounds?: Bounds | undefined;
}

/** How the planning ended. */
export type Ended = 'done' | 'no-model' | 'steps' | 'calls' | 'tokens' | 'money' | 'time';

export interface AgentOutcome extends Done {
  readonly ended: Ended;
  readonly degradation?: Degradation | undefined;
  /** Milliseconds that are left for wording. */
  readonly leftMs: number;
}

const MAX_OUTPUT_TOKENS = 500;
const LONGEST_MESSAGE = 1_000;

/**
 * Plans what to do about a message, step by step, and has it done at the desk as the speaker. The planning model sees the
 * message and results in our own words, never what documents or other people wrote; what it says in prose is not heard.
 */
export const runAgent = async (models: Gateway, turn: AgentTurn): Promise<AgentOutcome> => {
  const { message, onBehalf, tools, said, run, chained, bounds = BOUNDS } = turn;
  const until = performance.now() + bounds.ms;
  const signal = AbortSignal.timeout(bounds.ms);
  const spent = { tokens: 0, micros: 0 };
  const count = (more: { readonly tokens: number; readonly micros: number }): void => {
    spent.tokens += more.tokens;
    spent.micros += more.micros;
  };
  const desk: Desk = openDesk({
    ...{ tools, said, message, run },
    take: async (question, kind, quoted) => {
      if (overspent(spent, bounds)) return undefined;
      const { taken, ...cost } = await takeValue(models, onBehalf, { question, kind, quoted }, signal);
      count(cost);
      return taken;
    },
  });
  const end = (ended: Ended, degradation?: Degradation): AgentOutcome => ({
    ...desk.done,
    ended,
    degradation,
    leftMs: Math.max(0, Math.floor(until - performance.now())),
  });
  // What closes the frame around the message cannot stand in it.
  const framed = `<message>${message.slice(0, LONGEST_MESSAGE).replace(/<\/?message>/gi, ' ')}</message>`;
  const messages: ModelMessage[] = [{ role: 'user', text: framed }];
  let calls = 0;
  for (let step = 0; step < (chained ? bounds.steps : 1); step += 1) {
    const asked = await models.ask({
      ...{ feature: 'understanding', size: chained ? 'large' : 'small' },
      ...{ userId: onBehalf.userId, tripId: onBehalf.tripId },
      // Tools are the speaker's own, and so is what they are called with.
      privacyScope: onBehalf.userId,
      request: { system: PLAN_TURN, messages, tools: tools.specs, maxOutputTokens: MAX_OUTPUT_TOKENS, signal },
    });
    if (!asked.ok) return end(signal.aborted ? 'time' : 'no-model', asked.degradation);
    const { answer, micros } = asked;
    count({ micros, tokens: (answer.usage?.inputTokens ?? 0) + (answer.usage?.outputTokens ?? 0) });
    if (answer.calls.length === 0) return end('done', asked.degradation);
    messages.push({ role: 'assistant', text: '', calls: answer.calls });
    for (const call of answer.calls) {
      // Providers want an answer to every call, also to those that are not made any more.
      const made = calls < bounds.calls;
      calls += 1;
      const result = made ? await desk.call(call) : 'not done: there were too many calls';
      messages.push({ role: 'tool', callId: call.id, name: call.name, result });
    }
    if (calls > bounds.calls) return end('calls');
    if (signal.aborted) return end('time');
    const over = overspent(spent, bounds);
    if (over) return end(over);
  }
  return end(chained ? 'steps' : 'done');
};

const overspent = (
  spent: { readonly tokens: number; readonly micros: number },
  bounds: Bounds,
): 'tokens' | 'money' | undefined => {
  if (spent.tokens >= bounds.tokens) return 'tokens';
  return spent.micros >= bounds.micros ? 'money' : undefined;
};

/** Nothing came of it that could be said. */
export const cameToNothing = ({ readings, reckoned, proposals, asked }: Done): boolean =>
  readings.every(({ empty }) => empty) && reckoned.length === 0 && proposals.length === 0 && asked.length === 0;

/** Every reply of what was looked up and found. */
export const found = ({ readings }: Done): readonly Reply[] =>
  readings.flatMap(({ empty, replies }) => (empty ? [] : replies));
