import type { Reply } from '../../cards/reply.ts';
import type { Words } from '../../cards/words/catalogue.ts';
import { families } from '../../trips/families/family.ts';
import type { Fact, NoticeKind } from '../../trips/notifications/fact.ts';
import type { Recipient } from '../../trips/notifications/listener.ts';
import { personBehind } from '../../trips/people/merged-person.ts';
import type { AnnouncingHouse } from './announcement.ts';
import { plainName, sayInvitation } from './invitation.ts';

/** Puts one kind of notice into words for the one it is for; nothing when there is no longer anything to say. */
export type Notifier<Kind extends Fact['kind']> = (
  house: AnnouncingHouse,
  fact: Extract<Fact, { kind: Kind }>,
  to: Recipient,
  words: Words,
) => Promise<Reply | undefined>;

/** What one person is told, wherever they are. */
export const NOTICES: { readonly [Kind in NoticeKind]: Notifier<Kind> } = {
  invitation: sayInvitation,
  'parental-consent': async ({ records }, { familyId, memberId, code }, _to, { news }) => {
    const family = await records.read(families, familyId, familyId);
    const child = family?.members.find(({ id }) => id === memberId);
    return child && { text: news.parentAgreed(child.name, code), private: true };
  },
  'account-linked': async (_house, _fact, _to, { news }) => ({ text: news.linked, private: true }),
  'email-code': async ({ records }, { userId, code }, _to, { news }) => {
    const person = await personBehind(records, userId);
    return person && { ...news.mailCode(plainName(person.name), code), private: true };
  },
  'text-again': async (_house, { said }) => ({ text: said, private: true }),
  'trip-deleted': async (_house, { tripName, familyName }, _to, { say, news }) => ({
    text: news.tripDeleted(tripName, say.family(familyName)),
  }),
  'removed-from-trip': async (_house, { tripName, familyName }, _to, { say, news }) => ({
    text: news.takenOutOfTrip(say.family(familyName), tripName),
  }),
  'removed-from-family': async (_house, { familyName }, _to, { news }) => ({ text: news.takenOutOfFamily(familyName) }),
};
