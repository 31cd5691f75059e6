import { trips } from '../trips/trips/trip.ts';
import { openTalk, type Texter } from './talk.ts';

describe('a trip begun in passing, and ended without having been confirmed, by text', () => {
  let talk: Awaited<ReturnType<typeof openTalk>>;
  beforeAll(async () => {
    talk = await openTalk();
  });
  afterAll(() => talk.close());

  const last = (replies: readonly { readonly text: string }[]): string => replies.at(-1)?.text ?? '';
  const founded = async (words: string, name: string): Promise<Texter> => {
    talk.comeTo('2027-03-01T10:00:00Z');
    const texter = talk.stranger();
    await texter.say(words);
    await texter.say(name);
    return texter;
  };
  const statusOf = async (name: string) =>
    (await talk.records.standingAlone(trips, 100)).items.filter((trip) => trip.name === name).map((one) => one.status);

  test.each([
    ['end the trip', 'Porto', 'porto 11-14 june', /^Porto 2027 only begins on Fri 11 Jun/, /^Porto 2027 is over\./],
    ['we are all back home, trip over', 'Bari', 'bari 11-14 june', /^Bari 2027 only begins on/, /^Bari 2027 is over\./],
    [
      'termina el viaje',
      'Roma',
      'nuevo viaje a Roma del 11 al 14 de junio',
      /^Roma 2027 empieza apenas/,
      /^Roma 2027 terminó/,
    ],
  ])('should come once it has begun, and not before: "%s"', async (words, place, founding, before, after) => {
    const texter = await founded(founding, 'Bo Berg');
    expect(last(await texter.say(words))).toMatch(before);
    talk.comeTo('2027-06-15T10:00:00Z');
    await texter.say(words);
    expect(last(await texter.say('1'))).toMatch(after);
    expect(await statusOf(`${place} 2027`)).toEqual(['completed']);
  });

  test('should come to a trip without days whenever its organizer says so', async () => {
    const texter = await founded('new trip to Oslo', 'Eva Lund');
    await texter.say('the trip is over');
    expect(last(await texter.say('1'))).toContain('Oslo is over');
    expect(await statusOf('Oslo')).toEqual(['completed']);
  });

  test('should not promise to take back what cannot be taken back', async () => {
    const texter = await founded('turin 11-14 june', 'Ugo Neri');
    talk.comeTo('2027-06-12T10:00:00Z');
    await texter.say('the trip has begun');
    await texter.say('1');
    expect(last(await texter.say('undo'))).not.toMatch(/can only be/);
  });

  test.each([
    ['queremos ir a lisboa en mayo, somos 4', /^Lisboa está listo\. Mayo de 2027/],
    ['nos vamos a cancún en diciembre', /^Cancún está listo\. Diciembre de 2027/],
    ['escapada a granada del 3 al 6 de abril, 2 adultos y 2 niños', /^Granada 2027 está listo, del 3 al 6 de abril/],
    ['queremos irnos de viaje en mayo', /^¡Qué bien! ¿A dónde y cuándo\?/],
  ])('should have begun where somebody in no trip says so in Spanish: "%s"', async (words, answer) => {
    talk.comeTo('2027-03-01T10:00:00Z');
    const [said] = await talk.stranger().say(words);
    expect(said?.text).toMatch(answer);
  });
});
