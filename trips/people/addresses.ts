import type { Clock } from '../clock.ts';
import { instant } from '../clock.ts';
import { TEXT_NOTICE } from '../privacy/notices.ts';
import { type Records, retrying, type Stored } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import { personBehind } from './merged-person.ts';
import { type Address, type AddressEntry, addressEntries, type Person } from './person.ts';

/** The key an address is found by. It tells nothing about the address, and is never shown to anyone. */
export const addressKey = (records: Pick<Records, 'lookupKey'>, { door, value }: Address): string =>
  `address_${door}_${records.lookupKey(`${door} ${value}`)}`;

export const readAddress = (records: Records, address: Address): Promise<Stored<AddressEntry> | undefined> => {
  const key = addressKey(records, address);
  return records.read(addressEntries, key, key);
};

/** The person an address belongs to, if anybody. */
export const whoseAddress = async (records: Records, address: Address): Promise<Stored<Person> | undefined> => {
  const entry = await readAddress(records, address);
  return entry?.userId === undefined ? undefined : personBehind(records, entry.userId);
};

/** Changes an address entry, making it when it is not there; safe against others doing the same. What stays the same is not written. */
export const changeAddress = (
  records: Records,
  address: Address,
  change: (entry: AddressEntry) => AddressEntry,
): Promise<AddressEntry> => changeEntry(records, addressKey(records, address), address.door, change);

const changeEntry = (
  records: Records,
  key: string,
  door: Address['door'],
  change: (entry: AddressEntry) => AddressEntry,
): Promise<AddressEntry> =>
  retrying(async () => {
    const current = await records.read(addressEntries, key, key);
    const next = change(current ?? { pk: key, id: key, type: 'address', _schema_version: 1, door });
    if (current && same(current, next)) return current;
    const commit = await records.commit(key, [{ put: next, ifMatch: current?._etag, ifAbsent: current === undefined }]);
    return commit.ok ? next : 'conflict';
  });

const same = (one: AddressEntry, other: AddressEntry): boolean =>
  one.userId === other.userId &&
  one.optedIn === other.optedIn &&
  one.optedOutAt === other.optedOutAt &&
  one.unasked === other.unasked;

/** Records consent to be written to, with the words that gave it; an earlier opt-out ends. */
export const optIn = (records: Records, clock: Clock, address: Address, wording: string): Promise<AddressEntry> =>
  changeAddress(records, address, ({ optedOutAt: _, ...entry }) => ({
    ...entry,
    optedIn: entry.optedIn ?? {
      wording: wording.slice(0, 200),
      at: instant(clock),
      noticeVersion: TEXT_NOTICE.version,
    },
  }));

/** From here on nothing is sent to the address, until it opts in again. */
export const optOut = (records: Records, clock: Clock, address: Address): Promise<AddressEntry> =>
  changeAddress(records, address, outSince(instant(clock)));

/** As {@link optOut}, for whoever holds a link that names the e-mail address by its key. */
export const optOutByKey = async (records: Records, clock: Clock, key: string): Promise<void> => {
  await changeEntry(records, key, 'email', outSince(instant(clock)));
};

const outSince =
  (at: string) =>
  ({ optedIn: _, ...entry }: AddressEntry): AddressEntry => ({ ...entry, optedOutAt: entry.optedOutAt ?? at });

/** Whether a message nobody asked for in this moment may go there: opted in, or `unasked` (an invitation), and not opted out since. */
export const mayWriteTo = async (records: Records, address: Address, unasked = false): Promise<boolean> => {
  const entry = await readAddress(records, address);
  return entry?.optedOutAt === undefined && (unasked || entry?.optedIn !== undefined);
};

/** Messages nobody there has asked for that one address gets within {@link UNASKED_DAYS}, from whomever. */
export const MAX_UNASKED = 3;
export const UNASKED_DAYS = 30;

/**
 * Takes one of the few messages that may go to an address unasked. `what` names it: naming it again takes no other.
 * `too-many` when there is none left, whoever sent them; `not-allowed` when the address has opted out.
 */
export const spendUnasked = async (
  records: Records,
  clock: Clock,
  address: Address,
  what: string,
): Promise<Outcome<object>> => {
  const since = new Date(clock.now() - UNASKED_DAYS * 86_400_000).toISOString();
  const entry = await changeAddress(records, address, (current) => {
    const recent = (current.unasked ?? []).filter(({ at }) => at > since);
    const known = recent.some((one) => one.what === what);
    if (known || current.optedOutAt !== undefined || recent.length >= MAX_UNASKED) return current;
    return { ...current, unasked: [...recent, { what, at: instant(clock) }] };
  });
  if (entry.optedOutAt !== undefined)
    return rejected('not-allowed', 'I may not write there: they asked me not to. Hand them the code yourself');
  return entry.unasked?.some((one) => one.what === what)
    ? { ok: true }
    : rejected('too-many', 'I have written there as often as I may without being asked: hand them the code yourself');
};
