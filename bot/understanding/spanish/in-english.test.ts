import { readDayRange, readDeadline } from '../dates.ts';
import { readMoney } from '../money.ts';
import { readDescription } from '../party.ts';
import { readPollWords } from '../poll-words.ts';
import { readTimes } from '../times.ts';
import { heardBy } from './heard.ts';
import { daysInEnglish, inEnglish } from './in-english.ts';
import { questionInEnglish } from './terms.ts';

const NOW = new Date('2027-03-01T10:00:00Z');

test.each([
  ['el sábado 12 de junio', '2027-06-12', '2027-06-12'],
  ['del 3 al 7 de agosto', '2027-08-03', '2027-08-07'],
  ['del tres al siete de agosto de 2028', '2028-08-03', '2028-08-07'],
  ['desde el 28 de junio hasta el 2 de julio de 2027', '2027-06-28', '2027-07-02'],
  ['Vamos a Cancún 11-15 de junio de 2027', '2027-06-11', '2027-06-15'],
  ['el primero de mayo', '2027-05-01', '2027-05-01'],
  ['mañana', '2027-03-02', '2027-03-02'],
  ['MAÑANA', '2027-03-02', '2027-03-02'],
  ['pasado manana', '2027-03-03', '2027-03-03'],
  ['este fin de semana', '2027-03-06', '2027-03-07'],
])('"%s" is %s to %s', (text, startDate, endDate) => {
  expect(readDayRange(daysInEnglish(text), NOW)).toMatchObject({ startDate, endDate });
});

test.each([
  ['mañana a las 7 de la tarde', ['19:00']],
  ['a las 8:30 de la noche', ['20:30']],
  ['a las nueve y media', ['09:30']],
  ['al mediodía', ['12:00']],
  ['a las 12 de la noche', ['00:00']],
  ['de las 10 de la mañana', ['10:00']],
])('"%s" is at %j', (text, times) => {
  expect(readTimes(daysInEnglish(text)).map(({ time }) => time)).toEqual(times);
});

test('a deadline is read as it is said', () => {
  expect(readDeadline(daysInEnglish('el viernes a las 8 de la noche'), NOW, 'UTC')).toBe('2027-03-05T20:00:00.000Z');
});

test.each([
  ['somos dos adultos y dos niños de 4 y 9 años', { adults: 2, children: [{ age: 4 }, { age: 9 }] }],
  ['dos adultos y tres niños', { adults: 2, children: [{}, {}, {}] }],
  ['Leo no puede comer nueces', { diet: ['no nuts'] }],
  ['mi hija es alérgica a los cacahuates', { allergies: ['peanuts'] }],
  ['somos vegetarianos', { diet: ['vegetarian'] }],
  ['la abuela usa silla de ruedas', { mobility: ['wheelchair'] }],
  ['mi mamá no puede subir escaleras', { mobility: ['no stairs'] }],
  ['nuestro presupuesto es de 2000 euros', { budget: { amount: 200_000, currency: 'EUR' } }],
  ['no podemos el 12 y 13 de junio', { unavailable: ['2027-06-12', '2027-06-13'] }],
  ['nos encanta la playa y no nos gustan las compras', { interests: { beach: 5, shopping: 1 } }],
])('"%s" tells of the family', (text, described) => {
  expect(readDescription(inEnglish(text), NOW)).toMatchObject(described);
});

test('money is read with its currency', () => {
  expect(readMoney(inEnglish('1.500 dólares'))).toEqual({ amount: 150_000, currency: 'USD' });
});

test('names keep their letters', () => {
  expect(inEnglish('nuevo viaje a Cancún con José del 3 al 7 de agosto')).toBe(
    'nuevo viaje a Cancún con José 3 to 7 August',
  );
});

test('a poll keeps its question and options as they were asked, and its deadline is understood', () => {
  const heard = heardBy('new-poll', 'encuesta: ¿dónde cenamos el viernes? La Taberna, Pelícano o Pizza Roma');
  expect(readPollWords(heard)).toEqual({
    question: '¿Dónde cenamos el viernes?',
    options: ['La Taberna', 'Pelícano', 'Pizza Roma'],
  });
  expect(heardBy('new-poll', 'votemos: ¿tren o avión? Tren o avión, hasta el jueves a las 8 de la noche')).toMatch(
    /^poll: ¿Tren o avión\? Tren or avión, by Thursday at 20:00$/,
  );
});

test.each([
  ['¿a qué hora es el check-in?', 'what time is check-in'],
  ['¿cuánto cuesta la cuna?', 'how much is baby cot'],
  ['¿hay piscina en el hotel?', 'is there a hotel pool'],
])('"%s" asks "%s" of English documents', (text, english) => {
  expect(questionInEnglish(text)).toContain(english);
});
