import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';

/** Azure Storage's own emulator, for blobs alone, on loopback and in memory. */
export interface AzuriteStandIn {
  readonly connectionString: string;
  close(): Promise<void>;
}

/** The account that the emulator knows, published with it: https://learn.microsoft.com/azure/storage/common/storage-use-azurite */
const ACCOUNT = 'devstoreaccount1';
const PUBLISHED_KEY = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';
const LISTENS = /listens on (http:\/\/127\.0\.0\.1:\d+)/i;

/** Starts it on a port that the system chooses. */
export const startAzurite = async (): Promise<AzuriteStandIn> => {
  const folder = dirname(createRequire(import.meta.url).resolve('azurite/package.json'));
  const child = spawn(
    process.execPath,
    [
      join(folder, 'dist/src/blob/main.js'),
      ...[
        '--blobHost',
        '127.0.0.1',
        '--blobPort',
        '0',
        '--inMemoryPersistence',
        '--disableTelemetry',
        '--skipApiVersionCheck',
      ],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const lines = createInterface({ input: child.stdout });
  for await (const line of lines) {
    const url = LISTENS.exec(line)?.[1];
    if (url === undefined) continue;
    child.stdout.resume();
    return {
      connectionString: `DefaultEndpointsProtocol=http;AccountName=${ACCOUNT};AccountKey=${PUBLISHED_KEY};BlobEndpoint=${url}/${ACCOUNT};`,
      close: async () => {
        const exited = once(child, 'exit');
        child.kill('SIGKILL');
        await exited;
      },
    };
  }
  throw new Error('azurite ended before it listened');
};
