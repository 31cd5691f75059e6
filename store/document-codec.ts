import { type Entity, type Kind, load, type Stored } from '../trips/records.ts';
import { isSealed, type Keyring, type SealingKey } from './keyring.ts';

/** What is kept of a document, but for what is still to be sealed: the JSON of both. */
export interface Unsealed {
  readonly open: string;
  /** Absent: nothing is to be sealed. */
  readonly secret?: string | undefined;
}

/** Between a document as the domain knows it and as a store keeps it: sealed fields, and older versions. */
export interface DocumentCodec {
  /** What is kept: a plain JSON object, with the fields that are to be sealed sealed by the present key. */
  encode(entity: Entity): Record<string, unknown>;
  /** The same in two parts, for {@link sealedInto} to put together, in another thread if need be. */
  encodeApart(entity: Entity): Unsealed;
  /** What is kept, opened, in the version it was written in. */
  open(raw: Readonly<Record<string, unknown>>): Record<string, unknown>;
  /** What is read: opened, brought to the present version, checked. `raw` is used up. */
  decode<E extends Entity>(kind: Kind<E>, raw: Record<string, unknown>, etag: string): Stored<E>;
  /** Whether a kept document holds something unsealed, or sealed by an older key. */
  wantsSealing(raw: Readonly<Record<string, unknown>>): boolean;
  /** The key that seals what is written now. */
  readonly sealsWith: SealingKey;
  lookupKey(value: string): string;
}

/** What a document's own sealed fields stand in, together: sealing one text costs a fraction of sealing five. */
const TOGETHER = '_sealed';
const TOGETHER_AS_JSON = JSON.stringify(TOGETHER);

/** What a document's own fields are sealed for. */
const placeOf = (pk: string, id: string): string => `${pk}/${id}/${TOGETHER}`;

/** The JSON that is kept of the document `id` in `pk`. What `seal` makes has nothing that JSON escapes: a key's name and base64url. */
export const sealedInto = (
  { open, secret }: Unsealed,
  pk: string,
  id: string,
  seal: (text: string, place: string) => string,
): string =>
  secret === undefined ? open : `${open.slice(0, -1)},${TOGETHER_AS_JSON}:"${seal(secret, placeOf(pk, id))}"}`;

/** What of a type is sealed: fields of the document itself, and what stands deeper. */
interface Paths {
  readonly own: ReadonlySet<string>;
  readonly deeper: readonly (readonly string[])[];
}

/**
 * `sealed` names the fields to seal, by type, as paths with `*` for every entry. A document's own fields are sealed
 * together, those inside others where they stand. A field that was sealed alone is opened all the same.
 */
export const documentCodec = (ring: Keyring, sealed: Readonly<Record<string, readonly string[]>>): DocumentCodec => {
  const paths = new Map(Object.entries(sealed).map(([type, fields]) => [type, fields.map((path) => path.split('.'))]));
  const pathsOf = (type: unknown): readonly (readonly string[])[] => paths.get(String(type)) ?? [];
  const parted = new Map(
    [...paths].map(([type, all]): [string, Paths] => [
      type,
      {
        own: new Set(all.filter(({ length }) => length === 1).flat()),
        deeper: all.filter(({ length }) => length > 1),
      },
    ]),
  );

  /** Takes the own sealed fields out of `open`, which is used up, and seals the deeper ones. */
  const apart = (open: Record<string, unknown>) => {
    const paths = parted.get(String(open.type));
    if (!paths) return { open };
    let secret: Record<string, unknown> | undefined;
    for (const field of paths.own) {
      if (open[field] === undefined) continue;
      secret ??= {};
      secret[field] = open[field];
      open[field] = undefined;
    }
    const place = `${open.pk}/${open.id}`;
    const sealed = paths.deeper.reduce(
      (document, path) =>
        document[path[0] ?? ''] === undefined
          ? document
          : (changed(document, path, place, (value, where) =>
              value === undefined ? undefined : ring.seal(value, where),
            ) as Record<string, unknown>),
      open,
    );
    return { open: sealed, secret };
  };

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
    return isSealed(together)
      ? { ...opened, ...(ring.open(together, placeOf(String(raw.pk), String(raw.id))) as object) }
      : opened;
  };

  return {
    encode: ({ _etag: _, ...entity }: Partial<Stored> & Entity) => {
      const { open: document, secret } = apart(entity);
      return secret ? { ...document, [TOGETHER]: ring.seal(secret, placeOf(entity.pk, entity.id)) } : document;
    },
    encodeApart: (entity) => {
      // JSON has nothing of what is undefined, and a copy without a field takes several times as long.
      const { open: document, secret } = apart({ ...entity, _etag: undefined });
      return { open: JSON.stringify(document), secret: secret && JSON.stringify(secret) };
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

/** The value with what `change` makes of what is at `path`, a copy where that is something else; `place` says where in which document. */
const changed = (
  value: unknown,
  [head, ...rest]: readonly string[],
  place: string,
  change: (value: unknown, place: string) => unknown,
): unknown => {
  if (head === undefined) return change(value, place);
  if (typeof value !== 'object' || value === null) return value;
  const within = (field: unknown, name: string | number): unknown => changed(field, rest, `${place}/${name}`, change);
  if (Array.isArray(value)) return head === '*' ? value.map(within) : value;
  const fields = value as Record<string, unknown>;
  if (head === '*')
    return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, within(field, name)]));
  if (!(head in fields)) return value;
  const field = within(fields[head], head);
  return field === fields[head] ? value : { ...fields, [head]: field };
};
