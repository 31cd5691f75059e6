import { type Attribute, of } from './attribute.ts';

/** What is paid, when, how, and what comes back. */
export const MONEY: readonly Attribute[] = [
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
      String.raw`\b(?:cancel(?:led|s|ing|lation)?|call (?:it|this) off|drop(?:s|ped)? out|back out|pull(?:s|ed)? out|(?<!\b(?:which|what|where|who)\b.{0,40})can'?t (?:come|make it|go)(?! (?:in|into|to|on|aboard|up|down|there|out|without)\b)|never use it|don'?t (?:go|come|use it)|money back|get (?:any )?(?:of )?(?:the |our )?money(?: again)?|see any of the money|refund(?:ed)?|anular|cancelar|reembolso)\b|\bwhat (?:do|would) we (?:get back|lose)\b`,
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
    asked: of(
      String.raw`\b(?:ride|rides|travel|travels|go|goes|get in|gets in|come|sail|enter) (?:in )?(?:for )?free\b|\b(?:for free|for nothing|free of charge|cost(?:s)? nothing|free|gratis)\b(?! of)(?!-)`,
    ),
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
      String.raw`\b(?:includ\w+|comes? with|in the price|free|part of|with (?:lunch|breakfast|dinner)|incluid[oa]s?|supplied|provided|lent|covered by|in the (?:fare|rate|rent))\b`,
    ),
  },
];
