import type { Words } from '../catalogue.ts';
import { say } from './say.ts';

const AGAINST = {
  budget: 'cuesta más de lo que les queda de presupuesto',
  dates: 'es en un día que no pueden',
  diet: 'nada dice que su comida les sirva (alergias o dieta)',
  mobility: 'tiene escalones',
  ages: 'no es para la edad del menor de ustedes',
} as const;

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

export const polls: Words['polls'] = {
  each: (price) => `${price} por persona`,
  forAll: (price) => `${price} entre todos`,
  makeTripDates: (dates) => `¿Pongo ${dates} como fechas del viaje?`,
  setThem: 'Sí, ponlas',
  forYou: (price) => `${price} para ustedes`,
  noneLiked: 'Ninguna opción le gusta a la mitad de las familias. ¿Busco otras, más cerca de lo que dijeron?',
  lookForOthers: 'Sí, busca otras',
  leaveIt: 'No, déjalo así',
  splitUp: (along, option, out) =>
    `Cada quien lo suyo: ${along} va a ${option}, mientras ${out} hace otra cosa, y después se reúnen todos. ¿Lo dejo decidido así? El plan deja entonces libre a ${out}.`,
  settleSplit: 'Sí, déjalo así',
  voteAgain: 'No, votemos otra vez',
  level: 'Las familias quedaron iguales: como organizas el viaje, te toca decir cuál vale.',
  everyoneAgain: 'Que voten todas otra vez',
  outcome: ({ winner, votes, families, tied, voted, plain, explained }) => {
    if (explained !== undefined) return explained;
    if (winner !== undefined && plain) return `Gana ${winner}, con ${say.votes(votes)} de ${say.families(families)}.`;
    if (winner !== undefined) return `Queda ${winner} (${votes} de ${say.families(families)}).`;
    if (tied.length > 0) return `Empate entre ${say.list(tied)}, con ${say.votes(votes)} cada una.`;
    return voted ? 'Ninguna opción les sirve a todas las familias.' : 'Nadie votó.';
  },
  count: ({ options, secret, waitingFor, sittingOut }) => {
    if (secret) return `Nadie ve quién vota qué${waitingFor.length > 0 ? `; falta ${say.list(waitingFor)}` : ''}.`;
    const counted = `Hasta ahora: ${options.length > 0 ? options.join(', ') : 'sin notas'}`;
    const line = sittingOut.length > 0 ? `${counted}; sin participar: ${say.list(sittingOut)}` : counted;
    return waitingFor.length > 0
      ? `${line}; falta por votar: ${say.list(waitingFor)}.`
      : `${line}. Ya votaron todas las familias.`;
  },
  sitsOut: 'no participa esta vez',
  scoreWords: ['1: mejor no', '2: poco', '3: está bien', '4: nos gusta', '5: nuestra favorita'],

  example: 'encuesta: ¿dónde cenamos? A, B o C',
  askQuestion: '¿Qué votamos? P. ej. "¿Dónde cenamos el viernes? La Taberna, Pelícano o Pizza Roma".',
  askOptions: (question) => `"${question}" ¿Cuáles son las opciones? P. ej. "A, B o C".`,
  openAlready: 'Esa encuesta ya está abierta.',
  out: (asks) => `Tu encuesta ya les llegó a todas las familias. ${asks}; aquí va el de la tuya:`,

  noneOpenStart: 'Ahora no hay ninguna votación abierta. Empieza una: "encuesta: ¿dónde cenamos? A, B o C".',
  noneOpen: 'Ahora no hay ninguna votación abierta.',
  notYours: 'Esa votación no es de tu viaje. Escribe RESULTADOS para ver las que sí.',
  notOneOfYourTrips: 'Esa votación no es de ninguno de tus viajes.',
  which: 'Hay más de una votación abierta. ¿Cuál dices?',
  noSuchOption: (count, said) => `Hay ${count} opciones: ${said} no es ninguna de ellas.`,
  numbersThere: (count) => `Hay ${count} opciones. Responde del 1 al ${count}.`,
  howGood: (option) => `¿Qué tan buena es ${option} para tu familia? 5 es la mejor nota.`,
  yoursToSay: (count) =>
    `El voto es de tu familia: responde del 1 al ${count}, o di "pasamos de esta" y deciden los demás.`,
  whichOption: (count) => `¿Cuál prefieres? Responde del 1 al ${count}.`,
  noted: (choice, family) =>
    `Anotado: tu preferencia ${choice}. ${capital(family)} tiene un voto, y lo da quien responde por ella.`,
  voted: (family, choice, changed) => `${changed ? `Ahora ${family}` : capital(family)} ${choice}.`,
  headsUp: (breaches) => `Ojo: ${say.list(breaches.map(({ constraint }) => AGAINST[constraint]))}.`,
  sendAnother: 'Manda otro número para cambiarlo.',
  answerAgain: 'Responde otra vez para cambiarlo.',
  next: 'La siguiente:',
  nothingToTakeBack: 'Tu familia no tiene ningún voto que retirar en una votación abierta.',
  whichToTakeBack: '¿Qué voto retiro?',
  tookBack: (family, as) =>
    as === 'ballot'
      ? `Retirado: ahora ${family} no ha votado. Puedes votar otra vez mientras siga abierta:`
      : 'Retirado: olvidé tu preferencia.',
  askNewOption: '¿Qué agrego? Manda la opción.',
  whichToAddTo: (option) => `¿A qué votación agrego "${option}"?`,
  whetherToAdd: (option, question) => `"${question}" ¿Agrego "${option}"?`,
  yesAdd: 'Sí, agrégala',
  noAdd: 'No, déjala como está',
  optionAdded: (number, option) =>
    `Agregada: ${number}) ${option}. Los votos siguen como están, y todas las familias se enteran:`,
  optionThere: (number, option) => `Esa ya está: ${number}) ${option}.`,

  none: 'Todavía no hay encuestas. Empieza una: "encuesta: ¿dónde cenamos? A, B o C".',
  over: 'La votación terminó:',
  open: 'La votación está abierta.',
  whichDates: '¿Qué fechas les sirven?',
  inWhichOrder: '¿En qué orden les gustan?',
  openUntil: (when) =>
    when === undefined
      ? 'No tiene fin puesto: queda abierta hasta que alguien escriba CERRAR, o p. ej. "cierra la encuesta el viernes a las 18:00".'
      : `La votación termina el ${when}.`,
  openToo: 'Aquí también está abierta.',
  reminding: (question, families) => `Les recuerdo ahora "${question}" a ${families}, como mucho una vez por hora.`,
  noneMissing: 'Ya votaron todas las familias: no hay a quién recordárselo.',
  onlyYou: 'Solo falta tu propia familia por votar.',
  cannotWithdraw: (question) =>
    `"${question}" no se puede retirar: las familias ya la vieron. Puedo cerrar la votación ahora; lo que se votó cuenta.`,
  endIt: 'Cerrar la votación ahora',
  leaveOpen: 'Dejarla abierta',
  whichEnds: '¿Cuál votación?',
  askDeadline: (question) => `¿Hasta cuándo se puede votar en "${question}"? P. ej. "el viernes a mediodía".`,
  endsAt: (question, when) =>
    `Se puede votar en "${question}" hasta el ${when}. Antes les recuerdo a las familias que falten.`,
  noneToClose: 'No hay ninguna votación abierta. Escribe RESULTADOS para ver cómo quedó la última.',
  whichToClose: '¿Cuál votación cierro?',
  closedAlready: 'Esa ya estaba cerrada:',
  closed: 'Cerrada:',
};
