import { z } from 'zod';
import { idFrom } from '../../trips/ids.ts';
import { addOption } from '../../trips/polls/add-option.ts';
import { closePoll } from '../../trips/polls/close-poll.ts';
import { finalizePoll, reopenPoll } from '../../trips/polls/finalize-poll.ts';
import { openPoll, pollsOf } from '../../trips/polls/open-poll.ts';
import { pollTable } from '../../trips/polls/poll-table.ts';
import { setDeadline } from '../../trips/polls/set-deadline.ts';
import { readPoll, readStanding, readStandings } from '../../trips/polls/standing.ts';
import { rejected } from '../../trips/rejection.ts';
import { memberOf, organizerOf } from '../../trips/roles/permission.ts';
import { ballotRoutes } from './ballots.ts';
import { CSV, csvOf } from './csv.ts';
import type { RestHouse } from './house.ts';
import { pageFrom, pageQuery } from './paging.ts';
import { bodyOf, pollAnswers, pollParams, tripParams } from './poll-answers.ts';
import { newOptionSent, pollChange, pollPage, pollSent, pollShown } from './poll-shapes.ts';
import { type Route, route } from './route.ts';

async function* whole(table: string): AsyncGenerator<string> {
  yield table;
}

export const pollRoutes = (house: RestHouse): readonly Route[] => {
  const { records, clock } = house;
  const { reread, unchanged } = pollAnswers(records);

  return [
    route({
      method: 'get',
      path: '/trips/{tripId}/polls',
      operationId: 'listPolls',
      summary: 'The polls of the trip, the oldest first, with where each stands',
      tag: 'polls',
      params: tripParams,
      query: pageQuery,
      gives: { statuses: [200], body: pollPage },
      handle: async ({ userId, params: { tripId }, query }) => {
        const mine = await memberOf(records, userId, tripId);
        if (!mine.ok) return mine;
        const page = pageFrom(await pollsOf(records, tripId), ({ createdAt, id }) => `${createdAt} ${id}`, query);
        if (!page.ok) return page;
        const standings = await readStandings(records, mine.member.trip, page.items);
        return { ok: true, status: 200, body: { ...page, items: standings.map((one) => bodyOf(one)) } };
      },
    }),
    route({
      method: 'post',
      path: '/trips/{tripId}/polls',
      operationId: 'openPoll',
      summary: 'Opens a poll for every family of the trip; the same question that is open already is that poll',
      tag: 'polls',
      params: tripParams,
      body: pollSent,
      repeatable: true,
      tagged: true,
      gives: { statuses: [201, 200], body: pollShown },
      refuses: [403, 409],
      handle: async ({ userId, params: { tripId }, body, idempotencyKey }) => {
        const mine = await memberOf(records, userId, tripId);
        if (!mine.ok) return mine;
        const id = idempotencyKey === undefined ? undefined : idFrom('poll', tripId, userId, idempotencyKey);
        const opened = await openPoll(records, clock, mine.member, { ...body, id });
        if (!opened.ok) return opened;
        const { poll, already } = opened;
        // A repeat by key is answered as the first time; somebody else's same question is not this caller's doing.
        const answer = await reread(already && poll.id !== id ? 200 : 201, mine.member, poll.id);
        return answer.ok ? { ...answer, location: `/trips/${tripId}/polls/${poll.id}` } : answer;
      },
    }),
    route({
      method: 'get',
      path: '/trips/{tripId}/polls/{pollId}',
      operationId: 'readPoll',
      summary: 'A poll with where it stands',
      tag: 'polls',
      params: pollParams,
      tagged: true,
      gives: { statuses: [200], body: pollShown },
      handle: async ({ userId, params: { tripId, pollId } }) => {
        const mine = await memberOf(records, userId, tripId);
        return mine.ok ? reread(200, mine.member, pollId) : mine;
      },
    }),
    route({
      method: 'get',
      path: '/trips/{tripId}/polls/{pollId}/table.csv',
      operationId: 'exportPoll',
      summary: 'The poll as a table for spreadsheets: a row a family, a column an option. The organizer alone',
      tag: 'polls',
      params: pollParams,
      gives: { statuses: [200], body: z.string() },
      givesFile: 'text/csv',
      refuses: [403],
      handle: async ({ userId, params: { tripId, pollId } }) => {
        const may = await organizerOf(records, userId, tripId, 'only the organizer exports a poll');
        if (!may.ok) return may;
        const poll = await readPoll(records, tripId, pollId);
        if (!poll) return rejected('not-found');
        const pieces = whole(csvOf(pollTable(await readStanding(records, may.organizer.trip, poll))));
        return { ok: true, status: 200, pieces, fileName: 'poll.csv', mediaType: CSV };
      },
    }),
    ...ballotRoutes(house),
    route({
      method: 'post',
      path: '/trips/{tripId}/polls/{pollId}/options',
      operationId: 'addOption',
      summary: 'Adds an option to an open poll: whoever opened it and the organizer, everybody where it is growing',
      tag: 'polls',
      params: pollParams,
      body: newOptionSent,
      tagged: true,
      gives: { statuses: [201, 200], body: pollShown },
      refuses: [403, 409],
      handle: async ({ userId, params: { tripId, pollId }, body }) => {
        const mine = await memberOf(records, userId, tripId);
        if (!mine.ok) return mine;
        const added = await addOption(records, clock, mine.member, pollId, body);
        return added.ok ? reread(added.already ? 200 : 201, mine.member, pollId) : added;
      },
    }),
    route({
      method: 'patch',
      path: '/trips/{tripId}/polls/{pollId}',
      operationId: 'changePoll',
      summary: 'Says when voting on an open poll ends by itself: whoever opened it, or the organizer',
      tag: 'polls',
      params: pollParams,
      body: pollChange,
      tagged: true,
      guarded: true,
      gives: { statuses: [200], body: pollShown },
      refuses: [403, 409],
      handle: async ({ userId, params, ifMatch, body: { closesAt } }) => {
        const mine = await memberOf(records, userId, params.tripId);
        if (!mine.ok) return mine;
        const stale = await unchanged({ ifMatch, params });
        if (stale) return stale;
        const set = await setDeadline(records, clock, mine.member, params.pollId, closesAt);
        return set.ok ? reread(200, mine.member, params.pollId) : set;
      },
    }),
    route({
      method: 'post',
      path: '/trips/{tripId}/polls/{pollId}/close',
      operationId: 'closePoll',
      summary: 'Ends a poll: whoever opened it, or the organizer. Repeating it changes nothing',
      tag: 'polls',
      params: pollParams,
      tagged: true,
      guarded: true,
      gives: { statuses: [200], body: pollShown },
      refuses: [403],
      handle: async ({ userId, params, ifMatch }) => {
        const mine = await memberOf(records, userId, params.tripId);
        if (!mine.ok) return mine;
        const stale = await unchanged({ ifMatch, params });
        if (stale) return stale;
        const closed = await closePoll(records, clock, mine.member, params.pollId);
        return closed.ok ? reread(200, mine.member, params.pollId) : closed;
      },
    }),
    route({
      method: 'post',
      path: '/trips/{tripId}/polls/{pollId}/finalize',
      operationId: 'finalizePoll',
      summary:
        'Makes the outcome a decision of the trip, and closes the poll if it is open: the organizer. Repeating it changes nothing',
      tag: 'polls',
      params: pollParams,
      query: z.object({
        optionId: z
          .string()
          .max(40)
          .optional()
          .meta({ description: 'Which option stands where the families are level; else it may only be the winner.' }),
      }),
      tagged: true,
      guarded: true,
      gives: { statuses: [200], body: pollShown },
      refuses: [403, 409],
      handle: async ({ userId, params, ifMatch, query }) => {
        const may = await organizerOf(records, userId, params.tripId, 'only the organizer makes a poll final');
        if (!may.ok) return may;
        const stale = await unchanged({ ifMatch, params });
        if (stale) return stale;
        const final = await finalizePoll(records, clock, may.organizer, params.pollId, query);
        return final.ok ? reread(200, may.organizer, params.pollId) : final;
      },
    }),
    route({
      method: 'post',
      path: '/trips/{tripId}/polls/{pollId}/reopen',
      operationId: 'reopenPoll',
      summary: 'Takes a poll up again with the ballots it had: the organizer. Its decision leaves the trip',
      tag: 'polls',
      params: pollParams,
      tagged: true,
      guarded: true,
      gives: { statuses: [200], body: pollShown },
      refuses: [403],
      handle: async ({ userId, params, ifMatch }) => {
        const may = await organizerOf(records, userId, params.tripId, 'only the organizer reopens a poll');
        if (!may.ok) return may;
        const stale = await unchanged({ ifMatch, params });
        if (stale) return stale;
        const open = await reopenPoll(records, clock, may.organizer, params.pollId);
        return open.ok ? reread(200, may.organizer, params.pollId) : open;
      },
    }),
  ];
};
