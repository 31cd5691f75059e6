import { readBookingWish } from './wants-booking.ts';

describe('what somebody wants booked', () => {
  test.each([
    ['can you book us a table', { what: 'table' }],
    ['book a table at Ribeira Kitchen for saturday at 8', { what: 'table', at: 'Ribeira Kitchen', day: 'saturday' }],
    ['make a reservation at Cantina Norte on friday pls', { what: 'table', at: 'Cantina Norte', day: 'friday' }],
    ['can you reserve two rooms at the Astoria', { what: 'bed', at: 'Astoria' }],
    ['could you book flights for us?', { what: 'ride' }],
    ['book the boat tour for sunday', { what: 'visit', day: 'sunday' }],
    ['resérvanos una mesa en la Taverna el sábado', { what: 'table', at: 'Taverna', day: 'sábado' }],
    ['¿puedes comprar las entradas?', { what: 'visit' }],
  ])('is heard in "%s"', (text, wish) => {
    expect(readBookingWish(text)).toEqual(wish);
  });

  test.each([
    'we booked a table',
    'reservamos el Hotel Miradouro',
    'do you need to book the castle ahead',
    'did you book the hotel',
    'book in the museum on saturday',
    'bookings',
    'get the guide',
  ])('is nothing in "%s"', (text) => {
    expect(readBookingWish(text)).toBeUndefined();
  });
});
