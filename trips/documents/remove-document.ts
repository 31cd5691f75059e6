import { z } from 'zod';
import { audited } from '../audit/audit-entry.ts';
import { type Clock, instant } from '../clock.ts';
import type { FamilyId } from '../ids.ts';
import type { Entity, Kind, Records } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import type { TripMember } from '../roles/permission.ts';
import type { DocumentScope, TripDocument } from './document.ts';
import { readableDocument } from './readable-documents.ts';

/** Seconds for which a repeated removal is known to be one: a client that lost the answer has long given up by then. */
const REMEMBERED_SECONDS = 7 * 86_400;

/** That a document was here. Whoever could read it may be told that it is gone; to others it never was. Partition: the trip. */
export interface RemovedDocument extends Entity {
  readonly type: 'removed_document';
  readonly scope: DocumentScope;
  readonly familyId?: FamilyId | undefined;
}

export const removedDocuments: Kind<RemovedDocument> = {
  type: 'removed_document',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('removed_document'),
    _schema_version: z.number(),
    ttl: z.number().optional(),
    scope: z.enum(['trip', 'family']),
    familyId: z.string().optional(),
  }),
};

/**
 * Removes a document for good: whoever added it may, the organizer one of the trip, the family's admin one of the family.
 * `forget` drops its passages and bytes. Removing it again changes nothing (`already`); `stale` when `ifMatch` is not its etag.
 */
export const removeDocument = async (
  records: Records,
  clock: Clock,
  forget: (document: TripDocument) => Promise<void>,
  member: TripMember,
  documentId: string,
  ifMatch?: string,
): Promise<Outcome<{ already: boolean }>> => {
  const { trip, participation } = member;
  const removedId = `removed_${documentId}`;
  const document = await readableDocument(records, member, documentId);
  if (!document) {
    const removed = await records.read(removedDocuments, trip.id, removedId);
    const knew = removed && (removed.scope === 'trip' || removed.familyId === participation.familyId);
    return knew ? { ok: true, already: true } : rejected('not-found');
  }
  if (!mayRemove(member, document)) {
    return rejected('not-allowed', `only who added "${document.name}" or who answers for it removes it`);
  }
  if (ifMatch !== undefined && document._etag !== ifMatch) return rejected('stale');
  // The record goes last: cut short, the removal is run again, and until then the document is still shown as there.
  await forget(document);
  const removed: RemovedDocument = {
    pk: trip.id,
    id: removedId,
    type: 'removed_document',
    _schema_version: 1,
    ttl: REMEMBERED_SECONDS,
    scope: document.scope,
    familyId: document.familyId,
  };
  await records.commit(trip.id, [
    { remove: documentId },
    { put: removed },
    ...(document.scope === 'trip'
      ? [audited(trip.id, 'removeDocument', member.person.id, instant(clock), { document: document.name })]
      : []),
  ]);
  return { ok: true, already: false };
};

const mayRemove = ({ person, isOrganizer, isFamilyAdmin }: TripMember, { addedBy, scope }: TripDocument): boolean =>
  addedBy === person.id || (scope === 'trip' ? isOrganizer : isFamilyAdmin);
