import { DateTime } from 'luxon';
import { type Clock, instant } from '../clock.ts';
import { type Family, families, type Member, type Preferences } from '../families/family.ts';
import { idFrom, type UserId } from '../ids.ts';
import { PathfinderError } from '../pathfinder-error.ts';
import { type Person, people } from '../people/person.ts';
import { castBallot } from '../polls/cast-ballot.ts';
import { openPoll } from '../polls/open-poll.ts';
import type { Poll } from '../polls/poll.ts';
import { type Records, retrying } from '../records.ts';
import { memberOf } from '../roles/permission.ts';
import { participationOf } from '../trips/create-trip.ts';
import { type Trip, trips } from '../trips/trip.ts';

interface SampleFamily {
  readonly name: string;
  readonly members: readonly Omit<Member, 'id' | 'userId'>[];
  readonly preferences: Preferences;
}

const euros = (amount: number) => ({ amount: amount * 100, currency: 'EUR' });

/** The family the visitor speaks for; the other two bring a conflict to the dinner table. */
const VISITORS: SampleFamily = {
  name: 'Chen',
  members: [
    { name: 'You', child: false },
    { name: 'Wei', child: false, age: 41 },
    { name: 'Mia', child: true, age: 9 },
    { name: 'Leo', child: true, age: 4 },
  ],
  preferences: {
    diet: ['no nuts'],
    allergies: [],
    mobility: ['stroller'],
    budget: euros(2400),
    pace: 'slow',
    interests: { aquarium: 5, beach: 4 },
    unavailable: [],
  },
};

const OTHERS: readonly SampleFamily[] = [
  {
    name: 'Silva',
    members: [
      { name: 'Ana', child: false, age: 39 },
      { name: 'Rui', child: false, age: 42 },
      { name: 'Tomas', child: true, age: 11 },
    ],
    preferences: {
      diet: [],
      allergies: [],
      mobility: [],
      budget: euros(2000),
      pace: 'full',
      interests: { food: 5, surfing: 4 },
      unavailable: [],
    },
  },
  {
    name: 'Okoye',
    members: [
      { name: 'Ngozi', child: false, age: 36 },
      { name: 'Grandma Ife', child: false, age: 71 },
      { name: 'Zara', child: true, age: 7 },
    ],
    preferences: {
      diet: ['vegetarian'],
      allergies: [],
      mobility: ['short walks'],
      budget: euros(1600),
      pace: 'steady',
      interests: { museum: 5, gardens: 4 },
      unavailable: [],
    },
  },
];

/** The Friday-to-Tuesday in June that comes next, at least two months ahead, so that a sample is never in the past. */
const nextJune = (now: number): { startDate: string; endDate: string } => {
  const today = DateTime.fromMillis(now, { zone: 'utc' });
  const year = today.month > 3 ? today.year + 1 : today.year;
  const first = DateTime.fromObject({ year, month: 6, day: 8 }, { zone: 'utc' });
  const friday = first.plus({ days: (5 - first.weekday + 7) % 7 });
  return { startDate: friday.toISODate() ?? '', endDate: friday.plus({ days: 4 }).toISODate() ?? '' };
};

export interface Sample {
  readonly trip: Trip;
  readonly poll: Poll;
  readonly visitors: Family;
  readonly others: readonly Family[];
  /** It had been built before, for the same person. */
  readonly already: boolean;
}

/**
 * Builds the sample trip of one person: three families, one of which they speak for (their own family stays as it is),
 * and an open poll that the other two have answered differently. Building it again finds it.
 */
export const createSample = async (records: Records, clock: Clock, userId: UserId): Promise<Sample> => {
  const tripId = idFrom('trip', 'sample', userId);
  const at = instant(clock);
  const dates = nextJune(clock.now());
  const known = await records.read(trips, tripId, tripId);
  const trip: Trip = known ?? {
    pk: tripId,
    id: tripId,
    type: 'trip',
    _schema_version: 1,
    name: `Lisbon ${dates.startDate.slice(0, 4)} (sample)`,
    destination: 'Lisbon',
    ...dates,
    timeZone: 'Europe/Lisbon',
    budget: euros(6000),
    weighting: 'equal',
    organizerId: userId,
    status: 'planning',
    sample: true,
    createdAt: at,
  };
  const visitors = await settle(records, trip, VISITORS, userId, at);
  await retrying(async () => {
    const person = await records.read(people, userId, userId);
    if (!person || person.seats?.[tripId] === visitors.id) return true;
    const next: Person = { ...person, seats: { ...person.seats, [tripId]: visitors.id } };
    return (await records.commit(userId, [{ put: next, ifMatch: person._etag }])).ok ? true : 'conflict';
  });
  const others = await Promise.all(
    OTHERS.map((sample) => settle(records, trip, sample, idFrom('user', 'sample', tripId, sample.name), at)),
  );
  await records.commit(tripId, [
    { put: trip, ifAbsent: true },
    ...[visitors, ...others].map((family) => ({ put: participationOf(trip, family, at) })),
  ]);
  return {
    trip,
    poll: await askForDinner(records, clock, trip, others),
    visitors,
    others,
    already: known !== undefined,
  };
};

/** Puts one sample family and its admin into the store; what is there already stays. */
const settle = async (records: Records, trip: Trip, sample: SampleFamily, adminId: UserId, at: string) => {
  const id = idFrom('family', 'sample', trip.id, sample.name);
  const family: Family = {
    pk: id,
    id,
    type: 'family',
    _schema_version: families.version,
    name: sample.name,
    adminId,
    members: sample.members.map((member, index) => ({
      ...member,
      id: idFrom('member', id, member.name),
      userId: index === 0 ? adminId : undefined,
    })),
    preferences: sample.preferences,
    emergencyContacts: [],
    createdAt: at,
  };
  const admin: Person = {
    pk: adminId,
    id: adminId,
    type: 'user',
    _schema_version: 1,
    name: sample.members[0]?.name ?? sample.name,
    familyId: id,
    addresses: [],
    createdAt: at,
  };
  await records.commit(id, [
    { put: family, ifAbsent: true },
    { put: { ...participationOf(trip, { ...family, _etag: '' }, at), pk: id } },
  ]);
  await records.commit(adminId, [{ put: admin, ifAbsent: true }]);
  return (await records.read(families, id, id)) ?? { ...family, _etag: '' };
};

const askForDinner = async (
  records: Records,
  clock: Clock,
  trip: Trip,
  [silvas, okoyes]: readonly Family[],
): Promise<Poll> => {
  const silva = await memberOf(records, silvas?.adminId ?? '', trip.id);
  const okoye = await memberOf(records, okoyes?.adminId ?? '', trip.id);
  if (!silva.ok || !okoye.ok) throw new PathfinderError('internal', 'the sample families are not in their trip');
  const opened = await openPoll(records, clock, silva.member, {
    id: idFrom('poll', 'sample', trip.id),
    question: 'Where do we eat on Friday night?',
    options: [
      { text: 'Taverna do Capitao', details: 'Italian, nut-free kitchen, vegetarian dishes', price: euros(22) },
      { text: 'Salty Pelican', details: 'Fish, dishes may contain nuts', price: euros(31) },
      { text: 'Pizza Roma', details: 'Pizza, nut-free kitchen, five minutes from the hotel', price: euros(14) },
    ],
  });
  if (!opened.ok) throw new PathfinderError('internal', `the sample poll was refused: ${opened.reason}`);
  if (!opened.already) {
    await castBallot(records, clock, silva.member, opened.poll.id, 'opt_02');
    await castBallot(records, clock, okoye.member, opened.poll.id, 'opt_01');
  }
  return opened.poll;
};
