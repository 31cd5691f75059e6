import type { Reply } from '../../cards/reply.ts';
import { families, sayFamily } from '../../trips/families/family.ts';
import type { Fact, NoticeKind } from '../../trips/notifications/fact.ts';
import type { Recipient } from '../../trips/notifications/listener.ts';
import type { AnnouncingHouse } from './announcement.ts';
import { sayInvitation } from './invitation.ts';

/** Puts one kind of notice into words for the one it is for; nothing when there is no longer anything to say. */
export type Notifier<Kind extends Fact['kind']> = (
  house: AnnouncingHouse,
  fact: Extract<Fact, { kind: Kind }>,
  to: Recipient,
) => Promise<Reply | undefined>;

/** What one person is told, wherever they are. */
export const NOTICES: { readonly [Kind in NoticeKind]: Notifier<Kind> } = {
  invitation: sayInvitation,
  'parental-consent': async ({ records }, { familyId, memberId, code }) => {
    const family = await records.read(families, familyId, familyId);
    const child = family?.members.find(({ id }) => id === memberId);
    if (!child) return undefined;
    return {
      text: `You agreed that ${child.name} may write to me. If that was you, reply CONSENT ${code}. If it was not, do nothing: without it ${child.name} gets no account and I keep nothing ${child.name} writes.`,
      private: true,
    };
  },
  'account-linked': async () => ({
    text: 'Linked: I know you here and in the other chat as one person now, with one family and one vote. If that was not you, say WHO AM I and tell whoever runs Pathfinder.',
    private: true,
  }),
  'text-again': async (_, { said }) => ({ text: said, private: true }),
  'trip-deleted': async (_, { tripName, familyName }) => ({
    text: `${tripName} is gone: ${sayFamily(familyName)}, who organized it, deleted it with everything in it. NEW TRIP starts another.`,
  }),
  'removed-from-trip': async (_, { tripName, familyName }) => ({
    text: `${sayFamily(familyName)} are no longer in ${tripName}: its organizer took your family out. Ask them if that surprises you.`.replace(
      /^t/,
      'T',
    ),
  }),
  'removed-from-family': async (_, { familyName }) => ({
    text: `You are no longer with the ${familyName} family here: its admin took you out. What you said to me yourself stays yours. NEW TRIP starts a trip of your own; JOIN and a code lets you into another.`,
  }),
};
