import { messages } from '../../trips/messages/message.ts';
import type { Announcers } from './announcement.ts';

export const messageAnnouncers: Announcers<'message-posted'> = {
  'message-posted': {
    topic: 'people',
    prompt: true,
    say: async ({ records }, trip, { messageId }, _to, { news }) => {
      const message = await records.read(messages, trip.id, messageId);
      if (!message?.everywhere) return undefined;
      return { reply: { text: news.toEveryone(message.userName, message.familyName, message.text) } };
    },
  },
};
