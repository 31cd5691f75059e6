import { z } from 'zod';
import type { FamilyId, TripId, UserId } from '../ids.ts';
import type { Entity, Kind } from '../records.ts';

/** Characters a caption may have. */
export const MAX_CAPTION = 200;
/** Photos a family can keep of one trip. */
export const MAX_PHOTOS = 200;

/** A photo of a trip, without anything its camera noted. Partition: the trip. Its family's alone until that shares it. */
export interface MemoryPhoto extends Entity {
  readonly type: 'memory_photo';
  readonly tripId: TripId;
  readonly familyId: FamilyId;
  readonly addedBy: UserId;
  readonly caption?: string | undefined;
  readonly shared: boolean;
  /** In pixels, of the picture as it is kept. */
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  /** Names of the blobs: the picture, and a small one. */
  readonly full: string;
  readonly thumbnail: string;
  readonly createdAt: string;
}

export const memoryPhotos: Kind<MemoryPhoto> = {
  type: 'memory_photo',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('memory_photo'),
    _schema_version: z.number(),
    tripId: z.string(),
    familyId: z.string(),
    addedBy: z.string(),
    caption: z.string().optional(),
    shared: z.boolean(),
    width: z.int(),
    height: z.int(),
    bytes: z.int(),
    full: z.string(),
    thumbnail: z.string(),
    createdAt: z.string(),
  }),
};

/** A picture made ready to be kept. */
export interface DevelopedPhoto {
  readonly full: Uint8Array;
  readonly thumbnail: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Why a file is no photo that can be kept, in words. */
export interface NoPhoto {
  readonly reason: 'unsupported-type' | 'too-large';
  readonly detail: string;
}

/** Makes photos ready and keeps them. */
export interface PhotoAlbum {
  /** The right way up, at most 2,048 pixels a side, as JPEG without any metadata: no place, no camera, no time. */
  develop(bytes: Uint8Array): Promise<DevelopedPhoto | NoPhoto>;
  put(name: string, bytes: Uint8Array): Promise<void>;
  get(name: string): Promise<Uint8Array | undefined>;
  /** Removing what is not there is not an error. */
  remove(name: string): Promise<void>;
}
