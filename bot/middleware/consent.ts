import { optIn, optOut, readAddress } from '../../trips/people/addresses.ts';
import type { Address } from '../../trips/people/person.ts';
import { isUnnamed } from '../../trips/people/rename-person.ts';
import type { Middleware } from '../turn.ts';

/** Whole messages by which a phone opts out or in (https://www.twilio.com/docs/messaging/guides/opt-out-keywords). */
const STOP_WORDS = new Set(['stop', 'stopall', 'unsubscribe', 'cancel', 'end', 'quit', 'revoke', 'optout']);
/** The same in Spanish; no carrier knows them, so they are confirmed here. */
const SPANISH_STOP_WORDS = new Set(['alto', 'parar', 'baja']);
const START_WORDS = new Set(['start', 'unstop', 'empezar', 'iniciar', 'comenzar']);

/** "stop please", "please stop texting me", "stop sending me messages", "no more texts": said in words. */
const WANTS_OUT =
  /^(please |pls |can you |could you )*(stop|unsubscribe|opt(ing)? me out|remove me|no more)( (please|pls|now|it|this|that|me|all|texting|messaging|sending|writing|texts|messages|sms|from|to|these|the|your|list|thanks|thank you))*$/;

/** The same in Spanish: "para de escribirme por favor", "no me mandes más mensajes", "ya no quiero mensajes", "dame de baja". */
const QUIERE_SALIR =
  /^(?:por favor |ya |puedes )*(?:(?:deja|para|dejar|parar) de (?:escribirme|mandarme|enviarme|mandar|enviar|molestar)|no (?:me |quiero |mas |escribas |escriban |mandes |manden |envies |envien |recibir )+|(?:dame|denme|quiero darme|darme) de baja|(?:quitame|sacame|borrame) de (?:la|esta) lista)(?: ?(?:mas|por favor|mensajes|textos|sms|gracias|nada))*$/;

/** "No quiero" alone declines what was asked. */
const ABOUT_WRITING = /mensaje|texto|sms|escrib|baja|lista|molest/;

const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z ]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80);

/** Whether the words ask that no more be sent. */
export const asksToStop = (text: string): boolean => saysStop(plain(text));

const saysStop = (words: string): boolean =>
  STOP_WORDS.has(words) ||
  WANTS_OUT.test(words) ||
  SPANISH_STOP_WORDS.has(words) ||
  (ABOUT_WRITING.test(words) && QUIERE_SALIR.test(words));

/**
 * By SMS nothing is sent against a person's will: an opt-out is kept, everything from an opted-out number stays unanswered
 * until START, and a known person's messages count as consent. A carrier confirms the words it knows; any other opt-out is
 * confirmed here, once. Texts and WhatsApp of one phone are agreed to each by itself.
 */
export const consent = (): Middleware => async (turn, next) => {
  const {
    incoming,
    house,
    words: { talk, language },
  } = turn;
  if (incoming.door !== 'sms') return next();
  const address: Address = { door: 'sms', value: incoming.conversation };
  const sender = incoming.sender.address.value;
  const entry = address.value === sender ? turn.entry : await readAddress(house.records, address);
  const word = plain(incoming.text);
  if (saysStop(word)) {
    await optOut(house.records, house.clock, address);
    const confirmed = !incoming.confirmsStop && STOP_WORDS.has(word);
    if (!confirmed && entry?.optedOutAt === undefined)
      turn.replies.push({ text: talk.stopped, ...(language === 'en' ? {} : { language }) });
    return;
  }
  if (START_WORDS.has(word) || ((word === 'yes' || word === 'si') && entry?.optedOutAt !== undefined)) {
    await optIn(house.records, house.clock, address, incoming.text);
    turn.replies.push({
      text: turn.person ? talk.welcomeBack(isUnnamed(turn.person) ? undefined : turn.person.name) : talk.hereAgain,
      ...(language === 'en' ? {} : { language }),
    });
    return;
  }
  if (entry?.optedOutAt !== undefined) return;
  await next();
  if (turn.person && entry?.optedIn === undefined) await optIn(house.records, house.clock, address, incoming.text);
};
