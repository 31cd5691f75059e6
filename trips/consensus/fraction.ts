/** An exact rational number in lowest terms; the denominator is positive. */
export interface Fraction {
  readonly num: bigint;
  readonly den: bigint;
}

const divisor = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
};

/** The smallest number that both divide; both positive. */
export const leastCommonMultiple = (a: bigint, b: bigint): bigint => (a / divisor(a, b)) * b;

/** `num / den` in lowest terms; a denominator of zero throws a RangeError. */
export const fraction = (num: bigint, den = 1n): Fraction => {
  if (den === 0n) throw new RangeError('a fraction over zero');
  const common = divisor(num, den < 0n ? -den : den) || 1n;
  const sign = den < 0n ? -1n : 1n;
  return { num: (sign * num) / common, den: (sign * den) / common };
};

export const ZERO: Fraction = { num: 0n, den: 1n };
export const ONE: Fraction = { num: 1n, den: 1n };

/** The number as people wrote it: `0.1` is one tenth, not the nearest binary number. Infinite ones throw a RangeError. */
export const fractionOf = (value: number): Fraction => {
  if (Number.isSafeInteger(value)) return { num: BigInt(value), den: 1n };
  const [, sign = '', whole, part = '', power = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(`${value}`) ?? [];
  if (whole === undefined) throw new RangeError(`${value} is no fraction`);
  const shift = Number(power) - part.length;
  const digits = BigInt(`${sign}${whole}${part}`);
  return shift < 0 ? fraction(digits, 10n ** BigInt(-shift)) : fraction(digits * 10n ** BigInt(shift));
};

export const add = (a: Fraction, b: Fraction): Fraction => fraction(a.num * b.den + b.num * a.den, a.den * b.den);
export const subtract = (a: Fraction, b: Fraction): Fraction => fraction(a.num * b.den - b.num * a.den, a.den * b.den);
export const multiply = (a: Fraction, b: Fraction): Fraction => fraction(a.num * b.num, a.den * b.den);
export const divide = (a: Fraction, b: Fraction): Fraction => fraction(a.num * b.den, a.den * b.num);
export const sumOf = (all: readonly Fraction[]): Fraction => all.reduce(add, ZERO);

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export const compare = (a: Fraction, b: Fraction): number => {
  const difference = a.num * b.den - b.num * a.den;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};
export const lesser = (a: Fraction, b: Fraction): Fraction => (compare(a, b) <= 0 ? a : b);

/** To two places, half up. */
export const inHundredths = ({ num, den }: Fraction): Fraction => {
  const [twice, whole] = [2n * 100n * num + den, 2n * den];
  const below = twice >= 0n || twice % whole === 0n ? twice / whole : twice / whole - 1n;
  return fraction(below, 100n);
};

/** The nearest double; only for showing. */
export const toNumber = ({ num, den }: Fraction): number => {
  // Scaled first, so that numbers too long for a double still divide.
  const scaled = (num * 1_000_000_000_000n) / den;
  return Number(scaled) / 1e12;
};

/** `3/8`, or `2` when it is whole: for keys and documents. */
export const writeFraction = ({ num, den }: Fraction): string => (den === 1n ? `${num}` : `${num}/${den}`);
