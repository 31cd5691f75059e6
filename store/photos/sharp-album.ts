import type { DevelopedPhoto, NoPhoto, PhotoAlbum } from '../../trips/memories/memory-photo.ts';
import type { BlobStore } from '../blob-store.ts';

/** The longest side of a picture as it is kept, and of the small one, in pixels. */
const FULL = 2_048;
const SMALL = 480;
/** Pixels a picture may have before it is unpacked: more than any phone takes, less than fills the memory. */
const MAX_PIXELS = 120_000_000;

const NOT_ONE: NoPhoto = {
  reason: 'unsupported-type',
  detail: 'that is no photo I can keep: send a JPEG, PNG, WebP, GIF or AVIF file',
};
const HEIC: NoPhoto = {
  reason: 'unsupported-type',
  detail: 'I cannot open HEIC photos: send it as JPEG (on an iPhone: Settings, Camera, Formats, Most Compatible)',
};
const TOO_LARGE: NoPhoto = { reason: 'too-large', detail: 'that picture has too many pixels to be kept' };
const BROKEN: NoPhoto = { reason: 'unsupported-type', detail: 'that picture is broken: send it once more' };

const latin = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.subarray(from, to)).toString('latin1');

/** What a file is by its first bytes: other formats, drawings with scripts among them, are never handed to the decoder. */
const formatOf = (bytes: Uint8Array): 'picture' | 'heic' | undefined => {
  const start = latin(bytes, 0, 12);
  if (start.startsWith('\xff\xd8\xff') || start.startsWith('\x89PNG\r\n\x1a\n') || /^GIF8[79]a/.test(start))
    return 'picture';
  if (/^RIFF[\s\S]{4}WEBP/.test(start)) return 'picture';
  if (start.slice(4, 8) !== 'ftyp') return undefined;
  const brands = latin(bytes, 8, 32);
  if (/avif|avis/.test(brands)) return 'picture';
  return /hei[cxms]|hev[cx]|mif1|msf1/.test(brands) ? 'heic' : undefined;
};

/** Photos developed by sharp (libvips, loaded when the first one comes) and kept with the other files. */
export const sharpAlbum = (blobs: BlobStore): PhotoAlbum => ({
  develop: async (bytes): Promise<DevelopedPhoto | NoPhoto> => {
    const format = formatOf(bytes);
    if (format === undefined) return NOT_ONE;
    if (format === 'heic') return HEIC;
    const { default: sharp } = await import('sharp');
    const open = () => sharp(bytes, { failOn: 'error', limitInputPixels: MAX_PIXELS });
    // Nothing of a picture but its pixels is written, unless sharp is told to: what says where it was taken stays out.
    const sized = (longest: number) =>
      open()
        .rotate()
        .resize(longest, longest, { fit: 'inside', withoutEnlargement: true })
        .flatten({ background: '#ffffff' })
        .jpeg({ quality: 82, mozjpeg: true });
    try {
      const { width, height } = await open().metadata();
      if (width * height > MAX_PIXELS) return TOO_LARGE;
      const [full, thumbnail] = [
        await sized(FULL).toBuffer({ resolveWithObject: true }),
        await sized(SMALL).toBuffer(),
      ];
      return { full: full.data, thumbnail, width: full.info.width, height: full.info.height };
    } catch (error) {
      return String(error).includes('pixel limit') ? TOO_LARGE : BROKEN;
    }
  },
  put: blobs.put,
  get: blobs.get,
  remove: blobs.remove,
});
