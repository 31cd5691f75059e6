import { type Check, innermost } from './check.ts';

const NUMBERED =
  /\b(?<thing>room|seat|gate|platform|cabin|berth|pitch|locker|plate)s? (?:numbers?|no|nr)\b|\bnumbers? (?:of|for) (?:the |our |my )?(?<other>room|seat|gate|platform|cabin|berth|pitch|locker|plate)s?\b/i;

/** It has a number, but not of what is numbered. */
export const ofOtherNumbering: Check = ({ text }, { text: told, passage }) => {
  const { thing, other } = NUMBERED.exec(text)?.groups ?? {};
  const noun = thing ?? other;
  if (noun === undefined) return false;
  const numbered = new RegExp(
    `\\b${noun}s?\\W{0,3}(?:(?:is|are|no|nr|numbers?)\\W{0,3})*\\p{Lu}{0,3}-?\\d|\\b\\d{1,3}[A-K]\\b`,
    'iu',
  );
  return !numbered.test(told) && !numbered.test(innermost(passage.heading));
};

const CODES: Readonly<Record<string, RegExp>> = {
  opens:
    /\b(?:gates?|doors?|entr(?:y|ance)|key ?(?:box|safe)|lock ?box|garage|barrier|building|front|safe|alarm|house)\b/i,
  booked:
    /\b(?:reservation|booking|confirmation|order|ticket|voucher|reference|policy|flight|invoice|discount|promo)\b/i,
  online: /\b(?:wi-?fi|internet|wlan|wireless|router|network)\b/i,
};
const A_CODE = /\b(?:codes?|pin|password|passcode)\b/i;
const codesIn = (text: string): readonly string[] =>
  A_CODE.test(text) ? Object.keys(CODES).filter((use) => CODES[use]?.test(text)) : [];

/** It tells the code for something else: a reservation's where a gate's is asked for. */
export const ofOtherCode: Check = ({ text, kind }, { text: told }) => {
  if (kind !== 'code') return false;
  const asked = codesIn(text);
  const own = codesIn(told);
  return asked.length > 0 && own.length > 0 && !asked.some((use) => own.includes(use));
};

const EMERGENCY = /\b(?:emergenc\w+|ambulance|police|fire|rescue|sos|help|accident)\b/i;
const LONG_NUMBER = /(?:[ ()/.-]{0,2}\d){6,}/;
const SHORT_NUMBER = /(?<![\d.,:])\b\d{3}\b(?!\d|[.,:]\d)/;

/** Its only number is one of the three digits that call help. */
export const ofTheRescue: Check = ({ text, kind }, { text: told }) =>
  kind === 'phone' && !EMERGENCY.test(text) && SHORT_NUMBER.test(told) && !LONG_NUMBER.test(told);
