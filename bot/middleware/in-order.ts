import type { Middleware } from '../turn.ts';

/** Events of one conversation are handled one after another, in the order they came; other conversations do not wait. */
export const inOrder = (): Middleware => {
  const tails = new Map<string, Promise<void>>();
  return async (turn, next) => {
    const before = tails.get(turn.key);
    const mine = before ? before.then(next, next) : next();
    const settled = mine.catch(() => undefined);
    tails.set(turn.key, settled);
    try {
      await mine;
    } finally {
      if (tails.get(turn.key) === settled) tails.delete(turn.key);
    }
  };
};
