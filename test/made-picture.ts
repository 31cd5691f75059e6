import sharp from 'sharp';

/** A picture of one colour. */
export const madePicture = (width = 40, height = 30, format: 'png' | 'tiff' = 'png'): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#3a7ca5' } })
    .toFormat(format)
    .toBuffer();

/** What a camera writes beside the picture: who, with what, when, and where. */
export const CAMERA_NOTES = ['CanaryCam', 'Bea-canary', '2027:06'] as const;

/** A JPEG as a phone takes it, lying on its side, with notes of its camera and the place. */
export const madePhoto = (): Promise<Buffer> =>
  sharp({ create: { width: 600, height: 400, channels: 3, background: '#e0a458' } })
    .withExif({
      IFD0: { Make: CAMERA_NOTES[0], Artist: CAMERA_NOTES[1], DateTime: '2027:06:12 10:00:00', Orientation: '6' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '38/1 42/1 49/1', GPSLongitudeRef: 'W', GPSLongitude: '9/1 8/1 2/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

/** What is noted in a picture: its format, and whether anything stands beside the pixels. */
export const readPicture = async (bytes: Uint8Array) => {
  const { format, width, height, exif, xmp, iptc, icc, orientation } = await sharp(bytes).metadata();
  return { format, width, height, notes: Boolean(exif ?? xmp ?? iptc ?? icc ?? orientation) };
};
