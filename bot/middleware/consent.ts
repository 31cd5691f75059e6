import { optIn, optOut, readAddress } from '../../trips/people/addresses.ts';
import type { Address } from '../../trips/people/person.ts';
import type { Middleware } from '../turn.ts';

/** Whole messages by which a phone opts out or in (https://www.twilio.com/docs/messaging/guides/opt-out-keywords). */
const STOP_WORDS = new Set(['stop', 'stopall', 'unsubscribe', 'cancel', 'end', 'quit', 'revoke', 'optout']);
const START_WORDS = new Set(['start', 'unstop']);

/** "stop please", "please stop texting me", "stop sending me messages", "no more texts": said in words. */
const WANTS_OUT =
  /^(please |pls |can you |could you )*(stop|unsubscribe|opt(ing)? me out|remove me|no more)( (please|pls|now|it|this|that|me|all|texting|messaging|sending|writing|texts|messages|sms|from|to|these|the|your|list|thanks|thank you))*$/;

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z ]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80);

/** Whether the words ask that no more be sent. */
export const asksToStop = (text: string): boolean => {
  const words = plain(text);
  return STOP_WORDS.has(words) || WANTS_OUT.test(words);
};

/** Said once where nobody else confirms an opt-out. */
const STOPPED = 'Done: you hear nothing more from me here. Text START if you want me back.';

/**
 * By SMS nothing is sent against a person's will: an opt-out is kept, everything from an opted-out number stays unanswered
 * until START, and a known person's messages count as consent. A carrier confirms the words it knows; any other opt-out is
 * confirmed here, once. Texts and WhatsApp of one phone are agreed to each by itself.
 */
export const consent = (): Middleware => async (turn, next) => {
  const { incoming, house } = turn;
  if (incoming.door !== 'sms') return next();
  const address: Address = { door: 'sms', value: incoming.conversation };
  const sender = incoming.sender.address.value;
  const entry = address.value === sender ? turn.entry : await readAddress(house.records, address);
  if (asksToStop(incoming.text)) {
    await optOut(house.records, house.clock, address);
    const confirmed = !incoming.confirmsStop && STOP_WORDS.has(plain(incoming.text));
    if (!confirmed && entry?.optedOutAt === undefined) turn.replies.push({ text: STOPPED });
    return;
  }
  const word = plain(incoming.text);
  if (START_WORDS.has(word) || (word === 'yes' && entry?.optedOutAt !== undefined)) {
    await optIn(house.records, house.clock, address, incoming.text);
    turn.replies.push({
      text: turn.person
        ? `Welcome back, ${turn.person.name}. Text HELP to see what I can do.`
        : 'Pathfinder here again: I help families plan trips together by text. Reply DEMO, JOIN and your code, or NEW TRIP. STOP to stop.',
    });
    return;
  }
  if (entry?.optedOutAt !== undefined) return;
  await next();
  if (turn.person && entry?.optedIn === undefined) await optIn(house.records, house.clock, address, incoming.text);
};
