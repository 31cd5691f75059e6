import { randomUUID } from 'node:crypto';
import {
  BrokenCircuitError,
  type CircuitBreakerPolicy,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
} from 'cockatiel';
import { type Clock, instant } from '../trips/clock.ts';
import type { TripId, UserId } from '../trips/ids.ts';
import type { Records } from '../trips/records.ts';
import { answerCache, cacheKey } from './answer-cache.ts';
import { type AccountOf, accountId, fullness, hold, type Scope, settle } from './budget.ts';
import { type Model, type ModelAnswer, ModelError, type ModelRequest } from './model.ts';
import { costOf, type MicroDollars, type Price } from './prices.ts';
import { believable, inputBound } from './token-bounds.ts';
import type { CallMade } from './transcript.ts';

/** What a call is for: budgets and reports are told apart by it. */
export type Feature = 'understanding' | 'answers' | 'itineraries' | 'polls' | 'memories';

/** One provider with its two models: `large` where it matters, `small` for simple things and when money runs short. */
export interface Provider {
  readonly large: { readonly model: Model; readonly price: Price };
  readonly small: { readonly model: Model; readonly price: Price };
}

export interface ModelCall {
  readonly feature: Feature;
  readonly size: keyof Provider;
  /** Who is asked for: their budget, and with a trip the trip's. */
  readonly userId: UserId;
  readonly tripId?: TripId | undefined;
  /** Whose private matters stand in the request; answers are shared within this scope only. Absent: never kept. */
  readonly privacyScope?: string | undefined;
  readonly request: ModelRequest;
  /** Hands over the answer as it comes; `attempt` counts from 1 and rises when a further try begins it anew. */
  readonly onText?: ((piece: string, attempt: number) => void) | undefined;
}

/** Why there is no model's answer, or only a smaller model's. */
export interface Degradation {
  readonly reason: 'off' | 'budget' | 'throttled' | 'unavailable';
  /** Whose budget is used up. */
  readonly scope?: Scope | undefined;
}

export type Asked =
  | {
      readonly ok: true;
      readonly answer: ModelAnswer;
      readonly provider: string;
      /** What it was charged at, in millionths of a US dollar; nothing for what was answered before. */
      readonly micros: MicroDollars;
      /** A smaller model than was wanted answered, because the budget runs low. */
      readonly degradation?: Degradation | undefined;
    }
  | { readonly ok: false; readonly degradation: Degradation };

/** The one way to a language model: within budgets, from provider to provider, and never an exception. */
export interface Gateway {
  ask(call: ModelCall): Promise<Asked>;
}

export interface GatewayOptions {
  /** In the order they are asked. */
  readonly providers: readonly Provider[];
  readonly records: Records;
  readonly clock: Clock;
  readonly log: {
    info(fields: object, message: string): void;
    warn(fields: object, message: string): void;
    error(fields: object, message: string): void;
  };
  /** Millionths of a US dollar: for everybody a day, for a trip, for a person a day. */
  readonly limits: Readonly<Record<Scope, MicroDollars>>;
  /** True while spending for the whole platform is stopped from outside. */
  readonly throttled?: (() => boolean) | undefined;
  /** Told of every call that reached a provider, answered or not. */
  readonly onCall?: ((call: CallMade) => Promise<void>) | undefined;
  /** Told when a budget passes 50, 80 or 100 percent; the same may come again, after a crash or when several calls do so. */
  readonly onAlert?: ((alert: BudgetAlert) => Promise<void>) | undefined;
}

/** So much of a budget is used. Amounts are in millionths of a US dollar. */
export interface BudgetAlert {
  readonly scope: Scope;
  /** The account's id: the day is in it, where it is a day's. */
  readonly id: string;
  /** 50, 80, or 100: then too little is left for a call. */
  readonly percent: number;
  readonly spent: MicroDollars;
  readonly limit: MicroDollars;
  /** For whom the call was made that it was noticed at. */
  readonly userId: UserId;
  readonly tripId?: TripId | undefined;
}

/** From this fullness of a budget on, the small model does what the large one was wanted for. */
const LOW = 0.8;
const FAILURES_TO_BREAK = 5;
const BREAK_MS = 30_000;
/** A provider that asks for a longer pause is passed over. */
const LONGEST_PAUSE_MS = 2_000;

/** Faults after which the provider may still charge for what it was sent. */
const MAY_COST = new Set(['model-timeout', 'model-malformed', 'model-filtered']);
/** Faults that say something about the provider, not about the request. */
const ITS_FAULT = new Set(['model-busy', 'model-unavailable', 'model-timeout', 'model-malformed']);

/** Puts providers, budgets and the cache together. */
export const modelGateway = (options: GatewayOptions): Gateway => {
  const { providers, records, clock, log, limits, throttled = () => false, onAlert, onCall } = options;
  const cache = answerCache(clock);
  const breakers = new Map<Model, CircuitBreakerPolicy>();

  const breakerOf = (model: Model): CircuitBreakerPolicy => {
    const known = breakers.get(model);
    if (known) return known;
    const breaker = circuitBreaker(
      handleWhen((error) => error instanceof ModelError && ITS_FAULT.has(error.code)),
      { halfOpenAfter: BREAK_MS, breaker: new ConsecutiveBreaker(FAILURES_TO_BREAK) },
    );
    breaker.onBreak(() =>
      log.warn({ provider: model.provider, model: model.name }, 'a model is left alone for a while'),
    );
    breaker.onReset(() => log.info({ provider: model.provider, model: model.name }, 'a model answers again'));
    breakers.set(model, breaker);
    return breaker;
  };

  /** Whether it was told; what cannot be told costs nobody an answer. */
  const told = async (alert: BudgetAlert): Promise<boolean> => {
    try {
      await onAlert?.(alert);
      return true;
    } catch (error) {
      log.error({ ...alert, error: String(error) }, 'that a budget runs out could not be told; it is tried again');
      return false;
    }
  };

  const accountsOf = ({ userId, tripId }: ModelCall): readonly AccountOf[] => {
    const at = instant(clock);
    const account = (scope: Scope, subject: string): AccountOf => {
      const id = accountId(scope, subject, at);
      const limit = limits[scope];
      const tell =
        onAlert && ((percent: number, spent: number) => told({ scope, id, percent, spent, limit, userId, tripId }));
      return { scope, id, limit, tell };
    };
    return [
      account('user', userId),
      ...(tripId === undefined ? [] : [account('trip', tripId)]),
      account('platform', 'all'),
    ];
  };

  /** Sets money aside in every account, or in none; then it is the scope that has too little. */
  const holdAll = async (
    accounts: readonly AccountOf[],
    callId: string,
    micros: number,
  ): Promise<Scope | undefined> => {
    const held: AccountOf[] = [];
    for (const account of accounts) {
      if (await hold(records, clock, account, callId, micros)) {
        held.push(account);
        continue;
      }
      for (const one of held) await settle(records, one, callId, undefined);
      return account.scope;
    }
    return undefined;
  };

  const settleAll = async (
    accounts: readonly AccountOf[],
    callId: string,
    cost: Parameters<typeof settle>[3],
  ): Promise<void> => {
    for (const account of accounts) await settle(records, account, callId, cost);
  };

  const callOnce = async (
    model: Model,
    request: ModelRequest,
    onText: (() => (piece: string) => void) | undefined,
  ): Promise<ModelAnswer> => {
    const run = (): Promise<ModelAnswer> =>
      breakerOf(model).execute(async () =>
        checked(request, await (onText ? model.stream(request, onText()) : model.complete(request))),
      );
    try {
      return await run();
    } catch (error) {
      const wait = error instanceof ModelError && error.code === 'model-busy' ? (error.retryAfterMs ?? 0) : 0;
      if (wait === 0 || wait > LONGEST_PAUSE_MS) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
      return run();
    }
  };

  const askProviders = async (call: ModelCall): Promise<Asked> => {
    const accounts = accountsOf(call);
    const fullest = Math.max(...(await Promise.all(accounts.map((account) => fullness(records, account)))));
    const low = call.size === 'large' && fullest >= LOW;
    let degradation: Degradation = { reason: 'unavailable' };
    const { request, onText } = call;
    let attempts = 0;
    const heard =
      onText &&
      ((): ((piece: string) => void) => {
        attempts += 1;
        const attempt = attempts;
        return (piece) => onText(piece, attempt);
      });
    for (const provider of providers) {
      // Nobody waits any more: the next provider is not at fault, and not asked.
      if (request.signal?.aborted) break;
      const { model, price } = provider[low ? 'small' : call.size];
      const callId = randomUUID();
      const started = performance.now();
      const bound = { inputTokens: inputBound(request), outputTokens: request.maxOutputTokens };
      const short = await holdAll(accounts, callId, costOf(price, bound));
      if (short !== undefined) {
        degradation = { reason: 'budget', scope: short };
        continue;
      }
      const what = `${call.feature} ${model.name}`;
      const line = { callId, feature: call.feature, provider: model.provider, model: model.name, userId: call.userId };
      const noted = async (outcome: CallMade['outcome']): Promise<void> => {
        const ms = Math.round(performance.now() - started);
        try {
          await onCall?.({ ...line, tripId: call.tripId, ms, request, outcome });
        } catch (error) {
          log.warn({ ...line, error: String(error) }, 'a call of a model could not be written down');
        }
      };
      try {
        const answer = await callOnce(model, request, heard);
        // A provider that counts more than there can be, or nothing at all, is charged what was set aside.
        const usage = answer.usage && believable(answer.usage, bound) ? answer.usage : bound;
        const micros = costOf(price, usage);
        await settleAll(accounts, callId, { micros, usage, what });
        log.info({ ...line, ...usage, ms: Math.round(performance.now() - started) }, 'a model answered');
        await noted(answer);
        return {
          ok: true,
          answer,
          provider: model.provider,
          micros,
          ...(low && { degradation: { reason: 'budget' as const } }),
        };
      } catch (error) {
        const code = error instanceof ModelError ? error.code : undefined;
        const usage = { inputTokens: bound.inputTokens, outputTokens: 0 };
        const cost =
          code !== undefined && MAY_COST.has(code) ? { micros: costOf(price, usage), usage, what } : undefined;
        await settleAll(accounts, callId, cost);
        if (code === undefined && !(error instanceof BrokenCircuitError)) throw error;
        log.warn({ ...line, code: code ?? 'left-alone', error: String(error) }, 'a model did not answer');
        if (code !== undefined) await noted({ fault: code });
      }
    }
    return { ok: false, degradation };
  };

  return {
    ask: async (call) => {
      if (providers.length === 0) return { ok: false, degradation: { reason: 'off' } };
      if (throttled()) return { ok: false, degradation: { reason: 'throttled', scope: 'platform' } };
      if (call.privacyScope === undefined) return askProviders(call);
      const key = cacheKey(`${call.privacyScope} ${call.size}`, call.request);
      const kept = cache.get(key);
      if (kept) {
        call.onText?.(kept.text, 1);
        return { ok: true, answer: kept, provider: 'cache', micros: 0 };
      }
      // Who is shown the answer as it comes cannot share another's.
      const outcome = call.onText
        ? await askProviders(call)
        : (await cache.together(key, () => askProviders(call))).outcome;
      if (outcome.ok && outcome.answer.finish !== 'length') cache.keep(key, outcome.answer);
      return outcome;
    },
  };
};

/** Throws `model-malformed` when a shape was asked for and the answer has another. */
const checked = (request: ModelRequest, answer: ModelAnswer): ModelAnswer => {
  if (!request.structured) return answer;
  try {
    request.structured.schema.parse(JSON.parse(answer.text));
    return answer;
  } catch (cause) {
    throw new ModelError('model-malformed', 'the answer has another shape than was asked for', cause);
  }
};
