import { ATTRIBUTES } from './attributes.ts';
import { COMPOUNDS } from './compounds.ts';
import { CONCEPTS } from './concepts.ts';
import { GLOSSARY } from './glossary.ts';
import { LEXICON } from './lexicon.ts';
import { NEAR_WORDS } from './near-words.ts';
import { SAYINGS } from './sayings.ts';
import { isOneSlipFrom } from './spelling.ts';
import { stem } from './stem.ts';

/** A word as it is searched. */
export interface Term {
  /** Without its endings. */
  readonly stem: string;
  /** Numbers of the concepts it belongs to: {@link CONCEPTS}, then {@link GLOSSARY}, {@link NEAR_WORDS} and {@link LEXICON}. */
  readonly concepts: readonly number[];
  /** As it was written, in lower case, without accents. */
  readonly word: string;
  /** No word of it was said: it is what a saying means, or the attribute that is asked for. */
  readonly meant?: 'saying' | 'asked' | undefined;
}

const STOP_WORDS = new Set(
  `a about all also am an and any anybody anyone anything are as at be been being but by can cannot could did do does doing done
  else ever every for from get gets getting give hes shes hows pls plz thx each everybody everyone till until hate hates go goes gone going went came come comes got had has have having he hello her here hers hey hi him his how i if in into is it its just kind
  know let like lot make many may maybe me might mine more most much must my need needs no not of off ok okay on one ones or other our ours out
  over please possible really say says shall she should so some somebody someone something sort still such sure take tell than thank thanks that the their theirs them then
  there these they thing things think this those to too up us use very want was we were what when where whether which while who whom whose why will
  himself herself themselves myself ourselves yourself yourselves itself with without would yes yet besides before after during own extra visit user you your yours s t re ve ll d m im dont doesnt cant isnt arent wont ive youre theyre whats wheres whens hows whos whys wots wot thats mustnt shouldnt couldnt wouldnt didnt wasnt werent hasnt havent hadnt cannot til pm theres theyll youll thatll per via upon onto otherwise actually already plus vs versus bit bits stuff lot lots tho cuz coz because available offer offered provide provided though although another`
    .split(/\s+/)
    .filter(Boolean),
);

/** Whether a word, in lower case, carries no sense of its own. */
export const isStopWord = (word: string): boolean => STOP_WORDS.has(word);

/** Stems of the compounds, by the stem of their first word. */
const compoundFirst = new Map<string, readonly (readonly string[])[]>();
/** Compounds by their stem where they are written as one word: the `fire` of a `fireplace` keeps its e. */
const writtenAsOne = new Map<string, string>();
for (const compound of new Set([...COMPOUNDS, ...NEAR_WORDS.flat().filter((one) => one.includes(' '))])) {
  const words = compound.split(' ').map(stem);
  writtenAsOne.set(stem(compound.replaceAll(' ', '')), words.join(''));
  const [first = ''] = words;
  const others = compoundFirst.get(first) ?? [];
  compoundFirst.set(
    first,
    [...others, words].sort((a, b) => b.length - a.length),
  );
}

/** A compound as one word: `check-in`, `checks in` and `checkin` are all `checkin`. */
const joined = (phrase: string): string =>
  phrase.split(' ').length === 1 ? phrase : phrase.split(' ').map(stem).join('');

const conceptsByStem = new Map<string, readonly number[]>();
/** The concepts of compounds whose words stay words of their own, by the stems of those words; the key is the first of them. */
const looseFirst = new Map<string, Loose[]>();
interface Loose {
  readonly parts: readonly string[];
  readonly concepts: number[];
}
const belongs = (key: string, concept: number): void => {
  conceptsByStem.set(key, [...new Set([...(conceptsByStem.get(key) ?? []), concept])]);
};
const belongsLoosely = (first: string, parts: readonly string[], concept: number): void => {
  const others = looseFirst.get(first) ?? [];
  const same = others.find((one) => one.parts.join(' ') === parts.join(' '));
  if (same) same.concepts.push(concept);
  else
    looseFirst.set(
      first,
      [...others, { parts, concepts: [concept] }].sort((a, b) => b.parts.length - a.parts.length),
    );
};

const NONE: readonly number[] = [];

/** Which words are known as one, and how words lose their endings: what was indexed by another edition is to be indexed anew. */
export const WORDS_EDITION = JSON.stringify([
  '6',
  COMPOUNDS,
  CONCEPTS,
  GLOSSARY,
  NEAR_WORDS,
  LEXICON,
  SAYINGS.map(([said]) => said.source),
  ATTRIBUTES.map(({ meant, asked, told }) => [meant, asked.source, told.source]),
]);

/** Letters that are their own in one language and written with a plain one by everybody else. */
const PLAIN: Readonly<Record<string, string>> = {
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  þ: 'th',
  ð: 'd',
};

/** In lower case without accents: "Stølen" is looked for as "stolen". */
const lettersOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[øđłıæœßþð]/g, (letter) => PLAIN[letter] ?? letter);

/** Words in lower case without accents; compounds as one word. Punctuation inside numbers and names of hours is kept apart. */
export const wordsOf = (text: string): readonly string[] => stemmedWordsOf(text).map(({ word }) => word);

interface Stemmed {
  readonly word: string;
  readonly key: string;
}

const stemmedWordsOf = (text: string): readonly Stemmed[] => {
  const plain = lettersOf(text)
    // 90cm are 90 cm, and the under 7s are under 7.
    .replace(/(?<![\p{L}\p{N}])(\d+)(s|cm|mm|km|kg|kilos?|yo|yrs?|hrs?|mins?|am|pm)(?![\p{L}\p{N}])/gu, '$1 $2')
    // "I'll" is not ill, and "I'd" no identity card.
    .replace(/(?<=\p{L})['’](?=(?:d|ll|m|re|ve)(?!\p{L}))/gu, ' ')
    .replace(/['’](?=\p{L})/gu, '')
    .replace(/\ba\/c\b/g, 'ac');
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  const stems = words.map(stem);
  const result: Stemmed[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const compound = compoundFirst
      .get(stems[index] ?? '')
      ?.find((parts) => parts.every((part, offset) => part === stems[index + offset]));
    if (compound) {
      const word = compound.join('');
      result.push({ word, key: stem(word) });
      index += compound.length - 1;
    } else {
      const [word = '', key = ''] = [words[index], stems[index]];
      const asOne = writtenAsOne.get(key);
      result.push(asOne === undefined ? { word, key } : { word: asOne, key: stem(asOne) });
    }
  }
  return result;
};

for (const [number, members] of [...CONCEPTS, ...GLOSSARY, ...NEAR_WORDS].entries()) {
  for (const member of members) belongs(stem(joined(member)), number);
}
const BEFORE = CONCEPTS.length + GLOSSARY.length + NEAR_WORDS.length;
for (const [offset, members] of LEXICON.entries()) {
  for (const member of members) {
    const parts = wordsOf(member).map(stem);
    const [first = ''] = parts;
    if (parts.length === 1) belongs(first, BEFORE + offset);
    else belongsLoosely(first, parts, BEFORE + offset);
  }
}

/** The words of a text that carry its sense, in order, repetitions kept. */
export const termsOf = (text: string): readonly Term[] => {
  const terms: Term[] = [];
  const words = stemmedWordsOf(text);
  let loose: readonly number[] = NONE;
  let left = 0;
  for (const [index, { word, key }] of words.entries()) {
    const compound = looseFirst
      .get(key)
      ?.find(({ parts }) => parts.length > left && parts.every((part, offset) => part === words[index + offset]?.key));
    if (compound) {
      loose = compound.concepts;
      left = compound.parts.length;
    }
    const own = conceptsByStem.get(key) ?? NONE;
    const concepts = left > 0 ? [...new Set([...own, ...loose])] : own;
    if (left > 0) left -= 1;
    if (STOP_WORDS.has(word) || (word.length === 1 && !/[\p{N}\p{Lo}]/u.test(word))) continue;
    terms.push({ stem: key, concepts, word });
  }
  return terms;
};

const plainly = (text: string): string => lettersOf(text).replace(/’/g, "'");

const termMeant = (meant: string, by: Term['meant']): Term => {
  const key = stem(joined(meant));
  return { stem: key, concepts: conceptsByStem.get(key) ?? NONE, word: meant, meant: by };
};

/** The terms, and after them those that they do not hold of what was meant. */
const withMeant = (terms: readonly Term[], meant: readonly string[], by: Term['meant']): readonly Term[] => [
  ...terms,
  ...[...new Map(meant.map((one) => termMeant(one, by)).map((term) => [term.stem, term])).values()].filter(
    (term) => !terms.some((one) => one.stem === term.stem),
  ),
];

const sayingsIn = (low: string): readonly string[] =>
  SAYINGS.flatMap(([said, meant]) => (said.test(low) ? [meant] : []));

/** {@link termsOf} a text, and after them what its sayings mean and which attributes of a trip it tells: what is searched. */
export const termsMeant = (text: string): readonly Term[] => {
  const low = plainly(text);
  const told = ATTRIBUTES.flatMap(({ meant, asked, told: tells }) =>
    low.search(tells) >= 0 || low.search(asked) >= 0 ? [meant] : [],
  );
  return withMeant(termsOf(text), [...sayingsIn(low), ...told], 'saying');
};

/** {@link termsOf} a question, what its sayings mean, and the attributes it asks for in place of the words that ask for them. */
export const termsAsked = (text: string): readonly Term[] => {
  const low = plainly(text);
  let rest = low;
  const asked: string[] = [];
  for (const attribute of ATTRIBUTES) {
    if (rest.search(attribute.asked) < 0) continue;
    asked.push(attribute.meant);
    rest = rest.replace(attribute.asked, (said) => '.'.repeat(said.length));
  }
  return withMeant(withMeant(termsOf(rest), asked, 'asked'), sayingsIn(low), 'saying');
};

/** The word with a sense of its own that a misspelt one is a slip from, as a term; `undefined` when there is none, or several. */
export const slipOf = (misspelt: string): Term | undefined => {
  const near = [...conceptsByStem].filter(
    ([known]) => known.length >= 5 && known[0] === misspelt[0] && isOneSlipFrom(known, misspelt),
  );
  const [only] = near;
  return only && near.length === 1 ? { stem: only[0], concepts: only[1], word: only[0] } : undefined;
};

/** The terms with those that are known as one put together: an `air` before a `matress` that was mended. */
export const compounded = <T extends Term>(terms: readonly T[]): readonly T[] => {
  const [first, second, ...rest] = terms;
  if (!first || !second) return terms;
  const isOne = compoundFirst.get(first.stem)?.some((parts) => parts.length === 2 && parts[1] === second.stem) ?? false;
  if (!isOne) return [first, ...compounded([second, ...rest])];
  const key = stem(first.stem + second.stem);
  const word = `${first.word} ${second.word}`;
  return compounded([{ ...first, stem: key, concepts: conceptsByStem.get(key) ?? NONE, word }, ...rest]);
};

/** How a concept stands in the index, where no word can look like it. */
const conceptToken = (concept: number): string => `~${concept}`;

/** What an index knows a term by: its stem, and its concepts. */
export const tokensOf = ({ stem, concepts }: Pick<Term, 'stem' | 'concepts'>): readonly string[] => [
  stem,
  ...concepts.map(conceptToken),
];

/** The tokens of all the terms, in order, repetitions kept. */
export const tokensOfAll = (terms: readonly Term[]): readonly string[] => terms.flatMap(tokensOf);
