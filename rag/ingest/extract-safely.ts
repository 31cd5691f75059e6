import { Worker } from 'node:worker_threads';
import type { ExtractionLimits, GivenFile, Unread } from './block.ts';
import { fairTurns } from './fair-turns.ts';
import type { ReadDocument } from './read-document.ts';

const WORKER = new URL('./extraction-worker.ts', import.meta.url);
/**
 * The thread is stopped by the growth of the process, looked at this often. Its heap ends far beyond that: a thread that
 * runs out of heap in the middle of something large takes the whole process with it.
 */
const WATCH_EVERY_MS = 25;
const HEAP_BEYOND_GROWTH = 3;

const TOO_MUCH: Unread = {
  reason: 'too-large',
  detail: 'It unpacks to far more than a document should, so I stopped reading it.',
};

/** Reads documents one at a time. */
export interface Extractor {
  /**
   * What `readDocument` returns, within the limits of time and memory whatever the file does: a file that outgrows them
   * is `too-large`. Never rejects for a bad file. Files of several people are read by turns.
   */
  extract(file: GivenFile, whose: string): Promise<ReadDocument | Unread>;
}

/** Opens an extractor. One document at a time: two could not be told apart in the growth of the process. */
export const openExtractor = (limits: ExtractionLimits): Extractor => {
  const inTurn = fairTurns();
  return {
    extract: (file, whose) => {
      if (file.bytes.length > limits.maxBytes) {
        return Promise.resolve({
          reason: 'too-large',
          detail: `It is larger than ${Math.floor(limits.maxBytes / 1_000_000)} MB, the most I take.`,
        });
      }
      return inTurn(whose, () => inThread(file, limits));
    },
  };
};

const inThread = (file: GivenFile, limits: ExtractionLimits): Promise<ReadDocument | Unread> =>
  new Promise((resolve) => {
    const worker = new Worker(WORKER, {
      workerData: { file, limits },
      resourceLimits: { maxOldGenerationSizeMb: limits.maxMegabytes * HEAP_BEYOND_GROWTH, stackSizeMb: 4 },
      // What a library grumbles about a file is no business of the server's output.
      stdout: true,
      stderr: true,
    });
    let outcome: ReadDocument | Unread | undefined;
    const stop = (why: Unread): void => {
      outcome ??= why;
      void worker.terminate();
    };
    const before = process.memoryUsage.rss();
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > limits.maxMegabytes * 1_000_000) stop(TOO_MUCH);
    }, WATCH_EVERY_MS);
    const timer = setTimeout(
      () => stop({ reason: 'too-large', detail: 'It took too long to read, so I stopped. Send me a simpler copy.' }),
      limits.timeoutMs,
    );
    worker.on('message', (message: ReadDocument | Unread) => {
      outcome ??= message;
      void worker.terminate();
    });
    worker.on('error', (error: Error & { code?: string }) => {
      outcome ??=
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? TOO_MUCH
          : { reason: 'unreadable', detail: 'The file is damaged, so I could not read it.' };
    });
    worker.on('exit', () => {
      clearInterval(watch);
      clearTimeout(timer);
      resolve(outcome ?? { reason: 'unreadable', detail: 'The file is damaged, so I could not read it.' });
    });
  });
