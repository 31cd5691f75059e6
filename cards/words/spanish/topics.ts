import { own } from '../../../trips/own.ts';
import type { Words } from '../catalogue.ts';

const NAMES: Readonly<Record<string, string>> = {
  begin: 'Para empezar',
  trip: 'El viaje',
  inviting: 'Invitar a otros',
  family: 'Tu familia',
  documents: 'Documentos',
  polls: 'Encuestas',
  plan: 'El plan',
  memories: 'Recuerdos',
  money: 'Dinero',
  messages: 'Avisar a los demás',
  bookings: 'Reservas',
  reminders: 'Recordatorios y silencio',
  you: 'Tú y tus datos',
  talk: 'Mientras hablamos',
};

/** What each skill does, and how it is said. */
const SKILLS: Readonly<Record<string, readonly [does: string, example?: string]>> = {
  help: ['Dice qué puedo hacer', 'qué puedes hacer'],
  topics: ['Dice qué puedo hacer sobre un tema: encuestas, dinero, reservas y más', 'qué puedes hacer con el dinero'],
  demo: ['Arma un viaje de ejemplo para probarlo todo', 'muéstrame un ejemplo'],
  join: ['Te suma a un viaje o a tu familia, con un código', 'tengo un código'],
  'new-trip': ['Empieza un viaje nuevo que organizas tú', 'queremos organizar una semana en Croacia'],
  'use-trip': ['Elige de cuál de tus viajes hablamos', 'usa el viaje Lisboa'],

  'settle-trip': [
    'Pone las fechas del viaje, o el presupuesto de todas las familias',
    'las fechas son del 11 al 15 de junio',
  ],
  'trip-summary': ['El viaje de un vistazo: fechas, familias, documentos, encuestas', 'cómo va el viaje'],
  'trip-status': ['Confirma el viaje, lo termina cuando acabó, o lo cancela con su motivo', 'confirma el viaje'],
  'hand-over': ['Pasa la organización del viaje a otra familia', 'que Bea organice el viaje'],
  'delete-trip': ['Borra el viaje y todo lo que tiene, para siempre', 'borra el viaje completo'],
  succession: [
    'En una emergencia: otra persona organiza, si todas las familias están de acuerdo',
    'quien organiza está en el hospital, alguien tiene que seguir',
  ],
  'what-changed': ['Le dice a quien organiza quién cambió qué en el viaje', 'qué ha cambiado en el viaje'],

  invite: ['Invita a otra familia al viaje con un código', 'invita a los García'],
  invitations: ['Dice quién está invitado y falta; reenvía o cancela una invitación', 'quién falta por unirse'],
  'guest-link': ['Da un enlace para que participen invitados sin cuenta, o lo cierra', 'dame un enlace para invitados'],

  'add-member': ['Agrega a alguien a tu familia', 'agrega a mi esposo Tom'],
  'rename-family': ['Cambia el nombre de tu familia', 'nuestra familia se llama Chen-Wu'],
  'change-member': ['Corrige el nombre o la edad de alguien de tu familia', 'Leo ya tiene 5 años'],
  'family-admin': ['Deja que otra persona responda y vote por tu familia', 'que mi esposo vote por nuestra familia'],
  'take-out': ['Saca a alguien de tu familia, o a una familia del viaje', 'saca a los García del viaje'],
  leave: ['Saca a tu familia del viaje, o a ti de una familia', 'queremos salir del viaje'],
  'describe-family': [
    'Anota quiénes son y qué necesitan: edades, comida, caminar, presupuesto',
    'somos 2 adultos y niños de 4 y 9',
  ],
  'forget-preference': [
    'Olvida algo que me dijiste de tu familia: una dieta, un presupuesto, días que no pueden',
    'ya no somos vegetarianos',
  ],
  'medical-help': [
    'Dice dónde hay ayuda cuando alguien está enfermo o herido: según tus documentos, con tus contactos de emergencia',
    'Mia tiene fiebre, dónde hay un médico',
  ],
  'emergency-contacts': [
    'Guarda a quién llamar por tu familia en una emergencia',
    'contacto de emergencia Rosa, abuela, +351 210 000 000',
  ],

  ask: ['Responde con los documentos del viaje, y dice de dónde', 'a qué hora es la entrada al hotel'],
  'add-document': [
    'Recibe un documento (PDF, Word, página web, correo, calendario, texto) y responde con él',
    'te mando una reserva',
  ],

  'new-poll': ['Pregunta a todas las familias y cuenta los votos', 'encuesta: ¿dónde cenamos? A, B o C'],
  'magic-poll': [
    'Busca opciones para una encuesta en tus documentos y te muestra un borrador',
    'ayúdanos a elegir un hotel',
  ],
  'poll-draft': ['Cambia una encuesta propuesta antes de abrirla, la abre o la descarta', 'abre el borrador'],
  'poll-offers': [
    'Dice si ofrezco una encuesta cuando las familias no coinciden en un chat de grupo',
    'no ofrezcas más encuestas',
  ],
  vote: ['Da el voto de tu familia', 'votamos por la playa'],
  'take-back-vote': ['Retira tu voto mientras la votación está abierta', 'retira nuestro voto'],
  'add-option': ['Agrega una opción a una votación abierta', 'otra opción: el acuario'],
  results: ['Dice cómo van las votaciones', 'cómo va la votación'],
  'poll-deadline': ['Dice cuándo termina la votación', 'cierra la encuesta el domingo a mediodía'],
  'remind-missing': ['Les recuerda a las familias que faltan por votar', 'recuérdales a las que no han votado'],
  'close-poll': ['Termina una votación y dice cómo quedó', 'cierra la votación'],
  'finalize-poll': ['Deja decidido en el viaje lo que salió en una encuesta', 'deja decidida la encuesta de la cena'],
  'reopen-poll': ['Vuelve a abrir una encuesta, con los votos que tenía', 'vuelve a abrir la encuesta'],
  'record-vote': ['Anota el voto de una familia que respondió por otro lado', 'anota: los Okoye votan 2'],
  why: ['Dice por qué una encuesta salió así, o por qué algo está en el plan', 'por qué ganó esa'],
  'common-ground': ['Dice qué separa a las familias y en qué podrían coincidir', '¿hay un punto medio para todos?'],

  stops: [
    'Dice o cambia en qué ciudades para el viaje, y cuántas noches',
    'vamos a Roma 3 noches, luego Florencia 2, luego Venecia',
  ],
  'plan-itinerary': ['Planea el viaje entero y lo revisa', 'haz un plan'],
  'stop-planning': ['Detiene el plan que se está haciendo', 'deja de planear'],
  'show-itinerary': ['Muestra el plan, o uno de sus días', 'muestra el plan'],
  'plan-cost': ['Dice cuánto cuesta el plan y cuánto le toca a tu familia', 'cuánto cuesta el plan'],
  'plan-paper': ['Da el plan en PDF para imprimir y para tu calendario', 'quiero imprimir el plan'],
  'whats-next': ['Dice qué toca ahora y qué sigue en el plan', '¿qué sigue?'],
  weather: ['Dice el pronóstico del tiempo, de dónde es y de cuándo', 'qué tiempo hará el sábado'],
  'rain-plan': ['Ofrece algo bajo techo en vez de lo que iba al aire libre', '¿y si llueve?'],
  'change-plan': [
    'Cambia el plan: mueve, intercambia, agrega, quita o fija cosas, empieza más tarde',
    'pasa el museo al martes',
  ],
  'undo-plan': ['Deshace el último cambio del plan', 'deshaz el último cambio del plan'],
  'plan-changes': ['Dice qué cambió en las últimas versiones del plan', 'qué cambió en el plan'],
  'plan-proposals': [
    'Muestra los cambios del plan que esperan a quien organiza, y los decide',
    'qué cambios del plan esperan mi respuesta',
  ],

  memories: ['Hace y muestra los recuerdos de un viaje que terminó', 'muéstrame nuestros recuerdos'],
  'add-photo': ['Guarda fotos del viaje, solo para tu familia hasta que las compartas', 'quiero guardar unas fotos'],
  'share-memories': ['Dice qué muestran los recuerdos de tu familia: fotos, gastos, nombre', 'comparte nuestras fotos'],

  budget: [
    'Muestra tu parte del presupuesto del viaje; quien organiza lo reparte',
    'reparte el presupuesto por persona',
  ],
  'add-expense': ['Anota lo que una familia pagó por todos, o le devolvió a otra', 'pagamos 84 euros de la cena'],
  balances: ['Dice qué se gastó, quién le debe a quién y cómo quedar a mano', 'quién le debe a quién'],
  'correct-expense': ['Corrige lo que costó algo, o cómo se reparte', 'corrige el gasto del taxi a 68 euros'],
  'remove-expense': ['Quita un gasto: el que nombres, o tu último', 'quita el último gasto'],

  'tell-everyone': ['Les pasa tu mensaje a todas las familias', 'diles a todos que llegamos tarde'],

  'add-reservation': [
    'Anota lo que reservaste: hotel, vuelo, mesa, tour',
    'reservamos el Hotel Miradouro del 11 al 15 de junio',
  ],
  'note-found': ['Anota las reservas que encuentro en un documento'],
  reservations: ['Muestra lo que está reservado, con sus detalles', 'qué tenemos reservado'],
  'change-reservation': [
    'Cambia los días, la hora, el precio o la confirmación de una reserva',
    'la mesa de la taberna pasó a las 20:00',
  ],
  'cannot-book': [
    'Dice que yo no reservo nada, y qué ayuda cuando hay algo que reservar',
    'puedes reservarnos una mesa',
  ],
  'cancel-reservation': ['Anota que una reserva se canceló', 'se canceló la reserva del hotel'],

  'set-reminder': [
    'Te recuerda algo a su hora, a ti, a tu familia o a todos',
    'recuérdanos el viernes a las 9 los pasaportes',
  ],
  reminders: ['Muestra los recordatorios y plazos anotados', 'qué recordatorios hay'],
  'cancel-reminder': ['Cancela un recordatorio', 'cancela el recordatorio de los pasaportes'],
  notifications: [
    'Pone horas de silencio, calla temas o junta las novedades en un resumen',
    'no me escribas después de las 21:00',
  ],
  'follow-by-email': ['Te manda las novedades también por correo, o ya no', 'mándame las novedades por correo'],

  'time-zone': ['Pone la zona horaria del viaje, o la tuya', 'nuestra zona horaria es Lisboa'],
  'speak-language': ['Habla contigo en español o en inglés', 'háblame en inglés'],
  'who-am-i': ['Dice lo que sé de ti y de tu familia', 'quién soy'],
  link: ['Te reconoce como una sola persona en mensajes, Teams y chat web, con un código', 'conecta mi teléfono'],
  'call-me': ['Recuerda tu nombre', 'me llamo Ana Silva'],
  'child-account': [
    'Deja participar a un hijo tuyo, con permiso de su mamá o papá; lo retira',
    'deja que Mia participe',
  ],
  'my-age': ['Anota tu edad; solo guardo el grupo de edad', 'tengo 34 años'],
  'my-data': ['Te da todo lo que guardo de ti, en un archivo', 'dame mis datos'],
  'erase-me': ['Borra todo lo que guardo de ti, cuando lo confirmes', 'borra mis datos'],
  restrict: ['Guarda tus datos sin usarlos hasta que digas', 'deja de usar mis datos'],

  undo: ['Deshace lo último que cambiaste', 'deshazlo'],
  back: ['Deja la pregunta de ahora', 'déjalo'],
  thanks: ['Responde a las gracias', 'gracias'],
};

export const topics: Words['topics'] = {
  which: 'Puedo ayudar con todo esto. ¿Con qué?',
  name: (word, name) => own(NAMES, word) ?? name,
  line: (skill, description, _example) => {
    const [does, example] = SKILLS[skill] ?? [description];
    return `${does}${example === undefined ? '' : `: "${example}"`}`;
  },
};
