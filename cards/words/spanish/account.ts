import type { Words } from '../catalogue.ts';

export const account: Words['account'] = {
  linkInPrivate: 'Un enlace para entrar en tu familia es cosa de nuestro chat privado: pídemelo ahí.',
  linkClosed:
    'Cerrado: por ese enlace ya no entra nadie. Quien entró por él se queda; escribe ENLACE PARA INVITADOS para hacer otro.',
  guestLink: (trip, family, link, until) =>
    `Quien abra esto ${family === undefined ? `participa en ${trip} con su propia familia` : `es uno más de ${family} en ${trip}`}, por el chat web y sin cuenta: ${link}\nSirve hasta el ${until}; escribe CIERRA EL ENLACE DE INVITADOS para cerrarlo.`,

  privately: 'Unir tus chats queda entre tú y yo: escribe LINK en nuestro chat privado.',
  sayCode: (code, minutes) =>
    `Escríbeme "link ${code}" en tu otro chat (mensaje de texto, Teams o web) antes de ${minutes} minutos, y ahí también sabré que eres tú. No le des el código a nadie.`,
  already: (name) => `Ya eres ${name} en los dos chats.`,
  linked: (name, trips) =>
    `Unidos: eres ${name} aquí y en tu otro chat, con una familia y un voto.${trips === undefined ? '' : ` Estás en ${trips}.`} Pregúntame lo que quieras, o escribe MENU.`,
};
