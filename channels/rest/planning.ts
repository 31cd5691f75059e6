import { z } from 'zod';
import { wordsIn } from '../../cards/words/words.ts';
import { day } from '../../trips/dates.ts';
import { planAsked } from '../../trips/itineraries/asked.ts';
import { findItinerary } from '../../trips/itineraries/find-itinerary.ts';
import { itineraries, itineraryItem, planCheck } from '../../trips/itineraries/itinerary.ts';
import { offeredChange } from '../../trips/itineraries/relaxation.ts';
import { requestItinerary } from '../../trips/itineraries/request-itinerary.ts';
import { language } from '../../trips/language.ts';
import { money } from '../../trips/money.ts';
import type { Records } from '../../trips/records.ts';
import { type Outcome, rejected } from '../../trips/rejection.ts';
import { memberOf } from '../../trips/roles/permission.ts';
import { cancelTask } from '../../trips/tasks/cancel-task.ts';
import { findTask } from '../../trips/tasks/find-task.ts';
import { taskStatus } from '../../trips/tasks/task.ts';
import { familiesIn } from '../../trips/trips/create-trip.ts';
import { CALENDAR, itineraryCalendar } from '../share/itinerary-calendar.ts';
import { itineraryPdf } from '../share/itinerary-pdf.ts';
import type { ShownPlan } from '../share/shown-plan.ts';
import type { RestHouse } from './house.ts';
import { pageFrom, pageOf, pageQuery } from './paging.ts';
import { idOf, type Route, route } from './route.ts';
import { sent, shown } from './schema-names.ts';
import { answerBegun, begunShown } from './task-begun.ts';

export const itineraryShown = shown(
  'Itinerary',
  z.object({
    id: z.string(),
    tripId: z.string(),
    version: z.int(),
    days: z.array(z.object({ date: day, items: z.array(itineraryItem) })),
    total: money.optional(),
    checks: z.array(planCheck),
    gaps: z.array(z.string()),
    createdAt: z.string(),
    asked: planAsked
      .optional()
      .meta({ description: 'What people have asked of the plan: every later version keeps to it.' }),
    basedOn: z.int().optional().meta({ description: 'The version this one was made from: `restore` it to undo.' }),
  }),
);
const itineraryPage = shown('ItineraryList', pageOf(itineraryShown));

const taskShown = shown(
  'Task',
  z.object({
    taskId: z.string(),
    tripId: z.string(),
    kind: z.string(),
    status: taskStatus,
    progress: z.number().min(0).max(100),
    step: z.string(),
    result: z.string().optional().meta({ description: 'The id of what came of it, e.g. the itinerary.' }),
    error: z.string().optional(),
    changes: z.array(offeredChange).optional().meta({
      description: 'When nothing fitted: the smallest changes after which something does, each tried.',
    }),
    createdAt: z.string(),
    updatedAt: z.string(),
  }),
);

const planSent = sent('ItineraryRequest', z.object({ tripId: z.string().max(100) }));

const versionKey = ({ version }: { readonly version: number }): string => String(version).padStart(9, '0');

/** One file in one piece. */
async function* whole(bytes: string | Uint8Array): AsyncGenerator<string | Uint8Array> {
  yield bytes;
}

const itineraryFile = shown('ItineraryFile', z.string());
const fileParams = z.object({ itineraryId: idOf('itinerary') });
const fileQuery = z.object({
  only: z
    .literal('mine')
    .optional()
    .meta({ description: "Only what the caller's family joins; everybody's plan when absent." }),
  lang: language.optional().meta({ description: 'The language it is written in: English when absent.' }),
});
type FileQuery = z.infer<typeof fileQuery>;

const shownTo = async (
  records: Records,
  { userId, itineraryId, only, lang }: FileQuery & { readonly userId: string; readonly itineraryId: string },
): Promise<Outcome<{ shown: ShownPlan }>> => {
  const found = await findItinerary(records, userId, itineraryId);
  if (!found.ok) return found;
  const { itinerary, member } = found;
  const seats = await familiesIn(records, member.trip.id);
  const family = only && member.participation.familyId;
  return { ok: true, shown: { itinerary, trip: member.trip, seats, words: wordsIn(lang), only: family } };
};

/** Itineraries, and the work that makes them. */
export const planningRoutes = ({ records, clock }: RestHouse): readonly Route[] => [
  route({
    method: 'get',
    path: '/trips/{tripId}/itineraries',
    operationId: 'listItineraries',
    summary: "The trip's itineraries, the latest first",
    tag: 'itineraries',
    params: z.object({ tripId: idOf('trip') }),
    query: pageQuery,
    gives: { statuses: [200], body: itineraryPage },
    handle: async ({ userId, params: { tripId }, query }) => {
      const mine = await memberOf(records, userId, tripId);
      if (!mine.ok) return mine;
      const page = pageFrom(await records.list(itineraries, tripId), versionKey, query, 'last-first');
      return page.ok ? { ok: true, status: 200, body: page } : page;
    },
  }),
  route({
    method: 'get',
    path: '/itineraries/{itineraryId}.pdf',
    operationId: 'printItinerary',
    summary: 'An itinerary as a PDF, a page a day',
    tag: 'itineraries',
    params: fileParams,
    query: fileQuery,
    gives: { statuses: [200], body: itineraryFile },
    givesFile: 'application/pdf',
    handle: async ({ userId, params, query }) => {
      const found = await shownTo(records, { userId, ...params, ...query });
      if (!found.ok) return found;
      const pieces = whole(await itineraryPdf(found.shown));
      return { ok: true, status: 200, pieces, fileName: 'plan.pdf', mediaType: 'application/pdf' };
    },
  }),
  route({
    method: 'get',
    path: '/itineraries/{itineraryId}.ics',
    operationId: 'readItineraryAsCalendar',
    summary: 'An itinerary as a calendar (iCalendar)',
    tag: 'itineraries',
    params: fileParams,
    query: fileQuery,
    gives: { statuses: [200], body: itineraryFile },
    givesFile: 'text/calendar',
    handle: async ({ userId, params, query }) => {
      const found = await shownTo(records, { userId, ...params, ...query });
      if (!found.ok) return found;
      const pieces = whole(itineraryCalendar(found.shown));
      return { ok: true, status: 200, pieces, fileName: 'plan.ics', mediaType: CALENDAR };
    },
  }),
  route({
    method: 'post',
    path: '/ai/itinerary/generate',
    operationId: 'generateItinerary',
    summary: 'Begins to plan the trip in the background; while it is being planned, that task is the answer',
    tag: 'ai',
    body: planSent,
    repeatable: true,
    gives: { statuses: [202], body: begunShown },
    refuses: [403, 409],
    handle: ({ userId, body: { tripId }, idempotencyKey }) =>
      answerBegun(records, { tripId, userId, idempotencyKey }, (by) => requestItinerary(records, clock, by)),
  }),
  route({
    method: 'get',
    path: '/tasks/{taskId}',
    operationId: 'readTask',
    summary: 'How far long work has come',
    tag: 'tasks',
    params: z.object({ taskId: idOf('task') }),
    gives: { statuses: [200], body: taskShown },
    handle: async ({ userId, params: { taskId } }) => {
      const task = await findTask(records, userId, taskId);
      return task ? { ok: true, status: 200, body: { ...task, taskId: task.id } } : rejected('not-found');
    },
  }),
  route({
    method: 'delete',
    path: '/tasks/{taskId}',
    operationId: 'cancelTask',
    summary: 'Stops long work, for whoever asked for it and the organizer; stopping it again does nothing',
    tag: 'tasks',
    params: z.object({ taskId: idOf('task') }),
    gives: { statuses: [204], body: z.undefined() },
    refuses: [403, 409],
    handle: async ({ userId, params: { taskId } }) => {
      const stopped = await cancelTask(records, clock, userId, taskId);
      return stopped.ok ? { ok: true, status: 204, body: undefined } : stopped;
    },
  }),
];
