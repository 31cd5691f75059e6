/**
 * Ways of saying a thing that no single word of them says: what they mean is searched and found as if the word itself
 * stood there. In lower case, without accents.
 */
export const SAYINGS: readonly (readonly [said: RegExp, meant: string])[] = [
  [/\b(?:cost|costs|much|price|pay)\b(?: (?!and\b)\w+){0,3} (?:get|go|come) in(?:to|side)?\b/, 'entrance'],
  [
    /(?<!\b(?:cost|costs|much|price|pay)\b(?: (?!and\b)\w+){0,3} )\bget in(?:to|side)?\b(?! (?:free|touch))|\bmove in(?:to)?\b|\b(?:rooms?|apartments?|flats?|houses?|villas?|cottages?|cabins?|bungalows?|beds?|lodges?)\b.{0,25}\b(?:ready|available|yours|occupied|free)\b.{0,20}\b(?:from|at|after|before)\b|\barriv(?:al|e|ing)\b.{0,25}\b(?:from|after|before|between)\b/,
    'checkin',
  ],
  [
    /\b(?:be|are|move|moved|get) (?:out|away)\b|\bhave to leave\b|\bmust leave\b|\bleave (?:the )?(?:rooms?|apartments?|flats?|house|villa|cottage|cabins?|hotel|keys?|pension)\b|\bplease leave by\b|\b(?:must|should|to) be (?:empty|vacated|cleared|out)\b|\bdeparture\b.{0,25}\b(?:by|before|until|latest)\b/,
    'checkout',
  ],
  [/\b(?:put|leave|stand|keep) (?:the|our|a|my|your) (?:car|van|minibus|motorhome|camper)\b/, 'parking'],
  [/\b(?:old|big|young) enough\b|\btoo (?:young|old|small|little)\b|\bwhat ages?\b|\bhow old\b/, 'age'],
  [
    /\b(?:under|over|below|above|younger than|older than) (?:the age of )?\d|\bages? \d|\bminimum age\b|\d{1,2} (?:to|-|and) \d{1,2} years|\bfrom \d{1,2} years/,
    'age',
  ],
  [/\bunder \d{1,2}s?\b|\bup to (?:the age of )?\d{1,2} years\b|\bfrom \d{1,2} to \d{1,2}\b/, 'child'],
  [/\b(?:all together|altogether|all in|in all|in total|all up|whole thing)\b|\btotal\b/, 'total'],
  [/\b(?:going|way|journey|trip) (?:out|there)\b|\boutbound\b|\boutward\b|^out:/, 'outbound'],
  [
    /\b(?:way|flight|train|one|ferry|trip|journey|bus|boat|get|come|comes|coming|go|goes|going|travel|sail|ride|runs?) (?:home|back)\b|\binbound\b|\breturn(?:s|ing)?\b|^back\b|\b(?:give|bring|take|hand|drop)s? (?:it|them|(?:the|our|this) \w+) (?:back|off)\b|\b(?:be|due) back\b/,
    'return',
  ],
  [/\b(?:breaks?|broke|broken) down\b/, 'breakdown'],
  [
    /\bhow early\b|\bbe (?:at|there|here)\b.{0,40}\b(?:before|early|ahead)\b|\barrive\b.{0,30}\b(?:before|early|ahead)\b/,
    'beforehand',
  ],
  [/\blast day\b|\bday (?:we|you) (?:leave|go)\b|\bstay (?:till|until|longer)\b|\blate departure\b/, 'checkout'],
  [
    /\b(?:latest|last)\b.{0,25}\b(?:go in|get in|go into|enter|entry|admission|let in|come in)\b|\blast (?:people|visitors|guests|persons)\b.{0,15}\bin\b/,
    'lastentry',
  ],
  [/\bmoney back\b/, 'refund'],
  [/\b(?:7|seven)[ -](?:days?|nights?)\b/, 'week'],
  [/\b(?:somewhere|anywhere|something|place|places) to eat\b/, 'restaurant'],
  [/\b(?:go|goes|leave|leaves|depart|departs|start|starts|sail|sails|set off|sets off) from\b/, 'meeting point'],
  [/\bon board\b|\baboard\b/, 'boat'],
  [/\bbeaufort\b|\bforce \d/, 'wind'],
  [
    /\bby (?:him|her|them|my|your|our|one)sel(?:f|ves)\b|\bon (?:his|her|their|my|your|our|one's) own\b|\bunaccompanied\b|\b(?:without|with no) (?:an? )?(?:adults?|parents?|grown-?ups?)\b/,
    'alone',
  ],
  [/\b(?:what|which) (?:make|brand|model)\b/, 'brand'],
  [/\bwhere (?:do|can|should) (?:we|i) get (?:the|our|my)\b/, 'pick up'],
];
