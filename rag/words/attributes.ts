/** Something of a trip that travellers ask about, and the many ways in which it is asked and told. */
export interface Attribute {
  /** The word that stands for it; one of the words of `CONCEPTS`, or one of its own. */
  readonly meant: string;
  /** How it is asked: these words of a question stand for it and for nothing else. */
  readonly asked: RegExp;
  /** How papers tell it, besides. */
  readonly told: RegExp;
}

const LODGING =
  '(?:rooms?|apartments?|flats?|houses?|villas?|cottages?|cabins?|bungalows?|studios?|chalets?|lodges?|hotel|hostel|riad|ryokan|suites?|place|tents?|house boat|van|camper|boat)';
const LUGGAGE = '(?:bags?|luggage|baggage|suitcases?|cases?|backpacks?|rucksacks?|stuff|things|skis|gear)';
const of = (source: string): RegExp => new RegExp(source, 'g');

/**
 * What travellers ask of bookings, house manuals, tickets, guides, rules and letters. In lower case, without accents and
 * with straight apostrophes, in English and Spanish. A pattern takes no word that names a thing: what stands around it is looked at, not taken.
 */
export const ATTRIBUTES: readonly Attribute[] = [
  // Coming and going.
  {
    meant: 'check in',
    asked: of(
      String.raw`\b(?:get|come|go|move|let (?:us|me)|settle|moving) (?:straight |back )?in(?:to)?\b(?=(?: (?:to|the|our|my|a) ){0,1}.{0,20}\b${LODGING}\b|\s*$| on\b| at\b)|\b(?:earliest|soonest)\b(?=.{0,25}\b${LODGING}\b)|\b(?:enter|occupy)\b(?= (?:the|our) )|\b(?:have|use|get)\b(?= (?:the|our) ${LODGING}\b(?!.{0,20}\bkeys?\b))|\b(?:ready|available|ours|hand(?:ed)? ?over)\b(?=.{0,12}$)|\b(?:arrive|turn up|show up|arrival|entrar|llegar|llegada|entrada)\b(?= (?:at|to|in) (?:the|our) ${LODGING})|\b(?:earliest|soonest|time) (?:we|i|one) (?:can|may) (?:arrive|come|enter)\b|\bactually board\b`,
    ),
    told: of(
      String.raw`\bcheck(?:ing|s)?[- ]?in\b|\b(?:arrivals?|arrive|entry|access|move in|settle in|moving in|llegadas?|entrada|ingreso)\b(?=.{0,40}\b(?:from|after|between|until|till|desde|partir|a las|at|\d))|\b(?:ready|available|yours|occupied|free|open|keys?|handed over|handover|receive you|expect you|welcome you|registration|reception)\b(?=.{0,40}\b(?:from|after|between) \S{0,3}\d)|\bhand(?:ed)? ?over\b|\bperiod:`,
    ),
  },
  {
    meant: 'check out',
    asked: of(
      String.raw`\b(?:be|get|move|moved|clear(?:ed)?|clearing) out\b(?: of\b)?(?= (?:the|our|of|by|on|at|in) |\s*$)|\bout of (?=(?:the|our) ${LODGING})|\b(?:vacate|hand back|give (?:up|back)|leave|clear|quit)\b(?= (?:the|our|my) ${LODGING}\b)|\bhave to (?:leave|go)\b(?=\s*$| by\b| on\b)|\b(?:salir|dejar|desalojar|salida)\b(?=.{0,15}\b(?:habitacion|casa|apartamento|villa|hotel)\b)|\btime to (?:go|leave)\b|\bday (?:we|you) leave\b`,
    ),
    told: of(
      String.raw`\bcheck(?:ing|s)?[- ]?out\b|\b(?:vacat\w+|departures?|leave|exit|salida|given back|handed back|hand back|returned|out|cleared?|empty|free)\b(?=.{0,30}\b(?:by|before|until|till|latest|no later than|at|antes de|exit)?\s?\S{0,3}\b(?:\d{1,2}[:.h]\d\d|\d{1,2} ?(?:a\.?m|p\.?m|o'?clock)|noon|nine|ten|eleven|twelve|\d{1,2}\b))`,
    ),
  },
  {
    meant: 'late departure',
    asked: of(
      String.raw`\b(?:keep|have)\b(?=.{0,20}\b(?:til|till|until|longer)\b)|\bstay (?:a (?:little|bit) )?(?:longer|on|later)\b|\b(?:leave|check ?out) later\b|\blater? (?:check-?out|departure)\b|\bextra hours?\b|\blate hours?\b`,
    ),
    told: of(
      String.raw`\blater? (?:check-?out|departure|leaving)\b|\b(?:stay|keep|remain|use)\b.{0,25}\b(?:until|till|longer)\b|\b(?:extra|additional|late|further) hours?\b|\bafter (?:check-?out|departure)\b`,
    ),
  },
  {
    meant: 'early arrival',
    asked: of(
      String.raw`\b(?:arrive|come|get there|check ?in|get in) (?:early|earlier|before)\b|\bearl(?:y|ier) (?:check-?in|arrival)\b|\bstraight in\b`,
    ),
    told: of(
      String.raw`\bearl(?:y|ier) (?:check-?in|arrivals?)\b|\b(?:arrive|come|need)\b.{0,20}\bearlier\b|\bbefore (?:check-?in|then|that)\b`,
    ),
  },
  {
    meant: 'left luggage',
    asked: of(
      String.raw`\b(?:leave|store|keep|drop|stash|put|park|deposit|dump)\b(?= (?:all )?(?:our|the|my|some)? ?${LUGGAGE}\b)|\b(?:stay|kept|stored|wait|left|looked after)\b(?<=\b${LUGGAGE} (?:\w+ ){0,2}\w+)|\blook after (?=(?:our|the|my) ${LUGGAGE})|\b(?:dejar|guardar)\b(?=.{0,12}\b(?:maletas|equipaje)\b)`,
    ),
    told: of(
      String.raw`\b${LUGGAGE}\b.{0,30}\b(?:left|kept|stored?|deposited|stay|wait|looked after)\b|\b(?:leave|store|keep|look after|drop)\b.{0,25}\b${LUGGAGE}\b|\b(?:luggage|baggage) (?:room|store|storage)\b|\blockers?\b|\bconsigna\b|\bbag (?:drop|storage)\b`,
    ),
  },
  {
    meant: 'luggage transfer',
    asked: of(
      String.raw`\b(?:send|forward|carry|transport|ship)\b(?=.{0,25}\b${LUGGAGE}\b)|\bforward them\b|\bsend (?:it|them) (?:on|ahead)\b|\bahead\b(?<=\bsend.{0,25})`,
    ),
    told: of(
      String.raw`\b${LUGGAGE}\b.{0,25}\b(?:sent|forwarded|carried|delivered|transported|hand in)\b|\bdoor[- ]to[- ]door\b|\b(?:luggage|baggage|bag) (?:transfer|transport|service|delivery|forwarding)\b|\b(?:meets?|help) you with a (?:cart|trolley)\b|\bporters?\b`,
    ),
  },
  {
    meant: 'key',
    asked: of(
      String.raw`\b(?:open|unlock)\b(?= (?:the|our) (?:front )?(?:door|gate|house|flat|apartment|villa|cabin|barrier))|\blet ourselves in\b|\b(?:llaves?)\b|\bget (?:in|inside)\b(?<=\bhow (?:do|can|will|would) (?:we|i|you) get (?:in|inside))`,
    ),
    told: of(
      String.raw`\bkeys?\b|\b(?:lock|key) ?(?:box|safe)\b|\b(?:door|gate|entry|entrance|access|barrier|building|front door) ?codes?\b|\bcodes? (?:for|of|to) the\b|\bopens with\b|\bring the bell\b|\bllaves?\b|\bcodigo\b|\bkeypad\b`,
    ),
  },
  {
    meant: 'wi fi',
    asked: of(
      String.raw`\b(?:get|go|be|log) on ?line\b|\blog on\b|\bget on(?:to)? (?:the )?(?:net|internet)\b|\bthe (?:net|web)\b|\bconnect(?:ed)?\b(?=.{0,15}\b(?:internet|net|wifi|phone|laptop)\b)`,
    ),
    told: of(String.raw`\b(?:network|ssid|hotspot|online|(?:internet|data|wireless) connection)\b`),
  },
  {
    meant: 'password',
    asked: of(
      String.raw`\b(?:pw|pwd|pass ?word|pass|code|key|word|log-?in|clave|contrasena)\b(?=.{0,25}\b(?:wi-?fi|internet|wlan|network|net)\b)|(?<=\b(?:wi-?fi|internet|wlan|network)\b.{0,25})\b(?:pw|pwd|pass|code|key|word|log-?in|clave|contrasena)\b`,
    ),
    told: of(
      String.raw`\b(?:pass ?words?|passcode|pw|pwd|clave|contrasena)\b|\bopens? with\b|\bwords? (?:printed|is|on)\b|\bthe word\b|(?<=\b(?:wi-?fi|internet|wireless|wlan|network)\b.{0,40})(?: \/ |\bkey\b|\bcode\b|\bno password\b)`,
    ),
  },
  // In the house.
  {
    meant: 'parking',
    asked: of(
      String.raw`\b(?:put|leave|stand|keep|stow|park)\b(?= (?:the|our|a|my|your|both) (?:\w+ )?(?:cars?|van|minibus|motorhome|camper|rv|vehicles?)\b)|\b(?:spot|space|room|place) (?=for (?:the|our|a|my) (?:car|van|rv|camper))|\baparcar\b|\baparcamiento\b|\bestacionar\b`,
    ),
    told: of(
      String.raw`\bpark(?:ing|ed|s)?\b|\bcar ?parks?\b|\bgarage\b|\b(?:cars?|vehicles?|van|rvs?)\b.{0,25}\b(?:stand|left|leave|behind|space|spaces)\b|\b(?:leave|stand)\b.{0,12}\b(?:car|it at)\b|\baparcamiento\b|\bparcheggio\b`,
    ),
  },
  {
    meant: 'laundry',
    asked: of(
      String.raw`\bwash\b(?=.{0,12}\b(?:clothes|things|shirts|stuff)\b)|\b(?:do|dry) (?:a |the |our |some )?(?:laundry|washing|clothes|wash)\b|\bclean clothes\b|\blavar (?:la )?ropa\b`,
    ),
    told: of(
      String.raw`\blaundr\w*\b|\bwashing machines?\b|\bwasher\b|\bwashing\b|\bdryers?\b|\blaunderette\b|\blavanderia\b|\blavadora\b`,
    ),
  },
  {
    meant: 'quiet hours',
    asked: of(
      String.raw`\b(?:make (?:some |any )?noise|be (?:loud|noisy)|noise|play music|music|part(?:y|ies)|be quiet|quiet (?:hours|time)|loud|noisy)\b`,
    ),
    told: of(
      String.raw`^rest\b|\bquiet\b|\bsilence\b|\bno (?:loud )?(?:music|noise|part(?:y|ies))\b|\bnight(?:'s)? rest\b|\bnois[ey]\b|\bmusic\b|\bparties\b|\bruido\b|\bsilencio\b`,
    ),
  },
  {
    meant: 'cooking',
    asked: of(
      String.raw`\b(?:cook|make (?:our own )?(?:food|meals|dinner|breakfast)|use (?=the kitchen)|prepare (?:food|meals))\b(?! for us)`,
    ),
    told: of(
      String.raw`\b(?:cook\w*|kitchen(?:ette)?|stove|hob|oven|microwave|cooker|gas ring|hotplate|self-catering)\b`,
    ),
  },
  {
    meant: 'bottle warmer',
    asked: of(String.raw`\b(?:warm|heat)(?: up)?\b(?=.{0,25}\b(?:milk|bottles?|food)\b)`),
    told: of(String.raw`\bbottle warmers?\b|\bmicrowave\b|\b(?:warm|heat)\w*\b.{0,20}\b(?:bottles?|milk|food)\b`),
  },
  {
    meant: 'drinking water',
    asked: of(
      String.raw`\b(?:drink|drinking|fill)\b(?=.{0,30}\b(?:tap|water)\b)|\b(?:tap )?water\b(?=.{0,20}\b(?:drinkable|potable|safe|ok|clean|drink)\b)|\bpotable\b`,
    ),
    told: of(
      String.raw`\b(?:tap )?water\b.{0,40}\b(?:drink\w*|potable|safe|salty|boil\w*|tap)\b|\bdrink\w*\b.{0,25}\b(?:tap|water)\b|\btap water\b|\bbottled water\b`,
    ),
  },
  {
    meant: 'signal',
    asked: of(
      String.raw`\b(?:phone |mobile |cell )?(?:signal|coverage)\b|\bmobile reception\b|\bphones? work\b|\bcobertura\b`,
    ),
    told: of(
      String.raw`\b(?:cell|mobile|phone|network)\b.{0,15}\b(?:coverage|signal|reception|service|works?)\b|\bsignal\b|\bcoverage\b|\bcobertura\b`,
    ),
  },
  // Getting about.
  {
    meant: 'meeting point',
    asked: of(
      String.raw`(?<=\bwhere\b.{0,40})\b(?:leave|leaves|go|goes|start|starts|depart|departs|sail|sails|set off|sets off|run|runs)(?: from)?\b(?=\s*$| on\b| at\b)|\b(?:meeting|gathering|pick-?up|starting|departure) (?:point|place|spot)\b|(?<=\bwhere\b.{0,20})\b(?:meet|gather|wait|find|board|get on|catch)\b(?! a\b| food| some)|\bpunto de encuentro\b`,
    ),
    told: of(
      String.raw`\bmeet(?:ing|s)?\b|\b(?:leaves?|starts?|departs?|sails?|goes|departures?|sets off|runs?)\b.{0,30}\b(?:from|at)\b|\bfrom the\b.{0,30}\b(?:jetty|pier|quay|dock|station|stop|square|car park|harbour|port|office|gate|lobby|entrance)\b|\b(?:wait|gather|assemble|find us|boarding)\b.{0,15}\b(?:at|in|on|by)\b|\bpick-?up\b|\bpunto de encuentro\b`,
    ),
  },
  {
    meant: 'pick up',
    asked: of(
      String.raw`\b(?:picks?|fetch(?:es)?|collects?|meets?|gets?) (?:us|me|them|everyone)(?: up)?\b(?! (?:in|to|into|back|there)\b)|\bwait(?:s|ing)? for us\b|\brecog?ni[sz]e (?:him|her|them|the driver)?\b|\brecoge\b`,
    ),
    told: of(
      String.raw`\b(?:pick(?:s|ed)? (?:you |us )?up|picks you|fetch(?:es)? (?:you|us)|collects? (?:you|us)|meets? (?:you|us)|waits?|awaits?|expects? you|with a sign|transfers?(?! station))\b|\blook for\b`,
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
    meant: 'arrival',
    asked: of(
      String.raw`(?:\b(?:touch down|touches down|land|lands|landing|arrives?|arrival)|(?<=\b(?:when|what time|how late)\b.{0,30})\b(?:get (?:to|there|into)|gets (?:to|there|in|into)|reach|be back in))\b(?=(?!.{0,15}\b(?:${LODGING}|reception|host|owner|her|him|them|by phone)\b)|.{0,15}\b(?:boat|van)\b)`,
    ),
    told: of(
      String.raw`\b(?:arr(?:ives?|ival|iving)?\.?|lands?|landing|touch(?:es)? down|llegada)\b|\d{1,2}[:.]\d\d.{1,40}(?:->|→|>| - |–| to |, ).{0,40}\d{1,2}[:.]\d\d`,
    ),
  },
  {
    meant: 'departure',
    asked: of(
      String.raw`\b(?:departs?|departure|take off|takes off|set off|sets off|sails?|fly out|heads? off)\b|\b(?:leave|leaves|go|goes|start|starts)\b(?<=\b(?:when|what time|how often|first|last)\b.{0,60})(?<=\b(?:flight|plane|train|bus|ferry|boat|ship|coach|shuttle|tram|cruise|tour|trip|ropeway|we)\b.{0,30})(?!.{0,3}\b(?:the|our) ${LODGING}\b)(?! (?:in|out|home|back|to sleep)\b)`,
    ),
    told: of(
      String.raw`\b(?:dep(?:art(?:s|ure|ures|ing)?)?\.?|leaves?|sails?|sailings?|starts?|goes|sets? off|take-?off|out|runs?|salida)\b(?=.{0,45}\d)|\d{1,2}[:.]\d\d.{1,40}(?:->|→|>| - |–| to |, ).{0,40}\d{1,2}[:.]\d\d|^\d{1,2}[:.]\d\d\b`,
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
  // Money.
  {
    meant: 'deposit',
    asked: of(
      String.raw`\b(?:as )?(?:a )?security(?: deposit)?\b|\bcaution\b|\b(?:block|hold|freeze)(?:ed|s)?\b(?=.{0,20}\bcard\b)|\bdeposits?\b|\bleave as\b|\bfianza\b`,
    ),
    told: of(
      String.raw`\b(?:coin|money)\b.{0,25}\b(?:comes? back|drops? out|is given back)\b|\bcomes? back to you\b|\bdeposits?\b|\bsecurity\b|\bcaution\b|\bkaution\b|\bcauzione\b|\bfianza\b|\bblocked\b|\bpre-?authori[sz]\w+\b|\b(?:get|gets|given) back when\b|\bas (?:a )?(?:pledge|security)\b|\bor leave\b|\bheld on (?:your|the) card\b`,
    ),
  },
  {
    meant: 'balance',
    asked: of(
      String.raw`\b(?:the )?(?:rest|remainder|balance|remaining (?:money|amount)|other half|second half|first half|second instal?ment)\b(?: of the)?(?: money)?(?: due)?|\bstill (?:owe|to pay|have to pay)\b|(?<=\bwhen\b.{0,25})\b(?:due|pay|paid|charged?|take the money)\b|\bresto\b`,
    ),
    told: of(
      String.raw`\bthe other (?:[€$£]|[a-z]{3} )?\d|\bstill (?:open|to (?:be )?pa(?:y|id))\b|\b(?:rest|remainder|balance|remaining|outstanding|second half|half|instal?ments?|due|payable|to be paid|is paid|charged)\b|\bresto\b`,
    ),
  },
  {
    meant: 'prepaid',
    asked: of(
      String.raw`\b(?:have|has|did) (?:we|i|anyone|they) (?:already |yet )?pa(?:y|id)\b|\balready paid\b|\bpaid (?:so far|up|already)\b|\bpagado\b`,
    ),
    told: of(
      String.raw`\bpre-?paid\b|\bpaid\b|\bpayment received\b|\breceived\b|\bsettled\b|\bpagado\b|\bdeposit of\b`,
    ),
  },
  {
    meant: 'cancel',
    asked: of(
      String.raw`\b(?:cancel(?:led|s|ing|lation)?|call (?:it|this) off|drop(?:s|ped)? out|back out|pull(?:s|ed)? out|can'?t (?:come|make it|go)|never use it|don'?t (?:go|come|use it)|money back|get (?:any )?(?:of )?(?:the |our )?money(?: again)?|see any of the money|refund(?:ed)?|anular|cancelar|reembolso)\b|\bwhat (?:do|would) we (?:get back|lose)\b`,
    ),
    told: of(
      String.raw`\bcancel\w*\b|\brefund\w*\b|\b(?:gets?|returned?|given|pay) (?:the )?(?:money )?back\b|\bmoney back\b|\bnon-?refundable\b|\b(?:kept|retained|forfeit\w*|returned|reimburs\w+|withdraw\w*)\b|\banul\w+|\breembols\w+|\bno money\b|\bfree until\b|\bI return\b|\bfalls out\b`,
    ),
  },
  {
    meant: 'change booking',
    asked: of(
      String.raw`\b(?:change|move|switch|alter|shift|rebook|swap)\b(?=.{0,20}\b(?:date|day|booking|time|flight|reservation|ticket|meal|meals|name|it|slot)\b)|\b(?:need|take|want) another (?:date|day|time)\b|\bcambiar\b`,
    ),
    told: of(
      String.raw`\b(?:chang(?:e|es|ed|ing)|re-?book\w*|amend\w*|alter\w*|exchange[ds]?|switch\w*|moved|another (?:date|day)|cambios?)\b`,
    ),
  },
  {
    meant: 'discount',
    asked: of(
      String.raw`\b(?:cheaper|reduced|reductions?|discounts?|concessions?|less for|senior price|family (?:ticket|price|rate)|descuentos?)\b(?!.{0,20}\bor\b)`,
    ),
    told: of(
      String.raw`\b(?:cheaper|reduced|reductions?|discounts?|concessions?|percent off|half price|half|less|seniors?|over-?\d\ds|family|descuentos?|night ticket|evening)\b`,
    ),
  },
  {
    meant: 'free',
    asked: of(String.raw`\b(?:for free|for nothing|free of charge|cost(?:s)? nothing|free|gratis)\b(?! of)(?!-)`),
    told: of(
      String.raw`\bnobody pays\b|\bpays? nothing\b|\bfree\b|\bno (?:charge|cost|fee)\b|\bnothing\b|\bgratis\b|\bcomplimentary\b|\bwithout (?:charge|cost|paying)\b|\bincluded\b|\bgift\b|\bat no\b`,
    ),
  },
  {
    meant: 'payment method',
    asked: of(
      String.raw`\b(?:take|accept|pay|use|with|by)\b(?=.{0,15}\b(?:cards?|cash|credit|mastercard|visa|amex|contactless|apple pay|paypal|euros|dollars)\b)|\b(?:mastercard|amex|contactless|apple pay|credit cards?|debit cards?|card machine|tarjetas?|efectivo)\b|(?<=\bhow (?:do|can|is|are|should) .{0,30})\bpa(?:y|id)\b|\bcoins?\b`,
    ),
    told: of(
      String.raw`\b(?:cards?|cash|card machine|card reader|mastercard|visa|amex|contactless|bank transfer|paypal|in (?:euros?|dirham|dollars)|coins?|quarters|tarjetas?|efectivo)\b`,
    ),
  },
  {
    meant: 'penalty',
    asked: of(String.raw`\b(?:fines?|penalt(?:y|ies)|punish\w*|multa)\b`),
    told: of(
      String.raw`\b(?:fines?|fined|penalt(?:y|ies)|lost|loss|charged?|damaged?|replacement|costs? you|you pay|multa)\b`,
    ),
  },
  {
    meant: 'included',
    asked: of(
      String.raw`\b(?:included?|includes|in(?: the)? price|part of the price|come with|comes with|in that|throw(?:n)? in|incluid[oa])\b`,
    ),
    told: of(
      String.raw`\b(?:includ\w+|comes? with|in the price|free|part of|with (?:lunch|breakfast|dinner)|incluid[oa]s?|supplied|provided|lent)\b`,
    ),
  },
  // What is so and what may be.
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
      String.raw`\bhow tall\b|\b(?:tall|high|big) enough\b|\bheight (?:limit|rule)?\b|\bwhat height\b|\btoo (?:short|tall)\b`,
    ),
    told: of(String.raw`\b\d(?:[.,]\d+)? ?(?:m|cm|metres?|inches|ft|feet)\b|\bheight\b|\btall\b`),
  },
  {
    meant: 'bad weather',
    asked: of(
      String.raw`\b(?:bad weather|(?:if|when) it(?:'s| is)? (?:rains?|raining|pours|storms?|windy)|in (?:the )?rain|rainy day|storms?|sandstorm|too much wind|too windy|windy|blowing|thunder|rough sea|lluvia|mal tiempo)\b`,
    ),
    told: of(
      String.raw`\b(?:weather|rain\w*|pours|storms?|sand ?storm|wind\w*|knots|swell|rough|thunder\w*|lightning|scirocco|snow|lluvia|mal tiempo)\b`,
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
    meant: 'allowed',
    asked: of(
      String.raw`\b(?:allowed|permitted|ok to|okay to|alright to|a problem|welcome|forbidden|prohibited|se puede|permitid[oa]s?)\b`,
    ),
    told: of(
      String.raw`\b(?:allow\w*|permit\w*|may(?: not)?|welcome|forbidden|prohibited|banned|must not|cannot|can't|not (?:be|enter|for)|never|refused?|only|no (?!matter|doubt|later|more)\w+|ends the|permitid[oa]s?|prohibid[oa]s?)\b`,
    ),
  },
  // People and trouble.
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
      String.raw`\b(?:stops? on the|won't start|does(?:n't| not) start|stranded|on the hard shoulder)\b|\bbreak ?downs?\b|\b(?:broken|fails?|faults?|defects?|drained|flat|out of order|repairs?|tow\w*|roadside|assistance|punctures?|problems?)\b`,
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
];
