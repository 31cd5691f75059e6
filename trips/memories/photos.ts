import { hash } from 'node:crypto';
import { audited } from '../audit/audit-entry.ts';
import { type Clock, instant } from '../clock.ts';
import { idFrom } from '../ids.ts';
import { type Records, retrying, type Stored } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import type { TripMember } from '../roles/permission.ts';
import {
  MAX_CAPTION,
  MAX_PHOTOS,
  type MemoryPhoto,
  memoryPhotos,
  type NoPhoto,
  type PhotoAlbum,
} from './memory-photo.ts';

/** A family's own photos of the trip and what others share, the oldest first. */
export const visiblePhotos = async (
  records: Records,
  { trip, participation }: TripMember,
): Promise<readonly Stored<MemoryPhoto>[]> =>
  (await records.list(memoryPhotos, trip.id))
    .filter(({ familyId, shared }) => shared || familyId === participation.familyId)
    .sort((a, b) => a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id));

/** Keeps a photo for the speaker's family; the same picture again is the same photo (`already`). */
export const addPhoto = async (
  records: Records,
  clock: Clock,
  album: PhotoAlbum,
  { trip, participation, person }: TripMember,
  { bytes, caption }: { readonly bytes: Uint8Array; readonly caption?: string | undefined },
): Promise<Outcome<{ photo: MemoryPhoto; etag: string; already: boolean }> | ({ readonly ok: false } & NoPhoto)> => {
  const { familyId } = participation;
  const mine = (await records.list(memoryPhotos, trip.id)).filter((photo) => photo.familyId === familyId);
  const id = idFrom('photo', trip.id, familyId, hash('sha256', bytes, 'hex'));
  const same = mine.find((photo) => photo.id === id);
  if (same) return { ok: true, photo: same, etag: same._etag, already: true };
  if (mine.length >= MAX_PHOTOS) return rejected('too-many', `a family can keep ${MAX_PHOTOS} photos of a trip`);
  const developed = await album.develop(bytes);
  if ('reason' in developed) return { ok: false, ...developed };
  const said = caption?.trim().slice(0, MAX_CAPTION);
  const photo: MemoryPhoto = {
    pk: trip.id,
    id,
    type: 'memory_photo',
    _schema_version: 1,
    tripId: trip.id,
    familyId,
    addedBy: person.id,
    ...(said && { caption: said }),
    shared: false,
    width: developed.width,
    height: developed.height,
    bytes: developed.full.length,
    full: `photos/${id}.jpg`,
    thumbnail: `photos/${id}.small.jpg`,
    createdAt: instant(clock),
  };
  // The pictures first: a photo that people see in a list must open.
  await album.put(photo.full, developed.full);
  await album.put(photo.thumbnail, developed.thumbnail);
  const commit = await records.commit(trip.id, [
    { put: photo, ifAbsent: true },
    audited(trip.id, 'addPhoto', person.id, photo.createdAt),
  ]);
  if (commit.ok) return { ok: true, photo, etag: commit.etags[0] ?? '', already: false };
  const other = await records.read(memoryPhotos, trip.id, id);
  return other ? { ok: true, photo: other, etag: other._etag, already: true } : rejected('stale');
};

const ownPhoto = async (records: Records, { trip, participation }: TripMember, id: string) => {
  const photo = await records.read(memoryPhotos, trip.id, id);
  return photo?.familyId === participation.familyId ? photo : undefined;
};

/**
 * Shows a photo to everybody who has the link of the memory lane, or takes that back: the decision of the family's
 * admin, who answers for its children. `not-found` alike for another family's.
 */
export const sharePhoto = (
  records: Records,
  clock: Clock,
  member: TripMember,
  id: string,
  shared: boolean,
  ifMatch?: string,
): Promise<Outcome<{ photo: MemoryPhoto; etag: string }>> =>
  retrying(async () => {
    const photo = await ownPhoto(records, member, id);
    if (!photo) return rejected('not-found');
    if (!member.isFamilyAdmin) return rejected('not-allowed', 'only the admin of a family shares its photos');
    if (ifMatch !== undefined && photo._etag !== ifMatch) return rejected('stale');
    if (photo.shared === shared) return { ok: true as const, photo, etag: photo._etag };
    const next: MemoryPhoto = { ...photo, shared };
    const at = instant(clock);
    const commit = await records.commit(member.trip.id, [
      { put: next, ifMatch: photo._etag },
      audited(member.trip.id, 'sharePhoto', member.person.id, at),
    ]);
    return commit.ok ? { ok: true as const, photo: next, etag: commit.etags[0] ?? '' } : 'conflict';
  });

/** Takes a photo away for good: whoever added it, or the family's admin. */
export const removePhoto = async (
  records: Records,
  clock: Clock,
  album: Pick<PhotoAlbum, 'remove'>,
  member: TripMember,
  id: string,
): Promise<Outcome<{ readonly removed: boolean }>> => {
  const photo = await ownPhoto(records, member, id);
  if (!photo) return rejected('not-found');
  const may = member.isFamilyAdmin || photo.addedBy === member.person.id;
  if (!may) return rejected('not-allowed', 'a photo is removed by whoever added it, or by the admin of the family');
  // Bytes before the note of them: cut off in between, it is found again by the note.
  await album.remove(photo.full);
  await album.remove(photo.thumbnail);
  await records.commit(member.trip.id, [
    { remove: id },
    audited(member.trip.id, 'removePhoto', member.person.id, instant(clock)),
  ]);
  return { ok: true, removed: true };
};
