import { madePdf } from '../rag/fixtures/made-pdf.ts';
import { expectTranscript } from './golden-transcript.ts';
import { startJourney } from './journey.ts';
import { recordTexts } from './record-texts.ts';
import { transcript } from './transcript.ts';
import { twilioContract } from './twilio-contract.ts';

const ANA = '+15550101';
const BEA = '+15550102';
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const GUIDE = `# Lisbon for families
## Oceanarium
Aquarium, indoor. Open daily 10:00-20:00. EUR 25 adult, EUR 15 child. Allow 3 hours. Step-free.
## Tile Museum
Museum, indoor. Open Tue-Sun 10:00-18:00. EUR 8 a person. Allow 90 minutes. Lift.
## Science Centre
Museum, indoor. Open daily 10:00-18:00. EUR 13 adult, EUR 9 child. Allow 3 hours. Step-free.
## Estrela Garden
Playground, outdoor. Open daily 7:00-24:00. Free. Step-free.
## Belem Park
Park, outdoor. Open daily 7:00-22:00. Free. Step-free.
${['Taverna do Capitao', 'Pizza Roma', 'Casa do Rio', 'Solar dos Amigos', 'Adega Luz']
  .map(
    (name, index) =>
      `## ${name}\nRestaurant. About EUR ${14 + index} a person. Open daily 12:00-23:00. Nut-free kitchen.`,
  )
  .join('\n')}
${['Cafe Janela', 'Cafe Azul', 'Padaria Sol', 'Cafe Tejo']
  .map(
    (name, index) =>
      `## ${name}\nCafe for lunch. About EUR ${9 + index} a person. Open daily 9:00-18:00. Nut-free kitchen.`,
  )
  .join('\n')}
`;
const booking = (): Promise<Uint8Array> =>
  madePdf((pdf) => {
    pdf.text('Hotel Miradouro, booking 8841. Two family rooms, 11 to 15 June 2027.').addPage();
    pdf.text('Check-in is from 15:20, at the side door in Rua das Flores. A baby cot is EUR 9 a night.');
  });

/** Run it with GOLDEN=write after words have changed on purpose, and read what changed. */
test('the journey of two families by text reads as it is written down', async () => {
  const journey = await startJourney();
  const told = transcript(
    'Two families plan a trip by text',
    'Ana (Silva) and Bea (Chen) text with Pathfinder; later Bea writes by WhatsApp, and Ana from Teams. Recorded by `test/sms-transcript.test.ts` from what goes over the wire; "parts" are what a carrier bills.',
  );
  try {
    const { say, hears, media } = recordTexts(journey, told, {
      nameOf: (phone) => (phone.endsWith(ANA) ? 'Ana' : 'Bea'),
      heading: (name, parts) =>
        `Pathfinder to ${name}${parts === undefined ? '' : ` (${parts === 1 ? '1 part' : `${parts} parts`})`}`,
      nothing: '*nothing: the carrier confirms STOP, and nobody else writes*',
      sends: (what) => `*sends ${what}*`,
    });

    told.scene('A trip of her own', 'Ana texts the number for the first time.');
    await say(ANA, 'Hi');
    await say(ANA, 'new trip');
    await say(ANA, 'Lisbon, 11-15 June 2027');
    await say(ANA, 'I am Ana, our family name is Silva');
    await say(ANA, 'two adults, budget 4000 euros for the trip');
    await say(ANA, '', media(await booking(), 'application/pdf'), 'a PDF');
    await say(ANA, '', media(Buffer.from(GUIDE), 'text/plain'), 'a text file');
    await say(ANA, '', media(PICTURE, 'image/png'), 'a picture');
    await say(ANA, 'the way to the side door: left of the bakery', media(PICTURE, 'image/png'), 'it again');
    await say(ANA, 'when can we check in? do they have a cot');
    await say(ANA, 'what is the wifi password');
    const invited = await say(ANA, 'invite the Chens');
    const code = /JOIN ([A-Z0-9]{4,})/i.exec(invited)?.[1] ?? '';

    told.scene('Another family', 'Bea has the code from Ana.');
    await say(BEA, `join ${code}`);
    await say(BEA, "two grownups, Mia 9 and Leo 4. leo can't have nuts");
    await say(BEA, 'Bea');
    await hears(ANA, /Chen/);

    told.scene('A poll from elsewhere', 'Ana links her chat in Teams and opens a poll there.');
    const teams = journey.teams({ id: 'ana-aad', name: 'Ana' });
    const linking = await say(ANA, 'link');
    const link = /LINK ([A-Z0-9]{4,})/i.exec(linking)?.[1] ?? '';
    const inTeams = async (text: string): Promise<void> => {
      told.said('Ana, in Teams', text);
      await teams.ask(text);
    };
    await inTeams(`link ${link}`);
    await hears(ANA, /Linked/);
    await inTeams('poll: where do we eat on Friday night? Taverna do Capitao, Pizza Roma or Cafe Janela');
    await hears(BEA, /Friday night/);
    await say(BEA, '2');
    await say(BEA, '7');

    told.scene('Two questions at once', 'Ana asks the families one more thing.');
    await inTeams('poll: what do we do on Saturday? Oceanarium or Estrela Garden');
    await hears(BEA, /Saturday/);
    await say(BEA, '1');
    await say(BEA, '2');
    await say(BEA, '2');
    await say(BEA, '2');
    await say(BEA, 'results');
    await inTeams('close the poll about Friday night');
    await hears(BEA, /Pizza Roma/);

    told.scene('The plan', 'What does not fit into a text is behind a link.');
    await say(BEA, 'plan our trip');
    await hears(BEA, /\/s\//);
    await say(BEA, 'day 2');

    told.scene('WhatsApp', 'Bea writes from the same phone by WhatsApp.');
    const whatsapp = `whatsapp:${BEA}`;
    const by = { To: 'whatsapp:+15550000', ProfileName: 'Bea' };
    await say(whatsapp, 'hi', by);
    await say(whatsapp, 'polls', by);
    await say(whatsapp, 'do they have a cot?', by);
    await say(whatsapp, 'STOP', by);

    told.scene('Stop, and start', 'Her texts go on until she stops them, too.');
    await say(BEA, 'stop please');
    await say(BEA, 'results');
    await say(BEA, 'START');
    await say(BEA, 'STOP');
    await inTeams('tell everyone the taxi is at nine');
    await say(BEA, 'START');
    await say(BEA, 'thanks');

    const check = await twilioContract();
    expect((await Promise.all(journey.twilio.wire.map(check))).flat()).toEqual([]);
    expectTranscript('sms', told, { [code]: 'CODE42', [link]: 'LINK42' });
  } finally {
    await journey.close();
  }
});
