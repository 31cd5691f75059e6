import { termsOf } from '../../words/terms.ts';
import type { Derive } from './derived.ts';

const PETS = 'dog|cat|puppy|hound|terrier|labrador|poodle|dachshund|rabbit|parrot';
const NAME = "\\p{Lu}[\\p{Ll}'’-]+";
/** "Our dog Bo", "Bo the dog", "Bo (dog)", "Bo, our dog". */
const TOLD: readonly RegExp[] = [
  new RegExp(`\\b(?<pet>${PETS})(?: is called| is named| called| named|,|:)? (?<name>${NAME})`, 'gu'),
  new RegExp(
    `(?<name>${NAME})(?:,? is|,)?,? \\(?(?:the |our |a |their |her |his )?(?:\\p{Ll}+ )?(?<pet>${PETS})\\b`,
    'gu',
  ),
];

/** What no paper says of a pet by its name is asked of what it is: rules are for dogs, not for Bo. */
export const knownAs: Derive = async ({ part, evidence, chosen }, ask) => {
  if (chosen.length > 0) return undefined;
  const asked = new Set(part.terms.map(({ stem }) => stem));
  for (const { text } of evidence)
    for (const pattern of TOLD)
      for (const { groups = {} } of text.matchAll(pattern)) {
        const { name = '', pet = '' } = groups;
        if (!termsOf(name).some(({ stem }) => asked.has(stem))) continue;
        const found = await ask(part.text.replace(new RegExp(`(?<![\\p{L}])${name}(?![\\p{L}])`, 'giu'), `our ${pet}`));
        return found && found.chosen.length > 0 ? { chosen: found.chosen } : undefined;
      }
  return undefined;
};
