import { type Family, families } from '../families/family.ts';
import { type Records, retrying, type Stored } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import { refreshSeats } from '../trips/seats.ts';
import { type Person, people } from './person.ts';
import { familyNameOf } from './register.ts';

/** What somebody is called until they say. */
export const UNNAMED = 'Guest';

/** Whether a person has not said their name yet. */
export const isUnnamed = ({ name }: Pick<Person, 'name'>): boolean => name === UNNAMED;

/** Calls a person by a new name, and their family by its last word as long as it has none of its own. */
export const renamePerson = async (
  records: Records,
  personId: string,
  name: string,
): Promise<Outcome<{ person: Stored<Person>; family: Family }>> => {
  const tidy = name.trim().replace(/\s+/g, ' ').slice(0, 60);
  if (tidy === '') return rejected('invalid', 'a name is needed');
  const named = await retrying(async (): Promise<Outcome<{ person: Stored<Person> }> | 'conflict'> => {
    const current = await records.read(people, personId, personId);
    if (!current) return rejected('not-found');
    if (current.restrictedAt !== undefined) return rejected('restricted');
    const next: Person = { ...current, name: tidy };
    const commit = await records.commit(personId, [{ put: next, ifMatch: current._etag }]);
    return commit.ok ? { ok: true, person: { ...next, _etag: commit.etags[0] ?? '' } } : 'conflict';
  });
  if (!named.ok) return named;
  const { person } = named;
  const family = await retrying(async () => {
    const current = await records.read(families, person.familyId, person.familyId);
    if (!current) return undefined;
    const next: Family = {
      ...current,
      name: current.name === UNNAMED ? familyNameOf(tidy) : current.name,
      members: current.members.map((member) => (member.userId === personId ? { ...member, name: tidy } : member)),
    };
    const commit = await records.commit(next.id, [{ put: next, ifMatch: current._etag }]);
    return commit.ok ? next : 'conflict';
  });
  if (!family) return rejected('not-found');
  await refreshSeats(records, family);
  return { ok: true, person, family };
};
