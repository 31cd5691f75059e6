import { readBareLimit, readMoney } from './money.ts';

const EACH = /\b(?:each|apiece|(?:a|per) (?:head|person|adult)|pp|p\.p|p\/p)\b/i;
/** What is said around a limit, and names nothing that could cost it. */
const AROUND = new Set(
  "so ok and well we i our my us can could do spend afford pay budget limit is are would say go to for it it's its that's thats a the of no not more than up at most max maximum tops about around roughly under below each apiece per head person adult pp p please pls cap ceiling k eur euro euros usd dollar dollars bucks gbp pound pounds quid chf grand thousand".split(
    ' ',
  ),
);

/** So much for each of us, and nothing else (`800 dollars each`, `max 450 pp`): it can only be what they would spend. */
export const saysLimitOfEach = (text: string): boolean =>
  EACH.test(text) &&
  (readMoney(text) !== undefined || readBareLimit(text) !== undefined) &&
  (text.toLowerCase().match(/[\p{L}'’]+/gu) ?? []).every((word) => AROUND.has(word.replace('’', "'")));
