import { audited } from '../audit/audit-entry.ts';
import { type Clock, instant } from '../clock.ts';
import { families } from '../families/family.ts';
import { type FamilyId, newCode } from '../ids.ts';
import type { Records } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import type { FamilyAdmin, TripOrganizer } from '../roles/permission.ts';
import { familiesIn } from '../trips/create-trip.ts';
import { MAX_FAMILIES } from '../trips/trip.ts';
import { type Invitation, invitationId, invitations } from './invitation.ts';

/** Days an invitation can be used. */
export const INVITATION_DAYS = 14;

const issue = async (
  records: Records,
  clock: Clock,
  invitation: Pick<
    Invitation,
    'kind' | 'tripId' | 'familyId' | 'familyName' | 'memberId' | 'invitedBy' | 'invitedByName'
  >,
): Promise<Invitation> => {
  for (;;) {
    const code = newCode();
    const id = invitationId(code);
    const entity: Invitation = {
      pk: id,
      id,
      type: 'invitation',
      _schema_version: 1,
      ttl: (INVITATION_DAYS + 1) * 86_400,
      code,
      ...invitation,
      expiresAt: instant({ now: () => clock.now() + INVITATION_DAYS * 86_400_000 }),
    };
    if ((await records.commit(id, [{ put: entity, ifAbsent: true }])).ok) return entity;
  }
};

/** A code with which a family (known by id, or by name only) joins the trip. Only the organizer invites. */
export const inviteFamily = async (
  records: Records,
  clock: Clock,
  { trip, person }: TripOrganizer,
  whom: { familyId?: FamilyId | undefined; familyName?: string | undefined },
): Promise<Outcome<{ invitation: Invitation }>> => {
  const family = whom.familyId === undefined ? undefined : await records.read(families, whom.familyId, whom.familyId);
  if (whom.familyId !== undefined && !family) return rejected('not-found');
  const seats = await familiesIn(records, trip.id);
  if (seats.some(({ familyId }) => familyId === whom.familyId)) return rejected('already-joined', family?.name);
  if (seats.length >= MAX_FAMILIES) return rejected('too-many-families', `a trip holds ${MAX_FAMILIES} families`);
  const invitation = await issue(records, clock, {
    kind: 'trip',
    tripId: trip.id,
    familyId: whom.familyId,
    familyName: family?.name ?? whom.familyName ?? 'invited',
    invitedBy: person.id,
    invitedByName: person.name,
  });
  await records.commit(trip.id, [
    audited(trip.id, 'inviteFamily', person.id, instant(clock), { family: invitation.familyName }),
  ]);
  return { ok: true, invitation };
};

/** A code with which one person becomes the given member of the admin's family. */
export const inviteMember = async (
  records: Records,
  clock: Clock,
  { person, family }: FamilyAdmin,
  memberId: string,
): Promise<Outcome<{ invitation: Invitation }>> => {
  const member = family.members.find(({ id }) => id === memberId);
  if (!member) return rejected('not-found');
  if (member.userId !== undefined) return rejected('already-joined', member.name);
  const invitation = await issue(records, clock, {
    kind: 'family',
    familyId: family.id,
    familyName: family.name,
    memberId,
    invitedBy: person.id,
    invitedByName: person.name,
  });
  return { ok: true, invitation };
};

/** What a code lets its holder do, before they do it: to greet them by. */
export const readInvitation = async (
  records: Records,
  clock: Clock,
  code: string,
): Promise<Outcome<{ invitation: Invitation & { readonly _etag: string } }>> => {
  const id = invitationId(code.trim());
  const invitation = await records.read(invitations, id, id);
  if (!invitation) return rejected('not-found', code.trim().toUpperCase());
  if (invitation.expiresAt <= instant(clock)) return rejected('invitation-expired', invitation.invitedByName);
  return { ok: true, invitation };
};
