import type { Choice, Reply } from '../../cards/reply.ts';
import type { Words } from '../../cards/words/catalogue.ts';
import { planChanges } from '../../trips/itineraries/editing/changes.ts';
import { planProposals } from '../../trips/itineraries/editing/plan-proposal.ts';
import { itineraries } from '../../trips/itineraries/itinerary.ts';
import { latestItinerary } from '../../trips/itineraries/latest-itinerary.ts';
import { planFor } from '../../trips/itineraries/plan-for.ts';
import { citiesOn } from '../../trips/itineraries/stops/cities-on.ts';
import { type Task, tasks } from '../../trips/tasks/task.ts';
import { isBare, itineraryReply } from '../views/itinerary.ts';
import { joiningIn } from '../views/joining-in.ts';
import { planLink } from '../views/plan-link.ts';
import { proposalReply } from '../views/plan-proposal.ts';
import { likelyRainOn, offerIndoors, sayForecast, sayInstead, takeInstead } from '../views/weather.ts';
import { tripWeather } from '../weather/trip-weather.ts';
import type { Announcer, Announcers, AnnouncingHouse } from './announcement.ts';

const askedBy = async ({ records }: AnnouncingHouse, tripId: string, taskId: string): Promise<string | undefined> =>
  (await records.read(tasks, tripId, taskId))?.requestedBy;

/** Whoever asked for the plan waits for it. */
const waitsFor: Announcer<'plan-progress' | 'plan-failed' | 'plan-ready'>['urgent'] = async (
  house,
  trip,
  { taskId },
  { userId },
) => (await askedBy(house, trip.id, taskId)) === userId;

/** Why there is no plan, and which of the changes that would help may be tried. */
const failedReply = (task: Task, why: string, reason: string | undefined, { plan, news }: Words): Reply => {
  const choices = (task.changes ?? []).map(
    ({ label }, index): Choice => ({
      label: plan.change(label),
      act: { skill: 'plan-itinerary', input: { taskId: task.id, change: index + 1 } },
    }),
  );
  return reason !== undefined && choices.length > 0
    ? { text: news.cannotFit(plan.refusal(reason)), choices }
    : { text: plan.refusal(why) };
};

/** What a version has otherwise than the one before it, in words. */
export const changesOf = async (
  { records }: Pick<AnnouncingHouse, 'records'>,
  tripId: string,
  version: number,
  words: Pick<Words, 'say' | 'edits'>,
): Promise<string | undefined> => {
  const all = await records.list(itineraries, tripId);
  const [now, before] = [version, version - 1].map((one) => all.find((plan) => plan.version === one));
  return now && before
    ? words.edits.changes(planChanges(before, now), await joiningIn(records, tripId, words))
    : undefined;
};

export const planAnnouncers: Announcers<
  | 'plan-progress'
  | 'plan-failed'
  | 'plan-ready'
  | 'day-plan'
  | 'plan-changed'
  | 'plan-proposed'
  | 'plan-proposal-declined'
> = {
  'plan-progress': {
    urgent: waitsFor,
    say: async (house, trip, { taskId, step }, to, { news }) => {
      if ((await askedBy(house, trip.id, taskId)) !== to.userId) return undefined;
      const said = news.planStep(step);
      return { reply: said === undefined ? { text: step, language: 'en' } : { text: said } };
    },
  },
  'plan-failed': {
    urgent: waitsFor,
    say: async (house, trip, { taskId, why, reason }, to, words) => {
      const task = await house.records.read(tasks, trip.id, taskId);
      return task?.requestedBy === to.userId ? { reply: failedReply(task, why, reason, words) } : undefined;
    },
  },
  'plan-ready': {
    topic: 'plans',
    urgent: waitsFor,
    say: async (house, trip, { itineraryId }, _to, words) => {
      const itinerary = await house.records.read(itineraries, trip.id, itineraryId);
      if (!itinerary) return undefined;
      const { planBare, planReady } = words.news;
      const text = (isBare(itinerary) ? planBare : planReady)(itinerary.days.length);
      return { reply: await itineraryReply(house, itinerary, trip, { text }, words) };
    },
  },
  'day-plan': {
    topic: 'plans',
    prompt: true,
    say: async (house, trip, { date }, to, words) => {
      const itinerary = await latestItinerary(house.records, trip.id);
      const index = itinerary?.days.findIndex((day) => day.date === date) ?? -1;
      const family = to.group ? undefined : to.familyId;
      const mine = itinerary && family !== undefined ? planFor(itinerary, family) : itinerary;
      if (!itinerary || !mine?.days[index]?.items.some(({ kind }) => kind !== 'free')) return undefined;
      const forecast = house.weather ? await tripWeather(house.weather, trip, itinerary, [date]) : [];
      const wet = likelyRainOn(forecast, date);
      const items = mine.days[index]?.items ?? [];
      const text = [
        sayForecast(forecast, trip, words),
        wet ? sayInstead(items, words) : undefined,
        words.news.dayPlan(index + 1, words.say.list(citiesOn(trip, itinerary, date))),
      ];
      const said = text.filter((part) => part !== undefined).join(' ');
      const reply = await itineraryReply(house, itinerary, trip, { text: said, day: index + 1, family }, words);
      // Only offered, and to whoever decides: nothing is moved for the weather's sake unasked.
      if (!wet || to.userId !== trip.organizerId || to.group) return { reply };
      const choices = [...(reply.choices ?? []), ...takeInstead(date, items, words)];
      return { reply: offerIndoors({ ...reply, choices }, date, words) };
    },
  },
  'plan-changed': {
    topic: 'plans',
    say: async (house, trip, { itineraryId }, _to, words) => {
      const itinerary = await house.records.read(itineraries, trip.id, itineraryId);
      const changes = itinerary && (await changesOf(house, trip.id, itinerary.version, words));
      if (!itinerary || !changes) return undefined;
      const link = await planLink(house, itinerary, words);
      return { reply: { text: words.edits.planChanged(trip.name, changes, link) } };
    },
  },
  'plan-proposed': {
    topic: 'plans',
    say: async ({ records }, trip, { proposalId }, to, words) => {
      const proposal = await records.read(planProposals, trip.id, proposalId);
      if (proposal?.status !== 'waiting' || to.group || to.userId !== trip.organizerId) return undefined;
      return { reply: await proposalReply(records, trip.id, proposal, words) };
    },
  },
  'plan-proposal-declined': {
    topic: 'plans',
    say: async ({ records }, trip, { proposalId }, to, words) => {
      const proposal = await records.read(planProposals, trip.id, proposalId);
      if (to.group || proposal?.proposedBy !== to.userId) return undefined;
      return { reply: { text: words.edits.declined(trip.name) } };
    },
  },
};
