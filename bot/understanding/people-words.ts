/** Somebody of a family as a message names them; what it does not say is absent. */
export interface PersonWords {
  readonly name?: string | undefined;
  readonly age?: number | undefined;
  /** Clearly one more than those who were counted so far. */
  readonly besides?: true | undefined;
}

const FAMILY = /\b[Tt]he (\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)*)(?: (family|lot|clan))?(?!['’]s\b)/u;

const OWN_FAMILY =
  /\b[Ww]e(?:['’]?re| are) the (\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)*)(?: family)?\b|\b[Tt]he (\p{Lu}[\p{L}'’-]+)(?: family)? here\b/u;

/** A family by its name as it was said: `Murphys`, `Nguyen`. `plural`: it names its members. */
export const familyNamed = (text: string): { readonly name: string; readonly plural: boolean } | undefined => {
  const [, name, group] = FAMILY.exec(text) ?? [];
  return name === undefined ? undefined : { name, plural: group === undefined && /s$/.test(name) };
};

/** `We are the Kowalskis`, `the Kowalski family here`: what a family calls itself, as one of them is called. */
export const ownFamilyNamed = (text: string): string | undefined => {
  const [, first, second] = OWN_FAMILY.exec(text.slice(0, 300)) ?? [];
  const name = first ?? second;
  return name === undefined ? undefined : singular(name);
};

/** `the Silvas` is the Silva family; `the Joneses` the Jones family. */
export const singular = (name: string): string => {
  if (/(?:s|x|z|ch|sh)es$/i.test(name)) return name.slice(0, -2);
  return /[^s]s$/i.test(name) ? name.slice(0, -1) : name;
};

const RELATIONS =
  'husband|hubby|wife|partner|girlfriend|boyfriend|fianc[eé]e?|mates?|friend|son|daughter|stepson|stepdaughter|child|kid|baby|toddler|youngest|eldest|oldest|middle one|teenager|mother|father|mum|mom|dad|mama|papa|grand(?:mother|father|ma|pa|dad|mum|son|daughter)|grandad|granny|gran|nana|nan|auntie|aunt|uncle|sister|brother|cousin|niece|nephew|(?:mother|father|sister|brother)[- ]in[- ]law';
/** Titles that stay with a name. */
const TITLE = '(?:Grand(?:ma|pa|dad|mother|father)|Grandad|Granny|Gran|Nana|Nan|Auntie|Aunt|Uncle|Oma|Opa)';
const NAME = `(\\p{Lu}[\\p{L}'’-]{1,30})`;
const ADDS = '(?:add(?:ed|ing)?|invite|include|put|need)';
const NAMES: readonly RegExp[] = [
  new RegExp(`\\b(?:${RELATIONS})\\b(?:,| is| called| named)* ${NAME}`, 'u'),
  new RegExp(`\\b(?:${TITLE}|${TITLE.toLowerCase()}) ${NAME}`, 'u'),
  new RegExp(`\\b[Aa]dd(?:ing)? (?:my |our )?(?:lovely |little )?${NAME}`, 'u'),
  new RegExp(`\\b(?:${ADDS}|[Ii]nclude|[Pp]ut) ${NAME}(?= (?:to|in|on|with|too|as)\\b|[,.!?]|$)`, 'u'),
  new RegExp(
    `^(?:please |pls )?${ADDS}\\s+(?:my |our )?(?:(?:${RELATIONS})[, ]+)?(?!(?:a|an|another|someone|somebody|person|member|him|her|them|my|our|the|extra|one|more|${RELATIONS})\\b)(\\p{L}[\\p{L}'’-]{1,30})`,
    'iu',
  ),
  new RegExp(`: ${NAME}`, 'u'),
];
/** `We're bringing grandma too`: she needs no other name in her family. */
const CALLED_BY_TITLE = new RegExp(`\\b(${TITLE})\\b(?!['’]s)`, 'iu');
/** Begins a sentence with a capital and is no name. */
const NO_NAME = /^(?:I|Im|My|Our|The|And|Also|Please|Pls|Can|Could|He|She|They|We|Is|It|Add|Put|Grand\w+|Nana|Granny)$/;
const AGE =
  /^['’]?s?,? ?\(?(?:and |also )?(?:(?:who(?: is|['’]?s)|s?he(?: is|['’]?s)|they(?:['’]re| are)|is|aged?|turning|nearly)\s+)*(\d{1,3})(?! ?(?:st|nd|rd|th|euros?|eur|[:.]\d|am|pm|o['’]clock|people|nights?|days?))\b/i;

/** An age that is said of the only one spoken of: `she's joining us, she's 68`, `(74)`. */
const SAID_LATER =
  /\b(?:s?he['’]?s|s?he is|they are|aged?|turns|turning) (\d{1,3})\b(?! ?(?:st|nd|rd|th|euros?|eur|[:.]\d|am|pm))|\((?:aged? )?(\d{1,3})\)/i;

/** Reads who is to be added to a family, and how old: "our youngest Noah, he's 2", "add my hubby Greg". */
export const readPerson = (message: string): PersonWords => {
  const text = message.slice(0, 300);
  for (const pattern of NAMES) {
    const found = pattern.exec(text);
    const name = found?.[1];
    if (!found || name === undefined || NO_NAME.test(name)) continue;
    const after =
      AGE.exec(text.slice(found.index + found[0].length))?.[1] ?? SAID_LATER.exec(text)?.slice(1).find(Boolean);
    return { name, age: after === undefined ? undefined : Number(after) };
  }
  const title = CALLED_BY_TITLE.exec(text)?.[1];
  return title === undefined ? {} : { name: title, besides: true };
};
