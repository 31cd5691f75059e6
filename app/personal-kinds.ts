import { CONVERSATION_KINDS } from '../bot/personal-kinds.ts';
import { DOOR_KINDS } from '../channels/personal-kinds.ts';
import { jobLines, jobRecords } from '../jobs/service-bus/job-record.ts';
import { MODEL_KINDS } from '../llm/personal-kinds.ts';
import { searchVectors } from '../rag/search-vectors.ts';
import { transformations } from '../store/transform.ts';
import { PEOPLE_KINDS } from '../trips/privacy/people-kinds.ts';
import { impersonal, type PersonalKind } from '../trips/privacy/personal-kind.ts';
import { TRIP_KINDS } from '../trips/privacy/trip-kinds.ts';

/** Every kind of document there is, with what an export and an erasure make of it. Listed for people in docs/privacy.md. */
export const PERSONAL_KINDS: readonly PersonalKind[] = [
  ...TRIP_KINDS,
  ...CONVERSATION_KINDS,
  ...DOOR_KINDS,
  ...MODEL_KINDS,
  ...PEOPLE_KINDS,
  impersonal(jobRecords, 'own', 'work for a trip, by ids'),
  impersonal(jobLines, 'own', 'the order of work, by ids'),
  impersonal(searchVectors, 'own', 'which model made the vectors of the search index'),
  impersonal(transformations, 'own', 'how far documents are brought to a new version or key'),
];
