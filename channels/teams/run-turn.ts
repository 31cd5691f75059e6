import { randomUUID } from 'node:crypto';
import type { Activity, InvokeResponse, TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import { enterTurn } from '../../bot/bot.ts';
import type { CardViews } from '../../bot/card-views.ts';
import type { Incoming } from '../../bot/incoming.ts';
import { PathfinderError } from '../../trips/pathfinder-error.ts';
import { answersInResponse, asSdkActivity, type InboundActivity } from './activity.ts';
import { answerAction, answerInWords } from './answer-action.ts';
import { asTheirs, type OwnViewsFor } from './own-views.ts';
import { forAudience, renderTeams } from './render-teams.ts';
import type { TeamsAdapter } from './teams-adapter.ts';
import type { TeamsApplication } from './teams-application.ts';

export interface TurnParts {
  readonly adapter: TeamsAdapter;
  readonly application: () => Promise<TeamsApplication>;
  readonly views: CardViews;
  readonly ownViews: OwnViewsFor;
  readonly log: Logger;
  /** Milliseconds a message may take before its writer sees that it is worked on. */
  readonly typingAfterMs: number;
}

const apology = (errorId: string): string =>
  `Sorry, something went wrong on my side and I couldn't do that. Please try again in a minute. (Error ${errorId})`;

/**
 * Runs one activity through the Teams application; resolves with what belongs into the HTTP response. A fault is told
 * to the person with an id that the log has too; only `store-unavailable` is thrown, because then nothing was saved.
 */
export const runTurn = async (
  { adapter, application, views, ownViews, log, typingAfterMs }: TurnParts,
  activity: InboundActivity,
  incoming: Incoming | undefined,
): Promise<InvokeResponse | undefined> => {
  const app = await application();
  return adapter.answer(asSdkActivity(activity), async (context) => {
    const after: Partial<Activity>[] = [];
    if (incoming) {
      enterTurn(context, {
        incoming,
        edits: true,
        render: async (reply) => {
          const [first, ...rest] = renderTeams(
            forAudience(reply, incoming.group),
            await ownViews(reply, incoming.group),
          );
          after.push(...rest);
          return first;
        },
        answerAction: async (replies) => {
          const { group, sender, conversation } = incoming;
          const said = await Promise.all(
            replies.map(async (reply) =>
              group ? forAudience(await asTheirs(views, reply, sender.address, conversation), group) : reply,
            ),
          );
          const [poll] = said.filter(({ card }) => card?.kind === 'poll');
          const answer = answerAction(said, poll && (await ownViews(poll, group)));
          after.push(...answer.after);
          return answer.response;
        },
      });
    }
    const typing =
      activity.type === 'message' && !answersInResponse(activity)
        ? setTimeout(() => showTyping(context, log), typingAfterMs)
        : undefined;
    try {
      await app.run(context);
      if (after.length > 0) await context.sendActivities(after);
    } catch (fault) {
      if (fault instanceof PathfinderError && fault.code === 'store-unavailable') throw fault;
      await apologise(context, fault, log);
    } finally {
      clearTimeout(typing);
    }
  });
};

/** What is sent after it waits for it, so that no indicator outlives the answer. */
const showTyping = (context: TurnContext, log: Logger): void => {
  const shown = context.sendActivity({ type: 'typing' }).catch((err: unknown) => {
    log.debug({ door: 'teams', err }, 'typing indicator not shown');
  });
  context.onSendActivities(async (_context, _activities, next) => {
    await shown;
    return next();
  });
};

const apologise = async (context: TurnContext, fault: unknown, log: Logger): Promise<void> => {
  const errorId = randomUUID();
  const text = apology(errorId);
  const said =
    context.activity.type === 'invoke'
      ? { type: 'invokeResponse', value: answerInWords(text) }
      : { type: 'message', text };
  const told = await context.sendActivity(said).then(
    () => true,
    () => false,
  );
  log.error({ errorId, door: 'teams', activityType: context.activity.type, told, err: fault }, 'turn failed');
};
