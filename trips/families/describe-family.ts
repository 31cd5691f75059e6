import { newId } from '../ids.ts';
import type { Money } from '../money.ts';
import { type Records, retrying } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import type { FamilyMember } from '../roles/permission.ts';
import { refreshSeats } from '../trips/seats.ts';
import { memberCalled } from './change-member.ts';
import { type Family, families, MAX_MEMBERS, type Member, type Preferences } from './family.ts';

/** What somebody said of their family in one breath; only what was said is there. */
export interface Description {
  /** Adults in all, the speaker included. */
  readonly adults?: number | undefined;
  readonly children?: readonly { readonly name?: string | undefined; readonly age?: number | undefined }[] | undefined;
  readonly diet?: readonly string[] | undefined;
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

/** Takes in what a member says of the family. Only the given parts change; diets and mobility needs are added to. */
export const describeFamily = (
  records: Records,
  { familyId }: FamilyMember,
  said: Description,
): Promise<Outcome<{ family: Family }>> =>
  retrying(async () => {
    const family = await records.read(families, familyId, familyId);
    if (!family) return rejected('not-found');
    const members = described(family.members, said);
    if (members.length > MAX_MEMBERS)
      return rejected('too-many-members', `a family here has ${MAX_MEMBERS} people at most`);
    const { preferences } = family;
    const next: Family = {
      ...family,
      members,
      preferences: {
        ...preferences,
        diet: union(preferences.diet, said.diet),
        mobility: union(preferences.mobility, said.mobility),
        budget: said.budget ?? preferences.budget,
        pace: said.pace ?? preferences.pace,
        interests: { ...preferences.interests, ...said.interests },
        unavailable: union(preferences.unavailable, said.unavailable),
      },
    };
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
