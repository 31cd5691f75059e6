import { own } from '../../../trips/own.ts';
import { SHORT_WEEKDAYS, WEEKDAYS } from './day-names.ts';
import { DIETS } from './diets.ts';
import { days, inSpanish, type Sentence } from './planner-sentences.ts';

/** `los Chen` for `the Chens`, as the domain makes the plural of a surname; Spanish makes none. */
const family = (said: string): string => {
  const one = /^the (.+?)$/i.exec(said)?.[1];
  if (one === undefined) return own(COUNTED, said.toLowerCase()) ?? said;
  return `los ${/(?:s|x|z|sh)es$/i.test(one) ? one.slice(0, -2) : one.replace(/s$/, '')}`;
};
const COUNTED: Readonly<Record<string, string>> = {
  'one family': 'una familia',
  'some families': 'algunas familias',
  'a former family': 'una familia que ya no está',
};

/** `los Chen y los Silva` for `the Chens and the Silvas`. */
export const families = (said = ''): string =>
  LIST.format(said.split(/, (?=the |a former )| and (?=the |a former )/i).map((one) => family(one))).replace(
    /\b(\d+) families\b/,
    '$1 familias',
  );

export const LIST = new Intl.ListFormat('es', { type: 'conjunction' });
export const OR = new Intl.ListFormat('es', { type: 'disjunction' });

const diet = (said = ''): string => own(DIETS, said) ?? said;
const diets = (said = '', list = LIST): string => list.format(said.split(/, | and | or /).map(diet));

const MEAL: Readonly<Record<string, string>> = { breakfast: 'el desayuno', lunch: 'el almuerzo', dinner: 'la cena' };
const meal = (said = ''): string => own(MEAL, said) ?? said;
const weekdays = (said = ''): string =>
  LIST.format(said.split(', ').map((day) => WEEKDAYS[day.replace(/s$/, '')] ?? day));
const hours = (said = ''): string => said.replace('all day', 'todo el día').replace(/ and /g, ' y ');
const MONEY = '[A-Z]{3} [\\d,.]*\\d';
const DAY = '[A-Z][a-z]{2} \\d{1,2} [A-Z][a-z]{2}';
const phrase = (pattern: string): RegExp => new RegExp(pattern, 'g');

/** What limits an option breaks, wherever such a phrase stands. */
const BREACHES: readonly (readonly [RegExp, (...parts: readonly string[]) => string])[] = [
  [phrase('over budget for one family'), () => 'se pasa del presupuesto de una familia'],
  [phrase('over budget for some families'), () => 'se pasa del presupuesto de algunas familias'],
  [phrase('on a day one family cannot do'), () => 'cae en un día en que una familia no puede'],
  [phrase('on a day some families cannot do'), () => 'cae en un día en que algunas familias no pueden'],
  [phrase('not right for what one family eats'), () => 'no sirve para lo que come una familia'],
  [phrase('not right for what some families eat'), () => 'no sirve para lo que comen algunas familias'],
  [phrase('hard to get around for one family'), () => 'es difícil moverse ahí para una familia'],
  [phrase('hard to get around for some families'), () => 'es difícil moverse ahí para algunas familias'],
  [phrase('not for the youngest of one family'), () => 'no es para la edad del menor de una familia'],
  [phrase('not for the youngest of some families'), () => 'no es para la edad de los menores de algunas familias'],
  [
    phrase(`(${MONEY}) for the (\\d+) of you is (${MONEY}) more than you have left`),
    (cost, heads, over) =>
      `${cost} para ${heads === '1' ? 'ti' : `ustedes ${heads}`} son ${over} más de lo que les queda`,
  ],
  [
    phrase(`(${MONEY}) for all (\\d+) is (${MONEY}) over the trip's budget of (${MONEY})`),
    (cost, heads, over, budget) => `${cost} para los ${heads} son ${over} más que el presupuesto del viaje, ${budget}`,
  ],
  [
    phrase(`you cannot be there on (${DAY}(?:, ${DAY})*)`),
    (on = '') => `ustedes no pueden el ${LIST.format(on.split(', ').map((day) => days(day)))}`,
  ],
  [
    phrase(`(${DAY}(?:, ${DAY})*) is outside the trip`),
    (on = '') => `${LIST.format(on.split(', ').map((day) => days(day)))} queda fuera del viaje`,
  ],
  [
    /its own words do not promise ([\w-]+(?: or [\w-]+)*) food/g,
    (said) => `no promete comida que sirva (${diets(said, OR)})`,
  ],
  [/it has steps/g, () => 'tiene escalones'],
  [
    /it is for ages (\d+) and up, and your youngest is (\d+)/g,
    (from, is) => `es desde los ${from} años, y el menor de ustedes tiene ${is}`,
  ],
];

/** Limits that are broken, one after another, as the domain lists them. */
export const breaches = (said = ''): string =>
  BREACHES.reduce(
    (words, [pattern, spanish]) => words.replace(pattern, (_, ...parts: string[]) => spanish(...parts)),
    said,
  )
    .replace(
      /(?<=[\p{L}\d)]) and (?=(?:se pasa|cae|no sirve|es |no es|ustedes|no promete|tiene|queda|[A-Z]{3} \d))/gu,
      ' y ',
    )
    .replace(/\bout: /g, '');

/** What speaks for an option, or rules it out. */
export const WHYS: readonly Sentence[] = [
  [/^within every family's budget$/, () => 'cabe en el presupuesto de todas las familias'],
  [/^over for one family$/, () => 'se pasa para una familia'],
  [/^over for (\d+) families$/, (count) => `se pasa para ${count} familias`],
  [/^priced in ([A-Z]{3})$/, (currency) => `su precio está en ${currency}`],
  [
    /^so not checked against the budget in ([A-Z]{3})$/,
    (currency) => `así que no lo comparé con el presupuesto en ${currency}`,
  ],
  [/^food for every family by its own words$/, () => 'dice tener comida para todas las familias'],
  [/^easy to get around for all$/, () => 'todos se mueven bien ahí'],
  [/^children pay less$/, () => 'los niños pagan menos'],
  [/^no family has said it cannot do that day$/, () => 'ninguna familia dijo que no puede ese día'],
  [/^within the (.+) you have left$/, (left) => `cabe en los ${left} que les quedan`],
  [/^(.+) as you need$/, (needs) => `${diets(needs)}, como necesitan`],
  [
    /^ask about (.+) food: its papers do not say$/,
    (kinds) => `pregunta por comida ${diets(kinds)}: sus papeles no lo dicen`,
  ],
  [/^you like (.+)$/, (topics) => `les gusta ${(topics ?? '').replace(/ and /g, ' y ')}`],
  [/^it serves no (\w+)$/, (what) => `no sirve ${meal(what)}`],
  [/^closed on (.+)$/, (on) => `cierra los ${weekdays(on)}`],
  [/^closed at (\w+) time$/, (what) => `está cerrado a la hora de ${meal(what)}`.replace('de el ', 'del ')],
  [/^decided already: "(.+)"$/, (question) => `ya se decidió: "${question}"`],
  [/^booked already$/, () => 'ya está reservado'],
];

/** Phrases with commas between: each as far as it is known, the rest as it was written. */
export const phrases = (said: string): string => {
  const whole = inSpanish(breaches(said), WHYS);
  if (whole !== said)
    return whole
      .split(', ')
      .map((one) => inSpanish(one, WHYS))
      .join(', ');
  return said
    .split(', ')
    .map((one) => inSpanish(one, WHYS))
    .join(', ');
};

const SORTS: Readonly<Record<string, string>> = {
  'step-free': 'sin escalones',
  'has some steps': 'tiene algunos escalones',
  'booked already': 'ya está reservado',
};
const DETAILS: readonly Sentence[] = [
  [
    /^open (.+) on (Mon|Tue|Wed|Thu|Fri|Sat|Sun)$/,
    (when, day) => `abre ${hours(when)} el ${SHORT_WEEKDAYS[day ?? '']}`,
  ],
  [/^open (\d.+|all day), closed on (.+)$/, (when, on) => `abre ${hours(when)}, cierra los ${weekdays(on)}`],
  [/^open (\d[\d: and-]+|all day)$/, (when) => `abre ${hours(when)}`],
  [/^hours differ by day, closed on (.+)$/, (on) => `el horario cambia según el día, cierra los ${weekdays(on)}`],
  [/^hours differ by day$/, () => 'el horario cambia según el día'],
  [/^closed on (\w+days(?:, \w+days)*)$/, (on) => `cierra los ${weekdays(on)}`],
  [
    /^adults ([A-Z]{3} [\d.,]+), (.+)$/,
    (adult, rest = '') =>
      `adultos ${adult}, ${rest
        .replace(/children up to (\d+) /, 'niños hasta $1 años ')
        .replace('children ', 'niños ')
        .replace(/free up to (\d+)/, 'gratis hasta los $1')}`,
  ],
  [/^([A-Z]{3} [\d.,]+) a night a room$/, (price) => `${price} la noche por habitación`],
  [/^([A-Z]{3} [\d.,]+) a night$/, (price) => `${price} la noche`],
  [/^([A-Z]{3} [\d.,]+) a vehicle of (\d+)$/, (price, seats) => `${price} el vehículo de ${seats} plazas`],
  [
    /^([A-Z]{3} [\d.,]+) a taxi, counted with (\d+) seats$/,
    (price, seats) => `${price} el taxi, contando ${seats} plazas`,
  ],
  [/^from age (\d+)$/, (age) => `desde los ${age} años`],
  [/^takes about ([\d.]+) minutes$/, (minutes) => `dura unos ${minutes} minutos`],
  [/^takes about ([\d.]+) hours?$/, (length) => `dura ${length === '1' ? 'una hora' : `unas ${length} horas`}`],
  [/^check-in from (.+)$/, (time) => `entrada desde las ${time}`],
  [/^check-out until (.+)$/, (time) => `salida hasta las ${time}`],
  [/^rated (.+) of 5$/, (rating) => `calificado con ${rating} de 5`],
  [/^not ([\w-]+)$/, (kind) => `no ${diet(kind)}`],
  [/^that day already: (.+)$/, (what) => `ese día ya está: ${what}`],
];

/** What is known of an option: the planner's own words in Spanish, a document's as they are written. */
export const details = (said: string): string =>
  said
    .split('; ')
    .map((part) => {
      const known = SORTS[part] ?? inSpanish(part, DETAILS);
      if (known !== part) return known;
      const kinds = part.split(', ');
      return kinds.every((kind) => Object.hasOwn(DIETS, kind)) ? kinds.map(diet).join(', ') : part;
    })
    .join('; ');
