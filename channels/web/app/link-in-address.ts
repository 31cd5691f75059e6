/** What an invitation or a guest link ends in. It stands behind the `#`, so that it reaches no server log and no other site. */
const LINK = /^#(join|guest)=([\w-]{4,40})$/;

/** The code the page was opened with, once: it is taken out of the address bar. */
export const takeCode = (): string | undefined => {
  const code = LINK.exec(window.location.hash)?.[2];
  if (code !== undefined) window.history.replaceState(null, '', window.location.pathname + window.location.search);
  return code;
};

/** The guest link the page was opened with: it lets somebody without an account begin a conversation. */
export const guestToken = (): string | undefined => {
  const [, sort, token] = LINK.exec(window.location.hash) ?? [];
  return sort === 'guest' ? token : undefined;
};
