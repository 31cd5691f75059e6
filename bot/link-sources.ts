import type { Reply } from '../cards/reply.ts';
import type { Citation } from '../trips/documents/citation.ts';
import type { Turn } from './turn.ts';

/** Stretches of a document that one link marks. */
const MOST_SPANS = 6;

/** A reply whose cited documents can be opened where they are quoted. A text names document and page; it has no room for links. */
export const linkSources = async (turn: Turn, reply: Reply): Promise<Reply> => {
  const { house, incoming, person, session } = turn;
  const { tripId } = session;
  const { sourceLink } = house;
  if (!reply.citations || !sourceLink || !person || tripId === undefined || incoming.door === 'sms') return reply;
  const linked = async (citation: Citation): Promise<Citation> => {
    const { documentId, kind, spans = [] } = citation;
    if (kind !== undefined) return citation;
    const link = await sourceLink({
      userId: person.id,
      tripId,
      documentId,
      group: incoming.group,
      spans: spans.slice(0, MOST_SPANS),
    });
    return { ...citation, link };
  };
  return { ...reply, citations: await Promise.all(reply.citations.map(linked)) };
};
