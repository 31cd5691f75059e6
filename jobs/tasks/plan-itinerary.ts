import { hash } from 'node:crypto';
import { z } from 'zod';
import type { Library } from '../../rag/library.ts';
import type { Clock } from '../../trips/clock.ts';
import { daysBetween } from '../../trips/dates.ts';
import { failPlanning, notePlanning, type PlanningRef, saveItinerary } from '../../trips/itineraries/planning-task.ts';
import type { Records } from '../../trips/records.ts';
import type { JobHandler } from '../job-handler.ts';
import { gatherInput } from './gather-input.ts';
import { planInThread } from './plan-in-thread.ts';
import type { PlanningInput } from './planning-input.ts';

const payload = z.object({ tripId: z.string(), taskId: z.string() });

export interface PlanItineraryParts {
  readonly records: Records;
  readonly library: Pick<Library, 'passages'>;
  readonly clock: Clock;
}

type Answer = Awaited<ReturnType<typeof planInThread>>;

/** The plan that was found, and what it was found from. */
interface SavedPlan {
  readonly from: string;
  readonly answer: Answer;
}

const count = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`;

/**
 * Makes the plan of a trip from its documents, its families and its decided polls, and saves it once: running it again
 * after a crash or beside another worker makes no second plan and tells nobody twice.
 */
export const planItineraryHandler = ({ records, library, clock }: PlanItineraryParts): JobHandler => ({
  kind: 'plan-itinerary',
  run: async (given, { signal, progress, saved, save }) => {
    const ref = payload.parse(given);
    const { tripId } = ref;
    const begun = await notePlanning(records, clock, ref, { progress: 10, step: 'Reading your documents' });
    if (!begun) return;
    const input = await gatherInput(records, library, tripId, begun.giving ?? []);
    if (input === 'dates-missing') {
      await failPlanning(
        records,
        clock,
        ref,
        'I need the first and the last day of the trip before I can plan it. When do you travel?',
      );
      return;
    }
    signal.throwIfAborted();
    const papers = new Set(input.passages.map(({ documentId }) => documentId)).size;
    let noted: Promise<unknown> = Promise.resolve();
    const from = hash('sha256', JSON.stringify(input), 'base64url');
    const plan = async (): Promise<Answer> => {
      const answer = await planInThread(input, signal, (places) => {
        progress(`found ${places} places in ${papers} documents`);
        noted = notePlanning(records, clock, ref, { progress: 50, step: foundSo(input, places, papers), aloud: true });
      }).finally(() => noted);
      await save({ from, answer } satisfies SavedPlan);
      return answer;
    };
    // What an earlier try found still holds where nothing it was found from has changed.
    const before = saved as SavedPlan | undefined;
    const answer = before?.from === from ? before.answer : await plan();
    signal.throwIfAborted();
    if (answer.say === 'nothing-fits') await failPlanning(records, clock, ref, answer.why, answer);
    else await saveItinerary(records, clock, ref, answer.plan, answer.checks);
  },
  gaveUp: async (given) => {
    const ref = payload.safeParse(given);
    if (!ref.success) return;
    const why =
      'Something went wrong on my side and I could not make the plan. Nothing is lost: say PLAN and I try again.';
    await failPlanning(records, clock, ref.data satisfies PlanningRef, why);
  },
});

/** What was found, and what comes next, in one sentence. */
const foundSo = ({ trip, families: all }: PlanningInput, places: number, papers: number): string => {
  const days = count(daysBetween(trip.startDate, trip.endDate).length, 'day');
  const people = count(
    all.reduce((sum, { members }) => sum + Math.max(1, members.length), 0),
    'person',
    'people',
  );
  if (papers === 0) return `There are no documents yet, so I plan ${days} with room to fill.`;
  return `I found ${count(places, 'place')} in ${count(papers, 'document')} and am putting together ${days} for ${people}.`;
};
