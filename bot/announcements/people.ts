import { families } from '../../trips/families/family.ts';
import { personBehind } from '../../trips/people/merged-person.ts';
import { isUnnamed, UNNAMED } from '../../trips/people/rename-person.ts';
import { familiesIn } from '../../trips/trips/create-trip.ts';
import type { Announcers } from './announcement.ts';

export const peopleAnnouncers: Announcers<'family-joined' | 'family-left' | 'member-joined' | 'family-admin'> = {
  'family-joined': {
    topic: 'people',
    say: async ({ records }, trip, { familyName }, _to, { news }) => {
      const count = (await familiesIn(records, trip.id)).length;
      return {
        reply: { text: news.familyJoined(familyName === UNNAMED ? undefined : familyName, trip.name, count) },
      };
    },
  },
  'family-left': {
    topic: 'people',
    say: async ({ records }, trip, { familyName, removed }, _to, { news }) => {
      const count = (await familiesIn(records, trip.id)).length;
      return { reply: { text: news.familyLeft(familyName, trip.name, count, removed) } };
    },
  },
  'member-joined': {
    topic: 'people',
    say: async ({ records }, trip, { userId }, to, { news }) => {
      const person = await personBehind(records, userId);
      if (!person || to.userId === userId) return undefined;
      const name = isUnnamed(person) ? undefined : person.name;
      return { reply: { text: news.memberJoined(name, trip.name), private: true } };
    },
  },
  'family-admin': {
    say: async ({ records }, _trip, { familyId, userId }, to, { say, news }) => {
      const [person, family] = await Promise.all([
        personBehind(records, userId),
        records.read(families, familyId, familyId),
      ]);
      if (!person || !family || family.adminId !== person.id) return undefined;
      const named = say.family(family.name);
      const text = to.userId === person.id ? news.youSpeakFor(named) : news.speaksFor(person.name, named);
      return { reply: { text, private: true } };
    },
  },
};
