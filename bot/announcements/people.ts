import { familiesIn } from '../../trips/trips/create-trip.ts';
import type { Announcers } from './announcement.ts';

export const peopleAnnouncers: Announcers<'family-joined' | 'family-left'> = {
  'family-joined': {
    topic: 'people',
    say: async ({ records }, trip, { familyName }) => {
      const count = (await familiesIn(records, trip.id)).length;
      return {
        reply: {
          text: `The ${familyName} family has joined ${trip.name}: ${count === 1 ? 'one family' : `${count} families`} now.`,
        },
      };
    },
  },
  'family-left': {
    topic: 'people',
    say: async ({ records }, trip, { familyName, removed }) => {
      const count = (await familiesIn(records, trip.id)).length;
      const left = removed ? 'was taken out of' : 'has left';
      return {
        reply: {
          text: `The ${familyName} family ${left} ${trip.name}: ${count === 1 ? 'one family' : `${count} families`} now.`,
        },
      };
    },
  },
};
