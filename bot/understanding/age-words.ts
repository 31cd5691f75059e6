import { spanishNumber } from './spanish/in-english.ts';

/** An age that somebody says anew, and of whom: by name, or by what they are to the speaker (`daughter`, `hijo`, `youngest`). */
export interface AgeWords {
  readonly name: string;
  readonly age: number;
}

const AGE =
  /\b(?!(?:hes|shes|he|she|they|it|its|who|whos)\b)([\p{L}][\p{L}'-]{1,30}(?: \d{1,2})?)(?:'s age)? (?:is|to|turned|turns|has turned|just turned|will be|is now|now is|became) (?:now |already |actually |only |just )?(\d{1,3})\b/iu;
const BIRTHDAY =
  /\b(?!(?:hes|shes|he|she|they|it|its|it['’]s|who|whos|(?:his|her|their|my|the)\b)\b)([\p{L}][\p{L}'-]{1,30})\b[^.!?]{0,40}?\b(?:birthday|turn(?:s|ed))\b[^.!?\d]{0,30}?(\d{1,3})\b/iu;
const CORRECTION =
  /\b(?:change|correct|set|update|fix) ([\p{L}][\p{L}'-]{1,30}?(?: \d{1,2})?)(?:['’]?s)? age (?:to|is|it is|it['’]?s|its) (\d{1,3})/iu;
/** `we got Mia's age wrong, she's 8`. */
const WRONG =
  /\b([\p{L}][\p{L}'-]{1,30}?)(?:['’]?s) age\b[^.!?\d]{0,30}?\b(?:s?he['’]?s|s?he is|it is|it['’]?s|should be|not \d{1,3} but) (\d{1,3})\b/iu;
/** Of one's own child, without a name: `our daughter is 10 now`, `my youngest just turned four`. */
const OWN_CHILD =
  /^(?:by the way,? |btw,? |hi,? |oh,? )*(?:my|our) (son|daughter|boy|girl|kid|child|baby|youngest|eldest|oldest|little one)\b(?: (?:is|has|just|now|already|recently|turned|turns|by))* (?:now |already )?(\d{1,2})(?: (?:now|today|already|years? old))*[.!]*$/i;
const NAME_ES =
  "(\\p{L}[\\p{L}'-]{1,30}(?: \\d{1,2})?|(?:mi|nuestr[oa]) (?:hij[oa]|niñ[oa]|beb[eé]|peque(?:ñ[oa])?|menor|mayor)(?: (?:menor|mayor))?)";
const YEARS_ES = '(\\d{1,3}|\\p{L}+)(?: añ(?:os?|itos?))?';
/** `Mia ya tiene 10`, `Leo cumplió cinco años ayer`, `mi hija ahora tiene 8`. */
const SPANISH = [
  new RegExp(`^${NAME_ES} (?:ya|ahora|hoy) (?:tiene|cumple|cumpli[oó]) ${YEARS_ES}[.!]*$`, 'iu'),
  new RegExp(
    `^${NAME_ES} (?:ya |ahora )?(?:cumpli[oó]|acaba de cumplir|cumple) (?:ya )?${YEARS_ES}(?: (?:ayer|hoy|ya|la semana pasada|el \\p{L}+))?[.!]*$`,
    'iu',
  ),
  new RegExp(`^${NAME_ES} tiene (?:ya )?${YEARS_ES} (?:ya|ahora)[.!]*$`, 'iu'),
];
const LEAD_ES = /^(?:(?:por cierto|oye|hola|ah|ojo)[,!]? )+/iu;

/** The age that words say of somebody in the family; nothing when they say none. */
export const readAge = (text: string): AgeWords | undefined => {
  const words = text.trim();
  const [, child, years] = OWN_CHILD.exec(words) ?? [];
  if (child !== undefined) return { name: child.toLowerCase(), age: Number(years) };
  const spanish = readSpanishAge(words);
  if (spanish) return spanish;
  const aged = CORRECTION.exec(text) ?? AGE.exec(text) ?? WRONG.exec(text) ?? BIRTHDAY.exec(text);
  return aged?.[1] === undefined ? undefined : { name: aged[1], age: Number(aged[2]) };
};

/** An age said in Spanish of somebody who has come to it. */
export const readSpanishAge = (text: string): AgeWords | undefined => {
  const words = text.trim().replace(LEAD_ES, '');
  for (const form of SPANISH) {
    const [, name, years = ''] = form.exec(words) ?? [];
    const age = /^\d/.test(years) ? Number(years) : spanishNumber(years.toLowerCase());
    if (name !== undefined && age !== undefined && age <= 120) return { name, age };
  }
  return undefined;
};

const CHILD =
  /^(?:(?:mi|nuestr[oa]) )?(?:son|daughter|boy|girl|kid|child|baby|little one|hij[oa]|niñ[oa]|beb[eé]|peque(?:ñ[oa])?)$/iu;
const YOUNGEST = /^(?:youngest|(?:mi|nuestr[oa]) (?:\p{L}+ )?menor)$/iu;
const ELDEST = /^(?:eldest|oldest|(?:mi|nuestr[oa]) (?:\p{L}+ )?mayor)$/iu;

/**
 * The children that words for one's own child may mean, when one of them is so many years old now; nothing when they are no
 * such words. One who is a year younger so far is meant before the others.
 */
export const ownChildren = <One extends { readonly child: boolean; readonly age?: number | undefined }>(
  said: string,
  members: readonly One[],
  age: number,
): readonly One[] | undefined => {
  const children = members.filter(({ child }) => child);
  const byAge = children.filter((one) => one.age !== undefined).toSorted((a, b) => (a.age ?? 0) - (b.age ?? 0));
  if (YOUNGEST.test(said)) return byAge.length === children.length ? byAge.slice(0, 1) : children;
  if (ELDEST.test(said)) return byAge.length === children.length ? byAge.slice(-1) : children;
  if (!CHILD.test(said)) return undefined;
  const turning = children.filter((one) => one.age === age - 1);
  return turning.length === 1 ? turning : children;
};
