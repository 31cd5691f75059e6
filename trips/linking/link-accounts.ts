import { type Clock, instant } from '../clock.ts';
import { tellOne } from '../notifications/fact.ts';
import { addressKey, changeAddress } from '../people/addresses.ts';
import { mayTry, WINDOW_MINUTES, wasWrong } from '../people/attempts.ts';
import { personBehind } from '../people/merged-person.ts';
import type { Address, Person } from '../people/person.ts';
import { type Records, retrying, type Stored } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import { LINK_MINUTES, type LinkCode, linkCodes, linkId } from './link-code.ts';
import { absorb, addAddresses, whichGoes } from './merge-accounts.ts';

/** Who repeats a code: somebody with an account, or an address that has none. */
export type Repeater = { readonly person: Stored<Person> } | { readonly address: Address };

export interface Linked {
  /** Who both are now. */
  readonly person: Stored<Person>;
  /** They were one person before. */
  readonly already: boolean;
}

/**
 * Makes the speaker and whoever asked for the code one person. Of two accounts one must be empty: it goes up in the
 * other. `wrong-code` for one that is unknown, used or has run out, and for every code after too many wrong ones;
 * `wrong-status` when both accounts are in use. Repeating it changes nothing; whoever asked is told where they asked.
 */
export const redeemLinkCode = async (
  records: Records,
  clock: Clock,
  code: string,
  by: Repeater,
): Promise<Outcome<{ linked: Linked }>> => {
  if ('person' in by && by.person.restrictedAt !== undefined) return rejected('restricted');
  const who = 'person' in by ? by.person.id : addressKey(records, by.address);
  if (!(await mayTry(records, clock, who)))
    return rejected('wrong-code', `too many wrong codes: try again in ${WINDOW_MINUTES} minutes`);
  const own = 'person' in by ? by.person.addresses.map((address) => addressKey(records, address)) : [];
  const claimed = await claim(records, clock, code, [who, ...own]);
  if (!claimed) {
    await wasWrong(records, clock, who);
    return rejected('wrong-code', `that code is wrong or has run out: they work for ${LINK_MINUTES} minutes, once`);
  }
  return retrying(async (): Promise<Outcome<{ linked: Linked }> | 'conflict'> => {
    const asker = await personBehind(records, claimed.userId);
    if (!asker) return rejected('wrong-code', 'the account that code was for is gone');
    if (asker.restrictedAt !== undefined) return rejected('restricted');
    const joined = await join(records, clock, asker, by);
    if (joined === 'conflict') return 'conflict';
    if (joined === 'in-use') {
      return rejected(
        'wrong-status',
        'both accounts are in use, each with a family or a trip of its own, and I do not mix families: leave or finish one first',
      );
    }
    await tellAsker(records, clock, claimed, joined);
    return { ok: true as const, linked: joined };
  });
};

/** Marks the code as used by the first of these names of one; undefined when it is not there, has run out, or is another's already. */
const claim = (records: Records, clock: Clock, code: string, names: readonly string[]): Promise<LinkCode | undefined> =>
  retrying(async () => {
    const id = linkId(records, code);
    const known = await records.read(linkCodes, id, id);
    if (!known || known.expiresAt <= instant(clock)) return undefined;
    if (known.usedBy !== undefined) return names.includes(known.usedBy) ? known : undefined;
    const next: LinkCode = { ...known, usedBy: names[0] };
    return (await records.commit(id, [{ put: next, ifMatch: known._etag }])).ok ? next : 'conflict';
  });

const join = async (
  records: Records,
  clock: Clock,
  asker: Stored<Person>,
  by: Repeater,
): Promise<Linked | 'in-use' | 'conflict'> => {
  const sayer = 'person' in by ? await personBehind(records, by.person.id) : undefined;
  if ('person' in by && !sayer) return 'conflict';
  if (sayer?.id === asker.id) return { person: asker, already: true };
  if (!sayer) return 'address' in by ? ownAddress(records, clock, asker, by.address) : 'conflict';
  const pair = await whichGoes(records, asker, sayer);
  if (!pair) return 'in-use';
  const person = await absorb(records, clock, pair.goes, pair.stays.id);
  // Somebody acted as one of them in this moment: what they are now decides.
  if (person === 'changed' || person === 'in-use') return 'conflict';
  return { person, already: false };
};

/** Makes an address the asker's; one that got an account of its own meanwhile is joined as that account. */
const ownAddress = async (
  records: Records,
  clock: Clock,
  asker: Stored<Person>,
  address: Address,
): Promise<Linked | 'in-use' | 'conflict'> => {
  const entry = await changeAddress(records, address, (current) => ({
    ...current,
    userId: current.userId ?? asker.id,
  }));
  const owner = entry.userId === undefined ? undefined : await personBehind(records, entry.userId);
  if (owner && owner.id !== asker.id) return join(records, clock, asker, { person: owner });
  const person = await addAddresses(records, asker.id, [address]);
  return person ? { person, already: false } : 'conflict';
};

/** Tells where the code was asked for that it was used, once. */
const tellAsker = async (
  records: Records,
  clock: Clock,
  { pk, id, from }: LinkCode,
  { already }: Linked,
): Promise<void> => {
  if (!from || already) return;
  await records.commit(pk, [tellOne(pk, from, { kind: 'account-linked' }, instant(clock), `fact_${id}`)]);
};
