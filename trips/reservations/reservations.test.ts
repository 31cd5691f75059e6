import type { Passage } from '../itineraries/candidate.ts';
import { confirmationIn } from './confirmation-number.ts';
import { findReservations } from './find-in-document.ts';
import { fixedPoints } from './fixed-points.ts';
import type { Reservation } from './reservation.ts';

const trip = { startDate: '2027-06-11', endDate: '2027-06-15', currency: 'EUR' };
const passage = (text: string): Passage => ({
  documentId: 'document_1',
  document: 'paper.pdf',
  page: 1,
  heading: undefined,
  text,
});
const found = (text: string) => findReservations([passage(text)], trip);

describe('bookings that a document states', () => {
  test('should be read with days, times, number, address and total of a stay', () => {
    expect(
      found(
        'Your reservation is confirmed\nApartamento Alfama Sol\nCheck-in Fri, Jun 11, 2027 4:00 PM\nCheckout Tue, Jun 15, 2027 10:00 AM\nAddress: Rua da Regueira 12, Lisbon\nConfirmation code HMABX3Q2\nTotal (EUR) €1,102.50',
      ),
    ).toEqual([
      {
        kind: 'lodging',
        name: 'Apartamento Alfama Sol',
        startDate: '2027-06-11',
        endDate: '2027-06-15',
        startTime: '16:00',
        endTime: '10:00',
        address: 'Rua da Regueira 12, Lisbon',
        confirmation: 'HMABX3Q2',
        price: { amount: 110_250, currency: 'EUR' },
        source: {
          documentId: 'document_1',
          document: 'paper.pdf',
          page: 1,
          quote: 'Check-in Fri, Jun 11, 2027 4:00 PM',
        },
      },
    ]);
  });

  test('should be both flights of a journey under its one number', () => {
    expect(
      found(
        'Booking reference: XK4P2Q\nFlight TP1351 departs London 11 June 2027 at 09:40 and arrives in Lisbon at 12:25.\nReturn flight TP1358 leaves Lisbon 15 June 2027 at 18:05, landing 20:45.',
      ),
    ).toMatchObject([
      { kind: 'flight', name: 'Flight TP1351', startTime: '09:40', endTime: '12:25', confirmation: 'XK4P2Q' },
      { kind: 'flight', name: 'Flight TP1358', startTime: '18:05', endTime: '20:45', confirmation: 'XK4P2Q' },
    ]);
  });

  test.each([
    [
      'a guide',
      'Tile Museum: Tue-Sun 10:00-18:00, EUR 8 per person\nHotel Borges: check-in from 15:00, EUR 120 a night',
    ],
    ['an offer', 'Hotel Miradouro\nCheck-in Friday 11 June from 15:00\nRooms can be booked until 1 May.'],
    ['a confirmation without days', 'Hotel Miradouro\nBooking confirmation 8841\nCheck-in from 15:20'],
    ['an empty page', ''],
  ])('should not be made up from %s', (_, text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('a confirmation number', () => {
  test.each([
    ['Booking confirmation 8841', '8841'],
    ['confirmation ABC123, 940 euros', 'ABC123'],
    ['Reservation number: HM-48213.', 'HM-48213'],
    ['booking reference is XKPQRZ', 'XKPQRZ'],
    ['Order confirmation\nOrder number SK-77120', 'SK-77120'],
    ['Ihr Buchungscode lautet: 8KXW4P', '8KXW4P'],
    ['Numéro de réservation : HT 20931', 'HT 20931'],
    ['Localizador | PN-30418', 'PN-30418'],
    ['Auftragsnummer: 910 442 ist gültig', '910 442'],
    ['su reserva para 4 personas', undefined],
    ['Confirmation of 2027-06-11', undefined],
    ['confirmation will follow', undefined],
    ['the booking is CONFIRMED', undefined],
    ['our booking for 9 people', undefined],
  ])('%s', (text, number) => {
    expect(confirmationIn(text)).toBe(number);
  });
});

describe('the fixed points of a plan', () => {
  const reservation = (more: Partial<Reservation>): Reservation => ({
    ...{ pk: 'trip_1', id: 'reservation_1', type: 'reservation', _schema_version: 1, tripId: 'trip_1' },
    ...{ kind: 'restaurant', name: 'Taverna', startDate: '2027-06-12', bookedBy: 'family_1', scope: 'trip' },
    ...{ status: 'booked', addedBy: 'user_1', createdAt: '2027-01-01T00:00:00.000Z' },
    ...more,
  });

  test('should be what is booked for everyone within the trip, in order', () => {
    const points = fixedPoints(
      [
        reservation({ id: 'dinner', startTime: '19:30' }),
        reservation({ id: 'stay', kind: 'lodging', startDate: '2027-06-10', endDate: '2027-06-14' }),
        reservation({ id: 'lunch', startTime: '12:00', endTime: '13:30' }),
        reservation({ id: 'own', scope: 'family' }),
        reservation({ id: 'off', status: 'cancelled' }),
        reservation({ id: 'later', startDate: '2027-06-16' }),
      ],
      trip,
    );
    expect(points.map(({ reservationId, start, end }) => [reservationId, start, end])).toEqual([
      ['stay', undefined, undefined],
      ['lunch', 720, 810],
      ['dinner', 1_170, undefined],
    ]);
  });
});
