import { eventually } from './eventually.ts';
import { type Account, type Journey, startJourney } from './journey.ts';
import { mailsIn } from './mails-in.ts';

/** Ana (Silva) reads English by text, Beatriz (Chen) Spanish. */
const ANA = '+15550301';
const BEATRIZ = '+15550302';
/** Words of English that stand in nearly every English sentence of ours, and in none of our Spanish ones. */
const ENGLISH = /\b(?:the|you|your|is|are|and|with|say|vote|for|of)\b/i;

describe('one trip in two languages', () => {
  let journey: Journey;
  let ana: Account;
  const answer = async (from: string, text: string): Promise<string> => (await journey.text(from, text)).join('\n');
  const heard = async (to: string, words: string): Promise<string> =>
    (await journey.twilio.waitFor((text) => text.to === to && text.body.includes(words))).body;

  beforeAll(async () => {
    journey = await startJourney();
    ana = await journey.signUp({ name: 'Ana Silva', phone: ANA, familyName: 'Silva' });
    await journey.signUp({ name: 'Beatriz Chen', phone: BEATRIZ, familyName: 'Chen' });
  });
  afterAll(() => journey.close());

  test('each conversation follows what is written in it', async () => {
    expect(await answer(BEATRIZ, 'Hola')).toMatch(/^Soy Pathfinder/);
    expect(await answer(ANA, 'hello there')).toMatch(/^Pathfinder here/);
    // A name or a number says nothing of the language.
    expect(await answer(BEATRIZ, '7')).not.toMatch(ENGLISH);
  });

  test('somebody is invited in English and joins in Spanish', async () => {
    expect(await answer(ANA, 'new trip to Lisbon 11-15 June 2027')).toContain('Lisbon 2027 is set up, 11-15 June 2027');
    const { body } = await journey.api('GET', '/trips', { token: ana.token });
    const [trip] = body.items as { id: string }[];
    const { body: me } = await journey.api('GET', '/auth/me', {
      token: (await journey.signUp({ name: 'Beatriz Chen', phone: BEATRIZ })).token,
    });
    const family = (me.family as { id: string }).id;
    const invited = await journey.api('POST', `/trips/${trip?.id}/families/${family}/invite`, { token: ana.token });
    const joined = await answer(BEATRIZ, `unirme ${invited.body.code}`);
    expect(joined).toContain('Lisbon 2027 (del 11 al 15 de junio de 2027)');
    expect(joined).not.toMatch(ENGLISH);
    expect(await heard(ANA, 'has joined')).toContain('The Chen family has joined Lisbon 2027: 2 families now.');
  });

  test('one poll is told to each in their own language, and its options to all as they were written', async () => {
    const out = await answer(BEATRIZ, 'encuesta: ¿dónde cenamos el viernes? La Taberna, Salty Pelican o Pizza Roma');
    expect(out).toContain('Vota por la familia Chen: responde 1, 2 o 3.');
    expect(out).not.toMatch(ENGLISH);
    const told = await heard(ANA, 'Salty Pelican');
    expect(told).toContain('A question for every family:');
    expect(told).toMatch(/asks: ¿D[oó]nde cenamos el viernes\?/);
    expect(told).toContain('Vote for the Silvas: reply 1, 2 or 3.');
    expect(await answer(BEATRIZ, 'la de la taberna')).toMatch(/^La familia Chen vota 1\) La Taberna\./);
    expect(await answer(ANA, '2')).toMatch(/^The Silvas vote 2\) Salty Pelican\./);
    expect(await answer(BEATRIZ, 'la dos')).toMatch(/^Ahora la familia Chen vota 2\) Salty Pelican\./);
  });

  test('what was asked for in words is kept with the person, and rules until they ask for the other', async () => {
    expect(await answer(ANA, 'háblame en español, por favor')).toMatch(/^Listo, hablemos en espa/);
    // A message in English does not change what was asked for.
    expect(await answer(ANA, 'who is coming on the trip')).toContain('Lisbon 2027 de un vistazo.');
    const closed = await answer(ANA, 'cierra la encuesta');
    expect(closed).toMatch(/Gana Salty Pelican: la eligieron las dos familias que votaron\./);
    expect(await heard(BEATRIZ, 'La votaci')).toContain('Gana Salty Pelican');
    expect(await answer(ANA, 'speak English')).toMatch(/^English it is/);
    expect(await answer(ANA, 'results')).toContain('Voting is over:');
  });

  test.each([
    ['viaje', /Lisbon 2027 de un vistazo/],
    ['quién soy', /Esto es lo que sé de ti/],
    ['somos dos adultos y dos niños de 4 y 9, uno es vegetariano', /2 adultos.*4 años.*9 años.*vegetariana/],
    ['¿a qué hora es el check-in?', /No encontré eso/],
    ['día 2', /Todav[ií]a no hay plan/],
    ['invita a la familia Rojas', /solo quien organiza el viaje invita/],
    ['gracias', /Cuando quieras/],
    ['xyzzy', /No te entend/],
    ['ayuda', /encuesta: ¿d[oó]nde cenamos\?/],
  ])('"%s" is answered in Spanish alone', async (text, expected) => {
    const said = await answer(BEATRIZ, text);
    expect(said).toMatch(expected);
    expect(said).not.toMatch(ENGLISH);
  });

  test('the news by e-mail is asked for, proved and ended in Spanish', async () => {
    expect(await answer(BEATRIZ, 'mándame las novedades por correo')).toMatch(/^¿A qu[eé] direcci[oó]n/);
    expect(await answer(BEATRIZ, 'a beatriz@example.com')).toMatch(/^Mand[eé] un c[oó]digo a beatriz@example.com/);
    expect(await answer(BEATRIZ, 'AAAAA3')).toMatch(/c[oó]digo est[aá] mal o ya venci[oó]/);
    const mail = await eventually('the mail with the code', async () => (await mailsIn(journey.folder))[0]);
    const code = /[A-Z0-9]{6}/.exec(mail.subject ?? '')?.[0] ?? '';
    expect(mail.text).toMatch(/^Hola/);
    expect(mail.text).not.toMatch(ENGLISH);
    expect(await answer(BEATRIZ, code)).toMatch(/^Desde ahora las novedades de Lisbon 2027 llegan también/);
    expect(await answer(BEATRIZ, 'no más correos')).toMatch(/^No te mando m[aá]s correos sobre Lisbon 2027/);
    expect(await answer(BEATRIZ, 'no más correos')).toMatch(/^No te mando correos/);
  });

  test('what is not translated is said in English from the first word to the last', async () => {
    expect(await answer(BEATRIZ, 'who owes whom')).not.toMatch(/[áéíóúñ¿¡]/);
  });

  test('who asks in Spanish to be left alone is, and is told so once', async () => {
    expect(await answer(BEATRIZ, 'ya no me mandes mensajes por favor')).toMatch(/no te escribo más/);
    expect(await answer(BEATRIZ, 'hola')).toBe('');
  });
});
