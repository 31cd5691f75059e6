import { sayDay } from '../../dates.ts';
import { listed } from '../../listed.ts';
import type { Itinerary, ItineraryItem } from '../itinerary.ts';

/** Something that a version of a plan has otherwise than the one before. Days and times are the trip's. */
export type PlanChange =
  | { readonly kind: 'moved'; readonly what: string; readonly from: Place; readonly to: Place }
  /** A meal that no place is chosen for any more. */
  | { readonly kind: 'opened'; readonly what: string; readonly to: Place }
  | { readonly kind: 'added'; readonly what: string; readonly to: Place }
  | { readonly kind: 'removed'; readonly what: string; readonly from: Place }
  /** Another place for the same meal, or something else at the same time. */
  | { readonly kind: 'replaced'; readonly what: string; readonly by: string; readonly to: Place }
  /** `who`: the families that join, by their ids; everyone when absent. */
  | {
      readonly kind: 'joining';
      readonly what: string;
      readonly to: Place;
      readonly who?: readonly string[] | undefined;
    }
  | { readonly kind: 'noted'; readonly what: string; readonly to: Place; readonly now: 'locked' | 'unlocked' };

interface Place {
  readonly date: string;
  readonly start: string;
}

interface Thing extends Place {
  readonly key: string;
  readonly what: string;
  readonly item: ItineraryItem;
}

/** What is no change to anybody: free time comes and goes with what is around it. */
const isTold = ({ kind, meal }: ItineraryItem): boolean => kind !== 'free' || meal !== undefined;

const thingsOf = (days: Itinerary['days']): readonly Thing[] => {
  const seen = new Map<string, number>();
  return days.flatMap(({ date, items }) =>
    items.filter(isTold).map((item): Thing => {
      const base = item.kind === 'free' ? `${item.title} ${date}` : (item.candidateId ?? `${item.kind} ${item.title}`);
      const count = seen.get(base) ?? 0;
      seen.set(base, count + 1);
      return { date, start: item.start, key: `${base} ${count}`, what: item.title, item };
    }),
  );
};

const nameIn = ({ item, what }: Thing): string =>
  item.kind === 'free'
    ? what.replace(/, still open$/, '').toLowerCase()
    : item.meal !== undefined && item.kind === 'meal'
      ? what.replace(/^(?:Breakfast|Lunch|Dinner) at /, '')
      : what;

/** What is different in a later version of a plan, in the order of its days. */
export const planChanges = (before: Pick<Itinerary, 'days'>, after: Pick<Itinerary, 'days'>): readonly PlanChange[] => {
  const [old, now] = [thingsOf(before.days), thingsOf(after.days)];
  const oldByKey = new Map(old.map((thing) => [thing.key, thing]));
  const nowKeys = new Set(now.map(({ key }) => key));
  const gone = old.filter(({ key }) => !nowKeys.has(key));
  const changes: (PlanChange & { readonly at: Place })[] = [];
  for (const thing of now) {
    const { date, start, item } = thing;
    const to = { date, start };
    const was = oldByKey.get(thing.key);
    if (!was) {
      if (item.kind === 'free') {
        const left = gone.find((one) => one.date === date && one.item.meal === item.meal);
        if (left) continue;
        changes.push({ kind: 'opened', what: nameIn(thing), to, at: to });
        continue;
      }
      const instead = gone.findIndex(
        (one) =>
          one.date === date &&
          (item.meal === undefined ? one.item.kind === item.kind && one.start === start : one.item.meal === item.meal),
      );
      const [left] = instead < 0 ? [] : gone.splice(instead, 1);
      if (left && left.item.kind !== 'free')
        changes.push({ kind: 'replaced', what: nameIn(left), by: nameIn(thing), to, at: to });
      else changes.push({ kind: 'added', what: item.meal ? thing.what : nameIn(thing), to, at: to });
      if (item.who) changes.push({ kind: 'joining', what: nameIn(thing), to, who: item.who, at: to });
      continue;
    }
    const from = { date: was.date, start: was.start };
    if (from.date !== date || from.start !== start || was.item.meal !== item.meal)
      changes.push({ kind: 'moved', what: nameIn(thing), from, to, at: to });
    if (JSON.stringify(was.item.who) !== JSON.stringify(item.who))
      changes.push({ kind: 'joining', what: nameIn(thing), to, who: item.who, at: to });
    if (was.item.note?.includes('Locked') !== item.note?.includes('Locked'))
      changes.push({
        kind: 'noted',
        what: nameIn(thing),
        to,
        now: item.note?.includes('Locked') ? 'locked' : 'unlocked',
        at: to,
      });
  }
  for (const one of gone) {
    if (one.item.kind === 'free') continue;
    changes.push({ kind: 'removed', what: nameIn(one), from: one, at: one });
  }
  const when = ({ at }: { readonly at: Place }): string => `${at.date} ${at.start}`;
  return changes
    .toSorted((a, b) => (when(a) < when(b) ? -1 : when(a) > when(b) ? 1 : 0))
    .map(({ at: _, ...change }) => change as PlanChange);
};

const at = ({ date, start }: Place): string => `${sayDay(date)} ${start}`;

/** Says of families that join who they are, for readers who may know: `without the Garcias`. */
export type NamesOf = (joining: { readonly who?: readonly string[] | undefined }) => string | undefined;

const sayChange = (change: PlanChange, names: NamesOf | undefined): string => {
  switch (change.kind) {
    case 'moved':
      return `${change.what} moved from ${at(change.from)} to ${at(change.to)}.`;
    case 'added':
      return `${change.what} is new: ${at(change.to)}.`;
    case 'opened':
      return `${change.what.charAt(0).toUpperCase()}${change.what.slice(1)} on ${sayDay(change.to.date)} is open again.`;
    case 'removed':
      return `${change.what} is out (was ${at(change.from)}).`;
    case 'replaced':
      return `${at(change.to)}: ${change.by} instead of ${change.what}.`;
    case 'joining': {
      const who = names?.(change);
      if (change.who === undefined) return `Everyone joins ${change.what}, ${at(change.to)}.`;
      return who === undefined
        ? `Not everyone joins ${change.what}, ${at(change.to)}.`
        : `${change.what}, ${at(change.to)}: ${who}.`;
    }
    case 'noted':
      return change.now === 'locked'
        ? `${change.what} is locked: it stays ${at(change.to)}.`
        : `${change.what} may move again.`;
  }
};

/** Changes that are told one by one; of more, the rest is counted. */
const MOST_TOLD = 6;

/** The changes in words for people, a sentence each: `Tile Museum moved from Mon 14 Jun 10:00 to Tue 15 Jun 10:00.` */
export const sayChanges = (changes: readonly PlanChange[], names?: NamesOf): string => {
  const shifted = changes.filter(
    (change) => change.kind === 'moved' && change.from.date === change.to.date,
  ) as readonly Extract<PlanChange, { kind: 'moved' }>[];
  const others = changes.filter((change) => !(shifted as readonly PlanChange[]).includes(change));
  const sentences = others.map((change) => sayChange(change, names));
  for (const [date, own] of Map.groupBy(shifted, ({ to }) => to.date))
    sentences.push(
      `${sayDay(date)}: ${listed(own.map(({ what, from, to }) => `${what} ${from.start} is now ${to.start}`))}.`,
    );
  const shown = sentences.slice(0, MOST_TOLD);
  if (sentences.length > MOST_TOLD) shown.push(`And ${sentences.length - MOST_TOLD} more changes.`);
  return shown.join(' ');
};
