import { isStopWord, termsOf } from '../../words/terms.ts';
import { kindAsked } from './answer-kind.ts';
import { askedTerms, PLACE_STEMS } from './asked-terms.ts';

/** What one sentence of a turn does. */
export type Act =
  /** Asks how something is, whether it has something, what applies there. */
  | 'asks'
  /** Asks for an entry of a record: an address, a number, a category. A document is asked for it when it holds one. */
  | 'asks-entry'
  /** Has something found, chosen, booked or changed, tells when, where and for how many, greets, thanks, agrees. */
  | 'else';

const OPENING =
  /^(?:(?:hi|hello|hey|thanks?|thank you|great|perfect|excellent|awesome|wonderful|fantastic|nice|cool|ok|okay|alright|sure|yes|yeah|yep|no|nope|please|sorry|oh|wow|hm+|well|actually|so|but|and|also|first|then|wait|though|before that|that sounds (?:good|great|perfect)|sounds (?:good|great|perfect))\b[\s,.!:;-]*)+/;
const ASKS_FIRST =
  /^(?:what|when|where|who|whom|whose|which|how|why|is|are|was|were|am|do|does|did|can|could|may|might|will|would|shall|should|must|has|have|had|isn't|aren't|don't|doesn't|any)\b/;
/** "The hotel pool, is it heated": the question comes after what it is about. */
const ASKS_INSIDE =
  /(?:[,;:-]| and| but| so)\s+(?:is|are|does|do|did|can|may|will|has|what|when|where|how|who|which)\s+(?:(?:it|they|there|we|do|does|can|the|a|our|much|many|long|far|time|i|you)\b)/;
/** A statement that asks: what it wants is to know. */
const WANTS_TO_KNOW =
  /\b(?:(?:need|want|like|love|hoping|wanted|trying) to (?:know|make sure|be sure|check(?! ?-?(?:in|out)\b)|ask|see if|find out)|wonder(?:ing)? (?:if|whether|what|how|about)|curious (?:if|whether|about|what|how)|tell me (?:if|whether|about|how|more|what)|let me know (?:if|whether|what|how)|know (?:if|whether) )/;
/** Has something done, rather than told. */
const DOING =
  /\b(?:can|could|would|will|may|might|please|shall|should)\s+(?:(?:you|we|i|u|also|please|just|maybe|possibly|find|then|go ahead and)\s+)*(?:re-?book|book|reserve|schedule|arrange|order|cancel|change|switch|move|make|get me|find|search|look|recommend|suggest|pick|choose|select|try|help|locate|send|add|put|plan)\b|\b(?:book|reserve) (?:it|one|that|me|a|the|this|us|for)\b|\bany (?:suggestions?|recommendations?|preferences?|ideas)\b|\bhelp me\b|\blook (?:it|that|them) up\b/;
/** Looks for other things of the kind, or chooses between them. */
const SEEKING = new RegExp(
  [
    /^(?:how|what) about (?!(?:the|their|its|your|this|that)\b)/,
    /^(?:do|would) you (?:have|recommend|know of)\b.*\b(?:any|such|another|other|ones?|something|anything|places?|options?|hotels?|guest ?houses?|restaurants?|attractions?|museums?|trains?)\b/,
    /^(?:is|are) there (?:\w+ ){0,3}?(?:others?|more|else|ones?|options?|hotels?|guest ?houses?|restaurants?|places?|attractions?|museums?|trains?|tables?|rooms? (?:available|free|left))\b/,
    /^(?:is|are) there any(?:thing|where)?\s*\??$/,
    /^(?:any|nothing|something|anything|maybe|perhaps|with|for)\b/,
    /^why don't (?:we|you)\b|^(?:can|could|may) (?:i|we) (?:get|have|make) (?:a|the|my) (?:booking|reservation|table|room)\b/,
    /^(?:i|we) (?:need|want|would like|'d like|have|am|are) .*\b(?:reservation|booking|for \d+|\d+ (?:people|nights|persons))\b/,
  ]
    .map(({ source }) => source)
    .join('|'),
);
/** Words for what a record holds of a thing: entries that are asked for by their name. As stems. */
const ENTRIES = new Set(
  [
    ...[
      'postcode',
      'postal code',
      'zip code',
      'address',
      'phone',
      'phone number',
      'telephone number',
      'number',
      'contact',
    ],
    ...['reference', 'ref', 'confirmation', 'price range', 'area', 'part of town', 'star', 'rating', 'type', 'kind'],
    ...['entrance', 'admission', 'fee', 'cost', 'cheap', 'cheapest', 'expensive', 'reasonable', 'moderate', 'priced'],
    ...[
      'better',
      'departure',
      'arrival',
      'duration',
      'travel time',
      'located',
      'information',
      'detail',
      'style',
      'name',
    ],
    ...[
      'free',
      'parking',
      'wifi',
      'internet',
      'preference',
      'moment',
      'hang',
      'wait',
      'book',
      'booking',
      'reservation',
    ],
  ].flatMap((words) => termsOf(words).map(({ stem }) => stem)),
);

/** What a sentence does. Expects one sentence, at most some hundred characters; `naming` are the stems of what it speaks of. */
export const actOf = (sentence: string, naming: ReadonlySet<string>): Act => {
  const low = sentence
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/\bas well\b/g, '')
    .trim()
    .replace(OPENING, '');
  if (low === '') return 'else';
  const asks = sentence.includes('?') || ASKS_FIRST.test(low) || ASKS_INSIDE.test(low) || WANTS_TO_KNOW.test(low);
  if (DOING.test(low) || SEEKING.test(low)) return 'else';
  // "The address please": a thing that is named, and nothing said of it.
  if (!asks) return kindAsked(low) === 'open' ? 'else' : 'asks-entry';
  const telling = askedTerms(low, 'open').filter(
    ({ stem }) => !naming.has(stem) && !PLACE_STEMS.has(stem) && !isStopWord(stem),
  );
  return telling.some(({ stem }) => !ENTRIES.has(stem)) ? 'asks' : 'asks-entry';
};
