import { z } from 'zod';
import type { Reply } from '../../cards/reply.ts';
import type { Words } from '../../cards/words/catalogue.ts';
import { cancelReservation, changeReservation } from '../../trips/reservations/change-reservation.ts';
import { readableReservations } from '../../trips/reservations/readable-reservations.ts';
import { type Reservation, type ReservationKind, reservationFacts } from '../../trips/reservations/reservation.ts';
import { sayReservation, sayWhen } from '../../trips/reservations/say-reservation.ts';
import { familyNames } from '../../trips/trips/former-family.ts';
import { readBooking } from '../understanding/booking-words.ts';
import { sayRejection } from './say-rejection.ts';
import { skill, type TripContext } from './skill.ts';

const MOST_LISTED = 10;

/** What is booked and may be said here: before others nothing that a family keeps to itself. */
export const bookedHere = async ({ house, member, group }: TripContext): Promise<readonly Reservation[]> =>
  (await readableReservations(house.records, member)).filter(
    ({ status, scope }) => status === 'booked' && (!group || scope === 'trip'),
  );

const listing = (
  booked: readonly Reservation[],
  text: string,
  skillName: string,
  { bookings, language }: Words,
  more: object = {},
): Reply => ({
  text: booked.length > MOST_LISTED ? `${text} ${bookings.first(MOST_LISTED, booked.length)}` : text,
  choices: booked.slice(0, MOST_LISTED).map((one) => ({
    label: `${one.name}, ${sayWhen(one, language)}`,
    act: { skill: skillName, input: { reservationId: one.id, ...more } },
  })),
  private: booked.some(({ scope }) => scope === 'family'),
});

const none = ({ bookings }: Words): Reply => ({ text: bookings.none });

const BOOKED_THING =
  '(?:bookings?|reservations?|tables?|hotels?|flights?|trains?|(?:rental )?cars?|minivans?|vans?|tours?|tickets?|airbnb|villa|apartment|dinner|lunch|cruise|lessons?)';
const LISTS =
  /\b(?:what|which|show|list|see|any|all|our|give)\b.{0,30}\b(?:bookings|reservations)\b|\b(?:what|which|is anything|anything)\b.{0,30}\b(?:have we |is |are |did we )?(?:booked|reserved)\b/i;
const MOVED = new RegExp(
  `\\b${BOOKED_THING}\\b.{0,60}\\b(?:(?:has been|have been|was|were|is|got|now) (?:moved|changed|rescheduled|postponed)|moved to|is now|now costs?|price (?:has )?changed)\\b|\\b(?:change|update|correct|move)\\b.{0,40}\\b(?:bookings?|reservations?|confirmation (?:number|code))\\b`,
  'i',
);
const CALLED_OFF = new RegExp(
  `\\b(?:cancel(?:led|ed)?|call(?:ed)? off)\\b.{0,40}\\b${BOOKED_THING}\\b|\\b${BOOKED_THING}\\b.{0,40}\\b(?:cancel(?:led|ed)|called off|is off)\\b`,
  'i',
);
/** Is about something else, is a question, or is to be passed on. */
const ELSEWHERE =
  /\b(?:trip|polls?|reminders?|deadlines?|invitations?|expenses?|votes?)\b|\?\s*$|^(?:can|could|may|should) (?:we|i|one)\b|^(?:is|are|do|does|what|when|how|which|if|tell|let|inform|everyone|everybody|pass on|message|write to)\b|\bif we\b/i;

export const reservationsSkill = skill({
  name: 'reservations',
  description: 'Lists what is booked, with the details of each',
  who: 'member',
  reads: true,
  input: z.object({ reservationId: z.string().max(100).optional() }),
  commands: ['bookings', 'our bookings', 'reservations', 'our reservations', 'list bookings', 'what is booked'],
  claims: (text) => LISTS.test(text) && !CALLED_OFF.test(text) && !MOVED.test(text),
  examples: [
    'what have we booked so far',
    'show me our reservations',
    'which bookings do we have',
    'is the hotel booked yet',
    'list everything that is booked',
    "what's been booked",
    'anything booked yet',
    'has somebody booked the flights already',
    'show the reservations please',
    'what do we have reserved',
    'are the tickets booked',
    'list of bookings',
    'which hotels have we booked',
    'has anyone booked a hotel',
    'did somebody book the flights',
    'let me see the bookings',
    'what have people reserved up to now',
    'show what was reserved in detail',
  ],
  run: async (context, { reservationId }) => {
    const { words } = context;
    const booked = await bookedHere(context);
    if (booked.length === 0) return none(words);
    const one = booked.find(({ id }) => id === reservationId);
    if (!one) return listing(booked, words.bookings.soFar, 'reservations', words);
    const family = (await familyNames(context.house.records, one.tripId)).get(one.bookedBy);
    const by = family === undefined ? '' : ` ${words.bookings.by(words.say.family(family))}`;
    const { source } = one;
    return {
      text: `${sayReservation(one, words.language)}.${by}${source ? ' [1]' : ''}`,
      citations: source && [{ n: 1, ...source }],
      choices: [
        { label: words.bookings.cancelThis, act: { skill: 'cancel-reservation', input: { reservationId: one.id } } },
      ],
      private: one.scope === 'family',
    };
  },
});

const KIND_WORDS: readonly (readonly [RegExp, ReservationKind])[] = [
  [/\b(?:hotel|hostel|apartment|villa|house|rooms?|stay)\b/i, 'lodging'],
  [/\bflights?\b/i, 'flight'],
  [/\btrains?\b/i, 'train'],
  [/\b(?:car|van)\b/i, 'car'],
  [/\b(?:table|restaurant|dinner|lunch)\b/i, 'restaurant'],
  [/\b(?:tour|tickets?|cruise|lesson)\b/i, 'activity'],
];

/** The bookings that words may mean: those named, else those of the kind named. */
export const meantBy = (booked: readonly Reservation[], words: string): readonly Reservation[] => {
  const said = words.toLowerCase();
  const named = booked.filter(({ name }) => said.includes(name.toLowerCase()));
  if (named.length > 0) return named;
  const telling = booked.filter(({ name }) =>
    name
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .some(
        (word) =>
          word.length > 4 &&
          !/^(?:hotel|flight|train|table|rental|tickets|apartment)$/.test(word) &&
          said.includes(word),
      ),
  );
  if (telling.length > 0) return telling;
  const kind = KIND_WORDS.find(([pattern]) => pattern.test(words))?.[1];
  return booked.filter((one) => one.kind === kind);
};

export const changeReservationSkill = skill({
  name: 'change-reservation',
  description: 'Changes the days, time, price or confirmation of a booking',
  who: 'member',
  input: z.object({
    reservationId: z.string().max(100).optional(),
    said: z.string().max(2_000).optional(),
    change: reservationFacts.partial().optional(),
  }),
  meansByWords: true,
  commands: ['change booking', 'change the booking', 'change reservation', 'change the reservation'],
  onlyIf:
    /\d|\b(?:chang\w*|mov\w*|now|new|instead|updat\w*|correct\w*|different|resched\w*|postpon\w*|shift\w*|later|earlier|not|wrong|(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|cambi\w*|muev\w*|ahora|corrig\w*)\b/i,
  claims: (text) => MOVED.test(text) && !CALLED_OFF.test(text) && !ELSEWHERE.test(text),
  examples: [
    'change the hotel booking to 12-16 June',
    'the confirmation number of our hotel booking is XK4P2Q',
    'our table at the taverna moved to 8 pm',
    'the rental car now costs 240 euros',
    'the flight was moved to 11:15',
    'correct the price of the hotel booking to EUR 980',
    'the table is at 8 instead of 7',
    'dinner got pushed to 20:30',
    'the zoo booking is now on sunday',
    'our flight leaves an hour later, at 10:40',
    'the ferry was rescheduled to 9:45',
    'hotel stay changed to 4-8 may',
    'the car costs 300 euros now',
    'the new confirmation of the hotel is WX55PL',
    'put the climbing booking to 3pm',
    'our dinner is at 9 now instead of 8',
    'the tour starts at noon now',
    'push the table by an hour',
  ],
  read: (text) => ({ said: text.slice(0, 2_000) }),
  run: async (context, { reservationId, said = '', change }) => {
    const { house, member, conversation, words } = context;
    const booked = await bookedHere(context);
    if (booked.length === 0) return none(words);
    const { kind: _, name: __, ...read } = readBooking(said, member.trip, new Date(house.clock.now()));
    const given = change ?? Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
    const meant = reservationId === undefined ? meantBy(booked, said) : booked.filter(({ id }) => id === reservationId);
    const [only] = meant;
    if (!only || meant.length > 1) {
      return listing(meant.length > 1 ? meant : booked, words.bookings.whichChanges, 'change-reservation', words, {
        change: given,
      });
    }
    if (Object.keys(given).length === 0) {
      context.expect('said', { reservationId: only.id });
      return { text: words.bookings.whatChanges(only.name) };
    }
    const changed = await changeReservation(house.records, house.clock, member, only.id, given, {
      heardIn: conversation,
    });
    if (!changed.ok) return sayRejection(changed, words);
    const before = reservationFacts.partial().parse(only);
    context.changed(only.name, { skill: 'change-reservation', input: { reservationId: only.id, change: before } });
    return {
      text: words.bookings.changed(sayReservation(changed.reservation, words.language)),
      private: changed.reservation.scope === 'family',
    };
  },
});

export const cancelReservationSkill = skill({
  name: 'cancel-reservation',
  description: 'Notes that a booking is cancelled',
  who: 'member',
  input: z.object({
    reservationId: z.string().max(100).optional(),
    words: z.string().max(300).optional(),
    sure: z.boolean().optional(),
  }),
  meansByWords: true,
  commands: [
    'cancel booking',
    'cancel the booking',
    'cancel reservation',
    'cancel the reservation',
    'cancel the hotel',
  ],
  claims: (text) => CALLED_OFF.test(text) && !ELSEWHERE.test(text),
  examples: [
    'cancel the hotel booking',
    'we cancelled the rental car',
    'the table at the taverna is cancelled',
    'our flight booking was called off',
    'cancel our reservation of the boat tour',
    'the zoo booking is off',
    'they cancelled our ferry',
    'cancel the bikes',
    'we had to cancel the restaurant',
    'call off the musical booking',
    'the climbing park has been cancelled',
    "we do not go to Luigi's any more, cancel the table",
    'the hotel cancelled our room',
    'the tour was called off',
    "they can't take us, the table is gone",
  ],
  read: (text) => ({ words: text.slice(0, 300) }),
  run: async (context, { reservationId, words: said = '', sure }) => {
    const { house, member, conversation, words } = context;
    const { bookings } = words;
    const booked = await bookedHere(context);
    if (booked.length === 0) return none(words);
    const meant = reservationId === undefined ? meantBy(booked, said) : booked.filter(({ id }) => id === reservationId);
    const [only] = meant;
    if (!only || meant.length > 1) {
      return listing(meant.length > 1 ? meant : booked, bookings.whichIsCancelled, 'cancel-reservation', words);
    }
    if (!sure) {
      return {
        text: bookings.noteCancelled(only.name, sayWhen(only, words.language)),
        choices: [
          {
            label: only.scope === 'trip' ? bookings.yesCancelledTell : bookings.yesCancelled,
            act: { skill: 'cancel-reservation', input: { reservationId: only.id, sure: true } },
          },
          { label: bookings.noKeep, act: { skill: 'reservations', input: {} } },
        ],
        private: only.scope === 'family',
      };
    }
    const cancelled = await cancelReservation(house.records, house.clock, member, only.id, { heardIn: conversation });
    if (!cancelled.ok) return sayRejection(cancelled, words);
    const known = reservationFacts.parse(only);
    context.changed(only.name, { skill: 'add-reservation', input: { known, scope: only.scope } });
    return { text: bookings.cancelled(only.name), private: only.scope === 'family' };
  },
});
