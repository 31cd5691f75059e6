import { eventually } from './eventually.ts';
import { type Account, type Journey, startJourney } from './journey.ts';
import { mailsIn } from './mails-in.ts';

const ANA = '+15550101';
const BEA = '+15550102';
const MAILBOX = 'ana@example.com';

describe('the news of a trip by e-mail', () => {
  let journey: Journey;
  let ana: Account;
  let tripId: string;

  const says = async (from: string, text: string): Promise<string> => (await journey.text(from, text)).join('\n');
  const mails = () => mailsIn(journey.folder);
  const mail = (fits: RegExp) =>
    eventually(`a mail like ${fits}`, async () =>
      (await mails()).find(({ subject = '', text = '' }) => fits.test(`${subject}\n${text}`)),
    );
  const asks = (question: string) =>
    journey.api('POST', `/trips/${tripId}/polls`, {
      token: ana.token,
      body: { question, options: ['Taverna', 'Pelican'] },
    });

  beforeAll(async () => {
    journey = await startJourney();
    ana = await journey.signUp({ name: 'Ana Silva', phone: ANA, familyName: 'Silva' });
    const bea = await journey.signUp({ name: 'Bea Chen', phone: BEA, familyName: 'Chen' });
    tripId = await journey.trip(ana, { name: 'Lisbon 2027', destination: 'Lisbon' });
    const code = await journey.invite(ana, tripId, bea);
    await says(BEA, `join ${code}`);
    await says(ANA, 'hi');
  });
  afterAll(() => journey.close());

  test('should prove the address with a code that is mailed there, and be mailed nothing before', async () => {
    expect(await says(ANA, 'e-mail me the news')).toMatch(/To which address/);
    expect(await says(ANA, MAILBOX)).toMatch(/sent a code to ana@example.com/);
    const sent = await mail(/is your Pathfinder code/);
    expect(sent).toMatchObject({ to: [{ address: MAILBOX }] });
    expect(sent.text).toMatch(/Ana Silva asked Pathfinder/);
    const code = /^([A-Z0-9]{6}) /.exec(sent.subject ?? '')?.[1] ?? '';
    await asks('Where do we eat on Friday?');
    expect(await says(ANA, code === 'AAAAA3' ? 'AAAAA4' : 'AAAAA3')).toMatch(/code is wrong or has run out/);
    expect(await says(ANA, code.toLowerCase())).toMatch(/news of Lisbon 2027 goes to ana@example.com/);
    await asks('Where do we eat on Saturday?');
    const news = await mail(/on Saturday\?/);
    expect(news.subject).toBe('Where do we eat on Saturday?');
    expect(news.text).toContain('- Taverna');
    expect(news.text).not.toMatch(/\breply\b/i);
    expect(news.text).toMatch(/Nobody reads answers to this mail/);
    const unsubscribe = news.headers.find(({ key }) => key === 'list-unsubscribe')?.value;
    expect(unsubscribe).toMatch(/^<https:\/\/pathfinder\.example\/u\/\S+>/);
    expect((await mails()).filter(({ text = '' }) => text.includes('on Friday?'))).toEqual([]);
  });

  test('should end by the link in a mail, and begin again where its person asks for it', async () => {
    const link = /https:\/\/pathfinder\.example(\/u\/\S+)/.exec((await mail(/on Saturday\?/)).text ?? '')?.[1];
    expect((await fetch(`${journey.server.url}${link}`, { method: 'POST' })).status).toBe(200);
    await asks('Who drives?');
    await journey.twilio.waitFor(({ to, body }) => to === BEA && /Who drives/.test(body));
    expect(await says(ANA, 'send me the updates by e-mail please')).toMatch(/goes to ana@example.com/);
    await asks('Which beach?');
    await mail(/Which beach\?/);
    expect((await mails()).filter(({ text = '' }) => text.includes('Who drives'))).toEqual([]);
  });

  test('should end by a word', async () => {
    expect(await says(ANA, 'stop the e-mails')).toMatch(/No more mail about Lisbon 2027/);
    await asks('Which museum?');
    await journey.twilio.waitFor(({ to, body }) => to === BEA && /Which museum/.test(body));
    expect(await says(ANA, 'stop the e-mails')).toMatch(/I send you no mail/);
    expect((await mails()).filter(({ text = '' }) => text.includes('Which museum'))).toEqual([]);
  });

  test("should take no address that is another person's, and write to none more than three times unasked", async () => {
    const asked = 'email me the news at ana@example.com';
    expect(await says(BEA, asked)).toMatch(/sent a code/);
    const codes = async () => (await mails()).filter(({ text = '' }) => text.includes('Bea Chen asked'));
    const [sent] = await eventually('the code', async () => ((await codes()).length > 0 ? codes() : undefined));
    const code = /^([A-Z0-9]{6}) /.exec(sent?.subject ?? '')?.[1] ?? '';
    expect(await says(BEA, code)).toMatch(/belongs to another account/);
    expect(await says(BEA, asked)).toMatch(/sent a code/);
    expect(await says(BEA, asked)).toMatch(/as often as I may/);
    await asks('Which park?');
    await journey.twilio.waitFor(({ to, body }) => to === BEA && /Which park/.test(body));
    expect((await mails()).filter(({ text = '' }) => text.includes('Which park'))).toEqual([]);
  });

  test('should tell a web chat nothing more once its person ended it, and again when they speak', async () => {
    const web = await journey.web(ana.token);
    await web.ask('what trip is this?');
    await web.end();
    await asks('Which boat?');
    await journey.twilio.waitFor(({ to, body }) => to === BEA && /Which boat/.test(body));
    await web.ask('what trip is this?');
    await asks('Which train?');
    await web.hears((text) => /Which train/.test(text));
    expect(JSON.stringify(web.seen)).not.toContain('Which boat');
    web.close();
  });
});
