import { z } from 'zod';
import { choosing, DAY_SCORES } from '../../trips/consensus/ballot.ts';
import type { FamilyId } from '../../trips/ids.ts';
import { castBallot, recordBallot } from '../../trips/polls/cast-ballot.ts';
import { type Said, SIT_OUT } from '../../trips/polls/choice.ts';
import { takeBackBallot, takeBackRecorded } from '../../trips/polls/take-back-ballot.ts';
import { asOrganizer, memberOf, type TripMember } from '../../trips/roles/permission.ts';
import type { RestHouse } from './house.ts';
import { pollAnswers, pollParams } from './poll-answers.ts';
import { ballotSent, castShown } from './poll-shapes.ts';
import { refusal } from './refusal.ts';
import { type Route, route } from './route.ts';

const NO_OPTION = refusal(400, 'invalid', 'Send one of optionId, optionIds, ranking, days, scores and sitsOut.');

/** What a ballot says, when it says one thing. */
const saidIn = (sent: z.output<typeof ballotSent>): Said | undefined => {
  const { optionId, optionIds, ranking, days, scores: given, sitsOut } = sent;
  const answers = days && Object.fromEntries(Object.entries(days).map(([id, answer]) => [id, DAY_SCORES[answer]]));
  const [said, more] = [optionId, optionIds && choosing(optionIds), ranking, answers, given, sitsOut && SIT_OUT].filter(
    (one) => one !== undefined,
  );
  return more === undefined ? said : undefined;
};

export const ballotRoutes = ({ records, clock }: RestHouse): readonly Route[] => {
  const { unchanged } = pollAnswers(records);

  const castOrRecord = (member: TripMember, pollId: string, said: Said, familyId: string | undefined) => {
    if (familyId === undefined) return castBallot(records, clock, member, pollId, said);
    const may = asOrganizer(member, 'only the organizer records a vote for another family');
    return may.ok ? recordBallot(records, clock, may.organizer, pollId, { familyId, said }) : may;
  };

  return [
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
      method: 'delete',
      path: '/trips/{tripId}/polls/{pollId}/ballot',
      operationId: 'takeBackBallot',
      summary: "Takes the caller's vote back while the poll is open, as though it had not been cast",
      tag: 'polls',
      params: pollParams,
      query: z.object({
        familyId: z
          .string()
          .max(60)
          .optional()
          .meta({ description: 'The organizer alone: the family whose recorded vote is taken out.' }),
      }),
      gives: { statuses: [204], body: z.undefined() },
      refuses: [403, 409],
      handle: async ({ userId, params: { tripId, pollId }, query: { familyId } }) => {
        const mine = await memberOf(records, userId, tripId);
        if (!mine.ok) return mine;
        const { member } = mine;
        if (familyId === undefined || familyId === member.participation.familyId) {
          const taken = await takeBackBallot(records, clock, member, pollId);
          return taken.ok ? { ok: true, status: 204, body: undefined } : taken;
        }
        const may = asOrganizer(member, 'only the organizer takes out a vote recorded for another family');
        if (!may.ok) return may;
        const taken = await takeBackRecorded(records, clock, may.organizer, pollId, { familyId: familyId as FamilyId });
        return taken.ok ? { ok: true, status: 204, body: undefined } : taken;
      },
    }),
  ];
};
