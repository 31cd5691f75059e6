import { alsoIn, type PersonalKind, personal, plain } from '../trips/privacy/personal-kind.ts';
import type { Subject } from '../trips/privacy/subject.ts';
import { type BudgetAccount, budgetAccounts } from './budget.ts';
import { modelTranscripts } from './transcript.ts';

const TRANSCRIPTS = personal({
  kind: modelTranscripts,
  place: 'trip',
  words: {
    exported: "of the person's own questions, what a model was asked and answered",
    erased: 'removed, those of others in the same trips too: what the person said may be in them',
  },
  exports: (transcript, { people }) => (people.includes(transcript.userId) ? plain(transcript) : undefined),
  erases: () => 'remove',
});

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
  TRANSCRIPTS,
  alsoIn('person', TRANSCRIPTS),
];

const isTheirs = ({ id, scope }: BudgetAccount, { people }: Subject): boolean =>
  scope === 'user' && people.some((userId) => id.includes(`_${userId}_`));
