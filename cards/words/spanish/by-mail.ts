import type { Words } from '../catalogue.ts';

export const byMail: Words['byMail'] = {
  private: 'Lo del correo es entre tú y yo: pídemelo en nuestro chat privado.',
  none: (trip) => `No te mando correos sobre ${trip}. Escribe NOVEDADES POR CORREO para recibirlos.`,
  ended: (trip) => `No te mando más correos sobre ${trip}. Aquí te sigo contando.`,
  whichAddress: (trip) => `¿A qué dirección te mando las novedades de ${trip}?`,
  codeSent: (to, minutes, trip) =>
    `Mandé un código a ${to}. Dímelo aquí antes de ${minutes} minutos y las novedades de ${trip} llegan también allá.`,
  begun: (trip, to) =>
    `Desde ahora las novedades de ${trip} llegan también a ${to}, igual de pronto y de seguido que aquí. Escribe NO MÁS CORREOS, o usa el enlace que trae cada uno, para terminarlo.`,
  change: 'los correos sobre el viaje',
};
