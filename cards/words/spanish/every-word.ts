import type { Language } from '../../../trips/language.ts';

export const language: Language = 'es';
export { card, form } from './card.ts';
export { say } from './say.ts';
export { talk } from './talk.ts';
