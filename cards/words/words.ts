import type { Language } from '../../trips/language.ts';
import type { Words } from './catalogue.ts';
import * as english from './english/every-word.ts';
import * as spanish from './spanish/every-word.ts';

const CATALOGUES: Readonly<Record<Language, Words>> = { en: english, es: spanish };

/** What is said, in one language. */
export const wordsIn = (language: Language = 'en'): Words => CATALOGUES[language];
