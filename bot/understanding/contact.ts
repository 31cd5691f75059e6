import type { Address } from '../../trips/people/person.ts';

/** A number with its country code as people write it: `+1 (555) 010-0199`, `0044 20 7946 0000`. */
const PHONE = /(?:\+|\b00)[1-9](?:[ \u00a0().\-/]{0,2}\d){6,14}(?!\d)/;
const EMAIL = /\b[a-z0-9._%+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24}\b/i;
/** A number that lacks its country code. */
const LOCAL_PHONE =
  /(?<![\d.,€$£+-])\d(?:[ ().\-/]{0,2}\d){6,11}(?![\d.,]*\d|\s?(?:eur|usd|gbp|euros?|dollars?|pounds?))/i;
/** The longest text that is looked through. */
const MOST = 500;

export interface Contact {
  readonly address?: Address | undefined;
  /** A number was given without its country code. */
  readonly incomplete: boolean;
  /** The text without it and the words that lead to it. */
  readonly rest: string;
}

const LEAD =
  /[\s,;:]*(?:\b(?:at|on|via|by|to|with|whose)\b\s*)*(?:\b(?:her|his|their|my|the)\b\s*)?(?:\b(?:sms|text|phone|mobile|cell|number|e-?mail|mail|address)\b[\s:]*)*(?:\b(?:is|at|to|on)\b\s*)*$/i;

/** The phone number (E.164) or e-mail address in a text, and what is left without it. */
export const readContact = (text: string): Contact => {
  const words = text.slice(0, MOST);
  const email = EMAIL.exec(words);
  if (email)
    return {
      address: { door: 'email', value: email[0].toLowerCase() },
      incomplete: false,
      rest: without(words, email),
    };
  const phone = PHONE.exec(words);
  if (phone) {
    const value = `+${phone[0].replace(/^00/, '').replace(/\D/g, '')}`;
    const valid = /^\+[1-9]\d{6,14}$/.test(value);
    return {
      ...(valid && { address: { door: 'sms' as const, value } }),
      incomplete: !valid,
      rest: without(words, phone),
    };
  }
  const local = LOCAL_PHONE.exec(words);
  return local ? { incomplete: true, rest: without(words, local) } : { incomplete: false, rest: words };
};

const without = (text: string, found: RegExpExecArray): string =>
  `${text.slice(0, found.index).replace(LEAD, '')}${text.slice(found.index + found[0].length)}`.trim();

/** An address as it may be said where its owner is known already: the end of a number, the start of a mailbox. */
export const hintOf = ({ door, value }: Address): string =>
  door === 'email' ? value.replace(/^(.).*@/, '$1***@') : `the number ending in ${value.slice(-4)}`;
