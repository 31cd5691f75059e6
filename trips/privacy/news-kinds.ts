import { deadFacts, deliveries, postedCards } from '../notifications/delivery.ts';
import { type Fact, outboxFacts } from '../notifications/fact.ts';
import type { Recipient } from '../notifications/listener.ts';
import { type PersonalKind, personal, plain } from './personal-kind.ts';
import type { Subject } from './subject.ts';

/** Whether a fact tells of what goes. */
const tellsOf = (fact: Fact, { families, familyName, tasks: work, documents: papers }: Subject): boolean => {
  const said = Object.values(fact).map(String);
  const goes = [...families, ...work, ...papers, ...(families.length > 0 ? [familyName] : [])];
  return said.some((one) => goes.includes(one));
};

/** Whether a notice goes to the person. */
const isOne = (to: Recipient | undefined, { conversations }: Subject): boolean =>
  conversations.some(({ door, conversation }) => door === to?.door && conversation === to.conversation);

/** Ids of these kinds end in the key of the conversation they are about. */
const isIn = (id: string, { conversations }: Subject): boolean =>
  conversations.some(({ key, group }) => !group && id.endsWith(key));

/** What is on its way to people, and what became of it. */
export const NEWS_KINDS: readonly PersonalKind[] = [
  personal({
    kind: outboxFacts,
    place: 'trip',
    words: { exported: 'nothing: it tells of what is exported', erased: 'removed when it tells of what goes' },
    exports: () => undefined,
    erases: ({ fact, onlyFamily, to }, subject) =>
      tellsOf(fact, subject) || subject.families.includes(onlyFamily ?? '') || isOne(to, subject) ? 'remove' : 'keep',
  }),
  personal({
    kind: deadFacts,
    place: 'trip',
    words: { exported: 'nothing: it tells of what is exported', erased: 'removed when it tells of what goes' },
    exports: () => undefined,
    erases: ({ fact }, subject) => (tellsOf(fact, subject) ? 'remove' : 'keep'),
  }),
  personal({
    kind: deliveries,
    place: 'trip',
    words: { exported: 'what the person was written', erased: 'removed' },
    exports: (delivery, { people }) => (people.includes(delivery.userId ?? '') ? plain(delivery) : undefined),
    erases: ({ id, userId }, subject) =>
      isIn(id, subject) || subject.people.includes(userId ?? '') ? 'remove' : 'keep',
  }),
  personal({
    kind: postedCards,
    place: 'trip',
    words: { exported: 'nothing: where a card stands', erased: "those in the person's conversations are removed" },
    exports: () => undefined,
    erases: ({ id }, subject) => (isIn(id, subject) ? 'remove' : 'keep'),
  }),
];
