import { ENGLISH, openSpanishTalk } from './spanish-talk.ts';

describe('a family that speaks Spanish', () => {
  let talk: Awaited<ReturnType<typeof openSpanishTalk>>;
  beforeAll(async () => {
    talk = await openSpanishTalk();
  });
  afterAll(() => talk.close());

  test.each([
    ['deshazlo', /nada que deshacer/],
    ['deja de planear', /no estoy planeando nada/],
    ['recordatorios', /No hay recordatorios anotados\. Di/],
    [
      'recuérdanos el viernes a las 9 llevar los pasaportes',
      /^Le aviso a tu familia el vie 5 mar, 09:00: llevar los pasaportes/,
    ],
    ['recordatorios', /^Esto está anotado.*\n.*llevar los pasaportes$/s],
    ['cancela el recordatorio de los pasaportes', /^Cancelado: llevar los pasaportes/],
    ['deshazlo', /llevar los pasaportes/],
    ['por qué ganó', /(?:turno|votación sigue abierta)/],
    ['confirma el viaje', /^¿Confirmo el viaje para todas las familias\?\nSí, y avísales a todos\nNo, déjalo así/],
    ['cancela el viaje', /^¿Por qué se cancela\?/],
    ['los niños se enfermaron', /^¿Cancelo el viaje para todas las familias\?/],
    ['que organice otra familia', /^¿Quién organiza el viaje desde ahora\?\n/],
    ['queremos salirnos del viaje', /^Organizas este viaje/],
    ['mis datos', /^Todo lo que guardo de ti/],
    ['bórrame', /^Esto te borra para siempre.*¿Lo hago\?\nSí, bórralo todo\nNo, déjalo$/s],
    ['deja de usar mis datos', /^Listo: guardo tus datos/],
    ['vuelve a usar mis datos', /^Listo: vuelvo a usar tus datos/],
  ])('is answered "%s" in Spanish', async (words, expected) => {
    const said = await talk.answer(words);
    expect(said).toMatch(expected);
    expect(said).not.toMatch(ENGLISH);
  });
});
