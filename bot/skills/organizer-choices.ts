import type { Act, Choice } from '../../cards/reply.ts';
import type { Words } from '../../cards/words/catalogue.ts';
import { sayFamily } from '../../trips/families/family.ts';
import { people } from '../../trips/people/person.ts';
import type { Records } from '../../trips/records.ts';
import { familiesIn } from '../../trips/trips/create-trip.ts';
import type { Participation, Trip } from '../../trips/trips/trip.ts';

/** The admins who could organize the trip instead, those meant by `name` alone when there are any; a choice each. */
export const adminChoices = async (
  records: Records,
  trip: Pick<Trip, 'id' | 'organizerId'>,
  { name, words: { news, say } }: { readonly name: string | undefined; readonly words: Pick<Words, 'news' | 'say'> },
  actOf: (seat: Participation) => Act,
): Promise<readonly Choice[]> => {
  const others = (await familiesIn(records, trip.id)).filter(({ adminId }) => adminId !== trip.organizerId);
  const admins = await Promise.all(
    others.map(async (seat) => ({ seat, admin: await records.read(people, seat.adminId, seat.adminId) })),
  );
  const said = name?.toLowerCase() ?? '';
  const meant = admins.filter(
    ({ seat, admin }) =>
      said !== '' &&
      (admin?.name.toLowerCase().split(' ')[0] === said ||
        admin?.name.toLowerCase() === said ||
        seat.familyName.toLowerCase() === said ||
        sayFamily(seat.familyName).toLowerCase() === `the ${said}`),
  );
  return (meant.length > 0 ? meant : admins).map(({ seat, admin }) => ({
    label: news.nominee(admin?.name, say.family(seat.familyName)),
    act: actOf(seat),
  }));
};
