import { type Clock, instant } from '../clock.ts';
import { newCode } from '../ids.ts';
import type { Recipient } from '../notifications/listener.ts';
import type { Person } from '../people/person.ts';
import type { Records } from '../records.ts';
import { type CurrentLink, currentLinks, LINK_MINUTES, type LinkCode, linkId } from './link-code.ts';

/** A code for the speaker to repeat in another channel within {@link LINK_MINUTES}. Asking again ends the one before. */
export const askLinkCode = async (
  records: Records,
  clock: Clock,
  { id: userId }: Pick<Person, 'id'>,
  from?: Recipient,
): Promise<{ readonly code: string; readonly expiresAt: string }> => {
  const expiresAt = instant({ now: () => clock.now() + LINK_MINUTES * 60_000 });
  for (;;) {
    const code = newCode();
    const id = linkId(records, code);
    const entity: LinkCode = {
      ...{ pk: id, id, type: 'link_code', _schema_version: 1, ttl: LINK_MINUTES * 60 },
      ...{ userId, from, expiresAt },
    };
    if (!(await records.commit(id, [{ put: entity, ifAbsent: true }])).ok) continue;
    const before = await records.read(currentLinks, userId, 'current_link');
    const current: CurrentLink = {
      ...{ pk: userId, id: 'current_link', type: 'current_link', _schema_version: 1, ttl: LINK_MINUTES * 60 },
      linkId: id,
    };
    await records.commit(userId, [{ put: current }]);
    if (before) await records.commit(before.linkId, [{ remove: before.linkId }]);
    return { code, expiresAt };
  }
};
