import { type Records, retrying } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import type { FamilyMember } from '../roles/permission.ts';
import { type Family, families, MAX_INTERESTS, type Member } from './family.ts';

/** The members after one of them has said how much they like things. */
export const withInterests = (
  members: readonly Member[],
  userId: string,
  interests: Readonly<Record<string, number>>,
): readonly Member[] =>
  members.map((member) =>
    member.userId === userId ? { ...member, interests: { ...member.interests, ...interests } } : member,
  );

/** Notes how much a member likes things, 1-5 each; the family's own word goes before its members' mean. */
export const rateInterests = (
  records: Records,
  { familyId, person }: FamilyMember,
  interests: Readonly<Record<string, number>>,
): Promise<Outcome<{ family: Family; member: Member }>> =>
  retrying(async () => {
    const family = await records.read(families, familyId, familyId);
    if (!family) return rejected('not-found');
    const next: Family = { ...family, members: withInterests(family.members, person.id, interests) };
    const member = next.members.find(({ userId }) => userId === person.id);
    if (!member) return rejected('not-found');
    if (Object.keys(member.interests ?? {}).length > MAX_INTERESTS)
      return rejected('too-many', `I keep ${MAX_INTERESTS} interests at most`);
    const commit = await records.commit(familyId, [{ put: next, ifMatch: family._etag }]);
    return commit.ok ? { ok: true as const, family: next, member } : 'conflict';
  });
