const MAX_NAME = 120;

/** A file's name as it may be shown: the last part of any path, no control or invisible characters, at most 120 characters. */
export const displayName = (given: string): string => {
  const last = given.split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .normalize('NFC')
    // Control and format characters: a right-to-left override would show "exe.pdf" for "fdp.exe".
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029]/gu, '')
    .replace(/[<>|"`*[\]]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+/, '');
  if (clean === '') return 'document';
  if (clean.length <= MAX_NAME) return clean;
  const dot = clean.lastIndexOf('.');
  const extension = dot > 0 && clean.length - dot <= 8 ? clean.slice(dot) : '';
  return `${[...clean.slice(0, MAX_NAME - extension.length - 1)].join('')}…${extension}`;
};
