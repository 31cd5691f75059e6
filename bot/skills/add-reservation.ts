import { z } from 'zod';
import type { Reply } from '../../cards/reply.ts';
import type { Words } from '../../cards/words/catalogue.ts';
import { documentScope } from '../../trips/documents/document.ts';
import { readableDocument } from '../../trips/documents/readable-documents.ts';
import { idFrom } from '../../trips/ids.ts';
import { addReservation } from '../../trips/reservations/add-reservation.ts';
import { type FoundReservation, findReservations } from '../../trips/reservations/find-in-document.ts';
import { type Reservation, reservationFacts } from '../../trips/reservations/reservation.ts';
import { sayReservation } from '../../trips/reservations/say-reservation.ts';
import { readBooking } from '../understanding/booking-words.ts';
import { readDayRange } from '../understanding/dates.ts';
import { isQuestion } from '../understanding/question.ts';
import { tellsOfSpending } from '../understanding/spending.ts';
import { sayRejection } from './say-rejection.ts';
import { skill, type TripContext } from './skill.ts';

const PRIVATE =
  /\b(?:private|only (?:for )?(?:us|our family|my family)|just (?:for )?us|keep (?:it|this|that) to us|between us)\b/i;

const BOOKED =
  /^(?:please |pls |note (?:down )?that |note (?:down )?|put down that )*(?:we|i|our family|my \w+)(?:'ve| have|'d| had)?(?: just| already)? (?:booked|reserved)\b|\b(?:is|are) (?:booked|reserved) (?:at|for|from|on|in)\b|^(?:booked|reserved|got)\b.{2,80}\b(?:\d|mon|tues|wednes|thurs|fri|satur|sun)|\b(?:note|put|write) down our\b.{2,60}\b(?:from|on|at)\b|\b(?:we|i)(?:'ve| have)? made a (?:booking|reservation)\b/i;
const FLIES =
  /^(?:(?:hi|hey|ok|so)[, ]+)*(?:we|i|our (?:plane|flight|train|ferry))(?:'re| are|'ll| will)? ?(?:be )?(?:fly(?:ing)?|land(?:s|ing)?|arriv(?:e|es|ing)|depart(?:s|ing)?|leav(?:e|es|ing)|get(?:s|ting)? in|tak(?:e|ing))\b/i;
/** `FR2011`, `fr2011`, `TP 1351`: "at 10" is none. */
const FLIGHT_NUMBER = /\b(?:(?:[A-Z]{2}|[A-Z]\d|\d[A-Z]) ?\d{3,4}|[a-z]{2}\d{3,4})\b/;
const OTHERWISE = /\?\s*$|\b(?:not|never|paid|cancel\w*|moved|instead)\b|n't\b/i;

const input = z.object({
  /** Words to read the rest from: what they mean hangs on the trip's days. */
  said: z.string().max(2_000).optional(),
  known: reservationFacts.partial().optional(),
  scope: documentScope.optional(),
  /** The words answer the question what it is called. */
  called: z.boolean().optional(),
});

export const addReservationSkill = skill({
  name: 'add-reservation',
  description: 'Notes what you booked: hotel, flight, table, tour',
  who: 'member',
  input,
  oneAtATime: true,
  commands: [
    'add booking',
    'add a booking',
    'new booking',
    'add reservation',
    'we booked',
    'i booked',
    'we have booked',
  ],
  wordSlots: ['name'],
  readSlots: ['name', 'dates'],
  onlyIf:
    /\d|\b(?:booked|reserved|made|got|have|has|had|bought|took|goes|leaves?|departs?|lands?|fl(?:y|ies)|is|are|it['’]?s|add|note|(?:mon|tues|wednes|thurs|fri|satur|sun)day|reserv[aoée]\w*|tenemos|compr\w+|sale|anota|apunta)\b/iu,
  claims: (text) =>
    !tellsOfSpending(text) &&
    (BOOKED.test(text) || (FLIES.test(text) && FLIGHT_NUMBER.test(text))) &&
    !OTHERWISE.test(text),
  examples: [
    'we booked Hotel Miradouro 11 to 15 June, confirmation ABC123, 940 euros',
    'I booked a table at the taverna for Friday at 8pm',
    'our flight TP1351 leaves on 11 June at 9:40',
    'we have reserved a rental car from 3 to 10 July',
    'the museum tickets are booked for Sunday at 10',
    'note that we booked the boat tour on Saturday at 14:00',
    'we booked our own train to Porto, keep it to us',
    'I have made a reservation at the steak house for Tuesday 19:30',
    'the apartment is booked from 2 to 9 August for EUR 1,200',
    "we reserved a table at Luigi's on sunday at 19:00",
    'got the hotel: Park Inn from 3 to 7 may',
    'the hire car is booked from 2 to 9 july',
    'our ferry goes on 4 july at 8:30',
    'booked the zoo tickets for saturday',
    'i got us tickets for the musical on 5 may at 20:00',
    'my wife booked the climbing park, sunday 11 am',
    'flight LH1178 is booked for 3 july 6:45',
    'train tickets are bought, 9 may 7:58',
    'just reserved bikes for monday, 80 euros',
    'the surf course is booked on tuesday at 10, confirmation QX91ZT',
    'the sitter is booked for friday 8pm, keep that private',
    'we have a table at Bella Vista on monday 8pm',
    'got tickets for the zoo tomorrow at 10',
    'i reserved two rooms at the Astoria',
    "we're on the 9:15 ferry, it's booked",
    'we land at 2pm on the 8th with Ryanair FR2011, conf code XK3P9Q',
    'we fly in on BA2490 on 3 july, 11:20',
  ],
  read: (text, { expectedSlot, house }) => {
    // What asks something is no name, and what names no day is no answer when it is.
    if (expectedSlot === 'name' && isQuestion(text)) return {};
    if (expectedSlot === 'dates' && !readDayRange(text, new Date(house.clock.now()))) return {};
    return { said: text.slice(0, 2_000), called: expectedSlot === 'name' || undefined };
  },
  run: async (context, { said, known, scope, called }) => {
    const { house, member, conversation, group, words: speech } = context;
    const now = new Date(house.clock.now());
    const read = said === undefined ? {} : defined(readBooking(said, member.trip, now));
    const words = called ? said?.trim().slice(0, 100) : undefined;
    const facts = { kind: 'other' as const, name: words, ...read, ...defined(known ?? {}) };
    const keptTo = scope ?? (said !== undefined && PRIVATE.test(said) && !group ? 'family' : undefined);
    const ask = (slot: string, text: string): Reply => {
      context.expect(slot, { known: facts, scope: keptTo });
      return { text };
    };
    if (facts.name === undefined) return ask('name', speech.documents.whatBooked);
    if (facts.startDate === undefined) return ask('dates', speech.documents.whenIs(facts.name));
    const added = await addReservation(
      house.records,
      house.clock,
      member,
      {
        ...facts,
        name: facts.name,
        startDate: facts.startDate,
        id: idFrom('reservation', conversation, context.eventId),
        scope: keptTo,
      },
      conversation,
    );
    if (!added.ok) return sayRejection(added, speech);
    const { id, name } = added.reservation;
    context.changed(name, { skill: 'cancel-reservation', input: { reservationId: id, sure: true } });
    return sayNoted([added.reservation], speech);
  },
});

const defined = <T extends object>(facts: T): Partial<T> =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Partial<T>;

const sayNoted = (noted: readonly Reservation[], { documents, language }: Words): Reply => {
  const own = noted.some(({ scope }) => scope === 'family');
  return {
    text: documents.noted(
      noted.map((one) => sayReservation(one, language)),
      own,
    ),
    private: own,
  };
};

/** Asks whether the bookings that documents state shall be noted; nothing when they state none. */
export const offerFound = async (
  { house, member, words: { documents, language } }: Pick<TripContext, 'house' | 'member' | 'words'>,
  documentIds: readonly string[],
): Promise<Pick<Reply, 'text' | 'choices'> | undefined> => {
  const found = await foundIn({ house, member }, documentIds);
  if (found.length === 0) return undefined;
  const said = found.map((one) => sayReservation(one, language));
  return {
    text: documents.bookingsFound(said, documentIds.length),
    choices: [
      { label: documents.noteThem(found.length), act: { skill: 'note-found', input: { documentIds } } },
      { label: documents.leaveThem, act: { skill: 'back', input: {} } },
    ],
  };
};

const foundIn = async (
  { house, member: { trip, participation } }: Pick<TripContext, 'house' | 'member'>,
  documentIds: readonly string[],
): Promise<readonly FoundReservation[]> => {
  const { startDate, endDate, budget } = trip;
  if (startDate === undefined || endDate === undefined) return [];
  const all = await house.library.passages({ tripId: trip.id, familyId: participation.familyId });
  const days = { startDate, endDate, currency: budget?.currency };
  return documentIds.flatMap((id) =>
    findReservations(
      all.filter(({ documentId }) => documentId === id),
      days,
    ),
  );
};

/** Notes what was found in a document, after its sender said yes. The document is read again: buttons carry only its name. */
export const noteFoundSkill = skill({
  name: 'note-found',
  description: 'Notes the bookings found in a document',
  who: 'member',
  input: z.object({ documentIds: z.array(z.string().max(100)).max(20).optional() }),
  commands: [],
  examples: [],
  run: async (context, { documentIds = [] }) => {
    const { house, member, conversation, words } = context;
    const noted: Reservation[] = [];
    const refused: Reply[] = [];
    for (const one of await foundIn(context, documentIds)) {
      const document = await readableDocument(house.records, member, one.source.documentId);
      if (!document) continue;
      const { scope } = document;
      const owner = scope === 'family' ? member.participation.familyId : '';
      const id = idFrom(
        'reservation',
        member.trip.id,
        document.id,
        owner,
        one.name,
        one.startDate,
        one.startTime ?? '',
      );
      const added = await addReservation(house.records, house.clock, member, { ...one, id, scope }, conversation);
      if (added.ok) noted.push(added.reservation);
      else refused.push(sayRejection(added, words));
    }
    if (noted.length > 0) return sayNoted(noted, words);
    return refused[0] ?? { text: words.documents.noBookingThere };
  },
});
