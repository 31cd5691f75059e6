import { parentPort, workerData } from 'node:worker_threads';
import type { ExtractionLimits } from './block.ts';
import { extract } from './extract.ts';

// A thread of its own, so that a hostile file can be stopped at any moment and takes nothing down with it.
const { bytes, name, limits } = workerData as { bytes: Uint8Array; name: string; limits: ExtractionLimits };
parentPort?.postMessage(await extract(bytes, name, limits));
