/** Bytes of UTF-8 that one saying may have on a card; the domain's own limits are far below. */
export const LIMIT = { title: 600, label: 200, note: 300, small: 60 } as const;
