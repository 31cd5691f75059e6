import { z } from 'zod';
import { day } from '../../trips/dates.ts';
import { chooseMemories, memoryChoiceOf } from '../../trips/memories/choose-memories.ts';
import { tripStatistics } from '../../trips/memories/memory-lane.ts';
import type { NoPhoto } from '../../trips/memories/memory-photo.ts';
import { addPhoto, removePhoto, sharePhoto, visiblePhotos } from '../../trips/memories/photos.ts';
import { requestMemories } from '../../trips/memories/request-memories.ts';
import { shownMemories } from '../../trips/memories/shown-memories.ts';
import { type Rejection, rejected } from '../../trips/rejection.ts';
import { memberOf } from '../../trips/roles/permission.ts';

import { demanded } from './conditions.ts';
import type { RestHouse } from './house.ts';
import { pageFrom, pageOf, pageQuery } from './paging.ts';
import { refusal } from './refusal.ts';
import { idOf, type Route, route } from './route.ts';
import { sent, shown } from './schema-names.ts';
import { answerBegun, begunShown } from './task-begun.ts';

const photoShown = shown(
  'MemoryPhoto',
  z.object({
    id: z.string(),
    tripId: z.string(),
    familyId: z.string(),
    addedBy: z.string(),
    caption: z.string().optional(),
    shared: z.boolean().meta({ description: 'Shown to whoever has the link of the memory lane.' }),
    width: z.int(),
    height: z.int(),
    bytes: z.int(),
    createdAt: z.string(),
  }),
);
const photoPage = shown('MemoryPhotoList', pageOf(photoShown));
const photoFile = shown('PhotoFile', z.string());

const memoriesShown = shown(
  'Memories',
  z.object({
    tripId: z.string(),
    statistics: tripStatistics.meta({ description: '`spent` is empty unless every family lets it be shown.' }),
    outcomes: z.array(z.object({ question: z.string(), choice: z.string(), votes: z.int(), of: z.int() })),
    superlatives: z.array(
      z.object({
        title: z.string(),
        number: z.int().meta({ description: 'What makes it true.' }),
        of: z.int().optional(),
        families: z.array(z.string()).optional(),
        date: day.optional(),
        choice: z.string().optional(),
      }),
    ),
    photos: z.int().meta({ description: 'How many are shared.' }),
    link: z.string().meta({ description: 'The page, for whoever has the link; with `.pdf` behind it, to print.' }),
  }),
);

const choiceShown = shown('MemoryChoices', z.object({ costs: z.boolean(), named: z.boolean() }));
const choiceSent = sent(
  'MemoryChoicesChange',
  z.strictObject({ costs: z.boolean().optional(), named: z.boolean().optional() }),
);
const photoSent = sent('MemoryPhotoChange', z.strictObject({ shared: z.boolean() }));

const tripParams = z.object({ tripId: idOf('trip') });
const photoParams = tripParams.extend({ photoId: idOf('photo') });

/** One file in one piece. */
async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const REFUSED: Readonly<Record<NoPhoto['reason'], number>> = { 'unsupported-type': 415, 'too-large': 413 };

const isNoPhoto = (
  refused: Rejection | ({ readonly ok: false } & NoPhoto),
): refused is { readonly ok: false } & NoPhoto => refused.reason in REFUSED;

/** What is kept of a trip when it is over, and the photos for it. */
export const memoryRoutes = ({ records, clock, album, publicUrl }: RestHouse): readonly Route[] => [
  route({
    method: 'get',
    path: '/trips/{tripId}/memories',
    operationId: 'readMemories',
    summary: 'The memory lane of a trip that is over, as far as each family lets it be shown; 404 until it is made',
    tag: 'memories',
    params: tripParams,
    gives: { statuses: [200], body: memoriesShown },
    handle: async ({ userId, params: { tripId } }) => {
      const mine = await memberOf(records, userId, tripId);
      if (!mine.ok) return mine;
      const lane = await shownMemories(records, tripId);
      if (!lane) return rejected('not-found');
      const { statistics, outcomes, superlatives, photos, token } = lane;
      const link = `${publicUrl()}/s/${token}`;
      return {
        ok: true,
        status: 200,
        body: { tripId, statistics, outcomes, superlatives, photos: photos.length, link },
      };
    },
  }),
  route({
    method: 'post',
    path: '/trips/{tripId}/memories',
    operationId: 'makeMemories',
    summary:
      'Begins to make the memory lane of a trip that is over, or to make it anew; while it is made, that task is the answer',
    tag: 'memories',
    params: tripParams,
    repeatable: true,
    gives: { statuses: [202], body: begunShown },
    refuses: [409],
    handle: ({ userId, params: { tripId }, idempotencyKey }) =>
      answerBegun(records, { tripId, userId, idempotencyKey }, (by) => requestMemories(records, clock, by)),
  }),
  route({
    method: 'get',
    path: '/trips/{tripId}/memories/choices',
    operationId: 'readMemoryChoices',
    summary: "What the caller's family lets the memory lane show",
    tag: 'memories',
    params: tripParams,
    gives: { statuses: [200], body: choiceShown },
    handle: async ({ userId, params: { tripId } }) => {
      const mine = await memberOf(records, userId, tripId);
      if (!mine.ok) return mine;
      return { ok: true, status: 200, body: await memoryChoiceOf(records, mine.member) };
    },
  }),
  route({
    method: 'patch',
    path: '/trips/{tripId}/memories/choices',
    operationId: 'changeMemoryChoices',
    summary:
      "Changes what the caller's family lets it show: the trip's costs (shown when every family says so), its name",
    tag: 'memories',
    params: tripParams,
    body: choiceSent,
    gives: { statuses: [200], body: choiceShown },
    refuses: [403],
    handle: async ({ userId, params: { tripId }, body }) => {
      const mine = await memberOf(records, userId, tripId);
      if (!mine.ok) return mine;
      const chosen = await chooseMemories(records, clock, mine.member, body);
      return chosen.ok ? { ok: true, status: 200, body: chosen.choice } : chosen;
    },
  }),
  route({
    method: 'post',
    path: '/trips/{tripId}/memories/photos',
    operationId: 'addPhoto',
    summary:
      "Keeps a photo (field file, caption) for the caller's family alone, without its metadata; the same picture again is the same photo",
    tag: 'memories',
    params: tripParams,
    multipart: true,
    tagged: true,
    gives: { statuses: [201, 200], body: photoShown },
    refuses: [409, 413, 415],
    handle: async ({ userId, params: { tripId }, upload: readUpload }) => {
      const mine = await memberOf(records, userId, tripId);
      if (!mine.ok) return mine;
      const upload = await readUpload();
      if (!upload.ok) return upload;
      const added = await addPhoto(records, clock, album, mine.member, upload);
      if (!added.ok) return isNoPhoto(added) ? refusal(REFUSED[added.reason], added.reason, added.detail) : added;
      return { ok: true, status: added.already ? 200 : 201, body: added.photo, etag: added.etag };
    },
  }),
  route({
    method: 'get',
    path: '/trips/{tripId}/memories/photos',
    operationId: 'listPhotos',
    summary: "The caller's family's photos and those that others share, the oldest first",
    tag: 'memories',
    params: tripParams,
    query: pageQuery,
    gives: { statuses: [200], body: photoPage },
    handle: async ({ userId, params: { tripId }, query }) => {
      const mine = await memberOf(records, userId, tripId);
      if (!mine.ok) return mine;
      const photos = await visiblePhotos(records, mine.member);
      const page = pageFrom(photos, ({ createdAt, id }) => `${createdAt} ${id}`, query);
      return page.ok ? { ok: true, status: 200, body: page } : page;
    },
  }),
  route({
    method: 'get',
    path: '/trips/{tripId}/memories/photos/{photoId}.jpg',
    operationId: 'readPhoto',
    summary: 'A photo of the family or one that is shared, as JPEG',
    tag: 'memories',
    params: photoParams,
    query: z.object({ size: z.enum(['full', 'small']).optional() }),
    gives: { statuses: [200], body: photoFile },
    givesFile: 'image/jpeg',
    handle: async ({ userId, params: { tripId, photoId }, query: { size } }) => {
      const mine = await memberOf(records, userId, tripId);
      if (!mine.ok) return mine;
      const photo = (await visiblePhotos(records, mine.member)).find(({ id }) => id === photoId);
      const bytes = photo && (await album.get(size === 'small' ? photo.thumbnail : photo.full));
      return bytes
        ? { ok: true, status: 200, pieces: whole(bytes), fileName: 'photo.jpg', mediaType: 'image/jpeg' }
        : rejected('not-found');
    },
  }),
  route({
    method: 'patch',
    path: '/trips/{tripId}/memories/photos/{photoId}',
    operationId: 'sharePhoto',
    summary: "Shows a photo to whoever has the memory lane's link, or takes that back: for the family's admin",
    tag: 'memories',
    params: photoParams,
    body: photoSent,
    guarded: true,
    tagged: true,
    gives: { statuses: [200], body: photoShown },
    refuses: [403],
    handle: async ({ userId, params: { tripId, photoId }, body: { shared }, ifMatch }) => {
      const mine = await memberOf(records, userId, tripId);
      if (!mine.ok) return mine;
      const current = (await visiblePhotos(records, mine.member)).find(({ id }) => id === photoId);
      const demand = demanded(ifMatch, current?._etag ?? '');
      const done = await sharePhoto(records, clock, mine.member, photoId, shared, demand);
      return done.ok ? { ok: true, status: 200, body: done.photo, etag: done.etag } : done;
    },
  }),
  route({
    method: 'delete',
    path: '/trips/{tripId}/memories/photos/{photoId}',
    operationId: 'removePhoto',
    summary: 'Takes a photo away for good, with its bytes',
    tag: 'memories',
    params: photoParams,
    gives: { statuses: [204], body: z.undefined() },
    refuses: [403],
    handle: async ({ userId, params: { tripId, photoId } }) => {
      const mine = await memberOf(records, userId, tripId);
      if (!mine.ok) return mine;
      const removed = await removePhoto(records, clock, album, mine.member, photoId);
      return removed.ok ? { ok: true, status: 204, body: undefined } : removed;
    },
  }),
];
