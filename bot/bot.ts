import { type Activity, ActivityHandler, type InvokeResponse, type TurnContext } from 'botbuilder';
import type { Reply } from '../cards/reply.ts';
import type { Converse } from './conversed.ts';
import type { Incoming } from './incoming.ts';

/** What a door puts into the turn state before it runs the bot: what came in, and how it renders replies. */
export interface DoorTurn {
  readonly incoming: Incoming;
  render(reply: Reply): Partial<Activity> | Promise<Partial<Activity>>;
  /** The body of the answer to a card action, where the door answers in the response. */
  answerAction?(replies: readonly Reply[]): InvokeResponse | Promise<InvokeResponse>;
  /** Sent messages can be replaced later: their ids are remembered. */
  readonly edits?: boolean;
  /** Repeats of an event are answered as the first time (SMS) instead of with silence. */
  readonly answersRepeats?: boolean;
}

const DOOR_TURN = Symbol('door turn');

/** Hands the bot what the door knows of this turn; call it before `bot.run(context)`. */
export const enterTurn = (context: TurnContext, turn: DoorTurn): void => {
  context.turnState.set(DOOR_TURN, turn);
};

/** The one Bot Framework handler: every door's activities come through here, and it knows no door. */
export const createBot = (converse: Converse): ActivityHandler => new PathfinderBot(converse);

const isThere = (rendered: Partial<Activity> | Promise<Partial<Activity>>): rendered is Partial<Activity> =>
  !(rendered instanceof Promise);

class PathfinderBot extends ActivityHandler {
  readonly #converse: Converse;

  constructor(converse: Converse) {
    super();
    this.#converse = converse;
    this.onConversationUpdate((context) => this.#say(context));
    this.onInstallationUpdate((context) => this.#say(context));
    this.onEndOfConversation((context) => this.#say(context));
  }

  // Messages, nearly all of what comes in, need none of the SDK's dispatch, which costs as much as the rest of the turn.
  override run(context: TurnContext): Promise<void> {
    return context.activity.type === 'message' ? this.#say(context) : super.run(context);
  }

  protected override async onInvokeActivity(context: TurnContext): Promise<InvokeResponse> {
    const turn: DoorTurn | undefined = context.turnState.get(DOOR_TURN);
    if (!turn?.answerAction || context.activity.name !== 'adaptiveCard/action') return super.onInvokeActivity(context);
    const { replies } = await this.#converse(turn.incoming);
    return turn.answerAction(replies);
  }

  async #say(context: TurnContext): Promise<void> {
    const turn: DoorTurn | undefined = context.turnState.get(DOOR_TURN);
    if (!turn) return;
    const { replies, duplicate, sent } = await this.#converse(turn.incoming);
    if (replies.length === 0 || (duplicate && !turn.answersRepeats)) return;
    const rendered = replies.map((reply) => turn.render(reply));
    const responses = await context.sendActivities(rendered.every(isThere) ? rendered : await Promise.all(rendered));
    if (turn.edits) await sent?.(responses.map((response) => response?.id));
  }
}
