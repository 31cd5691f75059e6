import { families, sayFamily } from '../../trips/families/family.ts';
import { personBehind } from '../../trips/people/merged-person.ts';
import { isUnnamed, UNNAMED } from '../../trips/people/rename-person.ts';
import { familiesIn } from '../../trips/trips/create-trip.ts';
import type { Announcers } from './announcement.ts';

export const peopleAnnouncers: Announcers<'family-joined' | 'family-left' | 'member-joined' | 'family-admin'> = {
  'family-joined': {
    topic: 'people',
    say: async ({ records }, trip, { familyName }) => {
      const count = (await familiesIn(records, trip.id)).length;
      return {
        reply: {
          text: `${familyName === UNNAMED ? 'A guest' : `The ${familyName} family`} has joined ${trip.name}: ${count === 1 ? 'one family' : `${count} families`} now.`,
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
  'member-joined': {
    topic: 'people',
    say: async ({ records }, trip, { userId }, to) => {
      const person = await personBehind(records, userId);
      if (!person || to.userId === userId) return undefined;
      const who = isUnnamed(person) ? 'Somebody who has not said their name' : person.name;
      return { reply: { text: `${who} is with your family here now, and takes part in ${trip.name}.`, private: true } };
    },
  },
  'family-admin': {
    say: async ({ records }, _trip, { familyId, userId }, to) => {
      const [person, family] = await Promise.all([
        personBehind(records, userId),
        records.read(families, familyId, familyId),
      ]);
      if (!person || !family || family.adminId !== person.id) return undefined;
      const text =
        to.userId === person.id
          ? `You speak for ${sayFamily(family.name)} from now on: your choice in a poll is the family's vote, and you invite people into it.`
          : `${person.name} speaks for ${sayFamily(family.name)} from now on.`;
      return { reply: { text, private: true } };
    },
  },
};
