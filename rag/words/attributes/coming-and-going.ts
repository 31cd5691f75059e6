import { type Attribute, LODGING, LUGGAGE, of } from './attribute.ts';

/** Arriving, leaving, and what is left or sent meanwhile. */
export const COMING_AND_GOING: readonly Attribute[] = [
  {
    meant: 'check in',
    asked: of(
      String.raw`\b(?:get|come|go|move|let (?:us|me)|settle|moving) (?:straight |back )?in(?:to)?\b(?=(?: (?:to|the|our|my|a) ){0,1}.{0,20}\b${LODGING}\b|(?<!\b(?:latest|last)\b.{0,30})\s*$| on\b| at\b)|\b(?:earliest|soonest)\b(?=.{0,25}\b${LODGING}\b)|\b(?:enter|occupy)\b(?= (?:the|our) )|\b(?:have|use|get)\b(?= (?:the|our) ${LODGING}\b(?!.{0,20}\bkeys?\b))|\b(?:ready|available|ours|hand(?:ed)? ?over)\b(?=.{0,12}$)|\b(?:arrive|turn up|show up|arrival|entrar|llegar|llegada|entrada)\b(?= (?:at|to|in) (?:the|our) ${LODGING})|\b(?:earliest|soonest|time) (?:we|i|one) (?:can|may) (?:arrive|come|enter)\b|\bactually board\b`,
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
      String.raw`\b(?:keep|have)\b(?=.{0,20}\b(?:til|till|until|longer)\b)|\bstay\b(?=.{0,30}\b(?:longer|later)\b)|\bhours? longer\b|\bstay (?:a (?:little|bit) )?(?:longer|later|on(?=\s*$| for\b| till\b| until\b))\b|\b(?:leave|check ?out) later\b|\blater? (?:check-?out|departure)\b|\bextra hours?\b|\blate hour\b`,
    ),
    told: of(
      String.raw`\blater? (?:check-?out|departure|leaving)\b|\b(?:stay|keep|remain|use|may have)\b.{0,25}\b(?:until|till|longer)\b|\b(?:extra|additional|late|further) hours?\b|\bafter (?:check-?out|departure)\b`,
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
    meant: 'late arrival',
    asked: of(
      String.raw`\b(?:arrive|arriving|turn(?:ing)? up|show(?:ing)? up|get(?:ting)? (?:there|in)|come|coming|check(?:ing)? ?in|land|be there)(?: (?:really|very|too|a bit))? (?:late|later|in the (?:middle of the )?night|after midnight)\b(?! (?:back|return))|\blate (?:arrivals?|check-?in)\b|\bafter (?:hours|reception (?:is closed|closes))\b`,
    ),
    told: of(
      String.raw`\blater? (?:arrivals?|check-?in)\b|\blatest\b.{0,20}\b(?:arriv\w+|come|check-?in)\b|\b(?:arriv\w+|check-?in)\b.{0,20}\blatest\b|\barriv\w+ (?:late|later|after)\b|\b(?:after|out of) hours\b|\bafter (?:the )?reception\b|\bif (?:nobody|no one) is\b|\bnight (?:bell|porter|desk)\b`,
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
      String.raw`\b(?:open|unlock)\b(?= (?:the|our) (?:\w+ )?(?:door|gate|house|flat|apartment|villa|cabin|barrier))|\blet ourselves in\b|\b(?:llaves?)\b|\bget (?:in|inside)\b(?<=\bhow (?:do|can|will|would) (?:we|i|you) get (?:in|inside))`,
    ),
    told: of(
      String.raw`\bkeys?\b|\b(?:lock|key) ?(?:box|safe)\b|\b(?:door|gate|entry|entrance|access|barrier|building|front door) ?codes?\b|\bcodes? (?:for|of|to) the\b|\bopens with\b|\bring the bell\b|\bllaves?\b|\bcodigo\b|\bkeypad\b`,
    ),
  },
  {
    meant: 'entry code',
    asked: of(
      String.raw`(?<=\b(?:gate|door|entry|entrance|building|garage|barrier|alarm|safe|lock|lock ?box|key ?box|key ?safe)\b )(?:codes?|pins?|combination|numbers?)\b|\b(?:codes?|pins?|combination|numbers?) (?:for|to|of) (?=(?:the |our )?(?:\w+ )?(?:gate|door|entry|entrance|building|garage|barrier|alarm|safe|lock|lock ?box|key ?box|key ?safe)\b)`,
    ),
    told: of(
      String.raw`\b(?:codes?|pins?|combination|keypad)\b|\bopens? (?:with|by|using|to)\b(?=.{0,60}\b\d{3,})|\b(?:press|enter|type|dial|punch in|key in)\b(?=.{0,15}\b\d{3,})`,
    ),
  },
  {
    meant: 'wi fi',
    asked: of(
      String.raw`\b(?:get|go|be|log) on ?line\b|\blog on\b|\bget on(?:to)? (?:the )?(?:net|internet)\b|\bthe (?:net|web)\b|\bconnect(?:ed)?\b(?=.{0,15}\b(?:internet|net|wifi|phone|laptop)\b)`,
    ),
    told: of(
      String.raw`^net: |\b(?:networks?|ssid|hotspot|(?:get|gets|getting|go|goes|going|be) online|(?:internet|data|wireless) connection)\b`,
    ),
  },
  {
    meant: 'password',
    asked: of(
      String.raw`\b(?:pw|pwd|pass ?word|pass|code|key|word|log-?in|clave|contrasena)\b(?=.{0,25}\b(?:wi-?fi|internet|wlan|network|net)\b)|(?<=\b(?:wi-?fi|internet|wlan|network)\b.{0,25})\b(?:pw|pwd|pass|code|key|word|log-?in|clave|contrasena)\b`,
    ),
    told: of(
      String.raw`\b(?:pass ?words?|passcode|pw|pwd|clave|contrasena)\b|\bpass (?=\S*\d)|\bopens? with\b|\bwords? (?:printed|is|on)\b|\bthe word\b|(?<=\b(?:wi-?fi|internet|wireless|wlan|network)\b.{0,40})(?: \/ |\bkey\b|\bcode\b|\bno password\b)`,
    ),
  },
];
