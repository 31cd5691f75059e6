import { listingOf } from './zip-listing.ts';

/** The list of a package that says that it holds so many files, each of the same name. */
const listOf = (count: number, name: string): Uint8Array => {
  const entry = Buffer.alloc(46 + name.length);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt32LE(7, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.write(name, 46);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 10);
  return Buffer.concat([...Array.from({ length: count }, () => entry), end]);
};

describe('the list of a package', () => {
  it('names its files and how large they claim to be', () => {
    expect(listingOf(listOf(2, 'a.xml'))).toEqual(Array(2).fill({ name: 'a.xml', unpackedBytes: 7 }));
  });

  it('makes no sense beyond what a document may hold, where it is cut short, or without an end', () => {
    expect(listingOf(listOf(10_000, 'a'))).toHaveLength(10_000);
    expect(listingOf(listOf(10_001, 'a'))).toBeUndefined();
    expect(listingOf(listOf(3, 'a.xml').subarray(30))).toBeUndefined();
    expect(listingOf(new TextEncoder().encode('no package at all, whatever its name says'))).toBeUndefined();
  });
});
