import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { checkExport, importDocuments } from '../store/carry/import-documents.ts';
import { documents } from '../trips/documents/document.ts';
import { PathfinderError } from '../trips/pathfinder-error.ts';
import { staysHere } from './carried.ts';
import type { Composed } from './compose.ts';
import { EVERY_KIND } from './every-kind.ts';
import { reindex } from './reindex.ts';

/**
 * Writes an export into STORE, with its files, and makes its documents searchable. Nothing is written unless all of it can
 * be, and nothing over what is here unless `over` says so.
 */
export const importFrom = async (path: string, over: boolean, parts: Composed): Promise<void> => {
  const { store, codec, blobs } = parts;
  const lines = (): AsyncIterable<string> =>
    createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY });
  const found = await checkExport({ store, codec, kinds: EVERY_KIND }, lines());
  if (!over && !(await isEmpty(parts))) {
    throw new PathfinderError('import-refused', 'there is something here already: --over writes over it');
  }
  console.log(`${found.documents} documents and ${found.files} files to import`);
  const listed: { readonly pk: string; readonly id: string }[] = [];
  const done = await importDocuments({ store, codec, blobs }, lines(), ({ type, pk, id }) => {
    if (type === documents.type) listed.push({ pk, id });
  });
  const { searchable } = await reindex(parts, Readable.from(listed));
  console.log(
    `${done.documents} documents and ${done.files} files imported; ${searchable} of ${listed.length} trip documents are searchable.`,
  );
};

/** Whether nothing is kept but what every server writes for itself. */
const isEmpty = async ({ store }: Composed): Promise<boolean> => {
  let continuation: string | undefined;
  do {
    const page = await store.keptPage(100, continuation);
    if (page.items.some(({ body }) => !staysHere(body))) return false;
    continuation = page.continuation;
  } while (continuation !== undefined);
  return true;
};
