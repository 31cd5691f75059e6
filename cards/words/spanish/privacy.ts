import type { Words } from '../catalogue.ts';
import { plural } from '../plural.ts';
import { say } from './say.ts';

const count = plural('es');

export const privacy: Words['privacy'] = {
  privately: 'Eso queda entre tú y yo: pídemelo en nuestro chat privado.',
  nothingKept: 'No guardo nada de ti: no tienes cuenta aquí.',
  copy: (link, hours) =>
    `Todo lo que guardo de ti, en un archivo: ${link}\nEl enlace funciona ${hours === 1 ? 'una hora' : `${hours} horas`}. Quien lo tenga puede abrirlo, así que no lo compartas.`,
  erases: (documents) =>
    `Esto te borra para siempre: tu cuenta, lo que me contaste, lo que hablamos${documents === 0 ? '' : ` y ${documents === 1 ? 'el documento' : `los ${count(documents, { one: 'documento', other: 'documentos' })}`} que agregaste`}.`,
  familyGoes: (family) => `La familia ${family} se va contigo, porque nadie más de ella tiene cuenta.`,
  speaksThen: (heir, family) => `Después ${heir} responde por la familia ${family}.`,
  tripsGo: (trips) => `También se ${trips.length === 1 ? 'va' : 'van'} ${say.list(trips)}, donde no hay otra familia.`,
  organizesThen: (heir, trip) => `Desde entonces ${heir} organiza ${trip}.`,
  othersKeep: 'Los votos y gastos con los que otros cuentan se quedan, sin tu nombre. ¿Lo hago?',
  yesErase: 'Sí, bórralo todo',
  noKeep: 'No, déjalo',
  tooLate: 'Eso fue hace demasiado. No se borró nada: escribe BÓRRAME otra vez si todavía lo quieres.',
  erasing: (link) =>
    `Ya empecé, y tarda un minuto. Tu comprobante, que no dice nada de ti: ${link}\nSi me escribes otra vez, no sabré quién eres.`,
  lifted: 'Listo: vuelvo a usar tus datos. Escribe MENU para ver qué puedo hacer.',
  restricted:
    'Listo: guardo tus datos y no hago nada con ellos, ni te escribo. VUELVE A USAR MIS DATOS lo deshace, MIS DATOS te da una copia, BÓRRAME los borra.',
};
