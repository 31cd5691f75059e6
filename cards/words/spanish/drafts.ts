import type { Words } from '../catalogue.ts';

export const drafts: Words['drafts'] = {
  askAbout: '¿Sobre qué hago la encuesta? P. ej. "dónde cenar el sábado", "un hotel", "qué día vamos al zoológico".',
  lookingAlready: 'Ya estoy buscando, y te digo aquí lo que encuentre.',
  lookingAndOpen: 'En eso estoy: busco en tus documentos lo que les sirva a todas las familias y abro la encuesta.',
  looking:
    'En eso estoy: busco en tus documentos lo que les sirva a todas las familias. Te muestro un borrador antes de preguntarle a nadie.',
  orSendOwn: 'O manda tus propias opciones: A, B o C.',

  none: 'No hay ningún borrador de encuesta. Escribe p. ej. "haz una encuesta sobre dónde cenar el sábado" y busco opciones.',
  ready: 'Aquí va el borrador de tu encuesta.',
  here: 'Aquí está el borrador.',
  how: 'Ábrela, o escribe p. ej. "quita la B", "agrega la playa" o "pregunta: ¿Dónde nos vemos?".',
  saving: '🐢 Estoy en modo ahorro, así que sale directo de tus documentos.',
  open: 'Abrirla para todas las familias',
  throwAway: 'Descartarla',
  thrownAway: (question) => `Descartada: "${question}". No se le preguntó a nadie.`,
  isOut: 'Tu encuesta ya les llegó a todas las familias; aquí va el voto de la tuya:',
  thereAre: (options) => `Hay ${options} opciones.`,
  isNoOption: (said) => `"${said}" no es ninguna de las opciones.`,
  out: (option) => `Quité ${option}.`,
  in: (option) => `Agregué ${option}.`,
  mind: (option, out) => `Ojo con ${option}: ${out}. Solo puede ganar si la votan las familias a las que les afecta.`,
  questionChanged: 'Cambié la pregunta.',
  deadlineSet: 'Puse la hora de cierre.',
  needsTwo: 'Una encuesta necesita al menos dos opciones.',
  nothingDifferent: 'No cambió nada.',
  share: (family, sum) => `${family.replace(/^la familia /, '')} ${sum}`,

  offer: (category, day) =>
    `No coinciden en ${{ dining: 'dónde comer', lodging: 'dónde dormir', activity: 'qué hacer', date: 'el día', transport: 'cómo llegar' }[category]}${day === undefined ? '' : ` el ${day}`}. ¿Hago una encuesta, para que opine cada familia?`,
  offerYes: 'Sí, busca opciones',
  offerNo: 'No, gracias',
  offersAgain: 'Bien. Cuando las familias no coincidan en un chat de grupo, ofrezco una encuesta, una sola vez.',
  offersNoMore: 'De acuerdo, ya no ofrezco encuestas por mi cuenta. Siempre puedes pedirme una.',
};
