import { termsOf } from '../words/terms.ts';

export const NOBODY: ReadonlySet<string> = new Set();

const NAME = "\\p{Lu}[\\p{Ll}'’-]+";
/** Somebody with an age, in a list of names, before what somebody does, or with a word for kin before the name. */
const SOMEBODY = [
  `(${NAME}),? \\((?:turning )?\\d{1,2}(?:\\)|, | months?\\b)`,
  `(${NAME}),? (?:who is |is |aged )?\\d{1,2}(?=[\\s,.;/]|$)(?! (?:km|m|min|EUR|NOK|GBP|USD|${NAME}))`,
  `(${NAME})(?: ${NAME})?(?=,? (?:and|&) ${NAME}|, ${NAME}(?:,| and))`,
  `(?:and|&|with|for|,) (${NAME})(?=[\\s,.;:(]|$)`,
  `(${NAME}) (?:has|is|drives|cooks|brings|sleeps|needs|does not|cannot|can|will|wants|likes|keeps|hates) `,
  `(?:aunt|uncle|grandma|grandpa|granny|cousin|baby|mum|dad|mr|mrs|ms|herr|frau|señora?|signora?) (${NAME})`,
].map((source) => new RegExp(source, 'gu'));

/** Stems of the names of people that the texts speak of, and of some places that are written like them. */
export const peopleIn = (texts: readonly string[]): ReadonlySet<string> =>
  new Set(
    texts.flatMap((text) =>
      SOMEBODY.flatMap((pattern) =>
        [...text.matchAll(pattern)].flatMap(([, name = '']) =>
          termsOf(name).flatMap(({ stem, concepts }) => (concepts.length === 0 ? [stem] : [])),
        ),
      ),
    ),
  );
