// Shortenings whose stop ends no sentence. Compared in lower case, without the stop.
const SHORTENINGS = new Set(
  'p.o mr mrs ms dr prof ref st sta sr jr no nos nr tel ph fax ext approx ca incl excl min max vs etc e.g i.e eg ie a.m p.m am pm hrs hr art av ave blvd rd apt fl dept est inc ltd co jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun'.split(
    ' ',
  ),
);
const LABEL = /^\p{Lu}[\p{L}'’-]{2,}(?: (?:(?:and|&|for|of) )?\p{L}{3,})?$/u;
/** The day of a month as German writes it: `11. Juni`. */
const ORDINAL_BEFORE =
  /^\s+(?:Jan(?:uar)?|Jänner|Feb(?:ruar)?|März?|April?|Mai|Jun[io]?|Jul[iy]?|Aug(?:ust)?|Sept?(?:ember)?|Okt(?:ober)?|Nov(?:ember)?|Dez(?:ember)?)(?!\p{L})/u;
const LIST_NUMBER = /^\d{1,2}$/;

/** Whether the stop at the end of `before` ends a sentence, given what comes after. */
const endsSentence = (before: string, after: string, first: boolean): boolean => {
  if (!/^["'’”)\]]*\s+["'‘“([]*[\p{Lu}\p{N}\p{Lo}]/u.test(after)) return false;
  const word = /(\S+)$/.exec(before.replace(/\.$/, ''))?.[1]?.replace(/^[("'“‘[]+/, '') ?? '';
  const low = word.toLowerCase();
  if (/^(?:a\.m|p\.m|am|pm|etc)$/.test(low)) return /^["'’”)\]]*\s+["'‘“([]*\p{Lu}/u.test(after);
  if (LIST_NUMBER.test(word) && ORDINAL_BEFORE.test(after)) return false;
  // "10 June. Dinner": a day's or month's name in full is not in the list; "No. 5", "St. Mary", "J. Silva" go on.
  return (
    !SHORTENINGS.has(low) &&
    (!/^\p{L}$/u.test(word) || /\d ?[a-z]\.$/.test(before)) &&
    !(first && LIST_NUMBER.test(word))
  );
};

/**
 * The sentences of a paragraph, in order, nothing lost but the spaces between. A question keeps the sentence that
 * answers it: an FAQ's "Are pets welcome? No." says nothing when it is torn apart.
 */
export const sentencesOf = (paragraph: string): readonly string[] => {
  const sentences: string[] = [];
  let start = 0;
  let holds = false;
  for (let index = 0; index < paragraph.length; index += 1) {
    const sign = paragraph[index];
    if (sign !== '.' && sign !== '!' && sign !== '?' && sign !== '…') continue;
    const after = paragraph.slice(index + 1, index + 14);
    const from = Math.max(start, index - 24);
    const first = paragraph.slice(start, index).trim().length <= 2;
    const stands =
      sign === '.' ? endsSentence(paragraph.slice(from, index + 1), after, first) : /^["'’”)\]]*\s/.test(after);
    if (!stands) continue;
    if (sign === '?' && !holds && index - start < 200) {
      holds = true;
      continue;
    }
    // A label ("Parking. Free, by the gate.") says nothing without what it labels.
    if (sign === '.' && sentences.length === 0 && !holds && LABEL.test(paragraph.slice(0, index))) {
      holds = true;
      continue;
    }
    const closing = /^["'’”)\]]*/.exec(after)?.[0].length ?? 0;
    sentences.push(paragraph.slice(start, index + 1 + closing).trim());
    start = index + 1 + closing;
    holds = false;
  }
  const rest = paragraph.slice(start).trim();
  if (rest !== '') sentences.push(rest);
  return sentences;
};
