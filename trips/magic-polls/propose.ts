import { type ConsensusFamily, optionFrom, type TripFacts } from '../consensus/facts.ts';
import { checkOptions, sayBreaches } from '../consensus/feasible.ts';
import { interestIn } from '../consensus/wishes.ts';
import { plainName } from '../itineraries/candidate.ts';
import type { PollOption, RuledOutOption } from '../polls/poll.ts';
import type { TripDecision } from '../trips/trip.ts';
import { type LearnedWishes, learnedLiking } from './learned-wishes.ts';
import type { Offered } from './offered.ts';
import { type PollWish, tellingWords } from './poll-wish.ts';
import { sayMissing } from './say-missing.ts';
import { whyForAll } from './why-it-fits.ts';

/** Options put before the families: more are hard to weigh in a text message. */
const MOST_OPTIONS = 5;
/** Options that cannot be had and are shown all the same, so that nobody asks why they are missing. */
const MOST_RULED_OUT = 3;
/** Further options kept for whoever looks at the draft, to put in by name. */
const MOST_OTHERS = 20;
/** A poll needs this many that can be chosen. */
const LEAST_OPTIONS = 2;

/** What the options are weighed with. */
export interface ProposingFacts {
  readonly wish: PollWish;
  readonly trip: TripFacts & { readonly decisions?: readonly TripDecision[] | undefined };
  readonly families: readonly ConsensusFamily[];
  /** How near the documents' words for an option are to what was asked, 0 to 1, by its id. */
  readonly relevance?: ReadonlyMap<string, number> | undefined;
  /** From the ballots of the poll that this one follows. */
  readonly learned?: LearnedWishes | undefined;
  /** Names that are not to come again. */
  readonly without?: readonly string[] | undefined;
  /** Ids that come first, in this order, as far as they can be chosen. */
  readonly first?: readonly string[] | undefined;
}

/** A poll as it is proposed, or what it would take to propose one. */
export type Proposal =
  | {
      readonly ok: true;
      readonly options: readonly PollOption[];
      readonly ruledOut: readonly RuledOutOption[];
      readonly others: readonly PollOption[];
    }
  | { readonly ok: false; readonly missing: string };

interface Weighed {
  readonly offered: Offered;
  readonly out?: string | undefined;
  /** What each family would have of it, 1-5, in the order of the families. */
  readonly likings: readonly number[];
  readonly score: number;
  /** It was the choice in an earlier decision. */
  readonly again: boolean;
}

/** The score of something of which nothing is known. */
const NEUTRAL = 3;

const mean = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

/** Chooses among what was found: nothing that breaks a limit, what is nearest to the words, and something for every family. */
export const propose = (found: readonly Offered[], facts: ProposingFacts): Proposal => {
  const gone = new Set((facts.without ?? []).map(plainName));
  const fresh = found.filter(({ option }) => !gone.has(plainName(option.text)));
  const meant = toThePoint(fresh, facts.wish);
  const weighed = meant.map((offered) => weigh(offered, facts));
  const able = weighed.filter(({ out }) => out === undefined);
  const chosen = facts.wish.category === 'date' ? able.slice(0, 10) : oneForEach(able, facts);
  const unable = weighed.filter(({ out }) => out !== undefined).sort(byScore);
  const ruledOut = (facts.wish.category === 'date' ? unable.sort(byDay) : unable.slice(0, MOST_RULED_OUT)).map(
    ({ offered: { option }, out = '' }): RuledOutOption => ({ ...option, out }),
  );
  const shown = (one: Weighed): PollOption => ({
    ...one.offered.option,
    why: whyForAll(one.offered.option, facts.families, facts.trip),
  });
  if (chosen.length < LEAST_OPTIONS) {
    const names = chosen.map(({ offered }) => offered.option.text);
    return {
      ok: false,
      missing: sayMissing(facts.wish, {
        trip: facts.trip,
        found: names,
        ruledOut,
        booked: chosen.some(({ offered }) => /booked already/.test(offered.option.details ?? '')),
        before: gone.size > 0,
      }),
    };
  }
  return {
    ok: true,
    options: chosen.map(shown).map((option, index) => ({ ...option, optionId: numbered(index) })),
    ruledOut: ruledOut.map((option, index) => ({ ...option, optionId: `out_${index + 1}` })),
    others: able
      .filter((one) => !chosen.includes(one))
      .sort(byScore)
      .slice(0, MOST_OTHERS)
      .map(shown)
      .map((option, index) => ({ ...option, optionId: `other_${index + 1}` })),
  };
};

/** An option's id by its place, as the seed has it: `opt_01`. */
export const numbered = (index: number): string => `opt_${String(index + 1).padStart(2, '0')}`;

/** Where enough of what was found has the telling words (`museum`, `pizza`), only that; else all, those first. */
const toThePoint = (found: readonly Offered[], { words, category }: PollWish): readonly Offered[] => {
  if (category === 'date' || category === 'transport') return found;
  const wanted = tellingWords(words);
  const fitting = found.filter(({ option, about }) => {
    const own = tellingWords(`${option.text}\n${about}`);
    return [...wanted].some((word) => own.has(word));
  });
  return fitting.length >= LEAST_OPTIONS ? fitting : found;
};

const weigh = (offered: Offered, { wish, trip, families, relevance, learned }: ProposingFacts): Weighed => {
  const known = { ...optionFrom(offered.option), words: `${offered.option.text}. ${offered.about}` };
  const [checked] = checkOptions([optionFrom(offered.option)], families, trip);
  const decided = trip.decisions?.find(({ choice }) => plainName(choice) === plainName(offered.option.text));
  const broken = sayBreaches(checked?.breaches ?? []);
  const out =
    offered.out ??
    (broken.length > 0 ? broken.join(', ') : undefined) ??
    (decided && wish.category === 'activity' ? `decided already: "${decided.question}"` : undefined);
  const words = tellingWords(`${offered.option.text}\n${offered.option.details ?? ''}\n${offered.about}`);
  const wanted = [...tellingWords(wish.words)].filter((word) => words.has(word)).length;
  const likings = families.map(
    (family) => (interestIn(known, family) ?? NEUTRAL) + 2 * learnedLiking(learned, family.id, words),
  );
  const stated = [offered.option.cost ?? offered.option.price, offered.option.details].filter(
    (fact) => fact !== undefined,
  );
  return {
    offered,
    out,
    likings,
    again: decided !== undefined,
    // What was asked for counts most, then what the families like, then how much is known of it.
    score:
      2 * Math.min(2, wanted) +
      2 * (relevance?.get(offered.option.optionId) ?? 0) +
      mean(likings) +
      0.3 * stated.length +
      0.2 * ((offered.rating ?? NEUTRAL) - NEUTRAL),
  };
};

const byScore = (a: Weighed, b: Weighed): number =>
  Number(a.again) - Number(b.again) ||
  b.score - a.score ||
  priceOf(a) - priceOf(b) ||
  (a.offered.option.text < b.offered.option.text ? -1 : 1);
const byDay = (a: Weighed, b: Weighed): number => (a.offered.option.optionId < b.offered.option.optionId ? -1 : 1);
const priceOf = ({ offered: { option } }: Weighed): number =>
  option.cost?.total.amount ?? option.price?.amount ?? Number.MAX_SAFE_INTEGER;

/** How much less each further option of one sort is worth. */
const MORE_OF_THE_SAME = 1.5;

/** What sort of thing it is: the first thing said of it. */
const sortOf = ({ option }: Offered): string | undefined => option.details?.split(';')[0];

/** One after another, each time the one that adds most for the families that have least so far. */
const oneForEach = (able: readonly Weighed[], { families, first = [] }: ProposingFacts): readonly Weighed[] => {
  const left = [...able].sort(byScore);
  const chosen: Weighed[] = [];
  const best = families.map(() => 0);
  const take = (one: Weighed): void => {
    chosen.push(one);
    left.splice(left.indexOf(one), 1);
    for (const [index, liking] of one.likings.entries()) best[index] = Math.max(best[index] ?? 0, liking);
  };
  for (const id of first) {
    const one = left.find(({ offered }) => offered.option.optionId === id);
    if (one && chosen.length < MOST_OPTIONS) take(one);
  }
  const adds = ({ offered, likings, score, again }: Weighed): number =>
    score -
    MORE_OF_THE_SAME * chosen.filter((one) => sortOf(one.offered) === sortOf(offered)).length +
    likings.reduce((sum, liking, index) => sum + Math.max(0, liking - (best[index] ?? 0)), 0) -
    (again ? 100 : 0);
  while (chosen.length < MOST_OPTIONS) {
    const [next] = [...left].sort((a, b) => adds(b) - adds(a) || byScore(a, b));
    if (!next) break;
    take(next);
  }
  return chosen;
};
