import { type Attribute, of } from './attribute.ts';

/** What is so and what may be. */
export const RULES: readonly Attribute[] = [
  {
    meant: 'opening hours',
    asked: of(
      String.raw`\b(?:opening|closing|visiting)(?: (?:hours|times?))?\b|(?<!\b(?:quiet|silent|rush|happy|extra|late) )\bhours\b(?! (?:before|ahead|late|away|long))(?=.{0,40}$)|(?<!\b(?:boarding|check-?in|gates?|bookings?|registration)\b.{0,15})\b(?:open|opens|shut|shuts|closed?|closes)\b|\b(?:abre|cierra|abierto|horario)\b`,
    ),
    told: of(
      String.raw`\b(?:open\w*|(?<!\b(?:quiet|silent|rush|happy|extra|late) )hours|shuts?|clos(?:es|ed|ing)|rests?|day off|abierto|horario|cerrado)\b|^(?:[a-z '-]{3,40}: )?(?:daily|every day|weekdays|weekends?|(?:mon|tue|wed|thu|fri|sat|sun)\w*)\b.{0,40}\d{1,2}(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)? ?(?:to|-|–|until|till) ?\d{1,2}`,
    ),
  },
  {
    meant: 'minimum age',
    asked: of(
      String.raw`\b(?:youngest|minimum|lowest|right|what|which|until what|until which|from what) ages?\b|\b(?:old|big|young|grown) enough\b|\btoo (?:young|old|small|little)\b|\bhow old\b(?! is (?!the youngest))|\bage (?:limit|rule)s?\b|\bedad\b`,
    ),
    told: of(
      String.raw`\b(?:under|over|below|above|younger than|older than|from|lowest age|minimum age|age) (?:is |the age of |of )?:?\s?\d{1,2}\b(?!:\d|[.,]\d| ?(?:[ap]\.?m|h\b|o'?clock|km|kg|cm|m\b|eur|usd|%|until|till|to \d|minutes|hours|days|weeks))|\bages? ?:? \d|\b\d{1,2} (?:to|-|–|and) \d{1,2}(?: years)?\b|\b\d{1,2} (?:years )?(?:and|or) (?:over|older|under|younger)\b|\bunder-?\d{1,2}s\b|\byears\b|\badults only\b`,
    ),
  },
  {
    meant: 'minimum height',
    asked: of(
      String.raw`\bhow tall\b(?! is \w+\s*$)|\b(?:tall|high|big) enough\b|\bheight (?:limit|rule)?\b|\bwhat height\b|\btoo (?:short|tall)\b`,
    ),
    told: of(String.raw`\b\d+(?:[.,]\d+)? ?(?:m|cm|metres?|inches|ft|feet)\b|\bheight\b|\btall\b`),
  },
  {
    meant: 'bad weather',
    asked: of(
      String.raw`\b(?:bad weather|weather(?: is|'s| turns| gets)? (?:bad|awful|rubbish|terrible|horrible|poor)|(?:if|when) it(?:'s| is)? (?:rains?|raining|pours|storms?|windy)|in (?:the )?rain|rainy day|storms?|sandstorm|too much wind|too windy|windy|blowing|thunder|rough sea|lluvia|mal tiempo)\b`,
    ),
    told: of(
      String.raw`\b(?:weather|force \d|rain\w*|pours|storms?|sand ?storm|wind\w*|knots|swell|rough|thunder\w*|lightning|scirocco|snow|lluvia|mal tiempo)\b`,
    ),
  },
  {
    meant: 'bring along',
    asked: of(
      String.raw`\bwhat (?:do|should|must|shall) (?:we|i|everyone|the kids|they) (?:have to |need to )?(?:bring|take|pack|carry|have)(?: along| with (?:us|me))?\b|\bwhat to (?:bring|pack|take)\b|\bpack\b|\bque (?:llevar|traer)\b`,
    ),
    told: of(
      String.raw`\b(?:bring|take (?:a|your|along|with)|pack|you(?:'ll)? need|don'?t forget|carry|have (?:a|your|coins)|needs?|required|must have|llevar|traer)\b`,
    ),
  },
  {
    meant: 'clothing',
    asked: of(String.raw`\b(?:wear|wearing|get dressed|dress code|dressed|put on|vestir)\b`),
    told: of(
      String.raw`\b(?:wear|worn|dress(?:ed)?|clothes|clothing|shoes|boots|trousers|shorts|shirts?|jackets?|nappies|helmets?|beige|vests?|swimsuits?|covered)\b`,
    ),
  },
  {
    meant: 'pets allowed',
    asked: of(
      String.raw`\b(?:bring|take|have|keep)\b(?= (?:the |our |a |my |his |her )?(?:\w+ )?(?:dogs?|cats?|pets?|puppy)\b(?!.{0,10}\b(?:food|bed|bowl)\b))`,
    ),
    told: of(
      String.raw`\b(?:no|not for .{0,30}\bor) (?:pets?|dogs?|cats?|animals?)\b|^(?:pets?|dogs?|cats?)\b|\b(?:pets?|dogs?|cats?|animals?)\b(?=.{0,40}\b(?:allow\w*|welcome|accept\w*|permit\w*|fine|ok|okay|none|sorry|not|no|never|free|may|can|cannot|must|stay|come|lead|leash|charge|fee|forbidden)\b)`,
    ),
  },
  {
    meant: 'allowed',
    asked: of(
      String.raw`\b(?:allowed|permitted|ok to|okay to|alright to|a problem|welcome|forbidden|prohibited|se puede|permitid[oa]s?)\b`,
    ),
    told: of(
      String.raw`\b(?:allow\w*|permit\w*|may(?: not)?|welcome|forbidden|prohibited|banned|must not|cannot|can't|not (?:be|enter|for)|never|refused?|only|no (?!matter|doubt|later|more)\w+|ends the|permitid[oa]s?|prohibid[oa]s?)\b`,
    ),
  },
  {
    meant: 'photograph',
    asked: of(String.raw`\b(?:take (?:photos?|photographs?|pictures?|pics|selfies)|filming)\b`),
    told: of(String.raw`\b(?:photo\w*|pictures|cameras?|flash|filming)\b`),
  },
  {
    meant: 'pass on',
    asked: of(
      String.raw`\b(?:lend|share|pass on|give)\b(?= (?:my|our|a|one|the|his|her|their) (?:\w+ )?(?:pass|ticket|card)\b)`,
    ),
    told: of(
      String.raw`\b(?:passed on|(?:not |non-?)?transferable|transfer\w*|another person|other people|personal|(?:one|a) (?:card|pass|ticket) (?:each|per person))\b`,
    ),
  },
];
