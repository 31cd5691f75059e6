import { z } from 'zod';
import { tripsOf } from '../../trips/trips/create-trip.ts';
import { introduction } from './help.ts';
import { skill } from './skill.ts';

export const useTripSkill = skill({
  name: 'use-trip',
  description: 'Chooses which of your trips we talk about',
  who: 'anyone',
  input: z.object({ trip: z.string().max(120).optional() }),
  commands: ['use trip', 'switch trip', 'my trips', 'trips', 'change trip', 'switch to'],
  examples: [
    'go back to the other trip',
    'i mean the Sicily trip',
    'switch trips',
    'use the other holiday',
    'what trips am i part of',
    'let us talk about our ski holiday instead',
    'switch to the rome trip',
    'use trip Lisbon 2027',
    'which trips do i have',
    'list my trips',
    'talk about the other trip',
    'change to the ski trip',
    'go back to the Rome trip',
    'i was talking about the other trip',
    'not this trip, the ski one',
    'can we talk about a different trip',
    'what trips do i have with you',
    'show all my holidays',
    'jump to our Greece trip',
    'lets talk about the other holiday for a moment',
    'back to our Paris trip please',
    'what is the list of trips i am part of',
    'which holidays am i in',
  ],
  read: (text) => ({
    trip: /(?:use|switch|change)(?: to)?(?: the| my)?(?: trip)?\s+(.{2,})$/i
      .exec(text)?.[1]
      ?.replace(/\s+trip$/i, '')
      .trim(),
  }),
  run: async (context, { trip }) => {
    const seats = context.person ? await tripsOf(context.house.records, context.person) : [];
    if (seats.length === 0) return introduction(context);
    const wanted = trip?.toLowerCase();
    const found = seats.filter(
      ({ tripId, tripName }) => wanted !== undefined && (tripId === trip || tripName.toLowerCase().includes(wanted)),
    );
    const [only] = found.length === 1 ? found : wanted === undefined && seats.length === 1 ? seats : [];
    if (only) {
      context.speakOf(only.tripId);
      return { text: context.words.trip.using(only.tripName) };
    }
    return {
      text: found.length > 1 || trip === undefined ? context.words.trip.which : context.words.trip.whichInstead(trip),
      choices: (found.length > 1 ? found : seats).map(({ tripId, tripName }) => ({
        label: tripName,
        act: { skill: 'use-trip', input: { trip: tripId } },
      })),
    };
  },
});
