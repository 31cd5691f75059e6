/** What the server asks of an embedding process. */
export interface ToWorker {
  readonly id: number;
  readonly texts: readonly string[];
}

/** What an embedding process says. */
export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'vectors'; readonly id: number; readonly vectors: readonly Float32Array[] }
  | { readonly kind: 'failed'; readonly id: number; readonly why: string };
