import type { Passage } from '../candidate.ts';
import { isCategory, isSortOnly } from './kind-of-place.ts';
import { readDiets, readMinutes, readStepFree } from './marks.ts';
import { isAttribute, isName, namedLine } from './names.ts';
import { plainText } from './plain-text.ts';

/** Everything one document says of one named thing, in one place. */
export interface Entry {
  readonly name: string;
  /** Clauses about it, one a line. */
  readonly text: string;
  /** Headings it stands under, outermost first. */
  readonly headings: readonly string[];
  readonly label?: string | undefined;
  /** Named in a list or a table, not by a heading or in passing. */
  readonly listed: boolean;
  readonly passage: Passage;
}

/** Lines of one document that nobody could see are nobody's offer. */
const HIDDEN = '[hidden text]';
/** Lines that go on about the thing named before them. */
const GOES_ON =
  /^(?:[~€£$\d]|(?:it|its|they|the (?:museum|castle|place|restaurant|kitchen|menu|entrance|tour|visit|tickets?|price|park|garden|zoo|boat|house|chef|building|lift|terrace|gallery|palace|market|beach|cafe|hotel)|there (?:is|are)|open(?:s|ing)?|closed|closes|hours|prices?|costs?|tickets?|entry|entrance|admission|adults?|child(?:ren)?|kids|under|free|allow|plan|duration|takes|daily|mon|tue|wed|thu|fri|sat|sun|weekdays|weekends|last|address|located|wheelchair|step|not|no|vegetarian|vegan|gluten|halal|nuts?|dishes|lift|stairs|steps|mains|menu|about|around|eur|usd|gbp|from|indoors?|outdoors?|good|best|great|reservations?|book|lunch|dinner|expect|family|also|some|most|note|stroller|a visit|count|very|main)(?:s|days?)?\b)/i;
/** Lines about something else that has no entry of its own: what follows them is not said of the last name. */
const OTHER_SUBJECT =
  /^(?:the|an?|our|we|you|i|my|your|all|every|please|notes?|remember|bring|if|when|taxis?|trains?|bus(?:es)?|metro|parking)\b|[€£$]|\d/i;
const WAY = String.raw`\p{Lu}[\p{L}.'’ºª-]+`;
const SMALL = 'de|da|do|dos|das|du|des|di|del|della|la|le|les|el|los|las|van|von|der|den|zum|zur|of|the';
/** Numbers of other things than houses. */
const NUMBERED =
  'Day|Page|Room|Bus|Tram|Line|Platform|Gate|Terminal|Flight|Floor|Level|Option|Part|Tour|Route|Trail|No|Tips?';
/** Where something is, on a line of its own: `Rua da Oliveira 4.`, `12 Mill Lane, York`. What follows is still said of what was named. */
const ADDRESS_LINE = new RegExp(
  String.raw`^(?!(?:${NUMBERED})\b)(?:${WAY}(?:\s(?:(?:${SMALL})\s){0,2}${WAY}){0,5}\s\d{1,4}[a-z]?(?:-\d{1,4})?|\d{1,4}[a-z]?,?\s(?:${WAY}\s){1,4}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Square|Sq|Boulevard|Blvd|Drive|Way|Place|Quay|Row|Court))(?:,\s[^€$£:]{2,60})?\.?$`,
  'u',
);
/** Lines after which a name's facts are taken to have ended. */
const MOST_LINES = 8;
const BOOLEAN = /^(yes|y|✓|✔|true|no|n|none|✗|✘|false|-)\.?$/i;
const COLUMN =
  /^(?:name|place|restaurant|sight|attraction|activity|what|where|hotel|venue|museum|price.*|cost.*|adults?.*|child(?:ren)?.*|kids?.*|open|hours|opening.*|times?|closed|duration|diet.*|allerg.*|notes?|address|area|cuisine|food|kind|type|access.*|step.*|wheelchair.*|vegetarian|vegan|gluten.*|nut.*|halal|indoors?|outdoors?|tickets?|entry|admission|lunch|dinner|days?|per .*|ages?|fee.*|meal|time needed)$/i;

/** `Key: value` with what a bare value means spelled out: a price's currency, a yes, a no. */
const spelled = (key: string, value: string, currency: string | undefined): string => {
  const flag = BOOLEAN.exec(value.trim())?.[1];
  const asked = key.replace(/[?:]/g, '').trim();
  const word = flag && /wheelchair|stroller|pram|access|step/i.test(asked) ? 'step-free' : asked;
  if (flag) return /^(?:yes|y|✓|✔|true)$/i.test(flag) ? word : `not ${word}`;
  if (
    /^[~\d.,\s-]+$/.test(value) &&
    /price|cost|adult|child|kid|ticket|fee|entry|admission|per person|€|\beur\b/i.test(key)
  ) {
    const own = /[€$£]|\b[A-Z]{3}\b/.exec(key)?.[0] ?? currency;
    return own ? `${word.replace(/\(.*\)|[€$£]|\b[A-Z]{3}\b/g, '')}: ${own} ${value.trim()}` : '';
  }
  return `${word}: ${value}`;
};

const pairs = (text: string, currency: string | undefined): string =>
  text
    .split(/;\s*|\s\|\s/)
    .map((part) => {
      const pair = /^([^:]{2,40}):\s+(.+)$/.exec(part.trim());
      return pair ? spelled(pair[1] ?? '', pair[2] ?? '', currency) : part;
    })
    .join('\n');

interface Draft {
  readonly name: string;
  readonly lines: string[];
  readonly headings: readonly string[];
  readonly label?: string | undefined;
  readonly passage: Passage;
  /** Named by its heading: whatever stands in the section is about it. */
  readonly section: boolean;
  readonly listed: boolean;
}

/**
 * What the passages say, gathered by the thing it is said of. `usual` is the currency of bare numbers in price
 * columns; `skip` names lines that are read elsewhere.
 */
export const entriesOf = (
  passages: readonly Passage[],
  usual: string | undefined,
  skip: (line: string) => boolean,
): readonly Entry[] => {
  const drafts: Draft[] = [];
  let current: Draft | undefined;
  let columns: readonly string[] | undefined;
  let place = '';

  const open = (draft: Draft): void => {
    current = draft;
    drafts.push(draft);
  };

  for (const passage of passages) {
    const headings = (passage.heading ?? '').split(/\s+>\s+/).filter((heading) => heading !== '');
    const here = `${passage.documentId}\u0000${passage.heading ?? ''}`;
    if (here !== place) {
      place = here;
      current = undefined;
      columns = undefined;
      const own = plainText(headings.at(-1) ?? '').trim();
      // A heading names its section's subject when it is a name; whether it is a place is decided by what stands there.
      const titled = namedLine(own) ?? (isName(own) ? { name: own, rest: '', label: undefined } : undefined);
      if (titled) {
        open({
          name: titled.name,
          lines: [titled.rest],
          headings: headings.slice(0, -1),
          label: titled.label,
          passage,
          section: true,
          listed: false,
        });
      }
    }
    for (const raw of passage.text.split(/\r?\n/)) {
      if (raw.includes(HIDDEN)) continue;
      const line = plainText(raw)
        .replace(/^\s*(?:[-*+•▪◦]|\(?\d{1,2}[.)])\s+/, '')
        .trim();
      if (line === '' || skip(line)) continue;
      const cells = line.split(/\s\|\s/).map((cell) => cell.trim());
      if (cells.length >= 2 && cells.every((cell) => COLUMN.test(cell))) {
        columns = cells;
        current = undefined;
        continue;
      }
      if (columns && cells.length >= 2) {
        const [name = ''] = cells;
        const rest = cells.slice(1).map((cell, index) => {
          const column = columns?.length === cells.length ? columns[index + 1] : undefined;
          return column ? `${column}: ${cell}` : cell;
        });
        if (isName(name))
          open({ name, lines: [pairs(rest.join('; '), usual)], headings, passage, section: false, listed: true });
        continue;
      }
      if (cells.length === 2 && isAttribute(cells[0] ?? '')) {
        current?.lines.push(spelled(cells[0] ?? '', cells[1] ?? '', usual));
        continue;
      }
      const named = namedLine(line);
      // Under a place's own heading `Cafe, lunch and cakes` and `The lift is new` are about that place.
      const weak = named !== undefined && named.form !== 'row' && named.form !== 'colon' && named.form !== 'dash';
      const ownPlace = weak && current?.section === true && (!isCategory(current.name) || isSortOnly(named.name));
      const goesOn = ownPlace || (GOES_ON.test(line) && named?.form !== 'row');
      if (named && !(goesOn && weak)) {
        open({
          name: named.name,
          lines: [named.form === 'row' ? pairs(named.rest, usual) : named.rest],
          headings,
          label: named.label,
          passage,
          section: false,
          listed: named.form !== 'sentence' && (named.form !== 'comma' || named.name.includes(' ')),
        });
      } else if (current && current.lines.length < MOST_LINES && (goesOn || current.section || isKeyed(line))) {
        const pair = /^([^:]{2,40}):\s+(.+)$/.exec(line);
        current.lines.push(pair ? spelled(pair[1] ?? '', pair[2] ?? '', usual) : line);
      } else if (current && current.lines.length < MOST_LINES && saysMore(line)) current.lines.push(line);
      else if (current && current.lines.length < MOST_LINES && ADDRESS_LINE.test(line)) current.lines.push(line);
      else if (OTHER_SUBJECT.test(line)) current = undefined;
    }
  }
  return drafts.map(({ name, lines, headings, label, listed, passage }) => ({
    name,
    text: lines.filter((line) => line !== '').join('\n'),
    headings,
    label,
    listed,
    passage,
  }));
};

/** A fragment that carries a fact of a place and names no other subject: `Five floors, no lift.` */
const saysMore = (line: string): boolean =>
  !OTHER_SUBJECT.test(line) &&
  (readStepFree(line) !== undefined || Object.keys(readDiets(line)).length > 0 || readMinutes(line) !== undefined);

const isKeyed = (line: string): boolean => {
  const key = /^([^:]{2,40}):\s/.exec(line)?.[1];
  return key !== undefined && isAttribute(key);
};
