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
  { house, member, text, conversation, words }: TripContext,
  name: string,
  bytes: Uint8Array,
  scope: DocumentScope,
): Promise<ReadFile> => {
  const { library, records, clock } = house;
  const tripId = member.trip.id;
  const caption = text.trim() === '' ? undefined : text.trim();
  const { documents: speech } = words;
  const familyOnly = scope === 'family';
  if (library.takesLong(bytes)) {
    const { staged, hash } = await library.stage(bytes);
    const asked = await requestReading(records, clock, {
      tripId,
      userId: member.person.id,
      key: hash,
      file: { staged, name, caption, scope, sentIn: conversation },
    });
    if (!asked.ok || asked.already) await library.unstage(staged);
    if (!asked.ok) return { said: sayRejection(asked, words).text };
    return { said: asked.already ? speech.readingAlready(name) : speech.long(name, familyOnly) };
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
  if (!added.ok) return { said: speech.notRead(name, added.detail) };
  const { document, duplicate, replaced } = added;
  if (duplicate) return { said: speech.haveAlready(document.name) };
  return {
    said: speech.read(document.name, document.pages, {
      replaced: Boolean(replaced),
      familyOnly,
      unread: document.unread,
      picture: document.mediaType.startsWith('image/'),
    }),
    documentId: document.id,
  };
};
