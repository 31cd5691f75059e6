import { join } from 'node:path';
import express from 'express';
import { openLog } from '../app/log.ts';
import { PERSONAL_KINDS } from '../app/personal-kinds.ts';
import { restApi } from '../channels/rest/rest-api.ts';
import { tokens } from '../channels/tokens.ts';
import { planEditor } from '../jobs/tasks/edit-in-thread.ts';
import { fileBlobs } from '../store/files/file-blobs.ts';
import { sharpAlbum } from '../store/photos/sharp-album.ts';
import { openDatabase } from '../store/sqlite/database.ts';
import { sqliteStore } from '../store/sqlite/sqlite-store.ts';
import { systemClock } from '../trips/clock.ts';
import { testCodec } from './codec.ts';
import { memoryLibrary } from './stand-ins/memory-library.ts';

/** The REST door on the real store, as a process that a test kills. */
const store = sqliteStore(openDatabase(join(process.env.DATA_DIR ?? '', 'pathfinder.db')), systemClock, testCodec);
const library = memoryLibrary(store);
const app = express();
app.use(
  restApi({
    records: store,
    library,
    personal: {
      kinds: PERSONAL_KINDS,
      original: library.original,
      picture: sharpAlbum(fileBlobs(join(process.env.DATA_DIR ?? '', 'blobs'))).get,
    },
    editPlan: planEditor(store, library, systemClock),
    album: sharpAlbum(fileBlobs(join(process.env.DATA_DIR ?? '', 'blobs'))),
    publicUrl: () => 'https://pathfinder.example',
    clock: systemClock,
    tokens: tokens({ secret: 'example-secret-for-tests-only-0123456789', clock: systemClock }),
    log: openLog('error'),
    aiLimits: { user: 0, trip: 0, platform: 0 },
    devSignIn: true,
    maxUploadBytes: 100_000,
    requestsPerMinute: 1_000_000,
  }),
);
const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(`ready ${typeof address === 'object' ? address?.port : ''}`);
});
