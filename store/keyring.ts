import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomFillSync,
} from 'node:crypto';
import { PathfinderError } from '../trips/pathfinder-error.ts';

/** Keys for what is kept sealed: the first of `seals` writes, all of them read, so that keys can be changed one at a time. */
export interface Keys {
  /** 32 bytes each, by name. */
  readonly seals: ReadonlyMap<string, Buffer>;
  /** At least 32 bytes. Changing it loses every look-up, so it is a key of its own. */
  readonly lookup: Buffer;
}

export interface Keyring {
  /** Encrypts a JSON value for one place; opening it anywhere else fails. */
  seal(value: unknown, place: string): string;
  /** The value sealed for this place. Throws `sealed` when the key is not there or the text was tampered with. */
  open(sealed: string, place: string): unknown;
  /** Whether this text was sealed by an older key than the one that writes now. */
  isOld(sealed: string): boolean;
  /** The key that seals now. */
  readonly current: SealingKey;
  lookupKey(value: string): string;
}

/** A key that seals, and its name; it may be handed to another thread. */
export interface SealingKey {
  readonly name: string;
  readonly key: KeyObject;
}

const MARK = 'sealed:';
/** AES-256-GCM with a random 96-bit IV and a 128-bit tag: NIST SP 800-38D, 8.2.2. */
const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

export const isSealed = (value: unknown): value is string => typeof value === 'string' && value.startsWith(MARK);

const keyNameOf = (sealed: string): string => sealed.slice(MARK.length, sealed.indexOf(':', MARK.length));

/** Look-up keys remembered at most, about 100 bytes each. */
const KEYS_REMEMBERED = 10_000;

/** IVs are drawn in batches: one call a seal would cost as much as the sealing. */
const IVS_DRAWN = 256;

/** A source of random IVs, none of which is given twice. */
const randomIvs = (): (() => Buffer) => {
  const drawn = Buffer.alloc(IV_BYTES * IVS_DRAWN);
  let given = IVS_DRAWN;
  return () => {
    if (given === IVS_DRAWN) {
      randomFillSync(drawn);
      given = 0;
    }
    given += 1;
    return Buffer.from(drawn.subarray(IV_BYTES * (given - 1), IV_BYTES * given));
  };
};

/** Seals JSON text for one place, as {@link Keyring.seal} does a value. */
export const sealing = ({ name, key }: SealingKey): ((text: string, place: string) => string) => {
  const nextIv = randomIvs();
  return (text, place) => {
    const iv = nextIv();
    const cipher = createCipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(place));
    const hidden = cipher.update(text, 'utf8');
    // A counter mode leaves nothing for the end; it makes the tag.
    cipher.final();
    return `${MARK}${name}:${Buffer.concat([iv, cipher.getAuthTag(), hidden]).toString('base64url')}`;
  };
};

export const keyring = (keys: Keys): Keyring => {
  // Made once: a key given as bytes is made into a key object anew at each use, which takes longer than the use.
  const seals = new Map([...keys.seals].map(([name, bytes]) => [name, createSecretKey(bytes)]));
  const lookup = createSecretKey(keys.lookup);
  /** Every turn asks for the same two keys of its speaker again. */
  const found = new Map<string, string>();
  const [writing] = seals.entries();
  if (!writing) throw new PathfinderError('configuration', 'FIELD_KEYS: at least one key is needed');
  const current: SealingKey = { name: writing[0], key: writing[1] };
  const seal = sealing(current);
  return {
    seal: (value, place) => seal(JSON.stringify(value), place),
    open: (sealed, place) => {
      const name = keyNameOf(sealed);
      const known = seals.get(name);
      if (!known) throw new PathfinderError('sealed', `no key "${name}" in FIELD_KEYS for a sealed field`);
      const bytes = Buffer.from(sealed.slice(MARK.length + name.length + 1), 'base64url');
      try {
        const cipher = createDecipheriv(CIPHER, known, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
          .setAAD(Buffer.from(place))
          .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
        const text = Buffer.concat([cipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), cipher.final()]);
        return JSON.parse(text.toString('utf8'));
      } catch (cause) {
        throw new PathfinderError('sealed', 'a sealed field cannot be opened where it stands', cause);
      }
    },
    current,
    isOld: (sealed) => isSealed(sealed) && keyNameOf(sealed) !== current.name,
    lookupKey: (value) => {
      const known = found.get(value);
      if (known !== undefined) return known;
      const made = createHmac('sha256', lookup).update(value).digest('base64url');
      if (found.size === KEYS_REMEMBERED) found.clear();
      found.set(value, made);
      return made;
    },
  };
};
