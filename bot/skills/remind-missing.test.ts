import { openTalk } from '../../test/talk.ts';
import { outboxFacts } from '../../trips/notifications/fact.ts';

describe('a poll that some have not answered', () => {
  let talk: Awaited<ReturnType<typeof openTalk>>;
  beforeAll(async () => {
    talk = await openTalk();
  });
  afterAll(() => talk.close());

  test.each([
    'remind them',
    "remind the ones who haven't voted",
    'poke the slackers',
    'ping those that still have to vote',
  ])('"%s" reminds nobody but them, and asks for no hour', async (words) => {
    const bea = await talk.organizer();
    await bea.say('poll: zoo or beach? Zoo, Beach');
    await bea.say('beach');
    await bea.say('close the poll where we eat on friday night');
    const [reply] = await bea.say(words);
    expect(reply?.text).toMatch(
      /^I remind the (?:Okoyes and the Silvas|Silvas and the Okoyes) of "Zoo or beach\?" now/,
    );
    await bea.say(words);
    const waiting = await talk.records.list(outboxFacts, bea.tripId);
    expect(waiting.filter(({ fact }) => fact.kind === 'poll-reminder')).toHaveLength(1);
  });

  test('a reminder of something at its hour stays one', async () => {
    const bea = await talk.organizer();
    const [reply] = await bea.say('remind us on friday at 9 to vote by mail');
    expect(reply?.text).toContain('vote by mail');
    expect(reply?.text).not.toContain('once an hour');
  });

  test('a poll that is to be scrapped is not opened anew, and ends only when that is chosen', async () => {
    const bea = await talk.organizer();
    const [reply] = await bea.say('scrap that last poll');
    expect(reply?.text).toContain('cannot be unasked');
    expect(reply?.choices?.map(({ label }) => label)).toEqual(['End voting now', 'Leave it open']);
    expect((await bea.say('1')).map(({ text }) => text).join()).toMatch(/closed/i);
  });
});
