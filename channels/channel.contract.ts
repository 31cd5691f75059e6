import type { Converse } from '../bot/conversed.ts';
import type { Incoming } from '../bot/incoming.ts';
import type { Act, Choice, PollCard, Reply } from '../cards/reply.ts';
import { doorConversation } from '../test/door-conversation.ts';
import type { Recipient } from '../trips/notifications/listener.ts';
import type { Records } from '../trips/records.ts';
import type { Channel } from './channel.ts';

/** Somebody at the door, in a conversation of their own. */
export interface PersonAtDoor {
  /** Says something; `eventId` is the door's own id of the event, so that the same one is a redelivery. */
  say(text: string, eventId?: string): Promise<void>;
  /** Uses a button, where the door has any. */
  press?(act: Act): Promise<void>;
  /** Sends a PDF, as people do at this door. */
  sendFile(bytes: Uint8Array): Promise<void>;
  /** Tries to speak without proof of who it is; resolves with the HTTP status. */
  sayUnproved(text: string): Promise<number>;
  /**
   * The messages that stand in the conversation from the assistant, in order, each with all its words; waits until there
   * are so many, or until these words are among them.
   */
  sees(enough: number | RegExp): Promise<readonly string[]>;
  /** The raw messages behind {@link sees}, for what is a matter of the door's format. */
  raw(): Promise<readonly unknown[]>;
  /** Where the outbox writes to this person. */
  readonly recipient: () => Recipient;
}

/** One door under test: the real door, the real wire, and a conversation whose words the test chooses. */
export interface DoorUnderTest {
  readonly channel: Channel;
  person(name: 'ana' | 'bea'): Promise<PersonAtDoor>;
  /** Makes the next send outside a turn fail so; absent where the door has no far end that could. */
  readonly farEnd?: {
    refuse(): void;
    unavailable(): void;
    /** Takes the message and gives no answer. */
    silent(): void;
  };
  close(): Promise<void>;
}

/** `records` is where that conversation keeps what it knows. */
export type OpenDoor = (converse: Converse, records: Records) => Promise<DoorUnderTest>;

const OPTIONS = ['Taverna do Capitao', 'Salty Pelican', 'Pizza Roma'];
/** Whether a person sees what was waited for. */
export const enoughOf = (seen: readonly string[], enough: number | RegExp): boolean =>
  typeof enough === 'number' ? seen.length >= enough : seen.some((words) => enough.test(words));

const poll = (votes: number): PollCard => ({
  kind: 'poll',
  tripId: 'trip_1',
  pollId: 'poll_1',
  question: 'Where do we eat on Friday?',
  askedBy: 'Ana (Silva)',
  status: 'open',
  options: OPTIONS.map((text, index) => ({
    optionId: `opt_${index}`,
    text,
    votes: index === 0 ? votes : 0,
    mine: false,
  })),
  waitingFor: [],
});
const choices: readonly Choice[] = [
  { label: 'Our trip so far', act: { skill: 'trip-summary', input: {} } },
  { label: 'Plan our trip', act: { skill: 'plan-itinerary', input: {} } },
];

/** What every door promises; each one runs this same suite. */
export const channelContract = (name: string, open: OpenDoor): void => {
  describe(`${name} keeps the contract of a door`, () => {
    let door: DoorUnderTest;
    let heard: Incoming[];
    /** What the conversation says next, by what it hears. */
    let answer: (incoming: Incoming) => readonly Reply[] | Promise<readonly Reply[]>;
    let conversation: Awaited<ReturnType<typeof doorConversation>>;

    beforeEach(async () => {
      heard = [];
      answer = ({ text }) => [{ text: `You said: ${text}` }];
      conversation = await doorConversation((incoming) => {
        if (incoming.event !== 'message') return [];
        heard.push(incoming);
        return answer(incoming);
      });
      door = await open(conversation.converse, conversation.records);
    });
    afterEach(async () => {
      await door.close();
      await conversation.close();
    });

    it('brings what is said to the conversation, as who the door proved', async () => {
      const [ana, bea] = [await door.person('ana'), await door.person('bea')];
      await ana.say('when can we check in?');
      await bea.say('do they have a cot?');
      expect(await ana.sees(1)).toEqual([expect.stringContaining('You said: when can we check in?')]);
      expect(await bea.sees(1)).toEqual([expect.stringContaining('You said: do they have a cot?')]);
      await ana.say('and the pool?');
      await ana.sees(2);
      expect(heard.map(({ door: through, text, event, group }) => [through, text, event, group])).toEqual([
        [door.channel.door, 'when can we check in?', 'message', false],
        [door.channel.door, 'do they have a cot?', 'message', false],
        [door.channel.door, 'and the pool?', 'message', false],
      ]);
      const [first, second, third] = heard;
      expect(third?.sender).toEqual(first?.sender);
      expect(third?.conversation).toBe(first?.conversation);
      expect(second?.sender.address).not.toEqual(first?.sender.address);
      expect(second?.conversation).not.toBe(first?.conversation);
      expect(new Set(heard.map(({ eventId }) => eventId)).size).toBe(3);
    });

    it('hears nobody who is not proved', async () => {
      const ana = await door.person('ana');
      const status = await ana.sayUnproved('I am Ana, really');
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(heard).toEqual([]);
    });

    it('does once what is delivered twice, one after the other or at once, and shows it once', async () => {
      const ana = await door.person('ana');
      await ana.say('two adults', 'event-1');
      const before = await ana.sees(1);
      await ana.say('two adults', 'event-1');
      await Promise.all([1, 2, 3].map(() => ana.say('a child of 4', 'event-2')));
      const after = await ana.sees(2);
      expect(heard.map(({ text }) => text)).toEqual(['two adults', 'a child of 4']);
      expect(after).toEqual([...before, expect.stringContaining('a child of 4')]);
    });

    it('says several things in their order, with all the words of cards and choices', async () => {
      const ana = await door.person('ana');
      answer = () => [
        { text: 'Voting is open:', card: poll(1) },
        { text: 'You can start here:', choices },
      ];
      await ana.say('polls');
      const said = (await ana.sees(/Plan our trip/)).join('\n');
      const words = ['Voting is open', 'Where do we eat on Friday?', ...OPTIONS, 'You can start here'];
      const places = [...words, ...choices.map(({ label }) => label)].map((one) => said.indexOf(one));
      expect(places.every((place) => place >= 0)).toBe(true);
      expect(places).toEqual([...places].sort((one, other) => one - other));
    });

    it('shows cards and buttons as its capabilities say', async () => {
      const ana = await door.person('ana');
      answer = () => [{ text: 'Voting is open:', card: poll(0) }];
      await ana.say('polls');
      const [words = ''] = await ana.sees(1);
      const raw = JSON.stringify(await ana.raw());
      const { cards } = door.channel.capabilities;
      expect(raw.includes('AdaptiveCard')).toBe(cards !== 'none');
      expect(raw.includes('Action.Execute')).toBe(cards === 'execute');
      // Action.Submit stands alone, or behind Action.Execute for clients that know no better.
      expect(raw.includes('Action.Submit')).toBe(cards !== 'none');
      if (cards === 'none') expect(words).toMatch(/1\) Taverna.*2\) Salty.*3\) Pizza/s);
      expect(ana.press !== undefined).toBe(cards !== 'none');
    });

    it('brings what a button carries to the conversation, and only that', async () => {
      const ana = await door.person('ana');
      const act = { skill: 'vote', input: { pollId: 'poll_1', optionId: 'opt_1' } };
      answer = (incoming) => [{ text: incoming.act ? 'Pressed.' : `Typed: ${incoming.text}` }];
      if (ana.press) {
        await ana.press(act);
        expect(heard).toMatchObject([{ act, text: '' }]);
      } else {
        await ana.say(JSON.stringify({ act }));
        expect(heard.map((incoming) => incoming.act)).toEqual([undefined]);
      }
    });

    it('hands over a file by name and kind, and its bytes when they are asked for', async () => {
      const ana = await door.person('ana');
      answer = async ({ files }) => {
        const [file] = files;
        const bytes = await file?.read();
        return [{ text: `Read ${file?.mediaType}: ${Buffer.from(bytes ?? []).toString('latin1')}` }];
      };
      await ana.sendFile(Buffer.from('%PDF-1.7 the booking', 'latin1'));
      expect(await ana.sees(1)).toEqual(['Read application/pdf: %PDF-1.7 the booking']);
      expect(heard[0]?.files).toEqual([expect.objectContaining({ name: expect.stringMatching(/\.pdf$/) })]);
    });

    it('keeps to the longest message it names, and says that there is more', async () => {
      const { maxText } = door.channel.capabilities;
      const ana = await door.person('ana');
      const sentence = 'The boat leaves at nine and comes back at noon. ';
      answer = () => [{ text: sentence.repeat(Math.ceil((2 * maxText) / sentence.length)) }];
      await ana.say('tell me everything');
      const all = await ana.sees(1);
      for (const words of all) expect(words.length).toBeLessThanOrEqual(maxText);
      expect(all.join('')).toMatch(/not all|the rest/i);
    });

    it('writes later, once for one key, and names the message where it can be replaced', async () => {
      const ana = await door.person('ana');
      await ana.say('hi');
      await ana.sees(1);
      const sent = await door.channel.deliver(ana.recipient(), { text: 'Your plan is ready.' }, 'key-1');
      expect(sent).toMatchObject({ status: 'sent' });
      expect(await ana.sees(2)).toEqual([expect.stringContaining('You said: hi'), 'Your plan is ready.']);
      // A door that cannot make a repeated key a no-op can be asked what arrived, or says that nobody knows.
      const since = new Date(Date.now() - 60_000).toISOString();
      if (door.channel.reconcile) {
        const arrived = await door.channel.reconcile(ana.recipient(), { text: 'Your plan is ready.' }, 'key-1', since);
        expect(['sent', 'unknown']).toContain(arrived);
      } else {
        await door.channel.deliver(ana.recipient(), { text: 'Your plan is ready.' }, 'key-1');
        expect(await ana.sees(2)).toHaveLength(2);
      }
      if (door.channel.capabilities.update) expect(sent).toMatchObject({ messageId: expect.any(String) });
    });

    it('replaces a message where it can, as often as asked, and has no update where it cannot', async () => {
      const { update, capabilities } = door.channel;
      expect(update !== undefined).toBe(capabilities.update);
      if (!update) return;
      const ana = await door.person('ana');
      await ana.say('hi');
      await ana.sees(1);
      const to = ana.recipient();
      const sent = await door.channel.deliver(to, { text: 'A question:', card: poll(0) }, 'key-1');
      const messageId = sent.status === 'sent' ? (sent.messageId ?? '') : '';
      await ana.sees(2);
      const newer: Reply = { text: 'The count has changed:', card: poll(2) };
      expect(await update(to, messageId, newer)).toMatchObject({ status: 'sent' });
      expect(await update(to, messageId, newer)).toMatchObject({ status: 'sent' });
      const [, card = ''] = await ana.sees(2);
      expect(await ana.sees(2)).toHaveLength(2);
      expect(card).toContain('The count has changed');
      expect(card).not.toContain('A question:');
    });

    it('tells refusals, faults that may pass and unknown ends apart', async () => {
      const { farEnd, channel } = door;
      const ana = await door.person('ana');
      await ana.say('hi');
      await ana.sees(1);
      const deliver = (key: string) => channel.deliver(ana.recipient(), { text: `Note ${key}` }, key);
      if (!farEnd) {
        // Nothing lies behind this door but our own store: what it cannot reach is a conversation that never was.
        const nowhere = { ...ana.recipient(), conversation: 'none-such' };
        expect(await channel.deliver(nowhere, { text: 'x' }, 'key')).toMatchObject({ status: 'refused' });
        return;
      }
      farEnd.refuse();
      expect(await deliver('refused')).toMatchObject({ status: 'refused', why: expect.any(String) });
      farEnd.unavailable();
      await expect(deliver('unavailable')).rejects.toMatchObject({ code: 'far-end-unavailable' });
      farEnd.silent();
      await expect(deliver('silent')).rejects.toMatchObject({ code: 'far-end-silent' });
      expect(await deliver('well')).toMatchObject({ status: 'sent' });
      const seen = await ana.sees(2);
      // What ended unknown may stand there, once; it was not sent blindly again.
      expect(seen.filter((words) => words !== 'Note silent').slice(1)).toEqual(['Note well']);
      expect(seen.filter((words) => words === 'Note silent').length).toBeLessThanOrEqual(1);
    });

    it('has no group, or says nothing private in one', async () => {
      const { channel } = door;
      const { capabilities } = channel;
      const ana = await door.person('ana');
      await ana.say('hi');
      await ana.sees(1);
      if (!capabilities.groups) {
        expect(heard.every(({ group }) => !group)).toBe(true);
        return;
      }
      const inGroup = { ...ana.recipient(), group: true };
      expect(await channel.deliver(inGroup, { text: 'Leo cannot eat nuts.', private: true }, 'key')).toMatchObject({
        status: 'refused',
      });
      expect((await ana.sees(1)).join()).not.toContain('nuts');
    });
  });
};
