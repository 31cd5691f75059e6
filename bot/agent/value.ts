import { valuesSaid } from '../../rag/worded/values-said.ts';
import { type Money, sayMoney } from '../../trips/money.ts';
import { readMoney } from '../understanding/money.ts';
import type { ValueKind } from './prompts/read-value.ts';

/** A value that can be calculated with. Times are minutes of the day, durations minutes. */
export type Value =
  | { readonly kind: 'money'; readonly money: Money }
  | { readonly kind: 'time' | 'duration' | 'number'; readonly amount: number };

const DURATION =
  /^(?:about |approx\.? |around |allow )?(?:(\d+(?:[.,]\d+)?)\s*(?:hours?|hrs?|h)\b)?(?:\s*(?:and\s*)?(\d+)\s*(?:minutes?|mins?|m)\b)?$/i;

/** The one value of this kind that the words state, and nothing beside it; undefined where they do not. */
export const readValue = (words: string, kind: ValueKind): Value | undefined => {
  const said = words.trim();
  if (said.length > 40) return undefined;
  if (kind === 'money') {
    const money = readMoney(said);
    return money && money.amount >= 0 ? { kind, money } : undefined;
  }
  if (kind === 'duration') {
    const [, hours, minutes] = DURATION.exec(said) ?? [];
    const amount = Math.round(Number((hours ?? '0').replace(',', '.')) * 60) + Number(minutes ?? 0);
    return amount > 0 && amount < 24 * 60 ? { kind, amount } : undefined;
  }
  const stated = valuesSaid(said).filter((one) => one.kind === kind);
  const reading = stated[0]?.readings.find((one) => /^[tn]\d+$/.test(one));
  return stated.length === 1 && reading ? { kind, amount: Number(reading.slice(1)) } : undefined;
};

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** `EUR 25`, `15:20`, `90 minutes`, `3`: in our own words, whatever they were read from. */
export const sayValue = (value: Value): string => {
  if (value.kind === 'money') return sayMoney(value.money);
  if (value.kind === 'time') return clock(value.amount);
  return value.kind === 'duration' ? `${value.amount} minutes` : `${value.amount}`;
};

/** A sum: each amount so many times. Nothing where currencies differ. */
export const sumOf = (parts: readonly { readonly money: Money; readonly times: number }[]): Money | undefined => {
  const [first] = parts;
  if (!first || parts.some(({ money }) => money.currency !== first.money.currency)) return undefined;
  const amount = parts.reduce((sum, { money, times }) => sum + money.amount * times, 0);
  return Number.isSafeInteger(amount) ? { amount, currency: first.money.currency } : undefined;
};

/** Something that takes its time on a day: at a fixed time, or while it is open. All in minutes. */
export interface Visit {
  readonly starts?: number | undefined;
  readonly opens?: number | undefined;
  readonly closes?: number | undefined;
  readonly lasts: number;
}

/** When each visit can begin, in the order given, one after the other without the way between; undefined: not all fit. */
export const oneAfterAnother = (visits: readonly Visit[]): readonly number[] | undefined => {
  let best: { readonly end: number; readonly starts: readonly number[] } | undefined;
  const go = (at: number, begun: ReadonlyMap<number, number>): void => {
    if (begun.size === visits.length) {
      if (!best || at < best.end) best = { end: at, starts: visits.map((_, index) => begun.get(index) ?? 0) };
      return;
    }
    for (const [index, { starts, opens = 0, closes = 24 * 60, lasts }] of visits.entries()) {
      const begin = starts ?? Math.max(at, opens);
      if (begun.has(index) || begin < at || begin < opens || begin + lasts > closes) continue;
      go(begin + lasts, new Map(begun).set(index, begin));
    }
  };
  go(0, new Map());
  return best?.starts;
};

/** `10:00-12:00`. */
export const saySpan = (start: number, lasts: number): string => `${clock(start)}-${clock(start + lasts)}`;
