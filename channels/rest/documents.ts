import { z } from 'zod';
import type { Added } from '../../rag/library.ts';
import { documentScope, type TripDocument } from '../../trips/documents/document.ts';
import { requestReading } from '../../trips/documents/read-later.ts';
import { readableDocument, readableDocuments } from '../../trips/documents/readable-documents.ts';
import { removeDocument } from '../../trips/documents/remove-document.ts';
import { rejected } from '../../trips/rejection.ts';
import { memberOf } from '../../trips/roles/permission.ts';
import { demanded } from './conditions.ts';
import type { RestHouse } from './house.ts';
import { pageFrom, pageOf, pageQuery } from './paging.ts';
import { type ApiRefusal, refusal } from './refusal.ts';
import { idOf, type Route, route } from './route.ts';
import { shown } from './schema-names.ts';
import { begunShown } from './task-begun.ts';

const documentShown = shown(
  'Document',
  z.object({
    id: z.string(),
    tripId: z.string(),
    name: z.string(),
    mediaType: z.string(),
    bytes: z.int(),
    pages: z.int(),
    unread: z.string().optional().meta({ description: 'Parts that hold no text.' }),
    scope: documentScope,
    familyId: z.string().optional(),
    addedBy: z.string(),
    createdAt: z.string(),
  }),
);
const textShown = shown('DocumentText', z.object({ text: z.string() }));
/** A document that was read, or the task that reads it. */
const takenShown = shown('DocumentOrTask', z.union([documentShown, begunShown]));
const documentPage = shown('DocumentList', pageOf(documentShown));

const tripParams = z.object({ tripId: idOf('trip') });
const params = tripParams.extend({ documentId: idOf('document') });

const REFUSED: Readonly<Record<Extract<Added, { ok: false }>['reason'], number>> = {
  'unsupported-type': 415,
  'too-large': 413,
  'too-many-pages': 413,
  'no-text': 422,
  unreadable: 422,
};

const refusedFile = ({ reason, detail }: Extract<Added, { ok: false }>): ApiRefusal =>
  refusal(REFUSED[reason], reason, detail);

const BAD_SCOPE = refusal(400, 'invalid', 'scope: trip (every family may ask it) or family (yours alone).');

export const documentRoutes = ({ records, clock, library }: RestHouse): readonly Route[] => [
  route({
    method: 'post',
    path: '/trips/{tripId}/documents',
    operationId: 'addDocument',
    summary:
      "Adds a document to the trip's, or (scope=family) to the family's own; the same bytes again are the same document. A long file is read in the background (202)",
    tag: 'documents',
    params: tripParams,
    query: z.object({ scope: z.string().max(20).optional().meta({ description: 'As the field of the form.' }) }),
    multipart: true,
    tagged: true,
    gives: { statuses: [201, 200, 202], body: takenShown },
    refuses: [413, 415, 422],
    handle: async ({ userId, params: { tripId }, query, upload: readUpload }) => {
      const mine = await memberOf(records, userId, tripId);
      if (!mine.ok) return mine;
      const upload = await readUpload();
      if (!upload.ok) return upload;
      const scope = documentScope.safeParse(upload.scope ?? query.scope ?? 'trip');
      if (!scope.success) return BAD_SCOPE;
      if (library.takesLong(upload.bytes)) {
        const { staged, hash } = await library.stage(upload.bytes);
        const asked = await requestReading(records, clock, {
          tripId,
          userId,
          key: hash,
          file: { staged, name: upload.name, caption: upload.caption, scope: scope.data },
        });
        if (!asked.ok || asked.already) await library.unstage(staged);
        return asked.ok
          ? {
              ok: true,
              status: 202,
              body: { taskId: asked.taskId, status: 'queued' as const },
              location: `/tasks/${asked.taskId}`,
            }
          : asked;
      }
      const added = await library.add({
        tripId,
        name: upload.name,
        bytes: upload.bytes,
        caption: upload.caption,
        scope: scope.data,
        familyId: mine.member.participation.familyId,
        addedBy: userId,
      });
      if (!added.ok) return refusedFile(added);
      const { document, duplicate } = added;
      const kept = await readableDocument(records, mine.member, document.id);
      return {
        ok: true,
        status: duplicate ? 200 : 201,
        body: document,
        etag: kept?._etag,
        location: `/trips/${tripId}/documents/${document.id}`,
      };
    },
  }),
  route({
    method: 'get',
    path: '/trips/{tripId}/documents',
    operationId: 'listDocuments',
    summary: "The trip's documents and the caller's family's own, the oldest first",
    tag: 'documents',
    params: tripParams,
    query: pageQuery,
    gives: { statuses: [200], body: documentPage },
    handle: async ({ userId, params: { tripId }, query }) => {
      const mine = await memberOf(records, userId, tripId);
      if (!mine.ok) return mine;
      const readable = await readableDocuments(records, mine.member);
      const page = pageFrom(readable, ({ createdAt, id }) => `${createdAt} ${id}`, query);
      return page.ok ? { ok: true, status: 200, body: page } : page;
    },
  }),
  route({
    method: 'get',
    path: '/trips/{tripId}/documents/{documentId}',
    operationId: 'readDocument',
    summary: 'What is known of a document',
    tag: 'documents',
    params,
    tagged: true,
    gives: { statuses: [200], body: documentShown },
    handle: async ({ userId, params: { tripId, documentId } }) => {
      const mine = await memberOf(records, userId, tripId);
      if (!mine.ok) return mine;
      const document = await readableDocument(records, mine.member, documentId);
      return document ? { ok: true, status: 200, body: document, etag: document._etag } : rejected('not-found');
    },
  }),
  route({
    method: 'get',
    path: '/trips/{tripId}/documents/{documentId}/text',
    operationId: 'readDocumentText',
    summary: 'The words that were read in a document, in which the spans of citations count',
    tag: 'documents',
    params,
    gives: { statuses: [200], body: textShown },
    handle: async ({ userId, params: { tripId, documentId } }) => {
      const mine = await memberOf(records, userId, tripId);
      if (!mine.ok) return mine;
      const document = await readableDocument(records, mine.member, documentId);
      const text = document && (await library.text(document));
      return text === undefined ? rejected('not-found') : { ok: true, status: 200, body: { text } };
    },
  }),
  route({
    method: 'delete',
    path: '/trips/{tripId}/documents/{documentId}',
    operationId: 'removeDocument',
    summary: 'Removes a document for good. Repeating it changes nothing',
    tag: 'documents',
    params,
    guarded: true,
    gives: { statuses: [204], body: z.undefined() },
    refuses: [403],
    handle: async ({ userId, params: { tripId, documentId }, ifMatch }) => {
      const mine = await memberOf(records, userId, tripId);
      if (!mine.ok) return mine;
      const current = await readableDocument(records, mine.member, documentId);
      const demand = demanded(ifMatch, current?._etag ?? '');
      const forget = (document: TripDocument) => library.forget(document);
      const removed = await removeDocument(records, clock, forget, mine.member, documentId, demand);
      return removed.ok ? { ok: true, status: 204, body: undefined } : removed;
    },
  }),
];
