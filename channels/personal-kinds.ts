import { impersonal, type PersonalKind, theirs } from '../trips/privacy/personal-kind.ts';
import type { Entity } from '../trips/records.ts';
import { keptAnswers } from './rest/once.ts';
import { phonePartition, simulatedPhoneKind, simulatedTexts } from './sms/simulated-phones.ts';
import { smsStatuses } from './sms/sms-status.ts';
import { type WebActivity, webActivities, webConversations, webDeliveries } from './web/conversation-documents.ts';

const ofWebChat: PersonalKind['partitionOf'] = ({ door, conversation }) => (door === 'web' ? conversation : undefined);
const ofPhone: PersonalKind['partitionOf'] = ({ door, conversation }, records) =>
  door === 'sms' ? phonePartition(records, conversation) : undefined;

/** A file that came with a message and waits for its turn, or was left behind by a turn that never ended. */
const uploadsOf = (document: Entity): readonly string[] =>
  ((document as WebActivity).received?.files ?? []).map(({ blob }) => blob);

/** What the doors keep of people. */
export const DOOR_KINDS: readonly PersonalKind[] = [
  theirs(webConversations, 'conversation', ofWebChat),
  { ...theirs(webActivities, 'conversation', ofWebChat), blobs: uploadsOf },
  theirs(webDeliveries, 'conversation', ofWebChat),
  theirs(simulatedPhoneKind, 'conversation', ofPhone),
  theirs(simulatedTexts, 'conversation', ofPhone),
  theirs(keptAnswers, 'person'),
  impersonal(smsStatuses, 'own', 'a carrier’s number of a message and how far it got, for 90 days'),
];
