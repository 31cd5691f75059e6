import { daysInEnglish, inEnglish, spanishNumber } from './in-english.ts';

/** Things of plans by what people call them; names stay as they are. */
const THINGS: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})museos?(?!\p{L})/giu, 'museum'],
  [/(?<!\p{L})torre(?!\p{L})/giu, 'tower'],
  [/(?<!\p{L})zool[oó]gico(?!\p{L})/giu, 'zoo'],
  [/(?<!\p{L})acuario(?!\p{L})/giu, 'aquarium'],
  [/(?<!\p{L})(?:paseo|tour|viaje|excursi[oó]n) en (?:barco|bote|lancha)(?!\p{L})/giu, 'boat tour'],
  [/(?<!\p{L})(?:barco|crucero)(?!\p{L})/giu, 'boat'],
  [/(?<!\p{L})(?:caminata|senderismo)(?!\p{L})/giu, 'hike'],
  [/(?<!\p{L})mercado(?!\p{L})/giu, 'market'],
  [/(?<!\p{L})castillo(?!\p{L})/giu, 'castle'],
  [/(?<!\p{L})playa(?!\p{L})/giu, 'beach'],
  [/(?<!\p{L})jardin(?:es)?(?!\p{L})|(?<!\p{L})jard[ií]n(?!\p{L})/giu, 'garden'],
  [/(?<!\p{L})iglesia(?!\p{L})/giu, 'church'],
  [/(?<!\p{L})(?:cena|cenar|cenemos|cenamos|cenaremos)(?!\p{L})/giu, 'dinner'],
  [/(?<!\p{L})(?:almuerzo|almorzar|almorzamos|almorcemos|comida del mediod[ií]a)(?!\p{L})/giu, 'lunch'],
  [/(?<!\p{L})(?:desayuno|desayunar|desayunamos|desayunemos)(?!\p{L})/giu, 'breakfast'],
];
const DAY =
  '(?:(?:next )?(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)|today|tomorrow|tonight|day \\d{1,2})';
const TIME = 'at \\d\\d:\\d\\d';
const PART = '(?: in the (?:morning|afternoon|evening))?';
const WHEN = `(?:${DAY}${PART}(?: ${TIME})?|${TIME}(?: ${DAY})?)`;
const SPAN = '(?:\\d{1,3} minutes?|half an hour|an hour|\\d{1,2} hours?)';
const THE = '(?:el |la |los |las |al |a la |a el |lo de )?';
const PARTS: Readonly<Record<string, string>> = {
  mañana: 'morning',
  manana: 'morning',
  tarde: 'afternoon',
  noche: 'evening',
};

/** `Monday at 10:00` as it is said after a thing: `on Monday at 10:00`. */
const on = (when = ''): string => (/^(?:at|today|tonight|tomorrow)/.test(when) ? when : `on ${when}`);
const part = (said = ''): string => PARTS[said.toLowerCase()] ?? said;

type Form = readonly [said: RegExp, meant: (...groups: string[]) => string];
const form = (source: string, meant: (...groups: string[]) => string): Form => [new RegExp(source, 'iu'), meant];

const FAMILY = "(?:la familia|los|las) \\p{Lu}[\\p{L}'-]+";
const YOUNG =
  '(?:(?:los|las|nuestr[oa]s|mis) )?(?:ni[ñn][oa]s|chic[oa]s|hij[oa]s|peque[ñn][oa]s|nietos|abuelos|adultos|grandes)';
const GROUP = `(los dem[aá]s|los otros|nosotros|${YOUNG}(?: con ${FAMILY})?|${FAMILY})`;
const GO_TO = '(?:van|vamos|va|hacen|hacemos|visitan|visitamos)(?: al| a la| a los| a las| a| el| la| los| las)?';
const family = (said: string): string => `the ${said.replace(/^(?:la familia|los|las) /i, '')}`;
/** `al acuario con los Silva`: with whom it is done. */
const beside = (said: string): string =>
  said.replace(new RegExp(` (?:junto )?con (${FAMILY})$`, 'iu'), (_, name: string) => ` with ${family(name)}`);
const who = (said = ''): string => {
  if (/^los (?:dem|otros)/i.test(said)) return 'the others';
  if (/^nosotros/i.test(said)) return 'we';
  if (new RegExp(`^${YOUNG}(?: con |$)`, 'iu').test(said))
    return beside(said).replace(/^.*?(?= with |$)/i, /abuelos|adultos|grandes/i.test(said) ? 'the adults' : 'the kids');
  return family(said);
};

const PUTS =
  '(pon|pong\\p{L}+|poner|muev\\p{L}+|mov\\p{L}+|pas\\p{L}+|hac\\p{L}+|hag\\p{L}+|cambi\\p{L}+|dej\\p{L}+)? ?(?:(?:quer\\p{L}+|quier\\p{L}+|pod\\p{L}+|ir|vamos|visitar|ver) )*';
const ON_DAY = `(?: (?:(?:de|en) )?(?:(?:el|la|del) )?(${DAY}))?`;
/** Whoever is late moves nothing by themselves: `llegamos media hora más tarde`. */
const NO_THING =
  '(?!(?:nos|lleg\\p{L}+|estamos|andamos|salimos|tardamos|(?:un )?poco|m[aá]s|empe[cz]\\p{L}+|dormir|levant\\p{L}+|quer\\p{L}+|quier\\p{L}+|pod\\p{L}+)(?!\\p{L}))';
const EARLIER = /^(?:antes|m[aá]s temprano|m[aá]s pronto|adelant|anterior)/iu;
/** A thing moved from where it is now; without a verb for it, only what stands in the plan is meant. */
const shifted = (verb: string | undefined, thing: string, when: string | undefined, by: string, way: string): string =>
  `${verb ? 'move ' : ''}${thing}${when ? ` ${on(when)}` : ''} ${by}${EARLIER.test(way) ? 'earlier' : 'later'}`;
const spanOf = (span: string | undefined): string =>
  span === undefined ? '' : /^un /i.test(span) ? 'a bit ' : `${span} `;
const SHIFTS: readonly Form[] = [
  form(
    `^(?:que )?(?:empe[cz]|comen[cz])\\p{L}+ (${SPAN}) m[aá]s tarde${ON_DAY}$`,
    (_, span = '', when) => `start ${span} later${when ? ` ${on(when)}` : ''}`,
  ),
  form(
    `^(adelant\\p{L}+|atras\\p{L}+|retras\\p{L}+|demor\\p{L}+|aplaz\\p{L}+|pospon\\p{L}+) ${THE}(.+?)${ON_DAY} (?:en |por )?(${SPAN}|un (?:poco|rato))${ON_DAY}$`,
    (_, way = '', thing = '', one, span, two) => shifted(way, thing, one ?? two, spanOf(span), way),
  ),
  form(`^(adelant\\p{L}+) ${THE}(.+?)${ON_DAY}$`, (_, way = '', thing = '', when) =>
    shifted(way, thing, when, '', way),
  ),
  form(
    `^${PUTS}${THE}${NO_THING}(.+?)${ON_DAY} (?:(\\d{1,2}|un|dos|tres) d[ií]as? (antes|despu[eé]s|m[aá]s tarde)|(?:el|al|para el) d[ií]a (siguiente|anterior))$`,
    (_, verb, thing = '', when, count, way, next = '') => {
      const days = count === undefined || /^un$/i.test(count) ? 'a day ' : `${spanishNumber(count) ?? count} days `;
      return shifted(verb, thing, when, days, way ?? next);
    },
  ),
  form(
    `^${PUTS}${THE}${NO_THING}(.+?)${ON_DAY} (?:(${SPAN}|un (?:poco|rato)) )?(antes|m[aá]s temprano|m[aá]s pronto|despu[eé]s|m[aá]s tarde)${ON_DAY}$`,
    (_, verb, thing = '', one, span, way = '', two) => shifted(verb, thing, one ?? two, spanOf(span), way),
  ),
];

/** How changes of a plan are said, once days, hours and sorts of things are English. */
const FORMS: readonly Form[] = [
  ...SHIFTS,
  form(
    `^(?:(?:el )?(${DAY})[,:]? )?${GROUP} ${GO_TO} (.+?),? mientras(?: que)? ${GROUP} ${GO_TO} (.+?)$`,
    (_, when, one, thing = '', other, meanwhile = '') =>
      `${when ? `on ${when}: ` : ''}${who(one)} do ${beside(thing)} while ${who(other)} do ${beside(meanwhile)}`,
  ),
  form(
    `\\b(?:nos (?:retras|atras|demor)(?:amos|aremos|ado)|vamos a (?:tardar|demorar)|tardamos|tardaremos)(?: unos| como| otr[oa]s?)? (${SPAN})`,
    (_, span = '') => `we are ${span} late`,
  ),
  form(
    `(${SPAN}) (?:tarde|de retraso|de atraso|atrasad[oa]s|retrasad[oa]s|m[aá]s tarde)\\b`,
    (_, span = '') => `we are ${span} late`,
  ),
  form(
    '\\bnos (?:retras|atras|demor)(?:amos|aremos)$|\\b(?:vamos|llegamos|andamos|estamos)(?: un poco)? (?:tarde|atrasad[oa]s|retrasad[oa]s)|se nos hizo tarde|nos quedamos dormidos',
    () => 'we are running late',
  ),
  form(
    `^(?:deja|dejar|dejen|dejemos|queremos|quiero|necesitamos)?\\s*(?:libre )?(?:la|el)? ?(mañana|manana|tarde|noche) del? (${DAY})(?: libre)?$`,
    (_, said, day = '') => `keep ${day} ${part(said)} free`,
  ),
  form(
    `^(?:deja|dejar|dejen|dejemos|queremos)?\\s*(?:libre )?(?:el )?(${DAY})(?: in the (morning|afternoon|evening))? (?:libre|de descanso)$|^(?:deja|dejar|dejen|dejemos) libre (?:el )?(${DAY})$|d[ií]a (?:libre|de descanso)(?: el| para el)? (${DAY})$`,
    (_, one, said, two, three) => `keep ${one ?? two ?? three ?? ''}${said ? ` ${said}` : ''} free`,
  ),
  form(
    `^(?=.*(?:demasiad[oa]s?|muy (?:llen[oa]|cargad[oa]|pesad[oa])|m[aá]s tiempo libre|menos cosas)).*?(${DAY}).*$|^.*(?:demasiad[oa]s?|muy (?:llen[oa]|cargad[oa])|m[aá]s tiempo libre|menos cosas).*?(${DAY})$`,
    (_, one, two) => `too much on ${one ?? two ?? ''}`,
  ),
  form(
    `^(?=.*(?:dormir (?:un poco )?m[aá]s|levantarnos m[aá]s tarde|tan temprano|muy temprano|empe[cz]\\p{L}+ m[aá]s tarde)).*?(${DAY})?`,
    (...groups) => `not so early${day(groups)}`,
  ),
  form(
    `^(?:que )?empe[cz]\\p{L}+ (${TIME})(?: (${DAY}))?`,
    (_, time = '', when) => `start ${time}${when ? ` on ${when}` : ''}`,
  ),
  form(
    `^(?:mueve|mueva|muevan|movamos|mover|pasa|pasen|pasemos|pasar|cambia|cambien|cambiar|cambiemos|dejar|dejemos|deja|dejen|hacer|hagamos) ${THE}(.+?) (?:al?|para(?: el| la)?|hasta|del?)? ?(${WHEN})$`,
    (_, thing = '', when = '') => `move ${thing} to ${when.replace(/^at /, '')}`,
  ),
  form(
    `^(?:intercambi\\p{L}+|cambi\\p{L}+|permut\\p{L}+) ${THE}(.+?) (por|con|y) ${THE}(.+)$`,
    (_, one = '', joint = '', other = '') => `swap ${one} ${joint === 'por' ? 'for' : 'and'} ${other}`,
  ),
  form(
    `^(?:(?:algo|otra cosa)(?: distint[oa])? (?:en vez|en lugar) de|reemplaz\\p{L}+) ${THE}(.+)$`,
    (_, thing = '') => `something else instead of ${thing}`,
  ),
  form(
    `^(?:nosotros )?no (?:vamos|iremos|venimos)(?: a ir)? (?:al |a la |a los |a las |a )(.+)$`,
    (_, thing = '') => `we skip ${thing}`,
  ),
  form(
    `^(?:los|las) (\\p{Lu}[\\p{L}'-]+) no (?:van|ir[aá]n|vienen) (?:al |a la |a )(.+)$`,
    (_, who = '', thing = '') => `the ${who} skip ${thing}`,
  ),
  form(
    `^(?:quit\\p{L}+|elimin\\p{L}+|sac\\p{L}+|borr\\p{L}+|olvid\\p{L}+|sin|no (?:queremos|quiero)(?: ir(?: al?)?| ver| visitar| hacer)?) ${THE}(.+?)(?: (?:del?|el) (${DAY}))?(?: del plan)?$`,
    (_, thing = '', when) => `drop ${thing}${when ? ` ${on(when)}` : ''}`,
  ),
  form(`^(?:fij\\p{L}+|bloque\\p{L}+) ${THE}(.+)$`, (_, thing = '') => `lock ${thing}`),
  form(`^(?:desbloque\\p{L}+|liber\\p{L}+) ${THE}(.+)$`, (_, thing = '') => `unlock ${thing}`),
  form(
    `^(?:pon|pong\\p{L}+|poner|agreg\\p{L}+|añad\\p{L}+|incluy\\p{L}+|met\\p{L}+|visit\\p{L}+|(?:vamos|queremos|quiero|podemos)(?: ir| ver| visitar)?) ${THE}(.+?) (?:al? |para (?:el )?)?(${WHEN})$`,
    (_, thing = '', when = '') =>
      /^(?:dinner|lunch|breakfast)$/.test(thing) ? `move ${thing} ${on(when)}` : `put ${thing} ${on(when)}`,
  ),
  form(
    `^(?!(?:a )?(?:qu[eé]|cu[aá]ndo|d[oó]nde|c[oó]mo|cu[aá]l|cu[aá]nto|qui[eé]n|hay|est[aá]|abre)(?!\\p{L}))${THE}(.+?) (?:mejor )?(?:al? |para (?:el )?|del? )?(${WHEN})(?: mejor)?$`,
    (_, thing = '', when = '') => `move ${thing} to ${when.replace(/^at /, '')}`,
  ),
];
const day = (groups: readonly string[]): string => {
  const whole = groups.at(-1) ?? '';
  const found = new RegExp(DAY, 'iu').exec(whole)?.[0];
  return found === undefined ? '' : ` on ${found}`;
};

const SPANS = (text: string): string =>
  text
    .replace(/(?<!\p{L})(\p{L}+|\d{1,3}) min(?:uto)?s?(?!\p{L})/giu, (whole, said: string) => {
      const count = /^\d/.test(said) ? Number(said) : spanishNumber(said);
      return count === undefined ? whole : `${count} minutes`;
    })
    .replace(/(?<!\p{L})media hora(?!\p{L})/giu, 'half an hour')
    .replace(/(?<!\p{L})una hora(?!\p{L})/giu, 'an hour')
    .replace(
      /(?<!\p{L})(\d{1,2}|dos|tres) horas(?!\p{L})/giu,
      (_, said: string) => `${/^\d/.test(said) ? said : spanishNumber(said)} hours`,
    );

/** What is spoken of is no thing of the plan, though it may be erased, forgotten or set for a day like one. */
const NOT_OF_PLAN =
  /(?<!\p{L})(?:encuestas?|votaci[oó]n(?:es)?|viajes?(?! en (?:barco|bote|lancha))|recordatorios?|presupuesto|gastos?|cuenta|al[eé]rgi(?:a|as|c[oa]s?))(?!\p{L})/iu;

/** A Spanish wish about the plan as an English one says it; words that are none as they are otherwise read. */
export const asPlanEdit = (text: string): string => {
  const asked = text
    .trim()
    .replace(/[¿?¡!.]+/g, '')
    .replace(
      /^(?:(?:por favor|porfa|oye|hola|bueno|mejor|entonces|y|podr[ií]as|puedes|podemos|podr[ií]amos)[,\s]+)+/iu,
      '',
    )
    .replace(/[,\s]+(?:por favor|porfa|gracias)$/iu, '');
  if (NOT_OF_PLAN.test(asked)) return inEnglish(text);
  let words = SPANS(daysInEnglish(asked)).replace(/\s+/g, ' ').trim();
  for (const [said, meant] of THINGS) words = words.replace(said, meant);
  for (const [said, meant] of FORMS) {
    const found = said.exec(words);
    if (found) return meant(...(found as unknown as string[]), words);
  }
  return inEnglish(text);
};
