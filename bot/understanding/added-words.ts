/** Something that words would have beside what there is. */
export interface Addition {
  readonly what: string;
  /** Only wondered about: `how about the Thai place too`. */
  readonly wondered: boolean;
  /** It is said that it comes beside something: `too`, `as well`. */
  readonly beside: boolean;
}

const LEAD = String.raw`^(?:(?:please|pls|oh|and|also|ok|or|hmm|maybe|can (?:we|you|i)|could (?:we|you|i)|let['’]?s|we could|y|o|tambi[eé]n|por favor|podemos|puedes)[\s,]+)*`;
const AS_WELL = String.raw`(?:[\s,]+(?:as well|too|also|in|to it|to that|to the list|on there|please|pls|tambi[eé]n|adem[aá]s|a la lista|por favor))*[\s.!?]*$`;
const ADDS = new RegExp(
  String.raw`${LEAD}(?:add|include|throw in|put (?:in|up|down)|agrega(?:r|mos)?|a[ñn]ad(?:e|ir|amos)|suma(?:r|mos)?|incluy(?:e|amos)|mete)\s+(.{1,80}?)${AS_WELL}`,
  'i',
);
const WONDERS = new RegExp(
  String.raw`${LEAD}(?:(?:how|what) about|what if we add(?:ed)?|qu[eé] (?:tal|les parece)|y si agregamos)\s+(.{1,80}?)${AS_WELL}`,
  'i',
);
/** `también el Thai`, `also the Thai place`: nothing but that it is wanted, too. */
const ALSO = new RegExp(String.raw`^(?:and |y )?(?:also|tambi[eé]n)\s+(.{1,80}?)${AS_WELL}`, 'i');
/** What is added to something else than a poll. */
const OTHERWISE =
  /(?<!\p{L})(?:i|we|you|he|she|they|is|are|was|need|needs|want|wants|can|could|have|has|go|going|me|us|him|her|them|it|that|this|reminders?|expenses?|bookings?|reservations?|flights?|notes?|photos?|pictures?|pers(?:on|ona)s?|people|adultos?|adults?|kids?|child(?:ren)?|bab(?:y|ies)|bebés?|famil(?:y|ies|ias?)|mom|mum|dad|grandm\p{L}+|grandp\p{L}+|wife|husband|son|daughter|options?|opci[oó]n(?:es)?|polls?|encuestas?|days?|nights?|noches?|budget|presupuesto|deadline|aged?|years?|años|recordatorios?|gastos?|reservas?|vuelos?|fotos?|niñ[oa]s?|hij[oa]s?|espos[oa])(?!\p{L})|\p{Sc}|\d\s?(?:eur|usd|gbp)\b/iu;
const BESIDE = /(?<!\p{L})(?:too|as well|also|tambi[eé]n|adem[aá]s)(?!\p{L})/iu;
const MOST_WORDS = 7;
const ARTICLE = /^(?:the|an?|el|la|los|las|una?)\s+/i;

/** Reads words that want one thing more among what is to be chosen: `add Burger Bar as well`. */
export const readAddition = (text: string): Addition | undefined => {
  const said = text.trim();
  const added = ADDS.exec(said)?.[1];
  const found = added ?? WONDERS.exec(said)?.[1] ?? ALSO.exec(said)?.[1];
  const what = found?.trim().replace(ARTICLE, '');
  if (!what || OTHERWISE.test(what) || what.split(/\s+/).length > MOST_WORDS) return undefined;
  return { what, wondered: added === undefined, beside: BESIDE.test(said) };
};
