import {
  bearer,
  type Conversation,
  call,
  form,
  generate,
  history,
  post,
  upload,
} from '../../test/direct-line-calls.ts';
import { eventually } from '../../test/eventually.ts';
import { openWebDoor } from '../../test/web-door.ts';
import { channelContract, enoughOf } from '../channel.contract.ts';

interface Shown {
  readonly id: string;
  readonly text?: string;
  readonly from: { readonly role?: string };
  readonly channelData?: { readonly pathfinder?: { readonly replaces?: string } };
}

/** As our page shows them: of messages that replace one another the newest, where the first stood. */
const standing = (all: readonly Shown[]): readonly Shown[] => {
  const shown = new Map<string, Shown>();
  for (const message of all) {
    const replaces = message.channelData?.pathfinder?.replaces;
    shown.set(replaces ?? `message:${message.id}`, message);
  }
  return [...shown.values()];
};

channelContract('web chat', async (converse, records) => {
  const door = await openWebDoor({ converse, records });
  return {
    channel: door.channel,
    person: async () => {
      const { token, conversationId } = await generate(door);
      const mine: Conversation = (await call(door, 'POST', '/conversations', bearer(token))).body;
      expect(mine.conversationId).toBe(conversationId);
      const fromUs = async (): Promise<readonly Shown[]> => {
        const { activities } = (await history(door, mine)) as { activities: readonly Shown[] };
        return standing(activities.filter(({ from }) => from.role === 'bot'));
      };
      const send = async (fields: object, eventId?: string): Promise<void> => {
        const channelData = eventId === undefined ? {} : { channelData: { clientActivityID: eventId } };
        expect((await post(door, mine, { type: 'message', ...fields, ...channelData })).status).toBe(200);
      };
      return {
        say: (text, eventId) => send({ text }, eventId),
        press: async (act) => {
          const before = door.heard.length;
          await send({ value: { act } });
          await eventually('the button to be heard', () => door.heard.length > before);
        },
        sendFile: async (bytes) => {
          const sent = await upload(door, mine, form([['booking.pdf', bytes, 'application/pdf']], { type: 'message' }));
          expect(sent.status).toBe(200);
        },
        sayUnproved: async (text) => {
          const forged = { conversationId, token: `${token.slice(0, -4)}AAAA`, streamUrl: '' };
          return (await post(door, forged, { type: 'message', text })).status;
        },
        sees: (enough) =>
          eventually('what it should say', async () => {
            const seen = (await fromUs()).map(({ text }) => text ?? '');
            return enoughOf(seen, enough) && seen;
          }),
        raw: fromUs,
        recipient: () => ({ door: 'web', conversation: conversationId, group: false }),
      };
    },
    close: () => door.close(),
  };
});
