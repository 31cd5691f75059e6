import { memoryChoices, memoryLanes, memoryLinks } from '../memories/memory-lane.ts';
import { memoryPhotos } from '../memories/memory-photo.ts';
import { type PersonalKind, personal, plain } from './personal-kind.ts';

/** What is kept of a trip for afterwards. */
export const MEMORY_KINDS: readonly PersonalKind[] = [
  personal({
    kind: memoryPhotos,
    place: 'trip',
    words: {
      exported: 'those of the family, with the pictures',
      erased: 'those the person added go, with their bytes; so do those of a family that goes',
    },
    exports: (photo, { people, familyId }) =>
      people.includes(photo.addedBy) || photo.familyId === familyId ? plain(photo) : undefined,
    blobs: ({ full, thumbnail }) => [full, thumbnail],
    erases: ({ addedBy, familyId }, { people, families }) =>
      people.includes(addedBy) || families.includes(familyId) ? 'remove' : 'keep',
  }),
  personal({
    kind: memoryChoices,
    place: 'trip',
    words: { exported: "the family's", erased: 'that of a family that goes is removed' },
    exports: (choice, { familyId }) => (choice.familyId === familyId ? plain(choice) : undefined),
    erases: ({ familyId }, { families }) => (families.includes(familyId) ? 'remove' : 'keep'),
  }),
  personal({
    kind: memoryLanes,
    place: 'trip',
    words: {
      exported: "the family's own numbers",
      erased: 'stays, without the numbers of a family that goes; it names nobody',
    },
    exports: ({ id, deeds }, { familyId }) => {
      const own = deeds.filter((one) => one.familyId === familyId);
      return own.length > 0 ? { id, deeds: own } : undefined;
    },
    erases: (lane, { families }) => ({
      ...lane,
      deeds: lane.deeds.filter(({ familyId }) => !families.includes(familyId)),
    }),
  }),
  personal({
    kind: memoryLinks,
    place: 'own',
    words: { exported: 'nothing: a link to a memory lane', erased: 'stays; removed with its trip' },
    exports: () => undefined,
    erases: ({ tripId }, { emptyTrips }) => (emptyTrips.includes(tripId) ? 'remove' : 'keep'),
  }),
];
