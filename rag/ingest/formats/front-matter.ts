/** What may stand before a Markdown text about it, between two lines of these. */
const FENCES = ['---', '+++'] as const;
const MOST_LINES = 80;
const ENTRY = /^([\p{L}][\p{L}\p{N} _-]{0,40})\s*[:=](?:\s+(.*)|)$/u;
const LISTED = /^\s*-\s+(.+)$/;

/** The lines of a Markdown text, what its author says about it before it as one `Name: value` a line. */
export const withFrontMatter = (lines: readonly string[]): readonly string[] => {
  const fence = FENCES.find((one) => lines[0]?.trim() === one);
  const end = fence ? lines.slice(1, MOST_LINES).findIndex((line) => line.trim() === fence) + 1 : 0;
  if (end === 0) return lines;
  const said: { readonly name: string; readonly values: string[] }[] = [];
  for (const line of lines.slice(1, end)) {
    const item = LISTED.exec(line)?.[1];
    const [entry, name = '', value = ''] = ENTRY.exec(line) ?? [];
    if (item !== undefined && said.length > 0) said.at(-1)?.values.push(bare(item));
    else if (entry !== undefined) said.push({ name, values: valuesOf(value) });
    else if (line.trim() !== '' && !/^\s*#/.test(line)) return lines;
  }
  const entries = said.filter(({ values }) => values.length > 0);
  const told = entries.flatMap(({ name, values }) => ['', `${named(name)}: ${values.join(', ')}`]);
  return [...told, '', ...lines.slice(end + 1)];
};

const named = (name: string): string => {
  const words = name.trim().replace(/[_-]+/g, ' ');
  return words.slice(0, 1).toUpperCase() + words.slice(1);
};

/** What an entry holds: one value, or those of a list in brackets. */
const valuesOf = (value: string): string[] => {
  const list = /^\[(.*)\]$/.exec(value.trim())?.[1];
  return (list === undefined ? [value] : list.split(',')).map(bare).filter((one) => one !== '');
};

const bare = (value: string): string =>
  value
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2')
    .trim();
