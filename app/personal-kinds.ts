import { CONVERSATION_KINDS } from '../bot/personal-kinds.ts';
import { DOOR_KINDS } from '../channels/personal-kinds.ts';
import { MODEL_KINDS } from '../llm/personal-kinds.ts';
import { PEOPLE_KINDS } from '../trips/privacy/people-kinds.ts';
import type { PersonalKind } from '../trips/privacy/personal-kind.ts';
import { TRIP_KINDS } from '../trips/privacy/trip-kinds.ts';

/** Every kind of document there is, with what an export and an erasure make of it. Listed for people in docs/privacy.md. */
export const EVERY_KIND: readonly PersonalKind[] = [
  ...TRIP_KINDS,
  ...CONVERSATION_KINDS,
  ...DOOR_KINDS,
  ...MODEL_KINDS,
  ...PEOPLE_KINDS,
];
