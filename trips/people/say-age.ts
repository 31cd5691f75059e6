import type { Clock } from '../clock.ts';
import { ageBandOf } from '../families/age-band.ts';
import { families } from '../families/family.ts';
import type { UserId } from '../ids.ts';
import { beginErasure } from '../privacy/begin-erasure.ts';
import { CONSENT_AGE, hasParentalConsent } from '../privacy/child-consent.ts';
import { type Records, retrying } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import { type Person, people } from './person.ts';

/**
 * A person says how old they are; only the band is kept. `welcome` is false for a child without a parent's consent: the
 * account and all that was said with it is then erased at once.
 */
export const sayAge = async (
  records: Records,
  clock: Clock,
  userId: UserId,
  years: number,
): Promise<Outcome<{ welcome: boolean }>> => {
  const person = await records.read(people, userId, userId);
  if (!person) return rejected('not-found');
  if (person.restrictedAt !== undefined) return rejected('restricted');
  if (!Number.isInteger(years) || years < 0 || years > 120) return rejected('invalid', 'an age in years, e.g. 34');
  if (years < CONSENT_AGE) {
    const family = await records.read(families, person.familyId, person.familyId);
    const seat = family?.members.find((member) => member.userId === userId);
    if (!family || !seat || !(await hasParentalConsent(records, family, seat.id))) {
      await beginErasure(records, clock, userId);
      return { ok: true, welcome: false };
    }
  }
  await retrying(async () => {
    const current = await records.read(people, userId, userId);
    if (!current) return undefined;
    const next: Person = { ...current, ageBand: ageBandOf(years) };
    return (await records.commit(userId, [{ put: next, ifMatch: current._etag }])).ok ? undefined : 'conflict';
  });
  return { ok: true, welcome: true };
};
