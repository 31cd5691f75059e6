import { sayInstant } from '../../trips/dates.ts';
import { sayFamily } from '../../trips/families/family.ts';
import { listed } from '../../trips/listed.ts';
import { people } from '../../trips/people/person.ts';
import { missing, type Succession, successions } from '../../trips/succession/succession.ts';
import { familiesIn } from '../../trips/trips/create-trip.ts';
import type { Participation, Trip } from '../../trips/trips/trip.ts';
import type { Announcers, AnnouncingHouse } from './announcement.ts';

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
const nameOf = (seats: readonly Participation[], id: string | undefined): string =>
  sayFamily(seats.find(({ familyId }) => familyId === id)?.familyName ?? 'other');

/** Who is to organize, by name and family. */
const sayNominee = async (
  { records }: Pick<AnnouncingHouse, 'records'>,
  seats: readonly Participation[],
  { nominee }: Succession,
): Promise<string> => {
  const seat = seats.find(({ familyId }) => familyId === nominee);
  const person = seat && (await records.read(people, seat.adminId, seat.adminId));
  return `${person?.name ?? 'the admin'} of ${nameOf(seats, nominee)}`;
};

/** Where a proposal stands, in words. */
export const sayProposal = async (
  house: Pick<AnnouncingHouse, 'records'>,
  trip: Trip,
  succession: Succession,
): Promise<string> => {
  const seats = await familiesIn(house.records, trip.id);
  const who = await sayNominee(house, seats, succession);
  const proposed = `${capital(nameOf(seats, succession.proposedBy))} propose that ${who} organizes ${trip.name}, because its organizer can't be reached.`;
  if (succession.takesEffectAt !== undefined)
    return `${proposed} It comes about at ${sayInstant(succession.takesEffectAt, trip.timeZone)} unless the organizer says OBJECT.`;
  const open = missing(succession, seats, trip.organizerId).map(({ familyName }) => sayFamily(familyName));
  return `${proposed} Every other family must agree; ${open.length === 0 ? 'all have' : `missing: ${listed(open)}`}.`;
};

export const successionAnnouncers: Announcers<'succession-proposed' | 'succession-ended'> = {
  // No topic: who organizes concerns everyone, and the organizer most of all.
  'succession-proposed': {
    say: async (house, trip, { successionId }, to) => {
      const succession = await house.records.read(successions, trip.id, successionId);
      if (succession?.status !== 'open') return undefined;
      const said = await sayProposal(house, trip, succession);
      if (to.group) return { reply: { text: said } };
      if (to.userId === trip.organizerId)
        return { reply: { text: `${said} If you are there, say OBJECT: then you stay the organizer.` } };
      const seats = await familiesIn(house.records, trip.id);
      const decides = missing(succession, seats, trip.organizerId).some(({ adminId }) => adminId === to.userId);
      return { reply: { text: decides ? `${said} Do you agree? Say AGREE or OBJECT.` : said } };
    },
  },
  'succession-ended': {
    say: async ({ records }, trip, { successionId }) => {
      const succession = await records.read(successions, trip.id, successionId);
      const organizer = await records.read(people, trip.organizerId, trip.organizerId);
      if (!succession || !organizer) return undefined;
      const seats = await familiesIn(records, trip.id);
      const why =
        succession.endedBy === undefined
          ? 'Not every family agreed in time'
          : `${capital(nameOf(seats, succession.endedBy))} object`;
      return { reply: { text: `${why}: ${organizer.name} stays the organizer of ${trip.name}.` } };
    },
  },
};
