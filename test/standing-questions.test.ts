import { ballots } from '../trips/polls/poll.ts';
import { openTalk } from './talk.ts';

describe('what is asked stands until it is answered, by text', () => {
  let talk: Awaited<ReturnType<typeof openTalk>>;
  beforeAll(async () => {
    talk = await openTalk();
  });
  afterAll(() => talk.close());

  const last = (replies: readonly { readonly text: string }[]): string => replies.at(-1)?.text ?? '';

  test('should take no word said in passing for a name, and the name when it comes', async () => {
    const jan = talk.stranger();
    await jan.say('new trip to Lisbon');
    for (const words of ['omw', 'lol', 'brb', 'sure', 'idk', 'thanks', 'wtf'])
      expect([words, last(await jan.say(words))]).not.toEqual([words, expect.stringContaining('Nice to meet')]);
    expect(last(await jan.say('who is this'))).toContain('You can start here');
    expect(last(await jan.say('Marta'))).toContain('Nice to meet you, Marta');
  });

  test('should say once more what is asked to whoever only nods, and not again and again', async () => {
    const jan = talk.stranger();
    await jan.say('new trip');
    expect(last(await jan.say('lol'))).toContain('Where to, and when?');
    expect(last(await jan.say('ok'))).not.toContain('Where to');
    expect(last(await jan.say('not sure yet'))).toContain('No hurry');
    expect(last(await jan.say('Porto, 11-15 June 2027'))).toContain('Porto 2027 is set up');
  });

  test('should know a town whose name is said in passing, where it is asked where to', async () => {
    const jan = talk.stranger();
    await jan.say('new trip');
    expect(last(await jan.say('nice'))).toContain('Nice is set up');
  });

  test('should make no sum, no days and no message of a nod', async () => {
    const bea = await talk.organizer();
    await bea.say('add expense');
    expect(last(await bea.say('ok'))).toContain('How much was it');
    expect(last(await bea.say('84 euros for dinner'))).toContain('EUR 84 for dinner');
    await bea.say('change the dates');
    expect(last(await bea.say('lol'))).toContain('Which days?');
    expect(last(await bea.say('12-16 June 2027'))).toContain('12-16 June 2027');
    await bea.say('tell everyone');
    // That is what they are to be told.
    expect(last(await bea.say('on our way'))).toContain('"on our way"');
  });

  test('should leave a question when its answer is refused', async () => {
    const jan = talk.stranger();
    await jan.say('new trip');
    expect(last(await jan.say('no thanks'))).toContain('leave it');
  });

  test('should keep a numbered list while something is looked up, and take no "ok" for its answer', async () => {
    const bea = await talk.organizer();
    await bea.say('1');
    await bea.say('close the poll');
    await bea.say('remind us on 10 June at 9 to pack');
    expect(last(await bea.say('tell everyone we bring cake'))).toContain('Shall I tell');
    await bea.say('when is check-in?');
    expect(last(await bea.say('ok'))).not.toContain('Told everyone');
    expect(last(await bea.say('1'))).toContain('Told everyone: "we bring cake"');
  });

  test('should ask which is meant when a number may be for a list set aside or for a poll that waits', async () => {
    const bea = await talk.organizer();
    await bea.say('help');
    await bea.say('when is check-in?');
    const asked = await bea.say('2');
    expect(asked.at(-1)?.choices?.map(({ label }) => label)).toEqual([
      'Open polls',
      expect.stringMatching(/\? 2\) Salty Pelican$/),
    ]);
    await bea.say('2');
    const mine = (await talk.records.list(ballots, bea.tripId)).find(({ userId }) => userId === bea.userId);
    expect(mine?.optionId).toBe('opt_02');
  });

  test('should take a number for a vote when the list set aside is shorter', async () => {
    const bea = await talk.organizer();
    await bea.say('tell everyone we bring cake');
    await bea.say('when is check-in?');
    expect(last(await bea.say('3'))).toContain('vote 3)');
  });
});
