import { z } from 'zod';
import { askLinkCode } from '../../trips/linking/ask-link-code.ts';
import { redeemLinkCode } from '../../trips/linking/link-accounts.ts';
import { people } from '../../trips/people/person.ts';
import { familyOf } from '../../trips/people/register.ts';
import { nobody } from './caller.ts';
import type { RestHouse } from './house.ts';
import { meShown, withRoles } from './people-shown.ts';
import { type Route, route } from './route.ts';
import { sent, shown } from './schema-names.ts';

const codeSent = sent('LinkCodeSent', z.strictObject({ code: z.string().trim().min(1).max(12) }));
const codeShown = shown('LinkCode', z.object({ code: z.string(), expiresAt: z.string() }));

/** One person on several doors: a code asked for here or in a chat, and said in the other. */
export const linkingRoutes = ({ records, clock }: RestHouse): readonly Route[] => [
  route({
    method: 'post',
    path: '/auth/link-codes',
    operationId: 'askLinkCode',
    summary:
      'A code for the caller to say in a chat ("link K7QF42") within ten minutes, or to send to auth/link as somebody else',
    tag: 'auth',
    gives: { statuses: [201], body: codeShown },
    handle: async ({ userId }) => {
      const person = await records.read(people, userId, userId);
      if (!person) return nobody;
      return { ok: true, status: 201, body: await askLinkCode(records, clock, person) };
    },
  }),
  route({
    method: 'post',
    path: '/auth/link',
    operationId: 'linkAccounts',
    summary:
      'Makes the caller and whoever asked for the code one person. Of two accounts one must be empty; when that is the caller’s, their token is over and they sign in again',
    tag: 'auth',
    body: codeSent,
    gives: { statuses: [200], body: meShown },
    refuses: [403, 409],
    handle: async ({ userId, body: { code } }) => {
      const person = await records.read(people, userId, userId);
      if (!person) return nobody;
      const used = await redeemLinkCode(records, clock, code, { person });
      if (!used.ok) return used;
      const user = used.linked.person;
      return { ok: true, status: 200, body: { user, family: withRoles(await familyOf(records, user)) } };
    },
  }),
];
