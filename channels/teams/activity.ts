import type { Activity } from 'botbuilder';
import { z } from 'zod';

const account = z.looseObject({
  id: z.string().min(1).max(1024),
  name: z.string().nullish().catch(undefined),
  aadObjectId: z.string().min(1).nullish().catch(undefined),
});

/**
 * What every activity must be before anything reads it; the rest is looked at where it is used.
 * https://github.com/microsoft/botframework-sdk/blob/main/specs/botframework-activity/botframework-activity.md
 */
const inboundActivity = z.looseObject({
  type: z.string().min(1).max(64),
  id: z.string().min(1).max(512).nullish(),
  channelId: z.string().min(1).max(64),
  serviceUrl: z.string().min(1).max(2048),
  from: account.nullish(),
  recipient: account.nullish(),
  conversation: z.looseObject({
    id: z.string().min(1).max(1024),
    conversationType: z.string().nullish().catch(undefined),
    isGroup: z.boolean().nullish().catch(undefined),
    tenantId: z.string().nullish().catch(undefined),
  }),
  name: z.string().nullish(),
  action: z.string().nullish().catch(undefined),
  text: z.string().nullish(),
  locale: z.string().nullish().catch(undefined),
  deliveryMode: z.string().nullish(),
  replyToId: z.string().nullish().catch(undefined),
  attachments: z.array(z.unknown()).nullish(),
  entities: z.array(z.unknown()).nullish(),
  membersAdded: z.array(z.unknown()).nullish(),
  value: z.unknown().optional(),
  channelData: z.unknown().optional(),
});

export type InboundActivity = z.infer<typeof inboundActivity>;

/** The activity in a request's body, or undefined when it is none. Nothing in it is trusted yet. */
export const readActivity = (body: unknown): InboundActivity | undefined => inboundActivity.safeParse(body).data;

/** The activity as the Bot Framework's types have it. */
export const asSdkActivity = (activity: InboundActivity): Activity => activity as unknown as Activity;

const withTenant = z.object({ tenant: z.object({ id: z.string().min(1) }) });

/** The Entra tenant it comes from, where it names one. */
export const tenantOf = ({ conversation, channelData }: InboundActivity): string | undefined =>
  conversation.tenantId ?? withTenant.safeParse(channelData).data?.tenant.id;

/** A conversation's id without its thread: `;messageid=…` names a thread of a channel. */
export const withoutThread = (id: string): string => {
  const thread = id.indexOf(';messageid=');
  return thread < 0 ? id : id.slice(0, thread);
};

/** The conversation, whichever of its threads was written in. */
export const conversationOf = ({ conversation }: InboundActivity): string => withoutThread(conversation.id);

/** Whether more people than one read along. */
export const isGroup = ({ conversation }: InboundActivity): boolean =>
  conversation.isGroup === true ||
  conversation.conversationType === 'groupChat' ||
  conversation.conversationType === 'channel';

/** Whether the answer goes back in the HTTP response, so that nobody need be called. */
export const answersInResponse = (activity: InboundActivity): boolean => activity.deliveryMode === 'expectReplies';
