import { bare, NUMBER, number } from './numbers.ts';

/** One thing Spanish says otherwise, and what it becomes. */
type Rule = readonly [said: RegExp, meant: string | ((...groups: string[]) => string)];

const MONTHS: Readonly<Record<string, string>> = {
  enero: 'January',
  febrero: 'February',
  marzo: 'March',
  abril: 'April',
  mayo: 'May',
  junio: 'June',
  julio: 'July',
  agosto: 'August',
  septiembre: 'September',
  setiembre: 'September',
  octubre: 'October',
  noviembre: 'November',
  diciembre: 'December',
};
const WEEKDAYS: Readonly<Record<string, string>> = {
  lunes: 'Monday',
  martes: 'Tuesday',
  miercoles: 'Wednesday',
  jueves: 'Thursday',
  viernes: 'Friday',
  sabado: 'Saturday',
  domingo: 'Sunday',
};
const oneOf = (words: object): string => Object.keys(words).join('|');
const MONTH = oneOf(MONTHS);
const WEEKDAY = oneOf(WEEKDAYS);
const PART = 'manana|madrugada|tarde|noche|mediodia';

const EDGE = '(?:(?<=[\\p{L}\\p{N}])(?![\\p{L}\\p{N}])|(?<![\\p{L}\\p{N}])(?=[\\p{L}\\p{N}]))';
const LOOSE: Readonly<Record<string, string>> = { a: 'aá', e: 'eé', i: 'ií', o: 'oó', u: 'uúü', n: 'nñ' };

/** The pattern for texts with and without accents, as people write both; `\b` is the edge of a word of any letters. */
const loose = ({ source, flags }: RegExp): RegExp => {
  let inClass = false;
  const wide = source.replace(/\\.|./gs, (token) => {
    if (token === '\\b') return EDGE;
    if (token === '[' || token === ']') inClass = token === '[';
    const letters = LOOSE[token];
    return letters === undefined ? token : inClass ? letters : `[${letters}]`;
  });
  return new RegExp(wide, flags.includes('u') ? flags : `${flags}u`);
};

const month = (said: string): string => MONTHS[bare(said)] ?? said;
const weekday = (said: string): string => WEEKDAYS[bare(said)] ?? said;
/** `de 2027` and `del 2027`; a year may be left out. */
const year = (said: string | undefined): string => (said ? ` ${said}` : '');

/** `a las 7 de la tarde` is 7 pm, `12 de la noche` midnight. */
const clock = (hour: string, minutes: string | undefined, part: string | undefined): string => {
  const said = number(hour);
  const later = /tarde|noche/i.test(part ?? '') && said < 12 ? 12 : 0;
  const at = /noche|madrugada/i.test(part ?? '') && said === 12 ? 0 : said + later;
  const past = /media/i.test(minutes ?? '')
    ? 30
    : /cuarto/i.test(minutes ?? '')
      ? 15
      : Number(minutes?.replace(/\D/g, '') || 0);
  return `${String(at).padStart(2, '0')}:${String(past).padStart(2, '0')}`;
};
const YEAR = '(?: del? (\\d{4}))?';
const MINUTES = '(?:(:\\d\\d|\\.\\d\\d| y media| y cuarto)(?: ?(?:hrs?|horas|h)\\b)?)?';

const SETTING_OUT =
  'l viaje| la salida|l vuelo| (?:salir|viajar|volar|irnos|irme|partir)| que (?:salgamos|viajemos|volemos|nos vayamos)';
const GOING_HOME = ' (?:la vuelta|volver|regresar|volvernos|que volvamos)|l regreso';

/** Days and hours. */
const DAYS: readonly Rule[] = [
  [
    new RegExp(
      `\\b(?:(?:(?:el|un) dia|la (${PART})|(${NUMBER}) (dias|semanas)) antes|la vispera) de(?:(${GOING_HOME})|(?:${SETTING_OUT}))\\b`,
      'gi',
    ),
    (_, part, count, unit, home) =>
      `${count === undefined ? `the ${PARTS[bare(part ?? '')] ?? 'day'}` : `${number(count)} ${/^s/i.test(unit ?? '') ? 'weeks' : 'days'}`} before ${home === undefined ? 'the trip' : 'we fly home'}`,
  ],
  [
    new RegExp(
      `\\b(?:entre )?(?:del|de el|desde el|el|entre el) (${NUMBER}) (?:al|hasta el|a|y(?: el)?) (${NUMBER}) de (${MONTH})${YEAR}\\b`,
      'gi',
    ),
    (_, from = '', to = '', name = '', said = '') => `${number(from)} to ${number(to)} ${month(name)}${year(said)}`,
  ],
  [
    new RegExp(`\\b(${NUMBER})(?: ?- ?| a )(${NUMBER}) de (${MONTH})${YEAR}\\b`, 'gi'),
    (_, from = '', to = '', name = '', said = '') => `${number(from)} to ${number(to)} ${month(name)}${year(said)}`,
  ],
  [
    new RegExp(
      `\\b(?:del|desde el) (${NUMBER}|primero) de (${MONTH})${YEAR} (?:al|hasta el|a) (${NUMBER}|primero) de (${MONTH})${YEAR}\\b`,
      'gi',
    ),
    (_, from = '', first = '', one = '', to = '', last = '', two = '') =>
      `${/primero/i.test(from) ? 1 : number(from)} ${month(first)}${year(one || two)} to ${/primero/i.test(to) ? 1 : number(to)} ${month(last)}${year(two)}`,
  ],
  [
    new RegExp(`\\b(?:el )?(?:(${WEEKDAY}),? )?(${NUMBER}|primero) de (${MONTH})${YEAR}\\b`, 'gi'),
    (_, name = '', day = '', of = '', said = '') =>
      `${name ? `${weekday(name)} ` : ''}${/primero/i.test(day) ? 1 : number(day)} ${month(of)}${year(said)}`,
  ],
  [/\b(?:el )?pasado manana\b/gi, 'the day after tomorrow'],
  [/\bmanana por la (manana|tarde|noche)\b/gi, (_, part = '') => `tomorrow ${PARTS[bare(part)] ?? ''}`],
  [
    new RegExp(
      `\\ba (?:las?|eso de las?) (${NUMBER})${MINUTES}(?: (?:de|en|por) la (${PART})\\b| del (mediodia)\\b)?`,
      'gi',
    ),
    (_, hour = '', minutes, part, noon) => `at ${clock(hour, minutes, part ?? noon)}`,
  ],
  [
    new RegExp(`\\b(?:de|desde) las? (${NUMBER})${MINUTES}(?: (?:de|en|por) la (${PART})\\b)?`, 'gi'),
    (_, hour = '', minutes, part) => `from ${clock(hour, minutes, part)}`,
  ],
  [
    new RegExp(`\\b(?:antes de|hasta) las? (${NUMBER})${MINUTES}(?: (?:de|en|por) la (${PART})\\b)?`, 'gi'),
    (_, hour = '', minutes, part) => `by ${clock(hour, minutes, part)}`,
  ],
  [/\bal mediodia\b/gi, 'at noon'],
  [/\ba medianoche\b/gi, 'at midnight'],
  [/(?<!\bla )\bmanana\b(?! siguiente)/gi, 'tomorrow'],
  [/\bhoy en la noche\b|\besta noche\b/gi, 'tonight'],
  [/\bhoy\b/gi, 'today'],
  [/\b(?:por|en) la manana\b/gi, 'in the morning'],
  [/\b(?:por|en) la tarde\b/gi, 'in the afternoon'],
  [/\b(?:por|en) la noche\b/gi, 'in the evening'],
  [/\b(?:el )?(?:proximo|siguiente) fin de semana\b|\bel fin de semana (?:que viene|proximo)\b/gi, 'next weekend'],
  [/\b(?:este|el) fin de semana\b/gi, 'this weekend'],
  [/\b(?:la )?(?:proxima|siguiente) semana\b|\bla semana (?:que viene|proxima)\b/gi, 'next week'],
  [/\besta semana\b/gi, 'this week'],
  [/\b(?:el )?(?:proximo|siguiente) mes\b|\bel mes (?:que viene|proximo)\b/gi, 'next month'],
  [
    new RegExp(`\\b(?:el )?(?:proximo|siguiente) (${WEEKDAY})\\b|\\bel (${WEEKDAY}) (?:que viene|proximo)\\b`, 'gi'),
    (_, one, other) => `next ${weekday(one ?? other ?? '')}`,
  ],
  [new RegExp(`\\b(?:el |este )?(${WEEKDAY})\\b`, 'gi'), (_, name = '') => weekday(name)],
  [new RegExp(`\\ben (${MONTH})\\b${YEAR}`, 'gi'), (_, name = '', said = '') => `in ${month(name)}${year(said)}`],
  [
    new RegExp(`\\b(?:en|dentro de) (${NUMBER}) (dias?|semanas?|horas?|minutos?|mes(?:es)?)\\b`, 'gi'),
    (_, count = '', unit = '') => `in ${number(count)} ${UNITS[bare(unit).replace(/e?s$/, '')] ?? unit}`,
  ],
];
const PARTS: Readonly<Record<string, string>> = { manana: 'morning', tarde: 'afternoon', noche: 'evening' };
const UNITS: Readonly<Record<string, string>> = {
  dia: 'days',
  semana: 'weeks',
  hora: 'hours',
  minuto: 'minutes',
  m: 'months',
};

/** People, food, walking, money, likes. */
const FAMILIES: readonly Rule[] = [
  [new RegExp(`\\b(${NUMBER}) (?:adult[oa]s?|mayores|grandes)\\b`, 'gi'), (_, count = '') => `${number(count)} adults`],
  [
    new RegExp(`\\b(${NUMBER}) (?:nin[oa]s?|niñ[oa]s?|menores|chic[oa]s|hij[oa]s|peques?)\\b`, 'gi'),
    (_, count = '') => `${number(count)} kids`,
  ],
  [new RegExp(`\\b(${NUMBER}) bebes?\\b`, 'gi'), (_, count = '') => `${number(count)} babies`],
  [
    new RegExp(`\\bsomos (?:una familia de )?(${NUMBER})\\b(?! (?:adults|kids|babies|familias))`, 'gi'),
    (_, count = '') => `there are ${number(count)} of us`,
  ],
  [/\bsomos\b/gi, 'we are'],
  [/\b(?:los )?(?:niñ[oa]s|chic[oa]s|hij[oa]s) (?:tienen|de|son de)\b/gi, 'kids aged'],
  [/\b(kids) de (?=\d)/gi, '$1 aged '],
  // "Mia de 9", "Leo, que tiene 4 años": a name and an age.
  [
    /\b(?!(?:Hotel|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b)([A-ZÁÉÍÓÚÑ][^\s,.;:\d]+),? (?:de|que tiene|tiene) (\d{1,2})(?: años)?\b(?! (?:a|al|estrellas|noches|dias|personas|euros|dolares|adultos|[A-Z])|:)/g,
    '$1 $2',
  ],
  [/(\d) y (?=\d)/gi, '$1 and '],
  [/\b(\d{1,2}) años\b/gi, '$1 years'],
  [
    /\b(?:una?|mi|la|el|nuestr[oa]) (?:persona |hij[oa] |esposa |marido )?vegetarian[oa]\b|\bvegetarian[oa]s?\b/gi,
    'vegetarian',
  ],
  [/\bvegan[oa]s?\b/gi, 'vegan'],
  [/\bsin gluten\b|\bceliac[oa]s?\b/gi, 'gluten-free'],
  [/\b(?:sin lactosa|intolerantes? a la lactosa|sin lacteos)\b/gi, 'lactose intolerant'],
  [/\bno (?:puede[ns]?|podemos|debe[ns]?) comer (?:las |los |el |la )?/gi, "can't eat "],
  [/\bno (?:come[ns]?|comemos|como) (?:las |los |el |la )?(?=cerdo|puerco)/gi, "don't eat "],
  [/\bsin (?:las |los |el |la )?(?=nue[cz]|cacahuate|mani|cerdo|puerco|huevo|pescado|marisco)/gi, 'no '],
  [/\b(?:es|son|soy|somos|we are) alergic[oa]s? (?:a (?:las |los |la )?|al )/gi, 'is allergic to '],
  [/\balergic[oa]s? (?:a (?:las |los |la )?|al )/gi, 'allergic to '],
  [/\b(?:tiene[ns]?|tengo|tenemos) alergia (?:a (?:las |los |la )?|al )/gi, 'is allergic to '],
  [/\balergia (?:a (?:las |los |la )?|al )/gi, 'allergy to '],
  [/\b(?:nueces|nuez|frutos secos)\b/gi, 'nuts'],
  [/\b(?:cacahuates?|cacahuetes?|manies|mani)\b/gi, 'peanuts'],
  [/\bhuevos?\b/gi, 'eggs'],
  [/\bpescado\b/gi, 'fish'],
  [/\bmariscos?\b/gi, 'shellfish'],
  [/\b(?:cerdo|puerco)\b/gi, 'pork'],
  [/\bpicaduras? de abejas?\b|\blas abejas\b/gi, 'bee stings'],
  [/\bsilla de ruedas\b/gi, 'wheelchair'],
  [/\b(?:carriola|cochecito|carrito de bebe|coche de bebe)\b/gi, 'stroller'],
  [/\bno (?:puede|podemos|puedo) (?:subir|con)(?: las)? escaleras\b|\bsin escaleras\b/gi, "can't do stairs"],
  [/\b(?:no puede caminar|no camina|camina) (?:mucho|poco|lejos)\b|\bcaminatas cortas\b/gi, 'short walks'],
  [/\bse marea en (?:el )?(?:coche|carro|auto|autobus|taxi)\b/gi, 'gets carsick'],
  [/\bse marea en (?:el )?(?:barco|mar|ferry|bote)\b/gi, 'gets seasick'],
  [/\b(?:duerme (?:la )?siesta|siestas?)\b/gi, 'nap'],
  [/\b(?:baston|muletas)\b/gi, 'cane'],
  [/\b(?:ir |vamos )?con calma\b|\britmo (?:tranquilo|lento)\b|\btranquil[oa]s?\b/gi, 'slow pace'],
  [/\b(?:ritmo intenso|dias llenos)\b/gi, 'full days'],
  [/\bno podemos gastar mas de\b/gi, "we can't spend more than"],
  [/\b(?:el |nuestro |mi )?presupuesto\b/gi, 'budget'],
  [/\bdolares\b/gi, 'dollars'],
  [/\bpesos mexicanos\b/gi, 'MXN'],
  [/\blibras\b/gi, 'pounds'],
  [
    /\bno (?:podemos|puedo|estamos libres)(?: ir)?(?: el)?(?= (?:\d|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday))/gi,
    "we can't do",
  ],
  [/\bno nos gustan?(?: las?| los?| el)?\b/gi, 'we hate'],
  [/\b(?:nos|me|les) encantan?(?: las?| los?| el)?\b/gi, 'we love'],
  [/\b(?:nos|me|les) gustan?(?: mucho)?(?: las?| los?| el)?\b/gi, 'we like'],
  [/\b(?:playas?)\b/gi, 'beach'],
  [/\bmuseos?\b/gi, 'museums'],
  [/\bcompras\b/gi, 'shopping'],
  [/\bsenderismo\b/gi, 'hiking'],
  [/\bmi (?:esposo|marido)\b/gi, 'my husband'],
  [/\bmi (?:esposa|mujer)\b/gi, 'my wife'],
  [/\bmi hijo\b/gi, 'my son'],
  [/\bmi hija\b/gi, 'my daughter'],
  [/\b(?:la |mi )?(?:abuela|abuelita)\b/gi, 'grandma'],
  [/\b(?:el |mi )?(?:abuelo|abuelito)\b/gi, 'grandpa'],
  [/\bmi (?:mama|madre)\b/gi, 'my mother'],
  [/\bmi (?:papa|padre)\b/gi, 'my father'],
  [/ y (?=we |\d|kids|budget|my |can't|is )/gi, ' and '],
  [/\bes de\b/gi, 'is'],
];

const widened = (rules: readonly Rule[]): readonly Rule[] => rules.map(([said, meant]) => [loose(said), meant]);
const DAY_RULES = widened(DAYS);
const FAMILY_RULES = widened(FAMILIES);

const applied = (text: string, rules: readonly Rule[]): string =>
  rules.reduce(
    (rest, [said, meant]) => (typeof meant === 'string' ? rest.replace(said, meant) : rest.replace(said, meant)),
    text,
  );

/** The longest message that is read. */
const MOST = 2_000;

/** Days, hours and spans in English words, everything else as it was said. */
export const daysInEnglish = (text: string): string => applied(text.slice(0, MOST).normalize('NFC'), DAY_RULES);

/** What a Spanish message says of days, people, food, walking and money, in the English words that are read for it; names stay. */
export const inEnglish = (text: string): string => applied(daysInEnglish(text), FAMILY_RULES);

/** `mayo` as `May`; nothing for what is no month. */
export const monthInEnglish = (said: string): string | undefined => MONTHS[bare(said)];

/** A small number in Spanish words or digits: `dos` is 2. */
export const spanishNumber = (said: string): number | undefined => {
  const value = number(said);
  return Number.isNaN(value) ? undefined : value;
};
