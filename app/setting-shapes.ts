import { z } from 'zod';

/** Hosts of this machine alone. */
export const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** A base URL of a far end: https anywhere, plain http on loopback only. */
export const farEnd = z.url().refine(
  (value) => {
    const url = new URL(value);
    return url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname));
  },
  { error: 'use https://, or http:// with a loopback host' },
);

/** `rediss://` anywhere, `redis://` on loopback only. */
export const redisUrl = z.url({ protocol: /^rediss?$/ }).refine(
  (value) => {
    const { protocol, hostname } = new URL(value);
    return protocol === 'rediss:' || LOOPBACK.test(hostname);
  },
  { error: 'use rediss://, or redis:// with a loopback host' },
);

/** Comma-separated; spaces and empty entries are dropped. */
export const list = z.string().transform((value) =>
  value
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean),
);

/** 32 bytes in base64 or base64url. */
export const key = z
  .string()
  .transform((text) => Buffer.from(text, 'base64'))
  .refine(({ length }) => length === 32, { error: 'must be 32 bytes in base64, e.g. of `openssl rand -base64 32`' });

/** `name:key,name:key`: the first one writes. */
export const namedKeys = list
  .transform((entries) => entries.map((entry) => entry.split(':')))
  .pipe(z.array(z.tuple([z.string().regex(/^[\w-]{1,20}$/, 'name each key: name:base64'), key])))
  .transform((entries) => new Map(entries));

/** `true` or `false`. */
export const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

/** A group of settings: each with its schema and what it is for, as `.env.example` shows it. */
export type Variables = Readonly<Record<string, { readonly schema: z.ZodType; readonly about: string }>>;
