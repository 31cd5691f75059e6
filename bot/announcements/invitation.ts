import type { Reply } from '../../cards/reply.ts';
import type { Words } from '../../cards/words/catalogue.ts';
import { instant } from '../../trips/clock.ts';
import { invitationId, invitations } from '../../trips/invitations/invitation.ts';
import { isOpen } from '../../trips/invitations/pending.ts';
import type { Recipient } from '../../trips/notifications/listener.ts';
import { trips } from '../../trips/trips/trip.ts';
import type { AnnouncingHouse } from './announcement.ts';

/** Names that people chose go to somebody who does not know us: nothing in them may look like a link or fill the message. */
export const plainName = (name: string): string =>
  name
    .replace(/[\p{C}]/gu, ' ')
    .replace(/[:/@\\<>]|\.(?=\S)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 40);

/**
 * An invitation as the one invited reads it first: who sends it, what for, how to take part, and how to hear no more.
 * Nothing when it was used, cancelled or has run out meanwhile.
 */
export const sayInvitation = async (
  { records, clock, publicUrl }: AnnouncingHouse,
  { code }: { readonly code: string },
  to: Recipient,
  { say, news }: Words,
): Promise<Reply | undefined> => {
  const invitation = await records.read(invitations, invitationId(code), invitationId(code));
  if (!invitation || !isOpen(invitation, instant(clock))) return undefined;
  const { kind, tripId = '', familyName, invitedByName, expiresAt } = invitation;
  const trip = kind === 'trip' ? await records.read(trips, tripId, tripId) : undefined;
  if (kind === 'trip' && !trip) return undefined;
  const from = plainName(invitedByName);
  const family = plainName(familyName);
  const purpose = trip ? news.invitesToTrip(from, family, plainName(trip.name)) : news.invitesToFamily(from, family);
  const until = say.day(expiresAt.slice(0, 10));
  if (to.door === 'email') {
    const link = `${publicUrl()}/#join=${code}`;
    return { subject: purpose, text: news.invitationMail(from, purpose, link, code, until) };
  }
  return { text: news.invitationText(purpose, code, until) };
};
