import type { TripDocument } from '../trips/documents/document.ts';

/** Names that say nothing of what is in a file: two files that bear one are two files. */
const NAMED_BY_A_DEVICE =
  /^(?:image|img|photo|picture|pic|screenshot|document|doc|file|scan|attachment|download|untitled|noname|mms|media)?[\s_()\d.-]*(?:\.\w{1,5})?$/i;

/** The file of which `document` is the next version: of the same name, for the same readers, from the same person. */
export const earlierVersion = (document: TripDocument, known: readonly TripDocument[]): TripDocument | undefined => {
  if (NAMED_BY_A_DEVICE.test(document.name)) return undefined;
  return known.find(
    ({ id, name, scope, familyId, addedBy }) =>
      id !== document.id &&
      name === document.name &&
      scope === document.scope &&
      familyId === document.familyId &&
      addedBy === document.addedBy,
  );
};
