import type { Words } from '../catalogue.ts';
import { family as words } from './family.ts';

export const household: Words['household'] = {
  adminOnly: (what) =>
    `${{ rename: 'El nombre de tu familia lo cambia', correct: 'Los nombres y las edades los corrige', 'hand-on': 'Eso lo pasa', 'take-out': 'A alguien de tu familia lo saca', contacts: 'Los contactos de emergencia los pone' }[what]} solo quien responde por ella. Pídeselo, o escribe QUIEN SOY para ver quién es.`,
  askName: (family) => `Aquí son la familia ${family}. ¿Cómo les digo mejor?`,
  renamed: (family) => `Listo: desde ahora son ${family}.`,

  speaksNow: (name, family) =>
    `Listo: desde ahora ${name} responde por ${family}. Lo que tú elijas en las encuestas cuenta como preferencia.`,
  nobodyElse:
    'Nadie más de tu familia se ha sumado todavía. Di, p. ej., "agrega a mi esposo Tom": le doy un código para entrar.',
  whoSpeaks: '¿Quién va a responder por tu familia? Su voto es el de la familia.',

  whomOut: '¿A quién saco? Dime el nombre de alguien de tu familia, o de una familia del viaje.',
  takeFamilyOut: (family, trip) => `¿Saco a ${family} de ${trip}? Sus votos dejan de contar, y les aviso a todos.`,
  yesThem: 'Sí, sácala',
  noLeaveIt: 'No, déjalo así',
  unknown: (name, trip) =>
    `No conozco a ${name} en tu familia, ni una familia así en ${trip}. Escribe VIAJE o QUIEN SOY para ver los nombres.`,
  takeOut: (name, family) => `¿Saco a ${name} de la familia ${family}?`,
  yesOut: (name) => `Sí, saca a ${name}`,
  isOut: (name, family) => `${name} ya no está en la familia ${family}.`,
  familyIsOut: (family, trip) => `Listo: ${family} ya no está en ${trip}. Le avisé, y a las demás también.`,

  contactsInPrivate: 'Los contactos de emergencia quedan entre tu familia y yo: dímelos en nuestro chat privado.',
  nobodyNamed: 'Todavía no has puesto a nadie.',
  howToName: 'Di, p. ej., "contacto de emergencia Rosa, abuela, +351 210 000 000". Solo lo ve tu familia.',
  inEmergency: (contacts) => `En una emergencia: ${contacts}. Esto solo lo ve tu familia.`,
  addAnother: 'Puedes agregar otro igual.',
  askContact: '¿Quién es, y a qué número? P. ej. "Rosa, abuela, +351 210 000 000".',
  whomRemove: (contacts) => `Tengo a ${contacts}. ¿A quién quito? Dime el nombre.`,
  nobodyAnyMore: 'Anotado: ya no hay nadie.',
  notedContacts: (inEmergency) => `Anotado. ${inEmergency}`,

  needsInPrivate: 'Lo que necesita tu familia queda entre tú y yo: dímelo en nuestro chat privado.',
  nothingNoted: 'Todavía no tengo anotado nada que tu familia necesite o quiera. Dime, p. ej., "somos vegetarianos".',
  whatBack: '¿Qué olvido?',
  theBudget: 'el presupuesto',
  thePace: 'el ritmo',
  allergyTo: (what) => `la alergia: ${words.word(what)}`,
  notFreeOn: (day) => `que no pueden el ${day}`,
  interestIn: (topic) => `el gusto por ${words.word(topic)}`,
  takenBack: (what) => `Olvidado: ${words.word(what)}.`,

  inPrivate: 'Eso queda entre tú y yo: dímelo en nuestro chat privado.',
  unknownYet: 'Todavía no te conozco. Primero UNIRME y tu código, o NUEVO VIAJE.',
  parentDecides: 'Eso lo decide tu mamá o tu papá: quien responde por tu familia aquí.',
  takesPartWith: (name, code) => `${name} entra con: UNIRME ${code}`,
  takesPart: (name) => `${name} ya participa.`,
  confirmed: (invited, name) =>
    `Gracias, queda confirmado. ${invited}\nMIS DATOS muestra lo que guardo de ${name}; RETIRO MI PERMISO PARA ${name.toUpperCase()} lo borra.`,
  noChild: 'En tu familia no hay ningún menor de 13. Primero di "agrega a mi hijo", con su nombre y su edad.',
  whichChild: (children) => `¿De quién hablas: ${children.join(', ')}?`,
  withdrawn: (name, erased) =>
    `Retirado tu permiso para ${name}.${erased ? ' Su cuenta y lo que se dijo con ella se están borrando.' : ''}`,
  iAgree: 'Soy su mamá o papá y doy permiso',
  no: 'No',
  codeFollows:
    'Gracias. En un minuto te mando otro mensaje con un código, para saber que eres tú: responde CONSENT y ese código.',

  askAge: '¿Cuántos años tienes? Solo el número.',
  parentBegins: 'Gracias por decírmelo. Empieza tu mamá o tu papá: pídele que me escriba primero y que te agregue.',
  ageNoted:
    'Gracias. UNIRME y tu código si te invitaron, NUEVO VIAJE para empezar uno, o DEMO para probar con un ejemplo.',
  ageWelcome: 'Gracias, anotado. Pregúntame lo que quieras, o escribe MENU.',
  parentMustAgree: (name, hasAdmin) =>
    `Gracias por decírmelo. Antes de escribirnos tiene que dar permiso tu mamá o tu papá. Pídele a ${hasAdmin ? 'quien responde por tu familia' : 'tu mamá o tu papá'} que me escriba DEJA ENTRAR A ${name.toUpperCase()}. Lo que escribiste aquí se está borrando.`,
};
