import { z } from 'zod';
import type { Feedback } from '../../bot/feedback.ts';
import { conversationOf } from './activity.ts';
import { BAD_INVOKE, type Invoke } from './invoke.ts';

const submitted = z.object({
  actionName: z.literal('feedback'),
  actionValue: z.object({
    reaction: z.enum(['like', 'dislike']),
    /** JSON, written by the form of Teams. */
    feedback: z.string().optional().catch(undefined),
  }),
});
const form = z.object({ feedbackText: z.string().optional() });

/**
 * `message/submitAction`: the thumbs below an answer. Teams wants 200 and nothing else.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bot-messages-ai-generated-content#handle-feedback
 */
export const feedbackInvoke =
  (keep: (feedback: Feedback) => Promise<void>): Invoke =>
  async (activity, address) => {
    const given = submitted.safeParse(activity.value).data?.actionValue;
    const messageId = activity.replyToId;
    if (!given || !messageId) return BAD_INVOKE;
    await keep({
      door: 'teams',
      conversation: conversationOf(activity),
      address,
      messageId,
      reaction: given.reaction,
      words: wordsOf(given.feedback),
    });
    return { status: 200 };
  };

const wordsOf = (json: string | undefined): string | undefined => {
  try {
    return form.safeParse(JSON.parse(json ?? '{}')).data?.feedbackText;
  } catch {
    return undefined;
  }
};
