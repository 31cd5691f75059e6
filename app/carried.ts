import { documentBlob } from '../rag/open-library.ts';
import type { KeptBody } from '../store/entity-store.ts';
import { documents } from '../trips/documents/document.ts';

/** The blobs whose bytes a document stands for. */
export const blobsOf = ({ type, id, received }: KeptBody): readonly string[] => {
  if (type === documents.type) return [documentBlob(id)];
  const files = (received as { readonly files?: readonly { readonly blob?: unknown }[] } | undefined)?.files ?? [];
  return files.flatMap(({ blob }) => (typeof blob === 'string' ? [blob] : []));
};

const OF_ONE_SERVER = new Set(['ping', 'transformation', 'search_vectors']);

/** Documents that belong to one server and are of no use to another. */
export const staysHere = ({ type }: KeptBody): boolean => OF_ONE_SERVER.has(type);
