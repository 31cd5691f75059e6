import { documentBlob } from '../rag/open-library.ts';
import { noteVectors, vectorsMadeBy } from '../rag/search-vectors.ts';
import { documents } from '../trips/documents/document.ts';
import { command } from './command.ts';
import type { Composed } from './compose.ts';

/** Makes these documents searchable from their files; resolves with how many are. */
export const reindex = async (
  { store, blobs, library, vectorModel }: Composed,
  listed: AsyncIterable<{ readonly pk: string; readonly id: string }>,
): Promise<{ readonly listed: number; readonly searchable: number }> => {
  const anew = (await vectorsMadeBy(store)) !== vectorModel;
  let seen = 0;
  let searchable = 0;
  for await (const { pk, id } of listed) {
    seen += 1;
    const document = await store.read(documents, pk, id);
    const bytes = document && (await blobs.get(documentBlob(id)));
    if (!document) continue;
    if (bytes && (await library.reindex(document, bytes))) searchable += 1;
    // Another model's vectors could not be searched beside the new ones.
    else if (anew) await library.unindex(document);
  }
  if (anew) await noteVectors(store, vectorModel);
  return { listed: seen, searchable };
};

/** Every trip document there is. */
async function* everyDocument({ store }: Composed) {
  let continuation: string | undefined;
  do {
    const page = await store.keptPage(100, continuation);
    for (const { body } of page.items) if (body.type === documents.type) yield body;
    continuation = page.continuation;
  } while (continuation !== undefined);
}

/** `npm run reindex`: reads every trip document's file into the search index anew, beside running servers; after a change of EMBEDDINGS without them. */
if (import.meta.main) {
  await command(
    async (parts) => {
      const { listed, searchable } = await reindex(parts, everyDocument(parts));
      console.log(`${searchable} of ${listed} trip documents are searchable.`);
      if (searchable < listed) process.exitCode = 1;
    },
    { reindexing: true },
  );
}
