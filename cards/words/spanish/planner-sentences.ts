import { own } from '../../../trips/own.ts';
import { SHORT_WEEKDAYS } from './day-names.ts';
import { DIETS } from './diets.ts';

/** A sentence of the planner, in English as it is kept with the plan, and the same in Spanish. */
export type Sentence = readonly [english: RegExp, spanish: (...parts: readonly string[]) => string];

const MEALS: Readonly<Record<string, string>> = { breakfast: 'Desayuno', lunch: 'Almuerzo', dinner: 'Cena' };
const WAYS: Readonly<Record<string, string>> = {
  Fly: 'Vuelo',
  Train: 'Tren',
  Bus: 'Autobús',
  Ferry: 'Ferry',
  Taxi: 'Taxi',
  Drive: 'En carro',
  Travel: 'Viaje',
};
const MONTHS: Readonly<Record<string, string>> = { Jan: 'ene', Apr: 'abr', Aug: 'ago', Dec: 'dic' };

const meal = (english = ''): string => MEALS[english.toLowerCase()] ?? english;
/** `Fri 11 Jun` as `vie 11 jun`, wherever it stands. */
export const days = (text = ''): string =>
  text
    .replace(
      /\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun) (\d{1,2}) ([A-Z][a-z]{2})\b/g,
      (_, weekday: string, day: string, month: string) =>
        `${SHORT_WEEKDAYS[weekday]} ${day} ${MONTHS[month] ?? month.toLowerCase()}`,
    )
    .replace(/ and /g, ' y ')
    .replace(/\b(\d+) more$/, '$1 más');

/** What stands in a plan's lines of the planner's own. */
export const ITEMS: readonly Sentence[] = [
  [/^(Breakfast|Lunch|Dinner) at (.+)$/, (what, where) => `${meal(what)} en ${where}`],
  [/^(Breakfast|Lunch|Dinner), still open$/, (what) => `${meal(what)}, por decidir`],
  [/^Free time$/, () => 'Tiempo libre'],
  [/^Rest after lunch$/, () => 'Descanso después del almuerzo'],
  [/^Arrive and check in at (.+)$/, (where) => `Llegada y entrada a ${where}`],
  [/^Check in at (.+)$/, (where) => `Entrada a ${where}`],
  [/^Check out of (.+)$/, (where) => `Salida de ${where}`],
  [/^Arrive in (.+)$/, (where) => `Llegada a ${where}`],
  [/^Set off for flight (.+)$/, (flight) => `Salida en el vuelo ${flight}`],
  [/^Set off for home$/, () => 'Regreso a casa'],
  [/^Set off for (.+)$/, (where) => `Salida hacia ${where}`],
  [
    /^(Fly|Train|Bus|Ferry|Taxi|Drive|Travel) from (.+) to (.+)$/,
    (way, from, to) => `${WAYS[way ?? '']} de ${from} a ${to}`,
  ],
];

/** What stands beside those lines; a note is made of several. */
export const NOTES: readonly Sentence[] = [
  [/^Booked$/, () => 'Reservado'],
  [/^Nothing is booked for this yet: the time is a guess$/, () => 'Todavía no hay reserva: la hora es un cálculo'],
  [/^It leaves at (\d\d:\d\d)$/, (time) => `Sale a las ${time}`],
  [/^Flight (\w+), (\d\d:\d\d)$/, (flight, time) => `Vuelo ${flight}, ${time}`],
  [/^Locked$/, () => 'Fijado'],
  [/^Check the opening hours$/, () => 'Confirma el horario'],
  [/^From (\d\d:\d\d)$/, (time) => `Desde las ${time}`],
  [/^By (\d\d:\d\d)$/, (time) => `Hasta las ${time}`],
  [/^Priced in ([A-Z]{3})$/, (currency) => `Precio en ${currency}`],
  [/^The price is for the whole stay$/, () => 'El precio es por toda la estancia'],
  [/^The check-in time is not in your documents$/, () => 'La hora de entrada no está en tus documentos'],
  [/^The check-out time is not in your documents$/, () => 'La hora de salida no está en tus documentos'],
  [/^Tell me when you arrive and I fit the day around it$/, () => 'Dime a qué hora llegan y acomodo el día'],
  [/^Tell me when you leave and I fit the day around it$/, () => 'Dime a qué hora se van y acomodo el día'],
];

const UNFIT: readonly Sentence[] = [
  [/^there are steps$/, () => 'hay escalones'],
  [/^it has steps$/, () => 'tiene escalones'],
  [/^its own words do not promise (.+) food$/, (which) => `no promete comida que sirva (${dietsIn(which)})`],
  [/^it is for ages (\d+) and up$/, (age) => `es para mayores de ${age} años`],
];
const unfitIn = (why = ''): string => inSpanish(why, UNFIT);
/** `vegetariano y sin gluten`, as diets are listed. */
const dietsIn = (which = ''): string =>
  which
    .split(/, | and | or /)
    .map((one) => own(DIETS, one) ?? one)
    .join(', ');

/** What could not be planned, and what would help. */
const GAPS: readonly Sentence[] = [
  [
    /^((?:Breakfast|Lunch|Dinner) on .+(?:,| and) (?:breakfast|lunch|dinner) on [^:]+) have no place yet: send me places to eat(?: \(.+\))? and I fit them in\.$/,
    (what = '') =>
      `${days(
        what.replace(/\b(breakfast|lunch|dinner) on /gi, (_, one: string) => `${meal(one).toLowerCase()} del `),
      ).replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())} por decidir: mándame lugares para comer y los acomodo.`,
  ],
  [
    /^I found (\d+) booked stays, (.+); I planned with (.+)\. Tell me who stays where\.$/,
    (count, all, one) =>
      `Encontré ${count} alojamientos reservados, ${days(all)}; planeé con ${one}. Díganme quién se queda en cuál.`,
  ],
  [
    /^I planned with (.+), the least expensive stay in your documents; nothing there is booked yet\.$/,
    (stay) => `Planeé con ${stay}, el alojamiento más barato de sus documentos; ahí todavía no hay reserva.`,
  ],
  [
    /^I planned with (.+), which suits you best; nothing there is booked yet\.$/,
    (stay) => `Planeé con ${stay}, el que mejor les queda; ahí todavía no hay reserva.`,
  ],
  [
    /^I can't tell which city (\d+) places are in, so I left (?:it|them) out\.$/,
    (count) => `No sé en qué ciudad están ${count} lugares, así que no los incluí.`,
  ],
  [
    /^I can't tell which city (.+) (?:is|are) in, so I left it out\.$/,
    (what) => `No sé en qué ciudad está ${what}, así que no lo incluí.`,
  ],
  [
    /^I can't tell which city (.+) (?:is|are) in, so I left them out\.$/,
    (what) => `No sé en qué ciudad están ${days(what)}, así que no los incluí.`,
  ],
  [
    /^(.+) to (.+) on (\w{3} \d{1,2} \w{3}) does not go with your other bookings: check the days\.$/,
    (from, to, day) => `El viaje de ${from} a ${to} del ${days(day)} no va con sus otras reservas: revisen los días.`,
  ],
  [
    /^One food wish can't be checked against menus: whoever it concerns had better ask there\.$/,
    () => 'Hay un deseo de comida que no se puede comparar con los menús: que quien lo pidió pregunte ahí.',
  ],
  [
    /^(\d+) food wishes can't be checked against menus: whoever it concerns had better ask there\.$/,
    (count) =>
      `Hay ${count} deseos de comida que no se pueden comparar con los menús: que quien los pidió pregunte ahí.`,
  ],
  [
    /^Ask about (.+) food at (.+): the documents don't say\.$/,
    (which, where) => `Pregunten por comida (${dietsIn(which)}) en ${days(where)}: los documentos no lo dicen.`,
  ],
  [
    /^(.+) is booked, but (.+): ask there before you go\.$/,
    (what, why) => `${what} está reservado, pero ${unfitIn(why)}: pregunten ahí antes de ir.`,
  ],
  [
    /^How you get from (.+) to (.+) is not in your documents: you find that way yourselves\.$/,
    (from, to) => `Cómo van de ${from} a ${to} no está en sus documentos: ese camino lo buscan ustedes.`,
  ],
  [
    /^Your beds in (.+) are not in your documents: you find them yourselves\.$/,
    (where) => `Dónde duermen en ${where} no está en sus documentos: lo buscan ustedes.`,
  ],
  [
    /^How you get from (.+) to (.+) on (.+) is not in your documents yet; I left time for it\.$/,
    (from, to, day) => `Cómo van de ${from} a ${to} el ${days(day)} no está en tus documentos todavía; dejé tiempo.`,
  ],
  [
    /^No place to stay in (.+) is in your documents yet: send me the booking and I'll add check-in and its cost\.$/,
    (where) =>
      `En tus documentos no hay dónde dormir en ${days(where)} todavía: mándame la reserva y agrego la entrada y su costo.`,
  ],
  [/^There is no night left for (.+)\.$/, (where) => `No queda ninguna noche para ${days(where)}.`],
  [
    /^Nights are otherwise than you said: (.+)\.$/,
    (what) =>
      `Las noches no son las que dijeron: ${days(what).replace(
        / has (\d+) instead of (\d+)/g,
        ' tiene $1 en vez de $2',
      )}.`,
  ],
  [
    /^(.+) won the vote, but no day and opening hour fits it; I left it out\.$/,
    (what) => `${what} ganó la votación, pero ningún día y horario le queda; no lo incluí.`,
  ],
  [
    /^(.+) won the vote, but there is no money left for it; I left it out\.$/,
    (what) => `${what} ganó la votación, pero ya no alcanza el dinero; no lo incluí.`,
  ],
  [
    /^One family can't be there on (.+); that day is planned and counted without them\.$/,
    (day) => `Una familia no puede el ${days(day)}; ese día va planeado y contado sin ella.`,
  ],
  [
    /^(\d+) families can't be there on (.+); that day is planned and counted without them\.$/,
    (count, day) => `${count} familias no pueden el ${days(day)}; ese día va planeado y contado sin ellas.`,
  ],
  [/^Nobody can be there on (.+), so I left it free\.$/, (day) => `Nadie puede el ${days(day)}, así que quedó libre.`],
  [
    /^Left out to stay within what may be spent: (.+)\.$/,
    (what) => `Quedó fuera para no pasarnos de lo que se puede gastar: ${days(what)}.`,
  ],
  [
    /^(Breakfast|Lunch|Dinner) on ([^,;]+?) (?:is still open|has no place yet): send me places to eat(?: \(.+\))? and I fit them in\.$/,
    (what, day) => `${meal(what)} del ${days(day)} por decidir: mándame lugares para comer y los acomodo.`,
  ],
  [
    /^(\d+) meals (?:are still open|have no place yet): send me places to eat(?: \(.+\))? and I fit them in\.$/,
    (count) => `Hay ${count} comidas por decidir: mándame lugares para comer y las acomodo.`,
  ],
  [
    /^Nothing to see or do on (.+) yet: send me a guide or a list of ideas for (.+)\.$/,
    (day, where) => `Todavía no hay nada que ver o hacer el ${days(day)}: mándame una guía o ideas para ${where}.`,
  ],
  [
    /^No prices are in your documents, so I cannot add up what it costs\.$/,
    () => 'En tus documentos no hay precios, así que no puedo sumar cuánto cuesta.',
  ],
  [
    /^No price is known for (.+); the total leaves (?:it|them) out\.$/,
    (what) => `No se sabe el precio de ${days(what)}; el total no lo incluye.`,
  ],
  [
    /^(.+) (?:is|are) priced in another currency and not in the total\.$/,
    (what) => `El precio de ${days(what)} está en otra moneda y no entra en el total.`,
  ],
  [
    /^No place to stay is in your documents yet: send me the booking and I'll add check-in and its cost\.$/,
    () => 'En tus documentos no hay dónde dormir todavía: mándame la reserva y agrego la entrada y su costo.',
  ],
  [
    /^(.+) is booked for (.+), outside the trip; I left it out\.$/,
    (what, day) => `${what} está reservado para el ${days(day)}, fuera del viaje; no lo incluí.`,
  ],
  [
    /^Checking in or out on (.+) clashes with a booking: check the times\.$/,
    (day) => `La entrada o salida del ${days(day)} choca con una reserva: revisa las horas.`,
  ],
];

/** What is said last, because anything may have won a vote. */
const WON: readonly Sentence[] = [
  [
    /^(.+) won the vote, but (.+); I left it out\. Vote again, or ask there and book it\.$/,
    (what, why) =>
      `${what} ganó la votación, pero ${unfitIn(why)}; no lo incluí. Voten otra vez, o pregunten ahí y resérvenlo.`,
  ],
  [
    /^(.+) won the vote, but (.+); I left it out\.$/,
    (what, why) => `${what} ganó la votación, pero ${unfitIn(why)}; no lo incluí.`,
  ],
];

/** What a plan lacks, with what would help. */
export const gapInSpanish = (gap: string): string => inSpanish(gap, [...GAPS, ...WON]);

/** The sentence in Spanish, or as it is where nobody has put it into Spanish: whole in one language either way. */
export const inSpanish = (text: string, sentences: readonly Sentence[]): string => {
  for (const [english, spanish] of sentences) {
    const match = english.exec(text);
    if (match) return spanish(...match.slice(1));
  }
  return text;
};
