/** What is wanted to be booked, and where. */
export interface BookingWish {
  readonly what: 'table' | 'bed' | 'visit' | 'ride';
  /** The place that is named: `Ribeira Kitchen`. */
  readonly at?: string | undefined;
  /** The day as it was said: `on saturday`. */
  readonly day?: string | undefined;
}

/** The longest message that is looked at. */
const MOST = 300;

const POLITE =
  "(?:(?:hi|hey|hello|ok(?:ay)?|so|please|pls|and|oh|hola|oye|bueno|por favor|porfa)[,!]? )*(?:(?:can|could|would|will|can['’]?t) (?:you|u|pathfinder) (?:please |pls |maybe |just |also )?|(?:i|we)(?:['’]d| would) (?:like|love) you to |(?:i|we) (?:want|need) you to |go ahead and |you should )?(?:please |pls )?";
const FOR_US = '(?: (?:us|me|them))?';
const SOME = '(?: (?:an?|the|our|some|two|three|four|five|\\d+))?(?: [\\p{L}-]+){0,2}?';
/** `book us a table`, `can you get tickets for the zoo`, `make a reservation at Roma`; to book a thing needs no word for its kind. */
const BOOKS = new RegExp(
  `^${POLITE}(?:(?:book|reserve)(?!(?:ed|ing|s)\\b)(?! in\\b)${FOR_US} (?=\\S)|(?:get|buy|order|find and book)${FOR_US}${SOME} (?:tables?|tickets?|taxis?|cabs?|rooms?|seats?|flights?)\\b|(?:make|do)${FOR_US} (?:an?|the|our) (?:\\w+ )?(?:reservation|booking)\\b|(?:take care of|handle|do) (?:the|our) (?:bookings?|reservations?)\\b)`,
  'iu',
);
const RESERVA = new RegExp(
  `^[¿¡\\s]*${POLITE}(?:(?:nos |me )?(?:puedes|podr[ií]as|puede|quieres) )?(?:reserv(?:ar(?:nos|me)?|a(?:s|nos|me)?|anos)|res[eé]rv(?:anos|ame)|compr(?:ar(?:nos|me)?|a(?:s|nos|me)?)|c[oó]mpr(?:anos|ame)|cons[ií]guenos|pide|p[ií]denos)(?: ya)? (?=(?:un[oa]?s?|el|la|los|las|dos|tres|cuatro|\\d+|mesa|boletos|entradas|habitaci|vuelo|hotel))`,
  'iu',
);
const OTHERWISE =
  /\b(?:poll|vote|guide|note|plan(?:ner)?|remind\w*|cancel\w*|expense|paid)\b|(?<!\p{L})(?:encuesta|anota|recu[eé]rda\p{L}*|cancel\p{L}*)(?!\p{L})/iu;

const TABLE =
  /\b(?:tables?|reservations?|bookings?|restaurants?|dinner|lunch|breakfast|mesas?|restaurantes?|cena|almuerzo|comida)\b/i;
const BED =
  /\b(?:rooms?|hotels?|hostels?|apartments?|villas?|airbnb|cottages?|habitaci[oó]n(?:es)?|cuartos?|hoteles|apartamentos?|departamentos?|casa)\b/i;
const RIDE =
  /\b(?:flights?|taxis?|cabs?|cars?|vans?|trains?|ferr(?:y|ies)|bus(?:es)?|vuelos?|carros?|coches?|trenes?|tren|autob[uú]s)\b/i;
const DAY =
  '(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tonight|tomorrow|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo|hoy|ma[ñn]ana';
const WHEN = new RegExp(`(?<!\\p{L})(?:(?:on|for|el|para el|para) )?(${DAY})(?!\\p{L})`, 'iu');
/** `at Ribeira Kitchen`, `for the zoo`, up to a number, a day or what it is for. */
const AT = new RegExp(
  `(?<!\\p{L})(?:at|in|en|from) (?:the |el |la |los |las )?((?!\\d|${DAY})\\p{L}[\\p{L}'’.& -]{1,40}?)(?= (?:for|on|at|in|by|this|next|around|para|el|a las|de)\\b| (?:${DAY})(?!\\p{L})|[,.?!]|\\s*$)`,
  'iu',
);

/** What a message wants booked for them; nothing when it wants nothing of the kind. */
export const readBookingWish = (message: string): BookingWish | undefined => {
  const text = message.trim().slice(0, MOST);
  if ((!BOOKS.test(text) && !RESERVA.test(text)) || OTHERWISE.test(text)) return undefined;
  const what = TABLE.test(text) ? 'table' : BED.test(text) ? 'bed' : RIDE.test(text) ? 'ride' : 'visit';
  return { what, at: AT.exec(text)?.[1]?.trim(), day: WHEN.exec(text)?.[1] };
};
