import { randomUUID } from 'node:crypto';
import { type Activity, Channels, type InvokeResponse, type TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import { enterTurn } from '../../bot/bot.ts';
import type { CardViews } from '../../bot/card-views.ts';
import type { Incoming } from '../../bot/incoming.ts';
import { PathfinderError } from '../../trips/pathfinder-error.ts';
import { answersInResponse, asSdkActivity, type InboundActivity, isGroup } from './activity.ts';
import { answerAction, answerInWords } from './answer-action.ts';
import { answerStream, endingStream } from './answer-stream.ts';
import { asTheirs, type OwnViewsFor } from './own-views.ts';
import { forAudience, renderFinal, renderTeams } from './render-teams.ts';
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
  /** Milliseconds between the updates its writer sees. */
  readonly streamGapMs: number;
}

const apology = (errorId: string): string =>
  `Sorry, something went wrong on my side and I couldn't do that. Please try again in a minute. (Error ${errorId})`;

/**
 * Runs one activity through the Teams application; resolves with what belongs into the HTTP response. A fault is told
 * to the person with an id that the log has too; only `store-unavailable` is thrown, because then nothing was saved.
 */
export const runTurn = async (
  { adapter, application, views, ownViews, log, typingAfterMs, streamGapMs }: TurnParts,
  activity: InboundActivity,
  incoming: Incoming | undefined,
): Promise<InvokeResponse | undefined> => {
  const app = await application();
  return adapter.answer(asSdkActivity(activity), async (context) => {
    const after: Partial<Activity>[] = [];
    const stream =
      activity.type === 'message' && !incoming?.overheard && !answersInResponse(activity)
        ? answerStream({
            send: async (shown) => (await context.sendActivity(shown))?.id,
            streams: activity.channelId === Channels.Msteams && !isGroup(activity),
            afterMs: typingAfterMs,
            gapMs: streamGapMs,
            failed: (err) => log.debug({ door: 'teams', err }, 'what is being done was not shown'),
          })
        : undefined;
    if (incoming) {
      enterTurn(context, {
        incoming: { ...incoming, progress: stream?.progress },
        edits: true,
        render: async (reply) => {
          const shown = forAudience(reply, incoming.group);
          const each = await ownViews(reply, incoming.group);
          const streamId = await stream?.end();
          const [first, ...rest] =
            streamId === undefined ? renderTeams(shown, each) : renderFinal(shown, each, streamId);
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
    try {
      await app.run(context);
      if (after.length > 0) await context.sendActivities(after);
    } catch (fault) {
      if (fault instanceof PathfinderError && fault.code === 'store-unavailable') throw fault;
      await apologise(context, fault, await stream?.end(), log);
    } finally {
      await stream?.end();
    }
  });
};

const apologise = async (
  context: TurnContext,
  fault: unknown,
  streamId: string | undefined,
  log: Logger,
): Promise<void> => {
  const errorId = randomUUID();
  const text = apology(errorId);
  const said =
    context.activity.type === 'invoke'
      ? { type: 'invokeResponse', value: answerInWords(text) }
      : endingStream({ type: 'message', text }, streamId);
  const told = await context.sendActivity(said).then(
    () => true,
    () => false,
  );
  log.error({ errorId, door: 'teams', activityType: context.activity.type, told, err: fault }, 'turn failed');
};
