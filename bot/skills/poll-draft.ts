import { z } from 'zod';
import type { Reply } from '../../cards/reply.ts';
import type { Words } from '../../cards/words/catalogue.ts';
import { plainName } from '../../trips/itineraries/candidate.ts';
import { changeDraft, dropDraft, openDraft } from '../../trips/magic-polls/change-draft.ts';
import { draftsFor, type PollDraft, readDraft } from '../../trips/magic-polls/poll-draft.ts';
import { readStanding } from '../../trips/polls/standing.ts';
import { readDeadline } from '../understanding/dates.ts';
import { readDraftWords } from '../understanding/draft-words.ts';
import { readerOf } from '../views/own-words.ts';
import { pollReply } from '../views/poll.ts';
import { draftReply } from '../views/poll-draft.ts';
import { sayRejection } from './say-rejection.ts';
import { type Said, skill, type TripContext } from './skill.ts';

/** Says more than this, and it is no change of a draft. */
const MOST_WORDS = 40;

export const pollDraftSkill = skill({
  name: 'poll-draft',
  description: 'Changes a proposed poll before it is opened, opens it or throws it away',
  who: 'member',
  input: z.object({
    draftId: z.string().max(80).optional(),
    what: z.enum(['open', 'drop']).optional(),
    /** Words that change it. */
    change: z.string().max(400).optional(),
  }),
  commands: [
    'open the draft',
    'open the poll draft',
    'show the draft',
    'my draft',
    'show the poll draft',
    'throw the draft away',
  ],
  readSlots: ['change'],
  sentenceSlots: ['change'],
  examples: [
    'open the poll you drafted',
    'show me the draft of the poll',
    'the draft is fine, put it to the families',
    'throw the draft of the poll away',
    'add the aquarium to the draft',
    'remove the second option from the draft',
  ],
  read: (text, context) => {
    if (text.split(/\s+/).length > MOST_WORDS) return {};
    if (context.expectedSlot === 'change') {
      const said = readDraftWords(text, 10);
      if (said.what !== undefined) return { what: said.what };
      return Object.values(said).some((one) => one !== undefined) ? { change: text } : {};
    }
    if (/^(?:throw|discard|forget|delete)\b/i.test(text)) return { what: 'drop' };
    if (/\b(?:open|put it to|send it)\b/i.test(text)) return { what: 'open' };
    return /\b(?:add|remove|drop|include|take out|leave out|ask)\b/i.test(text)
      ? { change: text.replace(/\s+(?:to|from|in|of) the (?:poll )?draft(?: of the poll)?\b/i, '') }
      : {};
  },
  run: async (context, { draftId, what, change }) => {
    const { house, member, conversation, words } = context;
    const { drafts } = words;
    const draft = await draftMeant(context, draftId);
    if ('text' in draft) return draft;
    if (what === 'drop') {
      const dropped = await dropDraft(house.records, house.clock, member, draft.id);
      return dropped.ok ? { text: drafts.thrownAway(draft.question) } : sayRejection(dropped, words);
    }
    if (what === 'open') {
      const opened = await openDraft(house.records, house.clock, member, draft.id, conversation);
      if (!opened.ok) return sayRejection(opened, words);
      const standing = await readStanding(house.records, member.trip, opened.poll);
      const familyId = context.group ? undefined : member.participation.familyId;
      const reader = await readerOf(house.records, opened.poll, familyId, words);
      return pollReply(standing, member.trip, reader, opened.already ? words.polls.openAlready : drafts.isOut, words);
    }
    return change === undefined ? shown(context, draft, drafts.here) : changed(context, draft, change);
  },
});

/** The draft a button names, else the latest that the speaker looks after. */
const draftMeant = async (
  { house, member, words }: TripContext,
  draftId: string | undefined,
): Promise<PollDraft | Reply> => {
  const none = { text: words.drafts.none };
  if (draftId === undefined) return (await draftsFor(house.records, member)).at(-1) ?? none;
  const found = await readDraft(house.records, member, draftId);
  if (found.ok) return found.draft;
  return found.reason === 'not-allowed' ? { ...sayRejection(found, words), denied: true } : none;
};

const shown = async (context: TripContext, draft: PollDraft, text: string, how?: string): Promise<Reply> => {
  const { house, member, group, words } = context;
  const reply = await draftReply(house.records, draft, member.trip, group ? undefined : member.participation.familyId, {
    text,
    how,
    words,
  });
  if (reply.expects) context.expect(reply.expects.slot, reply.expects.input);
  return reply;
};

const changed = async (context: TripContext, draft: PollDraft, change: string): Promise<Said> => {
  const { house, member, words } = context;
  const said = readDraftWords(change, draft.options.length);
  const out = said.drop?.find((place) => draft.options[place] === undefined);
  const named = (said.dropNamed ?? []).map((name) => ({ name, option: optionNamed(draft, name) }));
  const unknown = named.find(({ option }) => option === undefined)?.name;
  if (out !== undefined || unknown !== undefined)
    return shown(
      context,
      draft,
      unknown === undefined ? words.drafts.thereAre(draft.options.length) : words.drafts.isNoOption(unknown),
    );
  const drop = [
    ...(said.drop ?? []).flatMap((place) => draft.options[place]?.optionId ?? []),
    ...named.flatMap(({ option }) => option?.optionId ?? []),
  ];
  const now = new Date(house.clock.now());
  const closesAt = said.closes === undefined ? undefined : readDeadline(said.closes, now, member.trip.timeZone);
  const done = await changeDraft(house.records, house.clock, member, draft.id, {
    ...{ drop, add: said.add?.map((name) => name.replace(/^(?:the|a|an)\s+/i, '')), question: said.question, closesAt },
  });
  return done.ok ? shown(context, done.draft, sayChange(draft, done.draft, words), '') : sayRejection(done, words);
};

const optionNamed = ({ options }: PollDraft, name: string): PollDraft['options'][number] | undefined => {
  const plain = plainName(name);
  const found = options.filter(
    ({ text }) => plainName(text) === plain || ` ${plainName(text)} `.includes(` ${plain} `),
  );
  return found.length === 1 ? found[0] : undefined;
};

/** What is different now, with what the engine will say to an option that was struck out. */
const sayChange = (before: PollDraft, after: PollDraft, { drafts, reasons }: Words): string => {
  const had = new Set(before.options.map(({ text }) => text));
  const has = new Set(after.options.map(({ text }) => text));
  const added = after.options.filter(({ text }) => !had.has(text));
  const struck = before.ruledOut.filter(({ text }) => added.some((one) => one.text === text));
  const parts = [
    ...before.options.filter(({ text }) => !has.has(text)).map(({ text }) => drafts.out(text)),
    ...added.map(({ text }) => drafts.in(text)),
    ...struck.map(({ text, out }) => drafts.mind(text, reasons.said(out))),
    before.question === after.question ? undefined : drafts.questionChanged,
    before.closesAt === after.closesAt ? undefined : drafts.deadlineSet,
    after.options.length < 2 ? drafts.needsTwo : undefined,
  ].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(' ') : drafts.nothingDifferent;
};
