import { z } from 'zod';
import { idFrom } from '../../trips/ids.ts';
import { sayRule, type TripRule, tripRule } from '../../trips/itineraries/trip-rules.ts';
import { listed } from '../../trips/listed.ts';
import { money } from '../../trips/money.ts';
import { isUnnamed } from '../../trips/people/rename-person.ts';
import { familyAdminOf } from '../../trips/roles/permission.ts';
import { createTrip, MAX_DAYS } from '../../trips/trips/create-trip.ts';
import { MAX_STOPS, nightsOf, type Stop, stop } from '../../trips/trips/stops.ts';
import { isKnownPlace, zoneOfPlace } from '../../trips/trips/time-zone.ts';
import type { Trip } from '../../trips/trips/trip.ts';
import { readDayRange } from '../understanding/dates.ts';
import { readDestination } from '../understanding/destination.ts';
import { foundsTrip, knownPlaceIn, placeLeading } from '../understanding/founding.ts';
import { readMoney } from '../understanding/money.ts';
import { readTripRules } from '../understanding/rule-words.ts';
import { readStops } from '../understanding/stop-words.ts';
import { readTripWish } from '../understanding/trip-wish.ts';
import { familyToldIn } from './describe-family.ts';
import { sayRejection } from './say-rejection.ts';
import { type SkillContext, skill } from './skill.ts';

const input = z.object({
  destination: z.string().max(60).optional(),
  startDate: z.iso.date().optional(),
  endDate: z.iso.date().optional(),
  /** How many days it is to last, where it is not said which. */
  days: z.number().int().min(1).max(MAX_DAYS).optional(),
  roughly: z.object({ startDate: z.iso.date(), endDate: z.iso.date() }).optional(),
  otherFamilies: z.number().int().min(1).max(20).optional(),
  budget: money.optional(),
  /** The same without its currency. */
  bareBudget: z.number().positive().max(100_000_000).optional(),
  /** Words that may tell of the family that goes, and those of the answer where it goes. */
  said: z.string().max(500).optional(),
  added: z.string().max(500).optional(),
  rules: z.array(tripRule).max(20).optional(),
  stops: z.array(stop).max(MAX_STOPS).optional(),
});

/** The place on the map that is all a message says, also where its name means something else: `Nice`. */
const placeAlone = (text: string): string | undefined => {
  const name = text.trim().replace(/[.!]+$/, '');
  return isKnownPlace(name) ? name.replace(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase()) : undefined;
};

/** It is only asked whether the words name stops. */
const ANY_TIME = new Date('2027-01-01T12:00:00Z');

export const newTripSkill = skill({
  name: 'new-trip',
  description: 'Starts a new trip that you organize',
  who: 'anyone',
  input,
  claimsEarly: foundsTrip,
  surelyAnswers: (slot, text) => slot === 'destination' && placeAlone(text) !== undefined,
  // "Rome for 3 nights, then Florence 2" is one way through both.
  takesIn: (next, before) => readStops(`${before}, then ${next}`, ANY_TIME) !== undefined,
  commands: ['new trip', 'start a new trip', 'create a trip', 'create trip', 'start a trip', 'nuevo viaje'],
  examples: [
    'we are planning a week in Croatia with friends',
    'organise a new holiday for three families',
    'we want to go to Norway in August, help us organise it',
    'begin a new trip to Berlin',
    'let us plan a new holiday in Japan',
    'create a new trip',
    'i want to start planning a vacation with my friends',
    'another holiday please, this time in Denmark',
    'make a new trip called Summer in Tuscany',
    'i want to plan a new trip to rome with two other families',
    'we would like to organize a holiday together',
    'start a trip to Lisbon 11-15 June 2027',
    'set up a ski weekend in Austria for our families',
    'create a family vacation to Orlando in July',
    'can we begin planning a vacation in Greece',
    'organise a beach holiday in Portugal',
    'another trip please, to Paris next spring',
    'were going to Sardinia in september with friends, set it up please',
    'help us sort out a half term break in Cornwall with two families',
    'i need to get a trip to Malta going',
    'thinking of a weekend in Prague with the cousins',
    'lets do a summer holiday in Brittany',
    'can you start something for a road trip in Scotland 4-11 july',
    'get a ski week in the Dolomites started for us',
    'we fancy a villa in Tuscany next year',
    "plan a fresh trip to Madeira with my sister's family",
    "we'd love to do a camping holiday in Denmark together",
    'new holiday please: Bruges 3-5 may',
    'set up a new one for Vienna in december',
    'we are off to Norway 4-12 july with grandma, can you set it up',
    'we are going to Corsica in may with friends, sort it out for us',
    'begin another one: surfing in Biarritz 3-8 september',
    'start one more trip, hiking in Austria',
    'we want to go camping in Sweden with the cousins',
    'right, we go to Rhodes 3-10 july with grandma, sort it please',
    "we're off to Nice in june, can you set that up",
    'we are thinking of a ski holiday in february with three families',
    'could you organise a week in Greece for us and friends',
    "let's plan easter in Vienna",
  ],
  read: (text, context) => {
    const {
      dates,
      days,
      budget,
      bareBudget,
      destination: named,
      roughly,
      otherFamilies,
    } = readTripWish(text, new Date(context.house.clock.now()));
    const stops = readStops(text, new Date(context.house.clock.now()));
    const when = dates ?? roughly;
    const undated = when ? text.replace(when.text, ' ') : text;
    const answers = context.expectedSlot === 'destination';
    const destination =
      (answers ? placeAlone(text) : undefined) ??
      readDestination(
        dates && /weekend|week/i.test(dates.text) ? text : undated,
        answers || /\bnew trip\b/i.test(text),
      ) ??
      (context.expectedSlot === undefined ? named : undefined) ??
      knownPlaceIn(text) ??
      placeLeading(text);
    return {
      destination,
      startDate: dates?.startDate,
      endDate: dates?.endDate,
      // Several stops say by their nights how long it is.
      days: dates || stops || days === undefined || days > MAX_DAYS ? undefined : days,
      roughly: stops || !roughly ? undefined : { startDate: roughly.startDate, endDate: roughly.endDate },
      otherFamilies,
      budget,
      bareBudget,
      // Where and when tell nothing of who goes: "Lisbon, 11-15 June" is nobody of eleven.
      [answers ? 'added' : 'said']: undated.replace(new RegExp(literal(destination ?? '\n'), 'i'), ' ').slice(0, 500),
      rules: rulesIn(text),
      stops,
    };
  },
  run: async (context, { destination, stops, ...wanted }) => {
    if (stops && stops.length > 1) return create(context, { ...wanted, destination: through(stops), stops });
    if (destination === undefined) {
      // What was said of it already is not asked again: an answer tells only what it adds.
      context.expect('destination', defined(wanted));
      return { text: context.words.trip.askDestination };
    }
    return create(context, { ...wanted, destination });
  },
});

/** Where a trip of several stops goes: `Rome, Florence and Venice`. */
const through = (stops: readonly Stop[]): string => listed(stops.map(({ city }) => city));

/** A trip through these cities, with what else a message says of it. */
export const newTripWith = (context: SkillContext, text: string, stops: readonly Stop[]) => {
  const dates = readDayRange(text, new Date(context.house.clock.now()));
  const nights = nightsOf(stops);
  // "From 11 June" and the nights say when it ends.
  const endDate =
    dates && nights !== undefined && dates.startDate === dates.endDate
      ? new Date(Date.parse(dates.startDate) + nights * 86_400_000).toISOString().slice(0, 10)
      : dates?.endDate;
  const budget = readMoney(dates ? text.replace(dates.text, ' ') : text);
  const found = { startDate: dates?.startDate, endDate, budget, rules: rulesIn(text) };
  return create(context, { destination: through(stops), ...found, stops });
};

/** What the message asks of the whole trip; absent when it asks nothing. */
const rulesIn = (text: string): readonly TripRule[] | undefined => {
  const rules = readTripRules(text);
  return rules.length > 0 ? rules : undefined;
};

const literal = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const defined = <T extends object>(facts: T): Partial<T> =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Partial<T>;

const create = async (
  context: SkillContext,
  wanted: {
    destination: string;
    startDate?: string | undefined;
    endDate?: string | undefined;
    days?: number | undefined;
    roughly?: Trip['roughly'];
    otherFamilies?: number | undefined;
    budget?: z.infer<typeof money> | undefined;
    bareBudget?: number | undefined;
    said?: string | undefined;
    added?: string | undefined;
    rules?: readonly TripRule[] | undefined;
    stops?: readonly Stop[] | undefined;
  },
) => {
  const {
    house,
    words: { say, plan, trip: said },
  } = context;
  const person = await context.account();
  const admin = await familyAdminOf(house.records, person.id);
  if (!admin.ok) return { text: said.adminOnly(admin.detail ?? '') };
  const name = `${wanted.destination}${wanted.startDate === undefined ? '' : ` ${wanted.startDate.slice(0, 4)}`}`;
  const made = await createTrip(house.records, house.clock, admin.admin, {
    id: idFrom('trip', context.conversation, context.eventId),
    name,
    destination: wanted.destination,
    startDate: wanted.startDate,
    endDate: wanted.endDate,
    days: wanted.days,
    roughly: wanted.roughly,
    budget: wanted.budget,
    rules: wanted.rules,
    stops: wanted.stops,
    timeZone: zoneOfPlace(wanted.stops?.[0]?.city ?? wanted.destination),
  });
  if (!made.ok) return sayRejection(made, context.words);
  context.speakOf(made.trip.id);
  const dates = wanted.startDate && wanted.endDate ? say.range(wanted.startDate, wanted.endDate) : undefined;
  const told = [
    said.setUp(
      name,
      dates,
      wanted.budget && say.money(wanted.budget),
      (wanted.rules ?? []).map((rule) => plan.rule(sayRule(rule))),
    ),
    ...(dates === undefined
      ? [said.datesLater(wanted.days, wanted.roughly && say.roughly(wanted.roughly.startDate, wanted.roughly.endDate))]
      : []),
    ...(wanted.bareBudget === undefined || wanted.budget ? [] : [said.budgetIn(wanted.bareBudget)]),
    ...(zoneOfPlace(wanted.stops?.[0]?.city ?? wanted.destination) === undefined ? [said.timesAreUtc] : []),
  ];
  if (wanted.otherFamilies !== undefined) told.push(said.othersToInvite(wanted.otherFamilies));
  // "6 of us", "no museums": what it tells of the family is noted, and answered with the next question.
  const words = [wanted.said, wanted.added].filter((one) => one !== undefined).join('. ');
  const family = await familyToldIn({ ...context, tripId: made.trip.id }, words, { ofWholeTrip: true });
  if (family) return [{ text: told.join(' ') }, ...[family].flat()];
  if (isUnnamed(person)) {
    context.expect('name', {}, 'call-me');
    return { text: [...told, said.whatIsYourName].join(' ') };
  }
  return { text: [...told, said.howToInvite].join(' ') };
};
