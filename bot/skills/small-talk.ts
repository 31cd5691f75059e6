import { z } from 'zod';
import type { Words } from '../../cards/words/catalogue.ts';
import { skill } from './skill.ts';

const LEAVES =
  /(?<!\p{L})(?:(?:good ?)?night|(?:good)?bye|bye ?bye|see (?:you|ya)|talk (?:later|soon)|take care|buenas noches|adi[oó]s|hasta (?:luego|ma[ñn]ana|pronto)|chao)(?!\p{L})/iu;
const THANKS =
  /(?<!\p{L})(?:th(?:an)?(?:k|x)s?|ty|ta|cheers|appreciate\w*|gracias|kind|star|legend|best|great job|helpful|🙏|❤️)(?!\p{L})/iu;

const PASSING =
  /^(?:(?:a?(?:ha)+h?|(?:ja)+|lo+l|lmao|rofl|he(?:he)+|ya+y|wo+hoo|aww*|wow|phew|no|yes|yep|yeah|nice|great|cool|love it|lovely|amazing|awesome|sweet|brilliant|fun(?:ny)?|good one|genial|qué bien|buen[ií]simo)[,!.]*(?!\p{L})|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200D|\uFE0F|\s)+[.!\s]*$/iu;
const MOST_WORDS_OF_A_FAREWELL = 4;
/** Somebody is coming, or away for a moment. */
const ON_THE_WAY =
  /^(?:(?:ok(?:ay)?|hey|hi|sorry|yes|yep|np|cool|guys|all)\b[\s,!]*)*(?:(?:we|i)(?:['’]?(?:m|re|ll)| am| are| will)? ?(?:be )?)?(?:omw|otw|brb|bbl|ttyl|afk|g2g|gtg|on (?:my|our|the) way|almost there|nearly there|(?:be )?(?:right )?back (?:soon|later|in (?:a|\d+|five|ten)\b.{0,12})|(?:be )?(?:there|here) (?:soon|shortly|now|in (?:about |like )?(?:an?|\d+|five|ten|twenty|thirty|half)\b.{0,20})|leaving (?:now|in \d+.{0,10})|just (?:left|arrived|landed|parked)|(?:we|i)(?:['’]?re| are|['’]?m| am) here|here now|running (?:a (?:bit|little) )?late|voy|en camino|ya vamos|ya llegamos|ahora vuelvo|ya casi)(?:[\s,!.]*(?:sorry|soz|all|everyone|guys|folks|now|xx?|lol|thanks|ok|perd[oó]n))*[\s!.]*$/iu;

/** What people say in passing, to which a person would nod: a laugh, a good night. Nothing when words say more. */
export const inPassing = (text: string, { talk }: Words): string | undefined => {
  const words = text.trim();
  if (PASSING.test(words)) return talk.allRight;
  if (ON_THE_WAY.test(words)) return talk.onTheWay;
  return LEAVES.test(words) && words.split(/\s+/).length <= MOST_WORDS_OF_A_FAREWELL && !words.includes('?')
    ? talk.bye
    : undefined;
};

/** Answers thanks and other courtesies, so that nobody gets a help page for being polite. */
export const thanksSkill = skill({
  name: 'thanks',
  description: 'Answers thanks',
  who: 'anyone',
  reads: true,
  evenRestricted: true,
  input: z.object({ courtesy: z.enum(['thanks', 'agreed', 'bye']).optional() }),
  commands: [
    'thanks',
    'thank you',
    'thx',
    'ty',
    'ta',
    'cheers',
    'great thanks',
    'ok thanks',
    'ok thank you',
    'gracias',
    'bye',
    'goodbye',
    'ok',
    'okay',
    'great',
    'cool',
    'perfect',
    'nice',
    '👍',
    '🙏',
    '❤️',
    'k',
    'kk',
    'ok then',
    'ok cool',
    'okay then',
    'alright',
    'all right',
    'got it',
    'sounds good',
    'fine',
    'good',
    'no worries',
    'np',
    'no problem',
    '👌',
  ],
  examples: [
    'thank you so much',
    'thanks a lot for your help',
    'that was helpful',
    'many thanks',
    'great job',
    'you are the best',
    'see you later',
    'awesome',
    'thank you very much',
    'thats great thanks',
    'lovely, thanks',
    'super',
    'awesome thank you',
    'ok great',
    "you're a star",
    'brilliant cheers',
    'much appreciated',
    'good to know, thanks',
    "that's all for now",
    'brilliant',
    'haha great',
    'you are very kind',
    'you are a legend, thanks',
    'brilliant, thank you so much',
    'great job, thanks a lot',
  ],
  read: (text) => ({ courtesy: LEAVES.test(text) ? 'bye' : THANKS.test(text) ? 'thanks' : 'agreed' }),
  run: async ({ words: { talk } }, { courtesy = 'thanks' }) => ({
    text: { thanks: talk.thanks, agreed: talk.allRight, bye: talk.bye }[courtesy],
  }),
});

/** Leaves whatever was being asked, and offers the next steps. */
export const backSkill = skill({
  name: 'back',
  description: 'Leaves the current question',
  who: 'anyone',
  reads: true,
  evenRestricted: true,
  input: z.object({}),
  commands: ['back', 'never mind', 'nevermind', 'forget it', 'skip', 'not now'],
  examples: [
    'go back',
    'let us drop that',
    'forget about it',
    'never mind that question',
    'drop it',
    "doesn't matter",
    'no forget that',
    'scrap that question',
    'leave it for now',
    'oh nothing',
    'ignore that',
    'leave it',
    'let it be',
    'no leave it be',
    'forget that question',
  ],
  run: async ({ words: { talk }, tripId }) => ({ text: tripId === undefined ? talk.droppedAlone : talk.dropped }),
});
