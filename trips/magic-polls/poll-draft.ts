import { z } from 'zod';
import { utc } from '../dates.ts';
import type { DraftId, PollId, TripId, UserId } from '../ids.ts';
import {
  type Poll,
  type PollCategory,
  type PollOption,
  pollCategory,
  pollKind,
  pollOption,
  type RuledOutOption,
  ruledOutOption,
} from '../polls/poll.ts';
import type { Entity, Kind, Records, Stored } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import type { TripMember } from '../roles/permission.ts';

/** Seconds a draft that nobody opens is kept: 30 days. */
export const DRAFT_TTL_S = 30 * 86_400;

export const draftStatus = z.enum(['draft', 'opened', 'dropped']);

/**
 * A poll that was proposed and that nobody votes on yet: whoever asked for it and the organizer see, change and open it.
 * It holds nothing that a family keeps to itself. Partition: the trip.
 */
export interface PollDraft extends Entity {
  readonly type: 'poll_draft';
  readonly tripId: TripId;
  readonly question: string;
  readonly category: PollCategory;
  readonly kind?: Poll['kind'];
  readonly options: readonly PollOption[];
  readonly ruledOut: readonly RuledOutOption[];
  /** What was found and not put in, to be added by name. */
  readonly others: readonly PollOption[];
  readonly createdBy: UserId;
  readonly status: z.infer<typeof draftStatus>;
  /** The poll that was opened from it. */
  readonly pollId?: PollId | undefined;
  /** UTC instant when voting is to end by itself. */
  readonly closesAt?: string | undefined;
  readonly follows?: Poll['follows'];
  /** What could not be checked, for who looks at it. */
  readonly note?: string | undefined;
  /** The budget for models was used up, so that none worded it. */
  readonly saving?: boolean | undefined;
  readonly createdAt: string;
}

export const pollDrafts: Kind<PollDraft> = {
  type: 'poll_draft',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('poll_draft'),
    _schema_version: z.number(),
    ttl: z.number().optional(),
    tripId: z.string(),
    question: z.string(),
    category: pollCategory,
    kind: pollKind.optional(),
    options: z.array(pollOption),
    ruledOut: z.array(ruledOutOption),
    others: z.array(pollOption),
    createdBy: z.string(),
    status: draftStatus,
    pollId: z.string().optional(),
    closesAt: utc.optional(),
    follows: z.string().optional(),
    note: z.string().optional(),
    saving: z.boolean().optional(),
    createdAt: z.string(),
  }),
};

/** A draft for whoever may see it: who asked for it, and the organizer. To everyone else it is not there. */
export const readDraft = async (
  records: Records,
  { trip, person, isOrganizer }: TripMember,
  draftId: DraftId,
): Promise<Outcome<{ draft: Stored<PollDraft> }>> => {
  const draft = await records.read(pollDrafts, trip.id, draftId);
  if (!draft) return rejected('not-found');
  return isOrganizer || draft.createdBy === person.id
    ? { ok: true, draft }
    : rejected('not-allowed', 'only whoever asked for that poll, or the organizer, looks after its draft');
};

/** The drafts a member may see that are neither opened nor dropped, the oldest first. */
export const draftsFor = async (
  records: Records,
  { trip, person, isOrganizer }: TripMember,
): Promise<readonly Stored<PollDraft>[]> =>
  (await records.list(pollDrafts, trip.id))
    .filter(({ status, createdBy }) => status === 'draft' && (isOrganizer || createdBy === person.id))
    .sort((a, b) => a.createdAt.localeCompare(b.createdAt));
