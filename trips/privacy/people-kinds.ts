import { type AuditEntry, auditEntries } from '../audit/audit-entry.ts';
import { type Family, families, type Member } from '../families/family.ts';
import { guestLinks } from '../guests/guest-link.ts';
import { invitations, inviteds } from '../invitations/invitation.ts';
import { currentLinks, linkCodes } from '../linking/link-code.ts';
import { wrongCodes } from '../people/attempts.ts';
import { mergedPeople } from '../people/merged-person.ts';
import { addressEntries, people } from '../people/person.ts';
import { spokenIn } from '../people/spoken-in.ts';
import { formerFamilies } from '../trips/former-family.ts';
import { participations } from '../trips/trip.ts';
import { needsParent } from './child-consent.ts';
import { consents } from './consent.ts';
import { erasures } from './erasure.ts';
import { exportLinks } from './export-link.ts';
import { FORMER_FAMILY, FORMER_NAME, FORMER_USER } from './former.ts';
import { impersonal, type PersonalKind, personal, plain, theirs } from './personal-kind.ts';
import type { Subject } from './subject.ts';

/** The family without those who go; its admin is then the heir. */
const withoutThem = (family: Family, { people: going, heir }: Subject): Family => ({
  ...family,
  adminId: going.includes(family.adminId) ? (heir ?? FORMER_USER) : family.adminId,
  members: family.members.flatMap((member): readonly Member[] => {
    if (member.userId === undefined || !going.includes(member.userId)) return [member];
    // A young child's place is what the parent has told of the family, account or not.
    const { userId: _, contact: __, ...place } = member;
    return needsParent(member) ? [place] : [];
  }),
});

/** Members as one of them may see the others: how to reach somebody is between them and the admin. */
const shownMember = ({ contact, ...member }: Member, { isFamilyAdmin, people: own }: Subject): object =>
  isFamilyAdmin || own.includes(member.userId ?? '') ? { ...member, contact } : member;

const audited = (entry: AuditEntry, { people: going, families: gone, familyName, documents }: Subject): AuditEntry => ({
  ...entry,
  userId: going.includes(entry.userId) ? FORMER_USER : entry.userId,
  about: Object.fromEntries(
    Object.entries(entry.about).map(([field, value]) => {
      if (gone.length > 0 && value === familyName) return [field, FORMER_FAMILY];
      // A document's name is its owner's; which one it was no longer matters.
      const theirDocument = field === 'document' && (going.includes(entry.userId) || documents.includes(String(value)));
      return [field, theirDocument ? 'a document' : going.includes(String(value)) ? FORMER_USER : value];
    }),
  ),
});

/** People, families, and how they came to be here. */
export const PEOPLE_KINDS: readonly PersonalKind[] = [
  theirs(people, 'person'),
  theirs(spokenIn, 'person'),
  theirs(consents, 'person'),
  theirs(mergedPeople, 'person'),
  theirs(currentLinks, 'person'),
  personal({
    kind: linkCodes,
    place: 'own',
    words: { exported: 'nothing: a code that works for minutes', erased: 'removed' },
    exports: () => undefined,
    erases: ({ userId, usedBy = '' }, { people: going, addresses }) =>
      going.includes(userId) || going.includes(usedBy) || addresses.includes(usedBy) ? 'remove' : 'keep',
  }),
  personal({
    kind: wrongCodes,
    place: 'own',
    words: { exported: 'nothing: how often a code was wrong, for minutes', erased: 'removed' },
    exports: () => undefined,
    erases: ({ id }, { people: going, addresses }) =>
      [...going, ...addresses].some((who) => id.endsWith(`_${who}`)) ? 'remove' : 'keep',
  }),
  personal({
    kind: guestLinks,
    place: 'own',
    words: {
      exported: 'those the person gave out',
      erased: 'stays, given out by nobody; those of a family that goes are removed',
    },
    exports: (link, { people: own }) => (own.includes(link.createdBy) ? plain(link) : undefined),
    erases: (link, { people: going, families: gone, emptyTrips }) => {
      if (gone.includes(link.familyId) || emptyTrips.includes(link.tripId)) return 'remove';
      return going.includes(link.createdBy) ? { ...link, createdBy: FORMER_USER } : 'keep';
    },
  }),
  personal({
    kind: addressEntries,
    place: 'address',
    words: {
      exported: 'the opt-in with its words, version and time; the opt-out',
      erased:
        'removed; of an address that has opted out only that, under a keyed hash, so that nothing is sent to it again',
    },
    exports: (entry) => plain(entry),
    erases: ({ userId: _, optedIn: __, ...entry }) => (entry.optedOutAt === undefined ? 'remove' : entry),
  }),
  personal({
    kind: families,
    place: 'family',
    words: {
      exported: 'all of it; contacts of other members to the admin only',
      erased:
        'the person is taken out, and who speaks for it next becomes its admin; a child under 13 stays in it without an account; removed when no grown-up with an account is left',
    },
    exports: (family, subject) => {
      if (family.id !== subject.familyId) return undefined;
      return { ...plain(family), members: family.members.map((member) => shownMember(member, subject)) };
    },
    erases: (family, subject) => (subject.families.includes(family.id) ? 'remove' : withoutThem(family, subject)),
  }),
  personal({
    kind: participations,
    place: 'family',
    words: { exported: 'every trip the family is in', erased: 'its admin is the next one; removed with the family' },
    exports: (seat, { familyId }) => (seat.familyId === familyId ? plain(seat) : undefined),
    erases: (seat, { families: gone, people: going, heir }) => {
      if (gone.includes(seat.familyId)) return 'remove';
      return going.includes(seat.adminId) ? { ...seat, adminId: heir ?? FORMER_USER } : 'keep';
    },
  }),
  personal({
    kind: formerFamilies,
    place: 'family',
    words: { exported: 'every trip the family has left', erased: 'removed with the family' },
    exports: (family, { familyId }) => (family.familyId === familyId ? plain(family) : undefined),
    erases: ({ familyId }, { families: gone }) => (gone.includes(familyId) ? 'remove' : 'keep'),
  }),
  personal({
    kind: invitations,
    place: 'own',
    words: { exported: 'those the person sent, or that are for their family', erased: 'removed' },
    exports: (invitation, { people: own, familyId }) =>
      own.includes(invitation.invitedBy) || invitation.familyId === familyId ? plain(invitation) : undefined,
    erases: (
      { invitedBy, claimedBy = '', familyId, tripId },
      { people: going, addresses, families: gone, emptyTrips },
    ) =>
      going.includes(invitedBy) ||
      going.includes(claimedBy) ||
      addresses.includes(claimedBy) ||
      gone.includes(familyId ?? '') ||
      emptyTrips.includes(tripId ?? '')
        ? 'remove'
        : 'keep',
  }),
  personal({
    kind: inviteds,
    place: 'family',
    words: { exported: 'nothing: a code', erased: 'removed with the family' },
    exports: () => undefined,
    erases: ({ pk }, { families: gone }) => (gone.includes(pk) ? 'remove' : 'keep'),
  }),
  impersonal(inviteds, 'trip', 'a code, without whom it is for'),
  personal({
    kind: auditEntries,
    place: 'trip',
    words: { exported: 'what the person did', erased: `the act stays, done by "${FORMER_NAME}"` },
    exports: (entry, { people: own }) => (own.includes(entry.userId) ? plain(entry) : undefined),
    erases: audited,
  }),
  personal({
    kind: exportLinks,
    place: 'own',
    words: { exported: 'nothing: the link by which an export is fetched', erased: 'removed; all within an hour' },
    exports: () => undefined,
    erases: ({ userId }, { people: going }) => (going.includes(userId) ? 'remove' : 'keep'),
  }),
  personal({
    kind: erasures,
    place: 'own',
    words: {
      exported: 'those the person asked for',
      erased: 'becomes the receipt: counts, times and a seal, nothing of the person; removed after three years',
    },
    exports: ({ id, status, userId, askedAt }, { people: own }) =>
      own.includes(userId ?? '') ? { id, status, askedAt } : undefined,
    erases: ({ userId, status }, { people: going }) =>
      status === 'asked' && going.includes(userId ?? '') ? 'remove' : 'keep',
  }),
];
