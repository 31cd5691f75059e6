import { z } from 'zod';
import { type ApiRefusal, refusal } from './refusal.ts';

/** The most items one answer lists. */
const MOST_ITEMS = 100;
const USUAL_ITEMS = 50;

/** The query of every list. */
export const pageQuery = z.object({
  limit: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, `a whole number from 1 to ${MOST_ITEMS}`)
    .transform(Number)
    .refine((limit) => limit <= MOST_ITEMS, `at most ${MOST_ITEMS}`)
    .default(USUAL_ITEMS)
    .meta({ description: `How many to list, 1-${MOST_ITEMS}; ${USUAL_ITEMS} when absent.` }),
  continuation: z.string().max(400).optional().meta({ description: 'From the answer before: lists what follows it.' }),
});
export type PageQuery = z.output<typeof pageQuery>;

/** The shape of every list. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), continuation: z.string().optional() });

const PREFIX = 'after:';

const write = (key: string): string => Buffer.from(PREFIX + key).toString('base64url');

/** The key a continuation names; `undefined` for one this server did not write. */
const read = (continuation: string): string | undefined => {
  const text = Buffer.from(continuation, 'base64url').toString();
  return text.startsWith(PREFIX) && write(text.slice(PREFIX.length)) === continuation
    ? text.slice(PREFIX.length)
    : undefined;
};

/**
 * The part of a list the caller asked for. Items are ordered by their key, so that one added or removed meanwhile
 * moves no other over a page's edge.
 */
export const pageFrom = <Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  { limit, continuation }: PageQuery,
  order: 'first-first' | 'last-first' = 'first-first',
): { readonly ok: true; readonly items: readonly Item[]; readonly continuation: string | undefined } | ApiRefusal => {
  const after = continuation === undefined ? undefined : read(continuation);
  if (continuation !== undefined && after === undefined) {
    return refusal(400, 'invalid', 'continuation: hand back the one of the answer before');
  }
  const keyed = items.map((item) => ({ item, key: keyOf(item) }));
  const sign = order === 'first-first' ? 1 : -1;
  keyed.sort((a, b) => (a.key < b.key ? -sign : a.key > b.key ? sign : 0));
  const rest = after === undefined ? keyed : keyed.filter(({ key }) => (sign > 0 ? key > after : key < after));
  const shown = rest.slice(0, limit);
  const last = shown.at(-1);
  return {
    ok: true,
    items: shown.map(({ item }) => item),
    continuation: last && rest.length > limit ? write(last.key) : undefined,
  };
};
