import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CAMERA_NOTES, madePhoto, madePicture, readPicture } from '../../test/made-picture.ts';
import { fileBlobs } from '../files/file-blobs.ts';
import { sharpAlbum } from './sharp-album.ts';

const folder = mkdtempSync(join(tmpdir(), 'album-'));
const album = sharpAlbum(fileBlobs(folder));
afterAll(() => rmSync(folder, { recursive: true }));

const developed = async (bytes: Uint8Array) => {
  const photo = await album.develop(bytes);
  if ('reason' in photo) throw new Error(photo.detail);
  return photo;
};
const refused = async (bytes: Uint8Array) => {
  const photo = await album.develop(bytes);
  return 'reason' in photo ? photo : undefined;
};
const text = (words: string) => new TextEncoder().encode(words);

test('a photo is kept the right way up and without anything its camera noted', async () => {
  const taken = await madePhoto();
  for (const note of CAMERA_NOTES) expect(taken.toString('latin1')).toContain(note);
  expect(await readPicture(taken)).toMatchObject({ width: 600, height: 400, notes: true });
  const { full, thumbnail, width, height } = await developed(taken);
  expect({ width, height }).toEqual({ width: 400, height: 600 });
  for (const kept of [full, thumbnail]) {
    expect((await readPicture(kept)).notes).toBe(false);
    for (const note of CAMERA_NOTES) expect(Buffer.from(kept).toString('latin1')).not.toContain(note);
  }
});

test('a large picture becomes one of 2,048 pixels at most and a small one; a little one stays as large as it is', async () => {
  const large = await developed(await madePicture(3_000, 1_500));
  expect(await readPicture(large.full)).toMatchObject({ format: 'jpeg', width: 2_048, height: 1_024 });
  expect(await readPicture(large.thumbnail)).toMatchObject({ width: 480, height: 240 });
  expect(await developed(await madePicture(40, 30))).toMatchObject({ width: 40, height: 30 });
});

test('what is no photo is refused with what to do, and never opened', async () => {
  const svg = text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>');
  const tiff = await madePicture(9, 9, 'tiff');
  for (const bytes of [svg, tiff, text('%PDF-1.7'), new Uint8Array()]) {
    expect(await refused(bytes)).toMatchObject({
      reason: 'unsupported-type',
      detail: expect.stringMatching(/no photo I can keep/),
    });
  }
  const heic = new Uint8Array(64);
  heic.set(text('ftypheic'), 4);
  expect((await refused(heic))?.detail).toMatch(/HEIC.*JPEG/);
});

test('a picture cut off in the middle and one that claims too many pixels are refused', async () => {
  const whole = await madePhoto();
  expect(await refused(whole.subarray(0, whole.length / 2))).toMatchObject({ reason: 'unsupported-type' });
  const bomb = Buffer.from(await madePicture());
  bomb.writeUInt32BE(60_000, 16);
  bomb.writeUInt32BE(60_000, 20);
  expect(await refused(bomb)).toMatchObject({ reason: 'too-large' });
});
