import type { PlanChange } from '../../../trips/itineraries/editing/changes.ts';
import type { Words } from '../catalogue.ts';
import { EDIT_SENTENCES } from './edit-sentences.ts';
import { ITEMS, inSpanish } from './planner-sentences.ts';
import { say } from './say.ts';
import { summaryInSpanish } from './summary-sentences.ts';

type Names = Parameters<Words['edits']['changes']>[1];

const at = ({ date, start }: { readonly date: string; readonly start: string }): string =>
  `${say.day(date)} a las ${start}`;
const MEALS: Readonly<Record<string, string>> = { breakfast: 'El desayuno', lunch: 'El almuerzo', dinner: 'La cena' };
const thing = (what: string): string => MEALS[what]?.toLowerCase() ?? inSpanish(what, ITEMS);

const sayChange = (change: PlanChange, names: Names): string => {
  const what = MEALS[change.what] ?? thing(change.what);
  switch (change.kind) {
    case 'moved':
      return `${what} pasa del ${at(change.from)} al ${at(change.to)}.`;
    case 'added':
      return `${what} es nuevo: ${at(change.to)}.`;
    case 'opened':
      return `${what} del ${say.day(change.to.date)} queda por decidir.`;
    case 'removed':
      return `${what} sale del plan (era el ${at(change.from)}).`;
    case 'replaced':
      return `El ${at(change.to)}: ${thing(change.by)} en vez de ${what}.`;
    case 'joining': {
      const who = names(change);
      if (change.who === undefined) return `Todos van a ${what}, ${at(change.to)}.`;
      return who === undefined ? `No todos van a ${what}, ${at(change.to)}.` : `${what}, ${at(change.to)}: ${who}.`;
    }
    case 'noted':
      return change.now === 'locked' ? `${what} queda fijado: ${at(change.to)}.` : `${what} se puede mover otra vez.`;
  }
};

/** Changes that are told one by one; of more, the rest is counted. */
const MOST_TOLD = 6;

const changes: Words['edits']['changes'] = (all, names) => {
  const isShift = (change: PlanChange): change is Extract<PlanChange, { kind: 'moved' }> =>
    change.kind === 'moved' && change.from.date === change.to.date;
  const sentences = all.filter((change) => !isShift(change)).map((change) => sayChange(change, names));
  for (const [date, own] of Map.groupBy(all.filter(isShift), ({ to }) => to.date))
    sentences.push(
      `El ${say.day(date)}: ${say.list(own.map(({ what, from, to }) => `${thing(what)} de ${from.start} a ${to.start}`))}.`,
    );
  const shown = sentences.slice(0, MOST_TOLD);
  if (sentences.length > MOST_TOLD) shown.push(`Y ${sentences.length - MOST_TOLD} cambios más.`);
  return shown.join(' ');
};

export const edits: Words['edits'] = {
  changes,
  summary: summaryInSpanish,
  sentence: (sentence) => inSpanish(sentence, EDIT_SENTENCES),
  without: (families) => `sin ${families}`,
  only: (families) => `solo ${families}`,

  noted: 'Anotado.',
  done: 'Listo.',
  holds: (checks) => `Revisado otra vez: los ${checks} puntos cuadran.`,
  headsUp: (details) => `Ojo: ${details}.`,
  leavesTime: 'Queda tiempo ahí; ¿quieren algo?',
  leaveFree: 'No, dejarlo libre',
  undo: 'Escribe DESHACER para volver atrás.',
  asked: (organizer) => `Le pedí este cambio a ${organizer ?? 'quien organiza'}, que organiza el viaje:`,
  whatYouSaid: 'lo que dijiste.',
  untilThen: 'Mientras tanto el plan queda como está.',
  wouldWork: 'Lo que sí se puede:',

  what: '¿Qué cambio? P. ej. "mueve el museo al martes", "quita el paseo en barco", "el domingo empezamos a las 10" o "vamos 40 minutos tarde".',
  howLate: '¿Cuánto se atrasaron? P. ej. "40 minutos".',
  whichDay: '¿A qué día u hora? P. ej. "mueve el museo al martes" o "pasa la cena a las 8 pm".',
  splitByFamily:
    'Divido por familia: di cuál hace qué, p. ej. "los Silva van al acuario mientras los Chen van a la bodega".',
  familiesWhole:
    'Planeo por familias completas: los niños que van con otros son cosa de ustedes y se cuentan con sus papás. Puedo hacer esto, y ustedes mandan a los suyos:',
  partInstead: (lanes) => lanes.map(([families, thing]) => `${families}: ${thing}`).join('; mientras tanto, '),
  whichThing: '¿De qué hablas? Dilo por su nombre, p. ej. "quita el paseo en barco".',
  notBegun: (first) =>
    `El viaje empieza el ${first}; todavía no hay a qué llegar tarde. Para empezar más tarde un día: "el ${first} empezamos a las 10".`,
  over: 'El viaje ya terminó: no queda nada a lo que llegar tarde.',
  firstPlan: 'Este es el primer plan: no hay otro al que volver.',
  backAsItWas: 'Quedó como estaba.',
  cannotGoBack: 'No puedo volver a la versión de antes:',
  asFirstMade: 'El plan está como se hizo al principio.',
  version: (version, what) => `Versión ${version}: ${what}`,

  planChanged: (trip, what, link) => `Cambió el plan de ${trip}. ${what} Completo: ${link}`,
  declined: (trip) => `El plan de ${trip} queda como está: quien organiza no aceptó tu cambio.`,
  noneWaits: 'No hay cambios del plan por decidir.',
  withOrganizer: (what) => `Los tiene quien organiza: ${what}`,
  stays: 'El plan queda como está.',
  askFor: (family, summary) =>
    `${family === undefined ? 'Por algo que me contó una familia hay que cambiar' : `${family.charAt(0).toUpperCase()}${family.slice(1)} pide cambiar`} el plan. ${summary} ¿Lo hago?`,
  yes: 'Sí, cambia el plan',
  no: 'No, déjalo así',
  about: 'Sobre el plan:',

  planDone: 'El plan ya terminó: no queda nada. Escribe GASTOS para ver quién le debe a quién.',
  now: (what, until) => `Ahora: ${what}, hasta las ${until}.`,
  next: (things, day) => `Después${day === undefined ? '' : ` (${day})`}: ${things}.`,
  noPlanForRain:
    'Todavía no hay plan, y tus documentos no nombran nada bajo techo. Mándame una guía o una lista de ideas y escribe PLANEAR: guardo algo para la lluvia.',
  indoors: (lines) => `Bajo techo, según tus documentos: ${lines}`,
  notOfTrip: (day, first, last) => `El ${day} no es un día del viaje: va del ${first} al ${last}.`,
  onDay: (day, time, what) => `El ${day}, ${time}: ${what}.`,
  begins: (day, time, what) => `El ${day} empieza a las ${time}: ${what}.`,
  nothingAfter: 'Luego no hay nada más planeado.',
};
