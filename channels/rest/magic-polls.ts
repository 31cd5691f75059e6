import { z } from 'zod';
import { utc } from '../../trips/dates.ts';
import { changeDraft, dropDraft, openDraft } from '../../trips/magic-polls/change-draft.ts';
import { draftStatus, draftsFor, type PollDraft, readDraft } from '../../trips/magic-polls/poll-draft.ts';
import { requestMagicPoll } from '../../trips/magic-polls/request-magic-poll.ts';
import { MAX_OPTIONS, pollCategory, pollKind, pollOption, ruledOutOption } from '../../trips/polls/poll.ts';
import { rejected } from '../../trips/rejection.ts';
import { memberOf } from '../../trips/roles/permission.ts';
import { tasks } from '../../trips/tasks/task.ts';
import type { RestHouse } from './house.ts';
import { pageFrom, pageOf, pageQuery } from './paging.ts';
import { idOf, type Route, route } from './route.ts';
import { sent, shown } from './schema-names.ts';
import { begunShown } from './task-begun.ts';
import { words } from './words.ts';

const deadline = z.iso
  .datetime({ offset: true })
  .max(40)
  .transform((given) => new Date(given).toISOString());

const magicSent = sent(
  'MagicPollRequest',
  z.strictObject({
    tripId: z.string().max(100),
    context: words(500).meta({
      description: 'What the poll is to be about, in words: "where to eat on Saturday", "which day for the zoo".',
    }),
    category: pollCategory.optional().meta({ description: 'Read out of the words when absent.' }),
    pollType: pollKind.optional().meta({ description: 'choice: one option (the default); score; approval.' }),
    follows: z.string().max(80).optional().meta({
      description: 'A poll that has ended: its question is asked again, with options nearer to what its ballots say.',
    }),
    open: z.boolean().optional().meta({ description: 'Put it to the families at once, instead of making a draft.' }),
    closesAt: deadline.optional(),
  }),
);

const draftShown = shown(
  'PollDraft',
  z.object({
    id: z.string(),
    tripId: z.string(),
    question: z.string(),
    category: pollCategory,
    kind: pollKind.optional(),
    options: z.array(pollOption),
    ruledOut: z
      .array(ruledOutOption)
      .meta({ description: 'Found, and not to be chosen: `out` says why, naming nobody.' }),
    others: z.array(pollOption).meta({ description: 'Found and not put in; add them by their text.' }),
    createdBy: z.string(),
    status: draftStatus,
    pollId: z.string().optional(),
    closesAt: utc.optional(),
    follows: z.string().optional(),
    note: z.string().optional().meta({ description: 'What could not be checked.' }),
    saving: z.boolean().optional().meta({ description: 'The budget for language models was used up.' }),
    createdAt: z.string(),
  }),
);
const draftPage = shown('PollDraftList', pageOf(draftShown));

const changeSent = sent(
  'PollDraftChange',
  z.strictObject({
    drop: z.array(z.string().max(40)).max(MAX_OPTIONS).optional().meta({ description: 'Ids of options to leave out.' }),
    add: z.array(words(200)).max(MAX_OPTIONS).optional().meta({
      description: 'Names to put in: of what was found, or anything else.',
    }),
    question: words(300).optional(),
    closesAt: deadline.optional(),
  }),
);

const openedShown = shown('PollOpened', z.object({ pollId: z.string() }));

const tripParams = z.object({ tripId: idOf('trip') });
const draftParams = tripParams.extend({ draftId: idOf('draft') });

const bodyOf = ({ pk: _pk, type: _type, _schema_version: _version, ttl: _ttl, ...draft }: PollDraft) => draft;

/** Polls whose options are found, and their drafts, which whoever asked and the organizer look after. */
export const magicPollRoutes = ({ records, clock }: RestHouse): readonly Route[] => [
  route({
    method: 'post',
    path: '/ai/polls/magic',
    operationId: 'proposePoll',
    summary:
      "Begins to find options in the trip's documents; the task ends with a draft, or with the poll when it is to be opened",
    tag: 'ai',
    body: magicSent,
    repeatable: true,
    gives: { statuses: [202], body: begunShown },
    refuses: [403, 409],
    handle: async ({ userId, body: { tripId, context, pollType, ...asked }, idempotencyKey }) => {
      const key = idempotencyKey && `rest ${userId} ${idempotencyKey}`;
      const request = { ...asked, tripId, userId, key, words: context, kind: pollType };
      const begun = await requestMagicPoll(records, clock, request);
      if (!begun.ok) return begun;
      const { taskId } = begun;
      const status = (await records.read(tasks, tripId, taskId))?.status ?? 'queued';
      return { ok: true, status: 202, body: { taskId, status }, location: `/tasks/${taskId}` };
    },
  }),
  route({
    method: 'get',
    path: '/trips/{tripId}/poll-drafts',
    operationId: 'listPollDrafts',
    summary:
      "Drafts that are neither opened nor thrown away: the caller's own, and to the organizer all; the oldest first",
    tag: 'polls',
    params: tripParams,
    query: pageQuery,
    gives: { statuses: [200], body: draftPage },
    handle: async ({ userId, params: { tripId }, query }) => {
      const mine = await memberOf(records, userId, tripId);
      if (!mine.ok) return mine;
      const page = pageFrom(await draftsFor(records, mine.member), ({ createdAt, id }) => `${createdAt} ${id}`, query);
      return page.ok ? { ok: true, status: 200, body: { ...page, items: page.items.map(bodyOf) } } : page;
    },
  }),
  route({
    method: 'get',
    path: '/trips/{tripId}/poll-drafts/{draftId}',
    operationId: 'readPollDraft',
    summary: 'A draft of a poll',
    tag: 'polls',
    params: draftParams,
    tagged: true,
    gives: { statuses: [200], body: draftShown },
    refuses: [403],
    handle: async ({ userId, params: { tripId, draftId } }) => {
      const mine = await memberOf(records, userId, tripId);
      const found = mine.ok ? await readDraft(records, mine.member, draftId) : mine;
      return found.ok ? { ok: true, status: 200, body: bodyOf(found.draft), etag: found.draft._etag } : found;
    },
  }),
  route({
    method: 'patch',
    path: '/trips/{tripId}/poll-drafts/{draftId}',
    operationId: 'changePollDraft',
    summary: 'Leaves options out, puts others in, changes the question or the deadline',
    tag: 'polls',
    params: draftParams,
    body: changeSent,
    tagged: true,
    guarded: true,
    gives: { statuses: [200], body: draftShown },
    refuses: [403, 409],
    handle: async ({ userId, params: { tripId, draftId }, body, ifMatch }) => {
      const mine = await memberOf(records, userId, tripId);
      if (!mine.ok) return mine;
      const read = await readDraft(records, mine.member, draftId);
      if (!read.ok) return read;
      if (ifMatch.length > 0 && !ifMatch.includes(read.draft._etag)) return rejected('stale');
      const done = await changeDraft(
        records,
        clock,
        mine.member,
        draftId,
        body,
        ifMatch.length > 0 ? read.draft._etag : undefined,
      );
      return done.ok ? { ok: true, status: 200, body: bodyOf(done.draft), etag: done.etag } : done;
    },
  }),
  route({
    method: 'post',
    path: '/trips/{tripId}/poll-drafts/{draftId}/open',
    operationId: 'openPollDraft',
    summary: 'Puts a draft to the families as a poll. Repeating it changes nothing',
    tag: 'polls',
    params: draftParams,
    gives: { statuses: [201, 200], body: openedShown },
    refuses: [403, 409],
    handle: async ({ userId, params: { tripId, draftId } }) => {
      const mine = await memberOf(records, userId, tripId);
      const opened = mine.ok ? await openDraft(records, clock, mine.member, draftId) : mine;
      if (!opened.ok) return opened;
      const pollId = opened.poll.id;
      return {
        ok: true,
        status: opened.already ? 200 : 201,
        body: { pollId },
        location: `/trips/${tripId}/polls/${pollId}`,
      };
    },
  }),
  route({
    method: 'delete',
    path: '/trips/{tripId}/poll-drafts/{draftId}',
    operationId: 'dropPollDraft',
    summary: 'Throws a draft away. Repeating it changes nothing',
    tag: 'polls',
    params: draftParams,
    guarded: true,
    gives: { statuses: [204], body: z.undefined() },
    refuses: [403, 409],
    handle: async ({ userId, params: { tripId, draftId }, ifMatch }) => {
      const mine = await memberOf(records, userId, tripId);
      if (!mine.ok) return mine;
      const read = await readDraft(records, mine.member, draftId);
      if (read.ok && ifMatch.length > 0 && !ifMatch.includes(read.draft._etag)) return rejected('stale');
      const dropped = await dropDraft(records, clock, mine.member, draftId);
      return dropped.ok ? { ok: true, status: 204, body: undefined } : dropped;
    },
  }),
];
