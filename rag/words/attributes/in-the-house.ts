import { type Attribute, of } from './attribute.ts';

/** What is asked of a house, a room or a site. */
export const IN_THE_HOUSE: readonly Attribute[] = [
  {
    meant: 'parking',
    asked: of(
      String.raw`\b(?:put|leave|stand|keep|stow|park)\b(?= (?:the|our|a|my|your|both) (?:\w+ )?(?:cars?|van|minibus|motorhome|camper|rv|vehicles?)\b)|\b(?:spot|space|room|place) (?=for (?:the|our|a|my) (?:car|van|rv|camper))|\baparcar\b|\baparcamiento\b|\bestacionar\b`,
    ),
    told: of(
      String.raw`\bparking\b|(?<!\b(?:prams?|buggy|buggies|strollers?|pushchairs?|bikes?|bicycles?)\b.{0,20})\bparked\b|(?:^|[.;:,!] |\b(?:to|can|cannot|may|must|not|don't|you|we|please|and|or|never|always|where) )park\b|\bcar ?parks?\b|\bgarage\b|\b(?:cars?|vehicles?|van|rvs?)\b.{0,25}\b(?:stand|left|leave|behind|space|spaces)\b|\b(?:leave|stand)\b.{0,12}\b(?:car|it at)\b|\baparcamiento\b|\bparcheggio\b`,
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
      String.raw`\b(?:make (?:some |any )?noise|be (?:loud|noisy)|(?<!\bwhy\b.{0,40}|\bwhat\b.{0,15})noise|play music|music|part(?:y|ies)|be quiet|quiet (?:hours|time)|loud|noisy)\b`,
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
      String.raw`(?<=\bdrink\b.{0,15})\bfrom (?:the )?tap\b|\b(?:drink|drinking|fill)\b(?=.{0,30}\b(?:tap|water)\b)|\b(?:tap )?water\b(?=.{0,20}\b(?:drinkable|potable|safe|ok|clean|drink)\b)|\bpotable\b`,
    ),
    told: of(
      String.raw`\b(?:tap )?water\b.{0,40}\b(?:drink\w*|potable|safe|salty|boil\w*|tap)\b|\bdrink\w*\b.{0,25}\b(?:tap|water)\b|\btap water\b|\bbottled water\b`,
    ),
  },
  {
    meant: 'mains',
    asked: of(
      String.raw`\belectricity\b(?! (?:bill|meter))|\bpower\b(?= (?:goes|go|comes?|is|gets?|be|will|on|off)\b)`,
    ),
    told: of(String.raw`\b(?:generator|electric\w*|mains|power (?:cuts?|is|comes?)|hook-?ups?|solar)\b`),
  },
  {
    meant: 'fed',
    asked: of(
      String.raw`\b(?:get|have|is there|are there|be) (?:any |some )?(?:food|fed|meals)\b|\b(?:food|meals) included\b`,
    ),
    told: of(
      String.raw`\bwith (?:a )?(?:lunch|dinner|breakfast|meals?|supper)\b|\b(?:lunch|dinner|breakfast|meals?|supper|picnic)\b.{0,50}\b(?:included|free|provided)\b|\b(?:half|full) board\b|\bincludes? (?:lunch|dinner|breakfast|meals?|supper)\b|\b(?:lunch|dinner|breakfast|meals?|supper|snacks?|food)\b.{0,30}\b(?:served|covered|handed out|in the (?:fare|price|rate))\b`,
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
  {
    meant: 'throw away',
    asked: of(String.raw`\b(?:throw (?:away|out)|get rid of|dispose of|recycle|throw)\b`),
    told: of(String.raw`\b(?:rubbish|waste|trash|garbage|litter|bins?|recycl\w+|containers?)\b`),
  },
  {
    meant: 'charging',
    asked: of(
      String.raw`\b(?:charge|recharge|plug in)\b(?=.{0,20}\b(?:phones?|car|laptops?|batter(?:y|ies)|devices?|things|cameras?|tablets?)\b)`,
    ),
    told: of(String.raw`\b(?:charg(?:er|ers|ing)|sockets?|plugs?|usb|kwh|wall ?box)\b`),
  },
  {
    meant: 'changing table',
    asked: of(
      String.raw`\bchange\b(?= (?:the |a |our |my )?(?:baby|bab(?:y|ies)'?s?|nappy|nappies|diapers?|little one)\b)`,
    ),
    told: of(String.raw`\b(?:changing (?:table|mat|room|unit)s?|baby[ -]?chang\w+|nappy)\b`),
  },
];
