import { createHash, randomUUID } from 'node:crypto';
import type { Gateway } from '../llm/gateway.ts';
import { audited } from '../trips/audit/audit-entry.ts';
import { type Clock, instant } from '../trips/clock.ts';
import { documents, type TripDocument } from '../trips/documents/document.ts';
import { type FamilyId, idFrom } from '../trips/ids.ts';
import { tell } from '../trips/notifications/fact.ts';
import type { Records } from '../trips/records.ts';
import { answer } from './answer/answer.ts';
import type { MayRead } from './answer/answer-part.ts';
import { wants } from './answer/question/wants.ts';
import type { Embeddings } from './embed/embeddings.ts';
import { DEFAULT_LIMITS, type ExtractionLimits } from './ingest/block.ts';
import { type Chunk, chunkText, documentText } from './ingest/chunk.ts';
import { displayName } from './ingest/display-name.ts';
import { openExtractor } from './ingest/extract-safely.ts';
import { leansOnPrevious } from './ingest/leaning.ts';
import { isPacked, isPicture } from './ingest/media-type.ts';
import type { Added, Library, NewDocument, ReaderScope } from './library.ts';
import type { Blobs, LibraryLog } from './library-parts.ts';
import { earlierVersion } from './next-version.ts';
import { plannedDay } from './papers/planned-day.ts';
import { withPapers } from './papers/with-papers.ts';
import { find } from './retrieve/find.ts';
import type { NewPassage, SearchIndex, Shelf } from './search-index.ts';
import { wordedAnswer } from './worded/worded-answer.ts';

/** Sentences whose vectors are made between two looks at how far it is. */
const EMBEDDED_AT_ONCE = 200;
/** From these sizes on, a file holds more sentences than a person waits for: some ten seconds' worth. */
const LONG_TEXT_BYTES = 100_000;
const LONG_PACKED_BYTES = 1_000_000;

/** The blob that holds a document's bytes. */
export const documentBlob = (documentId: string): string => `documents/${documentId}`;

/** The blob that holds the words that were read in it. */
const textBlob = (documentId: string): string => `${documentBlob(documentId)}.text`;

const shelfOf = ({ tripId, scope, familyId }: Pick<TripDocument, 'tripId' | 'scope' | 'familyId'>): Shelf => ({
  tripId,
  familyId: scope === 'family' ? familyId : undefined,
});

/** Opens the library of documents over a search index. Closing it closes the embeddings, too. */
export const openLibrary = (parts: {
  readonly index: SearchIndex;
  readonly records: Records;
  readonly blobs: Blobs;
  readonly embeddings: Embeddings;
  readonly clock: Clock;
  readonly log: LibraryLog;
  readonly limits?: Partial<ExtractionLimits>;
  /** The way to models that word answers; without one they are quoted. */
  readonly models?: Gateway | undefined;
}): Library => {
  const { index, records, blobs, embeddings, clock, log, models } = parts;
  const extractor = openExtractor({ ...DEFAULT_LIMITS, ...parts.limits });

  /** Asked of the records, not of the index: a document answers only while it is listed, and only to its readers. */
  const mayRead: MayRead = async (scope, documentId) => {
    const document = await records.read(documents, scope.tripId, documentId);
    if (!document) return false;
    return document.scope === 'trip' || (scope.familyId !== undefined && document.familyId === scope.familyId);
  };

  const readableIn = async (scope: ReaderScope, documentIds: readonly string[]): Promise<ReadonlySet<string>> => {
    const readable = new Set<string>();
    for (const id of new Set(documentIds)) if (await mayRead(scope, id)) readable.add(id);
    return readable;
  };

  /** What is being added now, by document: the same file sent five times at once is read once. */
  const underway = new Map<string, Promise<Added>>();

  const add = async (sent: NewDocument, onProgress?: (share: number) => void): Promise<Added> => {
    // Only of a picture is what was written beside it the text.
    const given = isPicture(sent.bytes) ? sent : { ...sent, caption: undefined };
    const familyId = given.scope === 'family' ? given.familyId : undefined;
    const hash = createHash('sha256')
      .update(given.bytes)
      .update(given.caption ?? '')
      .digest('hex');
    // The same bytes for the same readers are the same document, however often they come and whoever sends them.
    const id = idFrom('document', given.tripId, given.scope, familyId ?? '', hash);
    const known = await records.read(documents, given.tripId, id);
    if (known) return { ok: true, document: known, duplicate: true };
    const first = underway.get(id);
    if (first) {
      const added = await first;
      return added.ok ? { ...added, duplicate: true } : added;
    }
    const adding = takeIn(given, id, hash, familyId, onProgress).finally(() => underway.delete(id));
    underway.set(id, adding);
    return adding;
  };

  const takeIn = async (
    given: NewDocument,
    id: string,
    hash: string,
    familyId: FamilyId | undefined,
    onProgress?: (share: number) => void,
  ): Promise<Added> => {
    const started = clock.now();
    const read = await extractor.extract(given, given.addedBy);
    if ('reason' in read) {
      log.info({ tripId: given.tripId, documentId: id, reason: read.reason }, 'document refused');
      return { ok: false, ...read };
    }
    const { chunks } = read;
    const at = instant(clock);
    const document: TripDocument = {
      pk: given.tripId,
      id,
      type: 'document',
      _schema_version: documents.version,
      tripId: given.tripId,
      name: displayName(given.name),
      mediaType: read.mediaType,
      bytes: given.bytes.length,
      hash,
      pages: read.pages,
      chunks: chunks.length,
      unread: read.unread,
      scope: given.scope,
      familyId,
      addedBy: given.addedBy,
      createdAt: at,
    };
    const passages = await withVectors(chunks, onProgress);
    // Listed last: what is listed is searchable. What a crash leaves behind answers nobody (see `mayRead`), and the
    // same bytes, sent again, take its place.
    await blobs.put(documentBlob(id), given.bytes);
    await blobs.put(textBlob(id), new TextEncoder().encode(documentText(read.blocks)));
    await index.put(shelfOf(document), { id, name: document.name }, passages);
    const fact = tell(given.tripId, { kind: 'document-added', documentId: id }, at, {
      heardIn: given.heardIn,
      onlyFamily: familyId,
    });
    const replaced = earlierVersion(document, await records.list(documents, document.tripId));
    const commit = await records.commit(given.tripId, [
      { put: document, ifAbsent: true },
      ...(replaced ? [{ remove: replaced.id }] : []),
      fact,
      // What a family keeps to itself is not in the log of the trip.
      ...(familyId === undefined
        ? [audited(given.tripId, 'addDocument', given.addedBy, at, { document: document.name })]
        : []),
    ]);
    if (!commit.ok) {
      const first = await records.read(documents, given.tripId, id);
      return { ok: true, document: first ?? document, duplicate: true };
    }
    if (replaced) await drop(replaced);
    log.info(
      { tripId: given.tripId, documentId: id, pages: read.pages, chunks: chunks.length, ms: clock.now() - started },
      'document added',
    );
    return { ok: true, document, duplicate: false, replaced };
  };

  const textOf = async ({ id }: TripDocument): Promise<string | undefined> => {
    const bytes = await blobs.get(textBlob(id));
    return bytes && new TextDecoder().decode(bytes);
  };

  /** Drops what is kept of a document beside its record. */
  const drop = async (document: TripDocument): Promise<void> => {
    const { tripId, familyId, id } = document;
    const known = (await index.all({ tripId, familyId })).filter(({ documentId }) => documentId === id);
    await embeddings.forget?.(known.flatMap(meanings));
    await index.remove(shelfOf(document), document.id);
    await blobs.remove(textBlob(document.id));
    await blobs.remove(documentBlob(document.id));
  };

  const withVectors = async (
    chunks: readonly Chunk[],
    onProgress?: (share: number) => void,
  ): Promise<readonly NewPassage[]> => {
    const said = chunks.flatMap(meanings);
    const vectors: Float32Array[] = [];
    for (let from = 0; from < said.length; from += EMBEDDED_AT_ONCE) {
      vectors.push(...(await embeddings.embed(said.slice(from, from + EMBEDDED_AT_ONCE), 'later')));
      onProgress?.(vectors.length / said.length);
    }
    let next = 0;
    return chunks.map(({ ordinal, page, heading, units, spans }) => ({
      ordinal,
      page,
      heading,
      units: units.map((text, unit) => {
        const vector = vectors[next] ?? new Float32Array(embeddings.dimensions);
        next += 1;
        return { text, vector, span: spans[unit] ?? [0, 0] };
      }),
    }));
  };

  return {
    add: (document) => add(document),
    takesLong: (bytes) => bytes.length > (isPacked(bytes) ? LONG_PACKED_BYTES : LONG_TEXT_BYTES),
    stage: async (bytes) => {
      const staged = `staged/${randomUUID()}`;
      await blobs.put(staged, bytes);
      return { staged, hash: createHash('sha256').update(bytes).digest('hex') };
    },
    addStaged: async (staged, document, onProgress) => {
      const bytes = await blobs.get(staged);
      return bytes && add({ ...document, bytes }, onProgress);
    },
    unstage: (staged) => blobs.remove(staged),
    ask: async (question) => {
      const planned = await plannedDay(records, clock, question);
      if (planned) return planned;
      const seen = withPapers(index, records, embeddings, question.scope);
      return answer(seen, embeddings, mayRead, question, models && wordedAnswer(models, question));
    },
    find: async (question, most) => {
      const found = await find(withPapers(index, records, embeddings, question.scope), embeddings, question, most);
      const readable = await readableIn(
        question.scope,
        found.map(({ passage }) => passage.documentId),
      );
      return found
        .filter(({ passage }) => passage.kind !== undefined || readable.has(passage.documentId))
        .map(({ passage: { documentId, document, page, heading }, text, span, score }) => ({
          documentId,
          document,
          page,
          heading,
          text,
          span: [span[0], span[1]] as const,
          score,
        }));
    },
    passages: async (scope) => {
      const all = await index.all(scope);
      const readable = await readableIn(
        scope,
        all.map(({ documentId }) => documentId),
      );
      return all
        .filter(({ documentId }) => readable.has(documentId))
        .map(({ documentId, document, page, heading, units }) => ({
          documentId,
          document,
          page,
          heading,
          text: chunkText(units),
        }));
    },
    wants: (question) => wants(withPapers(index, records, embeddings, question.scope), embeddings, question),
    text: textOf,
    pageStarts: async ({ id, tripId, familyId }) => {
      const starts = new Map<number, number>();
      for (const { documentId, page, spans } of await index.all({ tripId, familyId })) {
        const start = Math.min(...spans.map(([from]) => from));
        if (documentId === id && page !== undefined) starts.set(page, Math.min(starts.get(page) ?? start, start));
      }
      return starts;
    },
    original: (document) => blobs.get(documentBlob(document.id)),
    forget: async (document) => {
      await drop(document);
      log.info({ tripId: document.tripId, documentId: document.id }, 'document forgotten');
    },
    reindex: async (document, bytes) => {
      const caption = isPicture(bytes) ? await textOf(document) : undefined;
      const read = await extractor.extract({ bytes, name: document.name, caption }, document.addedBy);
      if ('reason' in read) return false;
      await blobs.put(textBlob(document.id), new TextEncoder().encode(documentText(read.blocks)));
      const passages = await withVectors(read.chunks);
      await index.put(shelfOf(document), { id: document.id, name: document.name }, passages);
      return true;
    },
    unindex: (document) => index.remove(shelfOf(document), document.id),
    ready: () => embeddings.ready(),
    close: () => embeddings.close(),
  };
};

/** What is embedded for each unit: its words, with the sentence before where it leans on that. */
const meanings = ({ units }: Pick<Chunk, 'units'>): readonly string[] =>
  units.map((text, position) => {
    const previous = leansOnPrevious(text) ? units[position - 1] : undefined;
    return previous === undefined ? text : `${previous} ${text}`;
  });
