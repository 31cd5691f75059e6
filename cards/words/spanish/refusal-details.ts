/** What the domain says of a refusal, in English, and the same in Spanish; `$1` is what stood there. */
const DETAILS: readonly (readonly [RegExp, string])[] = [
  [/^only the organizer (?:changes the trip|sets the dates)$/, 'eso lo cambia solo quien organiza el viaje'],
  [/^only the organizer invites families$/, 'solo quien organiza el viaje invita a otras familias'],
  [/^only (.+) or the organizer closes this poll$/, 'esa votación la cierra solo $1 o quien organiza el viaje'],
  [
    /^only the organizer (?:says|changes) what the plan must keep to$/,
    'lo que el plan debe cumplir lo decide quien organiza el viaje',
  ],
  [
    /^only the admin of the (.+) family can bring it into a trip$/,
    'solo quien responde por la familia $1 la mete en un viaje',
  ],
  [/^(.+) is here as a guest: an organizer has an account$/, '$1 está aquí de visita: quien organiza tiene una cuenta'],
  [/^(.+) is in the family already$/, '$1 ya está en la familia'],
  [/^two options are the same$/, 'hay dos opciones iguales'],
  [/^an option is empty$/, 'hay una opción vacía'],
  [/^a name is needed$/, 'hace falta un nombre'],
  [/^a person needs a name$/, 'hace falta un nombre'],
  [/^the deadline has passed$/, 'el plazo ya pasó'],
  [/^that time is past$/, 'esa hora ya pasó'],
  [/^a score is a whole number from (\d) to (\d)$/, 'la nota es un número entero del $1 al $2'],
  [
    /^this poll takes one option, and those scores put several first$/,
    'en esta encuesta gana una sola opción, y esas notas ponen varias en primer lugar',
  ],
  [
    /^those scores want none of the options: give at least one of them more than 1$/,
    'esas notas no quieren ninguna opción: dale más de 1 al menos a una',
  ],
  [
    /^too many wrong codes: try again in (\d+) minutes$/,
    'hubo demasiados códigos equivocados: prueba otra vez en $1 minutos',
  ],
  [
    /^only the organizer confirms or cancels the trip$/,
    'confirmar o cancelar el viaje le toca solo a quien lo organiza',
  ],
  [/^only the organizer hands the trip over$/, 'pasarle el viaje a otra familia le toca solo a quien lo organiza'],
  [/^it is finished already$/, 'ya terminó'],
  [/^only who asked for it or the organizer stops it$/, 'lo detiene solo quien lo pidió o quien organiza el viaje'],
  [/^whoever reads that address asked me for no more mail$/, 'quien lee esa dirección me pidió no recibir más correos'],
  [
    /^I have written there as often as I may without being asked; try another$/,
    'ya escribí ahí tantas veces como puedo sin que me lo pidan; prueba con otra dirección',
  ],
  [
    /^that code is wrong or has run out: ask for another \(.+\)$/,
    'ese código está mal o ya venció: pide otro con NOVEDADES POR CORREO',
  ],
  [
    /^that address belongs to another account of yours: link the two first \(.+\)$/,
    'esa dirección es de otra cuenta tuya: primero une las dos (LINK)',
  ],
  [/^only (.+) or the organizer reminds of this poll$/, 'de esa votación recuerda solo $1 o quien organiza el viaje'],
  [/^no time zone (.+)$/, 'no conozco la zona horaria $1'],
  [
    /^(.+) is here as a guest: an organizer has an account, which they get with LINK$/,
    '$1 está aquí de visita: quien organiza tiene una cuenta, y se hace con LINK',
  ],
  [
    /^only the admin of the (.+) family takes it out of a trip$/,
    'a la familia $1 solo la saca de un viaje quien responde por ella',
  ],
  [
    /^you organize this trip: hand it over first, or cancel it$/,
    'este viaje lo organizas tú: primero pásale la organización a otra familia, o cancélalo',
  ],
  [/^say why the trip is cancelled$/, 'dime por qué se cancela el viaje'],
  [/^a share is for a family in this trip$/, 'una parte es para una familia de este viaje'],
  [
    /^a file that is being read cannot be stopped; remove it when it is read$/,
    'un archivo que estoy leyendo no se puede detener; quítalo cuando termine',
  ],
  [
    /^you organize the trip: hand it over, that needs nobody else$/,
    'el viaje lo organizas tú: pasa la organización, para eso no hace falta nadie más',
  ],
  [/^(.+) organizes the trip already$/, '$1 ya organiza el viaje'],
  [/^that is proposed already: say AGREE$/, 'eso ya está propuesto: escribe ESTOY DE ACUERDO'],
  [
    /^another family is proposed already: AGREE or OBJECT to that first$/,
    'ya se propuso a otra familia: primero escribe ESTOY DE ACUERDO o ME OPONGO',
  ],
  [/^the trip has changed hands meanwhile$/, 'mientras tanto el viaje pasó a otra familia'],
  [/^nobody is proposed to organize the trip$/, 'nadie está propuesto para organizar el viaje'],
  [/^that family is not in this trip$/, 'esa familia no está en este viaje'],
  [
    /^only what your own family booked can be kept to it$/,
    'solo lo que reservó tu propia familia puede quedar entre ustedes',
  ],
  [/^(.+) on (.+) is noted already$/, '$1 el $2 ya está anotado'],
  [/^a trip has (\d+) reservations at most$/, 'un viaje tiene $1 reservas como máximo'],
  [/^(.+) is cancelled$/, '$1 está cancelado'],
  [
    /^only who noted it, the family that booked or the organizer changes it$/,
    'eso lo cambia quien lo anotó, la familia que reservó o quien organiza',
  ],
  [
    /^only who set the reminder, or who answers for those it is for, cancels it$/,
    'ese recordatorio lo cancela quien lo puso, o quien responde por aquellos a quienes les llega',
  ],
  [/^I can remind you of something up to two years ahead$/, 'puedo recordarte algo hasta dentro de dos años'],
  [/^say what I shall remind you of$/, 'dime qué tengo que recordarte'],
  [/^a trip has (\d+) reminders at most$/, 'un viaje tiene $1 recordatorios como máximo'],
  [
    /^(.+) is under (\d+): a parent agrees first\. The admin of the family says LET (.+) JOIN$/,
    '$1 tiene menos de $2 años: primero da permiso su mamá o su papá. Quien responde por la familia escribe DEJA ENTRAR A $3',
  ],
  [/^(.+) needs nobody's consent$/, '$1 no necesita permiso de nadie'],
  [
    /^I confirm it in a message to you alone: write to me from your phone first$/,
    'lo confirmo en un mensaje solo para ti: escríbeme primero desde tu teléfono',
  ],
  [
    /^only (.+) or the organizer adds options to this poll$/,
    'a esa encuesta le agrega opciones solo $1 o quien organiza el viaje',
  ],
  [
    /^in this poll a score of (\d+) or (\d+) picks an option, and none has that$/,
    'en esta encuesta se elige una opción con un $1 o un $2, y ninguna lo tiene',
  ],
  [
    /^a ranking puts no two options level, but those that come last$/,
    'al ordenar no hay dos opciones empatadas, salvo las del final',
  ],
  [/^a ranking names one option at least$/, 'para ordenar hay que nombrar al menos una opción'],
  [
    /^in an anonymous poll each family answers for itself$/,
    'en una votación anónima cada familia responde por sí misma',
  ],
  [/^that family has voted itself$/, 'esa familia ya votó por su cuenta'],
  [
    /^the families have not settled on one option: say which of them stands$/,
    'las familias no llegaron a una sola opción: dime cuál vale',
  ],
  [
    /^the families decided for (.+); reopen the poll to decide anew$/,
    'las familias eligieron $1; vuelve a abrir la encuesta para decidir de nuevo',
  ],
  [
    /^only the organizer says how many families must answer$/,
    'cuántas familias tienen que responder lo dice quien organiza el viaje',
  ],
  [
    /^how many families must answer needs a deadline$/,
    'para decir cuántas familias tienen que responder hace falta una hora de cierre',
  ],
  [/^an option is named twice$/, 'una opción está dos veces'],
  [
    /^only (.+) or the organizer says when this poll ends$/,
    'cuándo termina esa votación lo dice solo $1 o quien organiza el viaje',
  ],
  [
    /^I may not write there: they asked me not to\. Hand them the code yourself$/,
    'ahí no puedo escribir: me pidieron no hacerlo. Dales tú el código',
  ],
  [
    /^I have written there as often as I may without being asked: hand them the code yourself$/,
    'ya escribí ahí tantas veces como puedo sin que me lo pidan: dales tú el código',
  ],
  [
    /^quiet hours go from one time of day to another, e\.g\. 21:00 to 08:00$/,
    'las horas de silencio van de una hora a otra, p. ej. de 21:00 a 08:00',
  ],
  [/^an age in years, e\.g\. 34$/, 'dime la edad en años, p. ej. 34'],
  [/^a message says something$/, 'el mensaje está vacío'],
  [/^a message has (\d+) characters at most$/, 'un mensaje tiene $1 caracteres como máximo'],
  [
    /^only the admin of a family says what its memories show$/,
    'qué muestran los recuerdos de una familia lo dice solo quien responde por ella',
  ],
  [/^a family can keep (\d+) photos of a trip$/, 'una familia puede guardar $1 fotos de un viaje'],
  [
    /^only the admin of a family shares its photos$/,
    'las fotos de una familia las comparte solo quien responde por ella',
  ],
  [
    /^a photo is removed by whoever added it, or by the admin of the family$/,
    'una foto la quita quien la agregó, o quien responde por la familia',
  ],
  [/^(.+) is not over yet$/, '$1 todavía no termina'],
  [/^the poll "(.+)" is open already$/, 'la encuesta "$1" ya está abierta'],
  [/^the poll "(.+)" was thrown away$/, 'la encuesta "$1" se descartó'],
  [/^a poll asks something$/, 'una encuesta pregunta algo'],
  [
    /^only whoever asked for that poll, or the organizer, looks after its draft$/,
    'de ese borrador se ocupa solo quien pidió la encuesta, o quien organiza el viaje',
  ],
  [/^"(.+)" is still open$/, '"$1" sigue abierta'],
  [
    /^say what it is about: where to eat or stay, what to do, which day, or how to get there$/,
    'dime de qué se trata: dónde comer o dormir, qué hacer, qué día o cómo llegar',
  ],
  [
    /^that code is wrong or has run out: they work for (\d+) minutes, once$/,
    'ese código está mal o ya venció: sirven $1 minutos, una sola vez',
  ],
  [/^that code is wrong or has run out$/, 'ese código está mal, o ya venció'],
  [/^the account that code was for is gone$/, 'la cuenta de ese código ya no existe'],
  [
    /^both accounts are in use, each with a family or a trip of its own, and I do not mix families: leave or finish one first$/,
    'las dos cuentas están en uso, cada una con su familia o su viaje, y yo no mezclo familias: primero deja o termina una',
  ],
  [/^the rain it was for is not forecast any more$/, 'ya no se espera la lluvia por la que era'],
  [/^that change was declined$/, 'ese cambio se rechazó'],
  [
    /^only the organizer decides on a change of the plan$/,
    'un cambio en el plan lo decide solo quien organiza el viaje',
  ],
  [/^that change is in the plan already$/, 'ese cambio ya está en el plan'],
  [/^(\d+) changes wait for the organizer already$/, 'ya hay $1 cambios esperando a quien organiza'],
  [/^the (.+?)(?:es|s) are invited already, with the code (.+)$/, 'la familia $1 ya está invitada, con el código $2'],
  [/^(.+) are invited already, with the code (.+)$/, '$1 ya está invitada, con el código $2'],
  [/^a trip has (\d+) open invitations at most$/, 'un viaje tiene $1 invitaciones abiertas como máximo'],
  [
    /^I write to others only for people who have linked a phone, e-mail or Teams account: say LINK$/,
    'les escribo a otros solo de parte de quien tenga aquí un teléfono, un correo o una cuenta de Teams: escribe LINK',
  ],
  [
    /^tell me where to send it: a phone number or an e-mail address$/,
    'dime adónde la mando: un número de teléfono o un correo',
  ],
  [
    /^I send an invitation (\d+) times at most: hand them the code (.+) yourself$/,
    'mando una invitación $1 veces como máximo: dales tú el código $2',
  ],
  [/^the (.+) family has joined with it already$/, 'la familia $1 ya entró con ella'],
  [/^(.+) has not joined with a code yet$/, '$1 todavía no ha entrado con un código'],
  [/^a grown-up speaks for the family$/, 'por la familia responde un adulto'],
  [/^I keep (\d+) interests at most$/, 'guardo $1 gustos como máximo'],
  [
    /^whoever speaks for the family cannot be taken out: make somebody else its admin first$/,
    'no se puede sacar a quien responde por la familia: primero pásale eso a alguien más',
  ],
  [
    /^you speak for this family: make somebody else its admin first$/,
    'por esta familia respondes tú: primero pásale eso a alguien más',
  ],
  [/^a family needs a name$/, 'una familia necesita un nombre'],
  [/^a family names (\d+) emergency contacts at most$/, 'una familia tiene $1 contactos de emergencia como máximo'],
  [/^an expense is more than nothing$/, 'un gasto es más que cero'],
  [
    /^only who wrote it down, the family that paid or the organizer puts it right$/,
    'solo lo corrige quien lo anotó, la familia que pagó o quien organiza',
  ],
  [/^an expense is for one family at least$/, 'un gasto es de al menos una familia'],
  [/^a trip has (\d+) expenses at most$/, 'un viaje tiene $1 gastos como máximo'],
  [/^a payment is more than nothing$/, 'un pago es más que cero'],
  [/^a family cannot pay itself back$/, 'una familia no se puede pagar a sí misma'],
  [
    /^only one of the two families, or the organizer, says that it was paid$/,
    'que se pagó lo dice una de las dos familias, o quien organiza el viaje',
  ],
  [
    /^only one of the two families, or the organizer, takes a payment out$/,
    'un pago lo quita una de las dos familias, o quien organiza el viaje',
  ],
  [
    /^only who wrote it down, the family that paid or the organizer takes it out$/,
    'lo quita quien lo anotó, la familia que pagó o quien organiza el viaje',
  ],
  [
    /^only who added "(.+)" or who answers for it removes it$/,
    '"$1" lo quita solo quien lo agregó o quien responde por él',
  ],
  [/^only the organizer divides the budget$/, 'el presupuesto lo reparte solo quien organiza el viaje'],
  [
    /^only the organizer deletes the trip; LEAVE TRIP takes your family out of it$/,
    'el viaje lo borra solo quien lo organiza; DEJAR EL VIAJE saca a tu familia',
  ],
  [/^only the organizer makes a poll final$/, 'una encuesta la deja decidida solo quien organiza el viaje'],
  [/^only the organizer reopens a poll$/, 'una encuesta la vuelve a abrir solo quien organiza el viaje'],
  [/^only the organizer$/, 'eso le toca solo a quien organiza el viaje'],
  [/^only the organizer takes other families out$/, 'a otras familias las saca solo quien organiza el viaje'],
  [/^only the organizer says whether I offer polls$/, 'si ofrezco encuestas lo dice solo quien organiza el viaje'],
  [
    /^only the organizer records a vote for another family$/,
    'el voto de otra familia lo anota solo quien organiza el viaje',
  ],
  [/^only the organizer changes the stops$/, 'las paradas las cambia solo quien organiza el viaje'],
  [
    /^only the organizer changes the time zone of the trip; say "my time zone is \.\.\." for yours$/,
    'la zona horaria del viaje la cambia solo quien lo organiza; para la tuya di "mi zona horaria es ..."',
  ],
  [/^only the organizer reads the log of the trip$/, 'el registro del viaje lo lee solo quien lo organiza'],
  [/^its last day is before its first$/, 'el último día va antes que el primero'],
  [/^it ends before it begins(?:; say the day it ends)?$/, 'termina antes de empezar: dime qué día termina'],
  [/^a reservation lasts (\d+) nights at most$/, 'una reserva dura $1 noches como máximo'],
  [/^a trip needs both a first and a last day$/, 'un viaje necesita un primer y un último día'],
  [/^the last day is before the first$/, 'el último día va antes que el primero'],
  [/^a trip can last (\d+) days at most$/, 'un viaje puede durar $1 días como máximo'],
  [/^one city is no round: set it as the destination$/, 'una sola ciudad no es un recorrido: ponla como destino'],
  [/^a trip can stop in (\d+) cities at most$/, 'un viaje puede parar en $1 ciudades como máximo'],
  [/^(.+) can be one stop only$/, '$1 puede ser una sola parada'],
  [
    /^(\d+) cities need as many nights, and the trip has (\d+)$/,
    '$1 ciudades necesitan otras tantas noches, y el viaje tiene $2',
  ],
  [
    /^only the admins of the families decide who organizes when the organizer cannot be reached$/,
    'quién organiza cuando no hay forma de hablar con quien organiza lo deciden solo quienes responden por las familias',
  ],
  [
    /^that is no photo I can keep: send a JPEG, PNG, WebP, GIF or AVIF file$/,
    'no es una foto que pueda guardar: manda un archivo JPEG, PNG, WebP, GIF o AVIF',
  ],
  [
    /^I cannot open HEIC photos: send it as JPEG \(on an iPhone: .+\)$/,
    'no puedo abrir fotos HEIC: mándala en JPEG (en un iPhone: Ajustes, Cámara, Formatos, Más compatible)',
  ],
  [/^that picture has too many pixels to be kept$/, 'esa imagen tiene demasiados píxeles para guardarla'],
  [/^that picture is broken: send it once more$/, 'esa imagen está dañada: mándala otra vez'],
];

const STATUS: Readonly<Record<string, string>> = {
  'being planned': 'todavía se está planeando',
  confirmed: 'está confirmado',
  'under way': 'está en curso',
  over: 'ya terminó',
  cancelled: 'está cancelado',
};
const BECOMES: Readonly<Record<string, string>> = {
  'being planned': 'volver a planearse',
  confirmed: 'confirmarse',
  'under way': 'empezar',
  over: 'terminar',
  cancelled: 'cancelarse',
};
const TRIP_STATUS = /^(.+) is (being planned|confirmed|under way|over|cancelled)(?:, and can only be (.+) next)?$/;

/** The detail in Spanish, where it is known; nothing where it would stay English in a Spanish sentence. */
export const detailInSpanish = (detail: string): string | undefined => {
  for (const [said, meant] of DETAILS) if (said.test(detail)) return detail.replace(said, meant);
  const [, what, is = '', next] = TRIP_STATUS.exec(detail) ?? [];
  if (what === undefined) return undefined;
  const may = next?.split(' or ').map((one) => BECOMES[one] ?? one);
  return `${what} ${STATUS[is]}${may === undefined ? '' : `, y ahora solo puede ${may.join(' o ')}`}`;
};
