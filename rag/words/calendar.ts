/** A stretch of the year without a year, both ends in it, as `month * 32 + day`; one that ends before it begins runs over New Year. */
export interface YearSpan {
  readonly from: number;
  readonly to: number;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DAY = '(?:\\d{1,2}(?:st|nd|rd|th)?)';
const POINT = `(?:(?:(?<before>${DAY})\\.?(?: of)? )?\\b(?<month>${MONTH})\\b\\.?(?: (?<after>${DAY})(?![:.,]?\\d| ?(?:am|pm|h|eur|usd|gbp|chf)\\b))?)`;
const FIND_POINT = new RegExp(POINT, 'gi');
/** `12 to 15 June`: the first end has no month of its own. */
const LEAD_DAY = /(?<day>\d{1,2})(?:st|nd|rd|th)?\.? ?(?:to|-|–|until|till|and) ?$/i;
const JOINS = /^,? ?(?:\d{4} ?)?(?:to|-|–|until|till|through)(?: and including)? ?(?:\w{3,9}day,? )?$/i;
/** "Until 30 June", "from 1 March": one end alone says nothing of the other. */
const OPEN_ENDED =
  /\b(?:until|till|from|since|after|before|by|up to|as of|start(?:s|ing)?|within|than) ?(?:the |early |mid-?|late |\w{3,9}day,? )?$/i;
const LAST_DAY = 31;
const ALL_YEAR: YearSpan = { from: 0, to: 500 };

/** A verb or a sound that looks like a month: "you may", "a march of two hours". */
const isMonth = (word: string, before: string, hasDay: boolean): boolean =>
  hasDay ||
  !/^(?:may|march|mar|sep|dec|jan)$/i.test(word) ||
  /\b(?:in|of|to|until|till|from|and|since|end|early|mid|late|during|-|–) ?$/i.test(before) ||
  (/^(?:May|March)$/.test(word) && /[,:;|(] ?$|^$/.test(before));

/** The stretches of the year that a text speaks of, in order; what begins or ends openly is all of it. */
export const spansOfYear = (text: string): readonly YearSpan[] => {
  const points = [...text.matchAll(FIND_POINT)].flatMap((match) => {
    const { before, month = '', after } = match.groups ?? {};
    const number = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
    const head = text.slice(0, match.index);
    if (!isMonth(month, head, before !== undefined || after !== undefined)) return [];
    const day = Number.parseInt(before ?? after ?? '', 10);
    const lead = Number(LEAD_DAY.exec(head)?.groups?.day);
    const known = day >= 1 && day <= LAST_DAY;
    return [
      {
        start: match.index,
        end: match.index + match[0].length,
        from: number * 32 + (known ? (lead >= 1 && lead <= LAST_DAY ? lead : day) : 1),
        to: number * 32 + (known ? day : LAST_DAY),
        isOpen: OPEN_ENDED.test(head),
      },
    ];
  });
  const spans: YearSpan[] = [];
  for (let index = 0; index < points.length; index += 1) {
    const point = points[index];
    const next = points[index + 1];
    if (!point) continue;
    if (next && JOINS.test(text.slice(point.end, next.start))) {
      spans.push({ from: point.from, to: next.to });
      index += 1;
    } else spans.push(point.isOpen ? ALL_YEAR : { from: point.from, to: point.to });
  }
  return spans;
};

const holds = ({ from, to }: YearSpan, day: number): boolean =>
  from <= to ? day >= from && day <= to : day >= from || day <= to;

/** Whether two stretches of the year have a day in common. */
export const overlap = (one: YearSpan, other: YearSpan): boolean =>
  holds(one, other.from) || holds(one, other.to) || holds(other, one.from);
