import type { Money } from '../../trips/money.ts';
import { amountsIn } from './amounts.ts';
import { readBareAmount, readMoney } from './money.ts';

const UNIT = '[€$£]|euros?|eur|usd|gbp|dollars?|pounds?|bucks|quid';
/** An amount, and no hour, day or number of people. */
const AMOUNT = `(?:(?:${UNIT})\\s?)?\\d+(?:[.,]\\d{1,2})?(?:\\s?(?:${UNIT}))?(?![\\d:.]|\\s?(?:am|pm|h|hrs?|o['’]clock|of us|people|persons?|adults?|kids?|children|nights?|days?|min\\w*|km|th|st|nd|rd|years?)\\b)`;
const CAME_TO = '(?:was|were|costs?|came to|(?:should|must) (?:be|have been)|fue(?:ron)?|cost[oó]|son|eran?)';
/** What was paid for: whoever speaks, and whoever is counted, is none of it. */
const WHAT =
  "(?:the |our |my |that |this |those |these |el |la |los |las |ese |esa )?(?!(?:we|i|there|they|you|he|she|it|that|this|check)\\b)[\\p{L}][\\p{L}' -]{1,40}?";
const WRONG =
  "(?:(?:that|this|it)(?:['’]?s| is| was) (?:wrong|not right|incorrect|a mistake)|wrong|correction|my (?:bad|mistake)|est[aá] mal|me equivoqu[eé])";
const NOT = `(?: in the end| after all| actually)?[\\s,]+(?:and )?(?:not|no|instead of|en vez de) (?:${AMOUNT})`;

const FORMS = [
  `^(?:(?:sorry|perd[oó]n|correcci[oó]n|oops|ups|no)[\\s,:]+)+(?:${WHAT}) ${CAME_TO} (?:actually |only |really )?(?:${AMOUNT})[\\s.!]*$`,
  `^.{0,12}?${WRONG}[\\s,.:;!-]+(?:${WHAT}) ${CAME_TO} (?:actually |only |really )?(?:${AMOUNT})`,
  `^(?:(?:no|sorry|actually|oh|wait|hey|hi)[\\s,]+)*(?:${WHAT}) ${CAME_TO} (?:actually |only |really )?(?:${AMOUNT})${NOT}`,
  `^(?:please |can you |could you )?(?:change|correct|fix|update|corrige|cambia) (?:the |el )?(?:${WHAT} )?(?:expense|payment|bill|gasto)(?: for (?:${WHAT})| del? (?:${WHAT}))?(?: from (?:${AMOUNT}))? (?:to|a) (?:${AMOUNT})`,
  `^(?:the )?(?:expense|payment|bill) for (?:${WHAT}) ${CAME_TO} (?:${AMOUNT})`,
] as const;

/** Says that something paid came to another amount than was written down. */
export const correctsExpense = new RegExp(FORMS.map((form) => `(?:${form})`).join('|'), 'iu');

/** What it came to, what was written down where that is said, and the words around, by which the expense is known; nothing when no amount is said. */
export const readCorrection = (
  text: string,
): { readonly what: string; readonly amount?: Money; readonly bare?: number; readonly before?: number } | undefined => {
  const words = text.slice(0, 300);
  const meant = words
    .replace(new RegExp(`${NOT}.*$`, 'iu'), '')
    .replace(new RegExp(` from (?:${AMOUNT})(?= to )`, 'iu'), '')
    .trim();
  const amount = readMoney(meant);
  const last = [...meant.matchAll(new RegExp(AMOUNT, 'giu'))].at(-1)?.[0];
  const bare = amount || last === undefined ? undefined : readBareAmount(`was ${last}`);
  if (amount === undefined && bare === undefined) return undefined;
  const wrong =
    amountsIn(words.slice(meant.length)).at(0)?.value ??
    amountsIn(/ from (.+?) to /i.exec(words)?.[1] ?? '').at(0)?.value;
  return {
    ...(wrong !== undefined && { before: wrong }),
    what: meant
      .replace(/[\d.,€$£]+/g, ' ')
      .slice(0, 60)
      .trim(),
    ...(amount ? { amount } : { bare }),
  } as const;
};
