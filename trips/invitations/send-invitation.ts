import { audited } from '../audit/audit-entry.ts';
import { type Clock, instant } from '../clock.ts';
import { newId } from '../ids.ts';
import { tellOne } from '../notifications/fact.ts';
import type { Recipient } from '../notifications/listener.ts';
import { spendUnasked } from '../people/addresses.ts';
import type { Address } from '../people/person.ts';
import { type Records, retrying, type Stored } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import type { FamilyAdmin, TripOrganizer } from '../roles/permission.ts';
import {
  INVITATION_DAYS,
  INVITATION_TTL_S,
  type Invitation,
  invitationId,
  invitations,
  invitedIn,
} from './invitation.ts';
import { readInvitation } from './invite.ts';

/** Times one invitation is sent. */
export const MAX_SENDS = 3;

/** Who may send or withdraw an invitation: to the trip, its organizer; to a family, its admin. */
export type Inviter = TripOrganizer | FamilyAdmin;

/** The code where this inviter gave it out, or one like it; `not-found` for anybody else's. */
const ownInvitation = async (
  records: Records,
  by: Inviter,
  code: string,
): Promise<Outcome<{ invitation: Stored<Invitation> }>> => {
  const invitation = await records.read(invitations, invitationId(code), invitationId(code));
  const own =
    'family' in by
      ? invitation?.kind === 'family' && invitation.familyId === by.family.id
      : invitation?.kind === 'trip' && invitation.tripId === by.trip.id;
  return invitation && own ? { ok: true, invitation } : rejected('not-found', code.trim().toUpperCase());
};

/** How an address is written to for the first time. */
const recipientOf = ({ door, value }: Address): Recipient | undefined =>
  door === 'sms' || door === 'email' ? { door, conversation: value, unasked: true } : undefined;

/**
 * Sends the code to `to`, or to where it was sent before, and renews its expiry. It goes out through the outbox, once,
 * and never to an address that has opted out. `too-many` after {@link MAX_SENDS}, or when the address was written to
 * unasked often enough by whoever; `not-allowed` to a guest, who has proved no address of their own.
 */
export const sendInvitation = (
  records: Records,
  clock: Clock,
  by: Inviter,
  code: string,
  to?: Address,
): Promise<Outcome<{ invitation: Stored<Invitation> }>> =>
  retrying(async () => {
    if (by.person.guest)
      return rejected(
        'not-allowed',
        'I write to others only for people who have linked a phone, e-mail or Teams account: say LINK',
      );
    const own = await ownInvitation(records, by, code);
    if (!own.ok) return own;
    const { invitation } = own;
    // One that has run out is sent again all the same: that renews it.
    if (invitation.cancelledAt !== undefined || invitation.usedBy !== undefined) {
      const now = await readInvitation(records, clock, code);
      return now.ok ? rejected('invitation-used', invitation.invitedByName) : now;
    }
    const sentTo = to ?? invitation.sentTo;
    const recipient = sentTo && recipientOf(sentTo);
    if (!sentTo || !recipient)
      return rejected('invalid', 'tell me where to send it: a phone number or an e-mail address');
    const sentAt = invitation.sentAt ?? [];
    if (sentAt.length >= MAX_SENDS)
      return rejected(
        'too-many',
        `I send an invitation ${MAX_SENDS} times at most: hand them the code ${invitation.code} yourself`,
      );
    const at = instant(clock);
    const may = await spendUnasked(records, clock, sentTo, `${invitation.id} ${sentAt.length}`);
    if (!may.ok) return may;
    const next: Invitation = {
      ...invitation,
      ttl: INVITATION_TTL_S,
      sentTo,
      sentAt: [...sentAt, at],
      expiresAt: instant({ now: () => clock.now() + INVITATION_DAYS * 86_400_000 }),
    };
    const commit = await records.commit(invitation.pk, [
      { put: next, ifMatch: invitation._etag },
      tellOne(invitation.pk, recipient, { kind: 'invitation', code: invitation.code }, at, newId('fact')),
    ]);
    if (!commit.ok) return 'conflict';
    const note = invitedIn(next);
    await records.commit(note.pk, [{ put: note }]);
    return { ok: true as const, invitation: { ...next, _etag: commit.etags[0] ?? '' } };
  });

/** Withdraws a code: nobody joins with it any more. One that is withdrawn already stays so; one that was used cannot be. */
export const cancelInvitation = (
  records: Records,
  clock: Clock,
  by: Inviter,
  code: string,
): Promise<Outcome<{ invitation: Invitation }>> =>
  retrying(async () => {
    const own = await ownInvitation(records, by, code);
    if (!own.ok) return own;
    const { invitation } = own;
    if (invitation.cancelledAt !== undefined) return { ok: true as const, invitation };
    if (invitation.usedBy !== undefined)
      return rejected('wrong-status', `the ${invitation.familyName} family has joined with it already`);
    const next: Invitation = { ...invitation, cancelledAt: instant(clock), sentTo: undefined };
    const commit = await records.commit(invitation.pk, [{ put: next, ifMatch: invitation._etag }]);
    if (!commit.ok) return 'conflict';
    if (invitation.tripId !== undefined) {
      const about = { family: invitation.familyName };
      await records.commit(invitation.tripId, [
        audited(invitation.tripId, 'cancelInvitation', by.person.id, instant(clock), about),
      ]);
    }
    return { ok: true as const, invitation: next };
  });
