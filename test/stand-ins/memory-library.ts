import { createHash } from 'node:crypto';
import type { Added, Answer, Library } from '../../rag/library.ts';
import { documents, type TripDocument } from '../../trips/documents/document.ts';
import { idFrom } from '../../trips/ids.ts';
import type { Records } from '../../trips/records.ts';

/** A library without a model: keeps text in memory and answers with the first readable document that holds a word of the question. */
export const memoryLibrary = (records: Records): Library & { readonly texts: ReadonlyMap<string, string> } => {
  const texts = new Map<string, string>();
  const unused = (): never => {
    throw new Error('not used by this door');
  };
  return {
    texts,
    add: async ({ tripId, name, bytes, scope, familyId, addedBy }): Promise<Added> => {
      const text = Buffer.from(bytes).toString();
      if (text.startsWith('\u0000'))
        return { ok: false, reason: 'unsupported-type', detail: 'I cannot read that kind of file.' };
      if (text.trim() === '') return { ok: false, reason: 'no-text', detail: 'There is no text in it.' };
      const hash = createHash('sha256').update(bytes).digest('hex');
      const id = idFrom('document', tripId, scope === 'family' ? familyId : '', hash);
      const there = await records.read(documents, tripId, id);
      if (there) return { ok: true, document: there, duplicate: true };
      const document: TripDocument = {
        pk: tripId,
        id,
        type: 'document',
        _schema_version: 1,
        tripId,
        name,
        mediaType: 'text/plain',
        bytes: bytes.byteLength,
        hash,
        pages: 1,
        chunks: 1,
        scope,
        familyId: scope === 'family' ? familyId : undefined,
        addedBy,
        createdAt: new Date().toISOString(),
      };
      await records.commit(tripId, [{ put: document }]);
      texts.set(id, text);
      return { ok: true, document, duplicate: false };
    },
    ask: async ({ text, scope }): Promise<Answer> => {
      const words = text.toLowerCase().match(/[a-z]{4,}/g) ?? [];
      for (const document of await records.list(documents, scope.tripId)) {
        if (document.scope === 'family' && document.familyId !== scope.familyId) continue;
        const said = texts.get(document.id) ?? '';
        if (!words.some((word) => said.toLowerCase().includes(word))) continue;
        const citation = { n: 1, documentId: document.id, document: document.name, page: 1, quote: said.slice(0, 160) };
        return { found: true, text: `${said} [1]`, citations: [citation] };
      }
      return { found: false };
    },
    original: async ({ id }) => {
      const text = texts.get(id);
      return text === undefined ? undefined : Buffer.from(text);
    },
    forget: async ({ id }) => {
      texts.delete(id);
    },
    reindex: async ({ id }, bytes) => {
      texts.set(id, Buffer.from(bytes).toString());
      return true;
    },
    passages: async (scope) =>
      (await records.list(documents, scope.tripId))
        .filter((document) => document.scope === 'trip' || document.familyId === scope.familyId)
        .map(({ id, name }) => ({ documentId: id, document: name, page: 1, text: texts.get(id) ?? '' })),
    takesLong: (bytes) => bytes.length > 50_000,
    stage: unused,
    addStaged: unused,
    unstage: unused,
    unindex: unused,
    find: unused,
    wants: unused,
    text: async ({ id }) => texts.get(id),
    pageStarts: async () => new Map(),
    ready: async () => {},
    close: async () => {},
  };
};
