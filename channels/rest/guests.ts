import { z } from 'zod';
import { giveGuestLink, revokeGuestLink } from '../../trips/guests/give-guest-link.ts';
import { guestPlace } from '../../trips/guests/guest-link.ts';
import { joinAsGuest } from '../../trips/guests/join-as-guest.ts';
import { people } from '../../trips/people/person.ts';
import { memberOf } from '../../trips/roles/permission.ts';
import { nobody } from './caller.ts';
import type { RestHouse } from './house.ts';
import { acceptedShown } from './invitations.ts';
import { idOf, type Route, route } from './route.ts';
import { sent, shown } from './schema-names.ts';

const placeAsked = sent(
  'GuestLinkRequest',
  z.strictObject({
    place: guestPlace.meta({
      description:
        "`family`: each guest has a family of their own (organizer only); `member`: one more of the caller's.",
    }),
  }),
);
const tokenSent = sent('GuestLinkToken', z.strictObject({ token: z.string().max(100) }));
const linkShown = shown(
  'GuestLink',
  z.object({
    token: z.string(),
    path: z.string().meta({ description: 'Of the web chat that lets a guest in, below the address of this server.' }),
    expiresAt: z.string(),
  }),
);
const params = z.object({ tripId: idOf('trip') });

/** Links by which people without an account take part. */
export const guestRoutes = ({ records, clock }: RestHouse): readonly Route[] => [
  route({
    method: 'post',
    path: '/trips/{tripId}/guest-links',
    operationId: 'giveGuestLink',
    summary: 'A link that lets people without an account take part; the same one until it is revoked or nears its end',
    tag: 'invitations',
    params,
    body: placeAsked,
    gives: { statuses: [201], body: linkShown },
    refuses: [403, 409],
    handle: async ({ userId, params: { tripId }, body: { place } }) => {
      const mine = await memberOf(records, userId, tripId);
      if (!mine.ok) return mine;
      const given = await giveGuestLink(records, clock, mine.member, place);
      return given.ok ? { ok: true, status: 201, body: { ...given, path: `/#guest=${given.token}` } } : given;
    },
  }),
  route({
    method: 'delete',
    path: '/trips/{tripId}/guest-links/{place}',
    operationId: 'revokeGuestLink',
    summary: 'Closes the link for good; who came by it stays',
    tag: 'invitations',
    params: params.extend({ place: guestPlace }),
    gives: { statuses: [204], body: z.undefined() },
    refuses: [403],
    handle: async ({ userId, params: { tripId, place } }) => {
      const mine = await memberOf(records, userId, tripId);
      if (!mine.ok) return mine;
      const closed = await revokeGuestLink(records, clock, mine.member, place);
      return closed.ok ? { ok: true, status: 204, body: undefined } : closed;
    },
  }),
  route({
    method: 'post',
    path: '/guest-links/accept',
    operationId: 'acceptGuestLink',
    summary: 'Opens a guest link as the caller. Repeating it changes nothing',
    tag: 'invitations',
    body: tokenSent,
    gives: { statuses: [200], body: acceptedShown },
    refuses: [403, 404, 409],
    handle: async ({ userId, body: { token } }) => {
      const person = await records.read(people, userId, userId);
      if (!person) return nobody;
      const accepted = await joinAsGuest(records, clock, token, { person });
      if (!accepted.ok) return accepted;
      const { trip, family, others, already } = accepted.joined;
      return { ok: true, status: 200, body: { trip, familyId: family.id, others, already } };
    },
  }),
];
