import type { Words } from '../catalogue.ts';
import type { About } from '../english/log.ts';
import { say } from './say.ts';

const FIELDS: Readonly<Record<string, string>> = {
  name: 'el nombre',
  destination: 'el destino',
  startDate: 'las fechas',
  endDate: 'las fechas',
  timeZone: 'la zona horaria',
  budget: 'el presupuesto',
  budgetSplit: 'cómo se reparte el presupuesto',
  stops: 'las paradas',
  weighting: 'cómo cuentan los votos',
};
const changes = (changed: string): string =>
  say.list([...new Set(changed.split(', ').flatMap((field) => FIELDS[field] ?? []))]) || 'el viaje';

const STATUS: Readonly<Record<string, string>> = {
  planning: 'volvió a abrir el viaje para planearlo',
  confirmed: 'confirmó el viaje',
  in_progress: 'dijo que el viaje empezó',
  completed: 'dijo que el viaje terminó',
  cancelled: 'canceló el viaje',
};
const family = (name: About[string], otherwise: string): string =>
  name === undefined ? otherwise : say.family(String(name));

const ACTS: Readonly<Record<string, (about: About) => string>> = {
  createTrip: () => 'empezó el viaje',
  updateTrip: ({ changed }) => `cambió ${changes(String(changed ?? ''))}`,
  setTripStatus: ({ to }) => STATUS[String(to)] ?? 'cambió el estado del viaje',
  handOverTrip: () => 'pasó la organización del viaje',
  inviteFamily: ({ family: who }) => `invitó a ${family(who, 'una familia')}`,
  cancelInvitation: ({ family: who }) => `retiró la invitación de ${family(who, 'una familia')}`,
  joinTrip: () => 'se sumó con su familia',
  leaveTrip: ({ family: who }) => `se fue con ${family(who, 'su familia')}`,
  removeFamily: ({ family: who }) => `sacó a ${family(who, 'una familia')}`,
  addDocument: ({ document }) => `agregó ${document ?? 'un documento'}`,
  removeDocument: ({ document }) => `quitó ${document ?? 'un documento'}`,
  openPoll: () => 'abrió una encuesta',
  closePoll: () => 'cerró una encuesta',
  finalizePoll: () => 'dejó decidida una encuesta',
  reopenPoll: () => 'volvió a abrir una encuesta',
  recordBallot: () => 'anotó el voto de una familia',
  addOption: () => 'agregó una opción a una encuesta',
  setDeadline: () => 'dijo cuándo cierra una encuesta',
  requestItinerary: () => 'pidió un plan',
  cancelTask: () => 'detuvo un trabajo en curso',
  editItinerary: ({ proposed }) => (proposed ? 'pidió un cambio en el plan' : 'cambió el plan'),
  approveProposal: () => 'aceptó un cambio en el plan',
  declineProposal: () => 'rechazó un cambio en el plan',
  addExpense: () => 'anotó un gasto',
  correctExpense: ({ what }) => `corrigió el gasto ${what ?? ''}`.trim(),
  removeExpense: ({ what }) => `quitó el gasto ${what ?? ''}`.trim(),
  recordSettlement: () => 'anotó un pago entre familias',
  removeSettlement: () => 'quitó un pago entre familias',
  addReservation: ({ name }) => `anotó ${name ?? 'una reserva'}`,
  changeReservation: ({ name }) => `cambió ${name ?? 'una reserva'}`,
  cancelReservation: ({ name }) => `canceló ${name ?? 'una reserva'}`,
  setReminder: () => 'puso un recordatorio para todos',
  cancelReminder: () => 'canceló un recordatorio',
  takeBackRecorded: () => 'retiró un voto que había anotado',
  changeDraft: () => 'cambió el borrador de una encuesta',
  dropDraft: () => 'descartó el borrador de una encuesta',
  giveGuestLink: () => 'hizo un enlace para invitados',
  revokeGuestLink: () => 'cerró el enlace para invitados',
  addPhoto: () => 'agregó una foto',
  sharePhoto: () => 'compartió una foto',
  removePhoto: () => 'quitó una foto',
  chooseMemories: () => 'eligió qué muestran los recuerdos',
  proposeSuccession: () => 'propuso que organice otra familia',
  agreeToSuccession: () => 'aceptó que organice otra familia',
  objectToSuccession: () => 'se opuso a que organice otra familia',
  succeed: () => 'quedó a cargo de la organización',
};

export const log: Words['log'] = {
  nothing: (trip) => `En ${trip} todavía no se ha cambiado nada.`,
  newestFirst: (trip) => `En ${trip}, lo más nuevo primero.`,
  title: 'Qué ha cambiado',
  somebody: 'Alguien que ya no está',
  did: (name, act, about) => `${name} ${ACTS[act]?.(about) ?? 'cambió algo del viaje'}`,
};
