import type { Words } from '../../cards/words/catalogue.ts';
import { people } from '../../trips/people/person.ts';
import { missing, type Succession, successions } from '../../trips/succession/succession.ts';
import { familiesIn } from '../../trips/trips/create-trip.ts';
import type { Participation, Trip } from '../../trips/trips/trip.ts';
import type { Announcers, AnnouncingHouse } from './announcement.ts';

const nameOf = (seats: readonly Participation[], id: string | undefined, { say, news }: Words): string =>
  say.family(seats.find(({ familyId }) => familyId === id)?.familyName ?? news.otherFamily);

/** Who is to organize, by name and family. */
const sayNominee = async (
  { records }: Pick<AnnouncingHouse, 'records'>,
  seats: readonly Participation[],
  { nominee }: Succession,
  words: Words,
): Promise<string> => {
  const seat = seats.find(({ familyId }) => familyId === nominee);
  const person = seat && (await records.read(people, seat.adminId, seat.adminId));
  return words.news.nominee(person?.name, nameOf(seats, nominee, words));
};

/** Where a proposal stands, in words. */
export const sayProposal = async (
  house: Pick<AnnouncingHouse, 'records'>,
  trip: Trip,
  succession: Succession,
  words: Words,
): Promise<string> => {
  const { say, news } = words;
  const seats = await familiesIn(house.records, trip.id);
  const who = await sayNominee(house, seats, succession, words);
  const proposed = news.proposed(nameOf(seats, succession.proposedBy, words), who, trip.name);
  if (succession.takesEffectAt !== undefined)
    return `${proposed} ${news.takesEffect(say.instant(succession.takesEffectAt, trip.timeZone))}`;
  const open = missing(succession, seats, trip.organizerId).map(({ familyName }) => say.family(familyName));
  return `${proposed} ${news.mustAgree(say.list(open))}`;
};

export const successionAnnouncers: Announcers<'succession-proposed' | 'succession-ended'> = {
  // No topic: who organizes concerns everyone, and the organizer most of all.
  'succession-proposed': {
    say: async (house, trip, { successionId }, to, words) => {
      const { news } = words;
      const succession = await house.records.read(successions, trip.id, successionId);
      if (succession?.status !== 'open') return undefined;
      const said = await sayProposal(house, trip, succession, words);
      if (to.group) return { reply: { text: said } };
      if (to.userId === trip.organizerId) return { reply: { text: `${said} ${news.objectToStay}` } };
      const seats = await familiesIn(house.records, trip.id);
      const decides = missing(succession, seats, trip.organizerId).some(({ adminId }) => adminId === to.userId);
      return { reply: { text: decides ? `${said} ${news.doYouAgree}` : said } };
    },
  },
  'succession-ended': {
    say: async ({ records }, trip, { successionId }, _to, words) => {
      const succession = await records.read(successions, trip.id, successionId);
      const organizer = await records.read(people, trip.organizerId, trip.organizerId);
      if (!succession || !organizer) return undefined;
      const seats = await familiesIn(records, trip.id);
      const objected = succession.endedBy && nameOf(seats, succession.endedBy, words);
      return { reply: { text: words.news.staysOrganizer(organizer.name, trip.name, objected) } };
    },
  },
};
