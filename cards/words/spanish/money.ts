import type { Words } from '../catalogue.ts';
import { say } from './say.ts';

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

export const money: Words['money'] = {
  unknownFamily: (name, families) => `No conozco a la familia ${name} en este viaje. Están ${say.list(families)}.`,
  whichCurrency: (amount: number): string => `¿${amount} de qué moneda? Di p. ej. "euros", "libras" o "PLN".`,
  howMuch: '¿Cuánto fue y de qué? P. ej. "84 euros de la cena".',
  something: 'algo',
  noted: (family, amount, what, parts) =>
    `Anotado: ${family} pagó ${amount} por ${what}. ${parts} CUENTAS muestra cómo van todos; QUITA EL GASTO lo quita.`,
  putRight: (family, amount, before, what, parts) =>
    `Corregido: ${family} pagó ${amount} por ${what}, no ${before}. ${parts}`,
  whichWrong: '¿Cuál estaba mal?',
  spent: (what, amount) => `${what}: ${amount}`,
  allTheirs: 'Todo le toca a esa familia.',
  eachOf: (part, families) => `${part} para cada una de ${say.families(families)}.`,
  parts: (parts) => `${capital(parts.map(([family, part]) => `${family} ${part}`).join(', '))}.`,
  whomPaidBack: '¿A quién le pagaste y cuánto? P. ej. "le pagamos 40 euros a la familia Chen".',
  paidBack: (family, amount) => `Anotado: le pagaron ${amount} a ${family}. CUENTAS muestra lo que falta.`,
  nothing: 'Todavía no hay gastos anotados. Di, p. ej., "pagamos 84 euros de la cena".',
  pays: (from, to, amount) => `${from} le paga ${amount} a ${to}`,
  balance: (totals, payments) =>
    `Entre todos: ${say.list(totals)}. ${payments.length === 0 ? 'Están a mano: nadie debe nada.' : `Para quedar a mano: ${payments.join('; ')}.`}`,
  noneOfYours: 'No has anotado ningún gasto. CUENTAS muestra lo que hay.',
  takeOut: (what, amount) => `¿Quito "${what}", ${amount}?`,
  yesTakeOut: 'Sí, quítalo',
  noKeep: 'No, déjalo',
  takenOut: (what) => `Quitado: ${what}.`,
};

export const invitations: Words['invitations'] = {
  noneLikeThat: (name, open) =>
    `No tengo ninguna invitación abierta ${name ? `para ${name}` : 'así'}. Siguen abiertas: ${say.list(open)}.`,
  whichToCancel: '¿Cuál invitación cancelo?',
  whichToSend: '¿Cuál invitación mando?',
  code: (who, code) =>
    `El código para ${who} es ${code}: que me escriban "unirme ${code}". Para que yo lo mande, di "send the invitation to +1 555 0100" o un correo.`,
  cancelled: (who, code) => `Cancelada: el código ${code} para ${who} ya no deja entrar a nadie.`,
  onItsWay: (to, code, until) =>
    `Va en camino a ${to}. El código ${code} sirve hasta el ${until}; escribe INVITACIONES para ver quién ya entró.`,
  noneOpen: (inTrip) =>
    `No hay invitaciones abiertas${inTrip ? ': ya entraron todas las familias invitadas' : ''}. Di "invita a la familia García" para traer a otra familia, o "agrega a mi esposo Tomás" para la tuya.`,
  takenOut: 'alguien que ya no está',
  sending: { waiting: 'en camino', sent: 'mandada', failed: 'no se pudo entregar: dásela tú' },
  one: (who, code, until, way) =>
    `${who}, código ${code}, ${until === undefined ? 'vencido' : `hasta el ${until}`}${way === undefined ? '' : `, ${way}`}`,
  notHereYet: (all) => `Todavía no entran: ${all.join('; ')}.`,
  sendAgain: 'Mandarla otra vez',
  cancelIt: 'Cancelarla',
  othersInvited: (families) =>
    `Invitadas que todavía no entran: ${say.list(families)}. Quien organiza puede mandarles otra vez el código.`,
};

export const everyone: Words['everyone'] = {
  what: '¿Qué les digo a todas las familias? Lo paso con tus palabras.',
  nobody: 'Todavía no hay nadie más en este viaje. INVITAR hace un código para otra familia.',
  shallI: (others, text) =>
    `¿Les digo ${others === 1 ? 'a la otra familia' : `a las otras ${others} familias`}: "${text}"?`,
  yes: 'Sí, diles',
  no: 'No, déjalo',
  told: (text) => `Ya lo saben todas: "${text}".`,
};

export const bookings: Words['bookings'] = {
  none: 'No hay nada anotado como reservado. Di, p. ej., "reservamos el Hotel Miradouro del 11 al 15 de junio", o mándame la confirmación.',
  soFar: 'Lo reservado hasta ahora; elige una para ver los detalles.',
  first: (shown, all) => `Las primeras ${shown} de ${all}:`,
  by: (family) => `Reservó ${family}.`,
  cancelThis: 'Cancelar esta reserva',
  bookNothing: 'Yo no reservo nada: quien reserve llama o lo hace en línea.',
  papersSay: (lines) => `En tus documentos: ${lines}`,
  iCan: 'Lo que sí puedo hacer:',
  noteOnceBooked: 'Anotarlo cuando ya esté reservado',
  voteFirst: 'Que primero lo voten las familias',
  whichChanges: '¿Cuál reserva?',
  whatChanges: (name) =>
    `¿Qué cambia de ${name}? Dime los días, la hora, el precio o el número de confirmación nuevos.`,
  changed: (booking) => `Cambiado: ${booking}.`,
  whichIsCancelled: '¿Cuál reserva se canceló?',
  noteCancelled: (name, when) => `¿Anoto que se canceló ${name}, ${when}? No la cancelo yo donde la reservaste.`,
  yesCancelled: 'Sí, se canceló',
  yesCancelledTell: 'Sí, se canceló; avísales a los demás',
  noKeep: 'No, sigue en pie',
  cancelled: (name) => `Anotado: ${name} se canceló.`,
};
