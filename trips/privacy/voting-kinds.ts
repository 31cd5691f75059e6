import { type ConsensusAnalysis, consensusAnalyses } from '../consensus/consensus-analysis.ts';
import { turnsLedgers } from '../consensus/turns-ledger.ts';
import { sayFamily } from '../families/family.ts';
import { pollDrafts } from '../magic-polls/poll-draft.ts';
import { ballots, type PollOption, pollPreferences, polls } from '../polls/poll.ts';
import { FORMER_FAMILY, FORMER_NAME, FORMER_USER } from './former.ts';
import { impersonal, type PersonalKind, personal, plain } from './personal-kind.ts';
import type { Subject } from './subject.ts';

const nameless = (userId: string, { people }: Subject): string => (people.includes(userId) ? FORMER_USER : userId);

/** Words in which a family that goes is not named. */
const unnaming = ({ families, familyName }: Subject): ((words: string) => string) => {
  if (families.length === 0 || familyName === '') return (words) => words;
  const plainly = familyName.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const names = new RegExp(`(?:\\bthe )?\\b${plainly}(?:e?s)?\\b`, 'gi');
  return (words) => words.replace(names, sayFamily(FORMER_FAMILY));
};

/** An analysis without what it says of, and to, a family that goes. */
const withoutFamily = (analysis: ConsensusAnalysis, subject: Subject): ConsensusAnalysis => {
  const { families } = subject;
  if (families.length === 0) return analysis;
  const others = (own: Readonly<Record<string, string>>): Record<string, string> =>
    Object.fromEntries(Object.entries(own).filter(([familyId]) => !families.includes(familyId)));
  const unnamed = unnaming(subject);
  return {
    ...analysis,
    options: analysis.options.map(({ optionId, breaches }) => ({
      optionId,
      breaches: breaches.filter(({ familyId = '' }) => !families.includes(familyId)),
    })),
    conflicts: analysis.conflicts.map((one) => ({ ...one, details: unnamed(one.details), own: others(one.own) })),
    suggestedCompromises: analysis.suggestedCompromises.map((one) => ({
      ...one,
      text: unnamed(one.text),
      own: others(one.own),
    })),
    finalDecision: analysis.finalDecision && {
      ...analysis.finalDecision,
      explanation: unnamed(analysis.finalDecision.explanation),
    },
  };
};

/** An option without what a family that goes would have paid, and without a document that goes with it. */
const withoutTheirs = <O extends PollOption>({ source, ...option }: O, { families, documents }: Subject) => ({
  ...option,
  ...(source && !documents.includes(source.documentId) && { source }),
  ...(option.cost && {
    cost: {
      ...option.cost,
      shares: Object.fromEntries(Object.entries(option.cost.shares).filter(([id]) => !families.includes(id))),
    },
  }),
});

/** Polls, and what is made of them. */
export const VOTING_KINDS: readonly PersonalKind[] = [
  personal({
    kind: polls,
    place: 'trip',
    words: {
      exported: 'those the person opened',
      erased: `stays, asked by "${FORMER_NAME}", its outcome without the name of a family that goes`,
    },
    exports: (poll, { people }) => (people.includes(poll.createdBy) ? plain(poll) : undefined),
    erases: (poll, subject) => {
      const [unnamed, { explanation, counting }] = [unnaming(subject), poll];
      return {
        ...poll,
        options: poll.options.map((option) => withoutTheirs(option, subject)),
        ...(poll.ruledOut && { ruledOut: poll.ruledOut.map((option) => withoutTheirs(option, subject)) }),
        ...(subject.people.includes(poll.createdBy) && { createdBy: FORMER_USER, createdByName: FORMER_NAME }),
        ...(explanation !== undefined && { explanation: unnamed(explanation) }),
        ...(counting !== undefined && { counting: unnamed(counting) }),
      };
    },
  }),
  personal({
    kind: pollDrafts,
    place: 'trip',
    words: { exported: 'those the person asked for', erased: 'those the person asked for are removed' },
    exports: (draft, { people }) => (people.includes(draft.createdBy) ? plain(draft) : undefined),
    erases: ({ options, ruledOut, others, ...draft }, subject) =>
      subject.people.includes(draft.createdBy)
        ? 'remove'
        : {
            ...draft,
            options: options.map((option) => withoutTheirs(option, subject)),
            ruledOut: ruledOut.map((option) => withoutTheirs(option, subject)),
            others: others.map((option) => withoutTheirs(option, subject)),
          },
  }),
  personal({
    kind: ballots,
    place: 'trip',
    words: { exported: "the family's, with its earlier choices", erased: `stays, cast by "${FORMER_NAME}"` },
    exports: (ballot, { familyId, families }) =>
      ballot.familyId === familyId || families.includes(ballot.familyId) ? plain(ballot) : undefined,
    erases: (ballot, subject) => ({
      ...ballot,
      userId: nameless(ballot.userId, subject),
      history: ballot.history?.map((past) => ({ ...past, userId: nameless(past.userId, subject) })),
    }),
  }),
  personal({
    kind: pollPreferences,
    place: 'trip',
    words: { exported: "the person's own", erased: 'removed' },
    exports: (wish, { people }) => (people.includes(wish.userId) ? plain(wish) : undefined),
    erases: (wish, { people, families }) =>
      people.includes(wish.userId) || families.includes(wish.familyId) ? 'remove' : 'keep',
  }),
  personal({
    kind: consensusAnalyses,
    place: 'trip',
    words: { exported: 'what it says to the family alone', erased: 'stays, without a family that goes' },
    exports: ({ pollId, conflicts, suggestedCompromises }, { familyId }) => {
      const own = [...conflicts, ...suggestedCompromises].flatMap((one) => one.own[familyId] ?? []);
      return own.length > 0 ? { pollId, own } : undefined;
    },
    erases: (analysis, subject) => withoutFamily(analysis, subject),
  }),
  impersonal(turnsLedgers, 'trip', 'numbers by the id of a family'),
];
