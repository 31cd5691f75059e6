import { type ErasureParts, erasePeople } from '../jobs/erase-people.ts';
import type { Library } from '../rag/library.ts';
import { scrubIndex } from '../rag/sqlite/index-schema.ts';
import type { Database } from '../store/sqlite/database.ts';
import type { PhotoAlbum } from '../trips/memories/memory-photo.ts';
import type { ExportSources } from '../trips/privacy/export-person.ts';
import { PERSONAL_KINDS } from './personal-kinds.ts';

/** What exports are made from, and what erases people, over the parts that keep something of them. */
export const openPersonalData = (
  parts: Pick<ErasureParts, 'records' | 'clock' | 'log'> & {
    readonly library: Library;
    readonly album: Pick<PhotoAlbum, 'get'>;
    readonly blobs: { remove(name: string): Promise<void> };
    readonly database: Database;
  },
) => {
  const { records, clock, log, library, album, blobs, database } = parts;
  const personal: ExportSources = { kinds: PERSONAL_KINDS, original: library.original, picture: album.get };
  const eraser = erasePeople({
    records,
    clock,
    log,
    kinds: PERSONAL_KINDS,
    forget: library.forget,
    removeBlob: blobs.remove,
    scrub: async () => {
      await scrubIndex(database);
      await database.scrub();
    },
  });
  return { personal, eraser };
};
