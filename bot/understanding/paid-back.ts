import { amountsIn, inDigits } from './amounts.ts';

/** Money that goes from one family to another, as they are called; `us` is the speaker's family. */
export interface PaidBack {
  readonly from: string;
  /** Empty where it is not said whom. */
  readonly to: string;
  /** In whole units of the currency; absent where no amount is said. */
  readonly value?: number;
  readonly currency?: string;
  /** Says that it is a debt; else it is one only where a family is named. */
  readonly surely: boolean;
}

/** How the speaker's own family is called in {@link PaidBack}. */
export const OURS = 'us';

const OPENING =
  /^(?:(?:hi|hey|hello|ok(?:ay)?|so|also|and|btw|fyi|oh|please|pls|yes|done|(?:can|could) you|note(?: down)?(?: that)?|write down(?: that)?)\b[\s,:]*)+/i;
const WE = '(?:we|i|us|me|our family)';
const NAME =
  "(?:the |from )?(?<NAME>(?!(?:we|i|us|me|it|that|this|the|for|back|off|our|my|a|an|half|all|some)\\b)[\\p{L}][\\p{L}'’-]{1,40})(?: family)?";
const family = (group: string): string => NAME.replace('NAME', group);
const GAVE = '(?:paid|pay|gave|give|sent|transferred|wired|returned|reimbursed|refunded|venmoed|owed and paid|handed)';
const HELPS = "(?:['’]ve| have| has| had)?(?: just| already| now| also)*";
const SUM = '#';
const THEIR = '(?:(?:back|their|the|our|of)\\s+)*';

const FORMS: readonly (readonly [RegExp, boolean])[] = [
  // "we got 50 back from the Lopes"
  [new RegExp(`^(?:${WE}${HELPS} )?(?:got|received|had) ${THEIR}${SUM}(?: back)? from ${family('from')}`, 'iu'), true],
  [new RegExp(`^(?:${WE}${HELPS} )?(?:got|received|had) ${THEIR}money back from ${family('from')}`, 'iu'), true],
  // "the Lopes gave us 50"
  [new RegExp(`^${family('from')}${HELPS} ${GAVE} (?:back )?(?:us|me) ${THEIR}${SUM}`, 'iu'), false],
  [new RegExp(`^${family('from')}${HELPS} ${GAVE} (?:back )?${THEIR}${SUM}(?: back)? to (?:us|me)\\b`, 'iu'), false],
  // "we paid back the Lopes 50", "gave the Lopes their 50 back"
  [new RegExp(`^(?:${WE}${HELPS} )?${GAVE} (?:back )?${family('to')} ${THEIR}${SUM}`, 'iu'), false],
  [new RegExp(`^(?:${WE}${HELPS} )?${GAVE} (?:back )?${THEIR}${SUM}(?: back)? to ${family('to')}`, 'iu'), false],
  // "the Lopes paid the Okoyes 50"
  [new RegExp(`^${family('from')}${HELPS} ${GAVE} (?:back )?${family('to')} ${THEIR}${SUM}`, 'iu'), false],
  [new RegExp(`^${family('from')}${HELPS} ${GAVE} (?:back )?${THEIR}${SUM}(?: back)? to ${family('to')}`, 'iu'), false],
  // "settled our debt of 50 with the Lopes"
  [new RegExp(`^(?:${WE}${HELPS} )?(?:settled|squared|evened|cleared)\\b.*\\bwith ${family('to')}`, 'iu'), true],
];
/** Says that what was paid was owed. */
const OWED =
  /\b(?:paid|gave|give|sent|pay|returned)\b.*\bback\b|\bback the\b|\bour debt\b|\bso (?:that )?we(?:['’]re| are) even\b|\b(?:i|we) owed?\b/i;
/** `they` are nobody in particular. */
const NOBODY = /^(?:them|they|him|her|he|she|everyone|everybody)$/i;

const who = (said: string | undefined): string => (said === undefined || NOBODY.test(said) ? '' : said);

/** What a message tells of money paid from family to family; nothing when it tells of none. */
export const readPaidBack = (text: string): PaidBack | undefined => {
  const said = inDigits(text).trim().replace(/\s+/g, ' ').replace(OPENING, '');
  const [sum] = amountsIn(said);
  const words = sum ? `${said.slice(0, sum.from)}${SUM}${said.slice(sum.to)}` : said;
  const amount = sum && { value: sum.value, ...(sum.currency && { currency: sum.currency }) };
  const owed = OWED.test(said);
  for (const [form, surely] of FORMS) {
    const groups = form.exec(words)?.groups;
    if (!groups || (!sum && !owed)) continue;
    const [from, to] = [groups.from, groups.to];
    return {
      ...{ from: from === undefined ? OURS : who(from), to: to === undefined && from !== undefined ? OURS : who(to) },
      ...{ ...amount, surely: surely || owed },
    };
  }
  return owed && sum ? { ...{ from: OURS, to: '' }, ...{ ...amount, surely: true } } : undefined;
};

/** What one family owes another for something that is not written down yet. */
export interface Owed {
  readonly debtor: string;
  readonly creditor: string;
  readonly what?: string;
}
const OWES = new RegExp(
  `^(?:${family('from')}|(?<we>${WE}))(?: still| also)? owes? (?:${family('to')}|(?<us>us|me)) ${THEIR}${SUM}(?: (?:for|from) (?:the |some )?(?<what>[^,;!?]{2,60}?))?[.!]*$`,
  'iu',
);

/** Reads `we owe Obi 12 for beers`; nothing of a question, or where no sum is said. */
export const readOwed = (text: string): Owed | undefined => {
  const said = inDigits(text).trim().replace(/\s+/g, ' ').replace(OPENING, '');
  const [sum] = amountsIn(said);
  if (!sum || said.endsWith('?')) return undefined;
  const groups = OWES.exec(`${said.slice(0, sum.from)}${SUM}${said.slice(sum.to)}`)?.groups;
  if (!groups) return undefined;
  const { from, to, what } = groups;
  return { debtor: from ?? OURS, creditor: to ?? OURS, ...(what !== undefined && { what }) };
};
