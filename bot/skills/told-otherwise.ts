import type { Reply } from '../../cards/reply.ts';
import type { Reservation } from '../../trips/reservations/reservation.ts';
import { sayReservation } from '../../trips/reservations/say-reservation.ts';
import { bookedHere, meantBy } from './reservations.ts';
import type { TripContext } from './skill.ts';
import { tellOwn } from './who-am-i.ts';

/** Asks what the speaker's own family needs, which they told themselves and no others hear. */
const OWN_NEEDS =
  /\b(?:what|which|any|are|do|did|who)\b.{0,30}\b(?:we|i|our|my|us)\b.{0,25}\b(?:allerg\w+|intoleran\w+|diets?|dietary|food needs)\b|\b(?:allerg\w+|intoleran\w+|diets?|dietary needs)\b.{0,15}\b(?:do|have|did) (?:we|i)\b|(?<!\p{L})(?:qu[eé]|cu[aá]les?|a qu[eé])(?!\p{L}).{0,20}(?:nuestras?|mis?|somos|tenemos|soy|tengo).{0,20}al[eé]rgi/iu;

/** What may be asked of a booking, and which of them say it. */
const ASKED_OF_BOOKING: readonly (readonly [RegExp, (one: Reservation) => unknown])[] = [
  [
    /\b(?:ref|reference|confirmation|conf|pnr|locator|localizador|(?:booking|reservation) (?:number|no|code|id)|c[oó]digo de (?:la )?reserva)\b/i,
    ({ confirmation }) => confirmation,
  ],
  [/\b(?:what time|when|until when|by when|a qu[eé] hora|cu[aá]ndo)\b/i, ({ startDate }) => startDate],
  [/\b(?:how much|what did .{0,20}cost|price|cu[aá]nto)\b/i, ({ price }) => price],
];

/** The bookings that a question asks something of which they say. */
const bookingsAsked = (booked: readonly Reservation[], question: string): readonly Reservation[] => {
  const says = ASKED_OF_BOOKING.find(([words]) => words.test(question))?.[1];
  if (!says) return [];
  const saying = booked.filter(says);
  const meant = meantBy(saying, question);
  // A reference belongs to a booking, also where none is named.
  return meant.length > 0 || says !== ASKED_OF_BOOKING[0]?.[1] ? meant : saying;
};

/**
 * What a question is answered with that stands in no document: a booking that was noted here, or what the family told of
 * itself, the latter to themselves alone. Nothing when it asks for neither.
 */
export const toldOtherwise = async (context: TripContext, question: string): Promise<Reply | undefined> => {
  const { group, words } = context;
  if (OWN_NEEDS.test(question)) return group ? { text: words.talk.privateInGroup } : tellOwn(context);
  const asked = bookingsAsked(await bookedHere(context), question);
  if (asked.length === 0) return undefined;
  return {
    text: asked.map((one) => `${sayReservation(one, words.language)}.`).join(' '),
    private: asked.some(({ scope }) => scope === 'family'),
  };
};
