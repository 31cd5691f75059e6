import type { FamilyId } from '../ids.ts';
import { type Person, people } from '../people/person.ts';
import { familyOf, type Registered, takePlace } from '../people/register.ts';
import { type Records, retrying, type Stored } from '../records.ts';
import { dropFamily } from './merge-accounts.ts';

/** Takes a person whose account is empty into a family, at the place kept for them; the family they had alone is gone. */
export const moveInto = async (
  records: Records,
  { id, familyId: before }: Stored<Person>,
  familyId: FamilyId,
  memberId?: string,
): Promise<Registered> => {
  const person = await retrying(async (): Promise<Stored<Person> | 'conflict'> => {
    const current = await records.read(people, id, id);
    if (!current) return 'conflict';
    const next: Person = { ...current, familyId };
    const commit = await records.commit(id, [{ put: next, ifMatch: current._etag }]);
    return commit.ok ? { ...next, _etag: commit.etags[0] ?? '' } : 'conflict';
  });
  await takePlace(records, familyId, { userId: id, name: person.name, memberId });
  await dropFamily(records, { id, familyId: before });
  return { person, family: await familyOf(records, person), created: true };
};
