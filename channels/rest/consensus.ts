import { z } from 'zod';
import { COMPROMISE_KINDS } from '../../trips/consensus/compromises/compromise.ts';
import { CONFLICT_TYPES } from '../../trips/consensus/conflicts/conflict.ts';
import { consensusStatus, finalDecision } from '../../trips/consensus/consensus-analysis.ts';
import { readAnalyses, readFairness, readTripConsensus } from '../../trips/consensus/read-consensus.ts';
import { pollsOf } from '../../trips/polls/open-poll.ts';
import { memberOf } from '../../trips/roles/permission.ts';
import type { RestHouse } from './house.ts';
import { pageFrom, pageOf, pageQuery } from './paging.ts';
import { idOf, type Route, route } from './route.ts';
import { shown } from './schema-names.ts';

const conflictShown = shown(
  'Conflict',
  z.object({
    type: z.enum(CONFLICT_TYPES),
    details: z.string().meta({ description: "With the caller's own part, if it has one." }),
    involvedFamilies: z
      .array(z.string())
      .meta({ description: "The caller's family, and those whose part everybody knows from their ballots." }),
    relatedOptions: z.array(z.string()),
  }),
);
const share = z.number().min(0).max(1);
const analysisShown = shown(
  'ConsensusAnalysis',
  z.object({
    id: z.string(),
    type: z.literal('consensus_analysis'),
    tripId: z.string(),
    pollId: z.string(),
    decisionType: z.string(),
    status: consensusStatus,
    options: z.array(
      z.object({
        optionId: z.string(),
        out: z.array(z.string()).meta({ description: 'Why it cannot be chosen; empty when all can have it.' }),
      }),
    ),
    conflicts: z.array(conflictShown),
    suggestedCompromises: z.array(
      z.object({
        compromiseId: z.string(),
        kind: z.enum(COMPROMISE_KINDS),
        text: z.string(),
        relatedOptions: z.array(z.string()),
      }),
    ),
    agreement: z.array(
      z.object({
        optionId: z.string(),
        families: z.record(z.string(), share).meta({ description: 'By family that has voted: 1 for its best score.' }),
        glad: z.int().meta({ description: 'Families that are glad of it.' }),
        least: share,
        mean: share,
      }),
    ),
    finalDecision: finalDecision.nullable(),
    createdAt: z.string(),
  }),
);
const consensusShown = shown(
  'Consensus',
  pageOf(analysisShown).extend({
    conflicts: z.array(conflictShown).meta({ description: "What the families' preferences say before any vote." }),
    turns: z
      .record(z.string(), z.number())
      .meta({ description: 'Turns each family has used so far: a decision costs one, shared by those it pleased.' }),
    fairness: z.object({
      families: z.array(
        z.object({
          familyId: z.string(),
          satisfaction: share.meta({ description: 'What it got over the best it would have had alone.' }),
          concessions: z.int().meta({ description: 'Decisions in which it would rather have had something else.' }),
          decisions: z.int(),
        }),
      ),
      least: share,
      evenness: share.meta({ description: 'The least satisfaction over the most.' }),
      perPerson: share,
    }),
  }),
);

/** What the engine finds in the polls of a trip, as far as the caller's family may know. */
export const consensusRoutes = ({ records, clock }: RestHouse): readonly Route[] => [
  route({
    method: 'get',
    path: '/trips/{tripId}/consensus',
    operationId: 'readConsensus',
    summary: 'Conflicts, ways out and decisions of the trip, a poll at a time, and the turns each family has used',
    tag: 'polls',
    params: z.object({ tripId: idOf('trip') }),
    query: pageQuery,
    gives: { statuses: [200], body: consensusShown },
    handle: async ({ userId, params: { tripId }, query }) => {
      const mine = await memberOf(records, userId, tripId);
      if (!mine.ok) return mine;
      const { member } = mine;
      const page = pageFrom(await pollsOf(records, tripId), ({ createdAt, id }) => `${createdAt} ${id}`, query);
      if (!page.ok) return page;
      const [trip, fairness, items] = await Promise.all([
        readTripConsensus(records, { member }),
        readFairness(records, member),
        readAnalyses(records, clock, { member }, page.items),
      ]);
      return { ok: true, status: 200, body: { ...page, ...trip, fairness, items } };
    },
  }),
];
