import type { Words } from '../catalogue.ts';
import { say } from './say.ts';

const nightsOf = (count: number): string => `${count} ${count === 1 ? 'noche' : 'noches'}`;
const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

export const money: Words['money'] = {
  unknownFamily: (name, families) => `No conozco a la familia ${name} en este viaje. Están ${say.list(families)}.`,
  whichCurrency: (amount: number): string => `¿${amount} de qué moneda? Di p. ej. "euros", "libras" o "PLN".`,
  howMuch: '¿Cuánto fue y de qué? P. ej. "84 euros de la cena".',
  something: 'algo',
  noted: (family, amount, what, parts) =>
    `Anotado: ${family} pagó ${amount} por ${what}. ${parts} CUENTAS muestra cómo van todos; QUITA EL GASTO lo quita.`,
  notedAll: (family, things, total, parts) =>
    `Anotado: ${family} pagó ${say.list(things.map(([what, amount]) => `${amount} por ${what}`))}, ${total} en total. ${parts} CUENTAS muestra cómo van todos; DESHACER los quita.`,
  times: (total, count, each) => `${total} (${count} x ${each})`,
  refund:
    'El dinero que regresa baja lo pagado: di cuánto fue al final, p. ej. "el depósito fueron 200 euros, no 300".',
  noChildren: 'Ninguna familia me ha contado de niños. Di la suma entera, p. ej. "helados 13,50".',
  putRight: (family, amount, before, what, parts) =>
    `Corregido: ${family} pagó ${amount} por ${what}, no ${before}. ${parts}`,
  whichWrong: '¿Cuál estaba mal?',
  whichDivided: '¿Cuál reparto?',
  howDivided: (what) =>
    `¿Cómo reparto ${what}? P. ej. "por persona", "solo nosotros y los Chen", "por noches", o en partes: "Chen 2, Silva 1".`,
  howManyNights: (families, whole) =>
    `¿Cuántas noches se quedó cada familia? P. ej. "${families.map((family, at) => `${family.replace(/^la familia /, '')} ${Math.max(1, (whole ?? 4) - (at === 0 ? 2 : 0))}`).join(', ')}".`,
  whichNights: (what, amount, nights) =>
    `${capital(what)}, ${amount}: ${say.list(nights.map(([family, count]) => `${family} ${nightsOf(count)}`))}. ¿Cómo lo reparto?`,
  byNights: (parts) => `Por noches: ${parts.replace(/\.$/, '')}`,
  byNightsAndPeople: (parts) => `Por noches y personas: ${parts.replace(/\.$/, '')}`,
  asItWas: 'Déjalo como está',
  noBeds: 'Todavía no hay alojamiento anotado. Di primero cuánto costó, p. ej. "pagamos 1240 euros de la villa".',
  dividedAnew: (what, amount, parts) => `Repartido de nuevo: ${what}, ${amount}. ${parts}`,
  spent: (what, amount) => `${what}: ${amount}`,
  allTheirs: 'Todo le toca a esa familia.',
  eachOf: (part, families) => `${part} para cada una de ${say.families(families)}.`,
  parts: (parts) => `${capital(parts.map(([family, part]) => `${family} ${part}`).join(', '))}.`,
  whomPaidBack: '¿A quién le pagaste y cuánto? P. ej. "le pagamos 40 euros a la familia Chen".',
  paidBack: (family, amount) => `Anotado: le pagaron ${amount} a ${family}.`,
  paidYou: (family, amount) => `Anotado: ${family} les pagó ${amount}.`,
  paidBetween: (from, to, amount) => `Anotado: ${from} le pagó ${amount} a ${to}.`,
  paymentOut: (amount) => `Quitado: el pago de ${amount}.`,
  own: (owes, gets) =>
    [
      owes.length > 0 && `Le deben ${say.list(owes.map(([family, amount]) => `${amount} a ${family}`))}.`,
      gets.length > 0 && `${capital(say.list(gets.map(([family, amount]) => `${family} les debe ${amount}`)))}.`,
      owes.length + gets.length === 0 && 'Están a mano: no le deben a nadie y nadie les debe.',
    ]
      .filter((sentence) => sentence !== false)
      .join(' '),
  next: (family, amount) => `${capital(family)}: va ${amount} por detrás, así que le toca pagar.`,
  anybodyNext: 'Están a mano, así que puede pagar cualquiera.',
  spentSoFar: (totals) =>
    `Van gastados ${say.list(totals)}. Elige uno para quitarlo, o di qué estaba mal, p. ej. "el taxi fueron 24, no 22".`,
  latest: (shown, all) => `Los últimos ${shown} de ${all}:`,
  spentBy: (what, amount, family) => `${what}, ${amount}, ${family}`,
  byFamily: (rows) =>
    `${rows.map(([family, paid, part]) => `${capital(family)} pagó ${paid} y le tocan ${part}`).join('. ')}.`,
  perPerson: (total, each, people) => `Entre todos, ${total}: ${each} por cada una de las ${people} personas.`,
  zero: 'nada',
  nothing: 'Todavía no hay gastos anotados. Di, p. ej., "pagamos 84 euros de la cena".',
  pays: (from, to, amount) => `${from} le paga ${amount} a ${to}`,
  balance: (totals, payments) =>
    `Entre todos: ${say.list(totals)}. ${payments.length === 0 ? 'Están a mano: nadie debe nada.' : `Para quedar a mano: ${payments.join('; ')}.`}`,
  noneOfYours: 'No has anotado ningún gasto. CUENTAS muestra lo que hay.',
  whichOut: '¿Cuál quito?',
  nothingToTakeOut: 'Ya está quitado.',
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
