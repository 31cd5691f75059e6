import { plainText } from './plain-text.ts';

/** Words that may stand small inside a name. */
const JOINING =
  'of|de|do|da|dos|das|du|des|di|del|della|la|le|les|el|los|las|il|lo|the|and|&|e|y|et|und|in|on|at|al|a|by|van|von|der|den|zum|zur|for|to|no|na|em|sur|am';
const WORD = String.raw`(?:[\p{Lu}\d][\p{L}\d'.&-]*|&)`;
const NAME = String.raw`${WORD}(?:\s+(?:(?:${JOINING})\s+){0,3}${WORD}){0,6}`;
const SUBJECT = new RegExp(
  String.raw`^(?:The\s+|A\s+)?(${NAME})\s+(?:is|are|opens?|costs?|has|have|offers?|serves?|charges?|closes|runs|takes|lies|stands|welcomes|keeps|does|caters|can|lets|gives)\b`,
  'u',
);
const ADVICE = new RegExp(
  String.raw`^(?:Visit|See|Try|Eat at|Dinner at|Lunch at|Dine at|Don't miss|Do not miss|Go to|Head to|Take the kids to|Explore|Stop at|Stay at|Book)\s+(?:the\s+)?(${NAME})`,
  'u',
);
const COMMA = new RegExp(String.raw`^(?:The\s+)?(${NAME}),\s+(\S.*)$`, 'u');

/** What is written before a fact about something, and is not the something. */
const ATTRIBUTE =
  /^(?:(?:opening|visiting) )?(?:hours?|times?)$|^(?:open|opening|closed|closing|price|prices|pricing|cost|costs|tickets?|fees?|entry|entrance|admission|adults?|child|children|kids?|address|location|where|when|phone|tel|telephone|website|web|email|e-mail|duration|length|time needed|access|accessibility|step-free|diets?|dietary|allergens?|notes?|tips?|good for|best for|kitchen|menu|mains|cuisine|lunch hours|dinner hours|indoors?|outdoors?|bookings?|reservations?|last entry|how long|date|time|guests?|total|family ticket|included|includes|meeting point|type|kind|rates?|ages?|wheelchair|stroller|vegetarian|vegan|halal|gluten[- ]free|nut[- ]free)$/i;
/** Things every paper speaks of that nobody visits. */
const NOT_PLACE =
  /^(?:please|note|nb|tips?|wi-?fi|internet|parking|garage|breakfast|luggage|cots?|cribs?|deposit|pets?|smoking|cancellation.*|check-?(?:in|out).*|arrival|departure|guests?|guest name|rooms?|nights?|total.*|balance.*|amount.*|payment.*|paid|price.*|tax(?:es)?|city tax|tourist tax|confirmation.*|booking.*|reservation.*|reference.*|address|phone|contact|email|host|currency|weather|language|emergency|police|pharmacy|doctor|hospital|metro|subway|bus(?:es)?|taxis?|trains?|airport|flights?|tram card|transport.*|getting .*|day \d+|page \d+|allerg.*|diet.*|budget.*|families|family|children|kids|adults|everyone|important|summary|contents|introduction|welcome|about|faq|rules|house rules|packing.*|wear|bring|water|safety|sunscreen|password|network|key|keys|code|pool|gym|towels?|linen|laundry|terms.*|dates?|times?|from|to|subject|dear|hello|hi|thanks|regards|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|today|tomorrow|mornings?|afternoons?|evenings?|weekdays|weekends|daily|good to know|.* to know|know before .*|useful .*|practical .*|important .*|general (?:info.*|notes?)|more (?:info.*|ideas)|other (?:info.*|notes?)|before you .*|public transport.*|local (?:tips|customs|transport).*|health.*|money.*|name|place|restaurant|sight|hotel|activity|what|dinner|lunch|meals?|vegetarians?|most .*|many .*|some .*|all .*|both .*|our .*|we|it|they|you|he|she|i|this|that|these|those|there|here|if|when|while|because|however|also|then|next|after|before|how|why|who|which|no|yes|free|remember|late|early|quiet)$/i;
const LABEL =
  /^(?:lunch|dinner|restaurant|cafe|café|museum|sight|attraction|activity|hotel|accommodation|property|apartment|tour|place|name|venue|excursion|option \d+|stay)$/i;
const STARTS_WRONG =
  /^(?:our|we|you|your|please|if|when|for|in|at|on|how|what|who|why|all|no|not|this|that|there|these|those|any|each|every|some|most|do|don't|remember|bring|wear|ask|it|its|they|their|he|she|his|her|my|i|i'm|i'd|from|to|by|with|as|because|so|but|or|and)\b/i;

/** Whether a text can be what a thing is called. */
export const isName = (text: string): boolean => {
  const words = text.split(/\s+/);
  return (
    text.length >= 2 &&
    text.length <= 60 &&
    words.length <= 8 &&
    /^[\p{Lu}\d]/u.test(text) &&
    /\p{L}{2}/u.test(text) &&
    !ATTRIBUTE.test(text) &&
    !NOT_PLACE.test(text) &&
    !STARTS_WRONG.test(text) &&
    !/[|@#<>{}\n]|https?:|\d:\d|[€$£]|\bEUR\b/.test(text)
  );
};

const tidy = (name: string): string =>
  name
    .replace(/^["'*\s]+|["'*\s:,;.-]+$/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** A line that begins to speak of something: its name, the rest, and the label it stood behind (`Lunch: …`). */
export interface NamedLine {
  readonly name: string;
  readonly rest: string;
  readonly label?: string;
  /** How sure the line is about its name: a list's colon is, a comma is not. */
  readonly form: 'colon' | 'dash' | 'bracket' | 'comma' | 'sentence' | 'row';
}

/** Whether a text is the name of a fact (`Opening hours`) and not of a thing. */
export const isAttribute = (key: string): boolean => ATTRIBUTE.test(key) || NOT_PLACE.test(key);

/** What a line is about, when it says so at its beginning. */
export const namedLine = (raw: string): NamedLine | undefined => {
  const line = plainText(raw).trim();
  const row = line.indexOf(' | ');
  if (row > 0) {
    const name = tidy(line.slice(0, row));
    if (LABEL.test(name)) return namedLine(`${name}: ${line.slice(row + 3)}`);
    return isName(name) ? { name, rest: line.slice(row + 3), form: 'row' } : undefined;
  }
  const colon = /^([^:|]{2,60}?):\s+(\S.*)$/.exec(line);
  if (colon) {
    const key = tidy(colon[1] ?? '');
    const rest = colon[2] ?? '';
    if (LABEL.test(key)) {
      const inner =
        namedLine(rest) ?? (isName(tidy(rest)) ? { name: tidy(rest), rest: '', form: 'colon' as const } : undefined);
      return inner && { ...inner, label: key };
    }
    const bracketed = /^([^()]{2,60}?)\s*\((.*)\)$/.exec(key);
    const name = tidy(bracketed?.[1] ?? key);
    if (isName(name)) return { name, rest: bracketed ? `${bracketed[2]}. ${rest}` : rest, form: 'colon' };
    if (isAttribute(key)) return undefined;
  }
  const dash = /^([^|]{2,60}?)\s-\s+(\S.*)$/.exec(line);
  const bracket = /^([^()|:]{2,60}?)\s*(\(.*)$/.exec(line);
  if (dash && isName(tidy(dash[1] ?? '')) && !(bracket && (bracket[1] ?? '').length < (dash[1] ?? '').length))
    return { name: tidy(dash[1] ?? ''), rest: dash[2] ?? '', form: 'dash' };
  const subject = SUBJECT.exec(line) ?? ADVICE.exec(line);
  if (subject && isName(tidy(subject[1] ?? ''))) return { name: tidy(subject[1] ?? ''), rest: line, form: 'sentence' };
  if (bracket && isName(tidy(bracket[1] ?? '')))
    return { name: tidy(bracket[1] ?? ''), rest: bracket[2] ?? '', form: 'bracket' };
  const comma = COMMA.exec(line);
  // A comma alone proves little: some fact must follow it.
  if (comma && isName(tidy(comma[1] ?? '')) && /\d|\b(?:open|closed|free)\b/i.test(comma[2] ?? ''))
    return { name: tidy(comma[1] ?? ''), rest: comma[2] ?? '', form: 'comma' };
  return undefined;
};
