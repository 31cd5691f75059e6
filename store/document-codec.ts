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

/** What a document's own sealed fields stand in, together: sealing one text costs a fraction of sealing five. */
const TOGETHER = '_sealed';

/**
 * `sealed` names the fields to seal, by type, as paths with `*` for every entry. A document's own fields are sealed
 * together, those inside others where they stand. A field that was sealed alone is opened all the same.
 */
export const documentCodec = (ring: Keyring, sealed: Readonly<Record<string, readonly string[]>>): DocumentCodec => {
  const paths = new Map(Object.entries(sealed).map(([type, fields]) => [type, fields.map((path) => path.split('.'))]));
  const pathsOf = (type: unknown): readonly (readonly string[])[] => paths.get(String(type)) ?? [];

  const open: DocumentCodec['open'] = ({ [TOGETHER]: together, ...raw }) => {
    const place = `${raw.pk}/${raw.id}`;
    const opened = pathsOf(raw.type).reduce<Record<string, unknown>>(
      (document, path) =>
        changed(document, path, place, (value, where) => (isSealed(value) ? ring.open(value, where) : value)) as Record<
          string,
          unknown
        >,
      raw,
    );
    // Last: words that people chose may look sealed, and are opened once.
    return isSealed(together) ? { ...opened, ...(ring.open(together, `${place}/${TOGETHER}`) as object) } : opened;
  };

  return {
    encode: ({ _etag: _, ...entity }: Partial<Stored> & Entity) => {
      const place = `${entity.pk}/${entity.id}`;
      let document: Record<string, unknown> = { ...entity };
      const together: Record<string, unknown> = {};
      for (const path of pathsOf(entity.type)) {
        const [field] = path;
        if (field === undefined || document[field] === undefined) continue;
        if (path.length > 1) {
          document = changed(document, path, place, (value, where) =>
            value === undefined ? undefined : ring.seal(value, where),
          ) as Record<string, unknown>;
        } else {
          together[field] = document[field];
          document[field] = undefined;
        }
      }
      if (Object.keys(together).length > 0) document[TOGETHER] = ring.seal(together, `${place}/${TOGETHER}`);
      return document;
    },
    open,
    decode: (kind, raw, etag) => ({ ...load(kind, open(raw)), _etag: etag }),
    wantsSealing: (raw) => {
      const together = raw[TOGETHER];
      let wants = isSealed(together) && ring.isOld(together);
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
