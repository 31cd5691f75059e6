import { type Attribute, of } from './attribute.ts';

/** Whom to turn to, and what goes wrong. */
export const PEOPLE_AND_TROUBLE: readonly Attribute[] = [
  {
    meant: 'phone number',
    asked: of(
      String.raw`\b(?:get hold of|get in touch with|reach|ring|phone|call|text|contact|dial)\b(?! (?:it )?off)(?=.{0,40}\b(?:if|when|him|her|them|the|owner|host|somebody|someone|number|in case|for|first)\b|\s*$)|\b(?:tel|telephone|phone|mobile|hotline|helpline|help line|telefono)\b(?! (?:in|allowed))`,
    ),
    told: of(
      String.raw`\b(?:tel(?:ephone)?|phone|mobile|call|ring|hotline|helpline|on call|telefono|whatsapp|contact|message)\b|\+?\d[\d ()/-]{6,}\d`,
    ),
  },
  {
    meant: 'emergency',
    asked: of(
      String.raw`\b(?:emergenc(?:y|ies)|ambulance|accident|something happens|(?:something|anything) (?:is|goes|breaks?|is broken|goes wrong|wrong)(?: broken| wrong)?|urgent(?: care)?|rescue|fire alarm|hurt|emergencias?)\b`,
    ),
    told: of(
      String.raw`\b(?:emergenc(?:y|ies)|ambulance|police|accident|rescue|urgent|in case of|on call|problems?|distress|112|911|999|emergencias?|broken)\b`,
    ),
  },
  {
    meant: 'break down',
    asked: of(
      String.raw`\b(?:breaks?|broken?|broke) (?:down)?\b|\bdoes(?:n't| not) (?:work|start)\b|\b(?:battery|internet|engine|wifi)(?:'s| is) (?:dead|flat|down)\b|\bflat tyre\b|\bpuncture\b`,
    ),
    told: of(
      String.raw`\b(?:stops? on the|won't start|does(?:n't| not) start|stranded|on the hard shoulder)\b|\bbreak ?downs?\b|\b(?:broken|fails?|faults?|defects?|drained|flat|out of order|repairs?|tow\w*|roadside|emergenc\w+|assistance|punctures?|problems?)\b`,
    ),
  },
  {
    // Whom one may ring when nobody is at the desk.
    meant: 'any hour',
    asked: of(
      String.raw`(?<=\b(?:number|call|ring|phone|dial|contact|reach|hotline|emergency)\b.*)(?:\b(?:at|in the middle of the|during the|late at) night\b|\b(?:late )?(?:at|on|over) (?:the |a )?(?:weekends?|sundays?|saturdays?)(?: (?:mornings?|evenings?|nights?))?\b|\b(?:out of|outside|after) (?:office |opening )?hours\b|\b(?:after|around|past) midnight\b|\bwhen (?:the )?(?:office|desk|reception) is (?:closed|shut|empty)\b)`,
    ),
    told: of(
      String.raw`\b(?:day and night|night and day|(?:a?round) the clock|(?<!\b(?:than|within|least|every|in|the last) )24 ?(?:h|hrs?|hours?)(?! (?:notice|before|ahead|in advance|prior|later|of|after))|24\/7|(?:out[ -]of|outside|after)[ -](?:office |opening |reception )?hours|at (?:any|all) (?:time|hour)s?|any time|(?:at|by) night|nights? (?:porter|number|line|bell|desk)|when (?:nobody|no one|the (?:office|desk|reception)) is|always (?:on|answered|reachable)|on call)\b`,
    ),
  },
  {
    meant: 'claim',
    asked: of(String.raw`\b(?:claims?|report (?:a |the )?(?:claim|loss|damage|theft)|file a claim|make a claim)\b`),
    told: of(String.raw`\b(?:claims?|report\w*|notify|notification|within \w+ days)\b`),
  },
  {
    meant: 'cash machine',
    asked: of(
      String.raw`\b(?:draw|withdraw|get|take out)(?: some)? (?:cash|money)\b(?! back)|\batm\b|\bcash ?machine\b|\bcajero\b`,
    ),
    told: of(String.raw`\b(?:cash ?machines?|atms?|bank|draw cash|withdraw|change money|cajero)\b`),
  },
  {
    meant: 'lifeguard',
    asked: of(
      String.raw`\b(?:somebody|someone|anyone|anybody|who)(?: is)? watch(?:ing|es)?\b|\blife ?guards?\b|\bsupervised?\b|\bsocorrista\b`,
    ),
    told: of(String.raw`\blife ?guards?\b|\bsupervis\w+\b|\bwatched\b|\bunguarded\b|\bsocorrista\b`),
  },
  {
    meant: 'language',
    asked: of(
      String.raw`\b(?:what|which|in what) languages?\b|\bspeaks? (?:english|french|german|spanish|our language)\b|\bidiomas?\b`,
    ),
    told: of(String.raw`\b(?:speaks?|spoken|languages?|english|french|german|spanish|italian|idiomas?)\b`),
  },
  {
    meant: 'validity',
    asked: of(
      String.raw`\b(?:valid|run out|expires?|last(?:s)?|good for|caduca)\b(?<=\b(?:ticket|pass|card|voucher|single|permit|visa|pin)\b.{0,30})`,
    ),
    told: of(String.raw`\b(?:valid\w*|expires?|runs? out|good for|within|counts?|caduca)\b`),
  },
  {
    meant: 'lost property',
    asked: of(
      String.raw`\b(?:left|lost|forgot(?:ten)?)\b(?=.{0,25}\b(?:behind|something)\b)|\blost (?:property|and found)\b|\bforgot(?:ten)? (?:something|a thing)\b`,
    ),
    told: of(
      String.raw`\blost (?:property|and found|things)\b|\bfound (?:things|property|items)\b|\b(?:forgotten|left behind)\b`,
    ),
  },
  {
    meant: 'name change',
    asked: of(
      String.raw`\b(?:fix|correct|change|wrong|misspel(?:t|led)|spell(?:ed|t))\b(?=.{0,20}\bnames?\b)|(?<=\bnames? .{0,12})\b(?:wrong|misspel(?:t|led))\b`,
    ),
    told: of(
      String.raw`\bnames?\b.{0,25}\b(?:chang\w+|correct\w*|mended|amend\w*)\b|\b(?:wrong|misspel(?:t|led)) names?\b|\bname (?:change|correction)s?\b`,
    ),
  },
  {
    meant: 'people',
    asked: of(
      String.raw`\bhow many (?:people|persons|guests|passengers|of us)\b|\bhow many (?=are we\b)|\bparty size\b|\bnumber of (?:people|persons|guests|passengers)\b`,
    ),
    told: of(
      String.raw`\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: x)? (?:people|persons?|adults?|grown-?ups|child(?:ren)?|kids|guests?|passengers?|travell?ers?|pax|seats|places|tickets?|of us|of you)\b|\b(?:party|group|table|seats|tickets|places) (?:of|for) (?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b|\b(?:guests|persons|people|passengers|adults|travell?ers|pax|party): \d`,
    ),
  },
];
