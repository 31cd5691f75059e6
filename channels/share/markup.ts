/** HTML that is safe to send: made only by {@link html}, which escapes whatever is put into it. */
export interface Markup {
  readonly markup: string;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? '');

type Piece = string | number | Markup | undefined | false | readonly (Markup | undefined | false)[];

const write = (piece: Piece): string => {
  if (piece === undefined || piece === false) return '';
  if (typeof piece === 'string' || typeof piece === 'number') return escaped(String(piece));
  return 'markup' in piece ? piece.markup : piece.map(write).join('');
};

/** Writes HTML. Text is escaped, in elements and in quoted attributes; nothing is written for `undefined` and `false`. */
export const html = (literals: TemplateStringsArray, ...pieces: readonly Piece[]): Markup => ({
  markup: literals.map((literal, index) => literal + write(pieces[index])).join(''),
});
