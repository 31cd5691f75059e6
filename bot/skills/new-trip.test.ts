import { openTalk } from '../../test/talk.ts';

describe('a trip that a first message asks for', () => {
  let talk: Awaited<ReturnType<typeof openTalk>>;
  beforeAll(async () => {
    talk = await openTalk();
  });
  afterAll(() => talk.close());

  test('is set up with the place and the money it names', async () => {
    const [reply] = await talk.stranger().say('plan 3 days in Ghent for 4 people with 1,800 euros, kid friendly');
    expect(reply?.text).toMatch(/^Ghent is set up, EUR 1,800/);
  });

  test('asks where, when it names only a kind of place', async () => {
    const [reply] = await talk.stranger().say('new trip to the sea in july');
    expect(reply?.text).toContain('Where to');
  });

  test('is no matter of a plan, when several things are told of the family', async () => {
    const { say } = await talk.organizer();
    const [reply] = await say("we'd love the harbour, step-free, naps at 2 pm");
    expect(reply?.text).toMatch(/^Got it: no stairs, nap at 14:00 and harbour 5 of 5\./);
  });
});
