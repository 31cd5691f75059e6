import { capital } from '../../cards/found-text.ts';
import { joiningAmong, type Seat } from '../../cards/joining.ts';
import { rainLine } from '../../cards/rain-line.ts';
import type { Words } from '../../cards/words/catalogue.ts';
import type { FamilyId } from '../../trips/ids.ts';
import { isBeside } from '../../trips/itineraries/editing/is-beside.ts';
import type { Itinerary, ItineraryItem } from '../../trips/itineraries/itinerary.ts';
import { planFor } from '../../trips/itineraries/plan-for.ts';
import { citiesOn } from '../../trips/itineraries/stops/cities-on.ts';
import type { Trip } from '../../trips/trips/trip.ts';

/** A plan as it is looked at outside the conversation: in whose words, and whose part of it. */
export interface ShownPlan {
  readonly itinerary: Itinerary;
  readonly trip: Trip;
  /** The families of the trip. */
  readonly seats: readonly Seat[];
  readonly words: Words;
  /** Only what this family joins; everybody's plan when absent. */
  readonly only?: FamilyId | undefined;
}

/** One thing of a plan, in words. */
export interface PlanLine {
  readonly item: ItineraryItem;
  readonly title: string;
  /** `free`, or what everyone who goes pays together; absent where it is not known. */
  readonly cost?: string | undefined;
  /** `Only the Chens`; absent where everyone goes. */
  readonly who?: string | undefined;
  /** Where it is, where the title does not say so. */
  readonly place?: string | undefined;
  readonly note?: string | undefined;
  readonly source?: string | undefined;
  /** `If it rains: Coach Museum`. */
  readonly rain?: string | undefined;
}

export interface ShownDay {
  readonly date: string;
  /** Counts from 1. */
  readonly number: number;
  /** `Fri 11 Jun`, and the cities where the trip goes through several. */
  readonly when: string;
  readonly lines: readonly PlanLine[];
}

/** The days of a plan as they are shown, each thing in its words. */
export const shownDays = (plan: ShownPlan): readonly ShownDay[] => {
  const { itinerary, trip, only, words } = plan;
  const { days } = only === undefined ? itinerary : planFor(itinerary, only);
  return days.map(({ date, items }, index) => {
    const everything = itinerary.days[index]?.items ?? [];
    const cities = trip.stops ? words.say.list(citiesOn(trip, itinerary, date)) : '';
    return {
      date,
      number: index + 1,
      when: [words.say.day(date), cities].filter((part) => part !== '').join(' · '),
      lines: items.map((item) => lineOf(item, everything, plan)),
    };
  });
};

const lineOf = (item: ItineraryItem, around: readonly ItineraryItem[], { seats, words }: ShownPlan): PlanLine => {
  const { plan, planSheet, say } = words;
  const { title, cost, place, note, source } = item;
  const parted = around.some((other) => isBeside({ item }, { item: other }));
  const who = joiningAmong(seats, words)(item, parted ? 'who-goes' : undefined);
  const rain = rainLine(item, words);
  return {
    item,
    title: plan.item(title),
    cost: cost && (cost.amount === 0 ? plan.free : say.money(cost)),
    who: who && capital(who),
    place: place === undefined || title.includes(place) ? undefined : place,
    note: note && plan.note(note),
    source: source && planSheet.from(say.citation({ document: source.name, page: source.page })),
    rain: rain && capital(rain),
  };
};

/** Where it is, for a map or a calendar: with its city, unless it is an address or names the city itself. */
export const whereIs = ({ place, title, city }: ItineraryItem, { destination }: Pick<Trip, 'destination'>): string => {
  const spot = place ?? title;
  const town = city ?? destination;
  return spot.includes(town) || spot.includes(',') ? spot : `${spot}, ${town}`;
};
