import { type Clock, instant } from '../clock.ts';
import type { UserId } from '../ids.ts';
import { type Person, people } from '../people/person.ts';
import { type Records, retrying } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';

const change = (
  records: Records,
  userId: UserId,
  restrictedAt: (person: Person) => string | undefined,
): Promise<Outcome<{ person: Person }>> =>
  retrying(async () => {
    const person = await records.read(people, userId, userId);
    if (!person) return rejected('not-found');
    const next: Person = { ...person, restrictedAt: restrictedAt(person) };
    if (next.restrictedAt === person.restrictedAt) return { ok: true as const, person };
    const commit = await records.commit(userId, [{ put: next, ifMatch: person._etag }]);
    return commit.ok ? { ok: true as const, person: next } : 'conflict';
  });

/**
 * From here on a person's data is kept and nothing else is done with it (GDPR Article 18): no command runs for them and
 * nothing is written to them, until they lift it. Restricting again changes nothing.
 */
export const restrictProcessing = (
  records: Records,
  clock: Clock,
  userId: UserId,
): Promise<Outcome<{ person: Person }>> =>
  change(records, userId, ({ restrictedAt }) => restrictedAt ?? instant(clock));

/** Takes the restriction back; only the person themselves does. Lifting it again changes nothing. */
export const liftRestriction = (records: Records, userId: UserId): Promise<Outcome<{ person: Person }>> =>
  change(records, userId, () => undefined);
