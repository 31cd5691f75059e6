import { WEEKDAYS } from './day-names.ts';
import { days, type Sentence } from './planner-sentences.ts';

const weekday = (english = ''): string => WEEKDAYS[english] ?? english;
const REASONS: readonly Sentence[] = [
  [/^it has steps$/, () => 'tiene escalones'],
  [/^its own words do not promise (.+) food$/, () => 'no promete comida que les sirva'],
  [/^it is for ages (\d+) and up$/, (age) => `es para mayores de ${age} años`],
];
const reason = (english = ''): string => said(english, REASONS);
const MEALS: Readonly<Record<string, string>> = { breakfast: 'el desayuno', lunch: 'el almuerzo', dinner: 'la cena' };

const said = (text: string, sentences: readonly Sentence[]): string => {
  for (const [english, spanish] of sentences) {
    const match = english.exec(text);
    if (match) return spanish(...match.slice(1));
  }
  return text;
};

/** Why a change of the plan cannot be, what people should know of one, and what would work, as the planner says it. */
export const EDIT_SENTENCES: readonly Sentence[] = [
  [/^There are steps at (.+?)\.?$/, (where) => `Hay escalones en ${where}.`],
  [/^There is no such day\.$/, () => 'Ese día no existe.'],
  [/^Which one do you mean\?$/, () => '¿Cuál de estos?'],
  [/^(.+) is closed on (\w+day)s\.$/, (what, on) => `${what} cierra los ${weekday(on)}.`],
  [
    /^(.+) is open (.+) on (\w+day)s, not at (\d\d:\d\d)\.$/,
    (what, open, on, at) => `${what} abre los ${weekday(on)} de ${days(open)}, no a las ${at}.`,
  ],
  [
    /^(.+) is in (.+), and on (.+) you are in (.+)\.$/,
    (what, city, on, where) => `${what} está en ${city}, y el ${days(on)} ustedes están en ${days(where)}.`,
  ],
  [
    /^(.+) does not fit (.+): there is no time for it\.$/,
    (what, on) => `${what} no cabe el ${days(on)}: no queda tiempo.`,
  ],
  [
    /^(.+) does not fit (.+): it is open (.+), and you have no time then\.$/,
    (what, on, open) => `${what} no cabe el ${days(on)}: abre de ${days(open)} y a esa hora no tienen tiempo.`,
  ],
  [
    /^(.+) is fixed on (.+), and there is no room for (.+) beside it\.$/,
    (one, on, other) => `${one} está fijo el ${days(on)}, y no queda lugar para ${other}.`,
  ],
  [/^There is no room for (.+) on any day\.$/, (what) => `No hay lugar para ${what} ningún día.`],
  [
    /^There is no room for (.+) on (.+?)(?: at (\d\d:\d\d))?: what is fixed that day and the opening hours leave none\.$/,
    (what, on, at) =>
      `No hay lugar para ${what} el ${days(on)}${at === undefined ? '' : ` a las ${at}`}: lo que ya está fijo y los horarios no lo dejan.`,
  ],
  [/^There is no room for that at (\d\d:\d\d)\.$/, (at) => `No hay lugar para eso a las ${at}.`],
  [/^(.+) is on (.+) already, at (\d\d:\d\d)\.$/, (what, on, at) => `${what} ya está el ${days(on)}, a las ${at}.`],
  [
    /^(.+) is (breakfast|lunch|dinner) on (.+) already, at (\d\d:\d\d)\.$/,
    (what, part, on, at) => `${what} ya es ${MEALS[part ?? '']} del ${days(on)}, a las ${at}.`,
  ],
  [
    /^(.+) is booked for (.+?) (\d\d:\d\d): change or cancel the booking, and the plan follows\.$/,
    (what, on, at) =>
      `${what} está reservado para el ${days(on)} a las ${at}: cambia o cancela la reserva, y el plan la sigue.`,
  ],
  [
    /^(.+) is booked, not locked: change the booking, and the plan follows\.$/,
    (what) => `${what} está reservado, no fijado: cambia la reserva, y el plan la sigue.`,
  ],
  [
    /^(.+) hangs on your bookings(?:: change those, and the plan follows| and stays anyway)\.$/,
    (what) => `${what} depende de sus reservas: cambia esas, y el plan las sigue.`,
  ],
  [/^(.+) is (locked|booked) and stays where it is already\.$/, (what) => `${what} ya está fijo y no se mueve.`],
  [/^(.+) is locked\.$/, (what) => `${what} está fijado.`],
  [/^(.+) is not locked\.$/, (what) => `${what} no está fijado.`],
  [/^(.+) is in the plan already, on (.+)\.$/, (what, on) => `${what} ya está en el plan, el ${days(on)}.`],
  [/^(.+) is not in the plan\.$/, (what) => `${what} no está en el plan.`],
  [
    /^(.+) is nothing I can put on a day\.$/,
    (what) => `${what === 'That' ? 'Eso' : what} no es algo que pueda poner en un día.`,
  ],
  [/^(.+) does not suit all of you: (.+)\.$/, (what, why) => `${what} no les sirve a todos: ${reason(why)}.`],
  [/^(.+) does not suit any more: (.+)\.$/, (what, why) => `${what} ya no les sirve: ${reason(why)}.`],
  [
    /^(.+) does not suit any more \((.+)\), and I cannot change that day\.$/,
    (what, why) => `${what} ya no les sirve (${reason(why)}), y no puedo cambiar ese día.`,
  ],
  [/^Everything in the plan suits you as it is\.$/, () => 'Todo lo del plan les sirve como está.'],
  [
    /^(.+) is (a place to eat|no place to eat)\.$/,
    (what, kind) => `${what} ${kind === 'a place to eat' ? 'es un lugar para comer' : 'no es un lugar para comer'}.`,
  ],
  [/^(.+) can't be changed for something else\.$/, (what) => `${what} no se puede cambiar por otra cosa.`],
  [
    /^(.+): (?:nothing is planned there|there is nothing to move) yet\.$/,
    (what) => `${what}: ahí no hay nada planeado.`,
  ],
  [/^(.+) is for everybody\.$/, (what) => `${what} es para todos.`],
  [/^(.+) stays at (\d\d:\d\d): it is fixed\.$/, (what, at) => `${what} se queda a las ${at}: está fijo.`],
  [/^(.+) stays at its time: it is fixed\.$/, (what) => `${days(what)} no se mueve de su hora: está fijo.`],
  [/^(.+) stays as it is\.$/, (what) => `${days(what)} se queda como está.`],
  [/^(.+) no longer (?:fits|fit) today\.$/, (what) => `Hoy ya no alcanza para ${days(what)}.`],
  [/^No other day has room for (.+)\.$/, (what) => `Ningún otro día tiene lugar para ${days(what)}.`],
  [
    /^That would be on another day: say which day and time\.$/,
    () => 'Eso caería en otro día: dime qué día y a qué hora.',
  ],
  [/^(.+) had won a vote of the families\.$/, (what) => `${what} había ganado una votación de las familias.`],
  [/^Without (.+) that day would not hold together\.$/, (what) => `Sin ${what} ese día no cuadra.`],
  [
    /^(.+) and (.+) cannot change places: only one of them is a place to eat\.$/,
    (one, other) => `${one} y ${other} no pueden cambiar de lugar: solo uno es para comer.`,
  ],
  [
    /^(.+) and (.+) cannot change places: (.+) has no room for the other at its opening hours\.$/,
    (one, other, on) => `${one} y ${other} no pueden cambiar de lugar: el ${days(on)} no cabe el otro en su horario.`,
  ],
  [/^Only things that have a place can change theirs\.$/, () => 'Solo puede cambiar de lugar lo que ya tiene uno.'],
  [
    /^(.+) is not a day of the trip: it goes from (.+) to (.+)\.$/,
    (on, first, last) => `El ${days(on)} no es un día del viaje: va del ${days(first)} al ${days(last)}.`,
  ],
  [/^(.+) is over\.$/, (on) => `El ${days(on)} ya pasó.`],
  [
    /^You were at (.+) on (.+), and I plan no place twice\.$/,
    (what, on) => `Ya fueron a ${what} el ${days(on)}, y no planeo un lugar dos veces.`,
  ],
  [
    /^I find no "(.+)" in the plan or in your documents\.$/,
    (what) => `No encuentro "${what}" en el plan ni en sus documentos.`,
  ],
  [/^I find no "(.+)" on (.+)\.$/, (what, on) => `No encuentro "${what}" el ${days(on)}.`],
  [/^It is so already for (.+) on (.+)\.$/, (what, on) => `Ya está así para ${what} el ${days(on)}.`],
  [/^Then nobody goes to (.+)\.$/, (what) => `Entonces nadie va a ${what}.`],
  [/^That family is not on the trip\.$/, () => 'Esa familia no está en el viaje.'],
  [/^A day cannot begin that late\.$/, () => 'Un día no puede empezar tan tarde.'],
  [
    /^(.+) cannot begin at (\d\d:\d\d): too much is fixed\.$/,
    (on, at) => `El ${days(on)} no puede empezar a las ${at}: hay demasiado fijo.`,
  ],
  [/^Nothing begins before (\d\d:\d\d) as it is\.$/, (at) => `Ya nada empieza antes de las ${at}.`],
  [/^Nothing is planned there that could begin later\.$/, () => 'Ahí no hay nada que pueda empezar más tarde.'],
  [/^Nothing more is planned today, so take your time\.$/, () => 'Hoy no queda nada planeado: tómenselo con calma.'],
  [
    /^Nothing is planned until (.+) at (\d\d:\d\d), so you are in time for it and everything stays\.$/,
    (what, at) => `No hay nada hasta ${what} a las ${at}: llegan a tiempo y todo queda igual.`,
  ],
  [
    /^(.+) is fixed at (\d\d:\d\d) and you would be there at (\d\d:\d\d): better call them\.$/,
    (what, at, then) => `${what} está fijo a las ${at} y llegarían a las ${then}: mejor llámenles.`,
  ],
  [
    /^I cannot fit the rest of today around what is fixed\.$/,
    () => 'No logro acomodar el resto de hoy alrededor de lo que está fijo.',
  ],
  [/^Nothing on those days can be moved\.$/, () => 'En esos días no hay nada que se pueda mover.'],
  [/^That is one and the same day\.$/, () => 'Es el mismo día.'],
  [/^That time ends before it begins\.$/, () => 'Esa hora termina antes de empezar.'],
  [/^It was free already, and stays so\.$/, () => 'Ya estaba libre, y así se queda.'],
  [/^Too much is fixed on (.+) for that\.$/, (on) => `El ${days(on)} hay demasiado fijo para eso.`],
  [/^There is nothing on (.+) that could go\.$/, (on) => `El ${days(on)} no hay nada que se pueda quitar.`],
  [/^(.+) would not hold together with less\.$/, (on) => `El ${days(on)} no cuadra con menos.`],
  [
    /^All of it does not fit: (.+) and (.+) have other fixed things and hours\.$/,
    (one, other) => `No cabe todo: el ${days(one)} y el ${days(other)} tienen otras cosas fijas y otros horarios.`,
  ],
  [/^What instead of (.+)\?$/, (what) => `¿Qué en vez de ${what}?`],
  [
    /^Nothing else in your documents fits there\. Shall I leave (.+) out\?$/,
    (what) => `Nada más de sus documentos cabe ahí. ¿Quito ${what}?`,
  ],
  [
    /^Nothing that is known to be outdoors is planned(?: on (.+))?\.$/,
    (on) => `No hay nada planeado que se sepa que es al aire libre${on === undefined ? '' : ` el ${days(on)}`}.`,
  ],
  [
    /^Outdoors(?: on (.+?))?: (.+?)\. I know of nothing indoors that fits instead: send me a guide with more ideas\.$/,
    (on, what) =>
      `Al aire libre${on === undefined ? '' : ` el ${days(on)}`}: ${days(what)}. No conozco nada bajo techo que quepa: mándame una guía con más ideas.`,
  ],
  [
    /^Outdoors(?: on (.+?))?: (.+)\.$/,
    (on, what) => `Al aire libre${on === undefined ? '' : ` el ${days(on)}`}: ${days(what)}.`,
  ],
  [
    /^(.+) are at the same time, from (\d\d:\d\d); you meet again at (\d\d:\d\d)\.$/,
    (what, from, to) => `${days(what)} van a la misma hora, desde las ${from}; se reencuentran a las ${to}.`,
  ],
  [
    /^(.+) are not open at the same time with room for both\.$/,
    (what) => `${days(what)} no abren a la misma hora con lugar para los dos.`,
  ],
  [/^A family can be at one place only at a time\.$/, () => 'Una familia solo puede estar en un lugar a la vez.'],
  [
    /^(.+) is nothing that some do while others do something else\.$/,
    (what) => `${what === 'That' ? 'Eso' : what} no es algo que unos hagan mientras otros hacen otra cosa.`,
  ],
  [/^Say two different things to do\.$/, () => 'Di dos cosas distintas que hacer.'],
  // Choices.
  [/^Leave (.+) out$/, (what) => `Quitar ${what}`],
  [/^Unlock (.+)$/, (what) => `Soltar ${what}`],
  [/^Swap (.+) and (.+)$/, (one, other) => `Cambiar ${one} por ${other}`],
  [/^Only (.+) to (.+)$/, (what, on) => `Solo ${what} al ${days(on)}`],
  [
    /^(.+) ((?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) .+ \d\d:\d\d) instead of (.+)$/,
    (one, on, other) => `${one} ${days(on)} en vez de ${other}`,
  ],
  [/^(.+) instead of (.+)$/, (one, other) => `${one} en vez de ${other}`],
  [/^(.+) on (.+) at (\d\d:\d\d)$/, (what, on, at) => `${what} el ${days(on)} a las ${at}`],
  [/^(.+) on ((?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) .+)$/, (what, on) => `${what} el ${days(on)}`],
  [/^(.+), ((?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d+ \w+ \d\d:\d\d)$/, (what, on) => `${what}, ${days(on)}`],
];
