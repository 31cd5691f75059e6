import { type infer as Infer, object, optional, string } from 'zod/mini';
import { guestToken } from './link-in-address.ts';

/** What the browser keeps so that a reload, or tomorrow, goes on in the same conversation. */
const session = object({
  conversationId: string(),
  token: string(),
  returnToken: optional(string()),
});
export type Session = Readonly<Infer<typeof session>>;

const KEY = 'pathfinder.session';

/** The Direct Line of the server this page came from. */
export const DIRECT_LINE = `${window.location.origin}/v3/directline`;

/** Thrown when the server answers, and says no. */
export class RefusedError extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`the server answered ${status}`);
    this.status = status;
  }
}

const kept = (): Session | undefined => {
  try {
    const found = session.safeParse(JSON.parse(localStorage.getItem(KEY) ?? 'null'));
    return found.success ? found.data : undefined;
  } catch {
    // Storage is off, or holds something else: this visit stands alone.
    return undefined;
  }
};

const keep = (next: Session): Session => {
  try {
    localStorage.setItem(KEY, JSON.stringify(next));
  } catch {
    // As above.
  }
  return next;
};

/** Forgets the conversation: the next session is a new one. */
export const forgetSession = (): void => {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // As above.
  }
};

const generate = async (returnToken: string | undefined): Promise<Session> => {
  const answer = await fetch(`${DIRECT_LINE}/tokens/generate`, {
    method: 'POST',
    headers: returnToken === undefined ? {} : { authorization: `Bearer ${returnToken}` },
  });
  if (!answer.ok) throw new RefusedError(answer.status);
  return session.parse(await answer.json());
};

/**
 * A fresh token for the conversation of this browser, or for a new one when it has none: by the guest link it was opened
 * with, or without anything where the server lets anybody in. Throws when it cannot be had.
 */
export const renewSession = async (): Promise<Session> => {
  const before = kept()?.returnToken;
  for (const token of [before, guestToken()]) {
    if (token === undefined) continue;
    try {
      return keep(await generate(token));
    } catch (error) {
      if (!(error instanceof RefusedError) || error.status !== 401) throw error;
      // Over, or closed: perhaps another way is open.
      if (token === before) forgetSession();
    }
  }
  return keep(await generate(undefined));
};
