import { sayDay } from '../dates.ts';
import { sayMoney } from '../money.ts';
import type { Candidate } from './candidate.ts';
import type { Choice } from './choose.ts';
import { costOf } from './cost.ts';
import type { DayFrame } from './day-frame.ts';
import type { Itinerary } from './itinerary.ts';
import type { Needs } from './needs.ts';
import { type PlanningFacts, priceCurrency } from './planning-facts.ts';
import { type Settled, stayGap } from './settled.ts';

/** At most this many things are named in one sentence; the rest is counted. */
const MOST_NAMED = 4;

const list = (names: readonly string[]): string => {
  const shown =
    names.length > MOST_NAMED ? [...names.slice(0, MOST_NAMED - 1), `${names.length - MOST_NAMED + 1} more`] : names;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
};

/** What could not be planned and what would help, for people: a sentence each, the gravest first, naming no family. */
export const gapsOf = (
  facts: PlanningFacts,
  settled: Settled,
  needs: Needs,
  choice: Choice,
  days: Itinerary['days'],
  currency: string | undefined,
): readonly string[] => {
  const frames = choice.days.map(({ frame }) => frame);
  const stays = [...new Set(choice.stays.map(({ candidate }) => candidate))];
  const gaps: string[] = [
    ...settled.gaps,
    ...stayGap(settled, facts.candidates, stays),
    ...frames.flatMap(({ notes }) => notes),
  ];
  for (const { candidate, why } of choice.left.filter(({ decided }) => decided)) {
    gaps.push(
      why === 'time'
        ? `${candidate.name} won the vote, but no day and opening hour fits it; I left it out.`
        : `${candidate.name} won the vote, but there is no money left for it; I left it out.`,
    );
  }
  const away = frames.filter(({ present }) => present.includes(false));
  for (const { date, present } of away) {
    const missing = present.filter((there) => !there).length;
    gaps.push(
      present.includes(true)
        ? `${missing === 1 ? 'One family' : `${missing} families`} can't be there on ${sayDay(date)}; that day is planned and counted without them.`
        : `Nobody can be there on ${sayDay(date)}, so I left it free.`,
    );
  }
  const dear = choice.left.filter(({ why, decided }) => why === 'money' && !decided);
  if (dear.length > 0) {
    const named = dear.map(({ candidate }) => priced(candidate, facts, currency));
    gaps.push(`Left out to stay within what may be spent: ${list(named)}.`);
  }

  gaps.push(...gapsOfDays(facts, needs, frames, days, currency));
  if (needs.uncheckedDiets > 0)
    gaps.push(
      `${needs.uncheckedDiets === 1 ? 'One food wish' : `${needs.uncheckedDiets} food wishes`} can't be checked against menus: whoever it concerns had better ask there.`,
    );
  return gaps;
};

/** What the days of a plan themselves leave open: meals, days with nothing to do, prices and food that nothing says. */
export const gapsOfDays = (
  facts: PlanningFacts,
  needs: Needs,
  frames: readonly Pick<DayFrame, 'present'>[],
  days: Itinerary['days'],
  currency: string | undefined,
): readonly string[] => {
  const gaps: string[] = [];
  const openMeals = days.flatMap(({ date, items }) =>
    items.flatMap(({ kind, title }) =>
      kind === 'free' && title.endsWith('still open')
        ? [`${title.split(',')[0]?.toLowerCase()} on ${sayDay(date)}`]
        : [],
    ),
  );
  if (openMeals.length > 0) {
    const what =
      openMeals.length > MOST_NAMED
        ? `${openMeals.length} meals have`
        : `${capital(list(openMeals))} ${openMeals.length === 1 ? 'has' : 'have'}`;
    gaps.push(
      `${what} no place yet: send me places to eat${needs.diets.length > 0 ? ` (${needs.diets.join(', ')})` : ''} and I fit them in.`,
    );
  }
  const freeDays = days.filter(
    ({ items }, index) =>
      frames[index]?.present.includes(true) &&
      !items.some(({ kind }) => kind === 'sight') &&
      items.some(({ kind, title }) => kind === 'free' && title === 'Free time'),
  );
  if (freeDays.length > 0)
    gaps.push(
      `Nothing to see or do on ${list(freeDays.map(({ date }) => sayDay(date)))} yet: send me a guide or a list of ideas for ${facts.trip.destination}.`,
    );

  const used = new Set(days.flatMap(({ items }) => items.flatMap(({ candidateId }) => candidateId ?? [])));
  const planned = facts.candidates.filter(({ id, kind }) => used.has(id) && kind !== 'arrive' && kind !== 'depart');
  const unpriced = planned.filter(({ price }) => price === undefined);
  if (unpriced.length > 0 && unpriced.length === planned.length)
    gaps.push('No prices are in your documents, so I cannot add up what it costs.');
  else if (unpriced.length > 0)
    gaps.push(
      `No price is known for ${list(unpriced.map(({ name }) => name))}; the total leaves ${unpriced.length === 1 ? 'it' : 'them'} out.`,
    );
  const foreign = planned.filter(({ price }) => price && priceCurrency(price) !== currency);
  if (foreign.length > 0)
    gaps.push(
      `${list(foreign.map(({ name }) => name))} ${foreign.length === 1 ? 'is' : 'are'} priced in another currency and not in the total.`,
    );
  const unsaid = planned.filter(
    ({ kind, diets }) => kind === 'meal' && needs.diets.some((diet) => diets[diet] === undefined),
  );
  if (unsaid.length > 0)
    gaps.push(
      `Ask about ${needs.diets.join(' and ')} food at ${list(unsaid.map(({ name }) => name))}: the documents don't say.`,
    );
  return gaps;
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const priced = (candidate: Candidate, { families }: PlanningFacts, currency: string | undefined): string => {
  const cost = costOf(
    candidate,
    families,
    families.map(() => true),
    currency,
  );
  return cost && currency ? `${candidate.name} (${sayMoney({ amount: cost.total, currency })})` : candidate.name;
};
