import { z } from 'zod';
import { day } from '../dates.ts';
import type { ItineraryId, TripId } from '../ids.ts';
import { money } from '../money.ts';
import type { Entity, Kind } from '../records.ts';
import { type PlanAsked, planAsked } from './asked.ts';

/** Where an item's facts come from. */
const itemSource = z.object({ documentId: z.string(), name: z.string(), page: z.int().optional() });

/**
 * What is done instead of something outdoors when it rains, proved with the plan. `swapsWith`: it is in the plan on that day,
 * and the two change places. Times are `HH:MM` in the trip's time zone.
 */
const rainInstead = z.object({
  candidateId: z.string(),
  title: z.string(),
  place: z.string().optional(),
  start: z.string(),
  end: z.string(),
  swapsWith: day.optional(),
});
export type RainInstead = Readonly<z.infer<typeof rainInstead>>;

/** One thing on one day. Times are `HH:MM` in the trip's time zone. */
export const itineraryItem = z.object({
  start: z.string().regex(/^\d\d:\d\d$/),
  end: z.string().regex(/^\d\d:\d\d$/),
  kind: z.enum(['arrive', 'depart', 'lodging', 'meal', 'sight', 'travel', 'free']),
  title: z.string(),
  place: z.string().optional(),
  /** For everyone together. */
  cost: money.optional(),
  note: z.string().optional(),
  source: itemSource.optional(),
  /** Which meal of the day it is. */
  meal: z.enum(['breakfast', 'lunch', 'dinner']).optional(),
  /** The nights that a stay is paid for, where it is paid. */
  nights: z.object({ first: day, count: z.int().positive() }).optional(),
  /** The candidate it came from: by this the checker finds the facts again. */
  candidateId: z.string().optional(),
  /** Ids of the families that join in; everyone when absent. */
  who: z.array(z.string()).optional(),
  /** The city it is in, where the trip goes through several. */
  city: z.string().optional(),
  /** True for what is known to be outdoors. */
  outdoor: z.boolean().optional(),
  rain: rainInstead.optional(),
});
export type ItineraryItem = Readonly<z.infer<typeof itineraryItem>>;

/** One constraint, checked again after planning by code that did not plan. */
export const planCheck = z.object({
  constraint: z.enum([
    'budget',
    'dates',
    'duplicates',
    'opening-hours',
    'diet',
    'mobility',
    'overlap',
    'ages',
    'bookings',
    'route',
    'lodging',
    'full-days',
    'cuisine',
    'asked',
  ]),
  ok: z.boolean(),
  /** The proof in words with its numbers, e.g. `EUR 5,310 of EUR 6,000`. */
  detail: z.string(),
});
export type PlanCheck = Readonly<z.infer<typeof planCheck>>;

/** A plan of the whole trip. Partition: the trip. */
export interface Itinerary extends Entity {
  readonly type: 'itinerary';
  readonly tripId: TripId;
  readonly version: number;
  readonly days: readonly { readonly date: string; readonly items: readonly ItineraryItem[] }[];
  /** For everyone together; absent when no price is known. */
  readonly total?: z.infer<typeof money> | undefined;
  readonly checks: readonly PlanCheck[];
  /** What could not be planned and why, for people; empty when everything fitted. */
  readonly gaps: readonly string[];
  readonly createdAt: string;
  /** What people have asked of the plan; each version keeps to it. Nothing when absent. */
  readonly asked?: PlanAsked | undefined;
  /** The version this one was made from, to go back to; absent for the first. */
  readonly basedOn?: number | undefined;
  /** The version that came after this one: of two changes at once only one comes next. */
  readonly followedBy?: ItineraryId | undefined;
  /** From when on the forecast of its days is looked at again; absent when no day of it is to come. */
  readonly dueAt?: string | undefined;
  /** The link that shows it to whoever has it; absent until it was shared. */
  readonly shareToken?: string | undefined;
}

export const itineraries: Kind<Itinerary> = {
  type: 'itinerary',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('itinerary'),
    _schema_version: z.number(),
    dueAt: z.string().optional(),
    tripId: z.string(),
    version: z.int(),
    days: z.array(z.object({ date: day, items: z.array(itineraryItem) })),
    total: money.optional(),
    checks: z.array(planCheck),
    gaps: z.array(z.string()),
    createdAt: z.string(),
    asked: planAsked.optional(),
    basedOn: z.int().optional(),
    followedBy: z.string().optional(),
    shareToken: z.string().optional(),
  }),
};

/** A read-only link to an itinerary: whoever has it may look. Partition: the link itself. */
export interface ShareLink extends Entity {
  readonly type: 'share_link';
  readonly tripId: TripId;
  readonly itineraryId: ItineraryId;
  readonly expiresAt: string;
  readonly revokedAt?: string | undefined;
}

export const shareLinks: Kind<ShareLink> = {
  type: 'share_link',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('share_link'),
    _schema_version: z.number(),
    ttl: z.number().optional(),
    tripId: z.string(),
    itineraryId: z.string(),
    expiresAt: z.string(),
    revokedAt: z.string().optional(),
  }),
};

export const shareLinkId = (token: string): string => `share_${token}`;
