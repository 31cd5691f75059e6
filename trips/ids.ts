import { hash, randomBytes, randomUUID } from 'node:crypto';

declare const brand: unique symbol;
/** A string that only the named maker produces, so that a family id cannot stand where a trip id should. */
export type Branded<Name extends string> = string & { readonly [brand]?: Name };

export type UserId = Branded<'user'>;
export type FamilyId = Branded<'family'>;
export type TripId = Branded<'trip'>;
export type PollId = Branded<'poll'>;
export type DraftId = Branded<'draft'>;
export type ItineraryId = Branded<'itinerary'>;
export type TaskId = Branded<'task'>;

export type IdPrefix =
  | 'user'
  | 'family'
  | 'trip'
  | 'poll'
  | 'draft'
  | 'opt'
  | 'document'
  | 'itinerary'
  | 'proposal'
  | 'task'
  | 'fact'
  | 'member'
  | 'expense'
  | 'settlement'
  | 'reservation'
  | 'reminder'
  | 'consent'
  | 'succession'
  | 'erasure'
  | 'request'
  | 'message'
  | 'conversation'
  | 'consensus'
  | 'photo';

/** A fresh id: the type's prefix and a random UUID. */
export const newId = (prefix: IdPrefix): string => `${prefix}_${randomUUID()}`;

/** The same id for the same parts, so that a repeated command lands on the document it made the first time. */
export const idFrom = (prefix: IdPrefix, ...parts: readonly string[]): string => {
  const hex = hash('sha256', parts.join('\u0000'), 'hex');
  return `${prefix}_${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
};

/** Letters and digits that are not mistaken for one another when read aloud or typed on a phone. */
const CODE_ALPHABET = 'ABCDEFGHJKMNPQRTUVWXY346789';

/** The same six letters and digits to say or type for the same keyed hash. */
export const codeOf = (lookupKey: string): string =>
  Array.from(
    hash('sha256', lookupKey, 'buffer').subarray(0, 6),
    (byte) => CODE_ALPHABET[byte % CODE_ALPHABET.length],
  ).join('');

/** A short code to say or type: `length` characters, about 4.75 bits each. */
export const newCode = (length = 6): string => {
  let code = '';
  while (code.length < length) {
    for (const byte of randomBytes(length)) {
      if (byte < CODE_ALPHABET.length * 9 && code.length < length) code += CODE_ALPHABET[byte % CODE_ALPHABET.length];
    }
  }
  return code;
};

/** An unguessable token for a link: 128 bits, URL-safe. */
export const newToken = (): string => randomBytes(16).toString('base64url');
