/** The cache of service-worker.ts, which answers from it where there is no network. */
const CACHE = 'pathfinder-v1';
const KEY = 'pathfinder.plan';
const PLAN = /^\/s\/[\w-]+$/;

interface CardElement {
  readonly actions?: readonly { readonly type?: string; readonly url?: string }[];
}
export interface Shown {
  readonly attachments?: readonly { readonly content?: { readonly body?: readonly CardElement[] } }[];
}

/** The one that was spoken of last, since the page was opened. */
let newest: string | undefined;

/** Keeps the page of a plan that a message leads to, so that it opens without a network; the newest is remembered. */
export const keepPlan = ({ attachments = [] }: Shown): void => {
  const urls = attachments
    .flatMap(({ content }) => content?.body ?? [])
    .flatMap(({ actions = [] }) => actions)
    .flatMap(({ type, url }) => (type === 'Action.OpenUrl' && url !== undefined ? [URL.parse(url)] : []));
  const plan = urls.find((url) => url?.origin === location.origin && PLAN.test(url.pathname))?.pathname;
  if (plan === undefined || plan === newest || !('caches' in window)) return;
  newest = plan;
  caches
    .open(CACHE)
    .then((cache) => cache.add(plan))
    .then(
      () => {
        if (plan === newest) localStorage.setItem(KEY, plan);
      },
      // It was taken back, or there is no room: then it is not there offline.
      () => undefined,
    );
};

/** The path of the newest plan that was kept. */
export const keptPlan = (): string | undefined => {
  try {
    const kept = localStorage.getItem(KEY);
    return kept !== null && PLAN.test(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
};
