import { z } from 'zod';
import type { Entity, Kind } from '../trips/records.ts';

type Json = Readonly<Record<string, unknown>>;

/** Values that patterns and formats of our schemas ask for; the first that fits is taken. */
const WORDS = [
  'example',
  '2027-06-11',
  '2027-06-11T10:00:00.000Z',
  '21:30',
  'EUR',
  'Europe/Lisbon',
  'https://example.com/',
  '+15550100',
  'ABCDEF',
  '9',
  'a'.repeat(64),
];

const wordFor = (pattern: RegExp | undefined): string => WORDS.find((word) => pattern?.test(word) ?? true) ?? 'example';

/** A value a JSON Schema allows, with everything optional in it, and one of each list and record; `anything` where it does not say. */
const sampleOf = (schema: Json, anything: unknown): unknown => {
  const of = (inner: unknown): unknown => sampleOf((inner ?? {}) as Json, anything);
  if ('const' in schema) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  const choices = (schema.anyOf ?? schema.oneOf) as readonly Json[] | undefined;
  if (choices) return of(choices[0]);
  const properties = (schema.properties ?? {}) as Readonly<Record<string, Json>>;
  switch (schema.type) {
    case 'object':
      if (schema.properties === undefined) {
        const names = (schema.propertyNames ?? {}) as Json;
        const keys = Array.isArray(names.enum)
          ? (names.enum as readonly string[])
          : [String(of({ type: 'string', ...names }))];
        return Object.fromEntries(keys.map((key) => [key, of(schema.additionalProperties)]));
      }
      return Object.fromEntries(Object.entries(properties).map(([name, field]) => [name, of(field)]));
    case 'array': {
      const items = schema.prefixItems ?? Array.from({ length: Number(schema.minItems ?? 1) || 1 }, () => schema.items);
      return (items as readonly unknown[]).map(of);
    }
    case 'integer':
    case 'number':
      return Math.max(Number(schema.minimum ?? 1), Math.min(1, Number(schema.maximum ?? 1)));
    case 'boolean':
      return true;
    case 'null':
      return null;
    case undefined:
      return anything;
    default:
      return wordFor(typeof schema.pattern === 'string' ? new RegExp(schema.pattern) : undefined);
  }
};

/** A document of the kind's present version with every field it can have; throws when the schema refuses what was made. */
export const sampleDocument = (kind: Kind<Entity>): Entity => {
  const schema = z.toJSONSchema(kind.schema, { unrepresentable: 'any', reused: 'inline' });
  const named = { pk: 'example_partition', id: `${kind.type}_example`, _schema_version: kind.version };
  // What the schema calls anything is words in some kinds and an object in others.
  for (const anything of ['example', { example: 'example' }]) {
    const made = kind.schema.safeParse({ ...(sampleOf(schema as Json, anything) as Entity), ...named });
    if (made.success) return made.data;
  }
  throw new Error(`no sample of ${kind.type} fits its schema: write its fixture by hand`);
};
