import { renderText } from '../../cards/render-text.ts';
import { wordEmbeddings } from '../../rag/fixtures/word-embeddings.ts';
import { memoryLibrary } from '../../test/stand-ins/memory-library.ts';
import { type OpenedStore, openSqliteStore } from '../../test/stores.ts';
import { addressKey, mayWriteTo, readAddress, whoseAddress } from '../../trips/people/addresses.ts';
import { register } from '../../trips/people/register.ts';
import { subjectOf } from '../../trips/privacy/subject.ts';
import { conversation } from '../converse.ts';
import type { House } from '../house.ts';

const PHONE = '+15550102';
const WHATSAPP = `whatsapp:${PHONE}`;
const address = (value: string) => ({ door: 'sms' as const, value });

describe('being written to', () => {
  const clock = { now: () => Date.parse('2027-03-01T10:00:00Z') };
  let opened: OpenedStore;
  let say: (chat: string, text: string) => Promise<readonly string[]>;
  let mayWrite: (chat: string) => Promise<boolean>;
  beforeEach(async () => {
    opened = await openSqliteStore(clock);
    const records = opened.store;
    const house = {
      ...{ records, library: memoryLibrary(records), clock, log: { info: () => undefined, error: () => undefined } },
      ...{ embedder: wordEmbeddings(), publicUrl: () => 'https://pathfinder.example' },
    } as unknown as House;
    const talk = conversation(house);
    let events = 0;
    say = async (chat, text) => {
      events += 1;
      const { replies } = await talk.converse({
        ...{ door: 'sms', eventId: `SM${events}`, conversation: chat, group: false, text, files: [], event: 'message' },
        ...{ sender: { address: address(PHONE) }, confirmsStop: chat === WHATSAPP },
      });
      return replies.map((reply) => renderText(reply));
    };
    mayWrite = (chat) => mayWriteTo(records, address(chat));
    await register(records, clock, { name: 'Bea Chen', address: address(PHONE) });
  });
  afterEach(() => opened.close());

  it('is agreed to chat by chat, though texts and WhatsApp of one number are one person', async () => {
    expect((await say(WHATSAPP, 'who am I')).join()).toContain('Bea');
    expect([await mayWrite(WHATSAPP), await mayWrite(PHONE)]).toEqual([true, false]);
    expect(await readAddress(opened.store, address(WHATSAPP))).toMatchObject({ optedIn: { wording: 'who am I' } });
    await say(PHONE, 'hello');
    expect([await mayWrite(WHATSAPP), await mayWrite(PHONE)]).toEqual([true, true]);
  });

  it('ends in the chat where STOP was said, and in no other', async () => {
    await say(WHATSAPP, 'hello');
    await say(PHONE, 'hello');
    // No carrier stands on WhatsApp to confirm it.
    expect(await say(WHATSAPP, 'STOP')).toEqual([expect.stringMatching(/nothing more.*START/)]);
    expect([await mayWrite(WHATSAPP), await mayWrite(PHONE)]).toEqual([false, true]);
    expect(await say(WHATSAPP, 'hello')).toEqual([]);
    expect((await say(PHONE, 'help')).length).toBeGreaterThan(0);
    expect((await say(WHATSAPP, 'START')).join()).toContain('Welcome back');
    expect(await mayWrite(WHATSAPP)).toBe(true);
  });

  it('ends with the words a carrier confirms in silence, and with any others with one sentence', async () => {
    await say(PHONE, 'hello');
    expect(await say(PHONE, 'STOP')).toEqual([]);
    await say(PHONE, 'START');
    expect(await say(PHONE, 'please stop texting me')).toEqual([expect.stringContaining('nothing more')]);
    expect(await say(PHONE, 'please stop texting me')).toEqual([]);
    expect(await mayWrite(PHONE)).toBe(false);
  });

  it('begins again with the carrier’s own word for yes, which is an ordinary word at any other time', async () => {
    await say(PHONE, 'hello');
    expect((await say(PHONE, 'YES')).join()).not.toContain('Welcome back');
    await say(PHONE, 'STOP');
    expect((await say(PHONE, 'YES')).join()).toContain('Welcome back');
    expect(await mayWrite(PHONE)).toBe(true);
  });

  it('is found for both chats when it is exported or erased', async () => {
    await say(WHATSAPP, 'hello');
    const person = await whoseAddress(opened.store, address(PHONE));
    const subject = await subjectOf(opened.store, person?.id ?? '', 'export', '2027-03-01T10:00:00.000Z');
    const keys = [PHONE, WHATSAPP].map((value) => addressKey(opened.store, address(value)));
    expect(subject?.addresses).toEqual(keys);
  });
});
