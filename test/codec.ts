import { type DocumentCodec, documentCodec } from '../store/document-codec.ts';
import { keyring } from '../store/keyring.ts';
import { SEALED_FIELDS } from '../trips/privacy/sealed-fields.ts';

const ringOf = (names: readonly string[]) =>
  keyring({
    seals: new Map(names.map((name) => [name, Buffer.alloc(32, `${name} seal key`)])),
    lookup: Buffer.alloc(32, 'example look-up key'),
  });

/** Seals with keys that are the same in every test. */
export const testKeyring = ringOf(['example']);

/** Seals with the key of the first name and opens with those of all. */
export const codecWith = (...names: readonly string[]): DocumentCodec => documentCodec(ringOf(names), SEALED_FIELDS);

export const testCodec = codecWith('example');
