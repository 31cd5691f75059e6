import { z } from 'zod';
import type { Choice, Reply } from '../../cards/reply.ts';
import { askLibrary } from '../understanding/spanish/ask-library.ts';
import { type BookingWish, readBookingWish } from '../understanding/wants-booking.ts';
import { skill, type TripContext } from './skill.ts';

/** What families may vote on before anything is booked, in the words that polls are found by. */
const UNDECIDED = { table: 'where to eat', bed: 'where to stay', visit: 'what to do', ride: undefined } as const;
/** What is asked of the papers about a place that one would book. */
const ASKED = ['booking', 'phone number', 'opening hours'] as const;

const letters = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** What the papers say that helps to book at a place: how, by which number, when it is open. */
const inPapers = async (context: TripContext, at: string): Promise<Pick<Reply, 'text' | 'citations'> | undefined> => {
  const { house, member, group, words } = context;
  const scope = { tripId: member.trip.id, familyId: group ? undefined : member.participation.familyId };
  for (const thing of ASKED) {
    const answer = await askLibrary(house.library, { text: `${at} ${thing}`, scope, history: [] }, words.language);
    if (answer.found && letters(answer.text).includes(letters(at)))
      return { text: answer.text, citations: answer.citations };
  }
  return undefined;
};

const nextSteps = ({ what, at, day }: BookingWish, { words }: TripContext): readonly Choice[] => {
  const { bookings } = words;
  const open = UNDECIDED[what];
  const vote = open !== undefined && at === undefined && `${open}${day === undefined ? '' : ` ${day}`}`;
  return [
    { label: bookings.noteOnceBooked, act: { skill: 'add-reservation', input: {} } },
    ...(vote ? [{ label: bookings.voteFirst, act: { skill: 'magic-poll', input: { words: vote } } }] : []),
  ];
};

export const cannotBookSkill = skill({
  name: 'cannot-book',
  description: 'Says that I book nothing myself, and what helps when something is to be booked',
  who: 'member',
  reads: true,
  input: z.object({ said: z.string().max(300).optional() }),
  commands: ['book a table', 'book us a table', 'book a hotel', 'book tickets'],
  claims: (text) => readBookingWish(text) !== undefined,
  examples: [
    'can you book us a table',
    'book a table at the taverna for saturday at 8',
    'please reserve a room for us',
    'could you make a reservation for six',
    'get us tickets for the museum',
    'can you buy the train tickets',
  ],
  read: (text) => ({ said: text.slice(0, 300) }),
  run: async (context, { said = '' }) => {
    const { bookings } = context.words;
    const wish = readBookingWish(said) ?? { what: 'visit' };
    const papers = wish.at === undefined ? undefined : await inPapers(context, wish.at);
    return {
      text: [bookings.bookNothing, ...(papers ? [bookings.papersSay(papers.text)] : []), bookings.iCan].join(' '),
      ...(papers && { citations: papers.citations }),
      choices: nextSteps(wish, context),
    };
  },
});
