import { madePdf } from '../rag/fixtures/made-pdf.ts';
import { expectTranscript } from './golden-transcript.ts';
import { startJourney } from './journey.ts';
import { recordTexts } from './record-texts.ts';
import { transcript } from './transcript.ts';

const ANA = '+15550101';
const BEA = '+15550102';
const GUIDE = `# Lisbon for families
## Oceanario
Aquarium, indoor. Open daily 10:00-20:00. EUR 25 adult, EUR 15 child. Allow 3 hours. Step-free.
## Tile Museum
Museum, indoor. Open daily 10:00-18:00. EUR 8 a person. Allow 90 minutes. Lift.
## Casa do Rio
Restaurant. About EUR 16 a person. Open daily 12:00-23:00. Nut-free kitchen.
## Pizza Roma
Restaurant. About EUR 14 a person. Open daily 12:00-23:00. Nut-free kitchen.
## Cafe Janela
Cafe for lunch. About EUR 9 a person. Open daily 9:00-18:00. Nut-free kitchen.
`;
const booking = (): Promise<Uint8Array> =>
  madePdf((pdf) => {
    pdf.text('Hotel Miradouro, reserva 8841. Dos habitaciones familiares, del 11 al 15 de junio de 2027.').addPage();
    pdf.text('La entrada es desde las 15:20, por la puerta lateral de Rua das Flores. Una cuna cuesta EUR 9 la noche.');
  });

/** Run it with GOLDEN=write after words have changed on purpose, and read what changed. */
test('the journey of two families by text in Spanish reads as it is written down', async () => {
  const journey = await startJourney();
  const told = transcript(
    'Dos familias planean un viaje por mensaje',
    'Ana (Silva) y Bea (Chen) le escriben a Pathfinder en español. Grabado por `test/sms-transcript-spanish.test.ts` de lo que va por el cable; "partes" son las que cobra la operadora.',
  );
  try {
    const { say, hears, media } = recordTexts(journey, told, {
      nameOf: (phone) => (phone.endsWith(ANA) ? 'Ana' : 'Bea'),
      heading: (name, parts) =>
        `Pathfinder a ${name}${parts === undefined ? '' : ` (${parts === 1 ? '1 parte' : `${parts} partes`})`}`,
      nothing: '*nada: la operadora confirma STOP, y nadie más escribe*',
      sends: (what) => `*manda ${what}*`,
    });

    told.scene('Un viaje propio', 'Ana le escribe al número por primera vez.');
    await say(ANA, 'Hola');
    await say(ANA, 'nuevo viaje');
    await say(ANA, 'Lisboa, del 11 al 15 de junio de 2027');
    await say(ANA, 'me llamo Ana Silva');
    await say(ANA, 'dos adultos y un niño de 6');
    await say(ANA, '', media(await booking(), 'application/pdf'), 'un PDF');
    await say(ANA, '', media(Buffer.from(GUIDE), 'text/plain'), 'un archivo de texto');
    await say(ANA, '¿a qué hora podemos entrar?');
    await say(ANA, '¿cuánto cuesta una cuna?');
    await say(ANA, '¿cuál es la clave del wifi?');
    const invited = await say(ANA, 'invita a los Chen');
    const code = /\b(?:UNIRME|unirme|JOIN|join) ([A-Z0-9]{4,})/.exec(invited)?.[1] ?? '';

    told.scene('Otra familia', 'Bea recibió el código de Ana.');
    await say(BEA, `unirme ${code}`);
    await say(BEA, 'Bea');
    await say(BEA, 'dos adultos, Mia de 9 y Leo de 4. Leo es alérgico a las nueces');
    await hears(ANA, /Chen/);

    told.scene('Una votación', 'Ana pregunta dónde cenar; las dos responden a su manera.');
    await say(ANA, 'encuesta: ¿dónde cenamos el viernes? Casa do Rio, Pizza Roma o en el hotel');
    await hears(BEA, /Casa do Rio/);
    await say(BEA, 'la dos');
    await say(BEA, '7');
    await say(ANA, 'votamos por Pizza Roma');
    await say(ANA, 'cierra la encuesta');
    await hears(BEA, /Pizza Roma/);
    await say(ANA, 'deja decidida la encuesta');

    told.scene('El dinero', 'Lo que se pagó, y lo que se anotó mal.');
    await say(BEA, 'pagamos 75 euros de taxis');
    await hears(ANA, /EUR 75/);
    await say(BEA, 'los taxis fueron 68 euros, no 75');
    await hears(ANA, /EUR 68/);
    await say(ANA, 'quién le debe a quién');

    told.scene('Cuando nada cabe', 'El presupuesto no alcanza para lo que ya está decidido.');
    await say(ANA, 'reservamos el Hotel Miradouro del 11 al 15 de junio por 900 euros');
    await say(ANA, 'el presupuesto para todos es de 800 euros');
    await say(ANA, 'planear');
    await hears(ANA, /No cabe todo/);
    await say(ANA, '1');
    await hears(ANA, /\/s\//);
    await say(BEA, 'día 2');

    told.scene('Basta, y de vuelta', 'Bea deja de recibir mensajes hasta que vuelve.');
    await say(BEA, 'ya no me mandes mensajes por favor');
    await say(BEA, 'START');
    await say(BEA, 'gracias');

    expectTranscript('sms-spanish', told, { [code]: 'CODE42' });
  } finally {
    await journey.close();
  }
});
