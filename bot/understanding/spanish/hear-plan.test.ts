import { asPlanEdit } from './hear-plan.ts';

describe('a wish about the plan in Spanish', () => {
  test.each([
    ['mueve el museo al sábado', 'move museum to Saturday'],
    ['pasa el zoológico para mañana por favor', 'move zoo to tomorrow'],
    ['cambia la cena a las 8 el lunes', 'move dinner to 08:00 Monday'],
    ['no queremos ver la torre', 'drop tower'],
    ['los Silva van al acuario mientras los Chen van a la torre', 'the Silva do aquarium while the Chen do tower'],
    [
      'los niños van al acuario con los Silva mientras nosotros vamos al museo',
      'the kids do aquarium with the Silva while we do museum',
    ],
    [
      'los niños con la familia Chen van al zoológico mientras los adultos van a la torre',
      'the kids with the Chen do zoo while the adults do tower',
    ],
    [
      'el sábado nosotros visitamos el museo mientras los demás van al zoológico',
      'on Saturday: we do museum while the others do zoo',
    ],
    ['quita el paseo en barco', 'drop boat tour'],
    ['quita la cena del domingo', 'drop dinner on Sunday'],
    ['quita la cena de hoy', 'drop dinner today'],
    ['la cena del domingo a las 8', 'move dinner to Sunday at 08:00'],
    ['cenamos a las 8 hoy', 'move dinner to 08:00 today'],
    ['¿podemos dejar el museo para el lunes?', 'move museum to Monday'],
    ['nos retrasamos media hora', 'we are half an hour late'],
    ['vamos a tardar una hora', 'we are an hour late'],
    ['dejar libre el domingo', 'keep Sunday free'],
    ['el domingo queremos dormir más', 'not so early on Sunday'],
    ['pon la cena media hora antes', 'move dinner half an hour earlier'],
    ['la cena media hora más temprano el sábado', 'dinner on Saturday half an hour earlier'],
    ['cenamos más tarde el sábado', 'dinner on Saturday later'],
    ['adelanta la cena media hora', 'move dinner half an hour earlier'],
    ['retrasa el almuerzo una hora', 'move lunch an hour later'],
    ['mueve el museo al día siguiente', 'move museum a day later'],
    ['el acuario dos días antes', 'aquarium 2 days earlier'],
    ['empecemos una hora más tarde el domingo', 'start an hour later on Sunday'],
    ['llegamos media hora más tarde', 'we are half an hour late'],
    ['queremos levantarnos más tarde el domingo', 'not so early on Sunday'],
    ['el sábado no tan temprano', 'not so early on Saturday'],
    ['empecemos a las 10 el sábado', 'start at 10:00 on Saturday'],
    ['vamos 40 minutos tarde', 'we are 40 minutes late'],
    ['llegamos media hora tarde', 'we are half an hour late'],
    ['vamos tarde', 'we are running late'],
    ['deja libre la tarde del lunes', 'keep Monday afternoon free'],
    ['el domingo libre', 'keep Sunday free'],
    ['demasiadas cosas el sábado', 'too much on Saturday'],
    ['cambia el museo por el acuario', 'swap museum for aquarium'],
    ['pon el acuario el domingo', 'put aquarium on Sunday'],
    ['la cena a las 8 el lunes', 'move dinner to 08:00 Monday'],
    ['nosotros no vamos a la caminata', 'we skip hike'],
    ['los Silva no van al zoológico', 'the Silva skip zoo'],
    ['¿qué hacemos el domingo?', '¿qué hacemos Sunday?'],
    ['otra cosa en vez de la torre', 'something else instead of tower'],
  ])('"%s"', (said, meant) => {
    expect(asPlanEdit(said)).toBe(meant);
  });

  test.each(['borra el viaje', 'olvida que somos alérgicos', 'haz una encuesta de dónde comer el sábado'])(
    'should make no change of the plan of "%s", which speaks of something else',
    (said) => {
      expect(asPlanEdit(said)).not.toMatch(/^(?:drop|move|put) /);
    },
  );

  test('should still leave out a boat trip', () => {
    expect(asPlanEdit('quita el viaje en barco')).toBe('drop boat tour');
  });
});
