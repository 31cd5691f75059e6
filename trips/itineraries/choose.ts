import type { Candidate } from './candidate.ts';
import { type Cost, costOf, plus } from './cost.ts';
import { type DayFrame, mealVisit, sightMinutes, sightWindows } from './day-frame.ts';
import type { Needs } from './needs.ts';
import { type Placed, packDay, type Visit } from './pack-day.ts';
import type { PlanningFamily } from './planning-facts.ts';
import { weekdayIndex } from './reading/days.ts';
import type { DecidedPick } from './settled.ts';
import { wishFor } from './wishes.ts';

/** The most that may be spent, for everyone and by each family; infinite where nobody set a limit. */
export interface Limits {
  readonly total: number;
  readonly shares: readonly number[];
}

/** What was chosen for one day. */
export interface DayChoice {
  readonly sights: readonly Candidate[];
  readonly lunch?: Candidate | undefined;
  readonly dinner?: Candidate | undefined;
}

export interface Choice {
  readonly days: readonly DayChoice[];
  readonly spent: Cost;
  /** What found no place: no time or opening hour for it, or no money. */
  readonly left: readonly {
    readonly candidate: Candidate;
    readonly why: 'time' | 'money';
    readonly decided: boolean;
  }[];
}

type Part = 'sight' | 'lunch' | 'dinner';
interface Slot {
  readonly day: number;
  readonly part: Part;
}
interface Option {
  readonly candidate: Candidate;
  readonly decided: boolean;
  readonly slots: readonly Slot[];
  /** Worth and cost of each day, by its index. */
  readonly worth: readonly number[];
  readonly cost: readonly (Cost | undefined)[];
  readonly most: number;
}

/** Steps of the search, and day plans tried in it, before the best so far is taken: bounds the time, not the clock. */
const MOST_STEPS = 4_000;
const MOST_PACKINGS = 900;
const SIGHTS_A_DAY = { slow: 2, steady: 3, full: 4 } as const;
/** What the families decided together outweighs anything that may be chosen freely. */
const DECIDED_WORTH = 1_000;
/** Places where one goes for a bite at midday, not for dinner. */
const LIGHT =
  /\b(?:caf[eé]|coffee|bakery|pastelaria|padaria|patisserie|boulangerie|gelateria|ice cream|brunch|deli)\b/i;

/** The times of one day with what was chosen for it; `undefined` when it does not fit. */
export const timesOf = (frame: DayFrame, choice: DayChoice, needs: Needs): readonly Placed[] | undefined => {
  const weekday = weekdayIndex(frame.date);
  const meals = (['lunch', 'dinner'] as const).flatMap((part): readonly Visit[] =>
    frame[part] ? [mealVisit(part, part, needs, choice[part], weekday)] : [],
  );
  const sights = choice.sights.map((sight) => ({
    key: sight.id,
    minutes: sightMinutes(sight),
    windows: sightWindows(sight, frame),
  }));
  return packDay([...frame.visits, ...meals, ...sights]);
};

const slotsOf = (candidate: Candidate, frames: readonly DayFrame[], pick?: DecidedPick): readonly Slot[] =>
  frames.flatMap(({ date, lunch, dinner, present }, day): readonly Slot[] => {
    if ((pick?.day !== undefined && pick.day !== date) || !present.includes(true)) return [];
    if (candidate.kind === 'sight') return [{ day, part: 'sight' }];
    const light = LIGHT.test(candidate.name);
    const serves = (part: 'lunch' | 'dinner'): boolean =>
      (pick?.part ?? part) === part &&
      (candidate.meals ? candidate.meals.includes(part) : !(light && part === 'dinner'));
    return [
      ...(dinner && serves('dinner') ? [{ day, part: 'dinner' as const }] : []),
      ...(lunch && serves('lunch') ? [{ day, part: 'lunch' as const }] : []),
    ];
  });

/**
 * Fills the days so that wishes are met best within the limits: what was decided first, then by worth. The search is
 * exact while it is small and stops after a fixed number of steps; the same facts always give the same choice.
 */
export const choose = (
  frames: readonly DayFrame[],
  families: readonly PlanningFamily[],
  decided: readonly DecidedPick[],
  open: readonly Candidate[],
  needs: Needs,
  currency: string | undefined,
  limits: Limits,
  spent: Cost,
): Choice => {
  const optionOf = (candidate: Candidate, pick?: DecidedPick): Option => {
    const cost = frames.map(({ present }) => costOf(candidate, families, present, currency));
    const fits = needs.diets.length > 0 && needs.diets.every((diet) => candidate.diets[diet]) ? 1.5 : 0;
    const worth = frames.map(
      ({ present }) =>
        (pick ? DECIDED_WORTH : 0) +
        wishFor(candidate, families, present) +
        (candidate.kind === 'meal' ? 2 + fits : 0) +
        (needs.stepFree && candidate.stepFree ? 0.5 : 0) +
        // What is known can be relied on.
        (candidate.hours ? 0.2 : 0) +
        (cost.some(Boolean) ? 0.2 : 0),
    );
    return {
      candidate,
      decided: pick !== undefined,
      slots: slotsOf(candidate, frames, pick),
      worth,
      cost,
      most: Math.max(...worth),
    };
  };
  const options = [
    ...decided.map((pick) => optionOf(pick.candidate, pick)),
    ...open.map((candidate) => optionOf(candidate)),
  ];
  const price = (option: Option): number => Math.max(0, ...option.cost.map((cost) => cost?.total ?? 0));
  const byId = (a: Option, b: Option): number => (a.candidate.id < b.candidate.id ? -1 : 1);
  const orders = [
    options.toSorted((a, b) => b.most - a.most || price(a) - price(b) || byId(a, b)),
    // With little money, many small wishes may beat one large one.
    options.toSorted(
      (a, b) =>
        Number(b.decided) - Number(a.decided) || b.most / (1 + price(b)) - a.most / (1 + price(a)) || byId(a, b),
    ),
  ];
  const packings = new Map<string, boolean>();
  const fits = (day: number, choice: DayChoice): boolean => {
    const frame = frames[day];
    if (!frame) return false;
    const ids = choice.sights.map(({ id }) => id).sort();
    const key = [day, choice.lunch?.id, choice.dinner?.id, ...ids].join('\u0000');
    const known = packings.get(key);
    if (known !== undefined) return known;
    const result = timesOf(frame, choice, needs) !== undefined;
    packings.set(key, result);
    return result;
  };
  const affordable = (sum: Cost): boolean =>
    sum.total <= limits.total &&
    sum.shares.every((share, index) => share <= (limits.shares[index] ?? Number.POSITIVE_INFINITY));
  const room = {
    sights: frames.length * SIGHTS_A_DAY[needs.pace],
    meals: frames.reduce((sum, { lunch, dinner }) => sum + Number(lunch) + Number(dinner), 0),
  };
  const kindRoom = (option: Option): 'sights' | 'meals' => (option.candidate.kind === 'meal' ? 'meals' : 'sights');

  let best: { days: readonly DayChoice[]; spent: Cost; worth: number } = {
    days: frames.map(() => ({ sights: [] })),
    spent,
    worth: 0,
  };

  for (const order of orders) {
    let steps = 0;
    const packedBefore = packings.size;
    const spentAll = (): boolean => steps > MOST_STEPS || packings.size - packedBefore > MOST_PACKINGS;
    const days: DayChoice[] = frames.map(() => ({ sights: [] }));
    /** The most that may still be won from `index` on, with the places that are left. */
    const hope = (index: number, sights: number, meals: number): number => {
      const left = { sights, meals };
      let sum = 0;
      // Exact for the order by worth; for the other it may end too soon, which costs quality and never correctness.
      for (let at = index; at < order.length && left.sights + left.meals > 0; at += 1) {
        const option = order[at];
        if (!option) break;
        const kind = kindRoom(option);
        if (left[kind] === 0) continue;
        left[kind] -= 1;
        sum += option.most;
      }
      return sum;
    };
    const go = (index: number, sum: Cost, worth: number, sights: number, meals: number): void => {
      steps += 1;
      if (worth > best.worth + 1e-9 || (worth > best.worth - 1e-9 && sum.total < best.spent.total))
        best = { days: [...days], spent: sum, worth };
      const option = order[index];
      if (!option || spentAll()) return;
      if (worth + hope(index, sights, meals) <= best.worth + 1e-9) return;
      const slots = option.slots
        .map((slot) => ({ slot, full: fullness(days[slot.day], slot.part), worth: option.worth[slot.day] ?? 0 }))
        .sort((a, b) => b.worth - a.worth || a.full - b.full || a.slot.day - b.slot.day);
      for (const { slot, worth: gain } of slots) {
        const before = days[slot.day];
        const cost = option.cost[slot.day];
        const next = before && withOption(before, slot.part, option.candidate, SIGHTS_A_DAY[needs.pace]);
        const total = cost ? plus(sum, cost) : sum;
        if (!before || !next || !affordable(total) || !fits(slot.day, next)) continue;
        days[slot.day] = next;
        const isMeal = slot.part !== 'sight';
        go(index + 1, total, worth + gain, sights - Number(!isMeal), meals - Number(isMeal));
        days[slot.day] = before;
        if (spentAll()) return;
      }
      go(index + 1, sum, worth, sights, meals);
    };
    go(0, spent, 0, room.sights, room.meals);
  }

  const chosen = new Set(
    best.days.flatMap(({ sights, lunch, dinner }) => [...sights, lunch, dinner].flatMap((one) => one?.id ?? [])),
  );
  const left = options
    .filter(({ candidate }) => !chosen.has(candidate.id))
    .map((option) => {
      const couldFit = option.slots.some(({ day, part }) => {
        const now = best.days[day];
        const next = now && withOption(now, part, option.candidate, SIGHTS_A_DAY[needs.pace]);
        return next !== undefined && fits(day, next);
      });
      return {
        candidate: option.candidate,
        why: couldFit ? ('money' as const) : ('time' as const),
        decided: option.decided,
      };
    });
  return { days: best.days, spent: best.spent, left };
};

/** Fewer things on a day come first; of two empty meals, dinner. */
const fullness = (choice: DayChoice | undefined, part: Part): number => {
  if (part === 'sight') return choice?.sights.length ?? 0;
  return Number(choice?.lunch !== undefined) + Number(choice?.dinner !== undefined) + (part === 'lunch' ? 0.5 : 0);
};

const withOption = (choice: DayChoice, part: Part, candidate: Candidate, most: number): DayChoice | undefined => {
  if (part === 'sight') {
    return choice.sights.length < most ? { ...choice, sights: [...choice.sights, candidate] } : undefined;
  }
  return choice[part] ? undefined : { ...choice, [part]: candidate };
};
