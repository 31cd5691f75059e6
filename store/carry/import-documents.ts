import { PathfinderError } from '../../trips/pathfinder-error.ts';
import { type Entity, type Kind, load } from '../../trips/records.ts';
import type { BlobStore } from '../blob-store.ts';
import type { DocumentCodec } from '../document-codec.ts';
import type { EntityStore, KeptBody, KeptDocument } from '../entity-store.ts';
import { type Line, LOOKUP_PROBE, line } from './line.ts';

export interface ImportHouse {
  readonly store: EntityStore;
  readonly codec: DocumentCodec;
  readonly blobs: Pick<BlobStore, 'put'>;
  readonly kinds: readonly Kind<Entity>[];
}

export interface Imported {
  readonly documents: number;
  readonly files: number;
}

/** Changes in one commit of Cosmos DB; SQLite has no limit. */
const AT_ONCE = 100;
/** Characters in one commit: Cosmos DB takes 2 MB. */
const MOST_TOGETHER = 1_000_000;

/**
 * Reads an export to its end without writing: every line must be one, every sealed field must open with FIELD_KEYS, every
 * document must be one this build knows. Throws `import-refused` saying what is wrong and where.
 */
export const checkExport = async (
  { store, codec, kinds }: Pick<ImportHouse, 'store' | 'codec' | 'kinds'>,
  lines: AsyncIterable<string>,
): Promise<Imported> => {
  const known = new Map(kinds.map((kind) => [kind.type, kind]));
  let number = 0;
  let documents = 0;
  let files = 0;
  let ended = false;
  for await (const text of lines) {
    number += 1;
    const one = parsed(text, number);
    if (ended) throw refused(number, 'there is more after the end');
    if ((number === 1) !== 'pathfinder' in one) throw refused(number, 'an export begins with one line about itself');
    if ('pathfinder' in one && one.lookup !== store.lookupKey(LOOKUP_PROBE)) {
      throw refused(
        number,
        'it was made under another LOOKUP_KEY: set that one, or nobody is found by phone or e-mail',
      );
    }
    if ('file' in one) files += 1;
    if ('document' in one) {
      documents += 1;
      const kind = known.get(one.document.type);
      try {
        const opened = codec.open(one.document);
        if (kind) load(kind, opened);
      } catch (cause) {
        throw refused(
          number,
          cause instanceof PathfinderError ? cause.message : 'a document is not of its kind',
          cause,
        );
      }
    }
    if ('end' in one) {
      ended = true;
      if (one.documents !== documents || one.files !== files) throw refused(number, 'lines are missing');
    }
  }
  if (!ended) throw refused(number, 'it was cut short');
  return { documents, files };
};

/** Writes an export that was checked: each document with the end of its time, sealed by the key that writes here. */
export const importDocuments = async (
  { store, codec, blobs }: Omit<ImportHouse, 'kinds'>,
  lines: AsyncIterable<string>,
  onDocument: (body: KeptBody) => void = () => undefined,
): Promise<Imported> => {
  let documents = 0;
  let files = 0;
  let number = 0;
  let together: KeptDocument[] = [];
  let characters = 0;
  const flush = async (): Promise<void> => {
    const [first] = together;
    if (first) await store.keep(first.body.pk, together);
    documents += together.length;
    for (const { body } of together) onDocument(body);
    together = [];
    characters = 0;
  };
  for await (const text of lines) {
    number += 1;
    const one = parsed(text, number);
    if ('file' in one) {
      await blobs.put(one.file, Buffer.from(one.base64, 'base64'));
      files += 1;
    }
    if (!('document' in one)) continue;
    const { pk, id, type } = one.document;
    const opened = codec.open(one.document) as unknown as Entity;
    const next = { body: { ...codec.encode(opened), pk, id, type }, expiresAt: one.expiresAt };
    const apart =
      together[0]?.body.pk !== pk || together.length === AT_ONCE || characters + text.length > MOST_TOGETHER;
    if (apart) await flush();
    together.push(next);
    characters += text.length;
  }
  await flush();
  return { documents, files };
};

const parsed = (text: string, number: number): Line => {
  try {
    return line.parse(JSON.parse(text));
  } catch (cause) {
    throw refused(number, 'this is no line of an export', cause);
  }
};

const refused = (number: number, why: string, cause?: unknown): PathfinderError =>
  new PathfinderError('import-refused', `line ${number}: ${why}`, cause);
