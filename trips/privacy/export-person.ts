import { hash } from 'node:crypto';
import { type Clock, instant } from '../clock.ts';
import { documents, type TripDocument } from '../documents/document.ts';
import type { UserId } from '../ids.ts';
import { type MemoryPhoto, memoryPhotos } from '../memories/memory-photo.ts';
import type { Records } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import type { PersonalKind } from './personal-kind.ts';
import { type Subject, subjectOf } from './subject.ts';
import { walk } from './walk.ts';

/** What an export is made from. */
export interface ExportSources {
  readonly kinds: readonly PersonalKind[];
  /** The bytes of a document; nothing when they are not there any more. */
  original(document: TripDocument): Promise<Uint8Array | undefined>;
  /** The bytes of a picture by the name it is kept under; nothing when they are not there any more. */
  picture(name: string): Promise<Uint8Array | undefined>;
}

/** The name and version of what an export looks like; docs/privacy.md describes it. */
const FORMAT = { format: 'pathfinder-export', version: 1 } as const;

/**
 * Everything kept of a person, as pieces of one JSON text: `data`, each document with its type, then `files` with their
 * bytes in base64, documents first and then photos. For a family's admin: the family and its children's accounts too. Never holds more than one file.
 */
export const exportPerson = async (
  records: Records,
  clock: Clock,
  sources: ExportSources,
  userId: UserId,
): Promise<Outcome<{ text: AsyncGenerator<string, void, undefined> }>> => {
  const subject = await subjectOf(records, userId, 'export', instant(clock));
  return subject ? { ok: true, text: written(records, sources, subject) } : rejected('not-found');
};

async function* written(
  records: Records,
  { kinds, original, picture }: ExportSources,
  subject: Subject,
): AsyncGenerator<string, void, undefined> {
  const { userId, name, familyId, familyName, at: exportedAt } = subject;
  const head = JSON.stringify({ ...FORMAT, exportedAt, person: { userId, name, familyId, familyName } });
  yield `${head.slice(0, -1)},"data":[`;
  const files: TripDocument[] = [];
  const photos: MemoryPhoto[] = [];
  let separator = '';
  for await (const { rules, document } of walk(records, kinds, subject)) {
    const given = rules.exports(document, subject);
    if (given === undefined) continue;
    if (document.type === documents.type) files.push(document as unknown as TripDocument);
    if (document.type === memoryPhotos.type) photos.push(document as unknown as MemoryPhoto);
    yield `${separator}${JSON.stringify({ ...given, type: document.type })}`;
    separator = ',';
  }
  yield '],"files":[';
  separator = '';
  for (const file of files) {
    const bytes = await original(file);
    const { id: documentId, name: fileName, mediaType, hash: sha256 } = file;
    const content = bytes === undefined ? null : Buffer.from(bytes).toString('base64');
    yield `${separator}${JSON.stringify({ documentId, name: fileName, mediaType, sha256, content })}`;
    separator = ',';
  }
  for (const { id: photoId, full } of photos) {
    const bytes = await picture(full);
    const name = `${photoId}.jpg`;
    const content = bytes === undefined ? null : Buffer.from(bytes).toString('base64');
    const sha256 = bytes === undefined ? undefined : hash('sha256', bytes, 'hex');
    yield `${separator}${JSON.stringify({ photoId, name, mediaType: 'image/jpeg', sha256, content })}`;
    separator = ',';
  }
  yield ']}';
}
