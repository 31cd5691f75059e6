/** Bytes by name. Names are made by the product (never by people) and hold only letters, digits, `-`, `_`, `.` and `/`. */
export interface BlobStore {
  /** Saves durably; the same name again replaces the bytes. */
  put(name: string, bytes: Uint8Array): Promise<void>;
  get(name: string): Promise<Uint8Array | undefined>;
  /** Removing what is not there is not an error. */
  remove(name: string): Promise<void>;
}
