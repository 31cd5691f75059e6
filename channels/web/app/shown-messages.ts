import { createStore } from 'botframework-webchat';
import { keepPlan, type Shown } from './kept-plan.ts';

interface Message extends Shown {
  readonly id?: string;
  readonly timestamp?: string;
  readonly text?: string;
  readonly channelData?: {
    readonly 'webchat:sequence-id'?: number;
    readonly pathfinder?: { readonly line?: string; readonly replaces?: string; readonly quietly?: true };
  };
}

/** The newest of the messages that replace one another: where it stands, and the sequence of what it says. */
interface Newest {
  readonly id: string;
  readonly sequence: number;
  /** What stays of it when its card gives way. */
  readonly said?: Message | undefined;
  readonly place?: { readonly timestamp: string | undefined; readonly sequence: number | undefined };
}

interface Action {
  readonly type: string;
  readonly payload?: { readonly activity?: Message };
}

const INCOMING = 'DIRECT_LINE/INCOMING_ACTIVITY';

type Dispatch = (action: unknown) => unknown;

/**
 * The page's store. Of messages that replace one another it keeps the newest whole, and of the others what they said
 * besides: what is told of quietly takes the place of the one before where that stands, as a card does in Teams when its
 * count changes. Beside a card it shows one line, while screen readers still hear all of the card in words.
 */
export const shownMessages = (): ReturnType<typeof createStore> => {
  const newest = new Map<string, Newest>();

  /** The message as it is shown, or nothing where a newer one is there. */
  const supersede = (message: Message, dispatch: Dispatch): Message | undefined => {
    const { replaces, quietly } = message.channelData?.pathfinder ?? {};
    const { id, timestamp } = message;
    if (replaces === undefined || id === undefined) return message;
    const sequence = message.channelData?.['webchat:sequence-id'] ?? 0;
    const before = newest.get(replaces) ?? named(replaces);
    if (before && before.sequence > sequence) return quietly || id === before.id ? undefined : withoutCard(message);
    if (quietly && before?.place) {
      newest.set(replaces, { ...before, sequence });
      return inPlaceOf(before.id, before.place, message);
    }
    const place = { timestamp, sequence: message.channelData?.['webchat:sequence-id'] };
    newest.set(replaces, { id, sequence, place, said: withoutCard(message) });
    if (before && before.id !== id) {
      dispatch(
        before.said
          ? { type: INCOMING, payload: { activity: before.said } }
          : { type: 'DIRECT_LINE/DELETE_ACTIVITY', payload: { activityID: before.id } },
      );
    }
    return message;
  };

  return createStore({}, ({ dispatch }: { dispatch: Dispatch }) => (next: Dispatch) => (action: Action) => {
    const message = action.payload?.activity;
    if (action.type !== INCOMING || !message) return next(action);
    const shown = supersede(message, dispatch);
    if (!shown) return undefined;
    keepPlan(shown);
    return next({ ...action, payload: { ...action.payload, activity: besideItsCard(shown) } });
  });
};

/** `message:<id>` names the message itself that is replaced. */
const named = (replaces: string): Newest | undefined =>
  replaces.startsWith('message:') ? { id: replaces.slice('message:'.length), sequence: 0 } : undefined;

/** Messages are one where their ids are, and stand in the order of their sequences, or else of their times. */
const inPlaceOf = (id: string, { timestamp, sequence }: NonNullable<Newest['place']>, message: Message): Message => ({
  ...message,
  id,
  ...(timestamp === undefined ? {} : { timestamp }),
  channelData: {
    ...message.channelData,
    ...(sequence === undefined ? {} : { 'webchat:sequence-id': sequence }),
  },
});

/** The last words of a line that only lead over to its card: "…, here is where yours goes:". */
const LEADING_OVER = /(?:^|(?<=[.!?])\s)[^.!?]*:\s*$/;

/** What a message says without its card; undefined where that is nothing. */
const withoutCard = (message: Message): Message | undefined => {
  const text = message.channelData?.pathfinder?.line?.replace(LEADING_OVER, '').trim();
  if (!text) return undefined;
  const { attachments: _, ...rest } = message;
  return { ...rest, text, channelData: { ...message.channelData, pathfinder: {} } };
};

const besideItsCard = (message: Message): Message => {
  const line = message.channelData?.pathfinder?.line;
  if (line === undefined) return message;
  return {
    ...message,
    text: line,
    channelData: { ...message.channelData, 'webchat:fallback-text': message.text } as Message['channelData'],
  };
};
