import { expensesOf } from '../trips/expenses/balance.ts';
import { memberOf } from '../trips/roles/permission.ts';
import { granted } from './granted.ts';
import { openTalk } from './talk.ts';

describe('what parents ask in between, by text', () => {
  let talk: Awaited<ReturnType<typeof openTalk>>;
  beforeAll(async () => {
    talk = await openTalk();
  });
  afterAll(() => talk.close());

  const last = (replies: readonly { readonly text: string }[]): string => replies.at(-1)?.text ?? '';

  test.each(['trip dates?', 'when are we going', 'what are the dates again?', 'where are we going', '¿cuándo vamos?'])(
    'should tell when and where the trip is, asked "%s"',
    async (text) => {
      const bea = await talk.organizer();
      expect(last(await bea.say(text))).toMatch(/Lisbon?a?, .*11.*15/);
    },
  );

  test('should say how the dates are settled while they are not', async () => {
    const jan = talk.stranger();
    await jan.say('new trip to Porto');
    await jan.say('Jan Kowalski');
    expect(last(await jan.say('trip dates?'))).toContain("aren't settled yet");
  });

  test.each([
    ['taxi 25 euros, only us', 'taxi', 'EUR 25 for taxi. All of it is theirs'],
    ['dinner was 84 euros, i paid', 'dinner', 'EUR 84 for dinner'],
    ['Paid EUR 48 for the museum', 'the museum', 'EUR 48 for the museum'],
    ['we got the groceries for 65 euros', 'the groceries', 'EUR 65 for the groceries'],
  ])('should know what was paid for in "%s"', async (text, what, told) => {
    const bea = await talk.organizer();
    expect(last(await bea.say(text))).toContain(told);
    const found = granted(await memberOf(talk.records, bea.userId, bea.tripId));
    expect((await expensesOf(talk.records, found.member)).map((one) => one.what)).toEqual([what]);
  });

  test('should find what was paid by its name, with its article or without', async () => {
    const bea = await talk.organizer();
    await bea.say('we paid 48 euros for the museum');
    expect(last(await bea.say('the museum was 50 euros, not 48'))).toContain('EUR 50');
  });

  test('should tell how texts are stopped, and go on sending them', async () => {
    const bea = await talk.organizer();
    expect(last(await bea.say('how do i stop these texts'))).toMatch(/^STOP ends every text/);
    expect(last(await bea.say('help'))).toContain('Ask me anything');
  });

  test.each(['send me the pdf', 'can i have the pdf'])('should give the plan where "%s" asks for it', async (text) => {
    const bea = await talk.organizer();
    expect(last(await bea.say(text))).toContain('no plan yet');
  });

  test('should say that a vote is the family’s own where they leave it to others', async () => {
    const bea = await talk.organizer();
    expect(last(await bea.say('you pick'))).toMatch(/reply 1, 2 or 3, or say "skip this one"/);
    expect(last(await bea.say('skip this one'))).toContain('sit this one out');
  });

  test('should take a short day of the week for the option it is', async () => {
    const bea = await talk.organizer();
    await bea.say('1');
    await bea.say('poll: which day for the zoo? friday or saturday');
    expect(last(await bea.say('sat works for us'))).toContain('vote 2) saturday');
  });

  test.each(['two of us plus twins aged 7', 'we are two plus twins, 7'])(
    'should count the grown-ups of "%s"',
    async (text) => {
      const bea = await talk.organizer();
      expect(last(await bea.say(text))).toContain('2 adults, a child of 7 and a child of 7');
    },
  );

  test('should give back what was told of a booking', async () => {
    const bea = await talk.organizer();
    await bea.say('we booked hotel Sol ref AB12CD 11 to 15 june');
    await bea.say('booked a table at Roma for 8pm on 12 june');
    for (const text of [
      "what's our hotel booking reference",
      'whats the ref for the hotel sol',
      'confirmation number?',
    ])
      expect([text, last(await bea.say(text))]).toEqual([text, expect.stringContaining('AB12CD')]);
    expect(last(await bea.say('what time is the table'))).toContain('20:00');
  });

  test.each([
    ['porto end of may, 4 days ish', 'Porto is set up. 4 days in late May 2027: tell me the first one'],
    ['we want to go to rome in may 4 days, 2 families', 'Rome is set up. 4 days in May 2027'],
    ['lisbon in august for a week', 'Lisbon is set up. 7 days in August 2027'],
  ])('should keep the month and the length of "%s"', async (text, told) => {
    const jan = talk.stranger();
    expect(last(await jan.say(text))).toContain(told);
    await jan.say('Jan Kowalski');
    expect(last(await jan.say('trip dates?'))).toMatch(
      /days, (?:late )?(?:May|August) 2027\. The dates aren't settled/,
    );
  });

  test('should know how many other families there are, and say how they come in', async () => {
    const jan = talk.stranger();
    await jan.say('can u help me plan a trip w/ 2 other families');
    expect(last(await jan.say('rome, may 4 days'))).toContain('For the other 2 families say e.g. "invite the Silvas"');
    const bea = talk.stranger();
    expect(last(await bea.say('rome, may 4 days, 2 families'))).toContain('For the other family say');
  });

  test('should settle no dates by a question about a day, and settle them by a proposal', async () => {
    const jan = talk.stranger();
    await jan.say('new trip to Porto');
    await jan.say('Jan Kowalski');
    await jan.say('plan our trip');
    expect(last(await jan.say('whats on sat'))).not.toContain('On it');
    expect(last(await jan.say('how about 11-15 june 2027'))).toMatch(/^On it: 5 days/);
  });

  test('should take a Spanish question for no name, and the rest of an answer for what it tells', async () => {
    const lucia = talk.stranger();
    await lucia.say('nuevo viaje');
    await lucia.say('Oporto');
    expect(last(await lucia.say('cuanto cuesta la cuna'))).not.toContain('Mucho gusto');
    const told = await lucia.say('Lucía Rivera, somos 3 adultos y un bebé de 1');
    expect(told.map(({ text }) => text)).toEqual([
      expect.stringContaining('Mucho gusto, Lucía Rivera'),
      expect.stringContaining('3 adultos y un niño o niña de 1 año'),
    ]);
  });

  test('should count no child that is only spoken of, and keep a price out of a name', async () => {
    const bea = await talk.organizer();
    expect(last(await bea.say('no dairy for one of the twins btw'))).toMatch(/^Got it: no dairy for one of you/);
    expect(last(await bea.say('i booked casa azul apartments 11-14 june ref PQ77LM 640 euros'))).toContain(
      'Noted: Casa azul apartments, 11-14 June 2027, EUR 640',
    );
  });

  test('should tell a family what it told of itself', async () => {
    const bea = await talk.organizer();
    await bea.say('Leo cannot have nuts');
    const [told] = await bea.say('what are we allergic to');
    expect(JSON.stringify(told)).toContain('nuts');
  });
});
