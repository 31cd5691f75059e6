import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { documentBlob } from '../rag/open-library.ts';
import { checkExport, importDocuments } from '../store/carry/import-documents.ts';
import { documents } from '../trips/documents/document.ts';
import { PathfinderError } from '../trips/pathfinder-error.ts';
import { staysHere } from './carried.ts';
import type { Composed } from './compose.ts';
import { EVERY_KIND } from './every-kind.ts';

/**
 * Writes an export into STORE, with its files, and makes its documents searchable. Nothing is written unless all of it can
 * be, and nothing over what is here unless `over` says so.
 */
export const importFrom = async (path: string, over: boolean, parts: Composed): Promise<void> => {
  const { store, codec, blobs, library } = parts;
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
  let searchable = 0;
  for (const { pk, id } of listed) {
    const document = await store.read(documents, pk, id);
    const bytes = document && (await blobs.get(documentBlob(id)));
    if (document && bytes && (await library.reindex(document, bytes))) searchable += 1;
  }
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
