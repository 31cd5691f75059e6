import { type Clock, instant } from '../clock.ts';
import { type Delivery, deliveries } from '../notifications/delivery.ts';
import type { Records, Stored } from '../records.ts';
import { type Invitation, invitationId, invitations, inviteds } from './invitation.ts';

/** Invitations of one trip, or one family, that can be open at once. */
export const MAX_PENDING = 20;

/** Neither used, nor cancelled, nor expired. */
export const isOpen = ({ usedBy, cancelledAt, expiresAt }: Invitation, now: string): boolean =>
  usedBy === undefined && cancelledAt === undefined && expiresAt > now;

/**
 * The invitations of a trip (families) or of a family (people) that are neither used nor cancelled, those that have run
 * out included, the latest last. The caller has shown that they may see them.
 */
export const unusedInvitations = async (
  records: Records,
  tripOrFamilyId: string,
): Promise<readonly Stored<Invitation>[]> => {
  const found = await Promise.all(
    (await records.list(inviteds, tripOrFamilyId)).map(({ code }) =>
      records.read(invitations, invitationId(code), invitationId(code)),
    ),
  );
  return found
    .flatMap((one) => (one && one.usedBy === undefined && one.cancelledAt === undefined ? [one] : []))
    .sort((a, b) => (a.expiresAt < b.expiresAt ? -1 : 1));
};

/** Those of them with which one can still join. */
export const openInvitations = async (
  records: Records,
  clock: Clock,
  tripOrFamilyId: string,
): Promise<readonly Stored<Invitation>[]> =>
  (await unusedInvitations(records, tripOrFamilyId)).filter((one) => isOpen(one, instant(clock)));

/** What became of an invitation that was sent: `waiting` to go out, `sent`, or `failed` for good. */
export type Sending = 'waiting' | 'sent' | 'failed';

/** How the latest sending of an invitation went; nothing when it was never sent. */
export const sendingOf = async (records: Records, { id, sentAt = [] }: Invitation): Promise<Sending | undefined> => {
  const latest = sentAt.at(-1);
  if (latest === undefined) return undefined;
  const last = (await records.list(deliveries, id))
    .filter(({ startedAt }) => startedAt >= latest)
    .sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1))
    .at(-1);
  return last === undefined ? 'waiting' : SENDING[last.status];
};

const SENDING: Readonly<Record<Delivery['status'], Sending>> = {
  sending: 'waiting',
  failed: 'waiting',
  held: 'waiting',
  sent: 'sent',
  unknown: 'sent',
  refused: 'failed',
};
