import { createStore } from 'botframework-webchat';
import { keepPlan, type Shown } from './kept-plan.ts';

interface Message extends Shown {
  readonly id?: string;
  readonly text?: string;
  readonly channelData?: {
    readonly 'webchat:sequence-id'?: number;
    readonly pathfinder?: { readonly line?: string; readonly replaces?: string };
  };
}

interface Action {
  readonly type: string;
  readonly payload?: { readonly activity?: Message };
}

type Dispatch = (action: unknown) => unknown;

/**
 * The page's store. Of messages that replace one another it keeps the newest. Beside a card it shows one line, while
 * screen readers still hear all of the card in words.
 */
export const shownMessages = (): ReturnType<typeof createStore> => {
  const newest = new Map<string, { readonly id: string; readonly sequence: number }>();

  const supersede = (message: Message, dispatch: Dispatch): boolean => {
    const replaces = message.channelData?.pathfinder?.replaces;
    const { id } = message;
    if (replaces === undefined || id === undefined) return true;
    const sequence = message.channelData?.['webchat:sequence-id'] ?? 0;
    const before = newest.get(replaces) ?? named(replaces);
    if (before && before.sequence > sequence) return false;
    newest.set(replaces, { id, sequence });
    if (before && before.id !== id)
      dispatch({ type: 'DIRECT_LINE/DELETE_ACTIVITY', payload: { activityID: before.id } });
    return true;
  };

  return createStore({}, ({ dispatch }: { dispatch: Dispatch }) => (next: Dispatch) => (action: Action) => {
    const message = action.payload?.activity;
    if (action.type !== 'DIRECT_LINE/INCOMING_ACTIVITY' || !message) return next(action);
    if (!supersede(message, dispatch)) return undefined;
    keepPlan(message);
    return next({ ...action, payload: { ...action.payload, activity: besideItsCard(message) } });
  });
};

/** `message:<id>` names the message itself that is replaced. */
const named = (replaces: string): { readonly id: string; readonly sequence: number } | undefined =>
  replaces.startsWith('message:') ? { id: replaces.slice('message:'.length), sequence: 0 } : undefined;

const besideItsCard = (message: Message): Message => {
  const line = message.channelData?.pathfinder?.line;
  if (line === undefined) return message;
  return {
    ...message,
    text: line,
    channelData: { ...message.channelData, 'webchat:fallback-text': message.text } as Message['channelData'],
  };
};
