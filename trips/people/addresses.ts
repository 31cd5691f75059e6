import type { Clock } from '../clock.ts';
import { instant } from '../clock.ts';
import { type Records, retrying, type Stored } from '../records.ts';
import { type Address, type AddressEntry, addressEntries, type Person, people } from './person.ts';

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
  return entry?.userId === undefined ? undefined : records.read(people, entry.userId, entry.userId);
};

/** Changes an address entry, making it when it is not there; safe against others doing the same. What stays the same is not written. */
export const changeAddress = (
  records: Records,
  address: Address,
  change: (entry: AddressEntry) => AddressEntry,
): Promise<AddressEntry> =>
  retrying(async () => {
    const key = addressKey(records, address);
    const current = await records.read(addressEntries, key, key);
    const next = change(current ?? { pk: key, id: key, type: 'address', _schema_version: 1, door: address.door });
    if (current && same(current, next)) return current;
    const commit = await records.commit(key, [{ put: next, ifMatch: current?._etag, ifAbsent: current === undefined }]);
    return commit.ok ? next : 'conflict';
  });

const same = (one: AddressEntry, other: AddressEntry): boolean =>
  one.userId === other.userId && one.optedIn === other.optedIn && one.optedOutAt === other.optedOutAt;

/** Records consent to be written to, with the words that gave it; an earlier opt-out ends. */
export const optIn = (records: Records, clock: Clock, address: Address, wording: string): Promise<AddressEntry> =>
  changeAddress(records, address, ({ optedOutAt: _, ...entry }) => ({
    ...entry,
    optedIn: entry.optedIn ?? { wording: wording.slice(0, 200), at: instant(clock) },
  }));

/** From here on nothing is sent to the address, until it opts in again. */
export const optOut = (records: Records, clock: Clock, address: Address): Promise<AddressEntry> =>
  changeAddress(records, address, ({ optedIn: _, ...entry }) => ({
    ...entry,
    optedOutAt: entry.optedOutAt ?? instant(clock),
  }));

/** Whether a message nobody asked for in this moment may go there: opted in, or `unasked` (an invitation), and not opted out since. */
export const mayWriteTo = async (records: Records, address: Address, unasked = false): Promise<boolean> => {
  const entry = await readAddress(records, address);
  return entry?.optedOutAt === undefined && (unasked || entry?.optedIn !== undefined);
};
