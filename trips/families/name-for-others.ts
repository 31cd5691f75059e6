import type { Person } from '../people/person.ts';
import type { Records } from '../records.ts';
import { isMinor } from './age-band.ts';
import { families } from './family.ts';

/** What other families call a person: a minor is `child, 8` to them, never a name. */
export const nameForOthers = async (
  records: Records,
  { id, name, familyId, ageBand }: Pick<Person, 'id' | 'name' | 'familyId' | 'ageBand'>,
): Promise<string> => {
  const family = await records.read(families, familyId, familyId);
  const seat = family?.members.find(({ userId }) => userId === id);
  const young = (ageBand !== undefined && isMinor(ageBand)) || seat?.child === true || (seat?.age ?? 18) < 18;
  if (!young) return name;
  return seat?.age === undefined ? 'child' : `child, ${seat.age}`;
};
