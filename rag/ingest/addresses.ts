import { type Block, HIDDEN_MARK } from './block.ts';

/** A street and its number, in either order; after a name of what it is, perhaps. */
const STREET =
  /^(?:\p{Lu}[\p{L} ]{2,20}: )?(?:\p{Lu}[\p{L} .'’-]{2,40} \d{1,4} ?[a-z]?(?:[-/]\d{1,4})?(?:, [\p{L}\p{N} .°ºª]{1,20})?|\d{1,5}[a-z]?,? (?:\p{Lu}[\p{L}.'’-]*|de|des|du|la|of|the)(?: (?:\p{Lu}[\p{L}.'’-]*|de|des|du|la|of|the)){1,5})$/u;
/** A town with its postcode: before it, or behind it as in Britain, America and Australia. */
const TOWN =
  /^(?:(?:[A-Z]{1,3}-)?\d{3,6}(?:[ -]\d{2,4}| [A-Z]{2})? \p{Lu}[\p{L} .'’()-]{1,40}|\p{Lu}[\p{L} .'’-]{1,40},? (?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]{2,3},? \d{4,5}(?:-\d{4})?))$/u;
const NAME = /^\p{Lu}[\p{L}\p{N} &.'’()-]{1,44}$/u;
/** A second line over the street: nothing but names. */
const NAMES_ONLY = /^\p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}[\p{L}.'’-]*|&|de|of|the|da|di|von|van)){0,4}$/u;
const NO_NAME =
  /^(?:dear|hi|hello|kind|best|warm|many|yours|see|address|adresse|contact|where|directions|arrival)(?!\p{L})/iu;

const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'sv', 'nb', 'da', 'pl', 'cs'];
const BY_CUSTOM = ['England', 'Scotland', 'Wales', 'Northern Ireland', 'USA', 'UK', 'Great Britain', 'The Netherlands'];
let known: ReadonlySet<string> | undefined;

/** Countries as English names them and as they name themselves; read when the first address asks, for that takes a while. */
const countries = (): ReadonlySet<string> => {
  known ??= new Set([
    ...BY_CUSTOM,
    ...LANGUAGES.flatMap((language) => {
      const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
      const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
      return letters.flatMap((one) => letters.flatMap((other) => names.of(`${one}${other}`) ?? []));
    }),
  ]);
  return known;
};

/** A country, or a region with its country behind it. */
const isCountry = (text: string): boolean =>
  text.length <= 40 && !/\d/.test(text) && countries().has(text.split(', ').at(-1) ?? '');

/**
 * The blocks with each address that is set on lines of its own as one: who or what is there, the street, the town with
 * its postcode, the country.
 */
export const withAddresses = (blocks: readonly Block[]): readonly Block[] => {
  const whole: Block[] = [];
  for (let index = 0; index < blocks.length; index += 1) {
    const street = blocks[index];
    const town = blocks[index + 1];
    if (!street) continue;
    const inOne = isLine(street) && isStreetAndTown(street.text);
    if (!inOne && !(isLine(street) && STREET.test(street.text) && isLineOf(street, town) && TOWN.test(town.text))) {
      whole.push(street);
      continue;
    }
    const last = inOne ? index : index + 1;
    const before: string[] = [];
    for (let above = whole.at(-1); isLineOf(street, above) && isName(above.text, before.length); above = whole.at(-1)) {
      before.unshift(above.text);
      whole.pop();
    }
    const country = blocks[last + 1];
    const after = isLineOf(street, country) && isCountry(country.text) ? [country.text] : [];
    whole.push({
      ...street,
      text: [...before, ...blocks.slice(index, last + 1).map((line) => line.text), ...after].join(', '),
    });
    index = last + after.length;
  }
  return whole;
};

const isStreetAndTown = (text: string): boolean => {
  const [street = '', ...rest] = text.split(', ');
  return STREET.test(street) && TOWN.test(rest[0] ?? '') && rest.slice(1).every(isCountry);
};

const isLine = ({ kind, level, text }: Block): boolean =>
  kind === 'paragraph' && level === undefined && !text.startsWith(HIDDEN_MARK);

const isLineOf = (street: Block, other: Block | undefined): other is Block =>
  other !== undefined && isLine(other) && other.page === street.page;

const isName = (text: string, already: number): boolean =>
  already < 2 && NAME.test(text) && !NO_NAME.test(text) && (already === 0 || NAMES_ONLY.test(text));
