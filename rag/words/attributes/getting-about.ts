import { type Attribute, LODGING, LUGGAGE, of } from './attribute.ts';

/** "10:25 Brussels - Palermo 13:10"; hours that only follow one another are no leg. */
const TIMES_OF_A_LEG = String.raw`\d{1,2}[:.]\d\d(?! (?:to|until|till|and|-|–) \d)[^:]{1,40}(?:->|→|>| - |–| to |, )[^:]{0,40}\d{1,2}[:.]\d\d|\d{1,2}[:.]\d\d (?:->|→|>|-|–) [a-z].{0,30} \d{1,2}[:.]\d\d`;

/** Boats, trains, cars and flights, and what is carried on them. */
export const GETTING_ABOUT: readonly Attribute[] = [
  {
    meant: 'meeting point',
    asked: of(
      String.raw`(?<=\bwhere\b.{0,40})\b(?:leave|leaves|start|starts|depart|departs|sail|sails|set off|sets off)(?: from)?\b(?=\s*$| on\b| at\b)|(?<=\bwhere\b.{0,40}\b(?:boat|ferry|ship|cruise|bus|coach|train|tram|shuttle|tour|trip|walk|hike|excursion)\b.{0,12})\b(?:go|goes|run|runs)(?: from)?\b(?=\s*$| on\b| at\b)|\b(?:meeting|gathering|pick-?up|starting|departure) (?:point|place|spot)\b|(?<=\bwhere\b.{0,20})\b(?:meet|gather|wait|find|board|get on|catch)\b(?! a\b| food| some)|\bpunto de encuentro\b`,
    ),
    told: of(
      String.raw`^where: |\bmeet(?:ing|s)?\b|\b(?:leaves?|starts?|departs?|sails?|goes|departures?|sets off|runs?)\b.{0,30}\b(?:from|at)\b|\bfrom the\b.{0,30}\b(?:jetty|pier|quay|dock|station|stop|square|car park|harbour|port|office|gate|lobby|entrance)\b|\b(?:wait|gather|assemble|find us|boarding)\b.{0,15}\b(?:at|in|on|by)\b|\bpick-?up\b|\bpunto de encuentro\b`,
    ),
  },
  {
    meant: 'pick up',
    asked: of(
      String.raw`\b(?:picks?|fetch(?:es)?|collects?|meets?|gets?) (?:us|me|them|everyone)(?: up)?\b(?! (?:in|to|into|back|there)\b)|\bwait(?:s|ing)? for us\b|\brecog?ni[sz]e (?:him|her|them|the driver)?\b|\brecoge\b`,
    ),
    told: of(
      String.raw`^where: |\bpick-?up\b|\b(?:pick(?:s|ed)? (?:you |us )?up|picks you|fetch(?:es)? (?:you|us)|collects? (?:you|us)|meets? (?:you|us)|waits?|awaits?|expects? you|with a sign|transfers?(?! station))\b|\blook for\b`,
    ),
  },
  {
    meant: 'beforehand',
    asked: of(
      String.raw`\bhow (?:early|long before|far ahead|much (?:earlier|before))\b(?: (?:do|should|must) (?:we|i) (?:have to |need to )?(?:be|arrive|come|get|turn up))?|\b(?:have to|need to|must|should) (?:be|turn up|show up|report|arrive) (?:at|there|here)\b(?: by)?|\bin advance\b|\bwhat time .{0,12}\bbe there\b|\bcon cuanta antelacion\b`,
    ),
    told: of(
      String.raw`\b(?:minutes|min|hours?|h|days?|weeks?)\b.{0,12}\b(?:before|early|ahead|prior|in advance|earlier)\b|\bbe (?:there|here|at)\b|\barrive\b.{0,25}\b(?:before|early|ahead|by)\b|\b(?:report|check in|come|turn up)\b.{0,20}\b(?:by|before|no later)\b|\bhalf an hour before\b|\bantelacion\b|\b(?:closes|close)\b.{0,20}\bbefore (?:departure|sailing|take-?off)\b`,
    ),
  },
  {
    meant: 'landing',
    asked: of(String.raw`\b(?:touch(?:es)? down|lands?|landing)\b`),
    told: of(
      String.raw`\b(?:arr(?:ives?|iving)?\.?|lands?|landing|touch(?:es)? down|llegada)\b|\barrival\b(?=.{0,15}\d)|${TIMES_OF_A_LEG}`,
    ),
  },
  {
    meant: 'arrival',
    asked: of(
      String.raw`(?:\b(?:arrives?|arrival)|(?<=\b(?:when|what time|how late|what if|in case)\b.{0,30})\b(?:get (?:to|there|into)|gets (?:to|there|in|into)|reach|be back in))\b(?=(?!.{0,15}\b(?:${LODGING}|reception|host|owner|her|him|them|by phone)\b)|.{0,15}\b(?:boat|van)\b)`,
    ),
    told: of(
      String.raw`\b(?:arr(?:ives?|ival|iving)?\.?|lands?|landing|touch(?:es)? down|llegada)\b|\b(?:come|arrive) (?:after|later|before|at)\b|${TIMES_OF_A_LEG}`,
    ),
  },
  {
    meant: 'departure',
    asked: of(
      String.raw`\b(?:departs?|departure|take off|takes off|set off|sets off|sails?|fly out|heads? off)\b|\b(?:leave|leaves|go|goes|start|starts)\b(?<=\b(?:when|what time|how often|first|last)\b.{0,60})(?<=\b(?:flight|plane|train|bus|ferry|boat|ship|coach|shuttle|tram|cruise|tour|trip|ropeway|we)\b.{0,30})(?!.{0,3}\b(?:the|our) ${LODGING}\b)(?! (?:in|out|home|back|to sleep)\b)`,
    ),
    told: of(
      String.raw`\b(?:dep(?:art(?:s|ure|ures|ing)?)?\.?|leaves?|sails?|sailings?|starts?|goes|sets? off|take-?off|out|runs?|salida)\b(?=.{0,45}\d)|\d{1,2}[:.]\d\d.{1,40}(?:->|→|>| - |–| to |, ).{0,40}\d{1,2}[:.]\d\d|\d{1,2}[:.]\d\d (?:->|→|>|-|–) [a-z].{0,30} \d{1,2}[:.]\d\d|^\d{1,2}[:.]\d\d\b`,
    ),
  },
  {
    meant: 'last departure',
    asked: of(
      String.raw`\blast\b(?= (?:\w+ )?(?:ferry|bus|train|boat|tram|metro|shuttle|coach|flight|sailing|departure|lift|gondola|cable car)\b)(?!.{0,30}\b(?:back|home|return)\b)|(?<=\blast (?:\w+ )?(?:ferry|bus|train|boat|tram|metro|shuttle|coach|flight|sailing|departure|lift|gondola|cable car)\b.{0,20})\b(?:at night|of the (?:day|night|evening)|in the evening|tonight)\b`,
    ),
    told: of(
      String.raw`\blast\b|\b(?:runs?|every|sails?|departs?|leaves?|ferry|ferries|bus|buses|trains?|boats?|trams?|shuttles?|metro)\b.{0,60}(?:\d (?:to|-|–) ?|\b(?:until|till) )\d{1,2}(?:[:.]\d\d| ?[ap]\.?m\b)`,
    ),
  },
  {
    meant: 'seat',
    asked: of(
      String.raw`\bwhere\b.{0,8}\b(?:do|are|will) (?:we|i|they) sit(?:ting)?\b|\b(?:our|which) seats?\b|\bseat numbers?\b|\basientos?\b`,
    ),
    told: of(String.raw`\bseats?\b|\bplaces? \d|\bcoach \d|\bcarriage\b|\bberths?\b|\basientos?\b`),
  },
  {
    meant: 'cabin bag',
    asked: of(
      String.raw`\b(?:luggage|baggage|bag) (?:limit|allowance|rules?)\b|\bhow (?:many|much|big|heavy) .{0,10}(?:bags?|suitcases?|luggage|baggage)\b|\bweight limit\b(?=.{0,15}\b${LUGGAGE}\b)|\bhard[- ]?(?:shell )?cases?\b`,
    ),
    told: of(
      String.raw`\b(?:luggage|baggage|hold bags?|hand bags?|cabin bags?|suitcases?|soft bags?|carry-?on|kg|equipaje|maletas?)\b`,
    ),
  },
  {
    meant: 'overdue',
    asked: of(
      String.raw`(?<=\b(?:bring|give|hand|take|return|are|is|be)\b.{0,15})\b(?:back )?late\b(?! (?:in|at night|evening|check))|\b(?:hours?|minutes?|days?) late\b|\blate (?:return|fee)\b`,
    ),
    told: of(
      String.raw`\blate (?:return|fee|back)\b|\b(?:late|overdue|delay(?:ed)?|tardy)\b|\bevery (?:started |extra |further )?hour\b|\b(?:an|per|each) (?:hour|day) (?:late|over)\b`,
    ),
  },
  {
    meant: 'driver',
    asked: of(String.raw`\b(?:additional|extra|second|another) drivers?\b`),
    told: of(String.raw`\bdrivers?\b|\bdrive\b|\bdriving\b|\bbehind the wheel\b|\blicen[cs]e\b`),
  },
  {
    meant: 'bag drop',
    asked: of(String.raw`\b(?:hand in|check in|drop off|drop)\b(?= (?:the |our |my )?${LUGGAGE}\b)`),
    told: of(
      String.raw`\bbag drop\b|\b(?:bags?|luggage|baggage) (?:desk|counter)\b|\b(?:desk|counter) for (?:bags?|luggage|baggage)\b|\bcheck-?in (?:desk|counter|closes)\b`,
    ),
  },
];
