import { z } from 'zod';
import { type Language, LOCALES } from './language.ts';

/** Minor units (cents) of an ISO 4217 currency. */
export const money = z.object({ amount: z.int(), currency: z.string().regex(/^[A-Z]{3}$/) });
export type Money = Readonly<z.infer<typeof money>>;

/** How many digits of a currency are minor units: 2 for EUR, 0 for JPY. */
export const minorDigits = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** `EUR 5,310` or `EUR 9.50`: the code first, cents only when there are any. */
export const sayMoney = ({ amount, currency }: Money, language: Language = 'en'): string => {
  const digits = minorDigits(currency);
  const value = amount / 10 ** digits;
  const whole = Number.isInteger(value);
  return `${currency} ${value.toLocaleString(LOCALES[language], { minimumFractionDigits: whole ? 0 : digits, maximumFractionDigits: digits })}`;
};
