import type { Money } from '../money.ts';
import type { Mode, RoomType } from './trip-rules.ts';
import type { Point } from './way-between.ts';

/** A piece of a document as planning reads it. `heading` is the heading it stands under. */
export interface Passage {
  readonly documentId: string;
  readonly document: string;
  readonly page?: number | undefined;
  readonly heading?: string | undefined;
  readonly text: string;
}

/** What it costs, as the document says it; which is for whom is worked out for each party. */
export type Price =
  | {
      readonly per: 'person';
      readonly adult: Money;
      /** What a child pays, when the document says so; otherwise children pay as adults. */
      readonly child?: Money | undefined;
      /** The oldest age that still pays the child's price; the family's word decides when absent. */
      readonly childUpTo?: number | undefined;
      /** The oldest age that pays nothing. */
      readonly freeUpTo?: number | undefined;
    }
  /** For everyone together: a boat, a family ticket, a whole stay. */
  | { readonly per: 'group'; readonly total: Money }
  /** Lodging. `rooms` when the document says how many are meant; one for each family otherwise. */
  | {
      readonly per: 'night';
      readonly each: Money;
      readonly ofRoom: boolean;
      readonly rooms?: number | undefined;
    }
  /** A vehicle of so many seats; as many are paid as are needed. */
  | { readonly per: 'vehicle'; readonly each: Money; readonly seats: number };

/** Minutes after midnight; `to` is above 1440 when it closes after midnight. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Monday first. `undefined`: not known; empty: closed that day. */
export type OpeningHours = readonly (readonly Span[] | undefined)[];

export const DIETS = [
  'vegetarian',
  'vegan',
  'nut-free',
  'gluten-free',
  'dairy-free',
  'egg-free',
  'shellfish-free',
  'halal',
  'kosher',
  'pork-free',
] as const;
export type Diet = (typeof DIETS)[number];

export type Meal = 'breakfast' | 'lunch' | 'dinner';

/** A date and time that is settled already: a table, a tour, a flight. */
export interface Booking {
  readonly date: string;
  /** Minutes after midnight. */
  readonly start: number;
  readonly end?: number | undefined;
}

/** The terms of a place to stay. */
export interface StayTerms {
  /** How many one room holds; families do not share rooms. */
  readonly sleeps?: number | undefined;
  readonly minNights?: number | undefined;
  readonly roomType?: RoomType | undefined;
  /** What the house forbids: `pets`, `smoking`, `children under 10`. */
  readonly forbids?: readonly string[] | undefined;
  /** The nights it can be had for, the first and the last; any when absent. */
  readonly nights?: { readonly first: string; readonly last: string } | undefined;
}

/** A way from one city to another. Times are minutes after midnight where one is. */
export interface LegTerms {
  /** Absent while nobody knows. */
  readonly mode?: Mode | undefined;
  readonly from: string;
  readonly to: string;
  /** The only day it can be taken; any when absent. */
  readonly date?: string | undefined;
  readonly departs?: number | undefined;
  readonly arrives?: number | undefined;
  readonly minutes?: number | undefined;
}

/** Something the trip's own papers offer. What they do not say is absent, never guessed. */
export interface Candidate {
  /** The same for the same name in the same trip's papers. */
  readonly id: string;
  readonly kind: 'sight' | 'meal' | 'lodging' | 'arrive' | 'depart' | 'leg';
  readonly name: string;
  readonly address?: string | undefined;
  /** Its place on the map, when known: by this the way from one place to the next is planned. */
  readonly at?: Point | undefined;
  /** The city it is in; the trip's destination when absent. */
  readonly city?: string | undefined;
  readonly price?: Price | undefined;
  readonly hours?: OpeningHours | undefined;
  /** How long a visit takes. */
  readonly minutes?: number | undefined;
  readonly indoor?: boolean | undefined;
  /** True: the document says it caters for it; false: it says it does not, or warns. */
  readonly diets: Readonly<Partial<Record<Diet, boolean>>>;
  readonly stepFree?: boolean | undefined;
  readonly minAge?: number | undefined;
  /** Meals it is offered for, when the document says so. */
  readonly meals?: readonly Meal[] | undefined;
  readonly checkIn?: number | undefined;
  readonly checkOut?: number | undefined;
  /** Lodging that the document confirms as booked. */
  readonly confirmed?: boolean | undefined;
  readonly booking?: Booking | undefined;
  /** The booking is the group's own word that it stays where it is; nothing is booked. */
  readonly locked?: boolean | undefined;
  /** The only day it may be planned on, because somebody put it there. */
  readonly onlyOn?: string | undefined;
  readonly stay?: StayTerms | undefined;
  readonly leg?: LegTerms | undefined;
  readonly cuisines?: readonly string[] | undefined;
  /** What others thought of it, 1-5. */
  readonly rating?: number | undefined;
  /** What families said of this very place, 1-5, by their ids. */
  readonly scores?: Readonly<Record<string, number>> | undefined;
  /** Ids of the families that join in; everyone when absent. The others are free meanwhile and pay nothing. */
  readonly who?: readonly string[] | undefined;
  /** What different families do at the same time, planned as one thing that takes as long as the longer; the longer first. */
  readonly lanes?: readonly [Candidate, Candidate] | undefined;
  /** What the document says of it, for matching wishes. */
  readonly about: string;
  readonly source?:
    | { readonly documentId: string; readonly name: string; readonly page?: number | undefined }
    | undefined;
}

/** A name without its article, accents, case and punctuation, so that spellings of one place meet. */
export const plainName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/^(?:the|a|an|o|os|as|el|la|le|il|los|las) (?=.)/, '');

/** `09:05` for 545; times after midnight wrap. */
export const clockTime = (minutes: number): string =>
  `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
