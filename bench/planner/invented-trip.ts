import { daysBetween } from '../../trips/dates.ts';
import { noPreferences } from '../../trips/families/family.ts';
import type { Candidate, OpeningHours } from '../../trips/itineraries/candidate.ts';
import type { PlanningFacts, PlanningFamily } from '../../trips/itineraries/planning-facts.ts';

const currency = 'EUR';
const eur = (amount: number) => ({ amount: Math.round(amount * 100), currency });
const CITIES = ['Arvina', 'Belmora', 'Castrel'] as const;
const HOME = 'Home';
const TOPICS = ['museum', 'beach', 'castle', 'market', 'boat', 'zoo'] as const;
const START = '2027-06-07';

/** Numbers that look drawn and are always the same. */
const drawn = (seed: number): (() => number) => {
  let state = (seed * 7_919 + 17) % 2_147_483_647;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
};

const week = (from: number, to: number, closed: number): OpeningHours =>
  Array.from({ length: 7 }, (_, day) => (day === closed ? [] : [{ from, to }]));

const placesIn = (city: string, draw: () => number): readonly Candidate[] => [
  ...Array.from({ length: 25 }, (_, index): Candidate => {
    const topic = TOPICS[index % TOPICS.length] ?? 'museum';
    const opens = 540 + 30 * Math.floor(draw() * 4);
    const adult = 4 + Math.floor(draw() * 22);
    return {
      id: `${city} sight ${index}`,
      kind: 'sight',
      name: `${city} ${topic} ${index}`,
      city,
      price: { per: 'person', adult: eur(adult), child: eur(adult / 2), freeUpTo: 3 },
      hours: week(opens, opens + 360 + 30 * Math.floor(draw() * 8), Math.floor(draw() * 7)),
      minutes: 60 + 15 * Math.floor(draw() * 8),
      stepFree: draw() > 0.15,
      minAge: draw() > 0.93 ? 8 : undefined,
      diets: {},
      about: topic,
    };
  }),
  ...Array.from({ length: 20 }, (_, index): Candidate => {
    const late = draw() > 0.3;
    return {
      id: `${city} table ${index}`,
      kind: 'meal',
      name: `${city} table ${index}`,
      city,
      price: { per: 'person', adult: eur(9 + Math.floor(draw() * 26)), child: eur(8) },
      hours: week(late ? 720 : 540, late ? 1380 : 1020, Math.floor(draw() * 7)),
      diets: { vegetarian: draw() > 0.1, 'nut-free': draw() > 0.4 ? true : undefined },
      cuisines: [['Italian', 'Thai', 'French', 'Greek'][index % 4] ?? 'Italian'],
      stepFree: draw() > 0.1,
      about: '',
    };
  }),
  ...Array.from(
    { length: 8 },
    (_, index): Candidate => ({
      id: `${city} stay ${index}`,
      kind: 'lodging',
      name: `${city} stay ${index}`,
      city,
      price: { per: 'night', each: eur(60 + Math.floor(draw() * 140)), ofRoom: true },
      rating: 2 + Math.floor(draw() * 4),
      stay: {
        sleeps: 2 + (index % 4),
        minNights: 1 + (index % 3),
        roomType: index % 3 === 0 ? 'private' : 'entire',
        forbids: index % 4 === 0 ? ['pets'] : [],
      },
      stepFree: index !== 5,
      checkIn: 900,
      checkOut: 660,
      diets: {},
      about: '',
    }),
  ),
];

const legsBetween = (from: string, to: string, dates: readonly string[], draw: () => number): readonly Candidate[] => [
  ...dates.flatMap((date) =>
    [7, 11, 16].map((hour): Candidate => {
      const departs = hour * 60 + Math.floor(draw() * 60);
      const minutes = 75 + Math.floor(draw() * 60);
      return {
        id: `${from} ${to} ${date} ${hour}`,
        kind: 'leg',
        name: `Train ${hour}`,
        price: { per: 'person', adult: eur(12 + Math.floor(draw() * 40)), child: eur(8), freeUpTo: 3 },
        leg: { mode: 'train', from, to, date, departs, arrives: departs + minutes, minutes },
        diets: {},
        about: '',
      };
    }),
  ),
  {
    id: `${from} ${to} taxi`,
    kind: 'leg',
    name: 'Taxi',
    price: { per: 'vehicle', each: eur(150), seats: 4 },
    leg: { mode: 'taxi', from, to, minutes: 100 },
    diets: {},
    about: '',
  },
];

const familyOf = (index: number, draw: () => number): PlanningFamily => {
  const children = Array.from({ length: index % 3 }, () => ({ age: 2 + Math.floor(draw() * 13), child: true }));
  return {
    id: `family ${index}`,
    members: [{ age: 41, child: false }, { age: 39, child: false }, ...children],
    weight: index === 1 ? 1.4 : 1,
    preferences: {
      ...noPreferences,
      diet: index % 4 === 1 ? ['vegetarian'] : [],
      mobility: index === 3 ? ['wheelchair'] : [],
      pace: index === 2 ? 'slow' : undefined,
      budget: index === 0 ? eur(4_500) : undefined,
      interests: { [TOPICS[index % TOPICS.length] ?? 'zoo']: 5, [TOPICS[(index + 2) % TOPICS.length] ?? 'zoo']: 2 },
    },
  };
};

/** A trip as large as asked, the same every time: days, families, and as many of three cities as `visit`. */
export const inventedTrip = (days: number, families: number, visit: number): PlanningFacts => {
  const draw = drawn(days * 31 + families * 7 + visit);
  const endDate = new Date(Date.parse(START) + (days - 1) * 86_400_000).toISOString().slice(0, 10);
  const dates = daysBetween(START, endDate);
  const stops = [HOME, ...CITIES];
  return {
    trip: {
      startDate: START,
      endDate,
      destination: CITIES[0],
      budget: eur(days * families * 330),
      round: { home: HOME, among: CITIES, visit },
      rules: [
        { kind: 'stay-allows', what: 'pets' },
        { kind: 'cuisine', cuisine: 'Thai' },
      ],
    },
    families: Array.from({ length: families }, (_, index) => familyOf(index, draw)),
    candidates: [
      ...CITIES.flatMap((city) => placesIn(city, draw)),
      ...stops.flatMap((from) => stops.flatMap((to) => (from === to ? [] : legsBetween(from, to, dates, draw)))),
    ],
    decided: [],
  };
};
