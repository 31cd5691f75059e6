import type { ReliableLine } from './reliable-line.ts';

/** What an invitation or a guest link ends in. It stands behind the `#`, so that it reaches no server log and no other site. */
const LINK = /^#(?:join|guest)=([\w-]{4,40})$/;

/** The code the page was opened with, once: it is taken out of the address bar. */
const takeCode = (): string | undefined => {
  const code = LINK.exec(window.location.hash)?.[1];
  if (code !== undefined) window.history.replaceState(null, '', window.location.pathname + window.location.search);
  return code;
};

/** Joins with the code of the link that opened the page, now or when another is followed; returns how to stop listening. */
export const joinByLink = ({ directLine }: ReliableLine): (() => void) => {
  const join = (): void => {
    const code = takeCode();
    if (code === undefined) return;
    directLine
      .postActivity({
        type: 'message',
        text: '',
        value: { act: { skill: 'join', input: { code } } },
        // Nothing that was typed: it is not shown, and a repeat of it is one.
        channelData: { postBack: true, clientActivityID: `join ${code} ${Date.now()}` },
        from: { id: 'me' },
      } as Parameters<typeof directLine.postActivity>[0])
      .subscribe(
        () => undefined,
        () => undefined,
      );
  };
  join();
  window.addEventListener('hashchange', join);
  return () => window.removeEventListener('hashchange', join);
};
