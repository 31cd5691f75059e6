import type { Activity } from 'botbuilder';
import type { AdaptiveCard } from '../cards/render-adaptive.ts';
import { expectTranscript } from './golden-transcript.ts';
import { startJourney, type TeamsPerson } from './journey.ts';
import { oneDrive } from './stand-ins/one-drive.ts';
import { transcript } from './transcript.ts';

const CHANNEL = { id: '19:lisbon@thread.tacv2', conversationType: 'channel', isGroup: true };
const BOOKING = `# Hotel Miradouro, booking 8841

Check-in is from 15:20, at the side door in Rua das Flores.
A baby cot is EUR 9 a night.
`;
const adaptive = (card: unknown): Partial<Activity>[] => [
  { type: 'message', attachments: [{ contentType: '', content: card }] },
];

/** Run it with GOLDEN=write after words have changed on purpose, and read what changed. */
test('the journey of two families through Teams reads as it is written down', async () => {
  const drive = await oneDrive();
  const journey = await startJourney({ TEAMS_FILE_HOSTS: drive.host });
  const told = transcript(
    'Two families plan a trip in Teams',
    'Ana (Silva) and Bea (Chen) talk to Pathfinder in chats of their own and in a channel. Recorded by `test/teams-transcript.test.ts` from what goes over the wire.',
  );
  try {
    const alone = {
      ana: journey.teams({ id: 'ana-aad', name: 'Ana' }),
      bea: journey.teams({ id: 'bea-aad', name: 'Bea' }),
    };
    const together = {
      ana: journey.teams({ id: 'ana-aad', name: 'Ana' }, CHANNEL),
      bea: journey.teams({ id: 'bea-aad', name: 'Bea' }, CHANNEL),
    };
    const say = async (
      who: 'Ana' | 'Bea',
      person: TeamsPerson,
      text: string,
      more: object = {},
    ): Promise<readonly Partial<Activity>[]> => {
      told.said(
        who,
        text || ('attachments' in more ? '*sends hotel-miradouro.md*' : '*mentions Pathfinder and says nothing*'),
      );
      const replies = await person.ask(text, more);
      told.shows(replies);
      return replies;
    };
    const joined = async (person: TeamsPerson) => {
      const { body } = await person.send({
        type: 'conversationUpdate',
        membersAdded: [{ id: '28:bot' }],
        recipient: { id: '28:bot', name: 'Pathfinder' },
        deliveryMode: 'expectReplies',
      });
      told.shows((body.activities ?? []) as Partial<Activity>[]);
    };

    told.scene('A chat of her own', 'Ana adds Pathfinder.');
    await joined(alone.ana);
    await say('Ana', alone.ana, 'new trip');
    await say('Ana', alone.ana, 'Lisbon, 11-15 June 2027');
    await say('Ana', alone.ana, 'our family name is Silva');
    await say('Ana', alone.ana, 'two adults');
    await say('Ana', alone.ana, '', { attachments: [drive.put('hotel-miradouro.md', Buffer.from(BOOKING))] });
    await say('Ana', alone.ana, 'when can we check in? do they have a cot');
    await say('Ana', alone.ana, 'what is the wifi password');
    const invited = await say('Ana', alone.ana, 'invite the Chens');
    const code = /JOIN ([A-Z0-9]{4,})/i.exec(JSON.stringify(invited))?.[1] ?? '';

    told.scene('Another family', 'Bea writes to Pathfinder with the code that Ana gave her.');
    await say('Bea', alone.bea, `join ${code}`);
    await say('Bea', alone.bea, "two grownups, Mia 9 and Leo 4. leo can't have nuts");

    told.scene('The channel', 'Ana adds Pathfinder to the channel where both families read.');
    await joined(together.ana);
    const [poll] = await say(
      'Ana',
      together.ana,
      'poll: where do we eat on Friday night? Taverna do Capitao, Salty Pelican or Pizza Roma',
    );
    const card = poll?.attachments?.[0]?.content as AdaptiveCard;
    const buttons = card.body.flatMap((element) => (element.type === 'ActionSet' ? element.actions : []));
    const press = async (who: 'Ana' | 'Bea', person: TeamsPerson, at: number): Promise<void> => {
      const button = buttons[at];
      if (button?.type !== 'Action.Execute') throw new Error('no such button');
      told.said(who, `*presses* [ ${button.title} ]`);
      const { body } = await person.execute({ ...button.data }, button.verb);
      told.shows(adaptive(body.value), `Pathfinder, to ${who} alone`);
    };
    await press('Bea', together.bea, 1);
    await press('Ana', together.ana, 1);
    await say('Ana', together.ana, 'close the poll');
    await say('Bea', together.bea, '');

    expectTranscript('teams', told, { [code]: 'CODE42' });
  } finally {
    await journey.close();
    await drive.close();
  }
});
