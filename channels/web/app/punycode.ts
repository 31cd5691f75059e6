/** Stands in for Node's punycode, which markdown-it asks for: the browser's own URL parser knows host names best. */
export const toASCII = (host: string): string => {
  const url = URL.parse(`http://${host}`);
  return url ? url.hostname : host;
};

/** Names stay as they travel: a look-alike name must not pass for another. */
export const toUnicode = (host: string): string => host;
