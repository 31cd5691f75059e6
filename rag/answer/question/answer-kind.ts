/** What kind of thing a question asks for: a sentence that holds none cannot be its answer. */
export type AnswerKind =
  | 'money'
  | 'clock'
  | 'time'
  | 'duration'
  | 'rate'
  | 'colour'
  | 'number'
  | 'phone'
  | 'email'
  | 'web'
  | 'code'
  | 'address'
  | 'place'
  | 'person'
  | 'case'
  | 'which'
  | 'way'
  | 'yes-no'
  | 'depth'
  | 'heat'
  | 'height'
  | 'weight'
  | 'speed'
  | 'age'
  | 'reason'
  | 'name'
  | 'open';

const ASKED: readonly (readonly [AnswerKind, RegExp])[] = [
  [
    'which',
    /\b(?:which|what) (?:gate|platform|terminal|pier|quay|desk|seats?|berths?|coach|carriage|floor|bus|line|tram|metro|door|track|counter|(?:\w+ )?numbers?(?= do| are| have)(?!.*\b(?:call|ring|dial|phone|text|reach)\b))\b/,
  ],
  [
    'case',
    /^(?:so |and |but )?what (?:if|happens|do we do (?:if|when))\b|^(?:so |and |but )?(?:if|when)\b.*\bwhat (?:do|should|must|can|shall|are) (?:we|i|you|one)\b/,
  ],
  // A phone that may be taken along or shown is not rung.
  ['yes-no', /^(?:so |and |but )?(?:can|could|may|should|must)\b(?!.*\b(?:call|ring|reach|number)\b).*\bphones?\b/],
  [
    'phone',
    /'s (?:phone |mobile )?number\b|\bnumber (?:to (?:call|ring|text|reach)|if|when|in case)\b|\bnumber (?:for|of) (?:the |our |a )?(?:\w+ ){0,3}(?:line|hotline|taxi|host|owner|doctor|hospital|office|reception|service|driver|guide|babysitter|restaurant|caretaker)\b|\b(?:line|hotline|taxi|host|owner|doctor|reception|driver|guide|babysitter|restaurant|caretaker|emergency)\b(?:'s|s)? number\b|\bhow (?:do|can|could|would) (?:i|we|you) (?:reach|contact|call|get hold of)\b(?! (?:the )?(?:house|hotel|beach|station|airport|castle|villa|town))|\b(?:phone|telephone|mobile)\b|\b(?:call|ring|reach)\b(?=.*\b(?:who|whom|number)\b)|\b(?:who|whom|number)\b.{0,40}\b(?:call|ring|reach|phone)\b/,
  ],
  [
    'way',
    /\bhow (?:do|can|should|would|could) (?:we|i|you|one|they) (?:get (?:to|from|there|here|back|home|around)|reach|come|go)\b|\bdirections (?:to|from)\b/,
  ],
  [
    'phone',
    /\b(?:tel|telephone|phone|hotline|helpline|help line)$|^(?!.*\b(?:how|what time|when|where|why)\b)(?!.*\b(?:booking|reservation|confirmation|reference|policy|flight|ticket|order|train|room|seat|gate|door|lease|contract|invoice|voucher|licen[cs]e|passport|member|cabin|account|case|claim|registration|plate)\b).*\bnumbers?(?: (?:for|in|at) (?:the )?[\p{L}'’-]+| [\p{L}'’-]+)?$/u,
  ],
  ['email', /\be-?mail\b/],
  ['web', /\b(?:website|web ?site|web ?page|url|homepage)\b/],
  [
    'money',
    /\bhow (?:much|expensive|cheap)\b(?! (?:time|luggage|baggage|weight|(?:(?:fresh|drinking) )?(?:water|petrol|gas|fuel|diesel|wood))\b)|\bwhat(?:'?s| is| was)(?: the| our)? (?:\w+ ){0,2}(?:tax|fee|price|cost|deposit|fare|toll|excess|rate|rent|admission|surcharge)\b|\b(?:price|cost|fare|fee)s?\b(?=[^?]{0,40}$)|\b(?:is|are) .{0,30}\b(?:expensive|cheap|dear|pricey)\b|\bwhat\b.{0,40}\b(?:costs?|prices?|fees?|fares?|charges?|rates?|pay|owe)\b|\b(?:price|cost|fee|fare|rent|rental|deposit|fine|penalty|excess|surcharge) (?:of|for|per|with|to|if|when)\b|^(?:the )?(?:deposit|price|cost|fee|fare|rent|rental|fine|penalty|surcharge)s?\b|\b(?:is|are) .{3,40}\bfor (?:free|nothing)\b|\bwhat(?:'s| is| are)\b.{0,40}\b(?:per|a) (?:night|day|week|person|head|hour|piece)\b|\bhow (?:big|high) is the (?:deposit|fee|fine|tax|excess)\b/,
  ],
  [
    'code',
    /\b(?:confirmation|booking|reservation|reference|policy|flight|ticket|order|train|room|seat|gate|door|pin|lease|contract|invoice|voucher|licen[cs]e|member|cabin|account|claim|registration|entry|entrance|safe|lockbox|key ?box|alarm)\s+(?:numbers?|codes?|no|nr|reference|ref|id)\b|\b(?:number|reference|code) (?:of|for)\b.{0,30}\b(?:booking|reservation|policy|flight|order)\b|\b(?:passwords?|passcode|pw|pwd|pin|log-?in)\b|\b(?:wi-?fi|internet|wlan) (?:code|key|word)\b|(?<!\b(?:dress|zip|post|postal|country|area|dialling|dialing|highway|conduct) )\bcodes? (?:for|of|to)\b|\b(?:number|nr|no|ref|reference|code)\b.{0,12}\b(?:booking|reservation|policy|lease|contract|invoice|order)\b|\b(?:booking|reservation) ref$/,
  ],
  ['rate', /\bhow (?:often|frequent(?:ly)?)\b|\bhow many times\b|\b(?:what|which) (?:frequency|intervals?)\b/],
  ['colour', /\b(?:what|which)(?: is)?(?: the)? colou?rs?\b/],
  ['duration', /\bhow long\b|\bhow many (?:minutes|hours|days|nights|weeks)\b/],
  // What is due is due on a day.
  ['time', /\bwhen\b.*\b(?:due(?! back)|deposit|balance|instal?ments?|refund|money)\b/],
  [
    'clock',
    /\b(?:what|which) time\b|^(?:the )?(?:latest|earliest|soonest|last)\b(?=.*\b(?:go|enter|get|arrive|come|check|train|bus|ferry|boat|flight|entry|admission)\b)|\btimes?$|\btimes? (?:of|for|at|in)\b|\b(?:slot|time slot)\b|\bhow (?:late|early)\b|\b(?:opening|closing) (?:hours|times?)\b|\bwhat are the hours\b|^(?:(?!\b(?:what|where|who|how|which|why)\b).)*\bwhen (?:can|may|could|do|does|must|should|is|are|will)\b.*\b(?:check|open|close|leave|start|begin|end|arrive|depart|board|breakfast|lunch|dinner|served?|finish|get in|get to|land|sail|fed|feed|go|run|back|slot|out|due)/,
  ],
  [
    'clock',
    /^(?:wots? |what(?:'s| is| are)? )?(?:the )?(?!.*\bhow\b)(?!.*\b(?:\d+|one|two|three|four|five|six|several|few|extra|late|same) hours\b).*\b(?:times|hours|opening|closing time)(?: (?:in|at|on|for|of) [\p{L} ]{1,30}| \p{L}{1,15})?$|^(?:what(?:'s| is) the )?(?:earliest|first)\b.*\b(?:we|i|in the morning|of the day|bus|train|boat|ferry|tram|lift|departure)\b|\b(?:until|till?|by|from|since) what (?:time|hour)\b/u,
  ],
  [
    'time',
    /\b(?:which|what) (?:evenings?|mornings?|nights?|afternoons?|weekdays?)\b|\b(?:deadline|(?<!^(?:so |and |but )?(?:can|could|may|is|are|do|does|will)\b.*)last day|latest|how soon|until when|till when|by when|since when|from when)\b|\bwhen$/,
  ],
  [
    'time',
    /^(?:(?!\b(?:what|where|who|how|which|why)\b).)*\bwhen\b|\b(?:what|which) (?:day|date|days|dates|hours|month|weekday)\b|\bhow soon\b/,
  ],
  ['reason', /\bwhy\b|\bhow come\b|\bwhat(?:'s| is) the reason\b|\bfor what reason\b|\bwhat .{0,30}\bfor$/],
  ['name', /\bnames? of\b|\bwhat(?: is|'s| are)\b.{0,40}\b(?:called|names?)\b|^the name\b|\bcalled what\b/],
  ['depth', /\bhow deep\b|\bdeepest\b/],
  ['heat', /\bhow (?:hot|warm|cold|cool)\b|\bwhat temperature\b|\btemperature of\b/],
  ['height', /\bhow (?:tall|high)\b(?! is the (?:fee|deposit|fine|tax|price))|\bwhat height\b/],
  ['weight', /\bhow heavy\b|\bhow many kilos?\b|\bhow much .{0,20}\bweigh\b|\bweight limit\b/],
  ['speed', /\bhow fast\b|\bspeed limit\b/],
  [
    'age',
    /\bhow (?:old|young)\b|\b(?:what|which|youngest|minimum|right|lowest|until what|until which|from what) ages?\b|\bage limit\b/,
  ],
  [
    'number',
    /\bnumber of\b|\b(?:youngest|oldest|deepest|minimum|maximum|lowest|highest|which|until what|from what|what|right) age\b|\bhow (?:many|far|high|tall|old|young|warm|hot|cold|deep|wide|long is the|strong|much (?:fresh |drinking )?(?:water|petrol|gas|fuel)|big|large|heavy|fast|steep|much luggage|much baggage)\b|\bwhat ages?\b|\b(?:minimum|maximum) (?:age|number|height|weight)\b/,
  ],
  ['address', /\b(?:add?ress?(?:es)?|which street|what street|post ?codes?|postal codes?|zip ?codes?)\b/],
  [
    'place',
    /\bwhere(?:abouts)?\b|\bdirections\b|\b(?:what|which) (?:place|floor|station|stop|terminal|entrance|platform|pier|desk|side)\b/,
  ],
  ['person', /\b(?:who|whom|whose)\b/],
  // "Day ticket child", without a word that asks: what stands in a price list is asked for its price.
  [
    'money',
    /^(?!.*\b(?:an?|any|who|what|when|where|why|how|which|is|are|do|does|did|can|could|may|should|will|must|has|have|need|get|lost|valid|tell|show|buy|number|code|office|machine|counter)\b)(?=.*\b(?:tickets?|pass(?:es)?|fares?|admission|rental|hire)\b)[^.?!]{3,60}\??$/,
  ],
  [
    'yes-no',
    /^(?:so |and |but |ok |then |also |please )*(?:is|are|was|were|am|do|does|did|can|could|may|might|will|would|shall|should|must|has|have|had|isn'?t|aren'?t|don'?t|doesn'?t|any)\b/,
  ],
];

/** The kind of answer a question wants. Expects lower case, and at most some hundred characters. */
export const kindAsked = (question: string): AnswerKind =>
  kindOf(withoutWho(question.replace(/\b(what|where|when|who|how)['’]?s\b/g, '$1 is')));

/** "Can my sister who is 21 drive" asks of nobody who it is. */
const withoutWho = (question: string): string =>
  /^(?:so |and |but )?(?:is|are|can|could|may|do|does|did|will|would|should|must|has|have)\b/.test(question)
    ? question.replace(/(?<=\p{L}),? who (?:is|are|has|have|was|can(?:no|')t|does(?:n't| not))\b/gu, '')
    : question;

const kindOf = (question: string): AnswerKind =>
  // "Is there a phone in the room?" asks whether, not for a number; "is it expensive" asks for the price.
  /^(?:and |so )?(?:is|are|do|does|did|has|have|will)\b/.test(question) &&
  !/\b(?:who|what|when|where|which|how|expensive|cheap|dear|pricey)\b/.test(question)
    ? 'yes-no'
    : (ASKED.find(([, asks]) => asks.test(question))?.[0] ?? 'open');

/** Every currency in use, by its ISO 4217 code. */
const CURRENCIES = Intl.supportedValuesOf('currency').join('|');
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*';
/** It gives a reason in so many words; what follows a semicolon is often one, too. */
const BECAUSE =
  /\b(?:because|since|so that|due to|owing to|as (?:the|we|it|there|they)|so (?:we|you|the|it|they)|for (?:safety|reasons?)|thanks to|therefore|otherwise|reason|causes?)\b/i;
/** A price that is written as a time might be: `EUR 3.20`, `12.50 €`. */
const SUM = new RegExp(
  `(?:[€$£¥]|\\b(?:${CURRENCIES})\\b:?)\\s*\\d{1,2}\\.\\d\\d\\b|\\b\\d{1,2}\\.\\d\\d\\s*(?:[€$£¥%]|\\b(?:${CURRENCIES}|euros?|pounds?|dollars?|francs?|kr)\\b)`,
  'gi',
);

/** A text in which every number that looks like a time is one. */
export const withoutSums = (text: string): string => text.replace(SUM, ' ');

/** How long it lasts. */
const LASTS =
  /\b(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|half an?)[ -]?(?:and a half )?(?:minutes?|min|hours?|hrs?|h|days?|nights?|weeks?|months?)\b|\bhalf (?:an hour|a day)\b|\b(?:until|till) \d{1,2}(?:[:.]\d\d| ?[ap]\.?m)\b/i;
const HOLDS: Readonly<Record<AnswerKind, RegExp | undefined>> = {
  money: new RegExp(
    `(?:[€$£¥₹₺฿₩]|\\b(?:${CURRENCIES})\\b:?)\\s*\\d|\\d[\\d.,]*\\s*(?:[€$£¥₹₺฿₩]|\\b(?:${CURRENCIES}|euros?|cents?|pence|quid|pounds?|dollars?|bucks?|quarters?|francs?|kr|kron(?:or|er|ur|a|e)|zloty|yen|dirhams?|shillings?|pesos?|rand|rupees?|baht|lira|reais|forint)\\b)|\\b\\d+[.,]\\d\\d\\b(?!\\s*(?:m|km|h|am|pm)\\b)|(?<!-)\\bfree\\b(?! of (?!charge))|\\bno (?:charge|cost|fee|extra)\\b|\\b(?:nothing|gratis|gift of the house)\\b|\\b(?:without|at no) (?:extra |additional )?(?:charge|cost|paying)\\b|\\b(?:included|includes|complimentary|percent|half(?![- ](?:an?|days?|hours?|board|past|way)\\b))\\b|\\d ?%`,
    'i',
  ),
  clock:
    /\b\d{1,2}[:.h]\d\d\b|\b\d{1,2} ?(?:a\.?m|p\.?m|o.?clock)\b|\b(?:midnight|noon|midday|half past|quarter (?:to|past)|sunrise|sunset|dawn|dusk|24\/7|round the clock|any ?time|day and night)\b|\b(?:hours?|minutes) (?:before|after|ahead|prior|early|earlier|in advance)\b|\b(?:at|and|to|until|till|by) \d{1,2} ?h\b|\b(?:at|by|until|till|before|after|from) (?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?=\s*(?:$|[.,;:!?)|]|to\b|and\b|in the\b|on\b|or\b|every|sharp|whether|at night|the (?:evening|day|night|morning) before))(?!,\d)|\b\d{1,2} (?:to|-|–) \d{1,2}(?![.,:]?\d)(?=\s*(?:$|[.,;!?)|]))/i,
  time: new RegExp(
    `\\b(?:on|by|until|till|before|after|from|since) the \\d{1,2}(?:st|nd|rd|th)\\b|\\b(?:whenever|as (?:soon|long) as)\\b|\\b(?:at|by|until|till|before|after|from) (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\\b(?=\\s*(?:$|[.,;:!?)|]|in the\\b|on\\b))|\\b\\d{1,2}[:.h]\\d\\d\\b|\\b\\d{1,2} ?(?:a\\.?m|p\\.?m|o.?clock)\\b|\\b(?:midnight|noon|midday|half past|quarter (?:to|past)|sunrise|sunset|dawn|dusk)\\b|\\b\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}\\b|\\b${MONTH} \\d{1,2}\\b|\\b\\d{4}-\\d\\d-\\d\\d\\b|\\b\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}\\b|\\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\\b|\\b(?:hours?|days?|weeks?|minutes|months?) (?:before|after|from|ahead|prior|earlier|later|of)\\b|\\b(?:mornings?|afternoons?|evenings?|nights?|daily|always|any ?time|never|today|tomorrow|day and night|24/7|round the clock|(?:first|second|third|fourth|fifth|last) day)\\b|\\b(?:from|until|till|by|in|to|early|mid|late|end of|beginning of)[ -]${MONTH}\\b|\\bwithin (?:\\d+|an?|one|two|three) (?:hours?|days?|weeks?|months?)\\b`,
    'i',
  ),
  duration: new RegExp(
    `${LASTS.source}|\\d ?(?:km|kilomet(?:re|er)s?|m|met(?:re|er)s?|miles?|feet|ft)\\b|\\bhalf a (?:mile|kilomet(?:re|er))\\b`,
    'i',
  ),
  rate: /\bevery\b|\beach (?:day|hour|week|morning|evening|night)\b|\b(?:hourly|daily|weekly|nightly|monthly|once|twice|constantly|continuous(?:ly)?|non-?stop)\b|\b(?:\d+|two|three|four|five|six|ten) (?:times|trips|departures|runs|sailings|buses|trains|ferries|boats) (?:a|per|an|each)\b|\bper (?:hour|day|week)\b|\bat \d{1,2}[:.]\d\d(?:,| and)\b/i,
  colour:
    /\b(?:red|blue|green|yellow|orange|purple|violet|pink|brown|black|white|grey|gray|silver|gold(?:en)?|turquoise|beige|navy|cream|dark|light)\b/i,
  number: /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty)\b/i,
  phone:
    /(?<![\w/-])\+?(?:[ ()/.-]{0,2}\d){7,}(?![\w/-])|\b(?:ambulance|police|fire|rescue|emergenc\w+|sos|dial|call|ring|doctor)\b.{0,25}\b\d{3}\b/i,
  email: /[\w.+-]+@[\w-]+\.[\w.]+/,
  web: /\bhttps?:\/\/|\bwww\.|\b[\w-]+\.(?:com|org|net|example|eu|info|co|io|de|fr|es|pt|it|se|uk)\b/i,
  code: /\b(?=[A-Z\d-]*\d)[A-Z\d][A-Z\d-]{3,}\b(?<!(?<![\w-])\d{3,4})|\b[A-Z][A-Z\d] \d{2,4}\b|\b[A-Z]{2,4} \d{3,}(?: \d{3,})+|\b[a-z]{3,}\d{2,}\b|\b\d[a-z]{3,}\d\b|\bopens? with\b.{0,40}\b\d{3,}|\bno password\b|\b(?:passcode|code|pin|number|no\.?|reference|ref)\b.{0,15}\b\d{3,}|\b(?:password|passcode|code|pin)\b.{0,30}\b(?:is|are|on|in|at)\b|\b(?:password|passcode|code|pin|number)\s*[:=]|\b(?:[Ww]i-?[Ff]i|[Ii]nternet|[Ww]ireless|WLAN|[Nn]etwork|[Ss]ecurity) [Kk]ey\s*[:=]|\b(?:password|passcode|pin)\s+["“'‘]?(?!(?:from|with|that|when|where|will|your|must|which|here|there|only)\b)[\w!@#$%&*-]{4,}/,
  address:
    /(?<!\b(?:[Jj]anuary|[Ff]ebruary|[Mm]arch|[Aa]pril|[Mm]ay|[Jj]une|[Jj]uly|[Aa]ugust|[Ss]eptember|[Oo]ctober|[Nn]ovember|[Dd]ecember|[Dd]ay|nights?|room|page|pier|floor|platform|line|bus|tram))(?<!\b(?:to|of|from|under|over|and|or|for|until|till|at|by|in|about|than|is|are|up|least|most|age[sd]?|each|before|after))(?<=\p{Ll}{2,}) \d{1,4}[a-z]?(?:,|$)|(?<![:.])\b\d{1,4},? (?:(?!(?:on|in|at|to|from|by|for|with|and|of|the) )[\p{L}' ]){3,30} (?:[Ss]t(?:reet)?|[Rr](?:oad|d)|[Aa]ve(?:nue)?|[Ll]ane|[Ss]quare|[Ww]ay|[Dd]rive|[Hh]ill|[Cc]ourt|[Tt]errace)\b|\b\d{4,5}(?:-\d{3,4})? \p{Lu}|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/u,
  place:
    /^where:|\b(?:at|in|on|by|near|nearby|beside|behind|below|above|under|underneath|opposite|between|around|next to|close to|across|inside|outside|upstairs|downstairs|street|road|avenue|square|lane|rua|via|rue|calle|strada|stra(?:ss|ß)e|platz|terminal|station|floor|level|platform|pier|quay|desk|jetty|dock|metres|km|corner|entrance)\b|\d{4,5}[ -]|(?-i:\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+)/iu,
  person:
    /(?<=[\p{Ll}\p{N},:;(|>+-]\s)\p{Lu}\p{Ll}|^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?(?: (?:has|is|will|takes|brings|cooks|drives|and|waits|stays|keeps|knows)\b|:| \+|,)|\b(?:I|we|my|our|you|he|she|staff|owner|host|guide|driver|teacher|captain|skipper|guard|police|reception|desk|neighbou?r|everyone|nobody|children|kids|adults|guests|parents|guardian)\b/u,
  which:
    /\b(?:[Gg]ate|[Pp]latform|[Tt]erminal|[Pp]ier|[Qq]uay|[Dd]esk|[Ss]eats?|[Bb]erths?|[Cc]oach|[Cc]arriage|[Rr]ooms?|[Ff]loor|[Bb]us|[Ll]ines?|[Tt]ram|[Mm]etro|[Cc]abins?|[Nn]umbers?|[Dd]oor|[Tt]rack|[Cc]ounter)\s+(?:no\.? |number )?(?:[A-Z]{0,2}\d|[A-Z]\b)|\b(?:first|second|third|fourth|fifth|ground|top|\d+(?:st|nd|rd|th)) floor\b|\b(?:[A-Z]?\d+[A-F]?) to \d+\b(?! ?(?:kg|kilos?|years?|cm|m|km|people|persons|days|nights|hours|minutes|[ap]m)\b)|\bU\d\b|\b(?:downstairs|upstairs)\b/,
  way: /\bby (?:bus|train|ferry|boat|taxi|tram|metro|car|coach|plane|cable car|minibus|shuttle)\b|\b(?:bus|tram|metro) [A-Z]?\d|\b(?:take|takes|follow|turn|walk|drive|change|get off|on foot|shuttle|runs? (?:from|to|every)|lines?|exit|towards?)\b/i,
  case: /^no [\p{L} ]+\?|\bor (?:pay|you|we)\b|\bmore than\b|^in (?:strong|bad|heavy|high|light)\b|\bafter\b|\b(?:if|in case|unless|otherwise|should you|when|only)\b/iu,
  depth: /\d ?(?:m|cm|metres?|meters?|ft|feet|fathoms?)\b|\bdeep\b|\bdepth\b|\bshallow\b/i,
  heat: /\d ?(?:°|degrees?|c\b|f\b|celsius)|\b(?:un)?heated\b|\b(?:temperature|degrees?)\b|(?<!\b(?:get|gets|getting|become|becomes) )\b(?:hot|warm|cold|cool)\b(?! (?:up\b|down\b|water|meals?|drinks?|food|lunch|dinner|chocolate|tub|plates?|dog|milk|buffet|clothes|clothing|jackets?|evening))/i,
  height: /\d ?(?:m|cm|mm|metres?|meters?|ft|feet|inch(?:es)?|in\b|storeys?|floors?)\b|\b\d'\d|\b\d\.\d\d\b/i,
  weight: /\d ?(?:kg|kgs|kilos?|g|lbs?|pounds?|tons?|tonnes?|stone)\b/i,
  speed: /\d ?(?:km\/h|kmh|kph|mph|knots?|kn|m\/s|miles)\b/i,
  age: /\b(?:age[sd]?|years?|months?|under|over|older|younger|born|birthday|adults?|minors?|from \d|yrs?)\b|\p{Lu}\p{L}+,? \(?\d{1,2}\b/iu,
  'yes-no': undefined,
  reason: new RegExp(`${BECAUSE.source}|[;:–—] (?:the|it|they|we|this|that|there)\\b`, 'i'),
  name: /(?<=[\p{Ll},:(|]\s)["“'‘(]?\p{Lu}\p{L}|["“‘]/u,
  open: undefined,
};

/** Kinds whose sign is unmistakable, so that a sentence without it is not the answer. */
const STRICT = new Set<AnswerKind>([
  'money',
  'clock',
  'time',
  'address',
  'duration',
  'rate',
  'colour',
  'number',
  'phone',
  'email',
  'web',
  'code',
  'depth',
  'height',
  'weight',
  'speed',
  'heat',
]);

/** Where a sign may stand for something else, what makes it sure. */
const SURER: Readonly<Partial<Record<AnswerKind, RegExp>>> = {
  clock: /\b\d{1,2}[:.h]\d\d\b|\b\d{1,2} ?(?:a\.?m|p\.?m|o.?clock)\b|\b(?:midnight|noon|midday)\b/i,
  reason: BECAUSE,
  // How long a thing is may be its length.
  duration: LASTS,
  code: /\b[A-Z]{1,5}[ -]?\d[\w-]*|\b\d+-[\w-]*\d|\b(?=[A-Z\d]*\d)(?=[A-Z\d]*[A-Z])[A-Z\d]{5,}\b|\b(?:password|passcode|code|pin|number|reference)\b.{0,15}(?:[:=|]|\bis\b)/,
  place:
    /\bwhere\b|\b(?:near|nearby|beside|behind|below|above|under|opposite|between|around|next to|close to|across|inside|outside|upstairs|downstairs|corner|left|right|gate|pier|quay|platform|desk|floor|level|terminal|station|street|road|lane|square|plaza|piazza|calle|via|rua|rue|gasse|stra(?:ss|ß)e|platz|harbour|hut|kiosk|entrance|airport)\b|\p{Ll}{2,} \d{1,4}[a-z]?(?:,|$)/iu,
  address: /\b\d{4,5}(?:-\d{3,4})? \p{Lu}|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b[A-Z]{2} \d{5}\b/u,
};
const HALF_SIGN = 0.3;

/** 1 when the text surely holds what is asked for, less when it may, -1 when it must and does not, 0 when one cannot tell. */
export const holdsAnswer = (kind: AnswerKind, told: string): number => {
  const text = kind === 'clock' || kind === 'time' ? withoutSums(told) : told;
  const sign = HOLDS[kind];
  if (!sign) return 0;
  // A clock is a time, too: "from 1 to 3".
  if (kind === 'time' && HOLDS.clock?.test(text)) return 1;
  if (sign.test(text)) return kind in SURER ? (SURER[kind]?.test(text) ? 1 : HALF_SIGN) : 1;
  // A day is half an answer to "when can we check in": better than none, worse than an hour.
  if (kind === 'clock' && HOLDS.time?.test(text)) return -0.15;
  if (kind === 'place' || kind === 'way') return -0.4;
  if (kind === 'reason' || kind === 'name') return 0;
  if (kind === 'person' || kind === 'age') return -0.4;
  if (kind === 'which') return -0.7;
  return STRICT.has(kind) ? -1 : -0.15;
};
