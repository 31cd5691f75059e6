import { type PersonalKind, personal, plain } from '../trips/privacy/personal-kind.ts';
import type { Subject } from '../trips/privacy/subject.ts';
import { type BudgetAccount, budgetAccounts } from './budget.ts';

/** What is kept of whom language models work for. */
export const MODEL_KINDS: readonly PersonalKind[] = [
  personal({
    kind: budgetAccounts,
    place: 'own',
    words: {
      exported: "the person's own: calls, tokens and cost by day",
      erased: "removed; a trip's goes with its trip",
    },
    exports: (account, subject) => (isTheirs(account, subject) ? plain(account) : undefined),
    erases: (account, subject) =>
      isTheirs(account, subject) || subject.emptyTrips.some((tripId) => account.id.endsWith(`_${tripId}`))
        ? 'remove'
        : 'keep',
  }),
];

const isTheirs = ({ id, scope }: BudgetAccount, { people }: Subject): boolean =>
  scope === 'user' && people.some((userId) => id.includes(`_${userId}_`));
