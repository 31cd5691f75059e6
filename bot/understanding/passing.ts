/**
 * What people say in passing, and which asks for nothing: a laugh or a nod, being on the way or away for a moment, a
 * farewell, not knowing yet, not following.
 */
export type Passing = 'nod' | 'away' | 'farewell' | 'undecided' | 'lost';

const LEAVES =
  /(?<!\p{L})(?:(?:good ?)?night|(?:good)?bye|bye ?bye|see (?:you|ya)|talk (?:later|soon)|take care|buenas noches|adi[oó]s|hasta (?:luego|ma[ñn]ana|pronto)|chao)(?!\p{L})/iu;
const NODS =
  /^(?:(?:a?(?:ha)+h?|(?:ja)+|lo+l|lmf?ao|rofl|he(?:he)+|xd+|ya+y|wo+hoo|aww*|wow|phew|omg|ugh|meh|ok(?:ay)?|hm+|um+|er+|no|yes|yep|yup|yeah|sure|right|nice|great|cool|love it|lovely|amazing|awesome|sweet|brilliant|fun(?:ny)?|good one|genial|qué bien|buen[ií]simo|claro|vale)[,!.]*(?!\p{L})|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200D|\uFE0F|\s)+[.!\s]*$/iu;
const MOST_WORDS_OF_A_FAREWELL = 4;
const AWAY =
  /^(?:(?:ok(?:ay)?|hey|hi|sorry|yes|yep|np|cool|guys|all)\b[\s,!]*)*(?:(?:we|i)(?:['’]?(?:m|re|ll)| am| are| will)? ?(?:be )?)?(?:omw|otw|brb|bbl|ttyl|afk|g2g|gtg|on (?:my|our|the) way|almost there|nearly there|(?:be )?(?:right )?back (?:soon|later|in (?:a|\d+|five|ten)\b.{0,12})|(?:be )?(?:there|here) (?:soon|shortly|now|in (?:about |like )?(?:an?|\d+|five|ten|twenty|thirty|half)\b.{0,20})|(?:one|just a|a|1) (?:sec(?:ond)?|min(?:ute)?|moment)|hold on|hang on|leaving (?:now|in \d+.{0,10})|just (?:left|arrived|landed|parked)|(?:we|i)(?:['’]?re| are|['’]?m| am) here|here now|running (?:a (?:bit|little) )?late|voy|en camino|ya vamos|ya llegamos|ahora vuelvo|ya casi|un (?:segundo|momento))(?:[\s,!.]*(?:sorry|soz|all|everyone|guys|folks|now|xx?|lol|thanks|ok|pls|please|perd[oó]n))*[\s!.]*$/iu;
const UNDECIDED =
  /^(?:(?:um+|hm+|er+|oh|well|sorry|honestly|ok(?:ay)?|pues|uy)\b[\s,.…]*)*(?:idk|dunno|tb[dc]|no (?:idea|clue)|(?:(?:i|we)(?:['’]?(?:m|re)| am| are)? )?(?:still )?not (?:quite |really |100% )?(?:sure|decided|certain)|(?:i |we )?(?:still )?(?:really )?(?:do ?n['’]?t|do not) know|(?:i |we )?have ?n['’]?t (?:decided|thought about it)|no decision|not yet|(?:ask me |maybe |perhaps )?later|(?:let me|i['’]?ll|i have to|need to) (?:check|think|ask)(?: (?:with )?(?:\p{L}+ )?\p{L}+)?|we(?:['’]?ll| will) see|no (?:lo )?s[eé]|ni idea|todav[ií]a no|ya veremos|luego|despu[eé]s)(?: (?:yet|right now|at the moment|for now|todav[ií]a|a[úu]n|i(?:['’]?ll| will) (?:ask|check)))?[\s.!…]*$/iu;
const LOST =
  /^(?:(?:sorry|oh|wait)\b[\s,]*)*(?:huh|wtf|wth|eh|what|say (?:that )?again|come again|pardon|(?:i )?(?:do ?n['’]?t|do not) (?:get|understand) (?:it|that|this)|what do you mean|c[óo]mo|qu[eé]|no (?:te )?entiend[oí])[\s?!.]*$/iu;

/** Whether a message is a farewell, perhaps among other words. */
export const saysFarewell = (text: string): boolean => LEAVES.test(text);

/** What a message says in passing; nothing when it says more. */
export const passingIn = (message: string): Passing | undefined => {
  const text = message.trim();
  if (NODS.test(text)) return 'nod';
  if (AWAY.test(text)) return 'away';
  if (UNDECIDED.test(text)) return 'undecided';
  if (LOST.test(text)) return 'lost';
  return LEAVES.test(text) && text.split(/\s+/).length <= MOST_WORDS_OF_A_FAREWELL && !text.includes('?')
    ? 'farewell'
    : undefined;
};

const DECLINES = /^(?:no|nope|nah|naw|no,? thanks|no,? thank you|better not|rather not|no,? gracias|mejor no)[\s.!]*$/i;

/** Whether whoever was asked something would rather not say. */
export const wouldRatherNot = (text: string): boolean => DECLINES.test(text.trim());
