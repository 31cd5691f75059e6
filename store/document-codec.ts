import { type Entity, type Kind, load, type Stored } from '../trips/records.ts';
import { isSealed, type Keyring } from './keyring.ts';

/** Between a document as the domain knows it and as a store keeps it: sealed fields, and older versions. */
export interface DocumentCodec {
  /** What is kept: a plain JSON object, with the fields that are to be sealed sealed by the present key. */
  encode(entity: Entity): Record<string, unknown>;
  /** What is kept, opened, in the version it was written in. */
  open(raw: Readonly<Record<string, unknown>>): Record<string, unknown>;
  /** What is read: opened, brought to the present version, checked. `raw` is used up. */
  decode<E extends Entity>(kind: Kind<E>, raw: Record<string, unknown>, etag: string): Stored<E>;
  /** Whether a kept document holds something unsealed, or sealed by an older key. */
  wantsSealing(raw: Readonly<Record<string, unknown>>): boolean;
  /** The name of the key that seals what is written now. */
  readonly sealsWith: string;
  lookupKey(value: string): string;
}

/** `sealed` names the fields to seal, by type, as paths with `*` for every entry. */
export const documentCodec = (ring: Keyring, sealed: Readonly<Record<string, readonly string[]>>): DocumentCodec => {
  const paths = new Map(Object.entries(sealed).map(([type, fields]) => [type, fields.map((path) => path.split('.'))]));
  const pathsOf = (type: unknown): readonly (readonly string[])[] => paths.get(String(type)) ?? [];

  const open: DocumentCodec['open'] = (raw) =>
    pathsOf(raw.type).reduce<Record<string, unknown>>(
      (document, path) =>
        changed(document, path, `${raw.pk}/${raw.id}`, (value, place) =>
          isSealed(value) ? ring.open(value, place) : value,
        ) as Record<string, unknown>,
      raw,
    );

  return {
    encode: ({ _etag: _, ...entity }: Partial<Stored> & Entity) => {
      const fields = pathsOf(entity.type);
      return fields.reduce<Record<string, unknown>>(
        (document, path) =>
          changed(document, path, `${entity.pk}/${entity.id}`, (value, place) =>
            value === undefined ? undefined : ring.seal(value, place),
          ) as Record<string, unknown>,
        { ...entity },
      );
    },
    open,
    decode: (kind, raw, etag) => ({ ...load(kind, open(raw)), _etag: etag }),
    wantsSealing: (raw) => {
      let wants = false;
      for (const path of pathsOf(raw.type)) {
        changed(raw, path, '', (value) => {
          if (value !== undefined && (!isSealed(value) || ring.isOld(value))) wants = true;
          return value;
        });
      }
      return wants;
    },
    sealsWith: ring.current,
    lookupKey: ring.lookupKey,
  };
};

/** A copy in which the values at `path` are what `change` makes of them; `place` says where in which document. */
const changed = (
  value: unknown,
  [head, ...rest]: readonly string[],
  place: string,
  change: (value: unknown, place: string) => unknown,
): unknown => {
  if (head === undefined) return change(value, place);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    return head === '*' ? value.map((entry, index) => changed(entry, rest, `${place}/${index}`, change)) : value;
  }
  const fields = value as Record<string, unknown>;
  if (head !== '*' && !(head in fields)) return value;
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      head === '*' || head === name ? changed(field, rest, `${place}/${name}`, change) : field,
    ]),
  );
};
