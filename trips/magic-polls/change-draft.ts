import { audited } from '../audit/audit-entry.ts';
import { type Clock, instant } from '../clock.ts';
import { type DraftId, idFrom, type PollId } from '../ids.ts';
import { plainName } from '../itineraries/candidate.ts';
import { openPoll } from '../polls/open-poll.ts';
import { MAX_OPTIONS, type Poll, type PollOption } from '../polls/poll.ts';
import { type Records, retrying } from '../records.ts';
import { type Outcome, type Rejection, rejected } from '../rejection.ts';
import type { TripMember } from '../roles/permission.ts';
import { type PollDraft, readDraft } from './poll-draft.ts';
import { tellingWords } from './poll-wish.ts';
import { numbered } from './propose.ts';

/** What is to be different about a draft. */
export interface DraftChange {
  /** Ids of options to leave out. */
  readonly drop?: readonly string[] | undefined;
  /** Names to put in: of what was found, struck out or not, or anything else in the organizer's own words. */
  readonly add?: readonly string[] | undefined;
  readonly question?: string | undefined;
  /** UTC instant when voting is to end by itself. */
  readonly closesAt?: string | undefined;
}

const changeable = ({ status, question }: PollDraft): Rejection | undefined =>
  status === 'draft'
    ? undefined
    : rejected('wrong-status', `the poll "${question}" ${status === 'opened' ? 'is open already' : 'was thrown away'}`);

/** Changes a draft before it is opened. `ifMatch` is the etag the caller read. */
export const changeDraft = (
  records: Records,
  clock: Clock,
  member: TripMember,
  draftId: DraftId,
  change: DraftChange,
  ifMatch?: string,
): Promise<Outcome<{ draft: PollDraft; etag: string }>> =>
  retrying(async () => {
    const found = await readDraft(records, member, draftId);
    if (!found.ok) return found;
    const { draft } = found;
    if (ifMatch !== undefined && ifMatch !== draft._etag) return rejected('stale');
    const refused = changeable(draft);
    if (refused) return refused;
    const { drop = [], add = [], question = draft.question, closesAt = draft.closesAt } = change;
    if (drop.some((id) => !draft.options.some(({ optionId }) => optionId === id)))
      return rejected('unknown-option', `1-${draft.options.length}`);
    if (question.trim() === '') return rejected('invalid', 'a poll asks something');
    if (closesAt !== undefined && closesAt !== draft.closesAt && closesAt <= instant(clock))
      return rejected('dates-invalid', 'the deadline has passed');
    const next = withAdded(without(draft, drop), add);
    if (next.options.length > MAX_OPTIONS)
      return rejected('too-many-options', `a poll has ${MAX_OPTIONS} options at most`);
    const changed: PollDraft = {
      ...next,
      options: next.options.map((option, index) => ({ ...option, optionId: numbered(index) })),
      others: next.others.map((option, index) => ({ ...option, optionId: `other_${index + 1}` })),
      question: question.trim(),
      closesAt,
    };
    const commit = await records.commit(draft.pk, [
      { put: changed, ifMatch: draft._etag },
      audited(draft.pk, 'changeDraft', member.person.id, instant(clock), { draftId }),
    ]);
    return commit.ok ? { ok: true as const, draft: changed, etag: commit.etags[0] ?? '' } : 'conflict';
  });

const without = (draft: PollDraft, drop: readonly string[]): PollDraft => ({
  ...draft,
  options: draft.options.filter(({ optionId }) => !drop.includes(optionId)),
  others: [
    ...draft.options.filter(({ optionId, aiGenerated }) => drop.includes(optionId) && aiGenerated),
    ...draft.others,
  ],
});

/** The option a name means: the one it is, or the one that shares all its telling words, when only one does. */
const named = <O extends PollOption>(options: readonly O[], name: string): O | undefined => {
  const exact = options.find(({ text }) => plainName(text) === plainName(name));
  if (exact) return exact;
  const words = [...tellingWords(name)];
  const sharing = options.filter(({ text, details }) => {
    const own = tellingWords(`${text}\n${details ?? ''}`);
    return words.length > 0 && words.every((word) => own.has(word));
  });
  return sharing.length === 1 ? sharing[0] : undefined;
};

const withAdded = (draft: PollDraft, add: readonly string[]): PollDraft => {
  let now = draft;
  for (const name of add) now = withOne(now, name.trim().slice(0, 200));
  return now;
};

const withOne = (draft: PollDraft, name: string): PollDraft => {
  const { options, others, ruledOut } = draft;
  if (name === '' || named(options, name)) return draft;
  const other = named(others, name);
  if (other) return { ...draft, options: [...options, other], others: others.filter((one) => one !== other) };
  const struck = named(ruledOut, name);
  if (struck) {
    const { out: _, ...option } = struck;
    return { ...draft, options: [...options, option], ruledOut: ruledOut.filter((one) => one !== struck) };
  }
  return { ...draft, options: [...options, { optionId: '', text: `${name.charAt(0).toUpperCase()}${name.slice(1)}` }] };
};

/** Opens a draft as a poll for all families; the same draft is the same poll, however often it is opened. `heardIn` as for a poll. */
export const openDraft = async (
  records: Records,
  clock: Clock,
  member: TripMember,
  draftId: DraftId,
  heardIn?: string,
): Promise<Outcome<{ poll: Poll; already: boolean }>> => {
  const found = await readDraft(records, member, draftId);
  if (!found.ok) return found;
  const { draft } = found;
  if (draft.status === 'dropped') return changeable(draft) ?? rejected('wrong-status');
  const { question, options, ruledOut, category, follows, closesAt, kind } = draft;
  const id: PollId = idFrom('poll', draft.id);
  const deadline = closesAt !== undefined && closesAt > instant(clock) ? closesAt : undefined;
  const opened = await openPoll(
    records,
    clock,
    member,
    {
      id,
      question,
      kind,
      options: options.map(({ optionId: _, ...option }) => option),
      found: { ruledOut: ruledOut.length > 0 ? ruledOut : undefined, category, follows },
      closesAt: deadline,
    },
    heardIn,
  );
  if (!opened.ok || draft.status === 'opened') return opened;
  const done: PollDraft = { ...draft, status: 'opened', pollId: opened.poll.id };
  await records.commit(draft.pk, [{ put: done, ifMatch: draft._etag }]);
  return opened;
};

/** Throws a draft away. Repeating it changes nothing. */
export const dropDraft = (
  records: Records,
  clock: Clock,
  member: TripMember,
  draftId: DraftId,
): Promise<Outcome<{ draft: PollDraft }>> =>
  retrying(async () => {
    const found = await readDraft(records, member, draftId);
    if (!found.ok) return found;
    const { draft } = found;
    if (draft.status === 'dropped') return { ok: true as const, draft };
    const refused = changeable(draft);
    if (refused) return refused;
    const dropped: PollDraft = { ...draft, status: 'dropped' };
    const commit = await records.commit(draft.pk, [
      { put: dropped, ifMatch: draft._etag },
      audited(draft.pk, 'dropDraft', member.person.id, instant(clock), { draftId }),
    ]);
    return commit.ok ? { ok: true as const, draft: dropped } : 'conflict';
  });
