type Row = Readonly<Record<string, unknown>>;
type Check = (row: Row) => boolean;

const TOKEN = /\s*(search\.in|'(?:[^']|'')*'|-?\d+(?:\.\d+)?|[A-Za-z_][A-Za-z0-9_]*|[()/:,])/y;

/**
 * The part of OData filters that our client sends (https://learn.microsoft.com/azure/search/search-query-odata-filter):
 * `and`, `or`, comparisons with a literal, `any` over a collection, `search.in`. Throws on anything else.
 */
export const filterOf = (text: string): Check => {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const found = TOKEN.exec(text);
    if (!found?.[1]) throw new Error(`no OData filter: ${text}`);
    tokens.push(found[1]);
  }
  let at = 0;
  const next = (): string => {
    const token = tokens[at];
    if (token === undefined) throw new Error(`the filter ends too soon: ${text}`);
    at += 1;
    return token;
  };
  const expect = (wanted: string): void => {
    const token = next();
    if (token !== wanted) throw new Error(`"${wanted}" expected, "${token}" found: ${text}`);
  };
  const literal = (): string | number => {
    const token = next();
    if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'");
    const number = Number(token);
    if (Number.isNaN(number)) throw new Error(`no literal: ${token}`);
    return number;
  };
  const either = (): Check => {
    const sides = [both()];
    while (tokens[at] === 'or') {
      at += 1;
      sides.push(both());
    }
    return (row) => sides.some((side) => side(row));
  };
  const both = (): Check => {
    const sides = [one()];
    while (tokens[at] === 'and') {
      at += 1;
      sides.push(one());
    }
    return (row) => sides.every((side) => side(row));
  };
  const one = (): Check => {
    const token = next();
    if (token === '(') {
      const inner = either();
      expect(')');
      return inner;
    }
    if (token === 'search.in') {
      expect('(');
      const field = next();
      expect(',');
      const values = String(literal());
      expect(',');
      const separators = String(literal());
      expect(')');
      const known = new Set(values.split(new RegExp(`[${separators.replace(/[\\\]^-]/g, '\\$&')}]`)));
      return (row) => known.has(String(row[field]));
    }
    if (tokens[at] === '/') {
      at += 1;
      for (const wanted of ['any', '(']) expect(wanted);
      const variable = next();
      expect(':');
      expect(variable);
      expect('eq');
      const value = literal();
      expect(')');
      return (row) => (row[token] as readonly unknown[]).includes(value);
    }
    const operator = next();
    const value = literal();
    if (operator === 'eq') return (row) => row[token] === value;
    if (operator === 'ne') return (row) => row[token] !== value;
    throw new Error(`no operator of ours: ${operator}`);
  };
  const check = either();
  if (at < tokens.length) throw new Error(`the filter goes on after its end: ${text}`);
  return check;
};
