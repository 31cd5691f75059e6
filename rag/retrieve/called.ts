import { stem } from '../words/stem.ts';
import { type Term, termsOf } from '../words/terms.ts';

/** Each of the words, with a capital or without, as a part of a pattern. */
const anyOf = (words: string): string =>
  `(?:${words
    .split(' ')
    .map((word) => `[${word.slice(0, 1).toUpperCase()}${word.slice(0, 1)}]${word.slice(1)}`)
    .join('|')})`;

const ROLE = anyOf(
  'owner host hostess landlord landlady manager caretaker warden housekeeper guide driver skipper captain instructor teacher cook chef babysitter nanny leader doctor nurse ranger gardener',
);
const KIN = anyOf(
  'grandma grandpa grandmother grandfather grandad granddad granny gran nana nan abuela abuelo nonna nonno oma opa omi opi mamie papi yaya aunt auntie aunty uncle tía tío tante onkel',
);
const TITLE = '(?:(?:Mr|Mrs|Ms|Dr|Herr|Frau|Signora?|Señora?|Madame|Monsieur)\\.? )?';
const NAME = `${TITLE}(?<name>\\p{Lu}\\p{Ll}[\\p{L}'’-]*(?: \\p{Lu}\\p{Ll}[\\p{L}'’-]*)?)`;
/** "Ana Ruiz (owner)", "Ana, our host", "Ana is the guide", "Owner: Ana Ruiz", "our guide Ana", "Grandma Ana". */
const CALLED: readonly RegExp[] = [
  new RegExp(
    `${NAME}(?: \\(| is |, )(?:the |our |your |their )?(?<word>${ROLE})(?=[).,;:]|$| (?:of|at|and|for)\\b)`,
    'gu',
  ),
  new RegExp(`(?<!\\p{L})(?<word>${ROLE}): ${NAME}`, 'gu'),
  new RegExp(`\\b(?:[Oo]ur|[Yy]our|[Tt]he|[Tt]heir) (?<word>${ROLE})(?: is|,)? ${NAME}`, 'gu'),
  new RegExp(`(?<!\\p{L})(?<word>${KIN}) ${NAME}`, 'gu'),
];

/** Whom papers call what: a word for somebody (`owner`, `grandma`) and the names, each by the other, as stems. */
export const calledIn = (texts: readonly string[]): ((term: Term) => ReadonlySet<string>) => {
  const called = new Map<string, Set<string>>();
  const add = (one: string, other: string): void => {
    called.set(one, (called.get(one) ?? new Set()).add(other));
  };
  for (const text of texts)
    for (const pattern of CALLED)
      for (const { groups = {} } of text.matchAll(pattern))
        for (const { stem: name, concepts } of termsOf(groups.name ?? '')) {
          const word = stem((groups.word ?? '').toLowerCase());
          if (concepts.length > 0 || name === word) continue;
          add(word, name);
          add(name, word);
        }
  return ({ stem: one }) => called.get(one) ?? NOBODY;
};

const NOBODY: ReadonlySet<string> = new Set();
