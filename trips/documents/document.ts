import { z } from 'zod';
import type { FamilyId, TripId, UserId } from '../ids.ts';
import type { Entity, Kind } from '../records.ts';

/** Who may be answered from a document: everyone of the trip, or one family alone. */
export const documentScope = z.enum(['trip', 'family']);
export type DocumentScope = z.infer<typeof documentScope>;

/** A document people gave the trip. Partition: the trip. Its bytes are a blob, its text is in the search index. */
export interface TripDocument extends Entity {
  readonly type: 'document';
  readonly tripId: TripId;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** SHA-256 of the bytes, and of a picture's caption, hex: the same file again is the same document. */
  readonly hash: string;
  readonly pages: number;
  readonly chunks: number;
  /** Parts that hold no text, for people: `pages 2-4 without text: pictures, perhaps`. */
  readonly unread?: string | undefined;
  readonly scope: DocumentScope;
  /** The family that may read it, when the scope is `family`. */
  readonly familyId?: FamilyId | undefined;
  readonly addedBy: UserId;
  readonly createdAt: string;
}

export const documents: Kind<TripDocument> = {
  type: 'document',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('document'),
    _schema_version: z.number(),
    tripId: z.string(),
    name: z.string(),
    mediaType: z.string(),
    bytes: z.number(),
    hash: z.string(),
    pages: z.number(),
    chunks: z.number(),
    unread: z.string().optional(),
    scope: documentScope,
    familyId: z.string().optional(),
    addedBy: z.string(),
    createdAt: z.string(),
  }),
};
