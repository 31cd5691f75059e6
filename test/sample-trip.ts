import type { EntityStore } from '../store/entity-store.ts';
import type { Clock } from '../trips/clock.ts';
import { memberOf, type TripMember } from '../trips/roles/permission.ts';
import { createSample, type Sample } from '../trips/sample/create-sample.ts';
import { granted } from './granted.ts';
import { openSqliteStore } from './stores.ts';

/** The sample trip in a store of its own, and the admins of its families. */
export interface SampleTrip {
  readonly records: EntityStore;
  readonly sample: Sample;
  /** The visitor, `user_v`, who organizes the trip. */
  readonly chen: TripMember;
  readonly silva: TripMember;
  readonly okoye: TripMember;
  /** Where the store keeps its files. */
  readonly folder: string;
  close(): Promise<void>;
}

export const openSampleTrip = async (clock: Clock): Promise<SampleTrip> => {
  const { store: records, folder, close } = await openSqliteStore(clock);
  const person = { pk: 'user_v', id: 'user_v', type: 'user', _schema_version: 1, name: 'V', familyId: 'family_v' };
  await records.commit('user_v', [{ put: { ...person, addresses: [], createdAt: '2027-01-01T10:00:00Z' } as never }]);
  const sample = await createSample(records, clock, 'user_v');
  const held = async (userId = ''): Promise<TripMember> =>
    granted(await memberOf(records, userId, sample.trip.id)).member;
  const [silva, okoye] = sample.others;
  return {
    ...{ records, sample, folder, close },
    ...{ chen: await held('user_v'), silva: await held(silva?.adminId), okoye: await held(okoye?.adminId) },
  };
};
