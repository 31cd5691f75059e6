import type { Announcers } from './announcement.ts';

/** A person's budget is theirs for a day: half of it used is no news yet. */
const PERSONAL_FROM = 80;

export const aiBudgetAnnouncers: Announcers<'ai-budget'> = {
  'ai-budget': {
    topic: 'money',
    say: async (_house, trip, { scope, userId, percent, spent, limit }, to, { news, say }) => {
      const whose = scope === 'trip' ? trip.organizerId : userId;
      if (to.group || to.userId !== whose || (scope === 'user' && percent < PERSONAL_FROM)) return undefined;
      const name = scope === 'trip' ? trip.name : undefined;
      return { reply: { text: news.aiBudget(name, percent, say.money(spent), say.money(limit)), private: true } };
    },
  },
};
