import { readAddress } from '../../trips/people/addresses.ts';
import { personBehind } from '../../trips/people/merged-person.ts';
import type { Middleware } from '../turn.ts';

/** Finds who is speaking, from what the door proved and never from what was said. */
export const identify = (): Middleware => async (turn, next) => {
  const { userId, address } = turn.incoming.sender;
  const { records } = turn.house;
  if (userId === undefined) turn.entry = await readAddress(records, address);
  const known = userId ?? turn.entry?.userId;
  if (known !== undefined) turn.person = await personBehind(records, known);
  await next();
};
