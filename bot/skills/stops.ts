import { z } from 'zod';
import type { Choice, Reply } from '../../cards/reply.ts';
import type { Words } from '../../cards/words/catalogue.ts';
import { daysBetween } from '../../trips/dates.ts';
import { scheduleStops } from '../../trips/itineraries/stops/schedule.ts';
import { memberOf, organizerOf, type TripMember } from '../../trips/roles/permission.ts';
import { nightsBetween, tripsOf } from '../../trips/trips/create-trip.ts';
import { MAX_STOPS, nightsOf, type Stop, stop, stopChange, withChange } from '../../trips/trips/stops.ts';
import { placeOnMap } from '../../trips/trips/time-zone.ts';
import type { Trip } from '../../trips/trips/trip.ts';
import { updateTrip } from '../../trips/trips/update-trip.ts';
import { readStopChange, readStops } from '../understanding/stop-words.ts';
import { newTripWith } from './new-trip.ts';
import { sayRejection } from './say-rejection.ts';
import { type Said, type SkillContext, skill } from './skill.ts';

/** The stops a trip has; one that stays in a known city begins there. */
export const stopsOf = ({ stops, destination }: Pick<Trip, 'stops' | 'destination'>): readonly Stop[] =>
  stops ?? (placeOnMap(destination) ? [{ city: destination }] : []);

/** The stops with the nights they come to have: one more is more than those. */
const withNights = (stops: readonly Stop[], { startDate, endDate }: Trip): readonly Stop[] => {
  const nights = nightsBetween(startDate, endDate);
  if (nights === undefined || stops.length > nights) return stops;
  return scheduleStops(stops, nights).map((stay) => ({ city: stay.city, nights: stay.nights }));
};

/** The stops with their days where the trip has any: `Rome 11-14 June 2027, Florence 14-16 June 2027`. */
const sayRoute = ({ stops = [], startDate, endDate }: Trip, { words: { say, route } }: SkillContext): string => {
  if (startDate === undefined || endDate === undefined)
    return say.list(stops.map(({ city, nights }, index) => route.stop(city, nights, index === 0)));
  const dates = daysBetween(startDate, endDate);
  return say.list(
    scheduleStops(stops, dates.length - 1).map(
      ({ city, from, nights }) => `${city} ${say.range(dates[from] ?? '', dates[from + nights] ?? '')}`,
    ),
  );
};

/** What people should decide next: the days of the trip, where its nights do not come out, or a plan. */
const next = (trip: Trip, { route, trip: ofTrip }: Words): Pick<Reply, 'choices'> & { readonly remark: string } => {
  const { stops = [], startDate, endDate } = trip;
  const nights = nightsBetween(startDate, endDate);
  const said = nightsOf(stops);
  const plan: Choice = { label: route.planIt, act: { skill: 'plan-itinerary', input: {} } };
  if (startDate === undefined || nights === undefined) return { remark: ofTrip.datesLater(undefined, undefined) };
  if (said === undefined || said === nights) return { remark: route.planNext, choices: [plan] };
  const end = new Date(Date.parse(startDate) + said * 86_400_000).toISOString().slice(0, 10);
  return {
    remark: route.fitted(said, nights),
    choices: [
      {
        label: route.letItBe(said),
        act: { skill: 'settle-trip', input: { tripId: trip.id, startDate, endDate: end } },
      },
      plan,
    ],
  };
};

const told = (trip: Trip, context: SkillContext, lead: (stops: string) => string): Reply => {
  const { remark, choices } = next(trip, context.words);
  return { text: `${lead(sayRoute(trip, context))} ${remark}`, ...(choices ? { choices } : {}) };
};

const show = ({ trip }: TripMember, context: SkillContext): Reply =>
  trip.stops
    ? told(trip, context, context.words.route.theStops)
    : { text: context.words.route.staysIn(trip.name, trip.destination) };

const change = async (context: SkillContext, member: TripMember, stops: readonly Stop[]): Promise<Said> => {
  const { house, words } = context;
  const { trip, person } = member;
  const may = await organizerOf(house.records, person.id, trip.id, 'only the organizer changes the stops');
  if (!may.ok) return sayRejection(may, words);
  // A trip of one stop stays there.
  const [only, second] = stops;
  const wanted = second ? { stops } : { stops: [], ...(only ? { destination: only.city } : {}) };
  const set = await updateTrip(house.records, house.clock, may.organizer, wanted);
  if (!set.ok) return sayRejection(set, words);
  context.changed(words.things.stops, {
    skill: 'stops',
    input: { tripId: trip.id, stops: trip.stops ?? [{ city: trip.destination }] },
  });
  return set.trip.stops
    ? told(set.trip, context, words.route.settled)
    : { text: words.route.settledIn(set.trip.name, set.trip.destination) };
};

export const stopsSkill = skill({
  name: 'stops',
  description: 'Says or changes which cities the trip stops in, and for how many nights',
  who: 'anyone',
  input: z.object({
    stops: z.array(stop).max(MAX_STOPS).optional(),
    change: stopChange.optional(),
    said: z.string().max(400).optional(),
  }),
  commands: ['stops', 'our stops', 'the stops', 'route', 'our route', 'the route'],
  claims: (text) => readStops(text, new Date()) !== undefined,
  examples: [
    "we're going to Rome for 3 nights, then Florence 2, then Venice",
    'our stops are Munich, Salzburg and Vienna, two nights each',
    'the route goes Porto, Coimbra, Lisbon',
    'add Pisa as a stop between Rome and Florence',
    'we also stop in Bologna for a night',
    'one more night in Vienna',
    'the list of our stops with the nights of each',
    'swap the order of Porto and Lisbon in the route',
    'take Verona out of the route',
    'begin the trip in Milan and end it in Rome',
  ],
  read: (text) => ({ said: text.slice(0, 400) }),
  run: async (context, { stops, change: wish, said = '' }): Promise<Said> => {
    const { house, words } = context;
    const person = await context.account();
    const wanted = stops ?? readStops(said, new Date(house.clock.now()));
    if (context.tripId === undefined) {
      const [one] = await tripsOf(house.records, person);
      if (one) return { text: words.route.whichTrip };
      return wanted ? newTripWith(context, said, wanted) : { text: words.talk.noTrip };
    }
    const mine = await memberOf(house.records, person.id, context.tripId);
    if (!mine.ok) return sayRejection(mine, words);
    const { member } = mine;
    if (wanted) return change(context, member, wanted);
    const has = stopsOf(member.trip);
    const asked =
      wish ??
      readStopChange(
        said,
        has.map(({ city }) => city),
      );
    if (!asked) return show(member, context);
    const after = withChange(asked.kind === 'nights' ? withNights(has, member.trip) : has, asked);
    return typeof after === 'string' ? { text: words.route.refused(after) } : change(context, member, after);
  },
});
