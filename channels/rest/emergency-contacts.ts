import { z } from 'zod';
import { emergencyContact, families } from '../../trips/families/family.ts';
import { setEmergencyContacts } from '../../trips/families/set-emergency-contacts.ts';
import { people } from '../../trips/people/person.ts';
import { nobody } from './caller.ts';
import { demanded } from './conditions.ts';
import { adminOf } from './families.ts';
import type { RestHouse } from './house.ts';
import { phoneNumber } from './phone-number.ts';
import { notFound } from './refusal.ts';
import { idOf, type Route, route } from './route.ts';
import { sent, shown } from './schema-names.ts';

const contactsSent = sent(
  'EmergencyContactsChange',
  z.object({ contacts: z.array(emergencyContact.extend({ phone: phoneNumber })).max(20) }),
);
const contactsShown = shown('EmergencyContacts', z.object({ contacts: z.array(emergencyContact) }));
const params = z.object({ familyId: idOf('family') });

/** Whom to call for a family: read by its own members, set by its admin, known to nobody else. */
export const emergencyContactRoutes = ({ records }: RestHouse): readonly Route[] => [
  route({
    method: 'get',
    path: '/families/{familyId}/emergency-contacts',
    operationId: 'readEmergencyContacts',
    summary: "Whom to call for the caller's own family",
    tag: 'families',
    params,
    tagged: true,
    gives: { statuses: [200], body: contactsShown },
    handle: async ({ userId, params: { familyId } }) => {
      const person = await records.read(people, userId, userId);
      if (!person) return nobody;
      const family = person.familyId === familyId ? await records.read(families, familyId, familyId) : undefined;
      if (!family) return notFound;
      return { ok: true, status: 200, body: { contacts: family.emergencyContacts }, etag: family._etag };
    },
  }),
  route({
    method: 'put',
    path: '/families/{familyId}/emergency-contacts',
    operationId: 'replaceEmergencyContacts',
    summary: "Replaces whom to call; the family's admin only",
    tag: 'families',
    params,
    body: contactsSent,
    tagged: true,
    guarded: true,
    gives: { statuses: [200], body: contactsShown },
    refuses: [403, 409],
    handle: async ({ userId, params: { familyId }, body, ifMatch }) => {
      const found = await adminOf(records, userId);
      if (!found.ok) return found;
      const { admin } = found;
      if (admin.family.id !== familyId) return notFound;
      const set = await setEmergencyContacts(records, admin, body.contacts, demanded(ifMatch, admin.family._etag));
      return set.ok ? { ok: true, status: 200, body: { contacts: set.family.emergencyContacts }, etag: set.etag } : set;
    },
  }),
];
