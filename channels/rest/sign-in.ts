import type { Request } from 'express';
import { z } from 'zod';
import type { Clock } from '../../trips/clock.ts';
import { newToken } from '../../trips/ids.ts';
import { optIn, readAddress, whoseAddress } from '../../trips/people/addresses.ts';
import { type Address, people } from '../../trips/people/person.ts';
import { familyOf, linkAddress, type Registered, register } from '../../trips/people/register.ts';
import type { Records } from '../../trips/records.ts';
import { nobody } from './caller.ts';
import type { RestHouse } from './house.ts';
import { familyShown, meShown, userShown, withRoles } from './people-shown.ts';
import { phoneNumber } from './phone-number.ts';
import { type ApiRefusal, refusal } from './refusal.ts';
import { type Route, route } from './route.ts';
import { sent, shown } from './schema-names.ts';
import { words } from './words.ts';

const devTokenAsked = sent(
  'DevTokenRequest',
  z.object({
    name: words(60),
    phone: phoneNumber.optional(),
    teamsId: z.string().trim().min(1).max(200).optional().meta({ description: 'The Entra object id of a Teams user.' }),
    email: z.email().max(320).toLowerCase().optional(),
    familyName: words(60).optional(),
  }),
);
type DevTokenAsked = z.output<typeof devTokenAsked>;

const devTokenShown = shown(
  'DevToken',
  z.object({ token: z.string(), expiresInSeconds: z.int(), user: userShown, family: familyShown }),
);

const NOT_HERE = refusal(403, 'loopback-only', 'Development sign-in works only from this machine itself.');
const TAKEN = refusal(409, 'address-taken', 'One of these addresses belongs to another person here.');

const CONSENT = 'Signed in for development with this address';

/** Who the caller is, and, in development, how to become somebody. */
export const signInRoutes = (house: RestHouse): readonly Route[] => [
  route({
    method: 'get',
    path: '/auth/me',
    operationId: 'whoAmI',
    summary: 'Who the token speaks for, and their family',
    tag: 'auth',
    gives: { statuses: [200], body: meShown },
    handle: async ({ userId }) => {
      const user = await house.records.read(people, userId, userId);
      if (!user) return nobody;
      return { ok: true, status: 200, body: { user, family: withRoles(await familyOf(house.records, user)) } };
    },
  }),
  ...(house.devSignIn ? [devTokenRoute(house)] : []),
];

const devTokenRoute = ({ records, clock, tokens }: RestHouse): Route =>
  route({
    method: 'post',
    path: '/auth/dev-token',
    operationId: 'signInForDevelopment',
    summary: 'A token for a person, made when new; development on this machine only',
    tag: 'auth',
    access: 'anyone',
    body: devTokenAsked,
    bodyBytes: 4_096,
    gives: { statuses: [200], body: devTokenShown },
    refuses: [403, 409],
    handle: async ({ request, body }) => {
      if (!comesFromThisMachine(request)) return NOT_HERE;
      const found = await personWith(records, clock, body);
      if (!found.ok) return found;
      const { person, family } = found.registered;
      const { token, expiresInSeconds } = await tokens.signApi(person.id);
      return { ok: true, status: 200, body: { token, expiresInSeconds, user: person, family: withRoles(family) } };
    },
  });

const LOOPBACK_ADDRESS = /^(127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3})$/;
const LOOPBACK_NAME = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i;

/** True for a connection made here, by a name of this machine: no tunnel, no proxy, no foreign page with a rebound name. */
const comesFromThisMachine = ({ socket, headers }: Request): boolean =>
  LOOPBACK_ADDRESS.test(socket.remoteAddress ?? '') &&
  LOOPBACK_NAME.test(headers.host ?? '') &&
  headers['x-forwarded-for'] === undefined &&
  headers.forwarded === undefined;

/** The person these addresses belong to, made when nobody has them; every address then leads to that one person. */
const personWith = async (
  records: Records,
  clock: Clock,
  { name, phone, teamsId, email, familyName }: DevTokenAsked,
): Promise<{ readonly ok: true; readonly registered: Registered } | ApiRefusal> => {
  const given: Address[] = [];
  if (phone !== undefined) given.push({ door: 'sms', value: phone });
  if (teamsId !== undefined) given.push({ door: 'teams', value: teamsId });
  if (email !== undefined) given.push({ door: 'email', value: email });
  const owners = await Promise.all(given.map((address) => whoseAddress(records, address)));
  const ids = new Set(owners.flatMap((owner) => (owner ? [owner.id] : [])));
  if (ids.size > 1) return TAKEN;
  const known = given.find((_, index) => owners[index] !== undefined);
  // Somebody without an address of their own is still somebody: a name that is never written to stands in.
  const first = known ?? given[0] ?? { door: 'web', value: `development-${newToken()}` };
  const registered = await register(records, clock, { name, address: first, familyName });
  for (const address of given) {
    if (!(await linkAddress(records, registered.person.id, address))) return TAKEN;
    // Whoever said STOP stays stopped: only they can take that back.
    if ((await readAddress(records, address))?.optedOutAt === undefined) await optIn(records, clock, address, CONSENT);
  }
  const person = (await records.read(people, registered.person.id, registered.person.id)) ?? registered.person;
  return { ok: true, registered: { ...registered, person } };
};
