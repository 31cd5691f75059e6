import { rainLine } from '../../cards/rain-line.ts';
import type { ItineraryCard, Reply } from '../../cards/reply.ts';
import type { Words } from '../../cards/words/catalogue.ts';
import type { FamilyId } from '../../trips/ids.ts';
import type { Itinerary, PlanCheck } from '../../trips/itineraries/itinerary.ts';
import { planFor } from '../../trips/itineraries/plan-for.ts';
import type { Trip } from '../../trips/trips/trip.ts';
import type { House } from '../house.ts';
import { joiningIn } from './joining-in.ts';
import { planLink } from './plan-link.ts';

/** That nothing is planned twice or at one time goes without saying where words are few. */
const TOO_PLAIN: readonly PlanCheck['constraint'][] = ['duplicates', 'overlap', 'dates'];

const shownCheck = (check: PlanCheck, { plan }: Words): ItineraryCard['checks'][number] => ({
  ok: check.ok,
  text: plan.check(check),
  ...(TOO_PLAIN.includes(check.constraint) ? {} : { name: plan.checkName(check.constraint) }),
});

/** Whether a plan holds nothing but coming, going, beds and free time. */
export const isBare = ({ days }: Pick<Itinerary, 'days'>): boolean =>
  !days.some(({ items }) => items.some(({ kind }) => kind === 'sight' || kind === 'meal'));

/** A plan as a reply: all of it, or one day (1-based); with the link to the page that shows everything. */
export const itineraryReply = async (
  house: Pick<House, 'records' | 'clock' | 'publicUrl'>,
  itinerary: Itinerary,
  trip: Pick<Trip, 'name' | 'budget'>,
  {
    text,
    day,
    family,
  }: {
    readonly text: string;
    readonly day?: number | undefined;
    /** As this family lives it; as everybody does when absent. */
    readonly family?: FamilyId | undefined;
  },
  words: Words,
): Promise<Reply> => {
  const { say, plan } = words;
  // Whose days these are is whose page it opens.
  const link = await planLink(house, itinerary, words, { family });
  const joining = await joiningIn(house.records, itinerary.tripId, words);
  const shown = family === undefined ? itinerary : planFor(itinerary, family);
  const days = shown.days.map(({ date, items }, index) => ({
    label: plan.day(index + 1, say.day(date)),
    items: items.map(({ start, title, cost, note, who, rain }) => ({
      time: start,
      title: plan.item(title),
      cost: cost && (cost.amount === 0 ? plan.free : say.money(cost)),
      note:
        [joining({ who }), note && plan.note(note), rainLine({ rain, start }, words)].filter(Boolean).join('. ') ||
        undefined,
    })),
  }));
  const total =
    itinerary.total &&
    (trip.budget ? plan.of(say.money(itinerary.total), say.money(trip.budget)) : say.money(itinerary.total));
  return {
    text,
    ...(words.language === 'en' ? {} : { language: words.language }),
    card: {
      kind: 'itinerary',
      title: trip.name,
      days: day === undefined ? days : days.slice(day - 1, day),
      total: day === undefined ? total : undefined,
      checks: day === undefined ? itinerary.checks.map((check) => shownCheck(check, words)) : [],
      gaps: day === undefined ? itinerary.gaps.map(plan.gap) : [],
      link,
    },
  };
};
