/** Keeps the last good copy of the page and of the plan last looked at, for when there is no network. */
const CACHE = 'pathfinder-v1';
const PAGE = ['/', '/app.js', '/app.css', '/icon.svg'];
/** An itinerary that was opened by its link. */
const PLAN = /^\/s\/[\w-]+(\.pdf|\.ics)?$/;

interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetched extends WorkerEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Pushed extends WorkerEvent {
  readonly data: { json(): unknown } | null;
}
interface Clicked extends WorkerEvent {
  readonly notification: { close(): void };
}
/** An open page. */
interface Window {
  readonly visibilityState: 'visible' | 'hidden';
  focus(): Promise<unknown>;
}
interface Worker {
  addEventListener(type: 'install' | 'activate', listener: (event: WorkerEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetched) => void): void;
  addEventListener(type: 'push', listener: (event: Pushed) => void): void;
  addEventListener(type: 'notificationclick', listener: (event: Clicked) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: { type: 'window'; includeUncontrolled: true }): Promise<readonly Window[]>;
    openWindow(path: string): Promise<unknown>;
  };
  readonly registration: { showNotification(title: string, options: object): Promise<void> };
}
const worker = self as unknown as Worker;

worker.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll(PAGE))
      .then(() => worker.skipWaiting()),
  );
});

worker.addEventListener('activate', (event) => {
  const old = caches.keys().then((names) => Promise.all(names.filter((n) => n !== CACHE).map((n) => caches.delete(n))));
  event.waitUntil(old.then(() => worker.clients.claim()));
});

worker.addEventListener('fetch', (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== 'GET' || origin !== location.origin) return;
  if (PAGE.includes(pathname) || PLAN.test(pathname)) event.respondWith(newestOr(event.request));
});

const openPages = (): Promise<readonly Window[]> =>
  worker.clients.matchAll({ type: 'window', includeUncontrolled: true });

worker.addEventListener('push', (event) => event.waitUntil(notify(event.data?.json())));

/** Shows what the server sealed for this browser, unless the page is being looked at: there it stands already. */
const notify = async (sent: unknown): Promise<void> => {
  const { title, body, tag } = (sent ?? {}) as { readonly [name: string]: unknown };
  if ((await openPages()).some(({ visibilityState }) => visibilityState === 'visible')) return;
  const shown = { body: String(body ?? ''), tag: String(tag ?? ''), icon: '/icon.svg' };
  await worker.registration.showNotification(String(title ?? 'Pathfinder'), shown);
};

worker.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(openPages().then(([page]) => page?.focus() ?? worker.clients.openWindow('/')));
});

/** The network's answer, kept when it is good; without a network the kept one. */
const newestOr = async (request: Request): Promise<Response> => {
  const cache = await caches.open(CACHE);
  try {
    const answer = await fetch(request);
    if (answer.ok) await cache.put(request, answer.clone());
    return answer;
  } catch (error) {
    const kept = await cache.match(request);
    if (kept) return kept;
    throw error;
  }
};
