import { previousDay } from '../dates.ts';
import type { FixedPoint } from '../reservations/fixed-points.ts';
import { type Booking, type Candidate, plainName } from './candidate.ts';
import { citiesNamed, cityOfTexts } from './stops/city-names.ts';
import type { Mode } from './trip-rules.ts';

/** What people noted as booked, and what they noted as cancelled, by name and day. */
export interface Reserved {
  readonly booked: readonly FixedPoint[];
  readonly cancelled: readonly Pick<FixedPoint, 'name' | 'startDate'>[];
}

interface TripDays {
  readonly startDate: string;
  readonly endDate: string;
  /** The cities the trip stops in; absent when it stays in one place. */
  readonly cities?: readonly string[] | undefined;
}

/**
 * The candidates with what people noted themselves: their word goes before that of a paper. What is booked becomes a
 * fixed point, what is cancelled is free again. A car, and what has no time, is nothing a day can be built around.
 */
export const withReserved = (
  candidates: readonly Candidate[],
  { booked, cancelled }: Reserved,
  trip: TripDays,
): readonly Candidate[] => {
  const all = candidates.map((candidate) =>
    cancelled.some((off) => isOf(candidate, off)) ? freed(candidate) : candidate,
  );
  for (const point of booked) {
    const drafted = candidateOf(point, trip);
    if (!drafted) continue;
    const index = all.findIndex((candidate) => isSame(candidate, drafted));
    const known = all[index];
    if (known) all[index] = { ...known, ...defined(drafted), id: known.id, about: known.about };
    else all.push(drafted);
  }
  return all;
};

const isOf = ({ kind, name, booking }: Candidate, off: Pick<FixedPoint, 'name' | 'startDate'>): boolean =>
  plainName(name) === plainName(off.name) && (kind === 'lodging' || booking?.date === off.startDate);

const freed = ({ booking: _, confirmed: __, ...candidate }: Candidate): Candidate => candidate;

/** One place, and not another visit to it. */
const isSame = (one: Candidate, other: Candidate): boolean => {
  if (one.kind !== other.kind) return false;
  if (one.leg && other.leg)
    return one.leg.from === other.leg.from && one.leg.to === other.leg.to && one.leg.date === other.leg.date;
  if (one.kind === 'arrive' || one.kind === 'depart') {
    return one.booking?.date === other.booking?.date && one.booking?.start === other.booking?.start;
  }
  return plainName(one.name) === plainName(other.name) && (!one.booking || one.booking.date === other.booking?.date);
};

const defined = (candidate: Candidate): Partial<Candidate> =>
  Object.fromEntries(Object.entries(candidate).filter(([, value]) => value !== undefined));

const candidateOf = (point: FixedPoint, trip: TripDays): Candidate | undefined => {
  const placed = legOf(point, trip) ?? placeOf(point, trip);
  if (!placed) return undefined;
  const { name, address, price, reservationId } = point;
  const city = placed.kind === 'leg' ? undefined : cityOfTexts([address, name], trip.cities);
  return {
    ...(city === undefined ? {} : { city }),
    id: `candidate_${reservationId}`,
    name,
    address,
    price: price && { per: 'group', total: price },
    diets: {},
    about: name,
    ...placed,
  };
};

type Placed = Pick<Candidate, 'kind' | 'booking' | 'leg' | 'confirmed' | 'checkIn' | 'checkOut' | 'stay'>;

const placeOf = (point: FixedPoint, trip: TripDays): Placed | undefined => {
  const { kind, startDate, endDate, start, end } = point;
  switch (kind) {
    case 'lodging':
      return {
        kind: 'lodging',
        confirmed: true,
        checkIn: start,
        checkOut: end,
        stay: endDate > startDate ? { nights: { first: startDate, last: previousDay(endDate) } } : undefined,
      };
    case 'flight':
    case 'train':
      return journeyOf(point, trip);
    case 'restaurant':
    case 'activity':
    case 'other': {
      const booking: Booking | undefined = start === undefined ? undefined : { date: startDate, start, end };
      return booking && { kind: kind === 'restaurant' ? 'meal' : 'sight', booking };
    }
    case 'car':
      return undefined;
  }
};

const BY: readonly (readonly [RegExp, Mode])[] = [
  [/\b(?:bus|coach)\b/i, 'bus'],
  [/\bferry\b/i, 'ferry'],
  [/\b(?:taxi|transfer)\b/i, 'taxi'],
];

/** The way from one city of the trip to another, when a booking names both. */
const legOf = ({ kind, name, startDate, start, end }: FixedPoint, { cities = [] }: TripDays): Placed | undefined => {
  if (kind !== 'flight' && kind !== 'train' && kind !== 'other') return undefined;
  const [from, to, third] = citiesNamed(name, cities);
  if (from === undefined || to === undefined || third !== undefined) return undefined;
  const mode = kind === 'flight' ? 'flight' : (BY.find(([word]) => word.test(name))?.[1] ?? 'train');
  return { kind: 'leg', leg: { mode, from, to, date: startDate, departs: start, arrives: end } };
};

/** A journey counts by its end on the first day and by its start on the last; one in between moves nobody's first or last day. */
const journeyOf = ({ startDate, endDate, start, end }: FixedPoint, trip: TripDays): Placed | undefined => {
  const lands = end ?? start;
  if (endDate === trip.startDate && lands !== undefined) {
    return { kind: 'arrive', booking: { date: endDate, start: lands } };
  }
  return startDate === trip.endDate && start !== undefined
    ? { kind: 'depart', booking: { date: startDate, start } }
    : undefined;
};
