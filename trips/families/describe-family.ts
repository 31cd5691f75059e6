import { newId } from '../ids.ts';
import type { Money } from '../money.ts';
import { UNNAMED } from '../people/rename-person.ts';
import { type Records, retrying } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import type { FamilyMember } from '../roles/permission.ts';
import { refreshSeats } from '../trips/seats.ts';
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
  /** What they call themselves; taken from the admin, for a family that has no name of its own yet. */
  readonly familyName?: string | undefined;
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

type SaidChild = NonNullable<Description['children']>[number];

/**
 * The children after some were spoken of. By name, one at a time: "Mia is 10 now" says nothing of the others, and a new
 * name is a child who was only counted so far, or one more. By age alone ("kids 4 and 9") all of them are meant.
 */
const childrenAfter = (young: readonly Member[], said: readonly SaidChild[]): readonly Member[] => {
  const left = [...young];
  const take = (fits: (member: Member) => boolean): Member | undefined => {
    const index = left.findIndex(fits);
    return index < 0 ? undefined : left.splice(index, 1)[0];
  };
  const known = said.map(({ name, age }) =>
    name === undefined
      ? take((one) => one.age === age)
      : (take((one) => one.name.toLowerCase() === name.toLowerCase()) ??
        take((one) => one.unnamed === true && (one.age === undefined || one.age === age))),
  );
  const everyone = said.some(({ name }) => name === undefined);
  const spoken = said.map(({ name, age }, index): Member => {
    const before = known[index] ?? (everyone ? take(({ userId }) => userId === undefined) : undefined);
    const unnamed = name === undefined && (before === undefined || before.unnamed === true);
    return {
      ...(before ?? { id: newId('member') }),
      name:
        before && name?.toLowerCase() === before.name.toLowerCase()
          ? before.name
          : (name ?? (unnamed ? `Child ${index + 1}` : (before?.name ?? ''))),
      age: age ?? before?.age,
      ageBand: age === undefined ? before?.ageBand : undefined,
      child: true,
      unnamed: unnamed ? true : undefined,
    };
  });
  if (everyone) return [...spoken, ...left.filter(({ userId }) => userId !== undefined)];
  // In the order the family has them, new ones last.
  const now = new Map(spoken.map((member) => [member.id, member]));
  return [
    ...young.map((member) => now.get(member.id) ?? member),
    ...spoken.filter(({ id }) => !young.some((member) => member.id === id)),
  ];
};

/** The members after a description: people with accounts and names stay, unnamed adults fill up to the count said. */
const described = (members: readonly Member[], { adults, children }: Description): readonly Member[] => {
  const grown = members.filter((member) => !member.child);
  const young = members.filter((member) => member.child);
  const named = grown.filter((member) => !member.unnamed);
  const wanted = adults === undefined ? grown.length : Math.max(adults, named.length);
  const adultsNow = adults === undefined ? grown : [...named];
  while (adultsNow.length < wanted)
    adultsNow.push({ id: newId('member'), name: `Adult ${adultsNow.length + 1}`, child: false, unnamed: true });
  const childrenNow = children === undefined ? young : childrenAfter(young, children);
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
    const name = speaks && family.name === UNNAMED ? (said.familyName ?? family.name) : family.name;
    const next: Family = { ...family, name, members, preferences };
    const commit = await records.commit(family.id, [{ put: next, ifMatch: family._etag }]);
    if (!commit.ok) return 'conflict';
    if (name !== family.name || members.length !== family.members.length) await refreshSeats(records, next);
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
