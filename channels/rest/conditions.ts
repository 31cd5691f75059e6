import { hash } from 'node:crypto';

/**
 * The `ETag` of a shown entity: the stored document's tag, a dot, and a digest of what is shown. A write compares the first
 * part (was the document changed?), a cache the whole (would it look the same?).
 */
export const entityTag = (etag: string, shown: string): string =>
  `"${etag}.${hash('sha256', shown, 'base64url').slice(0, 8)}"`;

/** The documents' tags in an `If-Match` header; empty when it is absent or `*`, which any existing document meets. */
export const ifMatchOf = (header: string | undefined): readonly string[] => {
  if (header === undefined || header.trim() === '*') return [];
  return header.split(',').map((tag) => {
    const bare = tag.trim().replace(/^W\//, '').replaceAll('"', '');
    const dot = bare.lastIndexOf('.');
    return dot < 0 ? bare : bare.slice(0, dot);
  });
};

/** The one tag to hand to a command: the current one when the caller named it among several. */
export const demanded = (ifMatch: readonly string[], current: string): string | undefined =>
  ifMatch.includes(current) ? current : ifMatch[0];
