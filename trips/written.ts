/**
 * What nobody means to write and everybody would suffer from: controls (tabs and line breaks aside), and marks that turn the
 * direction of whatever is said after them. https://www.unicode.org/reports/tr9/#Explicit_Directional_Embeddings
 */
const UNMEANT = /(?![\t\n\r])\p{Cc}|[\u202A-\u202E\u2066-\u2069]/gu;
/** Something that can be seen: not space, nor what only shapes what stands beside it. */
const VISIBLE = /[^\s\p{Cf}\p{Default_Ignorable_Code_Point}]/u;

/** What a person wrote, fit to be shown to others: whole characters and nothing unmeant; empty when nothing of it can be seen. */
export const written = (text: string): string => {
  const clean = text.isWellFormed() ? text.replace(UNMEANT, '') : text.toWellFormed().replace(UNMEANT, '');
  return VISIBLE.test(clean) ? clean : '';
};

/** The same on one line: a name or an option that brought line breaks along could pass for what the assistant says next. */
export const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
