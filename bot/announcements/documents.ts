import { documents } from '../../trips/documents/document.ts';
import type { Announcers } from './announcement.ts';

export const documentAnnouncers: Announcers<'document-added' | 'document-unread'> = {
  'document-added': {
    topic: 'documents',
    say: async ({ records }, trip, { documentId }) => {
      const document = await records.read(documents, trip.id, documentId);
      return document && { reply: { text: `New in ${trip.name}: ${document.name}. Ask me anything about it.` } };
    },
  },
  'document-unread': {
    topic: 'documents',
    say: async (_, __, { name, why }) => ({ reply: { text: `I could not take in ${name}. ${why}` } }),
  },
};
