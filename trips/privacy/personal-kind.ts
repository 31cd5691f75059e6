import type { Entity, Kind, Records, Stored } from '../records.ts';
import type { Spoken, Subject } from './subject.ts';

/**
 * In whose partition documents of a kind lie. `conversation`: in one that is made of a conversation; `own`: each in one
 * of its own, so that all of the kind are looked through.
 */
export type Place = 'person' | 'address' | 'family' | 'trip' | 'conversation' | 'own';

/**
 * What an erasure does to a document: nothing, take it away, or leave it in this form, without the person; what has
 * another id takes its place.
 */
export type Erased = 'keep' | 'remove' | Entity;

/** One kind of document, and what it means for the person whom it may concern. */
export interface PersonalKind<E extends Entity = Entity> {
  readonly kind: Kind<E>;
  readonly place: Place;
  /** With `conversation`: the partition for one, or several, if it has any there. */
  partitionOf?(spoken: Spoken, records: Pick<Records, 'lookupKey'>): string | readonly string[] | undefined;
  /** Nothing of it concerns anybody: it is looked at only in a trip, which may go as a whole. */
  readonly ofNobody?: true;
  /** Both rules in words, as docs/privacy.md lists them. */
  readonly words: { readonly exported: string; readonly erased: string };
  /** What of it the person is given; nothing when it does not concern them. Never what another family keeps to itself. */
  exports(document: Stored<E>, subject: Subject): object | undefined;
  /** Names of the blobs that hang on it: they go before it does. */
  blobs?(document: Stored<E>): readonly string[];
  /** What becomes of it when the person's data is erased. Must be the same when it is done twice. */
  erases(document: Stored<E>, subject: Subject): Erased;
}

/** Keeps the document's type between the rules, then forgets it, so that kinds of all types stand in one list. */
export const personal = <E extends Entity>(one: PersonalKind<E>): PersonalKind => one as unknown as PersonalKind;

/** A document as the person gets it: without what only the store needs. */
export const plain = ({ _etag: _, _schema_version: __, ttl: ___, pk: ____, ...rest }: Stored): object => rest;

/** All of it is the person's and goes with them. */
export const theirs = <E extends Entity>(
  kind: Kind<E>,
  place: Place,
  partitionOf?: PersonalKind['partitionOf'],
): PersonalKind =>
  personal<E>({
    kind,
    place,
    ...(partitionOf && { partitionOf }),
    words: { exported: 'all of it', erased: 'removed' },
    exports: (document) => plain(document),
    erases: () => 'remove',
  });

/** Holds nothing about a person. `why` says so in words. */
export const impersonal = <E extends Entity>(kind: Kind<E>, place: Place, why: string): PersonalKind =>
  personal<E>({
    kind,
    place,
    ofNobody: true,
    words: { exported: `nothing: ${why}`, erased: 'stays' },
    exports: () => undefined,
    erases: () => 'keep',
  });

/** The same rules for what lies in another partition. */
export const alsoIn = (place: Place, rules: PersonalKind): PersonalKind => ({ ...rules, place });
