import type { Reply } from '../../cards/reply.ts';
import type { Words } from '../../cards/words/catalogue.ts';
import { sayFamily } from '../../trips/families/family.ts';
import { oneSlip } from '../../trips/one-slip.ts';
import { people } from '../../trips/people/person.ts';
import type { Records } from '../../trips/records.ts';
import type { Participation } from '../../trips/trips/trip.ts';

/** From so many letters on a name may have a slip. */
const SHORTEST_SLIP = 5;

/** A family of the trip by what people call it: `Silva`, `the Silvas`, `Ruizes`, `silva's`. */
const familyCalled = (seats: readonly Participation[], name: string): Participation | undefined => {
  const said = name
    .trim()
    .toLowerCase()
    .replace(/^the | family$|['’]s?$/g, '');
  const named = (seat: Participation): readonly string[] => {
    const known = seat.familyName.toLowerCase();
    return [known, `${known}s`, sayFamily(seat.familyName).toLowerCase().replace(/^the /, '')];
  };
  const exact = seats.find((seat) => named(seat).includes(said));
  if (exact || said.length < SHORTEST_SLIP) return exact;
  const near = seats.filter((seat) => named(seat).some((one) => one.length >= SHORTEST_SLIP && oneSlip(one, said)));
  return near.length === 1 ? near[0] : undefined;
};

/** The same, or by the first name of the one grown-up who speaks for it: `Luis`. */
export const familyOf = async (
  records: Records,
  seats: readonly Participation[],
  name: string,
): Promise<Participation | undefined> => {
  const called = familyCalled(seats, name);
  if (called) return called;
  const first = (words = ''): string => words.trim().toLowerCase().split(/\s+/)[0] ?? '';
  const admins = await Promise.all(seats.map(({ adminId }) => records.read(people, adminId, adminId)));
  const theirs = seats.filter((_, at) => name !== '' && first(admins[at]?.name) === first(name));
  return theirs.length === 1 ? theirs[0] : undefined;
};

/** Says which families there are. */
export const unknownFamily = (seats: readonly Participation[], name: string, { say, money: said }: Words): Reply => ({
  text: said.unknownFamily(
    name,
    seats.map(({ familyName }) => say.family(familyName)),
  ),
});
