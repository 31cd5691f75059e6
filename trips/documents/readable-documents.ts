import type { Records, Stored } from '../records.ts';
import type { TripMember } from '../roles/permission.ts';
import { documents, type TripDocument } from './document.ts';

/** Whether a member may know of a document: the trip's are everyone's, a family's own are the family's alone. */
const isReadable = ({ participation }: TripMember, { scope, familyId }: TripDocument): boolean =>
  scope === 'trip' || familyId === participation.familyId;

/** The documents of the trip a member may know of, by id. */
export const readableDocuments = async (
  records: Records,
  member: TripMember,
): Promise<readonly Stored<TripDocument>[]> =>
  (await records.list(documents, member.trip.id)).filter((document) => isReadable(member, document));

/** One document; `undefined` also for one of another family, whose existence is private. */
export const readableDocument = async (
  records: Records,
  member: TripMember,
  documentId: string,
): Promise<Stored<TripDocument> | undefined> => {
  const document = await records.read(documents, member.trip.id, documentId);
  return document && isReadable(member, document) ? document : undefined;
};
