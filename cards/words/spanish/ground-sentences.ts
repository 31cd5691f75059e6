import type { Opening } from './in-turn.ts';
import { days } from './planner-sentences.ts';
import { breaches, families, LIST, OR, phrases } from './reason-phrases.ts';

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
const END = '\\.(?: |$)';
const from = (pattern: string): RegExp => new RegExp(`^${pattern}${END}`);
/** Whole when it begins, in their names or in a number of them. */
const WHO = '((?:the |one |some |a |\\d+ ).+?)';
const are = (who: string | undefined, one: string, many: string): string =>
  /^one family$/i.test(who ?? '') ? one : many;

const IFS: readonly (readonly [RegExp, string | ((...parts: readonly string[]) => string)])[] = [
  [/^the trip's budget were (.+) higher$/, 'el presupuesto del viaje fuera $1 más alto'],
  [/^the trip moved by 1 day$/, 'el viaje se moviera 1 día'],
  [/^the trip moved by (\d+) days$/, 'el viaje se moviera $1 días'],
  [/^the cost were shared so that one family pays less$/, 'se repartiera el costo para que una familia pague menos'],
  [
    /^the cost were shared so that (\d+) families pay less$/,
    'se repartiera el costo para que $1 familias paguen menos',
  ],
  [/^one family could come on another day, or it moved to one$/, 'una familia pudiera otro día, o se pasara a otro'],
  [
    /^(\d+) families could come on another day, or it moved to one$/,
    '$1 familias pudieran otro día, o se pasara a otro',
  ],
  [/^its kitchen could promise what one family needs$/, 'su cocina pudiera prometer lo que necesita una familia'],
  [/^its kitchen could promise what (\d+) families need$/, 'su cocina pudiera prometer lo que necesitan $1 familias'],
  [/^its kitchen could promise what you need$/, 'su cocina pudiera prometer lo que necesitan'],
  [/^there were a way in without steps for one family$/, 'hubiera una entrada sin escalones para una familia'],
  [/^there were a way in without steps for (\d+) families$/, 'hubiera una entrada sin escalones para $1 familias'],
  [/^there were a way in without steps$/, 'hubiera una entrada sin escalones'],
  [/^the youngest of one family did something else meanwhile$/, 'el menor de una familia hiciera otra cosa mientras'],
  [
    /^the youngest of (\d+) families did something else meanwhile$/,
    'los menores de $1 familias hicieran otra cosa mientras',
  ],
  [/^your youngest did something else meanwhile$/, 'el menor de ustedes hiciera otra cosa mientras'],
  [/^you spent (.+) more, or the others took that over$/, 'gastaran $1 más, o los demás lo pusieran'],
  [/^you could come on 1 more day$/, 'pudieran 1 día más'],
  [/^you could come on (\d+) more days$/, 'pudieran $1 días más'],
];
/** What would have to be otherwise; lists are joined by commas, which stand within them, too. */
const ifs = (said = ''): string =>
  LIST.format(
    said
      .split(
        /(?:, | and )(?=the trip|the cost|one family could|\d+ families could|its kitchen|there were|the youngest|your youngest|you (?:spent|could))/,
      )
      .map((one) => IFS.reduce((words, [english, spanish]) => words.replace(english, spanish as string), one)),
  );

const THINGS: Readonly<Record<string, string>> = {
  'places to eat': 'lugares para comer',
  'places to stay': 'lugares para dormir',
  'things to do': 'cosas que hacer',
  days: 'días',
  'ways to get about': 'formas de moverse',
  'place to eat': 'un lugar para comer',
  'place to stay': 'un lugar para dormir',
  'thing to do': 'una cosa que hacer',
  day: 'un día',
  'way to get about': 'una forma de moverse',
};
const HELPS: Readonly<Record<string, string>> = {
  'a list of restaurants or a menu, with names, prices and opening hours':
    'una lista de restaurantes o un menú, con nombres, precios y horarios',
  'offers or pages of the places you look at, with names and prices':
    'ofertas o páginas de los lugares que están viendo, con nombres y precios',
  'a guide or a leaflet, with names, prices and opening hours':
    'una guía o un folleto, con nombres, precios y horarios',
  'the first and the last day of the trip': 'el primer y el último día del viaje',
  'how one gets there, with times and fares': 'cómo se llega, con horas y tarifas',
};

/** What stands between families, where they could meet, and what a poll lacks. */
export const GROUND: readonly Opening[] = [
  [/^nothing I know of stands in the way\.(?: |$)/, () => 'que yo sepa, nada se interpone.'],
  [from('(.+?) would do for you if (.+?)'), (option, what) => `${option} les serviría a ustedes si ${ifs(what)}.`],
  [from('(.+?) would do if (.+?)'), (option, what) => `${option} serviría si ${ifs(what)}.`],
  [
    from('Consider (.+?): (?:(as far as is known, )?nothing else makes the least happy family happier)'),
    (options, known) =>
      `Piensen en ${or(options)}: ${known ? 'hasta donde se sabe, ' : ''}nada deja mejor a la familia menos contenta.`,
  ],
  [
    from('Consider (.+?): all (\\d+) families are glad of (each|it)'),
    (options, all, each) =>
      `Piensen en ${or(options)}: ${each === 'it' ? 'les gusta' : 'cualquiera les gusta'} a las ${all} familias.`,
  ],
  [
    from('Consider (.+?): what the families have of it, multiplied, is the most'),
    (options) => `Piensen en ${or(options)}: es lo que más les da a todas en conjunto.`,
  ],
  [
    from('Split up: (.+?) go for (.+?), (the .+?) for (.+?), and all meet (afterwards|at [\\d:]+)'),
    (some, one, others, two, when) =>
      `Cada quien lo suyo: ${families(some)} a ${one}, ${families(others)} a ${two}, y se reúnen todos ${when === 'afterwards' ? 'después' : `a las ${when?.slice(3)}`}.`,
  ],
  [
    from('Split up: (.+?) go for (.+?), (the .+?) do something else meanwhile, and all meet (?:again )?afterwards'),
    (some, one, others) =>
      `Cada quien lo suyo: ${families(some)} a ${one}, mientras ${families(others)} hacen otra cosa, y después se reúnen todos.`,
  ],
  [
    from('Trade: (.+?) for "(.+?)"(?:, as (the .+?) wish)?; and (.+?) for "(.+?)"(?:, as (the .+?) wish)?'),
    (one, first, some, two, second, others) =>
      `Un trato: ${one} para "${first}"${some ? `, como quieren ${families(some)}` : ''}; y ${two} para "${second}"${others ? `, como quieren ${families(others)}` : ''}.`,
  ],
  [
    from('(The .+?) want nothing over (.+?) each, (the .+?) nothing under (.+?)'),
    (cheap, most, dear, least) =>
      `${capital(families(cheap))} no quieren nada de más de ${most} por persona; ${families(dear)}, nada de menos de ${least}.`,
  ],
  [
    from('What families want to spend lies far apart: some can spend twice as much as others, or more'),
    () => 'Lo que quieren gastar las familias es muy distinto: unas pueden gastar el doble que otras, o más.',
  ],
  [
    from("You have (.+?) for each of your (\\d+); not everybody's budget is like yours"),
    (each, heads) => `Ustedes tienen ${each} para cada uno de los ${heads}; no todos tienen un presupuesto así.`,
  ],
  [from('You asked for a slow pace'), () => 'Ustedes pidieron ir con calma.'],
  [from('You asked for full days'), () => 'Ustedes pidieron días llenos.'],
  [from('You asked for a steady pace'), () => 'Ustedes pidieron un ritmo tranquilo.'],
  [
    from('Families want a different pace: some slow days, some full ones'),
    () => 'Las familias quieren ritmos distintos: unas, días tranquilos; otras, días llenos.',
  ],
  [
    from(
      '(?:(The .+?) want (.+?)|(.+?) is wished for), but it is (a full day, too much|slow going, too little) for (one family|some families)',
    ),
    (who, what, wished, pace, whom) =>
      `${who ? `${capital(families(who))} quieren ${what}` : `Alguien quiere ${wished}`}, pero es ${pace?.startsWith('a full') ? 'un día entero, demasiado' : 'ir con calma, demasiado poco'} para ${families(whom)}.`,
  ],
  [
    from('(?:(The .+?) want (.+?)|(.+?) is wished for), but it is (.+?)'),
    (who, what, wished, out) =>
      `${who ? `${capital(families(who))} quieren ${what}` : `Alguien quiere ${wished}`}, pero ${breaches(out)}.`,
  ],
  [
    from(
      '(.+?) (?:has (\\d+) rooms? for (\\d+) families)?(?: and )?(?:sleeps (\\d+) of (\\d+) people)?: (somebody would sleep elsewhere|some would share)',
    ),
    (option, rooms, all, sleeps, heads, so) =>
      `En ${option} ${[
        rooms && `hay ${rooms === '1' ? '1 cuarto' : `${rooms} cuartos`} para ${all} familias`,
        sleeps && `caben ${sleeps} de ${heads} personas`,
      ]
        .filter(Boolean)
        .join(' y ')}: ${so === 'some would share' ? 'algunos compartirían' : 'alguien dormiría en otro lado'}.`,
  ],
  [from('No day of the trip works for every family'), () => 'Ningún día del viaje les sirve a todas las familias.'],
  [
    from(`(\\d+) days? of the trip do(?:es)? not work for ${WHO}`),
    (lost, who) =>
      `${lost === '1' ? '1 día' : `${lost} días`} del viaje no ${lost === '1' ? 'le sirve' : 'le sirven'} a ${families(who)}.`
        .replace('le sirve a', are(who, 'le sirve a', 'les sirve a'))
        .replace('le sirven a', are(who, 'le sirven a', 'les sirven a')),
  ],
  [
    from('You cannot be there on (.+?)'),
    (on = '') => `Ustedes no pueden el ${LIST.format(on.split(', ').map((day) => days(day)))}.`,
  ],

  [
    from('I need the dates of the trip before I can propose days: tell me, e\\.g\\. "11-15 June 2027"'),
    () => 'Necesito las fechas del viaje antes de proponer días: dime, p. ej., "del 11 al 15 de junio de 2027".',
  ],
  [
    from("I found no (other )?([\\w ]+?) in your trip's documents that can be chosen"),
    (other, what = '') =>
      `En los documentos del viaje no encontré ${other ? 'otros ' : ''}${THINGS[what] ?? what} para elegir.`,
  ],
  [
    from(
      "I found only one ([\\w ]+?) in your trip's documents( that was not voted on)?: (.+?)(, which is booked already)?",
    ),
    (what = '', fresh, name, booked) =>
      `En los documentos del viaje solo encontré ${THINGS[what] ?? what}${fresh ? ' que no se haya votado' : ''}: ${name}${booked ? ', que ya está reservado' : ''}.`,
  ],
  [
    from('Out: (.+?)'),
    (out = '') =>
      `Fuera: ${out.replace(/\(([^()]+)\)/g, (_, why: string) => `(${phrases(why)})`).replace(/\) and /g, ') y ')}.`,
  ],
  [
    from('Send me (.+?), and I look again; or name the options yourself: "poll: (.+) A, B or C"'),
    (what = '', question) =>
      `Mándame ${HELPS[what] ?? what}, y busco otra vez; o di tú las opciones: "encuesta: ${question} A, B o C".`,
  ],
  [
    from(
      'Your documents say nothing of "(.+?)": I could not check when it is open\\. A page with its hours would help',
    ),
    (what) => `Tus documentos no dicen nada de "${what}": no pude ver cuándo abre. Ayudaría una página con su horario.`,
  ],
  [from('Your documents do not say when (.+?) is open'), (what) => `Tus documentos no dicen cuándo abre ${what}.`],
  [
    from(
      'Something went wrong on my side and I could not make the poll\\. Nothing is lost: ask me again, or name the options yourself',
    ),
    () => 'Algo me falló y no pude hacer la encuesta. No se perdió nada: pídemela otra vez, o di tú las opciones.',
  ],
  [from('(.+?) is out: (.+?)'), (option, out) => `${option}: ${breaches(out)}.`],
  // A limit of the reader's own family: the option, and what it breaks.
  [from('([^.:]+?): ((?:you|it|its|[A-Z]{3} \\d).+?)'), (option, says) => `${option}: ${breaches(says)}.`],
  [from('(.+?) is (.+?)'), (option, out) => `${option}: ${breaches(out)}.`],
];

const or = (options = ''): string => {
  const last = options.lastIndexOf(' or ');
  return last < 0 ? options : OR.format([...options.slice(0, last).split(', '), options.slice(last + 4)]);
};
