import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import express, { type RequestHandler } from 'express';
import { type Log, openLog } from '../app/log.ts';
import { PERSONAL_KINDS } from '../app/personal-kinds.ts';
import { errorHandler } from '../channels/rest/error-handler.ts';
import type { RestHouse } from '../channels/rest/house.ts';
import { openApiDocument } from '../channels/rest/openapi.ts';
import { restApi } from '../channels/rest/rest-api.ts';
import { routesOf } from '../channels/rest/routes.ts';
import { type Tokens, tokens } from '../channels/tokens.ts';
import { planEditor } from '../jobs/tasks/edit-in-thread.ts';
import { fileBlobs } from '../store/files/file-blobs.ts';
import { sharpAlbum } from '../store/photos/sharp-album.ts';
import { openDatabase } from '../store/sqlite/database.ts';
import { sqliteStore } from '../store/sqlite/sqlite-store.ts';
import { type Clock, systemClock } from '../trips/clock.ts';
import type { Records } from '../trips/records.ts';
import { testCodec } from './codec.ts';
import { type ContractCheck, contractCheck } from './openapi-contract.ts';
import { memoryLibrary } from './stand-ins/memory-library.ts';

/** What came back; `body` is the JSON read as whatever the test expects of it. */
interface Got {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
  readonly text: string;
}

interface Ask {
  readonly token?: string | undefined;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A person who signed in for the test. */
export interface Guest {
  readonly token: string;
  readonly userId: string;
  readonly familyId: string;
}

/**
 * The REST door alone: a real server on a real store. Every answer below `/api/v1`, however it was asked for, is checked
 * against the OpenAPI document; `call` and `close` reject when one is not as promised.
 */
export interface RestDoor {
  readonly url: string;
  readonly house: RestHouse;
  readonly records: Records;
  readonly tokens: Tokens;
  readonly library: ReturnType<typeof memoryLibrary>;
  readonly logged: readonly string[];
  readonly log: Log;
  /** `path` is below `/api/v1`, unless it begins with `/api` itself. */
  call(method: string, path: string, ask?: Ask): Promise<Got>;
  signIn(who: { name: string; phone?: string; teamsId?: string; email?: string; familyName?: string }): Promise<Guest>;
  close(): Promise<void>;
}

/** Opens the door on a free port of loopback. */
export const openRestDoor = async (
  parts: Partial<Pick<RestHouse, 'devSignIn' | 'maxUploadBytes' | 'requestsPerMinute'>> & {
    clock?: Clock;
    records?: (real: Records) => Records;
  } = {},
): Promise<RestDoor> => {
  const { clock = systemClock, records: wrap = (real) => real, ...settings } = parts;
  const folder = mkdtempSync(join(tmpdir(), 'rest-door-'));
  const store = sqliteStore(openDatabase(join(folder, 'trips.db')), clock, testCodec);
  const records = wrap(store);
  const logged: string[] = [];
  const log = openLog(
    'info',
    new Writable({
      write: (chunk, _encoding, done) => {
        logged.push(String(chunk));
        done();
      },
    }),
  );
  const mint = tokens({ secret: 'example-secret-for-tests-only-0123456789', clock });
  const library = memoryLibrary(store);
  const house: RestHouse = {
    records,
    library,
    personal: {
      kinds: PERSONAL_KINDS,
      original: library.original,
      picture: sharpAlbum(fileBlobs(join(folder, 'blobs'))).get,
    },
    editPlan: planEditor(records, library, clock),
    album: sharpAlbum(fileBlobs(join(folder, 'blobs'))),
    publicUrl: () => 'https://pathfinder.example',
    clock,
    tokens: mint,
    log,
    aiLimits: { user: 500_000, trip: 2_000_000, platform: 10_000_000 },
    devSignIn: true,
    maxUploadBytes: 100_000,
    requestsPerMinute: 100_000,
    ...settings,
  };
  const violations: string[] = [];
  const app = express();
  app.use('/api/v1', witness(contractCheck(openApiDocument('/api/v1', routesOf(house))), violations));
  app.use(restApi(house));
  app.use(errorHandler(log));
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const promised = (): void => {
    if (violations.length > 0) throw new Error(violations.splice(0).join('\n'));
  };
  const call: RestDoor['call'] = async (method, path, { token, body, headers } = {}) => {
    const isForm = body instanceof FormData;
    const isRaw = typeof body === 'string' || body instanceof Blob;
    const response = await fetch(url + (path.startsWith('/api') ? path : `/api/v1${path}`), {
      method,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && !isForm && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: isForm || isRaw ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const read = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
    promised();
    return { status: response.status, headers: response.headers, body: read, text };
  };

  return {
    url,
    house,
    records,
    tokens: mint,
    library,
    logged,
    log,
    call,
    signIn: async (who) => {
      const { status, body, text } = await call('POST', '/auth/dev-token', { body: who });
      if (status !== 200) throw new Error(`could not sign in: ${text}`);
      const { token, user, family } = body as { token: string; user: { id: string }; family: { id: string } };
      return { token, userId: user.id, familyId: family.id };
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await store.close();
      rmSync(folder, { recursive: true, force: true });
      promised();
    },
  };
};

/** Notes what is wrong with each answer before it goes out. */
const witness =
  (check: ContractCheck, violations: string[]): RequestHandler =>
  (request, response, next) => {
    const written: string[] = [];
    const note = ([body]: readonly unknown[]): void => {
      if (typeof body === 'string' || body instanceof Uint8Array) written.push(Buffer.from(body as string).toString());
    };
    // What is written as it is made ends in an end without words.
    const write = response.write.bind(response);
    response.write = ((...sent: Parameters<typeof write>) => {
      note(sent);
      return write(...sent);
    }) as typeof response.write;
    const end = response.end.bind(response);
    response.end = ((...sent: Parameters<typeof end>) => {
      response.write = write;
      note(sent);
      const violation = check({
        method: request.method,
        path: request.originalUrl,
        status: response.statusCode,
        contentType: response.getHeader('content-type')?.toString(),
        etag: response.getHeader('etag')?.toString(),
        text: written.join(''),
      });
      if (violation !== undefined) violations.push(violation);
      return end(...sent);
    }) as typeof response.end;
    next();
  };
