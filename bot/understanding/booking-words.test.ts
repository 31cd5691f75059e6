import { readBooking } from './booking-words.ts';

const NOW = new Date('2027-02-01T10:00:00Z');
const trip = { startDate: '2027-06-11', timeZone: 'Europe/Lisbon' };
const read = (text: string) =>
  Object.fromEntries(Object.entries(readBooking(text, trip, NOW)).filter(([, value]) => value !== undefined));
const eur = (amount: number) => ({ amount: amount * 100, currency: 'EUR' });

describe('something booked, in words', () => {
  test.each([
    [
      'we booked Hotel Miradouro 11 to 15 June, confirmation ABC123, 940 euros',
      {
        kind: 'lodging',
        name: 'Hotel Miradouro',
        startDate: '2027-06-11',
        endDate: '2027-06-15',
        confirmation: 'ABC123',
        price: eur(940),
      },
    ],
    [
      'I booked a table at Taverna do Capitao for Friday at 8pm',
      { kind: 'restaurant', name: 'Taverna do Capitao', startDate: '2027-06-11', startTime: '20:00' },
    ],
    [
      'our flight TP1351 leaves on 11 June at 9:40 and lands at 12:25',
      { kind: 'flight', name: 'Flight TP1351', startDate: '2027-06-11', startTime: '09:40', endTime: '12:25' },
    ],
    [
      'we have booked the river cruise on Sunday at 10:00, booking code RC998, 180 euros',
      {
        kind: 'activity',
        name: 'River cruise',
        startDate: '2027-06-13',
        startTime: '10:00',
        confirmation: 'RC998',
        price: eur(180),
      },
    ],
    [
      'booked villa sol for 4 nights from 11 June, EUR 1,200',
      { kind: 'lodging', name: 'Villa sol', startDate: '2027-06-11', endDate: '2027-06-15', price: eur(1_200) },
    ],
    [
      'the Oceanario tickets are booked for 13 June at 11:30',
      { kind: 'activity', name: 'Oceanario tickets', startDate: '2027-06-13', startTime: '11:30' },
    ],
    [
      'we booked two rooms at Hotel Borges from 11 June to 15 June',
      { kind: 'lodging', name: 'Hotel Borges', startDate: '2027-06-11', endDate: '2027-06-15' },
    ],
    [
      'note that we booked surf lessons on 14 June from 10 to 12',
      { kind: 'activity', name: 'Surf lessons', startDate: '2027-06-14', startTime: '10:00', endTime: '12:00' },
    ],
    ['we booked a boat tour, keep it private', { kind: 'activity', name: 'Boat tour' }],
    [
      'we booked dinner at Pizza Roma tomorrow at 19:00',
      { kind: 'restaurant', name: 'Pizza Roma', startDate: '2027-02-02', startTime: '19:00' },
    ],
    ['booked!', {}],
  ])('%s', (text, words) => {
    expect(read(text)).toEqual(words);
  });
});
