import { openTalk } from './talk.ts';

describe('what is said in few words', () => {
  let talk: Awaited<ReturnType<typeof openTalk>>;
  beforeAll(async () => {
    talk = await openTalk();
  });
  afterAll(() => talk.close());

  test('should take the number behind a thing for its price, in the currency of the trip', async () => {
    const bea = await talk.organizer();
    for (const [words, noted] of [
      ['dinner 84.50 paid by us for everyone', 'the Chens paid EUR 84.50 for dinner'],
      ['snacks 14.20 on me', 'the Chens paid EUR 14.20 for snacks'],
    ] as const)
      expect([words, (await bea.say(words))[0]?.text]).toEqual([words, expect.stringContaining(noted)]);
  });

  test('should show the accounts to whoever says "gastos"', async () => {
    const bea = await talk.organizer();
    await bea.say('habla español');
    expect((await bea.say('gastos'))[0]?.text).toContain('Todavía no hay gastos anotados');
  });

  test('should name a family that is invited already once, beside the codes of the others', async () => {
    const ana = talk.stranger();
    await ana.say('new trip to Lisbon, 11-15 June 2027');
    await ana.say('Ana Berg');
    await ana.say('invite the Chens');
    const [said] = await ana.say('invite the Chens and the Okoyes');
    expect(said?.text.split('\n').slice(1)).toEqual([
      expect.stringMatching(/^Okoye: join \w{6}$/),
      expect.stringContaining('Each family'),
      expect.stringMatching(/^The Chens are invited already, with the code \w{6}\.$/),
    ]);
  });
});
