import type { PlanCheck } from '../../../trips/itineraries/itinerary.ts';
import { own } from '../../../trips/own.ts';
import { type Forms, plural } from '../plural.ts';
import { MONTHS } from './day-names.ts';
import { DIETS } from './diets.ts';
import { days, ITEMS, inSpanish, type Sentence } from './planner-sentences.ts';
import { cuisine, houseRule, mode, roomTypes } from './rule-sentences.ts';

const count = plural('es');
const DAY: Forms = { one: 'día', other: 'días' };
const NIGHT: Forms = { one: 'noche', other: 'noches' };
const PERSON: Forms = { one: 'persona', other: 'personas' };
const FAMILY: Forms = { one: 'familia', other: 'familias' };

const counted =
  (forms: Forms) =>
  (number = ''): string =>
    count(Number(number), forms);
const nights = counted(NIGHT);
const people = counted(PERSON);

/** `11-15 June 2027` as `11-15 de junio de 2027`. */
const span = (english = ''): string =>
  english
    .replace(/ ([A-Z][a-z]+)(?= |$)/g, (said, month: string) => (MONTHS[month] ? ` de ${MONTHS[month]}` : said))
    .replace(/ (\d{4})/g, ' de $1');
/** A title of the plan, or a name as it was written. */
const title = (english = ''): string => inSpanish(english, ITEMS);
/** Dates that a detail lists: `Fri 11 Jun, Sat 12 Jun`. */
const dates = (english = ''): string => english.split(', ').map(days).join(', ');
/** Names in a row; a day among them in the reader's words, "and" within a name as it is. */
const named = (english = ''): string =>
  english
    .replace(/\((\w{3} \d{1,2} \w{3}) /g, (_, day: string) => `(${days(day)} `)
    .replace(/\b(Breakfast|Lunch|Dinner), still open\b/g, (said) => title(said));
const diets = (english = ''): string =>
  english
    .split(', ')
    .map((one) => own(DIETS, one) ?? one)
    .join(', ');

const OF_MONEY: readonly Sentence[] = [
  [/^No prices are known, so nothing could be added up$/, () => 'No se conocen precios, así que no se pudo sumar nada'],
  [
    /^([A-Z]{3} [\d,.]+)(?: of ([A-Z]{3} [\d,.]+))? for (\d+) (?:person|people)$/,
    (sum, limit, heads) => `${sum}${limit === undefined ? '' : ` de ${limit}`} para ${people(heads)}`,
  ],
  [/^no budget is set$/, () => 'no hay presupuesto fijado'],
  [/^more than one family can spend$/, () => 'más de lo que puede gastar una familia'],
  [/^within every family's own limit$/, () => 'dentro del límite de cada familia'],
  [/^no price known for (.+)$/, (what) => `no se conoce el precio de ${named(what)}`],
  [/^(.+) has a price that no document states$/, (what) => `${title(what)} tiene un precio que ningún documento dice`],
  [/^(.+) should cost ([A-Z]{3} [\d.]+)$/, (what, sum) => `${title(what)} debería costar ${sum}`],
  [/^the total is not the sum of its parts$/, () => 'el total no es la suma de sus partes'],
];

const OF_TIME: readonly Sentence[] = [
  [
    /^The days of the plan are not the days of the trip, (.+)$/,
    (when) => `Los días del plan no son los del viaje, ${span(when)}`,
  ],
  [/^Nobody can be there for (.+)$/, (what) => `Nadie puede estar en ${named(what)}`],
  [/^(\d+) days?, (.+)$/, (number, when) => `${counted(DAY)(number)}, ${span(when)}`],
  [/^everyone is there throughout$/, () => 'todos están todo el viaje'],
  [/^not everyone is there on (.+)$/, (when) => `no todos están el ${dates(when)}`],
  [/^Planned more than once: (.+)$/, (what) => `Planeado más de una vez: ${named(what)}`],
  [
    /^(\d+) places?, planned once$/,
    (number) => `${counted({ one: 'lugar', other: 'lugares' })(number)}, planeado una vez`,
  ],
  [
    /^(\d+) places, none twice$/,
    (number) => `${counted({ one: 'lugar', other: 'lugares' })(number)}, ninguno repetido`,
  ],
  [/^Not open when planned: (.+)$/, (what) => `Cerrado a la hora planeada: ${named(what)}`],
  [
    /^(\d+) of (\d+) visits? checked against opening hours, all open$/,
    (known, all) =>
      `${known} de ${counted({ one: 'visita', other: 'visitas' })(all)} comparadas con los horarios, todas abiertas`,
  ],
  [/^hours not known: (.+)$/, (what) => `no se sabe el horario de ${named(what)}`],
  [
    /^(\d+) (?:entry|entries), no two at the same time$/,
    (number) => `${counted({ one: 'punto', other: 'puntos' })(number)}, nunca dos a la misma hora`,
  ],
  [
    /^(.+) on (\w{3} \d{1,2} \w{3}) ends before it begins$/,
    (what, when) => `${title(what)} del ${days(when)} termina antes de empezar`,
  ],
  [
    /^(.+) and (.+) on (\w{3} \d{1,2} \w{3}), too far apart$/,
    (one, other, when) => `${title(one)} y ${title(other)} del ${days(when)}, demasiado lejos`,
  ],
  [
    /^Booked but not in the plan at its time: (.+)$/,
    (what) => `Reservado, pero no está en el plan a su hora: ${named(what)}`,
  ],
  [
    /^(\d+) bookings? kept at (?:its|their) time$/,
    (number) => `${counted({ one: 'reserva', other: 'reservas' })(number)} a su hora`,
  ],
];

const OF_NEEDS: readonly Sentence[] = [
  [
    /^Nobody has a diet that menus can be checked for$/,
    () => 'Nadie tiene una dieta que se pueda comparar con los menús',
  ],
  [/^No promise of (.+) food at (.+)$/, (which, where) => `No prometen comida (${diets(which)}) en ${named(where)}`],
  [
    /^No meal is planned that could be checked for (.+)$/,
    (which) => `No hay ninguna comida planeada que se pueda comparar (${diets(which)})`,
  ],
  [
    /^(.+): (\d+) of (\d+) meals? cater for it$/,
    (which, sure, all) =>
      `${diets(which)}: ${sure} de ${counted({ one: 'comida', other: 'comidas' })(all)} con esa opción`,
  ],
  [/^ask at (.+)$/, (where) => `pregunten en ${named(where)}`],
  [/^No place is planned that must be step-free$/, () => 'No hay todavía ningún lugar que tenga que ser sin escalones'],
  [/^Nobody needs step-free places$/, () => 'Nadie necesita lugares sin escalones'],
  [/^There are steps at (.+)$/, (where) => `Hay escalones en ${named(where)}`],
  [
    /^(\d+) of (\d+) places? known to be step-free, none known to have steps$/,
    (free, all) =>
      `de ${counted({ one: 'lugar', other: 'lugares' })(all)} se sabe que ${free} no ${free === '1' ? 'tiene' : 'tienen'} escalones, y de ninguno que los tenga`,
  ],
  [/^Somebody is too young for (.+)$/, (what) => `Alguien no tiene edad para ${named(what)}`],
  [/^Everyone is old enough for (.+)$/, (what) => `Todos tienen edad para ${named(what)}`],
];

const OF_WAYS_AND_BEDS: readonly Sentence[] = [
  [
    /^(\w{3} \d{1,2} \w{3}) sets out from (.+), but the group is in (.+)$/,
    (when, from, where) => `el ${days(when)} sale de ${from}, pero el grupo está en ${where}`,
  ],
  [
    /^what is taken on (\w{3} \d{1,2} \w{3}) goes on another day$/,
    (when) => `lo que toman el ${days(when)} sale otro día`,
  ],
  [/^a city is left and visited again$/, () => 'se deja una ciudad y se vuelve a ella'],
  [/^it does not begin and end in (.+)$/, (where) => `no empieza y termina en ${where}`],
  [
    /^it visits (\d+) of (\d+) (?:city|cities)$/,
    (some, all) => `visita ${some} de ${counted({ one: 'ciudad', other: 'ciudades' })(all)}`,
  ],
  [/^(.+) was not asked for$/, (where) => `nadie pidió ${where}`],
  [
    /^(.+) has (\d+) of (\d+) nights? in their place$/,
    (city, some, all) => `${city} tiene ${some} de ${nights(all)} en su lugar`,
  ],
  [/^your own car is left behind$/, () => 'su propio carro se queda atrás'],
  [/^it goes by ([\w-]+)$/, (way) => `va en ${mode(way)}`],
  [/^the group is elsewhere that day: (.+)$/, (what) => `ese día el grupo está en otro lado: ${named(what)}`],
  [/^two stays on (\w{3} \d{1,2} \w{3})$/, (when) => `dos alojamientos el ${days(when)}`],
  [/^no bed on (\w{3} \d{1,2} \w{3})$/, (when) => `sin cama el ${days(when)}`],
  [/^(.+) is let for (\d+) nights at least$/, (stay, least) => `${stay} se alquila por ${nights(least)} o más`],
  [/^(.+) has (shared|private|entire) rooms$/, (stay, which) => `${stay} tiene habitaciones ${roomTypes(which)}`],
  [/^(.+) does not allow (.+)$/, (stay, what) => `${stay} no permite ${houseRule(what)}`],
  [/^(.+) is not in (.+)$/, (stay, city) => `${stay} no está en ${city}`],
  [
    /^(\d+) of (\d+) nights? with beds for (\d+) (?:person|people)$/,
    (some, all, heads) => `${some} de ${nights(all)} con cama para ${people(heads)}`,
  ],
  [
    /^((?:shared|private|entire)(?: or (?:shared|private|entire))*) rooms$/,
    (which) => `habitaciones ${roomTypes(which)}`,
  ],
  [/^([^,]+) not forbidden$/, (what) => `${houseRule(what)}: no está prohibido`],
  [/^(.+) (\d+) nights?$/, (city, number) => `${city} ${nights(number)}`],
];

const meals = counted({ one: 'comida', other: 'comidas' });
const sights = counted({ one: 'visita', other: 'visitas' });
const EVERY = '(\\d+) meals?(?: and (\\d+) sights? or more)?';
const every = (eaten?: string, seen?: string): string =>
  `${meals(eaten)}${seen === undefined ? '' : ` y ${sights(seen)} o más`}`;

const AS_ASKED: readonly Sentence[] = [
  [
    new RegExp(`^${EVERY} on each of (\\d+) full days?$`),
    (eaten, seen, all) =>
      `${every(eaten, seen)} en cada uno de ${counted({ one: 'día completo', other: 'días completos' })(all)}`,
  ],
  [new RegExp(`^Not ${EVERY} on (.+)$`), (eaten, seen, when) => `Sin ${every(eaten, seen)} el ${dates(when)}`],
  [
    /^No (.+) meal is planned$/,
    (which = '') => `No hay ninguna comida ${which.split(' and no ').map(cuisine).join(' ni ')} planeada`,
  ],
  [/^(\w+) at (.+)$/, (which, where) => `${cuisine(which)} en ${where}`],
  [/^(.+) is not on (\w{3} \d{1,2} \w{3})$/, (what, when) => `${what} no está el ${days(when)}`],
  [/^(.+) is in the plan$/, (what) => `${what} está en el plan`],
  [/^without (.+)$/, (what) => `sin ${what}`],
  [/^too early: (.+)$/, (what) => `demasiado temprano: ${named(what)}`],
  [
    /^nothing before (\d\d:\d\d)(?: on (.+))?$/,
    (at, when) => `nada antes de las ${at}${when === undefined ? '' : ` el ${days(when)}`}`,
  ],
  [/^not free on (\w{3} \d{1,2} \w{3}): (.+)$/, (when, what) => `no queda libre el ${days(when)}: ${named(what)}`],
  [
    /^(\w{3} \d{1,2} \w{3}) free(?: (.+))?$/,
    (when, hours) => `${days(when)} libre${hours === undefined ? '' : ` ${hours}`}`,
  ],
  [/^(.+) is written for others than join it$/, (what) => `${what} está escrito para otros que no van`],
  [/^(.+) for (\d+) (?:family|families)$/, (what, number) => `${what} para ${counted(FAMILY)(number)}`],
  [/^(.+) on (\w{3} \d{1,2} \w{3})$/, (what, when) => `${what} el ${days(when)}`],
];
const AT_ONCE: readonly Sentence[] = [
  [
    /^(.+) and (.+) on (\w{3} \d{1,2} \w{3})$/,
    (one, other, when) => `${title(one)} y ${title(other)} el ${days(when)}`,
  ],
];

const OF: Readonly<Record<PlanCheck['constraint'], readonly Sentence[]>> = {
  budget: OF_MONEY,
  dates: OF_TIME,
  duplicates: OF_TIME,
  'opening-hours': OF_TIME,
  overlap: [...OF_TIME, ...AT_ONCE],
  bookings: OF_TIME,
  diet: OF_NEEDS,
  mobility: OF_NEEDS,
  ages: OF_NEEDS,
  route: OF_WAYS_AND_BEDS,
  lodging: OF_WAYS_AND_BEDS,
  'full-days': AS_ASKED,
  cuisine: AS_ASKED,
  asked: AS_ASKED,
};
/** What a detail may begin with, before what is wrong. */
const HEADS: Readonly<Record<string, string>> = {
  'The sum does not hold: ': 'La suma no cuadra: ',
  'The way does not hold: ': 'El camino no cuadra: ',
  'At the same time: ': 'A la misma hora: ',
};
/** What a list within a part is divided by, where it is one. */
const LISTED: Readonly<Partial<Record<PlanCheck['constraint'], string>>> = {
  route: ' - ',
  lodging: ', ',
  cuisine: ', ',
};

/** The proof of a check, as the checker says it: parts between semicolons, each a sentence of its own. */
export const proofInSpanish = ({ constraint, detail }: Pick<PlanCheck, 'constraint' | 'detail'>): string => {
  const sentences = OF[constraint];
  const head = Object.keys(HEADS).find((english) => detail.startsWith(english)) ?? '';
  const divider = LISTED[constraint];
  const part = (words: string): string => {
    const whole = inSpanish(words, sentences);
    if (whole !== words || divider === undefined) return whole;
    return words
      .split(divider)
      .map((one) => inSpanish(one, sentences))
      .join(divider);
  };
  const said = detail.slice(head.length).split('; ').map(part).join('; ');
  return `${HEADS[head] ?? ''}${said}`;
};
