import { z } from 'zod';
import { member, preferences } from '../../trips/families/family.ts';
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

/** A family, as shown to its own members only. */
export const familyShown = shown(
  'Family',
  z.object({
    id: z.string(),
    name: z.string(),
    adminId: z.string(),
    members: z.array(member),
    preferences,
    createdAt: z.string(),
  }),
);

export const familyPage = shown('FamilyList', pageOf(familyShown));
export const memberPage = shown('MemberList', pageOf(member));
export const preferencesShown = shown('Preferences', preferences.clone());
