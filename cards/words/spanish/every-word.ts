import type { Language } from '../../../trips/language.ts';

export const language: Language = 'es';
export { ballots } from './ballots.ts';
export { byMail } from './by-mail.ts';
export { card, form } from './card.ts';
export { documents } from './documents.ts';
export { family } from './family.ts';
export { memories } from './memories.ts';
export { bookings, everyone, invitations, money } from './money.ts';
export { news } from './news.ts';
export { plan } from './plan.ts';
export { planned } from './planned.ts';
export { polls } from './polls.ts';
export { refusals } from './refusals.ts';
export { say } from './say.ts';
export { talk } from './talk.ts';
export { trip } from './trip.ts';
export { weather } from './weather.ts';
