/** The text with one kind of dash, quote and space, and without Markdown's marks, so that readers need only one of each. */
export const plainText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u00a0\u2007\u2009\u202f]/g, ' ')
    .replace(/[\u00ad\u200b-\u200d\ufeff]/g, '')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/\s[\u2012-\u2015]\s/g, ' - ')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/!?\[([^\][]{1,200})\]\([^()\s]{1,500}\)/g, '$1')
    .replace(/\*\*|__|`/g, '');

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;

/** Source of a pattern for a month's name, long or short. */
export const MONTH_PATTERN =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';

/** Source of a pattern for a weekday's name, long or short, also in the plural. */
export const WEEKDAY_PATTERN =
  '(?:mon(?:days?)?|tue(?:s|sdays?)?|wed(?:s|nesdays?)?|thu(?:rs?|rsdays?)?|fri(?:days?)?|sat(?:urdays?)?|sun(?:days?)?)';

/** 0 for Monday to 6 for Sunday; -1 for another word. */
export const weekdayOf = (word: string): number =>
  (WEEKDAYS as readonly string[]).indexOf(word.slice(0, 3).toLowerCase());

/** 1 for January to 12 for December; 0 for another word. */
export const monthOf = (word: string): number =>
  (MONTHS as readonly string[]).indexOf(word.slice(0, 3).toLowerCase()) + 1;
