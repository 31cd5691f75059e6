import { parentPort, workerData } from 'node:worker_threads';
import type { ExtractionLimits, GivenFile } from './block.ts';
import { readDocument } from './read-document.ts';

// A thread of its own, so that a hostile file can be stopped at any moment and takes nothing down with it.
const { file, limits } = workerData as { file: GivenFile; limits: ExtractionLimits };
parentPort?.postMessage(await readDocument(file, limits));
