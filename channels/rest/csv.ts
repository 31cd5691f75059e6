export const CSV = 'text/csv; charset=utf-8';

/** Spreadsheets run a cell that begins so as a formula, some in full-width signs: https://owasp.org/www-community/attacks/CSV_Injection */
const FORMULA = /^[\s\0]*[=+\-@\t\r＝＋－＠]/;

/** Rows as CSV (RFC 4180) that a spreadsheet opens as text in UTF-8; what it would run as a formula begins with an apostrophe. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;

const cell = (text: string): string => `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
