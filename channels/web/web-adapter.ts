import { type Activity, BotAdapter, type ResourceResponse, TurnContext } from 'botbuilder';
import { PathfinderError } from '../../trips/pathfinder-error.ts';

/** Where a turn's replies go: each call saves its activities durably and returns their ids. */
export type Say = (activities: readonly Partial<Activity>[]) => Promise<readonly string[]>;

const SAY = Symbol('say');

/** Runs web chat activities through the Bot Framework and gives what the bot sends to the turn's own `say`. */
export class WebAdapter extends BotAdapter {
  /** Resolves when the bot has finished with the activity; rejects with what the bot threw. */
  async process(activity: Partial<Activity>, say: Say, logic: (context: TurnContext) => Promise<void>): Promise<void> {
    const context = new TurnContext(this, activity);
    context.turnState.set(SAY, say);
    // Not through runMiddleware: this adapter has none, and its revocable proxy costs a good part of a turn.
    await logic(context);
  }

  override async sendActivities(
    context: TurnContext,
    activities: readonly Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    const say: Say | undefined = context.turnState.get(SAY);
    if (!say) throw new PathfinderError('internal', 'a web turn has nowhere to say things');
    const ids = await say(activities);
    return activities.map((_, index) => ({ id: ids[index] ?? '' }));
  }

  override updateActivity(): Promise<void> {
    return Promise.reject(new PathfinderError('internal', 'web chat replaces a message by a newer one, not in place'));
  }

  override deleteActivity(): Promise<void> {
    return Promise.reject(new PathfinderError('internal', 'web chat does not take messages back'));
  }

  override continueConversation(): Promise<void> {
    return Promise.reject(new PathfinderError('internal', 'write to web conversations through the courier'));
  }
}
