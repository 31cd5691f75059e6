import { offerPollReply } from '../views/offer-poll.ts';
import type { Announcers } from './announcement.ts';

export const offerAnnouncers: Announcers<'offer-poll'> = {
  'offer-poll': {
    topic: 'polls',
    prompt: true,
    // Where several read along, and nowhere else: in a chat of one's own nobody has disagreed.
    say: async (_, trip, disputed, { group }, words) =>
      group ? { reply: offerPollReply(trip.id, disputed, words) } : undefined,
  },
};
