import type { Member, Preferences } from '../families/family.ts';
import type { Diet } from '../itineraries/candidate.ts';
import { readDiets, readMinAge, readStepFree } from '../itineraries/reading/marks.ts';
import type { Money } from '../money.ts';
import type { PollOption } from '../polls/poll.ts';

/** A family as the engine sees it. What it needs stays with it: see `shown-to.ts` for what others learn. */
export interface ConsensusFamily {
  readonly id: string;
  readonly name: string;
  /** People for whom is paid; children count whether or not anything else is known of them. */
  readonly heads: number;
  readonly members: readonly Pick<Member, 'age' | 'child'>[];
  readonly preferences: Preferences;
  /** What it has spent or promised for the trip already, of the budget it keeps to itself. */
  readonly spent?: Money | undefined;
}

/** Something to choose, with what is known of it. What is not known speaks against nothing. */
export interface ConsensusOption {
  readonly id: string;
  /** What it is called in a sentence. */
  readonly text: string;
  /** All that is said of it. */
  readonly words?: string | undefined;
  /** For one person. */
  readonly price?: Money | undefined;
  /** For everybody together, and each family's part by its id in minor units; goes before `price`. */
  readonly cost?: PollOption['cost'];
  /** Days (trip time zone) on which everybody who comes must be there. */
  readonly days?: readonly string[] | undefined;
  readonly diets?: Readonly<Partial<Record<Diet, boolean>>> | undefined;
  readonly stepFree?: boolean | undefined;
  /** The youngest who may come, in years. */
  readonly minAge?: number | undefined;
  /** How much of a day it takes out of people. */
  readonly pace?: Preferences['pace'] | undefined;
  /** Bedrooms, and people who can sleep there. */
  readonly rooms?: number | undefined;
  readonly sleeps?: number | undefined;
}

/** What the trip gives to all decisions. */
export interface TripFacts {
  readonly budget?: Money | undefined;
  readonly startDate?: string | undefined;
  readonly endDate?: string | undefined;
}

/** Rooms of a place to stay; a museum has rooms too. */
const BEDROOMS = /\b(\d{1,2})[- ]?bed(?:room)?s?\b/i;
const ROOMS = /\b(\d{1,2})[- ]?rooms?\b/i;
const TO_STAY = /\b(?:villa|house|apartment|flat|cabin|chalet|cottage|bungalow|lodge|farmhouse|sleeps)\b/i;
const SLEEPS = /\bsleeps (?:up to )?(\d{1,2})\b/i;
/** What takes something out of people, and not a relaxed dinner. */
const ON_THE_MOVE =
  /\b(?:hik(?:e|es|ing)|walk(?:s|ing)?|tours?|rides?|trips?|climb(?:s|ing)?|treks?|kayak(?:s|ing)?|cycling|day out|excursion|all[- ]day|full[- ]day|whole[- ]day)\b/i;
const PACES: readonly (readonly [NonNullable<Preferences['pace']>, RegExp])[] = [
  ['full', /\b(?:strenuous|demanding|full[- ]day|whole[- ]day|all[- ]day|steep)\b/i],
  ['slow', /\b(?:easy|leisurely|relaxed|gentle|lazy)\b/i],
];
/** A name longer than this is cut where it says so itself, so that a sentence with three of them can still be read. */
const LONG = 40;

const nameIn = (text: string): string => {
  if (text.length <= LONG) return text;
  const [name = text] = text.split(/[,(:;]| - | – /);
  return name.length > LONG ? `${name.slice(0, LONG - 1).trimEnd()}…` : name.trim();
};

/** A poll's option with what its own words say of it. */
export const optionFrom = ({ optionId, text, details, price, cost, days }: PollOption): ConsensusOption => {
  const words = details === undefined ? text : `${text}. ${details}`;
  const number = (pattern: RegExp): number | undefined => {
    const found = pattern.exec(words)?.[1];
    return found === undefined ? undefined : Number(found);
  };
  return {
    id: optionId,
    text: nameIn(text),
    words,
    price,
    cost,
    days,
    diets: readDiets(words),
    stepFree: readStepFree(words),
    minAge: readMinAge(words),
    pace: ON_THE_MOVE.test(words) ? PACES.find(([, pattern]) => pattern.test(words))?.[0] : undefined,
    rooms: number(BEDROOMS) ?? (TO_STAY.test(words) ? number(ROOMS) : undefined),
    sleeps: number(SLEEPS),
  };
};
