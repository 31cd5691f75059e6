type Json = Readonly<Record<string, unknown>>;

/** Words that patterns and formats of our schemas ask for; the first that fits is taken. */
const WORDS = [
  'example',
  '2027-06-11',
  '2027-06-11T10:00:00.000Z',
  '21:30',
  'EUR',
  'Europe/Lisbon',
  'https://example.com/',
  '+15550100',
  'ana@example.com',
  'ABCDEF',
  '123456',
  '482913',
  '9',
  'a'.repeat(64),
];

const BY_FORMAT: Readonly<Record<string, string>> = {
  date: '2027-06-11',
  'date-time': '2027-06-11T10:00:00.000Z',
  email: 'ana@example.com',
  uri: 'https://example.com/',
};

/** Fields whose form is checked by code, which no schema shows. */
const BY_NAME: Readonly<Record<string, string>> = { phone: '+15550100', email: 'ana@example.com' };

const word = ({ pattern, format }: Json, name = ''): string => {
  const known = BY_FORMAT[String(format)] ?? (pattern === undefined ? BY_NAME[name] : undefined);
  if (known !== undefined) return known;
  const fits = typeof pattern === 'string' ? new RegExp(pattern) : undefined;
  return WORDS.find((one) => fits?.test(one) ?? true) ?? 'example';
};

/**
 * A value that a JSON Schema allows, always the same: everything optional is in it, and one entry of each list and record.
 * `anything` stands where the schema does not say.
 */
export const exampleOf = (schema: Json, anything: unknown = 'example', name?: string): unknown => {
  const of = (inner: unknown, called?: string): unknown => exampleOf((inner ?? {}) as Json, anything, called);
  if ('const' in schema) return schema.const;
  if ('default' in schema) return schema.default;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  const choices = (schema.anyOf ?? schema.oneOf) as readonly Json[] | undefined;
  if (choices) return of(choices[0], name);
  const least = (schema.minItems as number | undefined) ?? 1;
  switch (schema.type) {
    case 'object': {
      if (schema.properties !== undefined) {
        const fields = Object.entries(schema.properties as Readonly<Record<string, Json>>);
        return Object.fromEntries(fields.map(([field, inner]) => [field, of(inner, field)]));
      }
      const names = (schema.propertyNames ?? {}) as Json;
      const keys = Array.isArray(names.enum) ? (names.enum as readonly string[]) : [word(names)];
      return Object.fromEntries(keys.map((key) => [key, of(schema.additionalProperties)]));
    }
    case 'array':
      return (
        (schema.prefixItems as readonly Json[]) ?? Array.from({ length: Math.max(1, least) }, () => schema.items)
      ).map((item) => of(item));
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
      return word(schema, name);
  }
};
