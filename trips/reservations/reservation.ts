import { z } from 'zod';
import { type DocumentScope, documentScope } from '../documents/document.ts';
import type { FamilyId, TripId, UserId } from '../ids.ts';
import { type Money, money } from '../money.ts';
import type { Entity, Kind } from '../records.ts';

export const reservationKind = z.enum(['lodging', 'flight', 'train', 'car', 'restaurant', 'activity', 'other']);
export type ReservationKind = z.infer<typeof reservationKind>;

/** `HH:MM` on the clocks of the trip's time zone. */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time as HH:MM');

/** Where a reservation was read from: the document, its page (1-based), and the words there. */
export const reservationSource = z.object({
  documentId: z.string().max(100),
  document: z.string().max(200),
  page: z.int().min(1).optional(),
  quote: z.string().max(300),
});
export type ReservationSource = Readonly<z.infer<typeof reservationSource>>;

/** What a reservation says of itself. Days and times are in the trip's time zone; what is not known is absent. */
export const reservationFacts = z.object({
  kind: reservationKind,
  name: z.string().trim().min(1).max(100),
  startDate: z.iso.date(),
  /** Check-in, departure, or the time of the table. */
  startTime: timeOfDay.optional(),
  endDate: z.iso.date().optional(),
  /** Check-out, or arrival. */
  endTime: timeOfDay.optional(),
  confirmation: z.string().trim().min(1).max(60).optional(),
  address: z.string().trim().min(1).max(200).optional(),
  /** For everything that was booked together. */
  price: money.extend({ amount: z.int().min(0).max(1e12) }).optional(),
});
export type ReservationFacts = Readonly<z.infer<typeof reservationFacts>>;

/** Something that is booked elsewhere and noted here; nothing is booked by us. A fixed point for the planner. Partition: the trip. */
export interface Reservation extends Entity, Omit<ReservationFacts, 'price'> {
  readonly type: 'reservation';
  readonly tripId: TripId;
  readonly price?: Money | undefined;
  readonly bookedBy: FamilyId;
  /** `family`: only the family that booked knows of it. */
  readonly scope: DocumentScope;
  readonly source?: ReservationSource | undefined;
  readonly status: 'booked' | 'cancelled';
  readonly addedBy: UserId;
  readonly createdAt: string;
}

export const reservations: Kind<Reservation> = {
  type: 'reservation',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('reservation'),
    _schema_version: z.number(),
    tripId: z.string(),
    ...reservationFacts.shape,
    price: money.optional(),
    bookedBy: z.string(),
    scope: documentScope,
    source: reservationSource.optional(),
    status: z.enum(['booked', 'cancelled']),
    addedBy: z.string(),
    createdAt: z.string(),
  }),
};

/** Reservations a trip can have, cancelled ones too. */
export const MAX_RESERVATIONS = 300;
/** The longest one, in days. */
const MAX_NIGHTS = 60;

/** Why its days and times cannot stand, in words; nothing when they can. */
export const badTimes = ({ startDate, startTime, endDate, endTime }: ReservationFacts): string | undefined => {
  if (endDate === undefined) {
    return startTime !== undefined && endTime !== undefined && endTime < startTime
      ? 'it ends before it begins; say the day it ends'
      : undefined;
  }
  if (endDate < startDate) return 'its last day is before its first';
  if (endDate === startDate && startTime !== undefined && endTime !== undefined && endTime < startTime) {
    return 'it ends before it begins';
  }
  const nights = (Date.parse(endDate) - Date.parse(startDate)) / 86_400_000;
  return nights > MAX_NIGHTS ? `a reservation lasts ${MAX_NIGHTS} nights at most` : undefined;
};
