/**
 * Fields that a store keeps encrypted, by type of document: who can be reached where, and what touches health.
 * A path names a field at any depth; `*` stands for every entry of a list or record. The value below it is sealed whole.
 */
export const SEALED_FIELDS: Readonly<Record<string, readonly string[]>> = {
  user: ['addresses.*.value'],
  family: [
    'members.*.contact',
    'emergencyContacts',
    'preferences.allergies',
    'preferences.diet',
    'preferences.mobility',
    'preferences.notes',
  ],
  consensus_analysis: ['options.*.breaches', 'conflicts', 'suggestedCompromises'],
  invitation: ['sentTo'],
  listener: ['conversation', 'reference'],
  rest_answer: ['answer'],
  answer_feedback: ['words'],
  // What was said. The last two are how it was sealed before all of it was.
  session: [
    'asked',
    'expecting',
    'lately',
    'waiting',
    'history',
    'heard',
    'answered',
    'handled.*.replies',
    'expecting.*.input.to',
  ],
  // The last two are how a line was sealed when it had a document of its own.
  web_activity: ['lines', 'activity', 'received'],
  web_delivery: ['content'],
  push_subscription: ['endpoint', 'keys'],
  simulated_text: ['text'],
  sms_sent: ['text', 'to'],
  message: ['text'],
  model_transcript: ['exchange'],
  given_guest_link: ['token'],
  link_code: ['from.conversation', 'from.reference'],
  outbox_fact: ['to.conversation', 'to.reference', 'fact.code', 'fact.said'],
  reminder: ['what'],
  // What no longer suits a family says what it needs.
  plan_proposal: ['summary'],
  delivery: ['text'],
  spoken_in: ['conversation'],
  erasure: ['subject'],
};
