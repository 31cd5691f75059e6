import type { UserId } from '../ids.ts';
import type { Language } from '../language.ts';
import { type Records, retrying, type Stored } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import { type Person, people } from './person.ts';

/** Keeps the language a person wants to be spoken to in, at every door. Choosing it again changes nothing. */
export const chooseLanguage = (
  records: Records,
  userId: UserId,
  language: Language,
): Promise<Outcome<{ person: Stored<Person> }>> =>
  retrying(async () => {
    const person = await records.read(people, userId, userId);
    if (!person) return rejected('not-found');
    if (person.language === language) return { ok: true as const, person };
    const next: Person = { ...person, language };
    const commit = await records.commit(userId, [{ put: next, ifMatch: person._etag }]);
    return commit.ok ? { ok: true as const, person: { ...next, _etag: commit.etags[0] ?? '' } } : 'conflict';
  });
