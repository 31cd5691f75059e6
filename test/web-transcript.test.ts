import type { Activity } from 'botbuilder';
import type { AdaptiveCard } from '../cards/render-adaptive.ts';
import { expectTranscript } from './golden-transcript.ts';
import { startJourney } from './journey.ts';
import { recordWebChat } from './record-web-chat.ts';
import { transcript } from './transcript.ts';
import { uploadOf } from './web-person.ts';

const BOOKING = `# Hotel Miradouro, booking 8841

Check-in is from 15:20, at the side door in Rua das Flores.
A baby cot is EUR 9 a night.
`;
const GUIDE = `# Lisbon with children

Castelo de Sao Jorge: EUR 15, about 2 hours, open 09:00-18:00.
Oceanario: EUR 25, about 3 hours, open 10:00-19:00.
`;

/** Run it with GOLDEN=write after words have changed on purpose, and read what changed. */
test('the journey of two families through web chat reads as it is written down', async () => {
  const journey = await startJourney();
  const told = transcript(
    'Two families plan a trip in web chat',
    'Ana (Silva) and Bea (Chen) each have the page open, without an account. Recorded by `test/web-transcript.test.ts` from what goes over the wire.',
  );
  try {
    const { see, ask, hears } = recordWebChat(told);
    const send = (name: string, text: string) => uploadOf(name, Buffer.from(text), 'text/markdown');

    told.scene('A page of her own', 'Ana opens the page.');
    const ana = await journey.web();
    see(await ana.hears(() => true));
    await ask('Ana', ana, 'new trip');
    await ask('Ana', ana, 'Lisbon, 11-13 June 2027');
    await ask('Ana', ana, 'Ana Silva');
    await ask('Ana', ana, 'two adults, budget 900 euros');
    await ask('Ana', ana, send('hotel-miradouro.md', BOOKING), '*sends hotel-miradouro.md*');
    await ask('Ana', ana, send('lisbon.md', GUIDE), '*sends lisbon.md*');
    await ask('Ana', ana, 'when can we check in? do they have a cot');
    const invited = await ask('Ana', ana, 'invite the Chens');
    const code = /JOIN ([A-Z0-9]{4,})/i.exec(JSON.stringify(invited))?.[1] ?? '';

    told.scene('Another family', 'Bea opens the page and joins with the code that Ana gave her.');
    const bea = await journey.web();
    await bea.hears(() => true);
    await ask('Bea', bea, `join ${code}`);
    await ask('Bea', bea, 'Bea');
    await ask('Bea', bea, "two grownups, Mia 9 and Leo 4. leo can't have nuts");

    told.scene('A poll by button', 'Ana asks; Bea sees it on her page and presses a button.');
    await ask('Ana', ana, 'poll: where do we eat on Friday night? Taverna do Capitao, Salty Pelican or Pizza Roma');
    const poll = await bea.hears((text) => text.includes('Salty Pelican'));
    see(poll, 'Pathfinder, to Bea');
    const card = (poll as unknown as Partial<Activity>).attachments?.[0]?.content as AdaptiveCard;
    const button = card.body
      .flatMap((element) => (element.type === 'ActionSet' ? element.actions : []))
      .find(({ title }) => title?.includes('Pelican'));
    if (button?.type !== 'Action.Submit') throw new Error('no such button');
    await ask('Bea', bea, { ...button.data }, `*presses* [ ${button.title} ]`);
    await ask('Ana', ana, '2');
    await ask('Ana', ana, 'close the poll');

    told.scene(
      'News while away',
      'Bea closes the page. Ana goes on; when Bea opens it again, what she missed is there.',
    );
    const known = new Set(bea.seen.map(({ id }) => id));
    bea.close();
    await ask('Ana', ana, 'tell everyone the taxi comes at nine');
    await ask('Ana', ana, '1');
    const back = await journey.web(bea.returnToken);
    const missed = await back.hears((text, { id }) => /taxi/.test(text) && !known.has(id));
    see(missed, 'Pathfinder, to Bea');

    told.scene('The plan', 'It is made in the background; both hear when it is ready.');
    await ask('Ana', ana, 'plan our trip');
    await hears(ana, /Day 1/);

    expectTranscript('web', told, { [code]: 'CODE42' });
  } finally {
    await journey.close();
  }
});
