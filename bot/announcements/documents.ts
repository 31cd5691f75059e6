import { documents } from '../../trips/documents/document.ts';
import type { Announcers } from './announcement.ts';

export const documentAnnouncers: Announcers<'document-added' | 'document-unread'> = {
  'document-added': {
    topic: 'documents',
    say: async ({ records }, trip, { documentId }, _to, { news }) => {
      const document = await records.read(documents, trip.id, documentId);
      return document && { reply: { text: news.documentAdded(trip.name, document.name) } };
    },
  },
  'document-unread': {
    topic: 'documents',
    say: async (_house, _trip, { name, why }, _to, { news }) => ({ reply: { text: news.documentUnread(name, why) } }),
  },
};
