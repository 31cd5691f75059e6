import { z } from 'zod';
import { day } from '../dates.ts';
import { readDays } from '../itineraries/reading/days.ts';
import { type PollCategory, pollCategory } from '../polls/poll.ts';
import type { Trip } from '../trips/trip.ts';
import { categoryOf, tellingWords } from './poll-wish.ts';

/** What one family said for or against something, without its words: what it is about, and what tells it from other things. */
export const stance = z.object({
  familyId: z.string(),
  category: pollCategory,
  /** The day it names (trip time zone). */
  day: day.optional(),
  /** `against`: it cannot or will not; `rather`: it wants something else than was said; `wants`: it proposes. */
  says: z.enum(['wants', 'rather', 'against']),
  /** Telling words, as stems. */
  words: z.array(z.string()).max(12),
  /** UTC instant. */
  at: z.string(),
});
export type Stance = Readonly<z.infer<typeof stance>>;

/** Longer messages are stories; they are not listened to for this. */
const MOST_CHARACTERS = 300;
const CANNOT =
  /\b(?:can'?t|cannot|can not|won'?t|couldn'?t|not able to) (?:do|make|manage|come|join|be there)\b|\b(?:does|do|would)(?: not|n'?t) (?:work|suit)\b|\bis (?:out|no good|bad) for us\b/i;
const AGAINST =
  /\b(?:do not|don'?t|doesn'?t|didn'?t) (?:really |all )?(?:want|like|feel like|fancy|care for|eat)\b|\b(?:can'?t|cannot) (?:afford|eat|stand|face)\b|\btoo (?:expensive|dear|pricey|far|long|early|late|steep|crowded|much)\b|\bnot (?:another|again|keen|a fan|up for|for us)\b|\bno way\b|\bhates?\b|\bnot the [a-z]+ again\b|\bplease not\b/i;
const RATHER =
  /\b(?:we|i|they|kids?|children)(?:'d| would)? (?:much |all )?(?:rather|prefer|sooner)\b|\bwould(?:n'?t)? rather\b|\binstead\b|\bprefers? (?:the|a|to|not)\b/i;
const WANTS =
  /\b(?:we|i|kids?|children)(?:'d| would)? (?:all |really )?(?:want|like|love|fancy|vote for|suggest|propose|thought of|are for|am for)\b|\blet'?s (?:go|do|eat|stay|take|have|book|meet|visit|see)\b|\b(?:how|what) about\b|\bshall we\b|\b(?:works|is (?:good|fine|great|best)) for us\b/i;

/** Phones write ’ for '. */
const straight = (text: string): string => text.replace(/[\u2018\u2019]/g, "'");

const saysOf = (text: string): Stance['says'] | undefined => {
  if (CANNOT.test(text) || AGAINST.test(text)) return 'against';
  if (RATHER.test(text)) return 'rather';
  return WANTS.test(text) ? 'wants' : undefined;
};

/** Whether words may be for or against something; cheap, and true of few messages. */
export const mayTakeAStance = (text: string): boolean =>
  text.length <= MOST_CHARACTERS && saysOf(straight(text)) !== undefined;

const WEEKDAY = /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\b\d{1,2}(?:st|nd|rd|th)\b/i;

/** What a message in a group says for or against something of the trip; nothing when it does not, or of nothing that polls are made of. */
export const readStance = (
  given: string,
  familyId: string,
  { startDate, endDate }: Pick<Trip, 'startDate' | 'endDate'>,
  at: string,
): Stance | undefined => {
  const text = straight(given);
  if (!mayTakeAStance(text) || /\?\s*$/.test(text.replace(/\b(?:how|what) about\b.*|\bshall we\b.*/i, '')))
    return undefined;
  const says = saysOf(text);
  const [named] = startDate && endDate ? readDays(text, { startDate, endDate }) : [];
  const aboutADay = named !== undefined && CANNOT.test(text) && WEEKDAY.test(text);
  const category: PollCategory | undefined = aboutADay ? 'date' : categoryOf(text);
  if (says === undefined || category === undefined) return undefined;
  return { familyId, category, day: named, says, words: [...tellingWords(text)].slice(0, 12), at };
};

/** What a disagreement is about: the poll that would settle it. */
export interface Disputed {
  readonly category: PollCategory;
  readonly day?: string | undefined;
  /** Telling words of both sides. */
  readonly words: readonly string[];
}

/** Stances that are older are another conversation, in milliseconds. */
const LISTENS_MS = 2 * 3_600_000;

const sameDay = (a: string | undefined, b: string | undefined): boolean =>
  a === undefined || b === undefined || a === b;

/**
 * What two families see differently, by the latest stance and those before it; nothing while only one has spoken, when both
 * are against the same, or when they want the same.
 */
export const disputedIn = (before: readonly Stance[], latest: Stance): Disputed | undefined => {
  const recent = before.filter(
    ({ familyId, at }) => familyId !== latest.familyId && Date.parse(latest.at) - Date.parse(at) <= LISTENS_MS,
  );
  const cannot = [latest, ...recent].find(({ category }) => category === 'date');
  for (const other of [...recent].reverse()) {
    if (other.says === 'against' && latest.says === 'against') continue;
    const words = [...new Set([...other.words, ...latest.words])];
    if (cannot && (cannot === latest || cannot === other) && other.day !== undefined && other.day === latest.day) {
      const thing = cannot === latest ? other : latest;
      return { category: 'date', words: thing.words };
    }
    if (other.category !== latest.category || latest.category === 'date' || !sameDay(other.day, latest.day)) continue;
    if (other.says === 'wants' && latest.says === 'wants') continue;
    // "We'd rather have fish" to "let's have fish" agrees.
    const same = latest.words.length > 0 && latest.words.every((word) => other.words.includes(word));
    if (same && latest.says !== 'against' && other.says !== 'against') continue;
    return { category: latest.category, day: latest.day ?? other.day, words };
  }
  return undefined;
};
