import { oneSlip } from '../../one-slip.ts';
import { type Candidate, plainName } from '../candidate.ts';
import { type Desk, type Entry, entriesOf } from './desk.ts';

/** Something that words may mean: where it stands in the plan, or a place the papers know that is not in it. */
export interface Found {
  readonly candidate: Candidate | undefined;
  /** The day of the plan, by its place; absent when it is not in the plan. */
  readonly day?: number | undefined;
  readonly entry?: Entry | undefined;
}

const FILLERS = new Set(
  'the a an our my your that this thing stuff visit visiting trip to at in on of for and go going place there part'.split(
    ' ',
  ),
);

/** What people call sorts of places, in the words that papers have for them. */
const SORTS: Readonly<Record<string, RegExp>> = {
  museum: /\bmus(?:eum|eu|eo|ée)/,
  castle: /\b(?:castle|castelo|castillo|ch[aâ]teau|fortress)/,
  beach: /\b(?:beach|praia|playa|plage)/,
  market: /\b(?:market|mercado|marché)/,
  aquarium: /\b(?:aquarium|oceanari|sea life)/,
  garden: /\b(?:garden|jardi[mn])/,
  park: /\b(?:park|parque|parc)\b/,
  church: /\b(?:church|igreja|iglesia|cathedral|monastery|mosteiro)/,
  boat: /\b(?:boat|cruise|ferry|sail|kayak)/,
  cruise: /\b(?:boat|cruise|sail)/,
  hike: /\b(?:hike|hiking|trail|walk)/,
  walk: /\b(?:walk|hike|hiking|trail|promenade)/,
  zoo: /\bzoo/,
  restaurant: /\b(?:restaurant|taverna?|trattoria|tasca|cantina|kitchen)/,
};

/** Shorter words are too easily others. */
const SHORTEST_TYPO = 4;
/** Words that begin with as many of the same letters are one word. */
const STEM = 7;

const wordsOf = (text: string): readonly string[] => plainName(text).split(' ').filter(Boolean);

/** Whether a word of somebody's stands in a text: as it is, in its plural, with a slip, or as a sort of place. */
const meets = (said: string, words: readonly string[], text: string): boolean => {
  const bare = said.replace(/(?<=\w{3})(?:s|es)$/, '');
  return (
    words.some(
      (word) =>
        word === said ||
        word.replace(/(?<=\w{3})s$/, '') === bare ||
        (said.length >= SHORTEST_TYPO && oneSlip(word, said)) ||
        // `Oceanarium` for the Oceanario: the same word in another language.
        (said.length >= STEM && word.length >= STEM && word.slice(0, STEM) === said.slice(0, STEM)),
    ) ||
    (SORTS[bare]?.test(text) ?? false)
  );
};

/** Characters in which a paper says what a thing is. */
const HEAD = 60;

/** How surely the words mean a place, from its name alone to what its paper says of it; 0 when they do not. */
const likeness = (said: readonly string[], { name, about }: Candidate): number => {
  const own = wordsOf(name);
  if (own.join(' ') === said.join(' ')) return 5;
  if (said.every((word) => own.includes(word))) return 4;
  const plain = plainName(name);
  if (said.every((word) => meets(word, own, plain))) return 3;
  const head = plainName(`${name} ${about.slice(0, HEAD)}`);
  if (said.every((word) => meets(word, wordsOf(head), head))) return 2;
  return 0;
};

/** Whether words mean one of some names: each of their words stands in it, perhaps with a slip or as a sort of place. */
export const meansOneOf = (names: readonly string[], words: string): boolean => {
  const said = wordsOf(words.toLowerCase()).filter((word) => !FILLERS.has(word));
  return said.length > 0 && names.some((name) => said.every((word) => meets(word, wordsOf(name), plainName(name))));
};

const MEALS = {
  breakfast: 'breakfast',
  brunch: 'breakfast',
  lunch: 'lunch',
  dinner: 'dinner',
  supper: 'dinner',
} as const;
const AFTER = /^(?:the |whatever |what |thing |one |part |is |comes |that )*(after|before) (?:the )?(.+)$/;
const ORDINAL = /^(?:the )?(first|last)(?: (?:thing|one|part|item|activity|stop|sight))?$/;

/** What the words mean, on one day of the plan or on any; several when they are not clear, none when nothing is like them. */
export const whichItem = (desk: Desk, words: string, on?: string): readonly Found[] => {
  const days = desk.plan.days.flatMap(({ date, items }, day) =>
    on === undefined || date === on
      ? [entriesOf(items, desk).map((entry): Found => ({ candidate: entry.candidate, day, entry }))]
      : [],
  );
  const planned = days.flat();
  const ids = planned.filter(({ candidate }) => candidate?.id === words);
  if (ids.length > 0) return ids.slice(0, 1);
  const known = desk.byId.get(words);
  if (known) return [{ candidate: known }];

  const said = words.toLowerCase().trim();
  const beside = AFTER.exec(said);
  if (beside) {
    const step = beside[1] === 'after' ? 1 : -1;
    return whichItem(desk, beside[2] ?? '', on).flatMap(({ day, entry }) => {
      const own = days.find((all) => all.some((found) => found.entry?.key === entry?.key && found.day === day)) ?? [];
      const next = own[own.findIndex((found) => found.entry?.key === entry?.key) + step];
      return next ? [next] : [];
    });
  }
  const ordinal = ORDINAL.exec(said)?.[1];
  if (ordinal !== undefined && days.length === 1) {
    const own = (days[0] ?? []).filter(({ entry }) => entry?.part !== undefined);
    const one = ordinal === 'first' ? own[0] : own.at(-1);
    return one ? [one] : [];
  }
  const tokens = wordsOf(said).filter((word) => !FILLERS.has(word));
  const meal = MEALS[tokens[0] as keyof typeof MEALS];
  if (meal !== undefined) {
    const rest = tokens.slice(1);
    const meals = planned.filter(
      ({ entry, candidate }) =>
        (entry?.part ?? (entry?.item.kind === 'meal' ? mealAt(entry.start) : undefined)) === meal &&
        (rest.length === 0 || (candidate !== undefined && likeness(rest, candidate) > 0)),
    );
    if (meals.length > 0) return meals;
  }
  if (tokens.length === 0) return [];
  const inPlan = new Set(planned.flatMap(({ candidate }) => candidate?.id ?? []));
  const places = desk.facts.candidates.filter(
    ({ id, kind }) => (kind === 'sight' || kind === 'meal') && !inPlan.has(id) && on === undefined,
  );
  const ranked = [
    ...planned.flatMap((found) => (found.candidate ? [{ found, like: likeness(tokens, found.candidate) }] : [])),
    ...places.map((candidate) => ({ found: { candidate } as Found, like: likeness(tokens, candidate) - 0.5 })),
  ].filter(({ like }) => like > 0);
  const best = Math.max(0, ...ranked.map(({ like }) => like));
  const meant = ranked.filter(({ like }) => Math.ceil(like) === Math.ceil(best)).map(({ found }) => found);
  // What is planned is meant before what is only known of.
  const ahead = meant.filter(({ entry }) => entry !== undefined);
  return ahead.length > 0 ? ahead : meant;
};

const mealAt = (start: number): 'breakfast' | 'lunch' | 'dinner' =>
  start < 11 * 60 ? 'breakfast' : start < 16 * 60 ? 'lunch' : 'dinner';
