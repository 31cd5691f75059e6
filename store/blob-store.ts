import { PathfinderError } from '../trips/pathfinder-error.ts';

/** Bytes by name. Names are made by the product (never by people) and hold only letters, digits, `-`, `_`, `.` and `/`. */
export interface BlobStore {
  /** Saves durably; the same name again replaces the bytes. */
  put(name: string, bytes: Uint8Array): Promise<void>;
  get(name: string): Promise<Uint8Array | undefined>;
  /** Removing what is not there is not an error. */
  remove(name: string): Promise<void>;
}

/** The name, when it is one: anything else (a way out of the folder, an empty part) is a mistake of ours and thrown as `internal`. */
export const checkedName = (name: string): string => {
  if (!/^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/.test(name)) throw new PathfinderError('internal', `not a blob name: ${name}`);
  return name;
};
