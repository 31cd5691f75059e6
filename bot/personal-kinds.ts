import { type PersonalKind, personal, plain } from '../trips/privacy/personal-kind.ts';
import type { Subject } from '../trips/privacy/subject.ts';
import { type AnswerFeedback, answerFeedback } from './feedback.ts';
import { sessionPartition } from './kept-session.ts';
import { type Session, sessions } from './session.ts';

/** What the conversation keeps of people. */
export const CONVERSATION_KINDS: readonly PersonalKind[] = [
  personal({
    kind: sessions,
    place: 'conversation',
    // Web chat's lay by their key before.
    partitionOf: (spoken) => [sessionPartition(spoken), spoken.key],
    words: {
      exported: 'of private conversations, what was asked of the documents and answered',
      erased: 'a private one is removed; of a group’s, everything that was said, since who said it is not kept',
    },
    exports: ({ pk, tripId, history, answered }, subject) =>
      isPrivate(pk, subject)
        ? { conversation: pk, tripId, history, answered: answered?.flatMap(({ replies }) => replies) }
        : undefined,
    erases: (session, subject) => (isPrivate(session.pk, subject) ? 'remove' : withoutWords(session, subject)),
  }),
  personal({
    kind: answerFeedback,
    place: 'conversation',
    partitionOf: ({ key }) => key,
    words: { exported: "the person's own", erased: 'removed' },
    exports: (feedback, subject) => (isTheirs(feedback, subject) ? plain(feedback) : undefined),
    erases: (feedback, subject) => (isTheirs(feedback, subject) ? 'remove' : 'keep'),
  }),
];

const isTheirs = ({ by = '', pk }: AnswerFeedback, subject: Subject): boolean =>
  subject.addresses.includes(by) || isPrivate(pk, subject);

const isPrivate = (pk: string, { conversations }: Subject): boolean =>
  conversations.some((one) => [one.key, sessionPartition(one)].includes(pk) && !one.group);

/** A group's position without its words. The events it has handled stay known, so that none is handled twice. */
const withoutWords = (session: Session, { people }: Subject): Session => ({
  ...session,
  asked: undefined,
  expecting: undefined,
  lately: undefined,
  waiting: undefined,
  heard: undefined,
  history: [],
  listens: undefined,
  voices: session.voices?.filter((id) => !people.includes(id)),
  answered: undefined,
});
