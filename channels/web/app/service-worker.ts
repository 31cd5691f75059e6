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
interface Worker {
  addEventListener(type: 'install' | 'activate', listener: (event: WorkerEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetched) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
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
