import { takeCode } from './link-in-address.ts';
import type { ReliableLine } from './reliable-line.ts';

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
