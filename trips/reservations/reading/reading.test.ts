import type { Passage } from '../../itineraries/candidate.ts';
import { readConfirmation } from './confirmation.ts';
import { dateOrder, saidDays } from './said-days.ts';
import { saidTimes } from './said-times.ts';

const trip = { startDate: '2027-06-11', endDate: '2027-06-20' };
const passage = (text: string, heading?: string): Passage => ({
  ...{ documentId: 'document_1', document: 'paper', page: 1, heading, text },
});
const read = (text: string, currency = 'EUR') => readConfirmation([passage(text)], { ...trip, currency });

describe('the days of a paper', () => {
  test.each([
    ['viernes, 11 de junio de 2027', '2027-06-11'],
    ['mardi 15 juin 2027', '2027-06-15'],
    ['Freitag, 11. Juni', '2027-06-11'],
    ['sabato 12 giugno 2027', '2027-06-12'],
    ['terça-feira, 15 de junho de 2027', '2027-06-15'],
    ['Sat, Jun 12, 2027', '2027-06-12'],
    ['11JUN27', '2027-06-11'],
    ['12.06.2027', '2027-06-12'],
    ['2027-06-12', '2027-06-12'],
    ['check-out 15 June', '2027-06-15'],
    ['10 June', '2027-06-10'],
    ['31.06.2027', undefined],
    ['you may bring 2 bags', undefined],
  ])('%s', (text, day) => {
    expect(saidDays(text, trip, undefined)[0]?.day).toBe(day);
  });

  test.each([
    ['Your car from 13/06/2027', 'day-first'],
    ['Your car from 06/13/2027', 'month-first'],
    ['Fecha 05/06/2027', 'day-first'],
    ['Your room from 06/12/2027 at 4:00 PM, $900', 'month-first'],
    ['Your room from 12/06/2027', 'day-first'],
    ['Your room from 06/05/2027', undefined],
  ])('%s is %s', (text, order) => {
    expect(dateOrder(text, trip)).toBe(order);
  });
});

describe('the times of a paper', () => {
  test.each([
    ['7:45pm', ['19:45']],
    ['07h58 Paris', ['07:58']],
    ['ab 15.00 Uhr', ['15:00']],
    ['a partir das 15h', ['15:00']],
    ['09:30 - 12:02', ['09:30', '12:02']],
    ['EUR 16.50, 23 kg, 1.65 €', []],
    ['25:10', []],
  ])('%s', (text, times) => {
    expect(saidTimes(text).map(({ time }) => time)).toEqual(times);
  });

  test('should say which are of the next day', () => {
    expect(saidTimes('00:40 Uhr (+1), then 9:05 the next morning, then 10:00').map((one) => one.nextDay)).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe('a confirmation', () => {
  test('should give the total, not a part, a deposit or the price of a night', () => {
    const paper =
      'Booking reference: AB1234\nHotel Mar Azul\nCheck-in: 12 June 2027\nCheck-out: 14 June 2027\nPrice per night: EUR 120\nDeposit: EUR 500\nTotal: EUR 240';
    expect(read(paper)[0]?.price).toEqual({ amount: 24_000, currency: 'EUR' });
    expect(read(paper.replace('\nTotal: EUR 240', ''))[0]?.price).toBeUndefined();
  });

  test('should put a night train in on the next morning, and leave open when a plane lands that seems to land before', () => {
    const train =
      'Order 5539-KLM-02\nOutbound\nSunday 13 June 2027, train NS 421\nHamburg-Altona 20:12, Vienna main station 9:05';
    expect(read(train)).toMatchObject([
      { kind: 'train', name: 'NS 421', startTime: '20:12', endDate: '2027-06-14', endTime: '09:05' },
    ]);
    const plane = 'Booking reference: XK4P2Q\nFlight FJ 822 on 13 June 2027\nDeparts 21:40\nArrives 13:10';
    expect(read(plane)).toMatchObject([{ kind: 'flight', startTime: '21:40' }]);
    expect(read(plane)[0]).not.toHaveProperty('endTime', '13:10');
  });

  test('should hear nothing in what its paper hides', () => {
    const paper =
      'Booking reference: AB1234\nHotel Mar Azul\nCheck-in: 12 June 2027\n[hidden text] Check-in: 11 June 2027\nCheck-out: 14 June 2027';
    expect(read(paper)).toMatchObject([{ startDate: '2027-06-12' }]);
  });

  test.each([
    ['a menu', 'Trattoria da Nina\nTable for six: book before 12 June 2027\nPasta EUR 12'],
    [
      'a guide',
      'Hotel Borges: check-in from 15:00\nThe museum is open from 11 June 2027 to 20 June 2027, 10:00-18:00.',
    ],
  ])('should not be made of %s', (_, text) => {
    expect(read(text)).toEqual([]);
  });
});
