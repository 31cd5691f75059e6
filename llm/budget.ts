import { z } from 'zod';
import { type Clock, instant } from '../trips/clock.ts';
import type { Entity, Kind, Records } from '../trips/records.ts';
import { retrying } from '../trips/records.ts';
import type { TokenUsage } from './model.ts';
import type { MicroDollars } from './prices.ts';

/** Whose money it is: one person's for a day, one trip's for all its time, everybody's together for a day. */
export type Scope = 'user' | 'trip' | 'platform';

/** Days a budget's account is kept after its last entry. */
const KEPT_DAYS = 400;
/** A hold that nobody settled within this was lost with its process; the call may have cost what was held. */
const HOLD_MS = 10 * 60_000;

const sums = z.object({
  calls: z.number(),
  inputTokens: z.number(),
  outputTokens: z.number(),
  micros: z.number(),
});
/** What calls came to: how many, their tokens, and their cost in millionths of a US dollar. */
export type UsageSums = Readonly<z.infer<typeof sums>>;

/** The account of one budget. Partition: itself. A call's estimate is held before it is made, and settled after. */
export interface BudgetAccount extends Entity {
  readonly type: 'ai_budget';
  readonly scope: Scope;
  /** Settled so far, in millionths of a US dollar. */
  readonly spent: MicroDollars;
  readonly holds: Readonly<Record<string, { readonly micros: MicroDollars; readonly at: string }>>;
  /** By `feature model`. */
  readonly usage: Readonly<Record<string, UsageSums>>;
  /** The percentages of its limit that were told of already. */
  readonly alerted?: readonly number[] | undefined;
}

export const budgetAccounts: Kind<BudgetAccount> = {
  type: 'ai_budget',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('ai_budget'),
    _schema_version: z.number(),
    ttl: z.number().optional(),
    scope: z.enum(['user', 'trip', 'platform']),
    spent: z.number(),
    holds: z.record(z.string(), z.object({ micros: z.number(), at: z.string() })),
    usage: z.record(z.string(), sums),
    alerted: z.array(z.number()).optional(),
  }),
};

/** Percentages of a budget that are told of, each once. */
const ALERTS = [50, 80, 100];

/**
 * Tells that so many percent of a budget are used; 100: nothing is left, or too little for a call that was to be made. It
 * is called before the account says that it was told, so it may be called again and must then tell nothing new. False:
 * it could not be told, and is to be told later.
 */
export type TellOfBudget = (percent: number, spent: MicroDollars) => Promise<boolean>;

/** The account's id: by day (UTC) for a person and for everybody, for good for a trip. */
export const accountId = (scope: Scope, subject: string, at: string): string =>
  scope === 'trip' ? `ai_budget_trip_${subject}` : `ai_budget_${scope}_${subject}_${at.slice(0, 10)}`;

export interface AccountOf {
  readonly scope: Scope;
  readonly id: string;
  /** Millionths of a US dollar that may be spent from it. */
  readonly limit: MicroDollars;
  readonly tell?: TellOfBudget | undefined;
}

const emptyAccount = ({ id, scope }: AccountOf): BudgetAccount => ({
  ...{ pk: id, id, type: 'ai_budget', _schema_version: 1, ttl: KEPT_DAYS * 86_400, scope },
  ...{ spent: 0, holds: {}, usage: {} },
});

/** Held and spent together. */
const committed = ({ spent, holds }: BudgetAccount): MicroDollars =>
  spent + Object.values(holds).reduce((sum, { micros }) => sum + micros, 0);

/** The percentages that are to be told of once an account stands so. `refused`: a call did not fit into what is left. */
const toTell = ({ spent, alerted = [] }: BudgetAccount, limit: MicroDollars, refused: boolean): readonly number[] =>
  // A budget of nothing is a switch, and no news.
  limit <= 0
    ? []
    : ALERTS.filter(
        (percent) => !alerted.includes(percent) && (spent * 100 >= percent * limit || (percent === 100 && refused)),
      );

const change = async <T>(
  records: Records,
  account: AccountOf,
  decide: (current: BudgetAccount) => { readonly next: BudgetAccount; readonly refused?: boolean; readonly result: T },
): Promise<T> =>
  retrying(async () => {
    const stored = await records.read(budgetAccounts, account.id, account.id);
    const current = stored ?? emptyAccount(account);
    const { next, refused = false, result } = decide(current);
    const passed = account.tell ? toTell(next, account.limit, refused) : [];
    // What passed several at once is told as the highest.
    const highest = passed.at(-1);
    const heard = highest !== undefined && (await account.tell?.(highest, next.spent)) === true;
    const told = heard ? { ...next, alerted: [...(next.alerted ?? []), ...passed] } : next;
    if (told === current) return { result };
    const commit = await records.commit(account.id, [
      { put: told, ifMatch: stored?._etag, ifAbsent: stored === undefined },
    ]);
    return commit.ok ? { result } : 'conflict';
  }).then(({ result }) => result);

/** How full an account is, from 0; more than 1 never happens through {@link hold}. */
export const fullness = async (records: Records, account: AccountOf): Promise<number> => {
  const stored = await records.read(budgetAccounts, account.id, account.id);
  return stored ? committed(stored) / Math.max(1, account.limit) : 0;
};

/** Sets the estimate of a call aside. False, and nothing changed, when it would not fit any more. */
export const hold = (
  records: Records,
  clock: Clock,
  account: AccountOf,
  callId: string,
  micros: MicroDollars,
): Promise<boolean> =>
  change(records, account, (current) => {
    const lost = Object.entries(current.holds).filter(([, { at }]) => Date.parse(at) + HOLD_MS < clock.now());
    const kept = Object.fromEntries(Object.entries(current.holds).filter((one) => !lost.some(([id]) => id === one[0])));
    const spent = lost.reduce((sum, [, held]) => sum + held.micros, current.spent);
    const base = { ...current, spent, holds: kept };
    // Calls under way may come to less than was set aside for them: only what is spent says that too little is left.
    if (committed(base) + micros > account.limit)
      return { next: current, refused: spent + micros > account.limit, result: false };
    const next = { ...base, holds: { ...kept, [callId]: { micros, at: instant(clock) } } };
    return { next, result: true };
  });

/** Replaces a hold by what the call really cost; never more than was held. */
export const settle = (
  records: Records,
  account: AccountOf,
  callId: string,
  cost: { readonly micros: MicroDollars; readonly usage: TokenUsage; readonly what: string } | undefined,
): Promise<void> =>
  change(records, account, (current) => {
    const { [callId]: held, ...holds } = current.holds;
    const micros = Math.min(cost?.micros ?? 0, held?.micros ?? 0);
    const known = cost && current.usage[cost.what];
    const usage = cost && {
      ...current.usage,
      [cost.what]: {
        calls: (known?.calls ?? 0) + 1,
        inputTokens: (known?.inputTokens ?? 0) + cost.usage.inputTokens,
        outputTokens: (known?.outputTokens ?? 0) + cost.usage.outputTokens,
        micros: (known?.micros ?? 0) + micros,
      },
    };
    const next = { ...current, spent: current.spent + micros, holds, ...(usage && { usage }) };
    return { next, result: undefined };
  });
