import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { EVERY_KIND } from '../app/every-kind.ts';
import { testCodec } from './codec.ts';
import { sampleDocument } from './sample-document.ts';

/** The document of this kind and version, as a store keeps it, under the keys of the tests. */
export const fixtureOf = (type: string, version: number): URL =>
  new URL(`./fixtures/documents/${type}.v${version}.json`, import.meta.url);

// `npm run fixtures`: writes what is missing for the present versions. What was written once is never changed: it is
// what lies in people's stores.
if (import.meta.main) {
  mkdirSync(new URL('./fixtures/documents/', import.meta.url), { recursive: true });
  for (const kind of EVERY_KIND) {
    const file = fixtureOf(kind.type, kind.version);
    if (existsSync(file)) continue;
    writeFileSync(file, `${JSON.stringify(testCodec.encode(sampleDocument(kind)), null, 2)}\n`);
    console.log(`written: ${kind.type}.v${kind.version}.json`);
  }
}
