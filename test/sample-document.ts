import { z } from 'zod';
import { exampleOf } from '../channels/rest/example.ts';
import type { Entity, Kind } from '../trips/records.ts';

/** A document of the kind's present version with every field it can have; throws when the schema refuses what was made. */
export const sampleDocument = (kind: Kind<Entity>): Entity => {
  const schema = z.toJSONSchema(kind.schema, { unrepresentable: 'any', reused: 'inline' });
  const named = { pk: 'example_partition', id: `${kind.type}_example`, _schema_version: kind.version };
  // What the schema calls anything is words in some kinds and an object in others.
  for (const anything of ['example', { example: 'example' }]) {
    const example = exampleOf(schema as Readonly<Record<string, unknown>>, anything) as Entity;
    const made = kind.schema.safeParse({ ...example, ...named });
    if (made.success) return made.data;
  }
  throw new Error(`no sample of ${kind.type} fits its schema: write its fixture by hand`);
};
