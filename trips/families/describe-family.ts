import { newId } from '../ids.ts';
import type { Money } from '../money.ts';
import { type Records, retrying } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import type { FamilyMember } from '../roles/permission.ts';
import { refreshSeats } from '../trips/seats.ts';
import { memberCalled } from './change-member.ts';
import {
  type Family,
  families,
  MAX_INTERESTS,
  MAX_MEMBERS,
  type Member,
  type Preferences,
  preferences as preferencesKind,
} from './family.ts';
import { withInterests } from './rate-interests.ts';

/** What somebody said of their family in one breath; only what was said is there. */
export interface Description {
  /** Adults in all, the speaker included. */
  readonly adults?: number | undefined;
  readonly children?: readonly { readonly name?: string | undefined; readonly age?: number | undefined }[] | undefined;
  readonly diet?: readonly string[] | undefined;
  /** What one of them must not eat or touch. */
  readonly allergies?: readonly string[] | undefined;
  readonly mobility?: readonly string[] | undefined;
  readonly budget?: Money | undefined;
  readonly pace?: Preferences['pace'];
  readonly interests?: Readonly<Record<string, number>> | undefined;
  readonly unavailable?: readonly string[] | undefined;
}

const union = (known: readonly string[], said: readonly string[] = []): string[] => [
  ...known,
  ...said.filter((item) => !known.some((old) => old.toLowerCase() === item.toLowerCase())),
];

/** The members after a description: people with accounts and names stay, unnamed adults fill up to the count said. */
const described = (members: readonly Member[], { adults, children }: Description): readonly Member[] => {
  const grown = members.filter((member) => !member.child);
  const young = members.filter((member) => member.child);
  const named = grown.filter((member) => member.userId !== undefined || !/^Adult \d+$/.test(member.name));
  const wanted = adults === undefined ? grown.length : Math.max(adults, named.length);
  const adultsNow = adults === undefined ? grown : [...named];
  while (adultsNow.length < wanted)
    adultsNow.push({ id: newId('member'), name: `Adult ${adultsNow.length + 1}`, child: false });
  // "Mia is 10 now" speaks of one child and says nothing of the others.
  const known = children?.every(({ name }) => name !== undefined && memberCalled(young, name) !== undefined);
  const childrenNow =
    children === undefined || known
      ? young.map((member) => {
          const said = children?.find(({ name }) => name?.toLowerCase() === member.name.toLowerCase());
          return said?.age === undefined ? member : { ...member, age: said.age, ageBand: undefined };
        })
      : children.map((child, index) => ({
          id: young[index]?.id ?? newId('member'),
          name: child.name ?? `Child ${index + 1}`,
          age: child.age,
          child: true,
        }));
  return [...adultsNow, ...childrenNow];
};

/** What there is too much of, in words. */
const overfull = (said: Preferences): string | undefined => {
  if (Object.keys(said.interests).length > MAX_INTERESTS) return `I keep ${MAX_INTERESTS} interests at most`;
  const { success, error } = preferencesKind.safeParse(said);
  const what = success ? undefined : error.issues[0]?.path[0];
  return what === undefined
    ? undefined
    : `that is more than I keep of ${NAMES[String(what)] ?? 'that'}: take something back first`;
};
const NAMES: Readonly<Record<string, string>> = {
  diet: 'food',
  allergies: 'allergies',
  mobility: 'getting around',
  unavailable: 'days',
};

/**
 * Takes in what a member says of the family. Only the given parts change; diets, allergies and the like are added to. What
 * the admin likes is the family's word; what another member likes is that member's. `too-many` when there is no room.
 */
export const describeFamily = (
  records: Records,
  { familyId, person }: FamilyMember,
  said: Description,
): Promise<Outcome<{ family: Family }>> =>
  retrying(async () => {
    const family = await records.read(families, familyId, familyId);
    if (!family) return rejected('not-found');
    const speaks = family.adminId === person.id;
    const people = described(family.members, said);
    const members = speaks || !said.interests ? people : withInterests(people, person.id, said.interests);
    if (members.length > MAX_MEMBERS)
      return rejected('too-many-members', `a family here has ${MAX_MEMBERS} people at most`);
    const { preferences: before } = family;
    const preferences: Preferences = {
      ...before,
      diet: union(before.diet, said.diet),
      allergies: union(before.allergies, said.allergies),
      mobility: union(before.mobility, said.mobility),
      budget: said.budget ?? before.budget,
      pace: said.pace ?? before.pace,
      interests: speaks ? { ...before.interests, ...said.interests } : before.interests,
      unavailable: union(before.unavailable, said.unavailable),
    };
    const full = overfull(preferences);
    if (full !== undefined) return rejected('too-many', full);
    const next: Family = { ...family, members, preferences };
    const commit = await records.commit(family.id, [{ put: next, ifMatch: family._etag }]);
    if (!commit.ok) return 'conflict';
    if (members.length !== family.members.length) await refreshSeats(records, next);
    return { ok: true as const, family: next };
  });

/** Replaces a family's preferences as a whole (REST). `stale` when `ifMatch` is no longer the document's etag. */
export const setPreferences = (
  records: Records,
  { familyId }: FamilyMember,
  preferences: Preferences,
  ifMatch?: string,
): Promise<Outcome<{ family: Family; etag: string }>> =>
  retrying(async () => {
    const family = await records.read(families, familyId, familyId);
    if (!family) return rejected('not-found');
    if (ifMatch !== undefined && family._etag !== ifMatch) return rejected('stale');
    const next: Family = { ...family, preferences };
    const commit = await records.commit(family.id, [{ put: next, ifMatch: family._etag }]);
    return commit.ok ? { ok: true as const, family: next, etag: commit.etags[0] ?? '' } : 'conflict';
  });
