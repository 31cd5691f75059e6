import { amountsIn, type FoundAmount } from './amounts.ts';

/** What a till receipt comes to, and where it is from. */
export interface Receipt {
  /** Absent where no line of the head names a place. */
  readonly what?: string;
  readonly total: FoundAmount;
}

const FEWEST_LINES = 3;
/** A line that says what all comes to, and no part of it or what was handed over. */
const TOTAL =
  /^\W*(?:grand total|total(?: (?:a pagar|due|amount|eur|usd|gbp|to pay|general))?|amount due|balance due|to pay|importe(?: total)?|a pagar|suma|summe)\b(?! (?:items|savings|discount|iva|vat|tax|articulos|artículos))/iu;
const NO_PLACE =
  /^\W*(?:receipt|invoice|ticket|factura|recibo|fatura|bill|fwd?|simplified|order|date|fecha|tel|nif|vat)\b/iu;
const MOST_OF_A_NAME = 40;

/** Reads a receipt that was forwarded as a text: several lines, one of which is the total. Nothing where none is. */
export const readReceipt = (text: string): Receipt | undefined => {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  if (lines.length < FEWEST_LINES) return undefined;
  const total = lines
    .filter((line) => TOTAL.test(line))
    .flatMap((line) => amountsIn(line).slice(-1))
    .at(-1);
  if (!total) return undefined;
  const what = lines
    .slice(0, FEWEST_LINES)
    .find((line) => /\p{L}{3}/u.test(line) && !NO_PLACE.test(line) && !TOTAL.test(line) && amountsIn(line).length === 0)
    ?.slice(0, MOST_OF_A_NAME);
  return { total, ...(what !== undefined && { what }) };
};
