import type { Evidence } from '../retrieve/evidence.ts';

/** A name by which one line leads to another, as the line it leads to has it. */
export interface Link {
  readonly name: string;
  /** Of one that it is told apart from: the other names that stand for its like. */
  readonly others: readonly string[];
}

const ROW = ' | ';
/** "Bow: fixed double"; a clock or a sentence is no name. */
const ITEM = /^(?<name>\p{L}[\p{L}\p{N}'’.-]*(?: [\p{L}\p{N}'’&.-]+){0,3}): \S/u;
const COLUMN = /(?:^|; )(?<name>[^:;|]{2,30}): /g;
/** What stands behind a name only says more of it: "Pontoon boat, 60 hp", "Lake room (upstairs)". */
const SAYS_MORE = /[,(*].*$/;
const ARTICLE = /^(?:the|our|a|an) /i;
const LONGEST_NAME = 5;

const nameOf = (cell: string): string => cell.replace(SAYS_MORE, '').replace(ARTICLE, '').trim();

const firstOf = (text: string): string => nameOf(text.includes(ROW) ? (text.split(ROW)[0] ?? '') : '');

const itemOf = (text: string): string => (text.includes(ROW) ? '' : nameOf(ITEM.exec(text)?.groups?.name ?? ''));

const columnsOf = (text: string): readonly string[] =>
  [...text.slice(text.indexOf(ROW) + ROW.length).matchAll(COLUMN)].map(({ groups }) => nameOf(groups?.name ?? ''));

/** Whoever writes again and again in one paper is its writer, and no name of what is told there. */
const isWriter = (name: string, { units }: Evidence['passage']): boolean =>
  units.filter((unit) => unit.startsWith(`${name}: `)).length > 1;

const isName = (name: string): boolean =>
  /\p{L}{2}/u.test(name) && !/^\p{Ll}/u.test(name) && name.split(' ').length <= LONGEST_NAME;

/** The names by which a line may be led to: of its row or entry, of a column of its table, of what it stands under. */
export const linksOf = ({ text, passage }: Evidence): readonly Link[] => {
  const own = [firstOf(text), itemOf(text)].filter((name) => isName(name) && !isWriter(name, passage));
  const like = passage.units.flatMap((unit) => [firstOf(unit), itemOf(unit)]).filter(isName);
  // One word over a column says what kind of thing is in it: only two and more are the name of one.
  const columns = text.includes(ROW) ? columnsOf(text).filter((name) => name.includes(' ')) : [];
  const above = (passage.heading?.split(' > ') ?? []).map(nameOf).filter((name) => isName(name) && name.includes(' '));
  const apart = (name: string, all: readonly string[]): Link => ({ name, others: all.filter((one) => one !== name) });
  return [
    ...own.map((name) => apart(name, like)),
    ...columns.map((name) => apart(name, columns)),
    ...above.map((name) => ({ name, others: [] })),
  ];
};

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Where a name stands in a text, whole; what has one word must be written as a name is. -1 where it does not. */
const placeOf = (name: string, text: string): number => {
  const isShort = !name.includes(' ');
  const whole = text.search(new RegExp(`(?<![\\p{L}\\p{N}])${escaped(name)}(?![\\p{L}\\p{N}])`, isShort ? 'u' : 'iu'));
  if (whole >= 0 || isShort) return whole;
  // Of a name people say the last word: "Anchor" for "Rusty Anchor".
  const last = name.split(' ').at(-1) ?? '';
  return /^\p{Lu}\p{Ll}{3}/u.test(last)
    ? text.search(new RegExp(`(?<=\\p{Ll}[,:]? )${escaped(last)}(?![\\p{L}\\p{N}])`, 'u'))
    : -1;
};

/** Steps between two places of a text: a word is one, what parts clauses several, what parts sentences more. */
const stepsBetween = (text: string, one: number, other: number): number => {
  const between = text.slice(Math.min(one, other), Math.max(one, other));
  const count = (pattern: RegExp): number => between.match(pattern)?.length ?? 0;
  return count(/\s+/g) + 4 * count(/[,+/](?=\s)| and | & /g) + 12 * count(/[.;!?](?=\s)|\n/g);
};

/** A name, and where it stands in a text. */
interface Placed {
  readonly name: string;
  readonly at: number;
}

/** Whether two names are told in one breath: "the Attic or the Heron room". */
const isListed = (text: string, one: Placed, other: Placed): boolean => {
  const [first, second] = one.at < other.at ? [one, other] : [other, one];
  return /^(?:[\s,/&]|(?:and|or|the)\b)*$/i.test(text.slice(first.at + first.name.length, second.at));
};

/** Whether a text leads on by the link from what stands at these places: no name of its like is as near to them. */
export const leadsOn = (text: string, { name, others }: Link, from: readonly number[]): boolean => {
  const at = placeOf(name, text);
  if (at < 0) return false;
  const stepsTo = (place: number): number => from.reduce((sum, start) => sum + stepsBetween(text, start, place), 0);
  return others.every((other) => {
    const place = placeOf(other, text);
    if (place < 0 || place === at) return true;
    return !isListed(text, { name, at }, { name: other, at: place }) && stepsTo(at) < stepsTo(place);
  });
};
