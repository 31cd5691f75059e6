import { z } from 'zod';
import type { Gateway } from '../../llm/gateway.ts';
import { HIDDEN_MARK } from '../../rag/ingest/block.ts';
import type { Library } from '../../rag/library.ts';
import { type Clock, instant } from '../../trips/clock.ts';
import { familiesToWeigh } from '../../trips/consensus/analyse-poll.ts';
import { dayOf, daysBetween } from '../../trips/dates.ts';
import type { Candidate, Passage } from '../../trips/itineraries/candidate.ts';
import { latestItinerary } from '../../trips/itineraries/latest-itinerary.ts';
import { readDays } from '../../trips/itineraries/reading/days.ts';
import { listed } from '../../trips/listed.ts';
import { offeredDays, type Planned, placeMeant } from '../../trips/magic-polls/days.ts';
import { learnedFrom } from '../../trips/magic-polls/learned-wishes.ts';
import { failDrafting, noteDrafting, saveDraft } from '../../trips/magic-polls/magic-poll-task.ts';
import type { Offered } from '../../trips/magic-polls/offered.ts';
import { offeredPlaces } from '../../trips/magic-polls/places.ts';
import type { PollRequest, PollWish } from '../../trips/magic-polls/poll-wish.ts';
import { type ProposingFacts, propose } from '../../trips/magic-polls/propose.ts';
import { offeredWays } from '../../trips/magic-polls/ways.ts';
import type { PollCategory } from '../../trips/polls/poll.ts';
import { readPoll, readStanding } from '../../trips/polls/standing.ts';
import type { Records } from '../../trips/records.ts';
import { reservations } from '../../trips/reservations/reservation.ts';
import { type Trip, trips } from '../../trips/trips/trip.ts';
import type { JobHandler } from '../job-handler.ts';
import { inThread } from './in-thread.ts';
import { proposeWithModel } from './propose-with-model.ts';

const payload = z.object({ tripId: z.string(), taskId: z.string() });

export interface SuggestPollParts {
  readonly records: Records;
  readonly library: Pick<Library, 'passages' | 'find'>;
  readonly models: Gateway;
  readonly clock: Clock;
}

const THREAD = new URL('./candidates-thread.ts', import.meta.url);
/** Sentences nearest to the words that are looked at. */
const NEAREST = 40;
const WENT_WRONG =
  'Something went wrong on my side and I could not make the poll. Nothing is lost: ask me again, or name the options yourself.';
const FOUND: Readonly<Record<PollCategory, readonly [one: string, many: string]>> = {
  dining: ['place to eat', 'places to eat'],
  lodging: ['place to stay', 'places to stay'],
  activity: ['thing to do', 'things to do'],
  date: ['day', 'days'],
  transport: ['way to go', 'ways to go'],
};

/**
 * Proposes a poll from the trip's documents and facts, and saves it as a draft: running it again makes no second one.
 * Only documents the whole trip may read are looked at. With a model the proposal is better worded and ordered; every
 * fact in it is still the documents' own.
 */
export const suggestPollHandler = ({ records, library, models, clock }: SuggestPollParts): JobHandler => ({
  kind: 'suggest-poll',
  run: async (given, { signal, progress }) => {
    const ref = payload.parse(given);
    const begun = await noteDrafting(records, clock, ref, { progress: 10, step: 'Reading your documents' });
    if (!begun?.poll) return;
    const { poll: request, requestedBy } = begun;
    const { wish } = request;
    const trip = await records.read(trips, ref.tripId, ref.tripId);
    if (!trip) return;
    const scope = { tripId: trip.id, familyId: undefined };
    const [all, families] = await Promise.all([library.passages(scope), familiesToWeigh(records, trip.id)]);
    const passages = all.map(visible);
    const context = readingContext(trip, instant(clock));
    const candidates = await inThread(THREAD, { passages, context }, signal, (found: readonly Candidate[]) => found);
    signal.throwIfAborted();
    const today = dayOf(instant(clock), trip.timeZone);
    const found = await offeredFor(wish, trip, { passages, candidates, families, records, today });
    progress(`found ${found.length} in ${new Set(passages.map(({ documentId }) => documentId)).size} documents`);
    await noteDrafting(records, clock, ref, { progress: 50, step: foundSo(wish, found) });
    const nearest = passages.length === 0 ? [] : await library.find({ text: wish.words, scope, history: [] }, NEAREST);
    signal.throwIfAborted();
    const facts: ProposingFacts = {
      wish,
      trip,
      families,
      relevance: relevanceOf(found, nearest),
      ...(await learnedBy(records, trip, request)),
    };
    const plain = propose(found, facts);
    if (!plain.ok) {
      await failDrafting(records, clock, ref, plain.missing);
      return;
    }
    await noteDrafting(records, clock, ref, { progress: 80, step: 'Weighing what suits every family' });
    const { proposal = plain, saving } = await proposeWithModel(models, {
      ...{ userId: requestedBy, tripId: trip.id, nights: nightsOf(trip) },
      ...{ facts, found, passages, signal },
    });
    signal.throwIfAborted();
    await saveDraft(records, clock, ref, begun, { ...proposal, saving, note: noteOn(wish, candidates) });
  },
  gaveUp: async (given) => {
    const ref = payload.safeParse(given);
    if (ref.success) await failDrafting(records, clock, ref.data, WENT_WRONG);
  },
});

/** What nobody could see in a document is nobody's offer. */
const visible = <P extends Pick<Passage, 'text'>>(passage: P): P => ({
  ...passage,
  text: passage.text
    .split('\n')
    .map((line) => line.split(HIDDEN_MARK)[0] ?? '')
    .join('\n'),
});

/** A trip without dates is read as of today: seasons and weekdays in documents need some day. */
const readingContext = ({ startDate, endDate, budget, timeZone }: Trip, at: string) => {
  const today = dayOf(at, timeZone);
  return { startDate: startDate ?? today, endDate: endDate ?? startDate ?? today, currency: budget?.currency };
};

const offeredFor = async (
  wish: PollWish,
  trip: Trip,
  {
    passages,
    candidates,
    families,
    records,
    today,
  }: {
    readonly passages: readonly Passage[];
    readonly candidates: readonly Candidate[];
    readonly families: Awaited<ReturnType<typeof familiesToWeigh>>;
    readonly records: Records;
    readonly today: string;
  },
): Promise<readonly Offered[]> => {
  if (wish.category === 'transport')
    return offeredWays(wish.words, passages, { families, currency: trip.budget?.currency });
  if (wish.category === 'date')
    return offeredDays(wish, trip, { candidates, families, planned: await plannedOn(records, trip), today });
  return offeredPlaces(candidates, { wish, families, nights: nightsOf(trip) });
};

const nightsOf = ({ startDate, endDate }: Trip): number =>
  startDate && endDate ? Math.max(0, daysBetween(startDate, endDate).length - 1) : 0;

/** What each day of the trip holds already: decisions, what is booked for everyone, and the plan. */
const plannedOn = async (records: Records, trip: Trip): Promise<Planned> => {
  const { startDate, endDate, decisions = [] } = trip;
  if (startDate === undefined || endDate === undefined) return new Map();
  const [plan, booked] = await Promise.all([latestItinerary(records, trip.id), records.list(reservations, trip.id)]);
  const days = new Map<string, string[]>();
  const note = (day: string | undefined, what: string): void => {
    if (day === undefined || days.get(day)?.includes(what)) return;
    days.set(day, [...(days.get(day) ?? []), what]);
  };
  for (const { question, choice } of decisions) note(readDays(question, { startDate, endDate })[0], choice);
  for (const { scope, status, kind, startDate: day, name } of booked)
    if (scope === 'trip' && status === 'booked' && kind !== 'lodging') note(day, name);
  for (const { date, items } of plan?.days ?? [])
    for (const { kind, title } of items) if (kind === 'sight') note(date, title);
  return days;
};

/** What is not known of the thing whose day is asked. */
const noteOn = ({ category, subject }: PollWish, candidates: readonly Candidate[]): string | undefined => {
  if (category !== 'date' || subject === undefined) return undefined;
  const place = placeMeant(subject, candidates);
  if (place === undefined)
    return `Your documents say nothing of "${subject}": I could not check when it is open. A page with its hours would help.`;
  return place.hours === undefined ? `Your documents do not say when ${place.name} is open.` : undefined;
};

const foundSo = ({ category }: PollWish, found: readonly Offered[]): string => {
  const [one, many] = FOUND[category];
  const documents = [...new Set(found.flatMap(({ option }) => option.source?.document ?? []))];
  const where = documents.length === 0 || documents.length > 3 ? '' : ` in ${listed(documents)}`;
  return `I found ${found.length} ${found.length === 1 ? one : many}${where}`;
};

/** How near each option's own words in the documents are to what was asked: 1 the nearest, 0 where it is not among them. */
const relevanceOf = (
  found: readonly Offered[],
  nearest: readonly { readonly heading?: string | undefined; readonly text: string }[],
): ReadonlyMap<string, number> =>
  new Map(
    found.map(({ option }) => {
      const name = option.text.toLowerCase();
      const place = nearest.findIndex(({ heading = '', text }) => `${heading}\n${text}`.toLowerCase().includes(name));
      return [option.optionId, place < 0 ? 0 : 1 - place / nearest.length];
    }),
  );

/** What the ballots of the poll that this one follows say, and which options are not to come again. */
const learnedBy = async (
  records: Records,
  trip: Trip,
  { follows }: PollRequest,
): Promise<Pick<ProposingFacts, 'learned' | 'without'>> => {
  const poll = follows === undefined ? undefined : await readPoll(records, trip.id, follows);
  if (!poll) return {};
  const { tally } = await readStanding(records, trip, poll);
  const before = poll.follows === undefined ? undefined : await readPoll(records, trip.id, poll.follows);
  return {
    learned: learnedFrom(poll, tally),
    without: [...poll.options, ...(before?.options ?? [])].map(({ text }) => text),
  };
};
