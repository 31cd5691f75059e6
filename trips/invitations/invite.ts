import { audited } from '../audit/audit-entry.ts';
import { type Clock, instant } from '../clock.ts';
import { families, sayFamily } from '../families/family.ts';
import { type FamilyId, newCode } from '../ids.ts';
import type { Address } from '../people/person.ts';
import { hasParentalConsent, needsConsent, needsParent } from '../privacy/child-consent.ts';
import type { Records, Stored } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import type { FamilyAdmin, TripOrganizer } from '../roles/permission.ts';
import { familiesIn } from '../trips/create-trip.ts';
import { MAX_FAMILIES } from '../trips/trip.ts';
import {
  INVITATION_DAYS,
  INVITATION_TTL_S,
  type Invitation,
  invitationId,
  invitations,
  invitedIn,
} from './invitation.ts';
import { MAX_PENDING, openInvitations } from './pending.ts';

const issue = async (
  records: Records,
  clock: Clock,
  invitation: Pick<
    Invitation,
    'kind' | 'tripId' | 'familyId' | 'familyName' | 'memberId' | 'invitedBy' | 'invitedByName' | 'sentTo'
  >,
): Promise<Stored<Invitation>> => {
  for (;;) {
    const code = newCode();
    const id = invitationId(code);
    const entity: Invitation = {
      pk: id,
      id,
      type: 'invitation',
      _schema_version: 1,
      ttl: INVITATION_TTL_S,
      code,
      ...invitation,
      expiresAt: instant({ now: () => clock.now() + INVITATION_DAYS * 86_400_000 }),
    };
    const commit = await records.commit(id, [{ put: entity, ifAbsent: true }]);
    if (commit.ok) return { ...entity, _etag: commit.etags[0] ?? '' };
  }
};

const sameAddress = (one: Address | undefined, other: Address | undefined): boolean =>
  one !== undefined && one.door === other?.door && one.value === other.value;

/** Whom an invitation to a trip is for: a family known by id, or by its name, and where to send the code when we send it. */
export interface InvitedFamily {
  readonly familyId?: FamilyId | undefined;
  readonly familyName?: string | undefined;
  readonly to?: Address | undefined;
}

/**
 * A code with which a family joins the trip. Only the organizer invites. A known family gets the code it has already;
 * `duplicate` for a name or an address that has an open invitation (`detail` names it).
 */
export const inviteFamily = async (
  records: Records,
  clock: Clock,
  { trip, person }: TripOrganizer,
  whom: InvitedFamily,
): Promise<Outcome<{ invitation: Stored<Invitation> }>> => {
  const family = whom.familyId === undefined ? undefined : await records.read(families, whom.familyId, whom.familyId);
  if (whom.familyId !== undefined && !family) return rejected('not-found');
  const seats = await familiesIn(records, trip.id);
  if (seats.some(({ familyId }) => familyId === whom.familyId)) return rejected('already-joined', family?.name);
  if (seats.length >= MAX_FAMILIES) return rejected('too-many-families', `a trip holds ${MAX_FAMILIES} families`);
  const open = await openInvitations(records, clock, trip.id);
  const name = family?.name ?? whom.familyName ?? 'invited';
  const same = open.find((one) =>
    whom.familyId === undefined
      ? sameAddress(one.sentTo, whom.to) || one.familyName.toLowerCase() === name.toLowerCase()
      : one.familyId === whom.familyId,
  );
  if (same && whom.familyId !== undefined) return { ok: true, invitation: same };
  if (same)
    return rejected('duplicate', `${sayFamily(same.familyName)} are invited already, with the code ${same.code}`);
  if (open.length >= MAX_PENDING) return rejected('too-many', `a trip has ${MAX_PENDING} open invitations at most`);
  const invitation = await issue(records, clock, {
    kind: 'trip',
    tripId: trip.id,
    familyId: whom.familyId,
    familyName: name,
    invitedBy: person.id,
    invitedByName: person.name,
    sentTo: whom.to,
  });
  await records.commit(trip.id, [
    { put: invitedIn(invitation) },
    audited(trip.id, 'inviteFamily', person.id, instant(clock), { family: invitation.familyName }),
  ]);
  return { ok: true, invitation };
};

/** A code with which one person becomes the given member of the admin's family; the one there is, when it is open. */
export const inviteMember = async (
  records: Records,
  clock: Clock,
  { person, family }: FamilyAdmin,
  memberId: string,
  to?: Address,
): Promise<Outcome<{ invitation: Stored<Invitation> }>> => {
  const member = family.members.find(({ id }) => id === memberId);
  if (!member) return rejected('not-found');
  if (member.userId !== undefined) return rejected('already-joined', member.name);
  if (needsParent(member) && !(await hasParentalConsent(records, family, memberId))) return needsConsent(member);
  const open = await openInvitations(records, clock, family.id);
  const same = open.find((one) => one.memberId === memberId);
  if (same && (to === undefined || sameAddress(same.sentTo, to))) return { ok: true, invitation: same };
  const invitation = await issue(records, clock, {
    kind: 'family',
    familyId: family.id,
    familyName: family.name,
    memberId,
    invitedBy: person.id,
    invitedByName: person.name,
    sentTo: to,
  });
  await records.commit(family.id, [{ put: invitedIn(invitation) }]);
  return { ok: true, invitation };
};

/** What a code lets its holder do, before they do it: to greet them by. */
export const readInvitation = async (
  records: Records,
  clock: Clock,
  code: string,
): Promise<Outcome<{ invitation: Stored<Invitation> }>> => {
  const id = invitationId(code);
  const invitation = await records.read(invitations, id, id);
  if (!invitation) return rejected('not-found', code.trim().toUpperCase());
  if (invitation.cancelledAt !== undefined) return rejected('invitation-cancelled', invitation.invitedByName);
  if (invitation.expiresAt <= instant(clock)) return rejected('invitation-expired', invitation.invitedByName);
  return { ok: true, invitation };
};
