import { Components, hooks } from 'botframework-webchat';
import { type ReactNode, useEffect, useReducer, useRef, useState } from 'react';
import { answeredCards } from './answered-cards.tsx';
import { keptPlan } from './kept-plan.ts';
import { cardLook, look } from './look.ts';
import { joinByLink } from './opened-link.ts';
import { pageWords } from './page-words.ts';
import { type LineState, type ReliableLine, reliableLine } from './reliable-line.ts';
import { saidText } from './said-text.tsx';
import { renewSession } from './session.ts';
import { shownMessages } from './shown-messages.ts';

const AGAIN_MS = 3_000;

/** What Content-Security-Policy lets styles in with. */
const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';

/** How what is said is drawn. */
const drawn = [saidText, answeredCards];

type State = LineState | 'opening' | 'unreachable';
type Opened = { readonly line: ReliableLine; readonly store: ReturnType<typeof shownMessages> };

/** The conversation, from opening it to typing in it. `children` stand under the messages, inside Web Chat. */
export const Chat = ({ children }: { readonly children?: ReactNode }) => {
  const [attempt, again] = useReducer((count: number) => count + 1, 0);
  return (
    <Attempt key={attempt} again={again}>
      {children}
    </Attempt>
  );
};

/** One connection, until it cannot be mended any more; then `again` makes the next. */
const Attempt = ({ again, children }: { readonly again: () => void; readonly children: ReactNode }) => {
  const [opened, setOpened] = useState<Opened>();
  const [state, setState] = useState<State>('opening');

  useEffect(() => {
    let line: ReliableLine | undefined;
    let stopJoining: (() => void) | undefined;
    let over = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const turn = (next: State): void => {
      if (over) return;
      setState(next);
      if (next === 'ended' || next === 'unreachable') timer = setTimeout(again, AGAIN_MS);
    };
    renewSession().then(
      (session) => {
        if (over) return;
        line = reliableLine(session);
        setOpened({ line, store: shownMessages() });
        line.watch(turn);
        stopJoining = joinByLink(line);
      },
      () => turn('unreachable'),
    );
    return () => {
      over = true;
      clearTimeout(timer);
      stopJoining?.();
      line?.close();
    };
  }, [again]);

  return (
    <div className="chat">
      <Connection state={state} />
      {opened && (
        <Components.Composer
          directLine={opened.line.directLine}
          store={opened.store}
          styleOptions={look}
          adaptiveCardsHostConfig={cardLook}
          attachmentMiddleware={drawn}
          nonce={nonce}
          locale={navigator.language}
        >
          <KeyboardHome />
          <Components.BasicWebChat className="webchat" />
          {children}
        </Components.Composer>
      )}
    </div>
  );
};

const SAYING: Readonly<Record<State, string>> = {
  opening: '',
  online: '',
  reconnecting: pageWords.reconnecting,
  ended: pageWords.ended,
  unreachable: pageWords.unreachable,
};

const Connection = ({ state }: { readonly state: State }) => {
  const plan = state === 'unreachable' || state === 'reconnecting' ? keptPlan() : undefined;
  return (
    <div className="connection" role="status" data-state={state}>
      {SAYING[state]}
      {plan && (
        <>
          {' '}
          <a href={plan}>{pageWords.lastPlan}</a>
        </>
      )}
    </div>
  );
};

/** Escape goes back to the send box from wherever the keyboard is; so does the focus of a card that is no longer there. */
const KeyboardHome = () => {
  const focus = hooks.useFocus();
  const [activities] = hooks.useActivities();
  const focused = useRef<EventTarget | null>(null);

  useEffect(() => {
    const onFocus = ({ target }: FocusEvent): void => {
      focused.current = target;
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || (event.target as Element).closest('.phone')) return;
      // Web Chat would go one step out of the card instead.
      event.stopPropagation();
      focus('sendBox');
    };
    document.addEventListener('focusin', onFocus);
    document.addEventListener('keydown', onKey, { capture: true });
    return () => {
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('keydown', onKey, { capture: true });
    };
  }, [focus]);

  useEffect(() => {
    const gone = focused.current instanceof Node && !focused.current.isConnected;
    if (activities.length > 0 && gone && document.activeElement === document.body) focus('sendBox');
  }, [activities, focus]);
  return null;
};
