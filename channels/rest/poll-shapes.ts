import { z } from 'zod';
import { day, utc } from '../../trips/dates.ts';
import { money } from '../../trips/money.ts';
import {
  MAX_OPTIONS,
  pictureLink,
  pollCategory,
  pollKind,
  pollOption,
  pollStatus,
  quorum,
  ruledOutOption,
} from '../../trips/polls/poll.ts';
import { pageOf } from './paging.ts';
import { sent, shown } from './schema-names.ts';
import { words } from './words.ts';

const optionText = words(200);
/** An option as it is sent, with what is known of it. */
export const optionSent = z.strictObject({
  text: optionText,
  details: z.string().trim().max(500).optional(),
  place: words(200).optional().meta({ description: 'Where it is, in words for people.' }),
  picture: pictureLink
    .optional()
    .meta({ description: 'A page with a picture: cards lead there, and nothing is loaded unasked.' }),
  price: money.extend({ amount: z.int().min(0).max(1e12) }).optional(),
  days: z
    .array(day)
    .min(1)
    .max(31)
    .optional()
    .meta({ description: 'Days, in the trip’s time zone, on which everybody who comes must be there.' }),
});
export const newOptionSent = sent('NewOption', optionSent);
const closing = z.iso
  .datetime({ offset: true })
  .max(40)
  .transform((given) => new Date(given).toISOString());
export const pollChange = sent(
  'PollChange',
  z.strictObject({
    closesAt: closing.meta({
      description: 'When voting ends by itself; families that have not answered are reminded before it anew.',
    }),
  }),
);
export const pollSent = sent(
  'NewPoll',
  z.strictObject({
    question: words(300),
    kind: pollKind.optional().meta({
      description:
        'choice: one option (the default); score: 1 to 5 for each; approval: all that suit; rank: options in the order they are wanted; dates: yes, if need be or no for each.',
    }),
    options: z
      .array(z.union([optionText.transform((text): z.output<typeof optionSent> => ({ text })), optionSent]))
      .max(50),
    closesAt: closing
      .optional()
      .meta({ description: 'When voting ends by itself; open until closed by hand when absent.' }),
    anonymous: z.boolean().optional().meta({
      description:
        'Nobody is shown who voted for what. Counts are shown once it is closed, or every family has answered and they are three at least.',
    }),
    growing: z.boolean().optional().meta({ description: 'Every member may add options while it is open.' }),
    quorum: quorum.optional().meta({
      description:
        'The organizer alone: families that must have answered by then. With fewer, voting is extended once, for as long again as it was open and a day at most, and then closes as it is.',
    }),
  }),
);

const scores = z.record(z.string(), z.number());

export const ballotSent = sent(
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
    ranking: z.array(z.string().min(1).max(40)).min(1).max(MAX_OPTIONS).optional().meta({
      description: 'Options in the order they are wanted, in a poll of kind rank; others come last together.',
    }),
    days: z
      .record(z.string().max(40), z.enum(['yes', 'if-need-be', 'no']))
      .optional()
      .meta({ description: 'Whether the family can come, by option, in a poll of kind dates; one not named is a no.' }),
    scores: z.record(z.string().max(40), z.int().min(1).max(5)).optional().meta({
      description:
        'How good each option is, 5 the best; one that is not named has 1. In a poll of kind choice the one with the highest score is voted for; in one of kind approval those with 4 or 5; in one of kind rank their order counts; in one of kind dates 4 and 5 are a yes, 2 and 3 if need be.',
    }),
  }),
);

/** Ids and choices only: no other family's people are named. */
export const pollShown = shown(
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
    growing: z.boolean().optional().meta({ description: 'Every member may add options.' }),
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
          ifNeedBe: z.int().optional().meta({ description: 'Of dates: families that can come if need be.' }),
          cannot: z.int().optional().meta({ description: 'Of dates: families that cannot come.' }),
          beats: z.int().optional().meta({ description: 'Of rankings: options it beats one against one.' }),
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
export const pollPage = shown('PollList', pageOf(pollShown));
export const castShown = shown(
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
