import { knownPlaceAt } from '../founding.ts';
import { inEnglish, monthInEnglish, spanishNumber } from './in-english.ts';

const MONTH =
  'enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre|January|February|March|April|May|June|July|August|September|October|November|December';
const NUMBER = '(?:\\d{1,2}|una?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|quince)';
const number = (said: string): string => String(/^\d/.test(said) ? said : (spanishNumber(said) ?? said));
const month = (said: string): string => monthInEnglish(said) ?? said;

/** When, how long and with whom, as English says it. */
const PARTS: readonly (readonly [RegExp, (...groups: string[]) => string])[] = [
  [new RegExp(`(?<!\\p{L})a fin(?:al)?(?:es)? de (${MONTH})`, 'giu'), (_, said = '') => `at the end of ${month(said)}`],
  [
    new RegExp(`(?<!\\p{L})a (?:principios|comienzos) de (${MONTH})`, 'giu'),
    (_, said = '') => `in early ${month(said)}`,
  ],
  [new RegExp(`(?<!\\p{L})a mediados de (${MONTH})`, 'giu'), (_, said = '') => `in mid ${month(said)}`],
  [
    new RegExp(
      `(?<!\\p{L})(?:del? |desde el )?(\\d{1,2}) ?(?:-|–|al?|hasta el) ?(\\d{1,2}) (?:de )?(${MONTH})(?: del? (\\d{4}))?(?!\\p{L})`,
      'giu',
    ),
    (_, from = '', to = '', said = '', year) =>
      `${from}-${to} ${month(said)}${/^\d{4}$/.test(year ?? '') ? ` ${year}` : ''}`,
  ],
  [
    new RegExp(`(?<!\\p{L})(?:(?:desde |para )?el )?(\\d{1,2}) de (${MONTH})(?: del? (\\d{4}))?(?!\\p{L})`, 'giu'),
    (_, day = '', said = '', year) => `on ${day} ${month(said)}${/^\d{4}$/.test(year ?? '') ? ` ${year}` : ''}`,
  ],
  [
    new RegExp(`(?<!\\p{L})(?:en|para|por|(?<!\\d )de) (${MONTH})(?!\\p{L})`, 'giu'),
    (_, said = '') => `in ${month(said)}`,
  ],
  [
    /(?<!\p{L})(enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre)(?!\p{L})/giu,
    (_, said = '') => month(said),
  ],
  [
    new RegExp(`(?<!\\p{L})(?:por |para |de )?(${NUMBER}) d[ií]as(?!\\p{L})`, 'giu'),
    (_, said = '') => `for ${number(said)} days`,
  ],
  [
    new RegExp(`(?<!\\p{L})(?:por |para |de )?(${NUMBER}) noches(?!\\p{L})`, 'giu'),
    (_, said = '') => `for ${number(said)} nights`,
  ],
  [
    new RegExp(`(?<!\\p{L})(?:por |para |de )?(${NUMBER}) semanas?(?!\\p{L})`, 'giu'),
    (_, said = '') => `for ${number(said)} weeks`,
  ],
  [/(?<!\p{L})(?:un |este |el )?(?:fin(?:de)? de semana|finde)(?!\p{L})/giu, () => 'a weekend'],
  [/(?<!\p{L})(?:en |para |por )?semana santa(?!\p{L})/giu, () => 'for Easter'],
  [/(?<!\p{L})(?:en |para |por )?navidad(?:es)?(?!\p{L})/giu, () => 'for Christmas'],
  [/(?<!\p{L})(?:en |para |por )?(?:este |el )?verano(?!\p{L})/giu, () => 'in summer'],
  [
    new RegExp(`(?<!\\p{L})(?:con|y) otr[ao]s? (${NUMBER})? ?familias?(?!\\p{L})`, 'giu'),
    (_, said) => `with ${said === undefined ? 'another family' : `${number(said)} other families`}`,
  ],
  [
    new RegExp(`(?<!\\p{L})(?:para|somos|entre|con) (${NUMBER}) familias?(?!\\p{L})`, 'giu'),
    (_, said = '') => `for ${number(said)} families`,
  ],
  [
    /(?<!\p{L})(?:a|al|en|cerca de)(?: el| la| las| los)? (?:mar|costa)(?! (?:brava|blanca|dorada|azul|rica|amalfitana|de|del)(?!\p{L}))(?!\p{L})/giu,
    () => 'to the sea',
  ],
  [/(?<!\p{L})(?:a|en)(?: la| las)? (?:playas?|beach)(?!\p{L})/giu, () => 'to the beach'],
  [/(?<!\p{L})(?:a|en)(?: la| las)? monta[ñn]as?(?!\p{L})/giu, () => 'to the mountains'],
  [/(?<!\p{L})(?:a|en)(?: la)? nieve(?!\p{L})/giu, () => 'to the snow'],
  [/(?<!\p{L})(?:al|en el) (?:campo)(?!\p{L})/giu, () => 'to the countryside'],
];

/** Words after which a place is where one goes. */
const TOWARDS =
  /(?<!\p{L})(?:a|al|en|por|hacia|hasta|visitar|conocer|recorrer|para|de|viaje|vacaciones|escapada|finde|weekend)\s+(?:(?:la|el|las|los)\s+)?(?=\p{L})/giu;
/** Somebody would travel. */
const WISHES =
  /(?<!\p{L})(?:quer\p{L}+|quiero|quisi[eé]ra\p{L}*|vamos|iremos|nos vamos|pensa\p{L}+|plane\p{L}+|planific\p{L}+|organi[cz]\p{L}+|prepar\p{L}+|arm\p{L}+|hacer|hagamos|hacemos|empe[cz]\p{L}+|crea\p{L}*|nuevo|otro|apetece|gustar[ií]a|necesit\p{L}+)(?!\p{L})/iu;
const TRIP =
  /(?<!\p{L})(?:viaj(?:e|es|ar|ecito|emos)|vacaciones|escapada|irnos|ir|paseo|luna de miel)(?!\p{L})|^(?:un )?weekend\b/iu;
/** Is about a trip that there is, or asks of a place. */
const THERE_IS_ONE =
  /(?<!\p{L})(?:invit\p{L}+|c[oó]digo|unir\p{L}+|reserv\p{L}+|pag\p{L}+|encuesta|votaci[oó]n|borr\p{L}+|elimin\p{L}+|cancel\p{L}+)(?!\p{L})/iu;
const ASKS =
  /^[¿\s]*(?:qu[eé]|cu[aá]l\p{L}*|cu[aá]nt\p{L}+|cu[aá]ndo|d[oó]nde|c[oó]mo|qui[eé]n|hace|hay|es|est[aá]|son)(?!\p{L})/iu;

/** What stands before the place, where it tells more than that somebody goes there. */
const besides = (before: string): string =>
  /\d|\b(?:in|on|at|for|with|we|there are|a weekend)\b/.test(before) ? ` ; ${before.trim()}` : '';

/**
 * A Spanish message about a trip to be made, with what founds it in English: `new trip to Lisboa in May`. What tells of no
 * such trip comes back without the words that would begin one.
 */
export const asFounding = (message: string): string => {
  let words = message.trim().replace(/^[¿¡\s]+|(?<=\p{L})[?!]+$/gu, '');
  for (const [said, meant] of PARTS) words = words.replace(said, meant as (...groups: string[]) => string);
  words = inEnglish(words);
  if (ASKS.test(message) || THERE_IS_ONE.test(message)) return words;
  const wished = WISHES.test(words) && TRIP.test(words);
  for (const { index, 0: lead } of words.matchAll(TOWARDS)) {
    const rest = words.slice(index + lead.length);
    if (knownPlaceAt(rest) !== undefined) return `new trip to ${rest}${besides(words.slice(0, index))}`;
  }
  const nowhere = /\bto the (?:sea|beach|mountains|snow|countryside)\b/.exec(words);
  if (nowhere) return `new trip ${words.slice(nowhere.index)}${besides(words.slice(0, nowhere.index))}`;
  // A place that no map here knows is one by its capital letter.
  const named =
    /(?:viaj\p{L}*|vacaciones|escapada|weekend|vamos|irnos|ir)(?: nuevo)? (?:a|en|por|hacia) (?:la |el |los |las )?(?=\p{Lu})/u.exec(
      words,
    );
  if (named) return `new trip to ${words.slice(named.index + named[0].length)}${besides(words.slice(0, named.index))}`;
  return wished ? `a trip to somewhere. ${words}` : words;
};
