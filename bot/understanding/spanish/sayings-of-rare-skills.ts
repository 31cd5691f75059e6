/** What is asked for once in a trip, or less. */
export const RARE = {
  topics: {
    commands: ['temas', 'mas ayuda', 'todo lo que puedes hacer', 'lista de comandos', 'ayuda con'],
    examples: [
      'qué puedes hacer con el dinero',
      'qué puedo hacer con las encuestas',
      'dime todo lo que puedes hacer',
      'cómo funcionan aquí las reservas',
    ],
  },
  'magic-poll': {
    commands: ['busca opciones'],
    examples: [
      'ayúdanos a elegir un hotel',
      'haz una encuesta sobre dónde cenar el sábado',
      'búscanos opciones para cenar',
      'propón opciones de qué hacer el domingo',
      'encuentra opciones de hotel y que voten las familias',
      'sugiere lugares para comer y que votemos',
    ],
  },
  'poll-draft': {
    commands: [
      'borrador',
      'el borrador',
      'abre el borrador',
      'muestra el borrador',
      'descarta el borrador',
      'tira el borrador',
    ],
    examples: [
      'abre la encuesta que preparaste',
      'muéstrame el borrador de la encuesta',
      'el borrador está bien, mándalo a las familias',
      'quita la segunda opción del borrador',
      'agrega el acuario al borrador',
    ],
  },
  'poll-offers': {
    commands: ['no ofrezcas mas encuestas', 'no ofrezcas encuestas', 'deja de ofrecer encuestas', 'ofrece encuestas'],
    examples: [
      'ya no propongas votaciones cuando no coincidimos',
      'puedes volver a ofrecer encuestas',
      'no sugieras encuestas en el grupo',
    ],
  },
  'finalize-poll': {
    commands: ['deja decidida la encuesta', 'da por decidida la encuesta', 'encuesta decidida', 'decision final'],
    examples: [
      'deja decidida la encuesta de la cena',
      'que el resultado de la votación sea definitivo',
      'la votación ya está decidida, hazlo oficial',
      'el resultado vale, es definitivo',
      'apunta en el viaje lo que ganó',
    ],
  },
  'reopen-poll': {
    commands: [
      'reabre la encuesta',
      'reabre la votacion',
      'vuelve a abrir la encuesta',
      'vuelve a abrir la votacion',
      'abre otra vez la encuesta',
      'abre otra vez la votacion',
    ],
    examples: [
      'votemos otra vez sobre el hotel',
      'abre de nuevo la votación',
      'hay que repetir la votación',
      'la encuesta cerró muy pronto, ábrela otra vez',
    ],
  },
  'record-vote': {
    commands: ['anota el voto', 'anota un voto', 'registra el voto', 'registra un voto'],
    examples: [
      'anota: los Okoye votan 2',
      'anota que los Chen votaron por la taberna',
      'los Silva me dijeron por teléfono que votan 1, anótalo',
      'registra que la familia Okoye elige el museo',
      'pon un voto de los Chen por la playa',
    ],
  },
  'common-ground': {
    commands: ['punto medio', 'busca un punto medio', 'que nos separa', 'conflictos', 'acuerdo'],
    examples: [
      'hay un punto medio para todos',
      'cómo podríamos ponernos de acuerdo',
      'qué opción le sirve a todas las familias',
      'en qué no coincidimos',
      'no nos ponemos de acuerdo, ayúdanos',
      'sugiere algo que nos guste a todos',
    ],
  },
  stops: {
    commands: ['paradas', 'las paradas', 'nuestras paradas', 'la ruta', 'nuestra ruta', 'recorrido'],
    examples: [
      'vamos a Roma 3 noches, luego Florencia 2, luego Venecia',
      'en qué ciudades paramos',
      'agrega Pisa entre Roma y Florencia',
      'quita Verona de la ruta',
      'una noche más en Viena',
    ],
  },
  'change-reservation': {
    commands: ['cambiar reserva', 'cambia la reserva', 'cambiar la reserva'],
    examples: [
      'cambia la reserva del hotel al 12-16 de junio',
      'la mesa de la taberna pasó a las 20:00',
      'el coche de alquiler ahora cuesta 240 euros',
      'el número de confirmación del hotel es XK4P2Q',
      'corrige el precio de la reserva del hotel',
    ],
  },
  'cancel-reservation': {
    commands: ['cancelar reserva', 'cancela la reserva', 'cancelar la reserva', 'se cancelo la reserva'],
    examples: [
      'se canceló la reserva del hotel',
      'cancelamos el coche de alquiler',
      'anulamos la mesa de la taberna',
      'el tour que reservamos se canceló',
      'cancela la reserva del barco',
    ],
  },
  'time-zone': {
    commands: ['zona horaria', 'nuestra zona horaria', 'mi zona horaria', 'la zona horaria', 'cambia la zona horaria'],
    examples: [
      'nuestra zona horaria es Lisboa',
      'en qué zona horaria estamos',
      'usa la hora de Roma',
      'mi zona horaria es Madrid',
    ],
  },
  'what-changed': {
    commands: ['que ha cambiado', 'que cambio', 'registro de cambios', 'historial de cambios', 'quien hizo que'],
    examples: [
      'qué ha cambiado en el viaje',
      'quién cambió las fechas',
      'muéstrame los cambios recientes',
      'qué hicieron los demás mientras no estaba',
    ],
  },
  'rename-family': {
    commands: [
      'cambia el nombre de nuestra familia',
      'cambiar el nombre de la familia',
      'nuestra familia se llama',
      'nuestro apellido es',
    ],
    examples: [
      'nuestra familia se llama Chen-Wu',
      'el apellido está mal, es Okoye',
      'queremos otro nombre de familia',
      'ponnos como los García',
    ],
  },
  'family-admin': {
    commands: ['quien responde por la familia', 'quien vota por nuestra familia', 'cambiar quien responde'],
    examples: [
      'que mi esposo vote por nuestra familia',
      'desde ahora Wei responde por nuestra familia',
      'que otra persona de la familia dé los votos',
      'quiero que mi mujer vote por nosotros',
    ],
  },
  'take-out': {
    commands: ['saca a', 'sacar a', 'quita a'],
    examples: [
      'saca a los García del viaje',
      'quita a Leo de nuestra familia',
      'la familia Okoye ya no viene, sácala del viaje',
      'mi suegra no viene al final, quítala de la familia',
    ],
  },
  'guest-link': {
    commands: [
      'enlace para invitados',
      'enlace de invitados',
      'cierra el enlace de invitados',
      'cierra el enlace para invitados',
      'link para invitados',
    ],
    examples: [
      'dame un enlace para invitados',
      'puede entrar alguien sin cuenta',
      'un enlace para que la abuela mire y vote',
      'que el enlace de invitados ya no funcione',
    ],
  },
  link: {
    commands: ['conecta mi telefono', 'une mis cuentas', 'unir mis cuentas', 'conectar mi telefono'],
    examples: [
      'conecta mi teléfono con este chat',
      'soy la misma persona que en Teams',
      'quiero usar la misma cuenta en el navegador',
      'une mis dos cuentas',
    ],
  },
  'emergency-contacts': {
    commands: [
      'contacto de emergencia',
      'contactos de emergencia',
      'agrega un contacto de emergencia',
      'quita el contacto de emergencia',
    ],
    examples: [
      'contacto de emergencia Rosa, abuela, +351 210 000 000',
      'en una emergencia llama a mi hermana Ana al +44 20 7946 0000',
      'a quién llamas por nosotros si pasa algo',
      'quita a Rosa de los contactos de emergencia',
    ],
  },
  'forget-preference': {
    commands: ['olvida lo que te dije', 'olvida que somos', 'ya no somos'],
    examples: [
      'ya no somos vegetarianos',
      'olvida nuestra alergia a las nueces',
      'olvida nuestro presupuesto familiar',
      'al final sí podemos el 12 de junio',
      'ya no necesitamos silla de ruedas',
    ],
  },
  'my-age': {
    commands: ['mi edad', 'tengo 34 anos'],
    examples: ['tengo 34 años', 'yo tengo 9 años', 'cumplí 15 en marzo', 'tengo 41 años de edad'],
  },
  'child-account': {
    commands: [
      'deja entrar a',
      'deja que mi hijo participe',
      'retiro mi permiso',
      'retira mi permiso',
      'doy permiso',
      'consent',
    ],
    examples: [
      'deja que Mia participe',
      'puede mi hijo escribirte',
      'mi hija quiere entrar desde su teléfono',
      'retiro mi permiso para Leo',
    ],
  },
  succession: {
    commands: ['me opongo', 'nos oponemos', 'estoy de acuerdo', 'estamos de acuerdo', 'quien organiza no responde'],
    examples: [
      'quien organiza está en el hospital, alguien tiene que seguir',
      'la organizadora ya no contesta',
      'necesitamos otro organizador, Ana no aparece',
      'emergencia: que Bea organice el viaje',
    ],
  },
  'delete-trip': {
    commands: [
      'borra el viaje',
      'borrar viaje',
      'elimina el viaje',
      'borrar el viaje',
      'borra este viaje',
      'borra todo el viaje',
    ],
    examples: [
      'borra el viaje completo',
      'elimina este viaje para siempre',
      'ya no queremos este viaje, bórralo',
      'borra el viaje de muestra',
    ],
  },
  'correct-expense': {
    commands: ['corrige el gasto', 'cambia el gasto'],
    examples: [
      'el taxi fueron 68 euros, no 75',
      'corrige el gasto del taxi a 68 euros',
      'está mal, la cena fueron 84 euros',
    ],
  },
  'remove-expense': {
    commands: ['quita el ultimo gasto', 'quita el gasto', 'borra el gasto', 'borra el ultimo gasto'],
    examples: ['quita el último gasto', 'ese gasto estaba mal, quítalo'],
  },
  'whats-next': {
    commands: ['que sigue', 'que toca ahora', 'y ahora que'],
    examples: ['qué sigue', 'qué toca ahora', 'qué hacemos después', 'adónde vamos ahora'],
  },
} as const;
