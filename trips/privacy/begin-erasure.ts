import { type Clock, instant } from '../clock.ts';
import { newId, type UserId } from '../ids.ts';
import type { Records } from '../records.ts';
import type { Erasure } from './erasure.ts';
import { restrictProcessing } from './restrict.ts';

/** Milliseconds between the confirmation and the erasure: the conversation in which it was said is still being saved. */
export const SETTLE_MS = 2_000;

/**
 * Begins an erasure that needs no second word: of a child's account, by the parent or because there is no consent.
 * Returns the id of its receipt.
 */
export const beginErasure = async (records: Records, clock: Clock, userId: UserId): Promise<string> => {
  const id = newId('erasure');
  const at = instant(clock);
  const erasure: Erasure = {
    ...{ pk: id, id, type: 'erasure', _schema_version: 1, status: 'confirmed', userId, removed: {}, anonymised: {} },
    ...{ askedAt: at, confirmedAt: at, dueAt: instant({ now: () => clock.now() + SETTLE_MS }) },
  };
  await records.commit(id, [{ put: erasure, ifAbsent: true }]);
  await restrictProcessing(records, clock, userId);
  return id;
};
