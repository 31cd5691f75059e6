const LABELS =
  'conf(?:irmation)?|booking|reservation|ref(?:erence)?|record locator|pnr|order|localizador|reserva|buchung|reservierung|bestellung|auftrag|buchungsbestätigung|(?:buchungs|reservierungs|auftrags|bestätigungs|bestell)(?:nummer|code|nr)|réservation|dossier|commande|prenotazione|conferma|e-?ticket|agreement';
const BETWEEN =
  'confirmation|number|code|no|ref(?:erence)?|id|nr|num|numéro|número|numero|nummer|lautet|is|de dossier|de reserva';
const SAID = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${LABELS})(?![\\p{L}])(?:\\s+(?:${BETWEEN})(?![\\p{L}])\\.?)*\\s*(?:is(?![\\p{L}])|n[°º]|[:#|])*\\s*#?(?=(\\d{3}(?: \\d{3})+|(?:[A-Z]{2,3} (?=\\d{3}))?[A-Za-z0-9][A-Za-z0-9-]{2,19})(?![\\p{L}\\p{N}]))`,
  'giu',
);

/** A code and no word: it has a digit, or is all capitals as an airline's record locator is. */
const isCode = (word: string): boolean =>
  word === word.toUpperCase() &&
  (/\d.*\d/.test(word) || (/[A-Z]/.test(word) && /\d/.test(word)) || /^[A-Z]{6}$/.test(word));

/** The confirmation number a text states (`confirmation ABC123`, `Booking reference: HM-48213`); the first one. */
export const confirmationIn = (text: string): string | undefined => {
  for (const [, code = ''] of text.slice(0, 20_000).matchAll(SAID)) {
    // A year or a day is no code.
    if (isCode(code) && !/^(?:19|20)\d\d(?:-\d\d)*$/.test(code)) return code;
  }
  return undefined;
};
