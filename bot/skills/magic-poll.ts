import { z } from 'zod';
import type { Reply } from '../../cards/reply.ts';
import { opensAtOnce } from '../../trips/magic-polls/poll-wish.ts';
import { requestMagicPoll } from '../../trips/magic-polls/request-magic-poll.ts';
import { type PollCategory, type PollKind, pollCategory } from '../../trips/polls/poll.ts';
import { sayRejection } from './say-rejection.ts';
import { skill, type TripContext } from './skill.ts';

/** Forms that ask for options to be found, and for nothing else. */
const CLAIMED =
  /^\s*(?:please |pls |can you |could you |let'?s )*(?:help (?:us|me|the families) (?:to )?(?:pick|choose|decide|agree|settle)\b|(?:suggest|propose|find|give us)(?: (?:us|me))? (?:some |a few |the best )?(?:options|ideas|suggestions|choices)\b|magic poll\b|(?:which|what) day (?:for|suits|(?:should|shall|do) we (?:go|do|visit|see))\b)/i;

/** `How do we get from the airport? Make a poll.` */
const ASKED_AT_THE_END =
  /[,.;:?!]\s*(?:please )?(?:make|open|start|create|do|take)(?: (?:it|us|me))? an? (?:poll|vote)\s*[.!]?$/i;

export const magicPollSkill = skill({
  name: 'magic-poll',
  description: 'Finds options for a poll in your documents and shows you a draft',
  who: 'member',
  input: z.object({
    words: z.string().min(1).max(500).optional(),
    category: pollCategory.optional(),
    follows: z.string().max(80).optional(),
    open: z.boolean().optional(),
    closesAt: z.iso.datetime().optional(),
  }),
  commands: ['magic poll', 'magic polls', 'suggest a poll', 'propose a poll', 'draft a poll'],
  wordSlots: ['words'],
  claims: (text) => CLAIMED.test(text) || ASKED_AT_THE_END.test(text),
  examples: [
    'help us pick a hotel',
    'help us decide where to eat on saturday',
    'find options for dinner and let the families vote',
    'suggest some options for sunday',
    'magic poll about lunch on the first day',
    'which day for the zoo',
    'what day should we go to the aquarium',
    'look for restaurants everybody could vote on',
    'propose a poll about what to do on monday',
    'find us a few ideas to vote on for the last day',
    'help us choose a museum',
    'can you find us a hotel',
    'find us somewhere to eat',
    'where should we stay',
    'recommend us a restaurant',
    'draft a vote about how we get from the airport',
    'find a few ideas for dinner and let everybody choose',
    'look for something to do on tuesday and let the families vote on it',
    'what are our options for lunch, make a vote of it',
    'come up with a few places for breakfast for a poll',
  ],
  read: (text) => ({ words: text.replace(/^\s*magic polls?\s*$/i, '') || undefined }),
  run: async (context, { words, category, follows, open, closesAt }) => {
    if (words === undefined && follows === undefined) {
      context.expect('words', {});
      return { text: context.words.drafts.askAbout };
    }
    return beginMagicPoll(context, {
      words: words ?? '',
      category,
      follows,
      open: open ?? opensAtOnce(words ?? ''),
      closesAt,
    });
  },
});

/** Begins to look for options; what comes of it is told where it was asked. */
export const beginMagicPoll = async (
  context: TripContext,
  asked: {
    readonly words: string;
    readonly question?: string | undefined;
    readonly category?: PollCategory | undefined;
    readonly follows?: string | undefined;
    readonly open?: boolean | undefined;
    readonly closesAt?: string | undefined;
    readonly kind?: PollKind | undefined;
  },
): Promise<Reply> => {
  const { house, member, conversation, eventId, words } = context;
  const begun = await requestMagicPoll(house.records, house.clock, {
    ...asked,
    tripId: member.trip.id,
    userId: member.person.id,
    key: `${conversation} ${eventId}`,
    askedIn: conversation,
  });
  if (!begun.ok) return sayRejection(begun, words);
  if (begun.already) return { text: words.drafts.lookingAlready };
  return { text: asked.open ? words.drafts.lookingAndOpen : words.drafts.looking };
};
