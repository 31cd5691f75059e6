import type { Request } from 'express';
import { z } from 'zod';
import type { IdPrefix, UserId } from '../../trips/ids.ts';
import type { Rejection } from '../../trips/rejection.ts';
import type { ApiRefusal } from './refusal.ts';
import type { Upload } from './upload.ts';

/** What a handler is given: verified, validated, and nothing else of the request. */
export interface Asked<Params, Query, Body> {
  /** Who calls, from their token. Empty on a route for anyone. */
  readonly userId: UserId;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** The entity tags of `If-Match`, without quotes and without the digest of the representation; empty when not given. */
  readonly ifMatch: readonly string[];
  readonly idempotencyKey: string | undefined;
  /** Where the connection matters (development sign-in). */
  readonly request: Request;
  /** The file of a multipart body, read as it streams in; the same one however often it is asked for. */
  readonly upload: () => Promise<Upload | ApiRefusal>;
}

/** A success. `etag` is the stored document's; the response's tag adds a digest of what is shown. */
export interface Given<Out> {
  readonly ok: true;
  readonly status: number;
  readonly body: Out;
  readonly etag?: string | undefined;
  readonly location?: string | undefined;
}

/** A success that is a file to save: JSON written as it is made, because it may be larger than memory, or of another media type. */
export interface Streamed {
  readonly ok: true;
  readonly status: number;
  readonly pieces: AsyncIterable<string | Uint8Array>;
  readonly fileName: string;
  /** JSON when absent. */
  readonly mediaType?: string | undefined;
}

export type Answered<Out> = Given<Out> | Streamed | Rejection | ApiRefusal;

/** What a handler may hand over to be shown: the domain's documents are read-only all the way down. */
export type Shown<T> = T extends object ? { readonly [Key in keyof T]: Shown<T[Key]> } : T;

/** One route: documentation, validation and mounting are all made from it. */
export interface Route<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Out extends z.ZodType = z.ZodType,
> {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Below the version's root (`/api/v1`), with `{name}` for parameters. */
  readonly path: `/${string}`;
  readonly operationId: string;
  readonly summary: string;
  readonly tag: string;
  /** `anyone` needs no token. */
  readonly access?: 'anyone';
  /** Answers to success, by status; `z.undefined()` for an empty one. */
  readonly gives: { readonly statuses: readonly number[]; readonly body: Out };
  /** The media type of a success that is a file; `gives.body` is then a string. */
  readonly givesFile?: string;
  /** Refusals beyond those every route may give. */
  readonly refuses?: readonly number[];
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** Bytes the JSON body may have; {@link JSON_BYTES} when absent. */
  readonly bodyBytes?: number;
  /** The body is multipart and the handler streams it. */
  readonly multipart?: true;
  /** Answers show one entity and carry its `ETag`. */
  readonly tagged?: true;
  /** Takes `If-Match`: 412 when the entity was changed since. */
  readonly guarded?: true;
  /**
   * What it makes is named by the `Idempotency-Key`, so that even a repeat after a crash makes nothing twice. (Every POST
   * of a signed-in caller takes the key.)
   */
  readonly repeatable?: true;
  handle(asked: Asked<z.output<Params>, z.output<Query>, z.output<Body>>): Promise<Answered<Shown<z.input<Out>>>>;
}

/** Keeps the types of one route's schemas together, then forgets them, so that routes of all shapes stand in one list. */
export const route = <
  Out extends z.ZodType,
  Params extends z.ZodType = z.ZodType<Record<never, never>>,
  Query extends z.ZodType = z.ZodType<Record<never, never>>,
  Body extends z.ZodType = z.ZodType<undefined>,
>(
  one: Route<Params, Query, Body, Out>,
): Route => one as unknown as Route;

/** Bytes a JSON body may have unless a route says otherwise: several times the largest that makes sense. */
export const JSON_BYTES = 32_768;

/** An id in a path. One of another make cannot exist, so it is answered as one that does not. */
export const idOf = (prefix: IdPrefix) => z.string().regex(new RegExp(`^${prefix}_[\\w-]{1,80}$`));
