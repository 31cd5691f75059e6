import type { DocumentScope } from '../../trips/documents/document.ts';
import { requestReading } from '../../trips/documents/read-later.ts';
import { sayRejection } from './say-rejection.ts';
import type { TripContext } from './skill.ts';

/** What became of a file that was sent, in words; with the id of the document where it was read at once. */
export interface ReadFile {
  readonly said: string;
  readonly documentId?: string;
}

/** Takes in one file: at once, or, where that would keep people waiting, in the background. */
export const readFile = async (
  { house, member, text, conversation }: TripContext,
  name: string,
  bytes: Uint8Array,
  scope: DocumentScope,
): Promise<ReadFile> => {
  const { library, records, clock } = house;
  const tripId = member.trip.id;
  const caption = text.trim() === '' ? undefined : text.trim();
  const forWhom = scope === 'family' ? ', for your family only' : '';
  if (library.takesLong(bytes)) {
    const { staged, hash } = await library.stage(bytes);
    const asked = await requestReading(records, clock, {
      tripId,
      userId: member.person.id,
      key: hash,
      file: { staged, name, caption, scope, sentIn: conversation },
    });
    if (!asked.ok || asked.already) await library.unstage(staged);
    if (!asked.ok) return { said: sayRejection(asked).text };
    return {
      said: asked.already
        ? `I'm reading ${name} already and tell you when I'm through.`
        : `${name} is long${forWhom}: I'm reading it and tell you when I'm through.`,
    };
  }
  const added = await library.add({
    tripId,
    name,
    bytes,
    caption,
    scope,
    familyId: member.participation.familyId,
    addedBy: member.person.id,
    heardIn: conversation,
  });
  if (!added.ok) return { said: `${name}: ${added.detail}` };
  const { document, duplicate, replaced } = added;
  if (duplicate) return { said: `I have ${document.name} already.` };
  const instead = replaced ? ', in place of the one you sent before' : '';
  const unread = document.unread === undefined ? '.' : `; ${document.unread}.`;
  return {
    said: `I've read ${document.name} (${pages(document.pages)})${instead}${forWhom}${unread}`,
    documentId: document.id,
  };
};

const pages = (count: number): string => (count <= 1 ? '1 page' : `${count} pages`);
