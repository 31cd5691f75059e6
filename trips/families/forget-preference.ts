import { type Records, retrying } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import type { FamilyMember } from '../roles/permission.ts';
import { type Family, families, type Preferences } from './family.ts';

/** One thing a family has said of its needs and wishes. */
export type SaidPreference =
  | { readonly what: 'diet' | 'allergies' | 'mobility' | 'unavailable' | 'interests'; readonly value: string }
  | { readonly what: 'budget' | 'pace' };

/** All that a family has said, one by one. */
export const saidPreferences = (preferences: Preferences): readonly SaidPreference[] => [
  ...(['diet', 'allergies', 'mobility', 'unavailable'] as const).flatMap((what) =>
    preferences[what].map((value) => ({ what, value })),
  ),
  ...Object.keys(preferences.interests).map((value) => ({ what: 'interests' as const, value })),
  ...(preferences.budget ? [{ what: 'budget' as const }] : []),
  ...(preferences.pace ? [{ what: 'pace' as const }] : []),
];

const without = (preferences: Preferences, said: SaidPreference): Preferences => {
  if (!('value' in said)) return { ...preferences, [said.what]: undefined };
  const { what, value } = said;
  if (what !== 'interests') return { ...preferences, [what]: preferences[what].filter((one) => one !== value) };
  const { [value]: _, ...interests } = preferences.interests;
  return { ...preferences, interests };
};

/** Takes back one thing that was said of the family. What is not there is gone already. */
export const forgetPreference = (
  records: Records,
  { familyId }: FamilyMember,
  said: SaidPreference,
): Promise<Outcome<{ family: Family }>> =>
  retrying(async () => {
    const family = await records.read(families, familyId, familyId);
    if (!family) return rejected('not-found');
    const next: Family = { ...family, preferences: without(family.preferences, said) };
    const commit = await records.commit(familyId, [{ put: next, ifMatch: family._etag }]);
    return commit.ok ? { ok: true as const, family: next } : 'conflict';
  });
