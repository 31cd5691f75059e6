import type { Reason } from '../../../trips/rejection.ts';

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** A refusal in words, with the next step; `detail` is what the domain says of it, in English. */
export const refusals: Readonly<Record<Reason, (detail: string) => string>> = {
  'not-found': () => "I can't find that. Say TRIP to see what there is.",
  'not-a-member': () => "You're not in that trip. If you were invited, send JOIN and your code.",
  'not-allowed': (detail) => `Sorry, ${detail || 'that is for the organizer'}.`,
  'poll-closed': (detail) => `Voting on "${detail}" is closed. Say RESULTS to see how it ended.`,
  'unknown-option': (detail) => `Reply ${detail || 'with one of the numbers'}.`,
  'too-few-options': () =>
    'A poll needs at least two options. Send them like this: "poll: where do we eat? A, B or C".',
  'too-many-options': (detail) => `${capital(detail)}. Please leave some out.`,
  'too-many-families': (detail) => `The trip is full: ${detail}.`,
  'too-many-members': (detail) => `That is too many: ${detail}.`,
  'already-joined': (detail) => `${detail || 'They'} joined already.`,
  'invitation-expired': (detail) => `That code has run out. Ask ${detail || 'whoever invited you'} for a new one.`,
  'invitation-cancelled': (detail) =>
    `That invitation was withdrawn. Ask ${detail || 'whoever invited you'} if you should have a new one.`,
  'invitation-used': (detail) =>
    `That code was used already. Ask ${detail || 'whoever invited you'} for one of your own.`,
  'invitation-for-another': (detail) => `That code is for the ${detail} family. Ask the organizer for one for yours.`,
  'dates-missing': () => 'I need the dates of the trip first: tell me, e.g. "11-15 June 2027".',
  'dates-invalid': (detail) => `Those dates don't work: ${detail || 'please check them'}.`,
  'too-many': (detail) => `${capital(detail || 'there is no room for more')}.`,
  duplicate: (detail) => `${capital(detail || 'that is there already')}.`,
  'wrong-status': (detail) => `That can't be done now: ${detail || 'the trip is past it'}.`,
  'needs-consent': (detail) => `${capital(detail || 'a parent must agree first')}.`,
  restricted: () => 'Your data is restricted, as you asked: I keep it and do nothing with it. Say UNRESTRICT to go on.',
  'wrong-code': (detail) => `${capital(detail || 'that code is wrong or has run out')}.`,
  stale: () => 'Somebody changed that at the same moment. Please say it once more.',
  invalid: (detail) => `That won't do: ${detail || 'please check it'}.`,
};
