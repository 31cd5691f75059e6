import { messages } from '../../trips/messages/message.ts';
import type { Announcers } from './announcement.ts';

export const messageAnnouncers: Announcers<'message-posted'> = {
  'message-posted': {
    topic: 'people',
    prompt: true,
    say: async ({ records }, trip, { messageId }) => {
      const message = await records.read(messages, trip.id, messageId);
      if (!message?.everywhere) return undefined;
      return { reply: { text: `${message.userName} (${message.familyName}) to everyone: ${message.text}` } };
    },
  },
};
