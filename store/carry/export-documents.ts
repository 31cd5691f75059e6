import { type Clock, instant } from '../../trips/clock.ts';
import type { BlobStore } from '../blob-store.ts';
import type { EntityStore, KeptBody } from '../entity-store.ts';
import { type Line, LOOKUP_PROBE } from './line.ts';

export interface ExportHouse {
  readonly store: EntityStore;
  readonly blobs: Pick<BlobStore, 'get'>;
  readonly clock: Clock;
  /** The blobs a document names. */
  blobsOf(body: KeptBody): readonly string[];
  /** Documents that belong to one server and are of no use to another. */
  stays(body: KeptBody): boolean;
}

const PAGE = 200;

/**
 * Everything a store keeps, line by line, with the files its documents name. Sealed fields stay sealed, by the keys they
 * have. Each document is as it is when its page is read; nothing that was kept before the first line is left out.
 */
export async function* exportDocuments(house: ExportHouse): AsyncGenerator<Line> {
  const { store, blobs, clock } = house;
  yield { pathfinder: 'export', format: 1, at: instant(clock), lookup: store.lookupKey(LOOKUP_PROBE) };
  let documents = 0;
  let files = 0;
  let continuation: string | undefined;
  do {
    const page = await store.keptPage(PAGE, continuation);
    for (const { body, expiresAt } of page.items) {
      if (house.stays(body)) continue;
      // A document comes after its files: what an import that breaks off has written down has its files.
      for (const name of house.blobsOf(body)) {
        const bytes = await blobs.get(name);
        if (!bytes) continue;
        files += 1;
        yield { file: name, base64: Buffer.from(bytes).toString('base64') };
      }
      documents += 1;
      yield { document: { ...body, _schema_version: Number(body._schema_version ?? 1) }, expiresAt };
    }
    continuation = page.continuation;
  } while (continuation !== undefined);
  yield { end: true, documents, files };
}
