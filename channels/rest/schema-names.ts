import { z } from 'zod';

/** The names schemas go by in the OpenAPI document: what is sent and what is answered differ (defaults, extra keys). */
export const requestNames = z.registry<{ id: string }>();
export const answerNames = z.registry<{ id: string }>();

/** Names a schema of what callers send. */
export const sent = <S extends z.ZodType>(id: string, schema: S): S => {
  requestNames.add(schema, { id });
  return schema;
};

/** Names a schema of what they are answered. Anything it does not list is not shown. */
export const shown = <S extends z.ZodType>(id: string, schema: S): S => {
  answerNames.add(schema, { id });
  return schema;
};
