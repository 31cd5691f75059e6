import fc from 'fast-check';
import { fold } from './fold.ts';
import { isGsm7, segmentsOf } from './segments.ts';

describe('segmentsOf', () => {
  it('counts GSM-7 as 160 alone and 153 a part', () => {
    expect(segmentsOf('a'.repeat(160))).toEqual({ encoding: 'GSM-7', count: 1 });
    expect(segmentsOf('a'.repeat(161))).toEqual({ encoding: 'GSM-7', count: 2 });
    expect(segmentsOf('a'.repeat(306))).toEqual({ encoding: 'GSM-7', count: 2 });
    expect(segmentsOf('a'.repeat(307))).toEqual({ encoding: 'GSM-7', count: 3 });
  });

  it('counts UCS-2 as 70 alone and 67 a part', () => {
    expect(segmentsOf('ж'.repeat(70))).toEqual({ encoding: 'UCS-2', count: 1 });
    expect(segmentsOf('ж'.repeat(71))).toEqual({ encoding: 'UCS-2', count: 2 });
    expect(segmentsOf('ж'.repeat(134))).toEqual({ encoding: 'UCS-2', count: 2 });
    expect(segmentsOf('ж'.repeat(135))).toEqual({ encoding: 'UCS-2', count: 3 });
  });

  it('counts the extended characters twice and never splits one between parts', () => {
    expect(segmentsOf('€'.repeat(80)).count).toBe(1);
    expect(segmentsOf('€'.repeat(81)).count).toBe(2);
    // 153 holds 76 of them with one septet to spare: 152 need a third part only from the 153rd on.
    expect(segmentsOf('€'.repeat(152)).count).toBe(2);
    expect(segmentsOf('€'.repeat(153)).count).toBe(3);
    expect(segmentsOf('🐢'.repeat(35)).count).toBe(1);
    expect(segmentsOf('🐢'.repeat(36)).count).toBe(2);
    expect(segmentsOf('🐢'.repeat(66)).count).toBe(2);
    expect(segmentsOf('🐢'.repeat(67)).count).toBe(3);
  });

  it('knows the letters of GSM-7 from those that are not in it', () => {
    expect(isGsm7('Olé, mañana à 9 € ~ [1] {x} Ü ß Ω')).toBe(true);
    expect(isGsm7('João')).toBe(false);
    expect(isGsm7('`')).toBe(false);
    expect(segmentsOf('')).toEqual({ encoding: 'GSM-7', count: 0 });
  });
});

describe('fold', () => {
  it('leaves a text alone that is GSM-7 already', () => {
    expect(fold('Olé, mañana à 9 €')).toBe('Olé, mañana à 9 €');
  });

  it('makes smart quotes, dashes, ellipses and odd spaces plain', () => {
    expect(fold('“You’re in” – Friday\u00A0night… 9\u202Fkm → side door')).toBe(
      '"You\'re in" - Friday night... 9 km -> side door',
    );
  });

  it('drops pictures when that saves a part, the turtle too', () => {
    const turtle = `🐢 I’m in saving mode today (the trip’s AI budget is used up), so answers come straight from your documents. 👍🏽`;
    const folded = fold(turtle);
    expect(folded).toMatch(/^I'm in saving mode today/);
    expect(folded).toMatch(/documents\.$/);
    expect(segmentsOf(turtle).count).toBe(2);
    expect(segmentsOf(folded)).toEqual({ encoding: 'GSM-7', count: 1 });
  });

  it('keeps pictures that cost nothing', () => {
    expect(fold('See you there 👋')).toBe('See you there 👋');
  });

  it('drops joined, flagged, toned and keycapped pictures without leaving a trace', () => {
    const text = `1️⃣ Portugal 🇵🇹 and 👨‍👩‍👧‍👦 with 👍🏽 ${'and on we go '.repeat(8)}`;
    expect(fold(text)).toMatch(/^1 Portugal and with and on we go/);
    expect(isGsm7(fold(text))).toBe(true);
  });

  it('folds nothing when other letters are needed anyway', () => {
    const russian = `“Привет” – это… 🐢 ${'и '.repeat(60)}`;
    expect(fold(russian)).toBe(russian);
    const name = `“João” – ${'a'.repeat(100)}`;
    expect(fold(name)).toBe(name);
  });

  it('never makes a text dearer and never changes a letter', () => {
    const letters = (text: string): string => text.replace(/[^\p{L}]/gu, '');
    const character = fc.constantFrom(...'abc é ñ ã ж – … “ ’ 🐢 👍 € \n 1', '\u200D', '\uFE0F', '\u00A0');
    fc.assert(
      fc.property(fc.array(character, { maxLength: 400, size: 'max' }), (characters) => {
        const text = characters.join('');
        const folded = fold(text);
        expect(segmentsOf(folded).count).toBeLessThanOrEqual(segmentsOf(text).count);
        if (!text.includes('🐢')) expect(letters(folded)).toBe(letters(text));
      }),
      { numRuns: 500 },
    );
  });
});
