import { z } from 'zod';
import { choosing } from '../../trips/consensus/ballot.ts';
import { utc } from '../../trips/dates.ts';
import { idFrom } from '../../trips/ids.ts';
import { money } from '../../trips/money.ts';
import { castBallot, recordBallot } from '../../trips/polls/cast-ballot.ts';
import { type Said, SIT_OUT } from '../../trips/polls/choice.ts';
import { closePoll } from '../../trips/polls/close-poll.ts';
import { finalizePoll, reopenPoll } from '../../trips/polls/finalize-poll.ts';
import { openPoll, pollsOf } from '../../trips/polls/open-poll.ts';
import {
  MAX_OPTIONS,
  type Poll,
  pollCategory,
  pollKind,
  pollOption,
  pollStatus,
  quorum,
  ruledOutOption,
} from '../../trips/polls/poll.ts';
import { readPoll, readStanding, readStandings, type Standing } from '../../trips/polls/standing.ts';
import type { Stored } from '../../trips/records.ts';
import { type Rejection, rejected } from '../../trips/rejection.ts';
import { asOrganizer, memberOf, organizerOf, type TripMember } from '../../trips/roles/permission.ts';
import type { RestHouse } from './house.ts';
import { pageFrom, pageOf, pageQuery } from './paging.ts';
import { refusal } from './refusal.ts';
import { type Asked, type Given, idOf, type Route, route, type Shown } from './route.ts';
import { sent, shown } from './schema-names.ts';

const optionText = z.string().trim().min(1).max(200);
const pollSent = sent(
  'NewPoll',
  z.strictObject({
    question: z.string().trim().min(1).max(300),
    kind: pollKind
      .optional()
      .meta({ description: 'choice: one option (the default); score: 1 to 5 for each; approval: all that suit.' }),
    options: z
      .array(
        z.union([
          optionText.transform((text) => ({ text, details: undefined, price: undefined })),
          z.strictObject({
            text: optionText,
            details: z.string().trim().max(500).optional(),
            price: money.extend({ amount: z.int().min(0).max(1e12) }).optional(),
          }),
        ]),
      )
      .max(50),
    closesAt: z.iso
      .datetime({ offset: true })
      .max(40)
      .transform((given) => new Date(given).toISOString())
      .optional()
      .meta({ description: 'When voting ends by itself; open until closed by hand when absent.' }),
    anonymous: z.boolean().optional().meta({
      description:
        'Nobody is shown who voted for what. Counts are shown once it is closed, or every family has answered and they are three at least.',
    }),
    quorum: quorum.optional().meta({
      description:
        'The organizer alone: families that must have answered by then. With fewer, voting is extended once, for as long again as it was open and a day at most, and then closes as it is.',
    }),
  }),
);

const scores = z.record(z.string(), z.number());

const ballotSent = sent(
  'Ballot',
  z.strictObject({
    familyId: z
      .string()
      .max(60)
      .optional()
      .meta({ description: 'The organizer alone: the family that answered elsewhere, whose vote is recorded.' }),
    optionId: z.string().min(1).max(40).optional(),
    sitsOut: z
      .literal(true)
      .optional()
      .meta({ description: 'The family wants none of the options: it has answered, and for no option.' }),
    optionIds: z
      .array(z.string().min(1).max(40))
      .min(1)
      .max(MAX_OPTIONS)
      .optional()
      .meta({ description: 'All that suit, in a poll of kind approval.' }),
    scores: z.record(z.string().max(40), z.int().min(1).max(5)).optional().meta({
      description:
        'How good each option is, 5 the best; one that is not named has 1. In a poll of kind choice the one with the highest score is voted for; in one of kind approval those with 4 or 5.',
    }),
  }),
);

/** Ids and choices only: no other family's people are named. */
const pollShown = shown(
  'Poll',
  z.object({
    id: z.string(),
    type: z.literal('magic_poll'),
    tripId: z.string(),
    question: z.string(),
    kind: pollKind,
    createdBy: z.string(),
    status: pollStatus,
    options: z.array(pollOption),
    ruledOut: z.array(ruledOutOption).optional().meta({
      description: 'What was found beside the options and cannot be chosen: `out` says why, naming nobody.',
    }),
    category: pollCategory.optional(),
    follows: z.string().optional(),
    closesAt: utc.optional(),
    anonymous: z.boolean().optional(),
    quorum: quorum.optional(),
    extendedFrom: utc.optional().meta({ description: 'The deadline at which too few families had answered.' }),
    winner: z.string().optional(),
    explanation: z.string().optional().meta({ description: 'Once closed: why it came out so, in one sentence.' }),
    counting: z.string().optional().meta({ description: 'Once closed: how much each family counted.' }),
    createdAt: z.string(),
    votes: z.array(
      z.object({
        userId: z.string(),
        familyId: z.string(),
        byProxy: z
          .boolean()
          .optional()
          .meta({ description: 'Recorded by the organizer for a family that answered elsewhere.' }),
        optionId: z.string().meta({
          description: 'The option voted for, or the one liked best of several; `sit_out` when it wants none.',
        }),
        scores: scores.optional(),
        timestamp: z.string(),
      }),
    ),
    tally: z.object({
      options: z.array(
        z.object({
          optionId: z.string(),
          families: z.array(z.string()).meta({ description: 'Empty in an anonymous poll.' }),
          votes: z.int(),
          weight: z.number(),
          score: z.number().optional(),
        }),
      ),
      waitingFor: z.array(z.string()),
      sittingOut: z
        .array(z.string())
        .meta({ description: 'Families that have answered and want none of the options.' }),
      leader: z.string().optional(),
      tied: z.array(z.string()),
    }),
  }),
);
const pollPage = shown('PollList', pageOf(pollShown));
const castShown = shown(
  'Cast',
  z.object({
    pollId: z.string(),
    familyId: z.string(),
    optionId: z.string(),
    scores: scores.optional(),
    countsAs: z
      .enum(['ballot', 'preference'])
      .meta({ description: "ballot: the family's vote, cast by its admin. preference: a member's wish." }),
    previousOptionId: z.string().optional(),
  }),
);

const NO_OPTION = refusal(400, 'invalid', 'Send one of optionId, optionIds, scores and sitsOut.');

const tripParams = z.object({ tripId: idOf('trip') });
const pollParams = tripParams.extend({ pollId: idOf('poll') });

const bodyOf = ({ poll, votes, tally }: Standing) => ({ ...poll, kind: poll.kind ?? 'choice', votes, tally });

/** What a ballot says, when it says one thing. */
const saidIn = ({ optionId, optionIds, scores: given, sitsOut }: z.output<typeof ballotSent>): Said | undefined => {
  const [said, more] = [optionId, optionIds && choosing(optionIds), given, sitsOut && SIT_OUT].filter(
    (one) => one !== undefined,
  );
  return more === undefined ? said : undefined;
};
type PollBody = Shown<z.input<typeof pollShown>>;

export const pollRoutes = ({ records, clock }: RestHouse): readonly Route[] => {
  const given = async (status: number, { trip }: TripMember, poll: Stored<Poll>): Promise<Given<PollBody>> => ({
    ok: true,
    status,
    body: bodyOf(await readStanding(records, trip, poll)),
    etag: poll._etag,
  });
  const reread = async (status: number, member: TripMember, pollId: string): Promise<Given<PollBody> | Rejection> => {
    const poll = await readPoll(records, member.trip.id, pollId);
    return poll ? given(status, member, poll) : rejected('not-found');
  };
  /** Refuses a write to a poll that changed since the caller read it. Ballots change no poll: they are documents of their own. */
  const unchanged = async ({
    ifMatch,
    params,
  }: Pick<Asked<z.output<typeof pollParams>, unknown, unknown>, 'ifMatch' | 'params'>): Promise<
    Rejection | undefined
  > => {
    if (ifMatch.length === 0) return undefined;
    const poll = await readPoll(records, params.tripId, params.pollId);
    return poll && !ifMatch.includes(poll._etag) ? rejected('stale') : undefined;
  };

  const castOrRecord = (member: TripMember, pollId: string, said: Said, familyId: string | undefined) => {
    if (familyId === undefined) return castBallot(records, clock, member, pollId, said);
    const may = asOrganizer(member, 'only the organizer records a vote for another family');
    return may.ok ? recordBallot(records, clock, may.organizer, pollId, { familyId, said }) : may;
  };

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
      method: 'put',
      path: '/trips/{tripId}/polls/{pollId}/ballot',
      operationId: 'castBallot',
      summary: "Votes for the caller's family, or, for a member who is not its admin, states a wish",
      tag: 'polls',
      params: pollParams,
      body: ballotSent,
      bodyBytes: 4_096,
      guarded: true,
      gives: { statuses: [200], body: castShown },
      refuses: [403, 409],
      handle: async ({ userId, params, body, ifMatch }) => {
        const said = saidIn(body);
        if (said === undefined) return NO_OPTION;
        const mine = await memberOf(records, userId, params.tripId);
        if (!mine.ok) return mine;
        const stale = await unchanged({ ifMatch, params });
        if (stale) return stale;
        const done = await castOrRecord(mine.member, params.pollId, said, body.familyId);
        if (!done.ok) return done;
        const { poll, choice, as, before } = done.cast;
        const familyId = body.familyId ?? mine.member.participation.familyId;
        return {
          ok: true,
          status: 200,
          body: { pollId: poll.id, familyId, ...choice, countsAs: as, previousOptionId: before?.optionId },
        };
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
