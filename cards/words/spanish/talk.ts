import type { Words } from '../catalogue.ts';

export const talk: Words['talk'] = {
  introduction:
    'Soy Pathfinder: ayudo a las familias a planear viajes juntas. Responde DEMO para probar un viaje de muestra, UNIRME y tu código si te invitaron, o NUEVO VIAJE para empezar uno.',
  groupIntroduction:
    'Soy Pathfinder: menciónenme para planear un viaje entre todos. Lo privado queda en nuestro chat de dos.',
  textNotice: 'Puede haber cargos por mensaje. AYUDA para ayuda, STOP para no recibir más.',
  starts: { demo: 'Ver una demostración', newTrip: 'Empezar un viaje', join: 'Tengo un código' },
  inTrip: { summary: 'Cómo va el viaje', polls: 'Votaciones abiertas', plan: 'Planear el viaje' },
  help: 'Pregúntame lo que quieras del viaje, escribe "encuesta: ¿dónde cenamos? A, B o C" para que voten las familias, o PLAN para un itinerario. Mándame una reserva o una guía y te respondo con ella. Puedes empezar por aquí:',
  groupHelp:
    'Soy Pathfinder. Menciónenme con una pregunta, con "encuesta: ¿dónde cenamos? A, B o C" o con PLAN. Lo privado queda en nuestro chat de dos.',
  thanks: 'Cuando quieras. Aquí estoy para la próxima pregunta.',
  onTheWay: 'Entendido, hasta ahorita. Si los demás deben saberlo, di p. ej. "avísales a todos que llegamos a las 8".',
  allRight: 'Muy bien. Aquí estoy para lo que haga falta.',
  noHurry: 'Sin prisa: dímelo cuando lo sepas.',
  stillOpen: (question, thanked) => `${thanked ? 'Cuando quieras' : 'Muy bien'}. ${question}`,
  askedAgain: (question) => `Te lo pregunto de nuevo: ${question}`,
  bye: 'Hasta luego. Aquí estoy para lo que surja.',
  dropped: 'Listo, lo dejamos. Pregúntame por el viaje o escribe MENU.',
  droppedAlone: 'Listo, lo dejamos. DEMO, UNIRME y tu código, o NUEVO VIAJE: ¿qué prefieres?',

  notUnderstood:
    'No te entendí. Pregúntame por los documentos del viaje, empieza una encuesta ("encuesta: ¿dónde cenamos? A, B o C") o escribe PLAN. MENU muestra más.',
  stillNotUnderstood: 'Perdón, sigo sin entender. Dímelo con otras palabras, o empieza por aquí:',
  leftOut: (requests) =>
    `Dejé sin hacer ${requests.map((one) => `"${one}"`).join(' y ')}: dímelo otra vez si aún hace falta.`,
  leftAlone: 'Muy bien, lo dejo como está.',
  whichOfTwo: 'No sé bien qué quieres decir. ¿Cuál de estas cosas?',
  neither: 'Ninguna',
  saving: '🐢 Hoy ando en modo de ahorro (se acabó el presupuesto de IA), así que voy con palabras sencillas.',
  outOfRange: (most) => `Responde del 1 al ${most}.`,
  yesByNumber: (most) =>
    `Por mensaje me guío por el número: responde 1 para sí${most === 2 ? ' o 2 para no' : `, o del 2 al ${most} para lo demás`}.`,
  unreadable: 'No pude leer eso. Escribe MENU para ver qué puedo hacer.',
  anotherTrip: 'Ese no es uno de tus viajes. Si te invitaron, manda UNIRME y tu código.',
  noTrip:
    'Todavía no estás en ningún viaje. UNIRME y tu código si te invitaron, NUEVO VIAJE para empezar uno, o DEMO para probar uno de muestra.',
  whichTrip: 'Estás en más de un viaje. ¿De cuál hablas?',
  private: 'Eso queda entre tu familia y yo: pregúntame en nuestro chat privado.',
  privateInGroup: 'Eso es asunto de tu familia, así que no lo digo en un grupo. Escríbeme directamente y te cuento.',

  welcomeBack: (name) =>
    `Qué bueno verte de nuevo${name === undefined ? '' : `, ${name}`}. Escribe AYUDA para ver qué puedo hacer.`,
  stopped: 'Listo: aquí no te escribo más. Manda START si quieres que vuelva.',
  hereAgain:
    'Soy Pathfinder otra vez: ayudo a las familias a planear viajes juntas por mensaje. Responde DEMO, UNIRME y tu código, o NUEVO VIAJE. STOP para no recibir más.',

  speaking:
    'Listo, hablemos en español. Escribe MENU para ver qué puedo hacer, o "speak English" para volver al inglés.',
  speakingInGroup: 'Listo, aquí hablamos en español.',
  whichLanguage: 'Hablo inglés y español. ¿Cuál prefieres?',
  languages: { en: 'English', es: 'Español' },
};
