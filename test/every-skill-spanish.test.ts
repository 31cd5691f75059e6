import { SKILLS } from '../bot/skills/every-skill.ts';
import { ENGLISH, openSpanishTalk } from './spanish-talk.ts';

/** What a family says, and what the answer begins or goes on with. Names, options and links stand as they are written. */
const SAID: readonly (readonly [words: string, skill: string, answer: RegExp])[] = [
  ['qué puedes hacer con el dinero', 'topics', /Dinero:\nMuestra tu parte del presupuesto/],
  ['ayúdanos a elegir un hotel', 'magic-poll', /^En eso estoy/],
  ['borrador', 'poll-draft', /^No hay ningún borrador/],
  ['no ofrezcas más encuestas', 'poll-offers', /^De acuerdo, ya no ofrezco/],
  ['vuelve a ofrecer encuestas', 'poll-offers', /^Bien\. Cuando las familias/],
  ['encuesta: ¿dónde cenamos? Taberna, Pelícano o Pizza Roma', 'new-poll', /Tu encuesta ya les llegó/],
  ['hay un punto medio para todos', 'common-ground', /"¿dónde cenamos\?"|nada se interpone/i],
  ['anota: los Chen votan 2', 'record-vote', /^(?:Anotado por la familia Chen: vota 2\) Pelícano|Ninguna familia)/],
  ['cierra la encuesta de dónde cenamos', 'close-poll', /^Cerrada:/],
  ['vuelve a abrir la encuesta de dónde cenamos', 'reopen-poll', /^Abierta otra vez, con los votos que tenía:/],
  ['cierra la encuesta de dónde cenamos', 'close-poll', /^Cerrada:/],
  ['deja decidida la encuesta de dónde cenamos', 'finalize-poll', /^(?:Queda decidido|Las familias no llegaron)/],
  ['reparte el presupuesto por persona', 'budget', /presupuesto|entre todos/],
  ['cuál es nuestra parte del presupuesto', 'budget', /presupuesto|entre todos/],
  ['reservamos el Hotel Miradouro del 11 al 15 de junio', 'add-reservation', /Hotel Miradouro/],
  [
    'cambia la reserva del hotel, ahora cuesta 900 euros',
    'change-reservation',
    /^(?:Cambiado: Hotel Miradouro|¿Qué cambia)/,
  ],
  ['se canceló la reserva del hotel', 'cancel-reservation', /^¿Anoto que se canceló Hotel Miradouro/],
  [
    'no me escribas después de las 21:00',
    'notifications',
    /^Anotado\. Las novedades te llegan.*silencio de 21:00 a 08:00/,
  ],
  ['silencia las encuestas', 'notifications', /nada sobre encuestas/],
  ['un resumen diario', 'notifications', /una vez al día/],
  ['nuestra zona horaria es Madrid', 'time-zone', /va con la hora de Europe\/Madrid/],
  ['en qué zona horaria estamos', 'time-zone', /va con la hora de/],
  ['vamos a Roma 3 noches, luego Florencia 2, luego Venecia', 'stops', /^Listo: .*Roma.*Florencia.*Venecia/],
  ['qué ha cambiado en el viaje', 'what-changed', /lo más nuevo primero/],
  ['nuestra familia se llama Chen-Wu', 'rename-family', /^Listo: desde ahora son la familia Chen-Wu/],
  ['que mi esposo vote por nuestra familia', 'family-admin', /^(?:Nadie más de tu familia|¿Quién va a responder)/],
  ['puedes reservarnos una mesa', 'cannot-book', /^Yo no reservo nada/],
  ['Mia tiene fiebre, dónde hay un médico', 'medical-help', /^Lo siento mucho/],
  ['llueve, qué hacemos', 'rain-plan', /^(?:Todavía no hay plan|Bajo techo, según tus documentos|Al aire libre)/],
  ['saca a los García del viaje', 'take-out', /García/],
  ['enlace para invitados', 'guest-link', /^Quien abra esto participa/],
  ['cierra el enlace de invitados', 'guest-link', /^Cerrado: por ese enlace/],
  ['une mis cuentas', 'link', /^Escríbeme "link /],
  [
    'contacto de emergencia Rosa, abuela, +351 210 000 000',
    'emergency-contacts',
    /^Anotado\. En una emergencia: Rosa \(abuela\)/,
  ],
  ['contactos de emergencia', 'emergency-contacts', /^En una emergencia: Rosa/],
  ['somos vegetarianos', 'describe-family', /^Anotado/],
  ['ya no somos vegetarianos', 'forget-preference', /^(?:Olvidado|¿Qué olvido\?)/],
  ['tengo 41 años', 'my-age', /^Gracias, anotado/],
  ['deja que Mia participe', 'child-account', /^En tu familia no hay ningún menor/],
  ['necesitamos otro organizador, Ana no aparece', 'succession', /^Este viaje lo organizas tú/],
  ['me opongo', 'succession', /no hay nada que aceptar|nadie está propuesto/],
  ['pagamos 75 euros de taxis', 'add-expense', /^Anotado: .*75/],
  ['los taxis fueron 68 euros, no 75', 'correct-expense', /^Corregido: .*68.*no EUR 75/],
  ['quita el último gasto', 'remove-expense', /^¿Quito "taxis"/],
  ['borra el viaje', 'delete-trip', /^¿Borro .* para siempre\?/],
];

describe('every skill that is rarely asked for', () => {
  let talk: Awaited<ReturnType<typeof openSpanishTalk>>;
  beforeAll(async () => {
    talk = await openSpanishTalk();
  });
  afterAll(() => talk.close());

  test.each(SAID)('answers "%s" in Spanish', async (words, _skill, expected) => {
    const said = await talk.answer(words);
    expect(said).toMatch(expected);
    expect(said).not.toMatch(ENGLISH);
  });
});

describe('what each skill is for', () => {
  let topics: typeof import('../cards/words/spanish/topics.ts')['topics'];
  beforeAll(async () => {
    ({ topics } = await import('../cards/words/spanish/topics.ts'));
  });

  test.each(SKILLS.map(({ name, description }) => [name, description]))(
    'is said in Spanish of %s',
    (name, description) => {
      expect(topics.line(name ?? '', description ?? '', undefined)).not.toContain(description);
    },
  );
});
