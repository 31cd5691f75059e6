import { join } from 'node:path';
import { fieldKeys } from '../app/data-secrets.ts';
import { documentCodec } from '../store/document-codec.ts';
import { keyring } from '../store/keyring.ts';
import { openDatabase } from '../store/sqlite/database.ts';
import { sqliteStore } from '../store/sqlite/sqlite-store.ts';
import { granted } from '../test/granted.ts';
import { systemClock } from '../trips/clock.ts';
import { acceptInvitation } from '../trips/invitations/accept.ts';
import { inviteFamily } from '../trips/invitations/invite.ts';
import type { Address } from '../trips/people/person.ts';
import { register } from '../trips/people/register.ts';
import { castBallot } from '../trips/polls/cast-ballot.ts';
import { openPoll } from '../trips/polls/open-poll.ts';
import { SEALED_FIELDS } from '../trips/privacy/sealed-fields.ts';
import type { Records } from '../trips/records.ts';
import { asOrganizer, familyAdminOf, memberOf } from '../trips/roles/permission.ts';
import { createTrip } from '../trips/trips/create-trip.ts';

/** A trip that was made, and the phones of its families' admins, by whom a caller signs in: the organizer's first. */
export interface MadeTrip {
  readonly tripId: string;
  readonly pollId: string;
  readonly phone: string;
  readonly phones: readonly string[];
}

/** Trips made at the same time: many enough for group commits. */
const AT_ONCE = 100;

const phoneOf = (number: number): Address => ({ door: 'sms', value: `+1555${String(1_000_000 + number)}` });

/** Makes trip `number` as people do: two families, an invitation, two polls, votes of both. */
const makeTrip = async (records: Records, number: number): Promise<MadeTrip> => {
  const clock = systemClock;
  const people = await Promise.all(
    [0, 1].map((side) =>
      register(records, clock, { name: `Person ${number}-${side}`, address: phoneOf(number * 2 + side) }),
    ),
  );
  const [one, two] = people.map(({ person }) => person);
  if (!one || !two) throw new Error('nobody registered');
  const { admin } = granted(await familyAdminOf(records, one.id));
  const { trip } = granted(
    await createTrip(records, clock, admin, {
      name: `Trip ${number}`,
      destination: 'Lisbon',
      startDate: '2027-06-11',
      endDate: '2027-06-15',
    }),
  );
  const { organizer } = granted(
    asOrganizer(granted(await memberOf(records, one.id, trip.id)).member, 'only the organizer invites'),
  );
  const { invitation } = granted(await inviteFamily(records, clock, organizer, { familyName: 'Two' }));
  granted(await acceptInvitation(records, clock, invitation.code, { person: two }));
  let pollId = '';
  for (const question of ['Where do we eat?', 'Which beach?']) {
    const { poll } = granted(
      await openPoll(records, clock, organizer, {
        question,
        options: ['Taverna', 'Pelican', 'Pizza'].map((text) => ({ text })),
      }),
    );
    pollId = poll.id;
    for (const voter of [one, two]) {
      const { member } = granted(await memberOf(records, voter.id, trip.id));
      granted(await castBallot(records, clock, member, poll.id, poll.options[number % 3]?.optionId ?? ''));
    }
  }
  const phones = [0, 1].map((side) => phoneOf(number * 2 + side).value);
  return { tripId: trip.id, pollId, phone: phoneOf(number * 2).value, phones };
};

/** Fills a data folder with trips `from` to `to` through the product's own commands; nothing else may have it open. */
export const makeTrips = async (dataDir: string, from: number, to: number): Promise<readonly MadeTrip[]> => {
  const codec = documentCodec(
    keyring(fieldKeys({ DATA_DIR: dataDir, FIELD_KEYS: undefined, LOOKUP_KEY: undefined })),
    SEALED_FIELDS,
  );
  const store = sqliteStore(openDatabase(join(dataDir, 'pathfinder.db')), systemClock, codec);
  const made: MadeTrip[] = [];
  for (let first = from; first < to; first += AT_ONCE) {
    const count = Math.min(AT_ONCE, to - first);
    made.push(...(await Promise.all(Array.from({ length: count }, (_, index) => makeTrip(store, first + index)))));
  }
  await store.close();
  return made;
};
