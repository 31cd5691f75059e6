import { createCipheriv } from 'node:crypto';
import { isSealed, keyring } from './keyring.ts';

const key = (fill: string): Buffer => Buffer.alloc(32, fill);
const lookup = key('look-up');
const ring = (...names: readonly string[]) =>
  keyring({ seals: new Map(names.map((name) => [name, key(name)])), lookup });
const PLACE = 'user_1/user_1/addresses/0/value';

/** The same sealed text with one bit of its byte `at` turned. */
const tampered = (sealed: string, at: number): string => {
  const start = sealed.lastIndexOf(':') + 1;
  const bytes = Buffer.from(sealed.slice(start), 'base64url');
  bytes[at < 0 ? bytes.length + at : at] = (bytes.at(at) ?? 0) ^ 1;
  return sealed.slice(0, start) + bytes.toString('base64url');
};

describe('the keyring', () => {
  test.each([
    ['+15550100'],
    [['nuts', 'bee stings']],
    [{ name: 'Ana', phone: null }],
    [false],
    ['sealed:2027:not-really'],
  ])('should open %j where it was sealed, and show nothing of it before', (value) => {
    const sealed = ring('2027').seal(value, PLACE);
    expect(sealed).toMatch(/^sealed:2027:[\w-]+$/);
    expect(Buffer.from(sealed.slice('sealed:2027:'.length), 'base64url').includes(JSON.stringify(value))).toBe(false);
    expect(ring('2027').open(sealed, PLACE)).toEqual(value);
  });

  test('should seal the same value differently each time', () => {
    const { seal } = ring('2027');
    expect(new Set(Array.from({ length: 100 }, () => seal('+15550100', PLACE))).size).toBe(100);
  });

  test.each(['user_2/user_2/addresses/0/value', 'user_1/user_1/addresses/1/value', 'user_1/user_1/name', ''])(
    'should not open at %j what was sealed elsewhere',
    (place) => {
      const sealed = ring('2027').seal('+15550100', PLACE);
      expect(() => ring('2027').open(sealed, place)).toThrow(expect.objectContaining({ code: 'sealed' }));
    },
  );

  test.each([0, 11, 12, 27, 28, -1])('should not open what was changed at byte %i', (at) => {
    const sealed = ring('2027').seal('+15550100', PLACE);
    expect(() => ring('2027').open(tampered(sealed, at), PLACE)).toThrow(expect.objectContaining({ code: 'sealed' }));
  });

  test.each([
    ['cut short', (sealed: string) => sealed.slice(0, -8)],
    ['without its tag', (sealed: string) => sealed.slice(0, 'sealed:2027:'.length + 16)],
    ['empty', () => 'sealed:2027:'],
    ['with a key that is not its own', (sealed: string) => sealed.replace('2027', '2028')],
  ])('should not open what is %s', (_, change) => {
    const sealed = ring('2027').seal('+15550100', PLACE);
    expect(() => ring('2027', '2028').open(change(sealed), PLACE)).toThrow(expect.objectContaining({ code: 'sealed' }));
  });

  test('should not take a shorter tag for a whole one', () => {
    const iv = Buffer.alloc(12, 7);
    const cipher = createCipheriv('aes-256-gcm', key('2027'), iv, { authTagLength: 4 }).setAAD(Buffer.from(PLACE));
    const text = Buffer.concat([cipher.update('"x"'), cipher.final()]);
    const forged = `sealed:2027:${Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64url')}`;
    expect(() => ring('2027').open(forged, PLACE)).toThrow(expect.objectContaining({ code: 'sealed' }));
  });

  test('should name the key that is missing, and say nothing of the value', () => {
    const sealed = ring('2026').seal('+15550100', PLACE);
    expect(() => ring('2027').open(sealed, PLACE)).toThrow('no key "2026" in FIELD_KEYS');
  });

  test('should read with every key and write with the first', () => {
    const old = ring('2026').seal('+15550100', PLACE);
    const both = ring('2027', '2026');
    expect(both.open(old, PLACE)).toBe('+15550100');
    expect(both.isOld(old)).toBe(true);
    const renewed = both.seal(both.open(old, PLACE), PLACE);
    expect(both.isOld(renewed)).toBe(false);
    expect(ring('2027').open(renewed, PLACE)).toBe('+15550100');
  });

  test('should call a value by the same name whatever keys seal, and otherwise with another look-up key', () => {
    expect(ring('2026').lookupKey('+15550100')).toBe(ring('2027').lookupKey('+15550100'));
    const elsewhere = keyring({ seals: new Map([['2026', key('2026')]]), lookup: key('other') });
    expect(elsewhere.lookupKey('+15550100')).not.toBe(ring('2026').lookupKey('+15550100'));
  });

  test('should not start without a key', () => {
    expect(() => ring()).toThrow(expect.objectContaining({ code: 'configuration' }));
  });

  test('should know what is sealed from what is not', () => {
    expect([ring('2027').seal('x', PLACE), '+15550100', undefined, ['sealed:']].map(isSealed)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
