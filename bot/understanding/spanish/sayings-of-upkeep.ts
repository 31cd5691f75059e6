/** Sayings about reminders, taking things back, what becomes of a trip and who stays in it, and one's own data. */
export const UPKEEP = {
  reminders: {
    commands: ['recordatorios', 'mis recordatorios', 'nuestros recordatorios'],
    examples: [
      'qué recordatorios hay',
      'qué nos vas a recordar',
      'muéstrame los recordatorios',
      'qué fechas límite tenemos',
    ],
  },
  'cancel-reminder': {
    commands: ['cancela el recordatorio', 'borra el recordatorio', 'quita el recordatorio'],
    examples: [
      'ya no necesitamos el recordatorio de los pasaportes',
      'cancela el recordatorio del hotel',
      'quita ese recordatorio',
    ],
  },
  undo: {
    commands: ['deshazlo', 'deshacer', 'deshaz eso'],
    examples: ['deshaz lo último que hice', 'me equivoqué, regrésalo como estaba', 'quiero deshacer el último cambio'],
  },
  'stop-planning': {
    commands: ['deja de planear', 'para el plan', 'detente con el plan', 'cancela la planeacion'],
    examples: ['ya no sigas haciendo el plan', 'detén el plan que estás haciendo', 'no hagas el plan por ahora'],
  },
  'hand-over': {
    commands: ['pasar la organizacion', 'que organice otra familia', 'nuevo organizador', 'nueva organizadora'],
    examples: [
      'que alguien más organice el viaje',
      'ya no quiero organizar el viaje',
      'pásale la organización a los Silva',
    ],
  },
  restrict: {
    commands: ['restringe mis datos', 'deja de usar mis datos', 'vuelve a usar mis datos', 'ya puedes usar mis datos'],
    examples: ['guarda mis datos pero no los uses', 'puedes usar mis datos otra vez'],
  },
  'set-reminder': {
    commands: ['recuerdame', 'recuerdanos'],
    examples: ['recuérdame pagar el hotel el viernes', 'recuérdanos llevar los pasaportes', 'avísame mañana a las 9'],
  },
  'tell-everyone': {
    commands: ['diles a todos', 'avisa a todos'],
    examples: [
      'diles a todos que llegamos tarde',
      'avísales a las familias que cambió el vuelo',
      'pásales este mensaje a todos',
    ],
  },
  leave: {
    commands: ['dejar la familia', 'dejar el viaje', 'salir del viaje'],
    examples: [
      'no podemos ir, sácanos del viaje',
      'este año no vamos',
      'quiero salirme de esta familia',
      'queremos salirnos del viaje',
      'ya no vamos a ir',
      'sácanos de este viaje',
      'quiero dejar el viaje',
    ],
  },
  'trip-status': {
    commands: [
      ...['confirmar viaje', 'confirma el viaje', 'cancelar viaje', 'cancela el viaje'],
      ...['terminar viaje', 'termina el viaje', 'terminar el viaje', 'cerrar el viaje', 'cierra el viaje'],
    ],
    examples: [
      'el viaje queda confirmado',
      'tenemos que cancelar todo el viaje',
      'el viaje ya empezó',
      'se suspende el viaje',
      'cancela el viaje',
      'confirma el viaje',
      'el viaje se cancela porque los niños están enfermos',
      'el viaje ya terminó',
      'ya volvimos a casa, se acabó el viaje',
      'ya estamos de vuelta, el viaje terminó',
    ],
  },
  'medical-help': {
    commands: ['necesitamos un medico', 'necesito un medico'],
    examples: [
      'Mia tiene fiebre, dónde hay un médico',
      'mi hijo está enfermo, qué hacemos',
      'necesitamos un doctor para la niña',
      'se cayó y le duele el brazo',
      'la abuela se siente muy mal',
      'vomitó toda la noche',
    ],
  },
  'cannot-book': {
    commands: ['reserva una mesa', 'reservanos una mesa', 'reserva un hotel', 'compra las entradas'],
    examples: [
      'puedes reservarnos una mesa',
      'resérvanos una mesa en la taberna el sábado',
      'por favor reserva una habitación',
      'podrías comprarnos los boletos del museo',
      'consíguenos entradas para el zoológico',
    ],
  },
  'my-data': {
    commands: ['mis datos', 'exportar mis datos', 'dame mis datos', 'mis datos completos'],
    examples: [
      'quiero una copia de mis datos',
      'mándame todo lo que guardas de mí',
      'dame todo lo que guardas de mí',
      'quiero una copia de mis datos',
    ],
  },
  'erase-me': {
    commands: ['borra mis datos', 'elimina mi cuenta', 'borra mi cuenta', 'borrame'],
    examples: [
      'quiero que borres todo lo que sabes de mí',
      'elimina mi cuenta y mis datos',
      'borra todos mis datos',
      'quiero que me borres',
      'elimina mi cuenta',
    ],
  },
  notifications: {
    commands: [
      'no me escribas',
      'resumen diario',
      'un resumen diario',
      'silencia las',
      'silencia los',
      'horas de silencio',
      'mis avisos',
      'puedes escribirme a cualquier hora',
    ],
    examples: [
      'no me escribas de noche',
      'no me mandes mensajes después de las nueve',
      'mándame las novedades una vez al día',
      'vuelve a avisarme de las encuestas',
      'silencia las encuestas',
      'mándame un solo resumen al día',
      'qué avisos recibo',
    ],
  },
} as const;
