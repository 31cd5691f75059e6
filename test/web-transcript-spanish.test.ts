import type { Activity } from 'botbuilder';
import type { AdaptiveCard } from '../cards/render-adaptive.ts';
import { expectTranscript } from './golden-transcript.ts';
import { startJourney } from './journey.ts';
import { recordWebChat } from './record-web-chat.ts';
import { transcript } from './transcript.ts';
import { uploadOf } from './web-person.ts';

const BOOKING = `# Hotel Miradouro, reserva 8841

La entrada es desde las 15:20, por la puerta lateral de Rua das Flores.
Una cuna cuesta EUR 9 la noche.
`;
const GUIDE = `# Lisbon with children

Castelo de Sao Jorge: EUR 15, about 2 hours, open 09:00-18:00.
Oceanario: EUR 25, about 3 hours, open 10:00-19:00.
Taverna do Capitao: restaurant, about EUR 22 a person, open 12:00-23:00.
Pizza Roma: restaurant, about EUR 14 a person, open 12:00-23:00.
`;

/** Run it with GOLDEN=write after words have changed on purpose, and read what changed. */
test('the journey of two families through web chat in Spanish reads as it is written down', async () => {
  const journey = await startJourney();
  const told = transcript(
    'Dos familias planean un viaje en el chat de la página',
    'Ana (Silva) y Bea (Chen) tienen abierta la página, sin cuenta, y escriben en español. Grabado por `test/web-transcript-spanish.test.ts` de lo que va por el cable.',
  );
  try {
    const { see, ask, hears } = recordWebChat(told);
    const send = (name: string, text: string) => uploadOf(name, Buffer.from(text), 'text/markdown');

    told.scene('Una página propia', 'Ana abre la página y saluda.');
    const ana = await journey.web();
    see(await ana.hears(() => true));
    await ask('Ana', ana, 'hola, quiero hablar en español');
    await ask('Ana', ana, 'nuevo viaje');
    await ask('Ana', ana, 'Lisboa, del 11 al 13 de junio de 2027');
    await ask('Ana', ana, 'me llamo Ana Silva');
    await ask('Ana', ana, 'dos adultos, y el presupuesto de nuestra familia es de 900 euros');
    await ask('Ana', ana, send('hotel-miradouro.md', BOOKING), '*manda hotel-miradouro.md*');
    await ask('Ana', ana, send('lisbon.md', GUIDE), '*manda lisbon.md*');
    await ask('Ana', ana, '¿a qué hora podemos entrar?');
    const invited = await ask('Ana', ana, 'invita a los Chen');
    const code = /(?:UNIRME|unirme) ([A-Z0-9]{4,})/.exec(JSON.stringify(invited))?.[1] ?? '';

    told.scene('Otra familia', 'Bea abre la página y entra con el código que le dio Ana.');
    const bea = await journey.web();
    await bea.hears(() => true);
    await ask('Bea', bea, `unirme ${code}`);
    await ask('Bea', bea, 'Bea');
    await ask('Bea', bea, 'dos adultos, Mia de 9 y Leo de 4');

    told.scene('Una votación con botones', 'Ana pregunta; Bea la ve en su página y pulsa un botón.');
    await ask('Ana', ana, 'encuesta: ¿dónde cenamos el viernes? Taverna do Capitao, Salty Pelican o Pizza Roma');
    const poll = await bea.hears((text) => text.includes('Salty Pelican'));
    see(poll, 'Pathfinder, a Bea');
    const card = (poll as unknown as Partial<Activity>).attachments?.[0]?.content as AdaptiveCard;
    const button = card.body
      .flatMap((element) => (element.type === 'ActionSet' ? element.actions : []))
      .find(({ title }) => title?.includes('Pelican'));
    if (button?.type !== 'Action.Submit') throw new Error('no such button');
    await ask('Bea', bea, { ...button.data }, `*pulsa* [ ${button.title} ]`);
    await ask('Ana', ana, 'voto por el pelícano');
    await ask('Ana', ana, 'cierra la encuesta');

    told.scene('Una encuesta sin opciones', 'Pathfinder se ofrece a buscarlas en los documentos.');
    await ask('Ana', ana, 'encuesta: ¿dónde comemos el sábado?');
    await hears(ana, /borrador/);

    told.scene('El plan', 'Se hace en segundo plano; Bea pide un cambio, y lo decide Ana.');
    await ask('Ana', ana, 'planear el viaje');
    await hears(ana, /Día 1/);
    await ask('Bea', bea, 'quita el Oceanario');
    await hears(ana, /pide cambiar/);

    expectTranscript('web-spanish', told, { [code]: 'CODE42' });
  } finally {
    await journey.close();
  }
});
