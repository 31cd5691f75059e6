import { readFileSync, writeFileSync } from 'node:fs';
import type { Transcript } from './transcript.ts';

/**
 * Holds a transcript against `transcripts/<name>.md`; with GOLDEN=write it is written anew, to be read. Links are made up
 * anew each time, and so are the codes: each is given with the word that stands for it.
 */
export const expectTranscript = (name: string, told: Transcript, codes: Readonly<Record<string, string>>): void => {
  const golden = new URL(`./transcripts/${name}.md`, import.meta.url);
  const text = Object.entries(codes)
    .reduce((said, [code, word]) => said.replaceAll(code, word), told.text())
    .replaceAll(/\/s\/[\w-]+/g, '/s/TOKEN')
    .replaceAll(/texted-[\w-]+\./g, 'texted-a1b2c3.');
  if (process.env.GOLDEN === 'write') writeFileSync(golden, text);
  expect(text).toBe(readFileSync(golden, 'utf8'));
};
