import type { Activity, ConversationReference, TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { Courier, Delivered } from '../../bot/delivery.ts';
import type { Reply } from '../../cards/reply.ts';
import type { Recipient } from '../../trips/notifications/listener.ts';
import { ConnectorRefusal } from './connector.ts';
import type { OwnViewsFor } from './own-views.ts';
import { referenceIn } from './reference.ts';
import { renderTeams } from './render-teams.ts';
import type { TeamsAdapter } from './teams-adapter.ts';

const NO_REFERENCE: Delivered = { status: 'refused', why: 'no-reference' };
const PRIVATE: Delivered = { status: 'refused', why: 'private-in-group' };

/**
 * Writes to Teams conversations through their connector. It has no idempotency key and no way to ask what was sent, so
 * `reconcile` never knows, and a send is never repeated here once it may have arrived.
 */
export const teamsCourier = (
  adapter: TeamsAdapter,
  ownViews: OwnViewsFor,
  log: Logger,
): Required<Omit<Courier, 'whenFree'>> => {
  const within = async (
    to: Recipient,
    reply: Reply,
    write: (context: TurnContext, messages: ReturnType<typeof renderTeams>) => Promise<string | undefined>,
  ): Promise<Delivered> => {
    const known = referenceIn(to);
    if (!known) return NO_REFERENCE;
    if (to.group && reply.private) return PRIVATE;
    const messages = renderTeams(reply, await ownViews(reply, to.group ?? false));
    let messageId: string | undefined;
    try {
      await adapter.proceed(known as unknown as Partial<ConversationReference>, async (context) => {
        messageId = await write(context, messages);
      });
    } catch (error) {
      if (!(error instanceof ConnectorRefusal)) throw error;
      return { status: 'refused', why: `teams-${error.status}` };
    }
    return { status: 'sent', ...(messageId ? { messageId } : {}) };
  };

  return {
    door: 'teams',
    deliver: (to, reply, key) =>
      within(to, reply, async (context, [first, ...rest]) => {
        const sent = await context.sendActivity(first);
        await sendRest(context, rest, key, log);
        return sent?.id;
      }),
    update: (to, messageId, reply) =>
      within(to, reply, async (context, [first]) => {
        await context.updateActivity({ ...first, id: messageId });
        return messageId;
      }),
    reconcile: async () => 'unknown',
  };
};

/** The first message has arrived: throwing now would have it sent again, and it names the page with everything. */
const sendRest = async (
  context: TurnContext,
  rest: readonly Partial<Activity>[],
  key: string,
  log: Logger,
): Promise<void> => {
  if (rest.length === 0) return;
  try {
    await context.sendActivities([...rest]);
  } catch (err) {
    log.error({ door: 'teams', key, err }, 'the rest of a long message was not sent');
  }
};
