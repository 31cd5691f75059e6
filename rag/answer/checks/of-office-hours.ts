import { spoken } from '../../retrieve/term-fits.ts';
import { termsAsked } from '../../words/terms.ts';
import type { Check } from './check.ts';

/** The hours or days in which somebody is there: "8 to 17", "Monday to Saturday", "office hours". */
const IN_HOURS =
  /\b(?:office|opening|business|working) hours\b|\bweekdays\b|\b\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\.?)? ?(?:to|-|–|until|till) ?\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\.?|h\b|$|[.,;)])|\b(?:mon|tue|wed|thu|fri|sat|sun)\p{L}* ?(?:to|-|–) ?(?:mon|tue|wed|thu|fri|sat|sun)\p{L}*\b|\b(?:not|isn't|is not) answered\b/iu;

/** It is a number that is answered in office hours, where one for the night or the weekend is asked. */
export const ofOfficeHours: Check = ({ text, kind }, { text: told }) => {
  if (kind !== 'phone') return false;
  const anyHour = termsAsked(text).find(({ meant, word }) => meant === 'asked' && word === 'any hour');
  return anyHour !== undefined && IN_HOURS.test(told) && !spoken(told).stems.has(anyHour.stem);
};
