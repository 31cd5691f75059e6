import express, { type RequestHandler } from 'express';
import type { Logger } from 'pino';
import { readBody } from '../read-body.ts';
import { refusal, sendRefusal } from './refusal.ts';

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

const NOT_JSON = refusal(415, 'unsupported-media-type', 'Send the body as application/json.');
const MISSING = refusal(400, 'invalid', 'The request needs a JSON body.');
const MALFORMED = refusal(400, 'malformed-json', 'The body is not a JSON object.');
const FORBIDDEN_KEY = refusal(400, 'forbidden-key', 'The body has a key that is not allowed.');

/** Whether a parsed body has, at any depth, a key that could reach an object's prototype. */
const hasForbiddenKey = (body: object): boolean => {
  // A list of what is left, not recursion: a body may be nested deeper than the stack.
  const left: unknown[] = [body];
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value !== 'object' || value === null) continue;
    if (Array.isArray(value)) {
      for (const item of value) left.push(item);
      continue;
    }
    for (const key of Object.keys(value)) {
      if (FORBIDDEN.has(key)) return true;
      left.push((value as Record<string, unknown>)[key]);
    }
  }
  return false;
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
    if (!body || hasForbiddenKey(body)) {
      sendRefusal(log, request, response, body ? FORBIDDEN_KEY : MALFORMED);
      return;
    }
    request.body = body;
    next();
  },
];
