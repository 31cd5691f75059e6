import { sayFamily } from '../../trips/families/family.ts';
import type { FamilyId } from '../../trips/ids.ts';
import type { BudgetSplit, Participation } from '../../trips/trips/trip.ts';

type Seat = Pick<Participation, 'familyId' | 'familyName'>;

const BY_HEAD = /\b(?:by|per) (?:head|person|number of people)\b|\bper capita\b|\bby heads\b/i;
const EVENLY = /\b(?:equal(?:ly)?|even(?:ly)?|by family|per family|the same for (?:each|every|all))\b/i;
const US = '(?:we|us|our family|my family|our share|ours)';
const AMOUNT =
  '(?:(\\d{1,3}(?:\\.\\d{1,2})?)(?!\\d)(?!\\s*(?:[€$£¥]|euros?|eur|usd|gbp|dollars?|pounds?)\\b)\\s*(%|percent|parts?|shares?)?|(half|(?:a |one )?third|two thirds|(?:a |one )?quarter|three quarters))';
const CARRY =
  '(?:\\s+(?:family|should|shall|will|pays?|carr(?:y|ies)|takes?|gets?|has|have|covers?|owes?))*\\s*[:=]?\\s*';
const FRACTIONS: readonly (readonly [RegExp, number])[] = [
  [/half/, 1 / 2],
  [/two thirds/, 2 / 3],
  [/third/, 1 / 3],
  [/three quarters/, 3 / 4],
  [/quarter/, 1 / 4],
];
const literal = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** How people call a family: `Silva`, `the Silvas`; their own also `we`. */
const namesOf = ({ familyId, familyName }: Seat, own: FamilyId): string => {
  const plural = sayFamily(familyName).replace(/^the /, '');
  const names = `(?:the )?(?:${literal(plural)}|${literal(familyName)})`;
  return familyId === own ? `(?:${names}|${US})` : names;
};

interface Portion {
  readonly familyId: FamilyId;
  readonly size: number;
  /** A part of the whole (a percentage or a fraction) and not a number of parts. */
  readonly ofWhole: boolean;
}

const portionOf = (text: string, seat: Seat, own: FamilyId): Portion | undefined => {
  const name = namesOf(seat, own);
  const after = new RegExp(`\\b${name}\\b${CARRY}${AMOUNT}`, 'i').exec(text);
  const before = after ? undefined : new RegExp(`${AMOUNT}\\s*(?:for|to|by|from)\\s+${name}\\b`, 'i').exec(text);
  const [, number, unit, fraction] = after ?? before ?? [];
  if (fraction !== undefined) {
    const size = FRACTIONS.find(([words]) => words.test(fraction.toLowerCase()))?.[1];
    return size === undefined ? undefined : { familyId: seat.familyId, size, ofWhole: true };
  }
  if (number === undefined || Number(number) <= 0) return undefined;
  const percent = unit !== undefined && /%|percent/i.test(unit);
  return { familyId: seat.familyId, size: percent ? Number(number) / 100 : Number(number), ofWhole: percent };
};

/** Parts to a ten-thousandth, so that a third said thrice is three thirds. */
const rounded = (size: number): number => Math.max(0.0001, Math.round(size * 10_000) / 10_000);

/**
 * How a message divides something among families: evenly, by head, or by shares that it names (`Silvas 2, Chens 1`,
 * `we carry half`, `60% Silva, 40% Chen`). What is left of a whole falls to those not named, evenly. Nothing when it says nothing of it.
 */
export const readSplit = (text: string, seats: readonly Seat[], own: FamilyId): BudgetSplit | undefined => {
  const words = text.slice(0, 500);
  if (BY_HEAD.test(words)) return { by: 'head' };
  const portions = seats.flatMap((seat) => portionOf(words, seat, own) ?? []);
  if (portions.length > 0 && portions.every(({ ofWhole }) => ofWhole)) return ofWhole(portions, seats);
  const parts = portions.filter(({ ofWhole: part }) => !part);
  if (parts.length > 1) {
    return { by: 'share', shares: Object.fromEntries(parts.map(({ familyId, size }) => [familyId, rounded(size)])) };
  }
  return EVENLY.test(words) ? { by: 'family' } : undefined;
};

const ofWhole = (portions: readonly Portion[], seats: readonly Seat[]): BudgetSplit | undefined => {
  const said = portions.reduce((sum, { size }) => sum + size, 0);
  const others = seats.filter(({ familyId }) => !portions.some((one) => one.familyId === familyId));
  const left = 1 - said;
  const fits = others.length === 0 ? Math.abs(left) < 0.011 : left > 0;
  if (!fits) return undefined;
  const each = others.map(({ familyId }) => ({ familyId, size: left / others.length }));
  const shares = [...portions, ...each].map(({ familyId, size }) => [familyId, rounded(size * 100)] as const);
  return { by: 'share', shares: Object.fromEntries(shares) };
};

const ONLY = /\b(?:only|just)\s+(?:(?:for|between|among)\s+)?(.{2,120})$/i;
const SPLIT_AMONG =
  /\b(?:split|divided?|shared?)\s+(?:[^,.;]{1,40}?\s+)??(?:only\s+|just\s+)?(with|between|among)\s+(.{2,120})$/i;
const FOR = /\bfor\s+((?:(?!\bfor\b).){2,120})$/i;
const EXCEPT = /\b(?:not(?: for)?|without|except(?: for)?|minus)\s+(.{2,120})$/i;
/** `the Okoyes aren't in on that`. */
const NOT_IN =
  /[,;.]\s*(?:but )?((?:the )?[\p{L} ,&'-]{2,60}?) (?:(?:are|is|were|was)(?: not|n['’]?t)|not) (?:in|part|included|involved|sharing)\b/iu;
/** Between the names of families stands nothing else. */
const BETWEEN = /\b(?:and|for|the|family|families|both|please|pls)\b|[\s,&+.!]/gi;

/** The families that words list, and nothing but families. */
const listedIn = (said: string, seats: readonly Seat[], own: FamilyId): readonly FamilyId[] | undefined => {
  const patterns = seats.map((seat) => [seat.familyId, new RegExp(`\\b${namesOf(seat, own)}\\b`, 'gi')] as const);
  const named = patterns.filter(([, pattern]) => said.search(pattern) >= 0).map(([familyId]) => familyId);
  const rest = patterns.reduce((left, [, pattern]) => left.replace(pattern, ' '), said).replace(BETWEEN, '');
  return named.length > 0 && rest === '' ? named : undefined;
};

/**
 * The families something is only for (`only for the Chens and us`, `split with the Okoyes`, `not the Silvas`); nothing
 * when it is for all.
 */
export const readAmong = (text: string, seats: readonly Seat[], own: FamilyId): readonly FamilyId[] | undefined => {
  const words = text.slice(0, 500);
  const [, how, whom] = SPLIT_AMONG.exec(words) ?? [];
  const shared = whom === undefined ? undefined : listedIn(whom, seats, own);
  // "Split with the Okoyes" leaves out nobody who speaks.
  if (shared) return how?.toLowerCase() === 'with' && !shared.includes(own) ? [own, ...shared] : shared;
  const only = ONLY.exec(words)?.[1];
  const listed = only === undefined ? undefined : listedIn(only, seats, own);
  if (listed) return listed;
  // "For us" alone may be all who are there.
  const forThem = FOR.exec(words)?.[1];
  const theirs = forThem === undefined ? undefined : listedIn(forThem, seats, own);
  if (theirs?.some((familyId) => familyId !== own)) return theirs;
  const except = (EXCEPT.exec(words) ?? NOT_IN.exec(words))?.[1];
  const without = except === undefined ? undefined : listedIn(except, seats, own);
  const left = seats.map(({ familyId }) => familyId).filter((one) => !without?.includes(one));
  return without && left.length > 0 ? left : undefined;
};
