/** A time as it is written: `half` when it says am or pm, `clear` when nothing else could be meant. */
interface ReadTime {
  readonly minutes: number;
  readonly half?: 'am' | 'pm';
  readonly clear: boolean;
  readonly end: number;
}

/** From when to when, in minutes after midnight; `to` is above 1440 past midnight. `end` is where reading stopped. */
export interface ReadRange {
  readonly from: number;
  readonly to: number;
  /** False for bare numbers (`10-18`), which mean hours only where hours are spoken of. */
  readonly clear: boolean;
  readonly end: number;
}

const TIME =
  /(?:(noon|midday|midnight)\b|(\d{1,2})(?:[:.](\d{2})(?!\d)|h(\d{2})(?!\d)|(h)\b)?(?:\s?([ap])\.?m\b\.?)?)/iy;
const TO = /\s*(?:-|to|until|till|and|through)\s*/iy;
/** A number before these is a time of nothing: an age, a price, a length, a date, a count. */
const COUNTED =
  /^[ \t]*(?:[€$£%]|(?:eur|usd|gbp|euros?|hours?|hrs?|minutes?|mins?|people|persons?|guests?|adults?|kids|children|km|m|metres?|meters?|years?|yrs?|nights?|days?|steps?|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\b|(?:january|february|march|april|june|july|august|september|october|november|december)\b|[./]\d)/i;
const PRICED = /(?:[€$£]|\b(?:eur|usd|gbp|chf|ages?|aged|under|over|page|room|no\.?))\s*~?$/i;

const timeAt = (text: string, index: number): ReadTime | undefined => {
  TIME.lastIndex = index;
  const found = TIME.exec(text);
  if (!found) return undefined;
  const end = TIME.lastIndex;
  const [, word, hourText = '', dotted, hMinutes, hAlone, halfLetter] = found;
  if (word) return { minutes: word.toLowerCase() === 'midnight' ? 1440 : 720, clear: true, end };
  const hour = Number(hourText);
  const minute = Number(dotted ?? hMinutes ?? 0);
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return undefined;
  if (halfLetter) {
    if (hour < 1 || hour > 12) return undefined;
    const half = halfLetter.toLowerCase() === 'a' ? 'am' : 'pm';
    return { minutes: ((hour % 12) + (half === 'pm' ? 12 : 0)) * 60 + minute, half, clear: true, end };
  }
  return { minutes: hour * 60 + minute, clear: dotted !== undefined || hMinutes !== undefined || Boolean(hAlone), end };
};

/** The range of times that begins exactly at `index`, if one does. */
export const rangeAt = (text: string, index: number): ReadRange | undefined => {
  const before = text.slice(Math.max(0, index - 14), index);
  if (/[\d.,:/]$/.test(before) || PRICED.test(before)) return undefined;
  const first = timeAt(text, index);
  if (!first) return undefined;
  TO.lastIndex = first.end;
  if (!TO.test(text)) return undefined;
  const second = timeAt(text, TO.lastIndex);
  if (!second || /^[\d:]/.test(text.slice(second.end))) return undefined;
  const clear = first.clear || second.clear;
  if (COUNTED.test(text.slice(second.end)) && !(first.half ?? second.half)) return undefined;
  let from = first.minutes;
  let to = second.minutes;
  // `1-5pm` means both in the afternoon, `10-6pm` does not.
  if (second.half === 'pm' && !first.half && from < 720 && from + 720 < to) from += 720;
  if (to <= from) {
    const afternoon = to + 720;
    to = from < 720 && !second.half && to < 720 && afternoon > from ? afternoon : to + 1440;
    if (first.half === 'pm' && !second.half && second.minutes + 720 > from && second.minutes < 720)
      to = second.minutes + 720;
  }
  if (from >= 1440 || to - from > 1440) return undefined;
  return { from, to, clear, end: second.end };
};

/** A single time that can be nothing else (`19:30`, `8pm`, `20h`, `noon`), at or after `index`. */
export const nextClearTime = (
  text: string,
  index = 0,
): { readonly minutes: number; readonly index: number; readonly end: number } | undefined => {
  for (let at = index; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (!/[\dnm]/i.test(letter) || /[\w.,:€$£]/.test(text.charAt(at - 1))) continue;
    const found = timeAt(text, at);
    const before = text.slice(Math.max(0, at - 8), at);
    if (found?.clear && !PRICED.test(before) && !COUNTED.test(text.slice(found.end)) && found.minutes < 1440)
      return { minutes: found.minutes, index: at, end: found.end };
    if (found) at = found.end - 1;
  }
  return undefined;
};
