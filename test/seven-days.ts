import type { Itinerary, ItineraryItem } from '../trips/itineraries/itinerary.ts';
import { type Participation, participationId, type Trip } from '../trips/trips/trip.ts';

/** A plan with all that a plan can have: seven days in three cities, families that part and meet again, rain plans, what is booked and locked, a small child, long names and Spanish ones. */

const tripId = 'trip_seven';
export const [CHENS, GARCIAS, OKAFORS, LONG] = [
  'family_chen',
  'family_garcia',
  'family_okafor',
  'family_long',
] as const;

const eur = (amount: number) => ({ amount: amount * 100, currency: 'EUR' });
const from = (name: string, page?: number) => ({ documentId: `document_${name}`, name, page });
const GUIDE = 'Guía de la península para familias con niños pequeños y abuelos, edición revisada (2027).pdf';

export const sevenDaysTrip: Trip = {
  pk: tripId,
  id: tripId,
  type: 'trip',
  _schema_version: 1,
  name: 'Península Ibérica con abuelos, tíos, primos y Ñoño: el gran viaje de las cuatro familias',
  destination: 'Lisboa, Mérida y Sevilla',
  stops: [{ city: 'Lisboa', nights: 2 }, { city: 'Mérida', nights: 2 }, { city: 'Sevilla' }],
  startDate: '2027-03-25',
  endDate: '2027-03-31',
  timeZone: 'Europe/Lisbon',
  budget: eur(12_000),
  weighting: 'equal',
  organizerId: 'user_a',
  status: 'planning',
  createdAt: '2027-01-01T12:00:00.000Z',
};

const seat = (familyId: string, familyName: string, order: number): Participation => ({
  pk: tripId,
  id: participationId(tripId, familyId),
  type: 'participation',
  _schema_version: 1,
  tripId,
  tripName: sevenDaysTrip.name,
  familyId,
  familyName,
  adminId: `user_${order}`,
  heads: 4,
  joinedAt: `2027-01-0${order}T12:00:00.000Z`,
});
export const sevenDaysSeats = [
  seat(CHENS, 'Chen', 1),
  seat(GARCIAS, 'García', 2),
  seat(OKAFORS, 'Okafor', 3),
  seat(LONG, 'Fernández-Villaverde de la Concepción y Goicoechea', 4),
];

const meal = (part: 'lunch' | 'dinner', start: string, place: string, city: string, cost = 120): ItineraryItem => ({
  start,
  end: `${String(Number(start.slice(0, 2)) + 1).padStart(2, '0')}${start.slice(2)}`,
  kind: 'meal',
  meal: part,
  title: `${part === 'lunch' ? 'Lunch' : 'Dinner'} at ${place}`,
  place,
  city,
  cost: eur(cost),
  candidateId: `c_${place}`,
  source: from(GUIDE, 12),
});
const free = (start: string, end: string, title = 'Free time'): ItineraryItem => ({ start, end, kind: 'free', title });
const sight = (
  start: string,
  end: string,
  title: string,
  city: string,
  more: Partial<ItineraryItem> = {},
): ItineraryItem => ({
  start,
  end,
  kind: 'sight',
  title,
  place: title,
  city,
  cost: eur(48),
  candidateId: `c_${title}`,
  source: from(GUIDE, 4),
  ...more,
});

const days: Itinerary['days'] = [
  {
    date: '2027-03-25',
    items: [
      {
        start: '11:20',
        end: '12:00',
        kind: 'arrive',
        title: 'Arrive in Lisboa',
        note: 'Flight TP1234, 11:20',
        candidateId: 'c_flight',
        source: from('vuelos.pdf', 1),
      },
      meal('lunch', '12:45', 'Cervejaria do Bairro Alto', 'Lisboa'),
      free('13:45', '15:15', 'Rest after lunch'),
      {
        start: '15:20',
        end: '15:50',
        kind: 'lodging',
        title: 'Check in at Hotel Miradouro de São Pedro de Alcântara e Jardim Botânico',
        place: 'Rua das Flores 12, 1200-194 Lisboa',
        city: 'Lisboa',
        candidateId: 'c_hotel',
        nights: { first: '2027-03-25', count: 2 },
        cost: eur(1_920),
        note: 'From 15:20. The price is for the whole stay',
        source: from('hotel-miradouro.pdf', 1),
      },
      sight('16:30', '18:00', 'Castelo de São Jorge', 'Lisboa', {
        outdoor: true,
        rain: {
          candidateId: 'c_coaches',
          title: 'Museu Nacional dos Coches',
          place: 'Belém',
          start: '16:30',
          end: '18:00',
        },
      }),
      { ...meal('dinner', '19:00', 'Taverna do Capitão', 'Lisboa'), note: 'Booked' },
    ],
  },
  {
    date: '2027-03-26',
    items: [
      sight('09:30', '12:30', 'Oceanário de Lisboa', 'Lisboa', { who: [OKAFORS, CHENS], note: 'Booked' }),
      sight('09:30', '11:00', 'Museu Nacional do Azulejo', 'Lisboa', { who: [GARCIAS], note: 'Locked' }),
      meal('lunch', '13:00', 'Mercado da Ribeira', 'Lisboa'),
      free('14:00', '15:30', 'Rest after lunch'),
      sight('16:00', '17:30', 'Jardim da Estrela', 'Lisboa', {
        cost: eur(0),
        outdoor: true,
        rain: {
          candidateId: 'c_puppets',
          title: 'Museu da Marioneta',
          start: '16:00',
          end: '17:00',
          swapsWith: '2027-03-27',
        },
      }),
      meal('dinner', '19:00', 'Cervejaria do Bairro Alto', 'Lisboa'),
    ],
  },
  {
    date: '2027-03-27',
    items: [
      {
        start: '09:00',
        end: '11:45',
        kind: 'travel',
        title: 'Drive from Lisboa to Mérida',
        city: 'Mérida',
        candidateId: 'c_leg',
        cost: eur(85),
        note: 'Carro de alquiler, siete plazas',
        source: from('alquiler.pdf'),
      },
      meal('lunch', '12:30', 'Mesón Extremeño', 'Mérida'),
      sight('15:00', '16:30', 'Museo Nacional de Arte Romano', 'Mérida', { who: [CHENS, GARCIAS, OKAFORS] }),
      free('18:00', '19:00', 'Dinner, still open'),
      sight('23:15', '00:30', 'Noche de fado 🎶', 'Mérida'),
    ],
  },
  { date: '2027-03-28', items: [] },
  {
    date: '2027-03-29',
    items: [
      sight('10:00', '12:00', `"><script>alert(1)</script><img src=x onerror=alert(2)> & 'so' on`, 'Sevilla'),
      sight('15:00', '17:00', 'Real Alcázar de Sevilla, Patio de las Doncellas y jardines del Príncipe', 'Sevilla', {
        cost: { amount: 123_456, currency: 'EUR' },
        note: 'Check the opening hours',
        outdoor: true,
      }),
    ],
  },
  {
    date: '2027-03-30',
    items: Array.from({ length: 20 }, (_, index) =>
      sight(
        `${String(8 + Math.floor(index / 2)).padStart(2, '0')}:${index % 2 === 0 ? '00' : '30'}`,
        `${String(8 + Math.floor((index + 1) / 2)).padStart(2, '0')}:${index % 2 === 0 ? '30' : '00'}`,
        `Parada ${index + 1} de la ruta de los azulejos`,
        'Sevilla',
        { note: 'Check the opening hours', outdoor: true },
      ),
    ),
  },
  {
    date: '2027-03-31',
    items: [
      {
        start: '10:30',
        end: '11:00',
        kind: 'lodging',
        title: 'Check out of Casa de la Judería',
        place: 'Calle Santa María la Blanca 5, Sevilla',
        city: 'Sevilla',
        note: 'By 11:00',
        source: from('hotel-sevilla.pdf', 1),
      },
      {
        start: '22:30',
        end: '23:59',
        kind: 'depart',
        title: 'Set off for flight TP5678',
        note: 'It leaves at 23:59',
        candidateId: 'c_back',
        source: from('vuelos.pdf', 2),
      },
    ],
  },
];

export const sevenDays: Itinerary = {
  pk: tripId,
  id: 'itinerary_seven',
  type: 'itinerary',
  _schema_version: 1,
  tripId,
  version: 3,
  days,
  total: eur(5_310),
  checks: [
    { constraint: 'budget', ok: true, detail: 'EUR 5,310 of EUR 12,000 for 16 people' },
    { constraint: 'dates', ok: true, detail: '7 days, 25-31 March 2027; everyone is there throughout' },
    { constraint: 'diet', ok: false, detail: 'No promise of nut-free food at Mesón Extremeño' },
    { constraint: 'ages', ok: true, detail: 'everything suits children of 2 and 9' },
    { constraint: 'overlap', ok: true, detail: 'nobody is in two places at once' },
    { constraint: 'mobility', ok: true, detail: 'no stairs for whoever cannot climb them, all step-free' },
  ],
  gaps: [
    'Dinner on Sat 27 Mar is still open: send me places to eat and I fit them in.',
    'How you get from Mérida to Sevilla on Sun 28 Mar is not in your documents yet; I left time for it.',
  ],
  createdAt: '2027-02-01T12:00:00.000Z',
};
