import type { PlanCheck } from '../../../trips/itineraries/itinerary.ts';
import type { Words } from '../catalogue.ts';
import { gapInSpanish, ITEMS, inSpanish, NOTES } from './planner-sentences.ts';
import { proofInSpanish } from './proof-sentences.ts';
import { changeInSpanish, refusalInSpanish, rulesInSpanish } from './refusing-sentences.ts';
import { say } from './say.ts';

/** Each check: its name, what holds, and what does not. The numbers of what holds are on the page of the plan. */
const CHECKS: Readonly<Record<PlanCheck['constraint'], readonly [name: string, holds: string, fails: string]>> = {
  budget: ['Presupuesto', 'Cabe en el presupuesto.', 'Se pasa del presupuesto.'],
  dates: ['Fechas', 'Cubre los días del viaje.', 'No va con los días del viaje.'],
  duplicates: ['Sin repetir', 'No se repite nada.', 'Algo se repite.'],
  'opening-hours': ['Horarios', 'Todo está abierto a su hora.', 'Algo está cerrado a esa hora.'],
  diet: ['Comida', 'Las comidas les sirven a todas las familias.', 'Una comida no le sirve a alguna familia.'],
  mobility: ['Moverse', 'Se puede llegar a todo sin problema.', 'A alguna familia le cuesta llegar a un lugar.'],
  overlap: ['Horas', 'Nada choca con nada.', 'Hay cosas a la misma hora.'],
  ages: ['Edades', 'Todo es para las edades que van.', 'Algo no es para la edad de un niño.'],
  bookings: ['Reservas', 'Las reservas están en su lugar.', 'Una reserva no quedó en su lugar.'],
  route: ['El camino', 'El camino entre ciudades cuadra.', 'El camino entre ciudades no cuadra.'],
  lodging: ['Camas', 'Hay dónde dormir cada noche.', 'Falta dónde dormir alguna noche.'],
  'full-days': ['Cada día', 'Todos los días tienen algo.', 'Hay un día sin nada.'],
  cuisine: ['Cocinas', 'Está la comida que pidieron.', 'Falta una comida que pidieron.'],
  asked: ['Lo que pidieron', 'Los cambios que pidieron se respetan.', 'Un cambio que pidieron no se respeta.'],
};

const COST_SORTS = { beds: 'camas', food: 'comida', sights: 'actividades', ways: 'traslados' } as const;

export const plan: Words['plan'] = {
  day: (number, day) => `Día ${number}, ${day}`,
  free: 'gratis',
  of: (total, budget) => `${total} de ${budget}`,
  checkName: (constraint) => CHECKS[constraint][0],
  check: ({ constraint, ok }) => CHECKS[constraint][ok ? 1 : 2],
  proof: proofInSpanish,
  refusal: refusalInSpanish,
  change: changeInSpanish,
  rule: rulesInSpanish,
  item: (title) => inSpanish(title, ITEMS),
  note: (note) =>
    note
      .split('. ')
      .map((part) => inSpanish(part, NOTES))
      .join('. '),
  gap: gapInSpanish,
  rain: (instead, day) =>
    day === undefined ? `si llueve: ${instead}` : `si llueve: cambia de lugar con ${instead} del ${day}`,

  costs: (total, budget) =>
    budget === undefined
      ? `El plan cuesta ${total} entre todos, con los precios que se conocen.`
      : `El plan cuesta ${total} de los ${budget} entre todos, con los precios que se conocen.`,
  costsOf: (sums) => `Son ${say.list(sums.map(([sort, sum]) => `${sum} en ${COST_SORTS[sort]}`))}.`,
  dearest: (title, price) => `Lo más caro es ${title}: ${price}.`,
  dearestOf: (items) => `Lo más caro: ${say.list(items.map(([title, price]) => `${title} ${price}`))}, entre todos.`,
  ownPart: (part, by) =>
    `A tu familia le tocan ${part}, dividido ${{ family: 'por igual entre familias', head: 'por número de personas', share: 'por partes acordadas' }[by]}.`,
  unpriced: (count) =>
    count === 1 ? 'Una cosa no tiene precio en sus documentos.' : `${count} cosas no tienen precio en sus documentos.`,
  stands: (title, when, time, cost) =>
    `${title}: el ${when} a las ${time}${cost === undefined ? '' : `, ${cost} para todos`}.`,
  votedFor: (question) => `Lo eligieron las familias: "${question}"`,
  whyTaken: (paper) =>
    `${paper === undefined ? 'Alguien lo pidió o viene en sus documentos' : `Lo sé por ${paper}`}. De todo lo que conozco tomo lo que más les gusta a las familias juntas y cabe en el presupuesto, los horarios y lo que cada quien necesita.`,
  toChange: (title) => `Para cambiarlo: "otra cosa en vez de ${title}".`,
  whoAgreed: (organizer, chosen) =>
    `Nadie tiene que firmarlo: planeo con sus papeles y gustos${chosen === '' ? '' : `, y con lo que votaron las familias (${chosen})`}. Cualquiera puede pedir un cambio; decide ${organizer ?? 'quien organiza'}.`,
  whyPlan: (checks, total) =>
    `Tomo lo que más les gusta a las familias juntas, hasta donde cabe en el presupuesto, los horarios, la comida y lo que cada quien puede hacer${total === undefined ? '' : `: ${total} en total`}. Luego lo repasan ${checks} revisiones. Pregunta "por qué el castillo" por una sola cosa, o di qué cambiar.`,
  cheaper: (total, budget, some) =>
    `El plan cuesta ${total}${budget === undefined ? '' : ` de ${budget}`}. Para planear con menos, di p. ej. "el presupuesto para todos es ${total}" con tu cifra y luego PLANEAR.${some ? ' O quitemos algo:' : ''}`,
  leaveOut: (title, cost) => `Quitar ${title}, ${cost}`,
  daysNotInPlan: 'El plan se hizo sin saber eso: escribe PLANEAR y lo hago de nuevo.',
  noPrices: 'Sus documentos no dicen precios de lo planeado, así que no puedo decir cuánto cuesta.',
  noneToCost: 'Todavía no hay plan, así que no hay nada que sumar. Escribe PLANEAR y hago uno.',
  paper: (pdf, ics) => `El plan para imprimir: ${pdf}\nPara tu calendario: ${ics}`,
  ownCalendar: (ics) => `Solo lo que hace tu familia: ${ics}`,

  none: 'Todavía no hay plan. Escribe PLANEAR y hago uno.',
  here: 'Aquí está el plan.',
  oneDay: (number) => `Día ${number}.`,
  beyond: (days) => `El plan tiene ${say.days(days)}. Escribe de DIA 1 a DIA ${days}.`,
  planningAlready: 'Ya lo estoy planeando; te aviso aquí en cuanto esté.',
  begun: (days, families, budget) =>
    `Voy: ${[say.days(days), say.families(families), ...(budget === undefined ? [] : [budget])].join(', ')}. Te escribo aquí en cuanto el plan esté listo.`,
  keepTo: (rules) => `Respeto estas reglas: ${rules.join(', ')}.`,
  changeGone: 'Ese cambio ya no está en oferta. Escribe PLANEAR y lo veo otra vez.',
  noBudget: 'No hay presupuesto que subir. Escribe PLANEAR y lo veo otra vez.',
};
