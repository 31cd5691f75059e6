import { z } from 'zod';
import { ageBand } from '../../trips/families/age-band.ts';
import { changeMember } from '../../trips/families/change-member.ts';
import { handOverFamily } from '../../trips/families/hand-over-family.ts';
import { rateInterests } from '../../trips/families/rate-interests.ts';
import { leaveFamily, removeMember } from '../../trips/families/remove-member.ts';
import { renameFamily } from '../../trips/families/rename-family.ts';
import { familyOf } from '../../trips/people/register.ts';
import { familyMemberOf, memberOf, organizerOf } from '../../trips/roles/permission.ts';
import { leaveTrip, removeFamily } from '../../trips/trips/leave-trip.ts';
import { demanded } from './conditions.ts';
import { adminOf } from './families.ts';
import type { RestHouse } from './house.ts';
import { familyShown, memberShown, withRoles } from './people-shown.ts';
import { notFound, refusal } from './refusal.ts';
import { idOf, type Route, route } from './route.ts';
import { sent } from './schema-names.ts';
import { words } from './words.ts';

const word = words(60);
const nameSent = sent('FamilyChange', z.strictObject({ name: word }));
const memberChange = sent(
  'MemberChange',
  z
    .strictObject({
      name: word.optional(),
      age: z.int().min(0).max(120).optional(),
      ageBand: ageBand.optional(),
      child: z.boolean().optional(),
    })
    .refine((change) => Object.keys(change).length > 0, 'there is nothing to change'),
);
const interestsSent = sent(
  'InterestsChange',
  z.strictObject({ interests: z.record(words(40), z.number().min(1).max(5)) }),
);
const adminSent = sent('FamilyAdminChange', z.strictObject({ memberId: z.string().max(100) }));

const params = z.object({ familyId: idOf('family') });
const memberParams = params.extend({ memberId: idOf('member') });
const GONE = { ok: true, status: 204, body: undefined } as const;

/** What happens to a family: its name, its people, who speaks for it, and its place in a trip. */
export const familyLifeRoutes = ({ records, clock }: RestHouse): readonly Route[] => {
  const ownAdmin = async (userId: string, familyId: string) => {
    const mine = await familyMemberOf(records, userId, familyId);
    if (!mine.ok) return notFound;
    const admin = await adminOf(records, userId);
    return admin.ok && admin.admin.family.id !== familyId ? notFound : admin;
  };

  return [
    route({
      method: 'patch',
      path: '/families/{familyId}',
      operationId: 'renameFamily',
      summary: "Calls the caller's family by another name, in its trips too; its admin only",
      tag: 'families',
      params,
      body: nameSent,
      tagged: true,
      guarded: true,
      gives: { statuses: [200], body: familyShown },
      refuses: [403],
      handle: async ({ userId, params: { familyId }, body: { name }, ifMatch }) => {
        const own = await ownAdmin(userId, familyId);
        if (!own.ok) return own;
        const renamed = await renameFamily(records, own.admin, name, demanded(ifMatch, own.admin.family._etag));
        return renamed.ok ? { ok: true, status: 200, body: withRoles(renamed.family), etag: renamed.etag } : renamed;
      },
    }),
    route({
      method: 'patch',
      path: '/families/{familyId}/members/{memberId}',
      operationId: 'changeMember',
      summary: "Corrects a member's name, age or age band; the family's admin only",
      tag: 'families',
      params: memberParams,
      body: memberChange,
      guarded: true,
      gives: { statuses: [200], body: memberShown },
      refuses: [403, 409],
      handle: async ({ userId, params: { familyId, memberId }, body, ifMatch }) => {
        const own = await ownAdmin(userId, familyId);
        if (!own.ok) return own;
        const wanted = demanded(ifMatch, own.admin.family._etag);
        const set = await changeMember(records, own.admin, memberId, body, wanted);
        if (!set.ok) return set;
        const shown = withRoles(set.family).members.find(({ id }) => id === memberId);
        return shown ? { ok: true, status: 200, body: shown } : notFound;
      },
    }),
    route({
      method: 'delete',
      path: '/families/{familyId}/members/{memberId}',
      operationId: 'removeMember',
      summary: 'Takes a member out: the admin anybody, a member themselves. An account stays, with a family of its own',
      tag: 'families',
      params: memberParams,
      guarded: true,
      gives: { statuses: [204], body: z.undefined() },
      refuses: [403],
      handle: async ({ userId, params: { familyId, memberId }, ifMatch }) => {
        const mine = await familyMemberOf(records, userId, familyId);
        if (!mine.ok) return mine;
        const family = await familyOf(records, mine.member.person);
        const self = family.members.find(({ id }) => id === memberId)?.userId === userId;
        if (self && family.adminId !== userId) {
          const left = await leaveFamily(records, clock, mine.member);
          return left.ok ? GONE : left;
        }
        const own = await ownAdmin(userId, familyId);
        if (!own.ok) return own;
        const removed = await removeMember(
          records,
          clock,
          own.admin,
          memberId,
          demanded(ifMatch, own.admin.family._etag),
        );
        return removed.ok || removed.reason === 'not-found' ? GONE : removed;
      },
    }),
    route({
      method: 'put',
      path: '/families/{familyId}/members/{memberId}/interests',
      operationId: 'rateInterests',
      summary: "How much the caller likes things, 1-5 each; the family's own word goes before its members' mean",
      tag: 'families',
      params: memberParams,
      body: interestsSent,
      gives: { statuses: [200], body: memberShown },
      refuses: [403, 409],
      handle: async ({ userId, params: { familyId, memberId }, body: { interests } }) => {
        const mine = await familyMemberOf(records, userId, familyId);
        if (!mine.ok) return mine;
        const family = await familyOf(records, mine.member.person);
        const own = family.members.find(({ id }) => id === memberId);
        if (!own) return notFound;
        if (own.userId !== userId) return refusal(403, 'not-allowed', 'Everyone says for themselves what they like.');
        const rated = await rateInterests(records, mine.member, interests);
        if (!rated.ok) return rated;
        const shown = withRoles(rated.family).members.find(({ id }) => id === memberId);
        return shown ? { ok: true, status: 200, body: shown } : notFound;
      },
    }),
    route({
      method: 'put',
      path: '/families/{familyId}/admin',
      operationId: 'handOverFamily',
      summary: "Lets another grown member with an account speak for the family: their vote is the family's",
      tag: 'families',
      params,
      body: adminSent,
      tagged: true,
      guarded: true,
      gives: { statuses: [200], body: familyShown },
      refuses: [403, 409],
      handle: async ({ userId, params: { familyId }, body: { memberId }, ifMatch }) => {
        const own = await ownAdmin(userId, familyId);
        if (!own.ok) return own;
        const done = await handOverFamily(records, clock, own.admin, memberId, {
          ifMatch: demanded(ifMatch, own.admin.family._etag),
        });
        if (!done.ok) return done;
        const family = await familyOf(records, own.admin.person);
        return { ok: true, status: 200, body: withRoles(family), etag: family._etag };
      },
    }),
    route({
      method: 'delete',
      path: '/trips/{tripId}/families/{familyId}',
      operationId: 'takeFamilyOut',
      summary: 'Takes a family out of the trip: its own admin, or the organizer. What it paid and owes stays',
      tag: 'trips',
      params: z.object({ tripId: idOf('trip'), familyId: idOf('family') }),
      gives: { statuses: [204], body: z.undefined() },
      refuses: [403, 409],
      handle: async ({ userId, params: { tripId, familyId } }) => {
        const mine = await memberOf(records, userId, tripId);
        if (!mine.ok) return mine;
        if (familyId === mine.member.participation.familyId) {
          const left = await leaveTrip(records, clock, mine.member);
          return left.ok ? GONE : left;
        }
        const may = await organizerOf(records, userId, tripId, 'only the organizer takes other families out');
        if (!may.ok) return may;
        const removed = await removeFamily(records, clock, may.organizer, familyId);
        return removed.ok || removed.reason === 'not-found' ? GONE : removed;
      },
    }),
  ];
};
