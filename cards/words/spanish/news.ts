import type { Words } from '../catalogue.ts';
import { plural } from '../plural.ts';
import { say } from './say.ts';

const count = plural('es');
const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
const now = (families: number): string =>
  families === 1 ? 'ahora hay una familia' : `ahora son ${say.families(families)}`;

/** The sentence in which the planner says what it has found. */
const FOUND =
  /^I found (\d+) places? in (\d+) documents? and am putting together (\d+) days? for (\d+) (?:person|people)\.$/;
const NO_PAPERS = /^There are no documents yet, so I plan (\d+) days? with room to fill\.$/;

export const news: Words['news'] = {
  digest: (trip) => `Novedades de ${trip}:`,
  pollInDigest: (askedBy, question) => `${askedBy} pregunta: ${question} Escribe RESULTADOS para verla y votar.`,

  pollOpened: 'Una pregunta para todas las familias:',
  pollUpdated: 'Cambió el conteo:',
  pollOptionAdded: (number, option) => `Hay una opción nueva, ${number}) ${option}:`,
  pollClosed: 'La votación terminó:',
  pollFinalized: 'Quedó decidido:',
  pollReopened: 'La votación está abierta otra vez, con los votos que ya tenía:',
  pollExtended: (answered, needed, until) =>
    `${answered < needed ? `Solo respondieron ${answered} de las ${needed} familias que hacen falta, así que se` : 'Se'} puede votar hasta ${until}. Después se cierra como esté:`,
  pollReminderGroup: (closes) =>
    `Todavía faltan familias por responder${closes === undefined ? '' : `; la votación termina ${closes}`}:`,
  pollReminder: (closes) =>
    `Tu familia todavía no ha respondido${closes === undefined ? '' : `; la votación termina ${closes}`}. "No participamos" también es una respuesta:`,
  pollAnswered: (question) =>
    `Todas las familias respondieron "${question}" Escribe CERRAR para terminar la votación ahora.`,

  documentAdded: (trip, document) => `Nuevo en ${trip}: ${document}. Pregúntame lo que quieras sobre eso.`,
  // Why it could not be read is known in English only; what helps is the same each time.
  documentUnread: (document, _why) =>
    `No pude leer ${document}. Mándamelo como PDF, Word, página web o texto, o solo la parte que importa.`,
  toEveryone: (who, family, text) => `${who} (${family}) a todas las familias: ${text}`,

  paid: (family, amount, what, part) =>
    `${capital(family)} pagó ${amount} por ${what}.${part === undefined ? '' : ` Tu parte: ${part}.`} Escribe CUENTAS para ver cómo van las cuentas.`,
  paidAfterAll: (family, amount, what, part) =>
    `Corregido: ${family} pagó ${amount} por ${what}.${part === undefined ? '' : ` Tu parte: ${part}.`} Escribe CUENTAS para ver cómo van las cuentas.`,
  paidBack: (from, to, amount) => `${capital(from)} le pagó ${amount} a ${to}.`,
  otherFamily: 'que ya no está',

  familyJoined: (family, trip, families) =>
    `${family === undefined ? 'Alguien de visita' : `La familia ${family}`} se unió a ${trip}: ${now(families)}.`,
  familyLeft: (family, trip, families, removed) =>
    removed
      ? `Sacaron a la familia ${family} de ${trip}: ${now(families)}.`
      : `La familia ${family} se fue de ${trip}: ${now(families)}.`,
  memberJoined: (name, trip) =>
    `${name ?? 'Alguien que no ha dicho su nombre'} ya está con tu familia aquí, y participa en ${trip}.`,
  youSpeakFor: (family) =>
    `Desde ahora respondes por ${family}: lo que elijas en una encuesta es el voto de la familia, y puedes invitar gente a ella.`,
  speaksFor: (name, family) => `Desde ahora ${name} responde por ${family}.`,
  youOrganize: (trip) =>
    `Desde ahora organizas ${trip}: invitas familias, fijas fechas y presupuesto, y puedes pasarle el puesto a otra persona.`,
  organizes: (name, family, trip) => `Desde ahora ${name}, de ${family}, organiza ${trip}.`,

  status: (trip, status, dates, because) =>
    ({
      planning: `${trip} se está planeando otra vez. Escribe VIAJE para ver cómo va.`,
      confirmed: `${trip} está confirmado${dates === undefined ? '' : `, ${dates}`}. Escribe PLAN para ver los días, o pregúntame lo que quieras.`,
      in_progress: `${trip} ya empezó. Pregúntame qué sigue cuando quieras.`,
      completed: `${trip} terminó. Escribe CUENTAS para arreglar cuentas.`,
      cancelled: `${trip} se canceló: ${because ?? 'no se dio una razón'}. Escribe CUENTAS si ya se pagó algo.`,
    })[status],

  reminder: (what, from) => `Recordatorio${from === undefined ? '' : ` de ${from}`}: ${what}.`,
  due: (what, by, today, from) =>
    `Vence ${today ? 'hoy' : 'mañana'}${from === undefined ? '' : `, de parte de ${from}`}: ${what} (${by}).`,

  booking: (change, family, what) =>
    `${
      {
        added: `${capital(family)} reservó ${what}.`,
        changed: `Cambió una reserva de ${family}: ${what}.`,
        cancelled: `Se canceló una reserva de ${family}: ${what}.`,
      }[change]
    } Escribe RESERVAS para ver todas.`,

  dayPlan: (number, place) => `Buenos días. Día ${number} en ${place}:`,
  cannotFit: (reason) => `No cabe todo. ${reason} Estos son los cambios más pequeños con los que cabría; ¿cuál pruebo?`,
  planReady: (days) => `Tu plan está listo: ${say.days(days)}.`,
  planBare: (days) =>
    `Ya están puestos los ${say.days(days)}, y todavía no sé con qué llenarlos. Mándame una guía, una reserva o una lista de ideas y escribe PLANEAR otra vez.`,
  planStep: (step) => {
    const [, places, papers, days, people] = FOUND.exec(step) ?? [];
    if (places !== undefined)
      return `Encontré ${count(Number(places), { one: 'lugar', other: 'lugares' })} en ${count(Number(papers), { one: 'documento', other: 'documentos' })} y estoy acomodando ${say.days(Number(days))} para ${count(Number(people), { one: 'persona', other: 'personas' })}.`;
    const bare = NO_PAPERS.exec(step)?.[1];
    return bare && `Todavía no hay documentos, así que planeo ${say.days(Number(bare))} con espacio por llenar.`;
  },

  proposed: (by, nominee, trip) =>
    `${capital(by)} propone que ${nominee} organice ${trip}, porque no logran contactar a quien lo organiza.`,
  nominee: (name, family) => `${name ?? 'quien responde'}, de ${family},`,
  takesEffect: (at) => `El cambio se hace el ${at}, a menos que quien organiza responda ME OPONGO.`,
  mustAgree: (missing) =>
    `Todas las demás familias deben estar de acuerdo; ${missing === '' ? 'ya lo están' : `falta: ${missing}`}.`,
  objectToStay: 'Si estás por aquí, responde ME OPONGO y sigues organizando.',
  doYouAgree: '¿Estás de acuerdo? Responde ESTOY DE ACUERDO o ME OPONGO.',
  staysOrganizer: (name, trip, objected) =>
    `${objected === undefined ? 'No todas las familias aceptaron a tiempo' : `${capital(objected)} se opone`}: ${name} sigue organizando ${trip}.`,

  invitesToTrip: (from, family, trip) => `${from} invita a la familia ${family} a planear juntos ${trip}`,
  invitesToFamily: (from, family) => `${from} te invita a unirte a la familia ${family}`,
  invitationMail: (from, purpose, link, code, until) =>
    `Hola:\n\n${purpose} con Pathfinder, que ayuda a las familias a planear viajes por mensaje, en Teams y en la web.\n\nPara participar, abre ${link} o mándale UNIRME ${code} a Pathfinder. El código sirve hasta el ${until}.\n\n${from} me dio esta dirección solo para la invitación; no escribo aquí para nada más. Si no quieres participar, no tienes que hacer nada.`,
  invitationText: (purpose, code, until) =>
    `Soy Pathfinder: ${purpose} por mensaje. Responde UNIRME ${code} hasta el ${until} para participar. Puede haber cargos por mensaje. AYUDA para ayuda, STOP para no recibir más.`,

  parentAgreed: (child, code) =>
    `Diste permiso para que ${child} me escriba. Si fuiste tú, responde CONSENT ${code}. Si no, no hagas nada: sin eso ${child} no tiene cuenta y no guardo nada de lo que escriba.`,
  mailCode: (name, code) => ({
    subject: `${code} es tu código de Pathfinder`,
    text: `Hola:\n\n${name} le ha pedido a Pathfinder que mande a esta dirección las novedades de un viaje. Si eres tú, dime este código donde hablas conmigo:\n\n${code}\n\nSi no, no hagas nada: sin él no te escribo para nada más.`,
  }),
  linked:
    'Listo: aquí y en el otro chat te reconozco como una sola persona, con una familia y un voto. Si no fuiste tú, escribe WHO AM I y avísale a quien administra Pathfinder.',
  tripDeleted: (trip, family) =>
    `${trip} ya no existe: ${family}, que lo organizaba, lo borró con todo lo que tenía. NUEVO VIAJE empieza otro.`,
  takenOutOfTrip: (family, trip) =>
    `${capital(family)} ya no está en ${trip}: quien lo organiza sacó a tu familia. Pregúntale si te sorprende.`,
  takenOutOfFamily: (family) =>
    `Aquí ya no estás con la familia ${family}: quien responde por ella te sacó. Lo que me dijiste tú sigue siendo tuyo. NUEVO VIAJE empieza un viaje tuyo; UNIRME y un código te mete en otro.`,

  aiBudget: (trip, percent, spent, limit) => {
    const whose = trip === undefined ? 'tu presupuesto de IA de hoy' : `el presupuesto de IA de ${trip}`;
    if (percent >= 100)
      return `🐢 Casi no queda nada en ${whose} (${limit}). ${trip === undefined ? 'Hasta mañana' : 'Desde ahora'} respondo directamente con tus documentos donde ya no alcanza; planes, votaciones y todo lo demás siguen igual.`;
    const so = `Se ha gastado ${percent === 50 ? 'la mitad' : `el ${percent} %`} de ${whose}: ${spent} de ${limit}.`;
    return `${so.replace(' de el ', ' del ')} ${percent < 80 ? 'Por ahora no cambia nada.' : 'Uso un modelo más pequeño donde puedo; al final respondo directamente con tus documentos.'}`;
  },
};
