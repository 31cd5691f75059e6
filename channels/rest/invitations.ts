import { z } from 'zod';
import { acceptInvitation } from '../../trips/invitations/accept.ts';
import type { Invitation } from '../../trips/invitations/invitation.ts';
import { inviteFamily, inviteMember } from '../../trips/invitations/invite.ts';
import { openInvitations, sendingOf } from '../../trips/invitations/pending.ts';
import { cancelInvitation, type Inviter, sendInvitation } from '../../trips/invitations/send-invitation.ts';
import { type Address, people } from '../../trips/people/person.ts';
import type { Records, Stored } from '../../trips/records.ts';
import type { Outcome, Rejection } from '../../trips/rejection.ts';
import { organizerOf } from '../../trips/roles/permission.ts';
import { nobody } from './caller.ts';
import { adminOf } from './families.ts';
import type { RestHouse } from './house.ts';
import { pageFrom, pageOf, pageQuery } from './paging.ts';
import { phoneNumber } from './phone-number.ts';
import { type ApiRefusal, notFound } from './refusal.ts';
import { idOf, type Route, route } from './route.ts';
import { sent, shown } from './schema-names.ts';
import { tripInList } from './trips.ts';
import { words } from './words.ts';

const where = {
  phone: phoneNumber.optional().meta({
    description: 'Sends the code there as a text that names the sender and says how to stop; the person expects it.',
  }),
  email: z.email().max(320).toLowerCase().optional().meta({ description: 'As for phone, by e-mail.' }),
};
const familyInvited = sent(
  'NewInvitation',
  z.object({ familyName: words(60), ...where }).refine(oneAddress, 'a phone or an e-mail, not both'),
);
const memberInvited = sent(
  'NewMemberInvitation',
  z.object({ memberId: z.string().max(100), ...where }).refine(oneAddress, 'a phone or an e-mail, not both'),
);
const sendAsked = sent('InvitationSending', z.object(where).refine(oneAddress, 'a phone or an e-mail, not both'));

const invitationShown = shown(
  'Invitation',
  z.object({
    code: z.string(),
    familyName: z.string(),
    familyId: z.string().optional(),
    memberId: z.string().optional(),
    expiresAt: z.string(),
    sentBy: z.enum(['sms', 'email']).optional(),
    sentTo: z.string().optional().meta({ description: 'The end of the number, or the beginning of the mailbox.' }),
    sent: z.enum(['waiting', 'sent', 'failed']).optional(),
    timesSent: z.int(),
  }),
);
const invitationPage = shown('InvitationList', pageOf(invitationShown));
export const acceptedShown = shown(
  'Accepted',
  z.object({
    trip: tripInList
      .optional()
      .meta({ description: 'Absent when the code let a person into a family without a trip.' }),
    familyId: z.string(),
    others: z.array(z.string()).meta({ description: 'The other families of the trip, by name.' }),
    already: z.boolean(),
  }),
);

function oneAddress({
  phone,
  email,
}: {
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
}): boolean {
  return phone === undefined || email === undefined;
}

const addressOf = ({
  phone,
  email,
}: {
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
}): Address | undefined =>
  phone !== undefined
    ? { door: 'sms', value: phone }
    : email !== undefined
      ? { door: 'email', value: email }
      : undefined;

const code = z.string().regex(/^\s*\w{4,12}\s*$/);
const tripParams = z.object({ tripId: idOf('trip') });
const familyParams = z.object({ familyId: idOf('family') });

/** An invitation as its inviter sees it. */
const asShown = async (records: Records, invitation: Invitation) => {
  const { sentTo } = invitation;
  return {
    ...invitation,
    sentBy: sentTo?.door === 'sms' || sentTo?.door === 'email' ? sentTo.door : undefined,
    sentTo:
      sentTo && (sentTo.door === 'email' ? sentTo.value.replace(/^(.).*@/, '$1…@') : `…${sentTo.value.slice(-4)}`),
    sent: await sendingOf(records, invitation),
    timesSent: invitation.sentAt?.length ?? 0,
  };
};

/** The caller as who may invite, and the trip or family it is to; or why not. */
type May = { readonly ok: true; readonly by: Inviter; readonly of: string } | Rejection | ApiRefusal;

const NOT_YOURS = 'only the organizer invites families';

/** Invitations to trips and to families: given out, sent, listed, withdrawn, used. */
export const invitationRoutes = ({ records, clock }: RestHouse): readonly Route[] => {
  const organizer = async (userId: string, tripId: string) => {
    const mine = await organizerOf(records, userId, tripId, NOT_YOURS);
    return mine.ok ? ({ ok: true, by: mine.organizer, of: tripId } as const) : mine;
  };
  const ownAdmin = async (userId: string, familyId: string) => {
    const person = await records.read(people, userId, userId);
    if (!person) return nobody;
    if (person.familyId !== familyId) return notFound;
    const mine = await adminOf(records, userId);
    return mine.ok ? ({ ok: true, by: mine.admin, of: familyId } as const) : mine;
  };
  /** The invitation, sent when an address was given. What was made stays when it cannot be sent: the refusal says why. */
  const handedOut = async (by: Inviter, made: Outcome<{ invitation: Stored<Invitation> }>, to: Address | undefined) => {
    if (!made.ok) return made;
    const done = to ? await sendInvitation(records, clock, by, made.invitation.code, to) : made;
    return done.ok ? { ok: true as const, status: 201, body: await asShown(records, done.invitation) } : done;
  };

  /** The routes that are alike for trips and families. */
  const alike = (
    path: `/${string}`,
    what: 'Trip' | 'Family',
    params: z.ZodObject,
    mayInvite: (userId: string, given: Readonly<Record<string, unknown>>) => Promise<May>,
  ): readonly Route[] => [
    route({
      method: 'get',
      path: `${path}/invitations`,
      operationId: `list${what}Invitations`,
      summary:
        what === 'Trip'
          ? 'Families invited and not here yet; for the organizer'
          : 'People invited and not here yet; for the admin',
      tag: 'invitations',
      params,
      query: pageQuery,
      gives: { statuses: [200], body: invitationPage },
      refuses: [403],
      handle: async ({ userId, params: given, query }) => {
        const may = await mayInvite(userId, given);
        if (!may.ok) return may;
        const open = await openInvitations(records, clock, may.of);
        const page = pageFrom(open, (one) => one.code, query);
        if (!page.ok) return page;
        const items = await Promise.all(page.items.map((one) => asShown(records, one)));
        return { ok: true, status: 200, body: { ...page, items } };
      },
    }),
    route({
      method: 'post',
      path: `${path}/invitations/{code}/send`,
      operationId: `send${what}Invitation`,
      summary: 'Sends the code, to where it was sent before unless an address is given, and renews its expiry',
      tag: 'invitations',
      params: params.extend({ code }),
      body: sendAsked,
      gives: { statuses: [200], body: invitationShown },
      refuses: [403, 409, 410],
      handle: async ({ userId, params: given, body }) => {
        const may = await mayInvite(userId, given);
        if (!may.ok) return may;
        const done = await sendInvitation(records, clock, may.by, String(given.code), addressOf(body));
        return done.ok ? { ok: true, status: 200, body: await asShown(records, done.invitation) } : done;
      },
    }),
    route({
      method: 'delete',
      path: `${path}/invitations/{code}`,
      operationId: `cancel${what}Invitation`,
      summary: 'Withdraws a code: nobody joins with it any more. Repeating it changes nothing',
      tag: 'invitations',
      params: params.extend({ code }),
      gives: { statuses: [204], body: z.undefined() },
      refuses: [403, 409],
      handle: async ({ userId, params: given }) => {
        const may = await mayInvite(userId, given);
        if (!may.ok) return may;
        const done = await cancelInvitation(records, clock, may.by, String(given.code));
        return done.ok ? { ok: true, status: 204, body: undefined } : done;
      },
    }),
  ];

  return [
    route({
      method: 'post',
      path: '/trips/{tripId}/families/{familyId}/invite',
      operationId: 'inviteKnownFamily',
      summary: 'A code with which this family, and no other, joins the trip',
      tag: 'invitations',
      params: tripParams.extend({ familyId: idOf('family') }),
      gives: { statuses: [201], body: invitationShown },
      refuses: [403, 409],
      handle: async ({ userId, params }) => {
        const may = await organizer(userId, params.tripId);
        if (!may.ok) return may;
        const { familyId } = params;
        return handedOut(may.by, await inviteFamily(records, clock, may.by, { familyId }), undefined);
      },
    }),
    route({
      method: 'post',
      path: '/trips/{tripId}/invitations',
      operationId: 'inviteFamilyByName',
      summary: 'A code with which one family, known by name only, joins the trip; sent when an address is given',
      tag: 'invitations',
      params: tripParams,
      body: familyInvited,
      gives: { statuses: [201], body: invitationShown },
      refuses: [403, 409],
      handle: async ({ userId, params, body }) => {
        const may = await organizer(userId, params.tripId);
        if (!may.ok) return may;
        const to = addressOf(body);
        return handedOut(may.by, await inviteFamily(records, clock, may.by, { familyName: body.familyName, to }), to);
      },
    }),
    route({
      method: 'post',
      path: '/families/{familyId}/invitations',
      operationId: 'inviteFamilyMember',
      summary:
        "A code with which one person takes a member's place in the caller's family; sent when an address is given",
      tag: 'invitations',
      params: familyParams,
      body: memberInvited,
      gives: { statuses: [201], body: invitationShown },
      refuses: [403, 409],
      handle: async ({ userId, params, body }) => {
        const may = await ownAdmin(userId, params.familyId);
        if (!may.ok) return may;
        const to = addressOf(body);
        return handedOut(may.by, await inviteMember(records, clock, may.by, body.memberId, to), to);
      },
    }),
    ...alike('/trips/{tripId}', 'Trip', tripParams, (userId, { tripId }) => organizer(userId, String(tripId))),
    ...alike('/families/{familyId}', 'Family', familyParams, (userId, { familyId }) =>
      ownAdmin(userId, String(familyId)),
    ),
    route({
      method: 'post',
      path: '/invitations/{code}/accept',
      operationId: 'acceptInvitation',
      summary: "Uses a code: the caller's family joins the trip. Repeating it changes nothing",
      tag: 'invitations',
      params: z.object({ code }),
      gives: { statuses: [200], body: acceptedShown },
      refuses: [403, 409, 410],
      handle: async ({ userId, params }) => {
        const person = await records.read(people, userId, userId);
        if (!person) return nobody;
        const accepted = await acceptInvitation(records, clock, params.code, { person });
        if (!accepted.ok) return accepted;
        const { trip, family, others, already } = accepted.joined;
        return { ok: true, status: 200, body: { trip, familyId: family.id, others, already } };
      },
    }),
  ];
};
