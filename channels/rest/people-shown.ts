import { z } from 'zod';
import { type Family, member, preferences } from '../../trips/families/family.ts';
import { address } from '../../trips/people/person.ts';
import { pageOf } from './paging.ts';
import { shown } from './schema-names.ts';

/** A person, as shown to themselves only. */
export const userShown = shown(
  'User',
  z.object({
    id: z.string(),
    name: z.string(),
    familyId: z.string(),
    addresses: z.array(address),
    createdAt: z.string(),
  }),
);

/** One of a family, as shown to its own members only. */
export const memberShown = shown(
  'Member',
  member.extend({
    role: z.enum(['admin', 'member']).meta({ description: "The admin's vote is the family's." }),
  }),
);

/** A family whose members say what they are to it. */
export const withRoles = <F extends Family>(
  family: F,
): Omit<F, 'members'> & { readonly members: readonly z.output<typeof memberShown>[] } => ({
  ...family,
  members: family.members.map((one) => ({
    ...one,
    role: one.userId === family.adminId ? ('admin' as const) : ('member' as const),
  })),
});

/** A family, as shown to its own members only. */
export const familyShown = shown(
  'Family',
  z.object({
    id: z.string(),
    name: z.string(),
    adminId: z.string(),
    members: z.array(memberShown),
    preferences,
    createdAt: z.string(),
  }),
);

/** Who somebody is, as shown to themselves. */
export const meShown = shown('Me', z.object({ user: userShown, family: familyShown }));

export const familyPage = shown('FamilyList', pageOf(familyShown));
export const memberPage = shown('MemberList', pageOf(memberShown));
export const preferencesShown = shown('Preferences', preferences.clone());
