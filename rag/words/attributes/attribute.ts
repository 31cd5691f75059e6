/** Something of a trip that travellers ask about, and the many ways in which it is asked and told. */
export interface Attribute {
  /** The word that stands for it; one of the words of `CONCEPTS`, or one of its own. */
  readonly meant: string;
  /** How it is asked: these words of a question stand for it and for nothing else. */
  readonly asked: RegExp;
  /** How papers tell it, besides. */
  readonly told: RegExp;
}

/** Where people stay, as a part of a pattern. */
export const LODGING =
  '(?:rooms?|apartments?|flats?|houses?|villas?|cottages?|cabins?|bungalows?|studios?|chalets?|lodges?|hotel|hostel|riad|ryokan|suites?|place|tents?|house boat|van|camper|boat)';
/** What they carry, as a part of a pattern. */
export const LUGGAGE = '(?:bags?|luggage|baggage|suitcases?|cases?|backpacks?|rucksacks?|stuff|things|skis|gear)';
/** A pattern that is tried wherever it may stand. */
export const of = (source: string): RegExp => new RegExp(source, 'g');
