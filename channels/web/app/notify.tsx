import { useEffect, useState } from 'react';
import { pageWords } from './page-words.ts';
import { renewSession } from './session.ts';

/** By which this browser asks for notifications; absent where the server sends none. */
const key = document.getElementById('app')?.dataset.pushKey;
const supported = key !== undefined && 'serviceWorker' in navigator && 'PushManager' in window;

type State = 'unknown' | 'off' | 'on' | 'blocked' | 'failed';

const browserSubscription = async (): Promise<PushSubscription | null> =>
  (await navigator.serviceWorker.ready).pushManager.getSubscription();

/** Tells the server of the conversation of this page; throws when it says no. */
const tell = async (method: 'PUT' | 'DELETE', body: object): Promise<void> => {
  const { token } = await renewSession();
  const answer = await fetch('/push/subscription', {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
};

const turnOn = async (): Promise<State> => {
  if ((await Notification.requestPermission()) !== 'granted') return 'blocked';
  const { pushManager } = await navigator.serviceWorker.ready;
  const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key ?? null });
  const { endpoint, keys } = subscription.toJSON();
  await tell('PUT', { endpoint, keys });
  return 'on';
};

const turnOff = async (): Promise<State> => {
  const subscription = await browserSubscription();
  if (subscription) {
    await tell('DELETE', { endpoint: subscription.endpoint });
    await subscription.unsubscribe();
  }
  return 'off';
};

const SAYING: Readonly<Partial<Record<State, string>>> = pageWords.notified;

/** The choice to be notified when the page is closed. Nothing is asked before it is pressed. */
export const Notify = () => {
  const [state, setState] = useState<State>('unknown');
  const [said, say] = useState('');

  useEffect(() => {
    if (!supported) return;
    browserSubscription().then(
      (subscription) => setState(subscription && Notification.permission === 'granted' ? 'on' : 'off'),
      () => setState('off'),
    );
  }, []);

  if (!supported || state === 'unknown') return null;
  const on = state === 'on';
  const press = async (): Promise<void> => {
    const next = await (on ? turnOff() : turnOn()).catch((): State => 'failed');
    setState(next === 'failed' && on ? 'on' : next);
    say(SAYING[next] ?? '');
  };
  return (
    <>
      <button type="button" className="quiet notify" aria-pressed={on} onClick={press}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15zM10 21h4" />
        </svg>
        <span>{on ? pageWords.notify.on : pageWords.notify.off}</span>
      </button>
      <p className="notified" role="status">
        {said}
      </p>
    </>
  );
};
