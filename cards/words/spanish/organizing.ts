import type { Words } from '../catalogue.ts';

export const organizing: Words['organizing'] = {
  confirmOrCancel:
    '¿Confirmo el viaje, lo termino o lo cancelo? Escribe CONFIRMAR VIAJE, TERMINAR VIAJE o CANCELAR VIAJE.',
  notBegun: (trip, first) =>
    `${trip} empieza apenas el ${first}, así que todavía no está en curso ni ha terminado. CANCELAR VIAJE lo suspende, BORRAR VIAJE lo quita con todo lo que tiene.`,
  whyCancelled: '¿Por qué se cancela? Se lo digo a las otras familias, p. ej. "los niños se enfermaron".',
  /** Asked before the trip gets a status. */
  sure: {
    planning: '¿Abro otra vez el viaje para planearlo?',
    confirmed: '¿Confirmo el viaje para todas las familias?',
    in_progress: '¿Ya empezó el viaje?',
    completed: '¿Ya terminó el viaje?',
    cancelled: '¿Cancelo el viaje para todas las familias?',
  },
  yesTell: 'Sí, y avísales a todos',
  noLeaveIt: 'No, déjalo así',
  statusChange: 'el estado del viaje',
  organizerChange: 'quién organiza el viaje',
  handedOver: (family, trip) =>
    `Listo: desde ahora la familia ${family} organiza ${trip}. Gracias por haberlo hecho hasta aquí.`,
  nobodyElse: 'Todavía no hay otra familia en el viaje. Escribe INVITAR para sumar una.',
  whoOrganizes: '¿Quién organiza el viaje desde ahora?',

  leaveTrip: (family, trip) =>
    `¿La familia ${family} se va de ${trip}? Sus votos ahí dejan de contar; lo que pagaron o deben se queda.`,
  leaveFamily: (family) => `¿Dejas aquí la familia ${family}? Conservas tu cuenta, con una familia propia.`,
  yesLeave: 'Sí, irnos',
  noStay: 'No, quedarnos',
  leftTrip: (family, trip) =>
    `La familia ${family} se fue de ${trip}. Ya les avisé a las demás. Si cambian de idea, pídele un código a quien organiza.`,
  leftFamily: (family) =>
    `Dejaste la familia ${family}. NUEVO VIAJE empieza uno tuyo; UNIRME y un código te mete en otro.`,
  speaksForIt: (family) =>
    `Respondes por la familia ${family}: escribe antes QUIEN VOTA POR NUESTRA FAMILIA, para pasarle eso a alguien más.`,
  organizesIt:
    'Organizas este viaje: escribe antes PASAR LA ORGANIZACIÓN, para dárselo a otra familia, o CANCELAR VIAJE para cancelarlo para todas.',
  adminOnly: (family) =>
    `A tu familia solo la saca de un viaje quien responde por la familia ${family}. Escribe DEJAR LA FAMILIA para irte tú.`,

  deletesTrip: (trip, others) =>
    `¿Borro ${trip} para siempre? Sus documentos, encuestas, planes y gastos se borran con él, para todos.${others === 0 ? '' : ` Les aviso a ${others === 1 ? 'la otra familia' : `las otras ${others} familias`}.`} CANCELAR VIAJE lo cancela y los conserva.`,
  yesDelete: (trip) => `Sí, borra ${trip}`,
  noKeep: 'No, consérvalo',
  deleted: (trip) =>
    `${trip} quedó borrado, con todo lo que tenía. NUEVO VIAJE empieza otro, MIS VIAJES muestra los demás.`,

  objected: 'Anotado: la propuesta termina aquí, y les aviso a todos. Sigue organizando quien organizaba.',
  agreeOrObject: 'Escribe ESTOY DE ACUERDO o ME OPONGO.',
  youOrganize: 'Este viaje lo organizas tú. Escribe PASAR LA ORGANIZACIÓN para dársela a otra familia.',
  whoTakesOver:
    'Cuando no hay forma de hablar con quien organiza, puede seguir otra persona: les aviso a todos, las demás familias tienen que estar de acuerdo, y quien organiza puede oponerse. ¿Quién sigue?',
  nothingProposed: 'Ahora no hay nada que aceptar ni rechazar. Escribe VIAJE para ver cómo van las cosas.',
  newOrganizer: (trip) =>
    `Todas las familias están de acuerdo: ${trip} ya lo organiza otra persona. Les avisé a todos.`,
};
