import express, { type RequestHandler } from 'express';
import type { Logger } from 'pino';
import { written } from '../../trips/written.ts';
import { readBody } from '../read-body.ts';
import { refusal, sendRefusal } from './refusal.ts';

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

const NOT_JSON = refusal(415, 'unsupported-media-type', 'Send the body as application/json.');
const MISSING = refusal(400, 'invalid', 'The request needs a JSON body.');
const MALFORMED = refusal(400, 'malformed-json', 'The body is not a JSON object.');
const FORBIDDEN_KEY = refusal(400, 'forbidden-key', 'The body has a key that is not allowed.');

/** Makes every word in a parsed body fit to be shown; false when it has, at any depth, a key that could reach an object's prototype. */
const tidied = (body: object): boolean => {
  // A list of what is left, not recursion: a body may be nested deeper than the stack.
  const left: object[] = [body];
  for (let next = left.pop(); next; next = left.pop()) {
    const fields = next as Record<string, unknown>;
    for (const key of Object.keys(fields)) {
      if (FORBIDDEN.has(key)) return false;
      const value = fields[key];
      if (typeof value === 'string') fields[key] = written(value);
      else if (typeof value === 'object' && value !== null) left.push(value);
    }
  }
  return true;
};

const parsed = (text: string): object | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
};

/** Reads a JSON body of at most `limit` bytes into `request.body`, or refuses: 415, 413, 400. */
export const readJson = (log: Logger, limit: number): readonly RequestHandler[] => [
  (request, response, next) => {
    const type = request.is(['json', '+json']);
    if (typeof type === 'string') next();
    else sendRefusal(log, request, response, type === null ? MISSING : NOT_JSON);
  },
  // Read as text and parsed here: the JSON reader takes an empty body for an empty object, which a PUT would store.
  readBody(limit, express.text({ limit, type: () => true }), (text) => text),
  (request, response, next) => {
    const text: unknown = request.body;
    if (typeof text !== 'string' || text === '') {
      sendRefusal(log, request, response, MISSING);
      return;
    }
    const body = parsed(text);
    if (!body || !tidied(body)) {
      sendRefusal(log, request, response, body ? FORBIDDEN_KEY : MALFORMED);
      return;
    }
    request.body = body;
    next();
  },
];
