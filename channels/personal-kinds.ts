import { deadFacts, deliveries } from '../trips/notifications/delivery.ts';
import { outboxFacts } from '../trips/notifications/fact.ts';
import { impersonal, type PersonalKind, theirs } from '../trips/privacy/personal-kind.ts';
import type { Entity, Kind } from '../trips/records.ts';
import { pushSubscriptions } from './push/push-subscription.ts';
import { keptAnswers } from './rest/once.ts';
import { smsLines, smsPlaces, textsPartition } from './sms/send-queue.ts';
import { sentTexts } from './sms/sent-text.ts';
import { phonePartition, simulatedPhoneKind, simulatedTexts } from './sms/simulated-phones.ts';
import { smsStatuses } from './sms/sms-status.ts';
import { type WebActivity, webActivities, webConversations, webDeliveries } from './web/conversation-documents.ts';

const ofWebChat: PersonalKind['partitionOf'] = ({ door, conversation }) => (door === 'web' ? conversation : undefined);
const ofTexts: PersonalKind['partitionOf'] = ({ door, conversation }, records) =>
  door === 'sms' ? textsPartition(records, conversation) : undefined;
const ofPhone: PersonalKind['partitionOf'] = ({ door, conversation }, records) =>
  door === 'sms' ? phonePartition(records, conversation) : undefined;

/** A file that came with a message and waits for its turn, or was left behind by a turn that never ended. */
const uploadsOf = (document: Entity): readonly string[] =>
  (document as WebActivity).lines.flatMap(({ received }) => received?.files ?? []).map(({ blob }) => blob);

/** In the partition of a conversation's texts: they go with it, and tell nothing that is not exported elsewhere. */
const onItsWay = <E extends Entity>(kind: Kind<E>): PersonalKind => ({
  ...theirs(kind, 'conversation', ofTexts),
  words: { exported: 'nothing: a text on its way', erased: 'removed' },
  exports: () => undefined,
});

/** What the doors keep of people. */
export const DOOR_KINDS: readonly PersonalKind[] = [
  theirs(webConversations, 'conversation', ofWebChat),
  { ...theirs(webActivities, 'conversation', ofWebChat), blobs: uploadsOf },
  theirs(webDeliveries, 'conversation', ofWebChat),
  theirs(pushSubscriptions, 'conversation', ofWebChat),
  theirs(simulatedPhoneKind, 'conversation', ofPhone),
  theirs(simulatedTexts, 'conversation', ofPhone),
  theirs(keptAnswers, 'person'),
  onItsWay(smsPlaces),
  onItsWay(sentTexts),
  onItsWay(outboxFacts),
  onItsWay(deliveries),
  onItsWay(deadFacts),
  impersonal(smsLines, 'own', 'when a number may send its next text'),
  impersonal(smsStatuses, 'own', 'a carrier’s number of a message and how far it got, for 90 days'),
];
