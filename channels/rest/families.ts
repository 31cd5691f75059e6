import { z } from 'zod';
import { addMember } from '../../trips/families/add-member.ts';
import { ageBand } from '../../trips/families/age-band.ts';
import { setPreferences } from '../../trips/families/describe-family.ts';
import { type Family, member, preferences } from '../../trips/families/family.ts';
import { inviteMember } from '../../trips/invitations/invite.ts';
import { people } from '../../trips/people/person.ts';
import { familyOf } from '../../trips/people/register.ts';
import type { Records, Stored } from '../../trips/records.ts';
import type { Rejection } from '../../trips/rejection.ts';
import { type FamilyAdmin, familyAdminOf, familyMemberOf } from '../../trips/roles/permission.ts';
import { nobody } from './caller.ts';
import { demanded } from './conditions.ts';
import type { RestHouse } from './house.ts';
import { pageFrom, pageQuery } from './paging.ts';
import { familyPage, familyShown, memberPage, preferencesShown, withRoles } from './people-shown.ts';
import { phoneNumber } from './phone-number.ts';
import { type ApiRefusal, notFound, refusal } from './refusal.ts';
import { idOf, type Route, route } from './route.ts';
import { sent, shown } from './schema-names.ts';
import { words } from './words.ts';

const preferencesSent = sent(
  'PreferencesChange',
  z.strictObject({
    diet: z.array(words(60)).max(20).default([]),
    allergies: z.array(words(60)).max(20).default([]),
    mobility: z.array(words(60)).max(20).default([]),
    budget: preferences.shape.budget,
    pace: preferences.shape.pace,
    interests: z.record(words(40), z.number().min(1).max(5)).default({}),
    unavailable: preferences.shape.unavailable.default([]),
    notes: preferences.shape.notes,
  }),
);

const memberSent = sent(
  'NewMember',
  z.object({
    name: words(60),
    age: z.int().min(0).max(120).optional(),
    ageBand: ageBand.optional().meta({ description: 'Instead of an age in years.' }),
    child: z.boolean().optional(),
    phone: phoneNumber
      .optional()
      .meta({ description: 'Not kept: makes the link that opens a ready message with their code.' }),
    email: z.email().max(320).optional().meta({ description: 'As for phone.' }),
  }),
);

const memberAdded = shown(
  'MemberAdded',
  z.object({
    member,
    code: z
      .string()
      .optional()
      .meta({ description: 'With it an adult takes this place: JOIN and the code, on any door.' }),
    links: z
      .array(z.string())
      .optional()
      .meta({ description: 'Open a ready message with the code, for the phone and e-mail that were given.' }),
  }),
);

const params = z.object({ familyId: idOf('family') });

/** A person's own family; any other does not exist for them. */
export const familyRoutes = ({ records, clock }: RestHouse): readonly Route[] => {
  const ownFamily = async (
    userId: string,
    familyId?: string,
  ): Promise<{ ok: true; family: Stored<Family> } | ApiRefusal> => {
    const person = await records.read(people, userId, userId);
    if (!person) return nobody;
    if (familyId !== undefined && familyId !== person.familyId) return notFound;
    return { ok: true, family: await familyOf(records, person) };
  };

  return [
    route({
      method: 'get',
      path: '/families',
      operationId: 'listFamilies',
      summary: "The caller's family",
      tag: 'families',
      query: pageQuery,
      gives: { statuses: [200], body: familyPage },
      handle: async ({ userId, query }) => {
        const own = await ownFamily(userId);
        if (!own.ok) return own;
        const page = pageFrom([withRoles(own.family)], ({ id }) => id, query);
        return page.ok ? { ok: true, status: 200, body: page } : page;
      },
    }),
    route({
      method: 'get',
      path: '/families/{familyId}',
      operationId: 'readFamily',
      summary: "The caller's own family",
      tag: 'families',
      params,
      tagged: true,
      gives: { statuses: [200], body: familyShown },
      handle: async ({ userId, params: { familyId } }) => {
        const own = await ownFamily(userId, familyId);
        return own.ok ? { ok: true, status: 200, body: withRoles(own.family), etag: own.family._etag } : own;
      },
    }),
    route({
      method: 'get',
      path: '/families/{familyId}/members',
      operationId: 'listMembers',
      summary: "Who is in the caller's own family",
      tag: 'families',
      params,
      query: pageQuery,
      gives: { statuses: [200], body: memberPage },
      handle: async ({ userId, params: { familyId }, query }) => {
        const own = await ownFamily(userId, familyId);
        if (!own.ok) return own;
        const page = pageFrom(withRoles(own.family).members, ({ id }) => placeOf(own.family, id), query);
        return page.ok ? { ok: true, status: 200, body: page } : page;
      },
    }),
    route({
      method: 'post',
      path: '/families/{familyId}/members',
      operationId: 'addMember',
      summary: 'Adds a person; a name that is there already is the same person',
      tag: 'families',
      params,
      body: memberSent,
      gives: { statuses: [201], body: memberAdded },
      refuses: [403, 409],
      handle: async ({ userId, params: { familyId }, body }) => {
        const own = await ownFamily(userId, familyId);
        if (!own.ok) return own;
        const admin = await adminOf(records, userId);
        if (!admin.ok) return admin;
        const added = await addMember(records, admin.admin, body);
        if (!added.ok) return added;
        if (added.member.child || added.member.userId !== undefined) {
          return { ok: true, status: 201, body: { member: added.member } };
        }
        const invited = await inviteMember(
          records,
          clock,
          { ...admin.admin, family: { ...admin.admin.family, ...added.family } },
          added.member.id,
        );
        if (!invited.ok) return invited;
        const { code } = invited.invitation;
        const words = `${admin.admin.person.name} invites you to the ${added.family.name} family on Pathfinder. To join, send it: JOIN ${code}`;
        const links = [
          ...(body.phone === undefined ? [] : [`sms:${body.phone}?body=${encodeURIComponent(words)}`]),
          ...(body.email === undefined
            ? []
            : [`mailto:${encodeURIComponent(body.email)}?body=${encodeURIComponent(words)}`]),
        ];
        return { ok: true, status: 201, body: { member: added.member, code, ...(links.length > 0 && { links }) } };
      },
    }),
    route({
      method: 'get',
      path: '/families/{familyId}/preferences',
      operationId: 'readPreferences',
      summary: 'What the family needs and wishes',
      tag: 'families',
      params,
      tagged: true,
      gives: { statuses: [200], body: preferencesShown },
      handle: async ({ userId, params: { familyId } }) => {
        const own = await ownFamily(userId, familyId);
        return own.ok ? { ok: true, status: 200, body: own.family.preferences, etag: own.family._etag } : own;
      },
    }),
    route({
      method: 'put',
      path: '/families/{familyId}/preferences',
      operationId: 'replacePreferences',
      summary: 'Replaces what the family needs and wishes',
      tag: 'families',
      params,
      body: preferencesSent,
      tagged: true,
      guarded: true,
      gives: { statuses: [200], body: preferencesShown },
      refuses: [403],
      handle: async ({ userId, params: { familyId }, body, ifMatch }) => {
        const own = await ownFamily(userId, familyId);
        if (!own.ok) return own;
        const mine = await familyMemberOf(records, userId, familyId);
        if (!mine.ok) return mine;
        const set = await setPreferences(records, mine.member, body, demanded(ifMatch, own.family._etag));
        return set.ok ? { ok: true, status: 200, body: set.family.preferences, etag: set.etag } : set;
      },
    }),
  ];
};

/** Members are listed as the family has them. */
const placeOf = ({ members }: Family, memberId: string): string =>
  String(members.findIndex(({ id }) => id === memberId)).padStart(3, '0');

const ADMIN_ONLY = refusal(403, 'not-allowed', 'Only the admin of your family may do that.');

/** The caller as the admin of their family. */
export const adminOf = async (
  records: Records,
  userId: string,
): Promise<{ ok: true; admin: FamilyAdmin } | ApiRefusal | Rejection> => {
  const found = await familyAdminOf(records, userId);
  if (found.ok || found.reason === 'restricted') return found;
  return found.reason === 'not-allowed' ? ADMIN_ONLY : nobody;
};
