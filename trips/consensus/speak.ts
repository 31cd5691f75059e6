import { sayFamily } from '../families/family.ts';
import { listed } from '../listed.ts';
import { type Fraction, inHundredths, toNumber } from './fraction.ts';

/** `the Chens and the Silvas`. */
export const sayFamilies = (families: readonly { readonly name: string }[]): string =>
  listed(families.map(({ name }) => sayFamily(name)));

/** Begins a sentence. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `2`, `1.5`, `0.33`: two places at most, for reading. */
export const sayNumber = (value: Fraction): string => `${toNumber(inHundredths(value))}`;

/** `1 vote`, `2 votes`. */
export const counted = (count: number | string, one: string, many = `${one}s`): string =>
  `${count} ${`${count}` === '1' ? one : many}`;
