import { randomBytes } from 'node:crypto';
import type { BlobStore } from './blob-store.ts';

/** One blob store under test, and how it ends. */
export interface BlobsUnderTest {
  readonly blobs: BlobStore;
  close(): Promise<void>;
}

/** What every place for files promises; each implementation runs this same suite. */
export const blobContract = (name: string, open: () => Promise<BlobsUnderTest>): void => {
  describe(`${name} keeps the blob store's contract`, () => {
    let held: BlobsUnderTest;
    let blobs: BlobStore;
    beforeAll(async () => {
      held = await open();
      blobs = held.blobs;
    });
    afterAll(() => held.close());

    it('gives back the bytes it was given, whatever they are', async () => {
      const bytes = new Uint8Array(randomBytes(3_000_000));
      await blobs.put('documents/document_1', bytes);
      expect(Buffer.compare((await blobs.get('documents/document_1')) ?? new Uint8Array(), bytes)).toBe(0);
      await blobs.put('documents/empty', new Uint8Array());
      expect(await blobs.get('documents/empty')).toEqual(new Uint8Array());
    });

    it('replaces what is put under the same name', async () => {
      await blobs.put('a.txt', new TextEncoder().encode('first, and longer'));
      await blobs.put('a.txt', new TextEncoder().encode('second'));
      expect(new TextDecoder().decode(await blobs.get('a.txt'))).toBe('second');
    });

    it('has nothing under a name that was never used or was removed, and removes twice', async () => {
      expect(await blobs.get('never')).toBeUndefined();
      await blobs.put('gone', new Uint8Array([1]));
      await blobs.remove('gone');
      await blobs.remove('gone');
      expect(await blobs.get('gone')).toBeUndefined();
    });

    it.each(['../outside', '/etc/passwd', 'a//b', 'a/../b', '', 'a\\b', 'a?b'])(
      'takes no %s for a name',
      async (bad) => {
        await expect(blobs.put(bad, new Uint8Array([1]))).rejects.toMatchObject({ code: 'internal' });
        await expect(blobs.get(bad)).rejects.toMatchObject({ code: 'internal' });
      },
    );
  });
};
