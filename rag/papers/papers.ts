import { sayDay } from '../../trips/dates.ts';
import { families, type Member, type Preferences } from '../../trips/families/family.ts';
import type { ItineraryItem } from '../../trips/itineraries/itinerary.ts';
import { latestItinerary } from '../../trips/itineraries/latest-itinerary.ts';
import { messages, type TripMessage } from '../../trips/messages/message.ts';
import { sayMoney } from '../../trips/money.ts';
import { type Poll, polls } from '../../trips/polls/poll.ts';
import type { Records } from '../../trips/records.ts';
import { type Reservation, reservations } from '../../trips/reservations/reservation.ts';
import { cleanLine } from '../ingest/clean-text.ts';
import type { ReaderScope } from '../library.ts';
import type { PaperKind } from '../search-index.ts';

/** Something the trip's records say, as a document would: a title, and sentences that can be quoted. */
export interface Paper {
  readonly id: string;
  readonly kind: PaperKind;
  readonly name: string;
  readonly heading?: string | undefined;
  readonly lines: readonly string[];
  /** Of what people wrote: 0 the oldest, 1 the newest. */
  readonly recency?: number | undefined;
}

/** Messages that are looked at, the latest. */
const MOST_MESSAGES = 300;

/**
 * What the records say that the scope may read: polls and their outcome, the newest plan, reservations, what people
 * wrote to everyone, and the reader's own family's wishes. Made anew for each question and kept nowhere: what is sealed
 * in the store never lies open in an index.
 */
export const papersFor = async (records: Records, { tripId, familyId }: ReaderScope): Promise<readonly Paper[]> => {
  const [allPolls, plan, booked, said, family] = await Promise.all([
    records.list(polls, tripId),
    latestItinerary(records, tripId),
    records.list(reservations, tripId),
    records.list(messages, tripId),
    familyId === undefined ? undefined : records.read(families, familyId, familyId),
  ]);
  return [
    ...allPolls.map(pollPaper),
    ...(plan?.days ?? []).map(({ date, items }): Paper => {
      return {
        ...{ id: plan?.id ?? '', kind: 'itinerary', name: 'The plan', heading: sayDay(date) },
        lines: items.map(itineraryLine),
      };
    }),
    ...booked
      .filter(({ scope, bookedBy }) => scope === 'trip' || (familyId !== undefined && bookedBy === familyId))
      .map(reservationPaper),
    ...said
      .toSorted((a, b) => a.createdAt.localeCompare(b.createdAt))
      .slice(-MOST_MESSAGES)
      // Who asks does not answer.
      .filter(({ text }) => !text.trimEnd().endsWith('?'))
      .map((message, position, all) => ({ ...messagePaper(message), recency: (position + 1) / all.length })),
    ...(family ? [wishesPaper(family.id, family.preferences, family.members)] : []),
  ]
    .filter(({ lines }) => lines.length > 0)
    .map(cleaned);
};

/** One thing of the plan in a sentence. */
export const itineraryLine = ({ start, end, title, place, cost }: ItineraryItem): string => {
  const where = place === undefined || title.includes(place) ? '' : `, ${place}`;
  return `${start}-${end}: ${cleanLine(title)}${cleanLine(where)}${cost ? `, ${sayMoney(cost)}` : ''}.`;
};

/** People write links and pictures into messages, names and options as they do into documents; the same of it is kept. */
const cleaned = (paper: Paper): Paper => ({
  ...paper,
  name: cleanLine(paper.name),
  heading: paper.heading === undefined ? undefined : cleanLine(paper.heading),
  lines: paper.lines.map(cleanLine).filter((line) => line !== ''),
});

const pollPaper = ({ id, question, status, options, winner, explanation }: Poll): Paper => {
  const won = options.find(({ optionId }) => optionId === winner);
  const choices = options.map(({ text, price }) => (price ? `${text} (${sayMoney(price)} each)` : text)).join(', ');
  const lines =
    status === 'open'
      ? [`${question} The vote is still open: ${choices}.`]
      : [
          won ? `${question} Decided: ${won.text}.` : `${question} The vote ended without a decision.`,
          ...(explanation ? [explanation] : []),
        ];
  return { id, kind: 'poll', name: `Poll: ${question}`, lines };
};

const reservationPaper = (one: Reservation): Paper => {
  const { id, kind, name, startDate, startTime, endDate, endTime, confirmation, address, price, status } = one;
  const [begins, ends] = kind === 'lodging' ? ['Check-in', 'Check-out'] : ['Begins', 'Ends'];
  const at = (time: string | undefined): string => (time === undefined ? '' : ` at ${time}`);
  return {
    id,
    kind: 'reservation',
    name: `Reservation: ${name}`,
    lines:
      status === 'cancelled'
        ? [`${name} is cancelled.`]
        : [
            `${name}: ${begins} on ${sayDay(startDate)}${at(startTime)}.`,
            ...(endDate === undefined && endTime === undefined
              ? []
              : [`${name}: ${ends} on ${sayDay(endDate ?? startDate)}${at(endTime)}.`]),
            ...(confirmation ? [`${name}: confirmation number ${confirmation}.`] : []),
            ...(address ? [`${name}: address ${address}.`] : []),
            ...(price ? [`${name}: price ${sayMoney(price)} for everything booked.`] : []),
          ],
  };
};

const messagePaper = ({ id, userName, familyName, text, createdAt }: TripMessage): Paper => ({
  id,
  kind: 'chat',
  name: `${userName} (${familyName}), ${sayDay(createdAt.slice(0, 10))}`,
  lines: [text.replace(/\s+/g, ' ').trim()],
});

const wishesPaper = (
  id: string,
  { diet, allergies, mobility, budget, pace, unavailable, notes }: Preferences,
  members: readonly Member[],
): Paper => ({
  id,
  kind: 'wishes',
  name: 'Your family’s wishes',
  lines: [
    diet.length > 0 && `Your diet: ${diet.join(', ')}.`,
    allergies.length > 0 && `Your allergies: ${allergies.join(', ')}.`,
    mobility.length > 0 && `Getting about, you need: ${mobility.join(', ')}.`,
    budget && `Your budget for the whole trip: ${sayMoney(budget)}.`,
    pace && `The pace you like: ${pace}.`,
    unavailable.length > 0 && `Days you cannot do: ${unavailable.map((day) => sayDay(day)).join(', ')}.`,
    notes && `You also told me: ${notes}`,
    ...members.map(({ name, age }) => age !== undefined && `${name} is ${age} years old.`),
  ].flatMap((line) => (line ? [line] : [])),
});
