import { odata } from '@azure/search-documents';
import type { ReaderScope } from '../library.ts';
import type { Shelf } from '../search-index.ts';
import { shelfKey, shelvesOf } from '../shelves.ts';

declare const scoped: unique symbol;
/** A filter that keeps within the shelves of one reader: the only kind a query takes. */
export type ScopedFilter = string & { readonly [scoped]: true };

/** What a reader may see, narrowed by `more`, each an OData expression made with `odata`. */
export const readableBy = (scope: ReaderScope, ...more: readonly string[]): ScopedFilter =>
  within(shelvesOf(scope), more);

/** One shelf, for who writes to it. */
export const onShelf = (shelf: Shelf, ...more: readonly string[]): ScopedFilter => within([shelfKey(shelf)], more);

const within = (shelves: readonly string[], more: readonly string[]): ScopedFilter =>
  [`(${shelves.map((shelf) => odata`shelf eq ${shelf}`).join(' or ')})`, ...more.map((one) => `(${one})`)].join(
    ' and ',
  ) as ScopedFilter;

/** One of the values, none of which holds a `|`. */
export const isOneOf = (field: 'passage', values: readonly string[]): string =>
  `search.in(${field}, ${odata`${values.join('|')}`}, '|')`;
