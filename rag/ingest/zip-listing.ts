/** A file in a package, as the package's own list names it. */
interface Packed {
  readonly name: string;
  /** What the list claims; a liar is stopped by the limits of whoever unpacks. */
  readonly unpackedBytes: number;
}

// https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, sections 4.3.12 and 4.3.16.
const ENTRY = 0x02014b50;
const END = 0x06054b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;
const ENTRY_BYTES = 46;
/** A document holds some dozens of files. */
const MOST_ENTRIES = 10_000;

/** The list at the end of a ZIP package, without unpacking anything; `undefined` when there is none that makes sense. */
export const listingOf = (bytes: Uint8Array): readonly Packed[] | undefined => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const first = Math.max(0, bytes.length - END_BYTES - LONGEST_COMMENT);
  let end = bytes.length - END_BYTES;
  while (end >= first && view.getUint32(end, true) !== END) end -= 1;
  if (end < first) return undefined;
  const count = view.getUint16(end + 10, true);
  if (count > MOST_ENTRIES) return undefined;
  let at = view.getUint32(end + 16, true);
  const listing: Packed[] = [];
  for (let entry = 0; entry < count; entry += 1) {
    if (at + ENTRY_BYTES > bytes.length || view.getUint32(at, true) !== ENTRY) return undefined;
    const nameBytes = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes));
    listing.push({ name, unpackedBytes: view.getUint32(at + 24, true) });
    at += ENTRY_BYTES + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return listing;
};
