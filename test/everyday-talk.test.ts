import { expensesOf } from '../trips/expenses/balance.ts';
import { memberOf } from '../trips/roles/permission.ts';
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
    const found = await memberOf(talk.records, bea.userId, bea.tripId);
    if (!found.ok) throw new Error(found.reason);
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

  test('should tell a family what it told of itself', async () => {
    const bea = await talk.organizer();
    await bea.say('Leo cannot have nuts');
    const [told] = await bea.say('what are we allergic to');
    expect(JSON.stringify(told?.card)).toContain('nuts');
  });
});
