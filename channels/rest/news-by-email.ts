import { z } from 'zod';
import {
  askToFollow,
  followByEmail,
  followedAt,
  MAIL_CODE_MINUTES,
  unfollowByEmail,
} from '../../trips/people/follow-by-email.ts';
import { memberOf } from '../../trips/roles/permission.ts';
import type { RestHouse } from './house.ts';
import { refusal } from './refusal.ts';
import { idOf, type Route, route } from './route.ts';
import { sent, shown } from './schema-names.ts';

const email = z.email().max(320).toLowerCase();
const asked = sent(
  'NewsByEmailRequest',
  z.strictObject({ email: email.optional().meta({ description: "The caller's own e-mail address when absent." }) }),
);
const proved = sent(
  'NewsByEmailCode',
  z.strictObject({
    email,
    code: z
      .string()
      .max(12)
      .meta({ description: `From the mail; it works for ${MAIL_CODE_MINUTES} minutes.` }),
  }),
);
const followShown = shown(
  'NewsByEmail',
  z.object({
    following: z.boolean(),
    email: z.string().optional().meta({ description: 'Where the news goes, or where a code was sent.' }),
  }),
);
const params = z.object({ tripId: idOf('trip') });
const path = '/trips/{tripId}/news-by-email';
const tag = 'notifications';

const NO_ADDRESS = refusal(400, 'invalid', 'email: I know no e-mail address of yours, so say which one.');

/** Having a trip's news mailed as well: the caller's own choice, and only to an address that is proved to be theirs. */
export const newsByEmailRoutes = ({ records, clock }: RestHouse): readonly Route[] => [
  route({
    method: 'get',
    path,
    operationId: 'readNewsByEmail',
    summary: "Whether the trip's news is mailed to the caller, and where",
    tag,
    params,
    gives: { statuses: [200], body: followShown },
    handle: async ({ userId, params: { tripId } }) => {
      const mine = await memberOf(records, userId, tripId);
      if (!mine.ok) return mine;
      const address = await followedAt(records, mine.member);
      return { ok: true, status: 200, body: { following: address !== undefined, email: address } };
    },
  }),
  route({
    method: 'post',
    path,
    operationId: 'askForNewsByEmail',
    summary: "Mails the trip's news to the caller; to an address that is not proved theirs goes a code first (202)",
    tag,
    params,
    body: asked,
    gives: { statuses: [200, 202], body: followShown },
    refuses: [403, 409],
    handle: async ({ userId, params: { tripId }, body }) => {
      const mine = await memberOf(records, userId, tripId);
      if (!mine.ok) return mine;
      const { person } = mine.member;
      const to = body.email ?? person.addresses.find(({ door }) => door === 'email')?.value;
      if (to === undefined) return NO_ADDRESS;
      const done = await askToFollow(records, clock, mine.member, to, person.language);
      if (!done.ok) return done;
      return { ok: true, status: done.following ? 200 : 202, body: { following: done.following, email: to } };
    },
  }),
  route({
    method: 'put',
    path,
    operationId: 'proveNewsByEmail',
    summary: "With the code that was mailed there, the address is the caller's and the news goes to it",
    tag,
    params,
    body: proved,
    gives: { statuses: [200], body: followShown },
    refuses: [409],
    handle: async ({ userId, params: { tripId }, body }) => {
      const mine = await memberOf(records, userId, tripId);
      if (!mine.ok) return mine;
      const done = await followByEmail(records, clock, mine.member, { ...body, language: mine.member.person.language });
      return done.ok ? { ok: true, status: 200, body: { following: true, email: body.email } } : done;
    },
  }),
  route({
    method: 'delete',
    path,
    operationId: 'endNewsByEmail',
    summary: 'Mails the caller nothing more about the trip',
    tag,
    params,
    gives: { statuses: [204], body: z.undefined() },
    handle: async ({ userId, params: { tripId } }) => {
      const mine = await memberOf(records, userId, tripId);
      if (!mine.ok) return mine;
      const done = await unfollowByEmail(records, mine.member);
      return done.ok ? { ok: true, status: 204, body: undefined } : done;
    },
  }),
];
