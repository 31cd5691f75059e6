import { datedOptions, kindAsked, listedOptions } from '../poll-kind-words.ts';
import { readTerms } from '../poll-terms.ts';
import { readPollWords } from '../poll-words.ts';
import { asPoll } from './hear-poll.ts';

/** What a Spanish wish for a poll comes to. */
const read = (text: string) => {
  const { text: words, ...terms } = readTerms(asPoll(text));
  const { question, options = [] } = readPollWords(words.replace(/, by .*$/, '')) ?? {};
  const kind = kindAsked(words);
  return { kind, ...terms, question, options: kind === 'rank' ? listedOptions(options) : options };
};

test.each([
  [
    'encuesta anónima: ¿a qué playa vamos? Norte o Sur',
    { anonymous: true, question: '¿A qué playa vamos?', options: ['Norte', 'Sur'] },
  ],
  [
    'votación secreta: ¿quién maneja? Ana o Bea, al menos tres familias',
    { anonymous: true, quorum: 3, question: '¿Quién maneja?', options: ['Ana', 'Bea'] },
  ],
  [
    'encuesta: ¿dónde cenamos? Uno, Dos o Tres, como mínimo 2 familias, hasta el viernes a las 8 de la noche',
    { quorum: 2, question: '¿Dónde cenamos?', options: ['Uno', 'Dos', 'Tres'] },
  ],
  [
    'encuesta: ¿qué cocinamos? Pasta o arroz, cualquiera puede agregar opciones',
    { growing: true, question: '¿Qué cocinamos?', options: ['Pasta', 'arroz'] },
  ],
  [
    '¿cuál de estos fines de semana pueden: 5-7 de junio, 12-14 de junio o 19-21?',
    {
      kind: 'dates',
      question: '¿Cuál de estos fines de semana pueden?',
      options: ['5-7 de junio', '12-14 de junio', '19-21'],
    },
  ],
  [
    '¿cuándo pueden todos? 3 de mayo o 10 de mayo',
    { kind: 'dates', question: '¿Cuándo pueden todos?', options: ['3 de mayo', '10 de mayo'] },
  ],
  [
    'ordenen los hoteles: Miradouro, Central y Beach House',
    { kind: 'rank', options: ['Miradouro', 'Central', 'Beach House'] },
  ],
  ['encuesta con notas: ¿qué hotel? A o B', { kind: 'score', question: '¿Qué hotel?', options: ['A', 'B'] }],
  ['encuesta: ¿qué hotel? A o B', { kind: undefined, question: '¿Qué hotel?', options: ['A', 'B'] }],
  ['haz una encuesta: playa o museo', { question: '¿Playa o museo?', options: ['playa', 'museo'] }],
  [
    'haz una encuesta sobre la cena: pizza, sushi o tacos',
    { question: '¿La cena?', options: ['pizza', 'sushi', 'tacos'] },
  ],
  [
    'encuesta: qué hacemos el sábado, zoo o acuario',
    { question: '¿Qué hacemos el sábado?', options: ['zoo', 'acuario'] },
  ],
  ['encuesta: dónde cenamos', { question: '¿Dónde cenamos?', options: [] }],
])('%s', (text, wished) => {
  expect(read(text)).toMatchObject(wished);
});

test('Spanish dates are days, with the month that was named once', () => {
  expect(datedOptions(['5-7 de junio', '19-21'], new Date('2027-03-01T10:00:00Z'))).toEqual([
    { text: '5-7 de junio', days: ['2027-06-05', '2027-06-06', '2027-06-07'] },
    { text: '19-21 de junio', days: ['2027-06-19', '2027-06-20', '2027-06-21'] },
  ]);
});
