import { isGsm7, segmentsOf } from './segments.ts';

/** Typography that says the same in GSM-7. Letters are never changed: names and places keep their spelling. */
const PLAIN: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201A': "'",
  '\u201B': "'",
  '\u2039': "'",
  '\u203A': "'",
  '\u2032': "'",
  '\u00B4': "'",
  '`': "'",
  '\u201C': '"',
  '\u201D': '"',
  '\u201E': '"',
  '\u201F': '"',
  '\u2033': '"',
  '\u00AB': '"',
  '\u00BB': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2015': '-',
  '\u2212': '-',
  '\u2022': '-',
  '\u00B7': '-',
  '\u2026': '...',
  '\u2192': '->',
  '\u2190': '<-',
  '\u00D7': 'x',
  '\u2264': '<=',
  '\u2265': '>=',
  '\u2248': '~',
  '\u2713': 'OK',
  '\u2714': 'OK',
  '\u2717': 'x',
  '\u2718': 'x',
  '\u2605': '*',
  '\u2606': '*',
  '\u2028': '\n',
  '\u2029': '\n',
  '\t': ' ',
};
const SPACES = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g;
const INVISIBLE = /[\u00AD\u200B-\u200F\u2060-\u2064\uFEFF]|\uFE0E|\uFE0F/g;
const TYPOGRAPHY = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g');

/** Pictures that carry meaning in our own messages; every other one is left out, the turtle of saving mode too: its sentence says it. */
const IN_WORDS: Readonly<Record<string, string>> = { '✅': 'OK', '❌': 'x', '⭐': '*' };
const PICTURE =
  /[#*0-9]\uFE0F?\u20E3|[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}]|[\u{E0020}-\u{E007F}]/gu;

/** Spanish vowels that GSM-7 has not with their accent (it has `é`, `ñ`, `ü`, `¿`, `¡`); texts leave it out and everybody reads them. */
const UNACCENTED: Readonly<Record<string, string>> = {
  á: 'a',
  í: 'i',
  ó: 'o',
  ú: 'u',
  Á: 'A',
  Í: 'I',
  Ó: 'O',
  Ú: 'U',
};

/**
 * The text as it is cheapest to send: smart quotes, dashes, ellipses and odd spaces become plain ones when that makes it
 * GSM-7, and pictures are said in words or dropped when that also saves a part. A text that needs other letters is left as it is,
 * except that one in `spanish` goes without accents where that halves its price.
 */
export const fold = (text: string, spanish = false): string => {
  if (isGsm7(text)) return text;
  if (spanish) {
    const bare = fold(text.normalize('NFC').replace(/[áíóúÁÍÓÚ]/g, (letter) => UNACCENTED[letter] ?? letter));
    return isGsm7(bare) && segmentsOf(bare).count < segmentsOf(text).count ? bare : fold(text);
  }
  const plain = text.replace(TYPOGRAPHY, (character) => PLAIN[character] ?? character).replace(SPACES, ' ');
  // Joiners shape some scripts' letters: they go only where nothing but GSM-7 is left.
  const visible = plain.replace(INVISIBLE, '');
  if (isGsm7(visible)) return visible;
  const worded = plain.replace(PICTURE, inWords).replace(INVISIBLE, '').replace(/ {2,}/g, ' ').replace(/^ | $/gm, '');
  return isGsm7(worded) && segmentsOf(worded).count < segmentsOf(text).count ? worded : text;
};

/** A keycap is its digit; a known picture its words; any other nothing. */
const inWords = (picture: string): string =>
  picture.endsWith('\u20E3') ? picture.charAt(0) : (IN_WORDS[picture] ?? '');
