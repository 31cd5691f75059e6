import { type Account, type Journey, startJourney } from './journey.ts';

const BEA = '+15550131';
const CHIDI = '+15550132';
const OPTIONS = ['Yes to the beach', 'Cancel the boat', 'End at the castle', 'Quit early'];

/** What texts must survive, through the whole product. */
describe('by text', () => {
  let journey: Journey;
  let ana: Account;
  let tripId: string;

  beforeAll(async () => {
    journey = await startJourney();
    ana = await journey.signUp({ name: 'Ana Silva', familyName: 'Silva' });
    const dates = { startDate: '2027-06-11', endDate: '2027-06-15' };
    tripId = await journey.trip(ana, { name: 'Secret Lisbon', destination: 'Lisbon', ...dates });
    for (const [phone, name, familyName] of [
      [BEA, 'Bea Chen', 'Chen'],
      [CHIDI, 'Chidi Okoye', 'Okoye'],
    ] as const) {
      const joining = await journey.signUp({ name, phone, familyName });
      await journey.text(phone, `join ${await journey.invite(ana, tripId, joining)}`);
    }
    const poll = await journey.api('POST', `/trips/${tripId}/polls`, {
      token: ana.token,
      body: { question: 'What on Sunday?', options: OPTIONS.map((text) => ({ text })) },
    });
    expect(poll.status).toBe(201);
    await journey.twilio.waitFor(({ to, body }) => to === BEA && body.includes('What on Sunday?'));
  });
  afterAll(() => journey.close());

  const ballots = async (): Promise<readonly unknown[]> => {
    const { body } = await journey.api('GET', `/trips/${tripId}/polls`, { token: ana.token });
    return (body.items as { votes: unknown[] }[])[0]?.votes ?? [];
  };
  const tellEveryone = (text: string) =>
    journey.api('POST', `/trips/${tripId}/messages`, { token: ana.token, body: { text, everywhere: true } });
  const sentTo = (phone: string): readonly string[] =>
    journey.twilio.sent.filter(({ to }) => to === phone).map(({ body }) => body);

  test('should tell a number it does not know how to begin, and nothing of anybody', async () => {
    for (const text of ['hi', 'results', 'what happens on Sunday?', 'Secret Lisbon', '2', 'join AAAAAA']) {
      const said = (await journey.text('+15550139', text)).join('\n');
      expect(said).not.toMatch(/Sunday\?|Silva|Chen|11|castle/);
      expect(said).not.toBe('');
    }
    expect((await journey.text('+15550138', 'hello there')).join()).toMatch(/Pathfinder here.*JOIN.*STOP to stop/);
  });

  test('should answer a number beyond the options with those there are, and count no vote', async () => {
    expect(await journey.text(BEA, '7')).toEqual([expect.stringMatching(/reply 1-4/i)]);
    expect(await ballots()).toEqual([]);
  });

  test('should answer a number beyond any other list with those there are, and keep the list', async () => {
    const menu = (await journey.text(BEA, 'MENU')).join('\n');
    const most = [...menu.matchAll(/^(\d+)\)/gm)].length;
    expect(most).toBeGreaterThan(1);
    expect(await journey.text(BEA, '99')).toEqual([`Reply 1-${most}.`]);
    expect((await journey.text(BEA, '1')).join()).not.toMatch(/Reply 1-/);
  });

  test('should take no word that carriers keep for themselves for a vote', async () => {
    for (const word of ['YES', 'Cancel', 'END', 'quit']) {
      const said = (await journey.text(BEA, word)).join();
      expect([await ballots(), said]).toEqual([[], word === 'YES' ? expect.stringMatching(/Reply 1-4/) : '']);
      await journey.text(BEA, 'START');
    }
  });

  test.each(['STOP', 'stopall', 'Unsubscribe', 'CANCEL', 'end', 'Quit', 'stop please'])(
    'should send nothing more after "%s", and again after START',
    async (word) => {
      await journey.text(BEA, word);
      const before = sentTo(BEA).length;
      await tellEveryone(`While ${word}`);
      await tellEveryone(`Still ${word}`);
      // News of a trip are told one after the other: when the second is heard, the first has been told to whoever hears it.
      await journey.twilio.waitFor(({ to, body }) => to === CHIDI && body.includes(`Still ${word}`));
      expect(await journey.text(BEA, 'results')).toEqual([]);
      expect((await journey.text(BEA, 'START')).join()).toContain('Welcome back');
      await tellEveryone(`After ${word}`);
      await journey.twilio.waitFor(({ to, body }) => to === BEA && body.includes(`After ${word}`));
      expect(sentTo(BEA).slice(before).join()).not.toContain('While');
    },
  );

  test('should refuse media that cannot be read in words, and keep what it can', async () => {
    const send = async (bytes: string, mediaType: string, text = ''): Promise<string> => {
      const MediaUrl0 = journey.twilio.putMedia(Buffer.from(bytes, 'latin1'), mediaType);
      return (await journey.text(BEA, text, { NumMedia: '1', MediaUrl0, MediaContentType0: mediaType })).join('\n');
    };
    expect(await send('\0\0\0\x18ftypmp42 film', 'video/mp4')).toMatch(/mp4.*(can't|cannot|send)/i);
    expect(await send('MZ no pdf at all', 'application/pdf')).toMatch(/named a PDF but is not one/);
    const gone = { NumMedia: '1', MediaUrl0: `${journey.twilio.baseUrl}/gone`, MediaContentType0: 'application/pdf' };
    expect((await journey.text(BEA, '', gone)).join()).toMatch(/once more/);
    expect(await send('The ferry to Cacilhas leaves at 9:20 from Cais do Sodre.', 'text/plain')).toMatch(/I've read/);
    expect((await journey.text(BEA, 'when does the ferry leave?')).join()).toMatch(/9:20/);
  });
});
