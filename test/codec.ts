import { documentCodec } from '../store/document-codec.ts';
import { keyring } from '../store/keyring.ts';
import { SEALED_FIELDS } from '../trips/privacy/sealed-fields.ts';

/** Seals with keys that are the same in every test. */
export const testKeyring = keyring({
  seals: new Map([['example', Buffer.alloc(32, 'example seal key')]]),
  lookup: Buffer.alloc(32, 'example look-up key'),
});

export const testCodec = documentCodec(testKeyring, SEALED_FIELDS);
