/** How a text goes over the air, and in how many billed parts (https://www.twilio.com/docs/glossary/what-is-gsm-7-character-encoding). */
export interface Segments {
  readonly encoding: 'GSM-7' | 'UCS-2';
  readonly count: number;
}

/** Units one part holds alone and as part of several (GSM 03.38 septets, UTF-16 units). */
const GSM_ALONE = 160;
const GSM_PART = 153;
const UCS_ALONE = 70;
const UCS_PART = 67;

const GSM_BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const GSM_EXTENDED = '\f^{}\\[~]|€';

/** Septets a UTF-16 unit costs in GSM-7; 0 when GSM-7 does not have it. Every unit of GSM-7 is below this table's end. */
const SEPTETS = new Uint8Array(0x20ad);
for (const character of GSM_BASIC) SEPTETS[character.charCodeAt(0)] = 1;
for (const character of GSM_EXTENDED) SEPTETS[character.charCodeAt(0)] = 2;

/** True when every character is in the GSM-7 alphabet. */
export const isGsm7 = (text: string): boolean => {
  for (let index = 0; index < text.length; index += 1) {
    if (!SEPTETS[text.charCodeAt(index)]) return false;
  }
  return true;
};

/** Counts the parts of a text as carriers bill them; an empty text has none. */
export const segmentsOf = (text: string): Segments => {
  if (text === '') return { encoding: 'GSM-7', count: 0 };
  return isGsm7(text)
    ? { encoding: 'GSM-7', count: parts(text, GSM_ALONE, GSM_PART, septets) }
    : { encoding: 'UCS-2', count: parts(text, UCS_ALONE, UCS_PART, units) };
};

const septets = (character: string): number => SEPTETS[character.charCodeAt(0)] ?? 0;
const units = (character: string): number => character.length;

/** A character that takes two units is never split between parts: the first of the two stays a unit short. */
const parts = (text: string, alone: number, part: number, cost: (character: string) => number): number => {
  let total = 0;
  let count = 1;
  let used = 0;
  for (const character of text) {
    const size = cost(character);
    total += size;
    if (used + size > part) {
      count += 1;
      used = 0;
    }
    used += size;
  }
  return total <= alone ? 1 : count;
};
