import { type Activity, BotAdapter, type ResourceResponse, TurnContext } from 'botbuilder';
import { PathfinderError } from '../../trips/pathfinder-error.ts';

/** Where a turn's replies go: each call saves its activities durably and returns their ids. */
export type Say = (activities: readonly Partial<Activity>[]) => Promise<readonly string[]>;

/** A turn that says what it sends at once. The SDK's way of sending, with copies and handlers for each message, would take as long as making them. */
class WebTurn extends TurnContext {
  readonly #say: Say;

  constructor(adapter: BotAdapter, activity: Partial<Activity>, say: Say) {
    super(adapter, activity as Activity);
    this.#say = say;
  }

  override async sendActivities(activities: readonly Partial<Activity>[]): Promise<ResourceResponse[]> {
    const ids = await this.#say(activities);
    return activities.map((_, index) => ({ id: ids[index] ?? '' }));
  }
}

/** Runs web chat activities through the Bot Framework and gives what the bot sends to the turn's own `say`. */
export class WebAdapter extends BotAdapter {
  /** Resolves when the bot has finished with the activity; rejects with what the bot threw. */
  async process(activity: Partial<Activity>, say: Say, logic: (context: TurnContext) => Promise<void>): Promise<void> {
    // Not through runMiddleware: this adapter has none, and its revocable proxy costs a good part of a turn.
    await logic(new WebTurn(this, activity, say));
  }

  override sendActivities(context: TurnContext, activities: readonly Partial<Activity>[]): Promise<ResourceResponse[]> {
    return context.sendActivities([...activities]);
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
