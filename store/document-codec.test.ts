import { z } from 'zod';
import type { Entity, Kind } from '../trips/records.ts';
import { documentCodec, sealedInto } from './document-codec.ts';
import { isSealed, keyring, sealing } from './keyring.ts';

interface Guest extends Entity {
  readonly type: 'guest';
  readonly name: string;
  readonly addresses: readonly { readonly door: string; readonly value: string }[];
  readonly health?: { readonly allergies: readonly string[]; readonly pace?: string } | undefined;
  readonly rooms?: Readonly<Record<string, { readonly pin: string }>> | undefined;
  readonly note?: string | undefined;
  readonly wishes?: readonly string[] | undefined;
}

const guests: Kind<Guest> = {
  type: 'guest',
  version: 2,
  upgrades: { 1: ({ phone, ...rest }) => ({ ...rest, addresses: [{ door: 'sms', value: phone }] }) },
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('guest'),
    _schema_version: z.number(),
    name: z.string(),
    addresses: z.array(z.object({ door: z.string(), value: z.string() })),
    health: z.object({ allergies: z.array(z.string()), pace: z.string().optional() }).optional(),
    rooms: z.record(z.string(), z.object({ pin: z.string() })).optional(),
    note: z.string().optional(),
    wishes: z.array(z.string()).optional(),
  }),
};

const SEALED = { guest: ['addresses.*.value', 'health.allergies', 'rooms.*.pin', 'phone', 'note', 'wishes'] };
const codecOf = (...names: readonly string[]) =>
  documentCodec(
    keyring({
      seals: new Map(names.map((name) => [name, Buffer.alloc(32, name)])),
      lookup: Buffer.alloc(32, 'look-up'),
    }),
    SEALED,
  );
const codec = codecOf('2027');

const guest: Guest = {
  pk: 'p',
  id: 'g',
  type: 'guest',
  _schema_version: 2,
  name: 'Ana',
  addresses: [
    { door: 'sms', value: '+15550100' },
    { door: 'email', value: 'ana@example.com' },
  ],
  health: { allergies: ['nuts'], pace: 'slow' },
  rooms: { attic: { pin: '4711' } },
  note: 'snores',
  wishes: ['sea view'],
};
const kept = (of: Guest = guest): Record<string, unknown> => JSON.parse(JSON.stringify(codec.encode(of)));

describe('what a store keeps of a document', () => {
  test('should show the fields that are not named, and nothing of those that are', () => {
    const raw = kept();
    expect(raw).toMatchObject({
      name: 'Ana',
      addresses: [{ door: 'sms' }, { door: 'email' }],
      health: { pace: 'slow' },
    });
    for (const secret of ['15550100', 'example.com', 'nuts', '4711', 'snores', 'sea view'])
      expect(JSON.stringify(raw)).not.toContain(secret);
    expect(codec.decode(guests, raw, 'e1')).toEqual({ ...guest, _etag: 'e1' });
  });

  test('should be the same when its own fields are sealed apart, where they stand and nowhere else', () => {
    const apart = codec.encodeApart({ ...guest, _etag: 'e0' } as Guest);
    const json = sealedInto(apart, 'p', 'g', sealing(codec.sealsWith));
    for (const secret of ['15550100', 'nuts', '4711', 'snores', 'sea view']) expect(json).not.toContain(secret);
    expect(codec.decode(guests, JSON.parse(json), 'e1')).toEqual({ ...guest, _etag: 'e1' });
    const elsewhere = JSON.parse(sealedInto(apart, 'p', 'other', sealing(codec.sealsWith)));
    expect(() => codec.decode(guests, { ...elsewhere, addresses: [] }, 'e1')).toThrow('where it stands');
    const { note: _, wishes: __, ...open } = guest;
    const plain = codec.encodeApart(open);
    expect(plain.secret).toBeUndefined();
    expect(codec.decode(guests, JSON.parse(sealedInto(plain, 'p', 'g', sealing(codec.sealsWith))), 'e1')).toEqual({
      ...open,
      _etag: 'e1',
    });
  });

  test('should leave out what is absent, and keep no etag', () => {
    const { health: _, rooms: __, note: ___, ...plain } = guest;
    const raw = codec.encode({ ...plain, _etag: 'e0' } as Guest);
    expect(Object.keys(raw)).not.toContain('_etag');
    expect(codec.decode(guests, raw, 'e1')).toEqual({ ...plain, _etag: 'e1' });
  });

  test('should open whatever words people chose, even some that look sealed', () => {
    const words = 'sealed:2027:AAAA';
    const strange = { ...guest, addresses: [{ door: 'sms', value: words }], note: words, wishes: [words] };
    expect(codec.decode(guests, kept(strange), 'e1')).toEqual({ ...strange, _etag: 'e1' });
  });

  test('should seal its own fields as one', () => {
    const raw = kept();
    expect(isSealed(raw._sealed)).toBe(true);
    expect(Object.keys(raw)).not.toEqual(expect.arrayContaining(['note']));
    expect(Object.keys(raw)).not.toEqual(expect.arrayContaining(['wishes']));
    expect(() => codec.decode(guests, { ...kept(), id: 'other', addresses: [] }, 'e1')).toThrow('where it stands');
  });

  test('should open a field that was sealed alone', () => {
    const alone = keyring({
      seals: new Map([['2027', Buffer.alloc(32, '2027')]]),
      lookup: Buffer.alloc(32, 'look-up'),
    });
    const raw = { ...kept({ ...guest, note: undefined }), note: alone.seal('snores', 'p/g/note') };
    expect(codec.decode(guests, raw, 'e1')).toEqual({ ...guest, _etag: 'e1' });
  });

  test.each([
    ['another document', (raw: Record<string, unknown>) => ({ ...raw, id: 'other' })],
    ['another partition', (raw: Record<string, unknown>) => ({ ...raw, pk: 'other' })],
    [
      'another entry of its list',
      (raw: Record<string, unknown>) => ({ ...raw, addresses: (raw.addresses as unknown[]).toReversed() }),
    ],
    [
      'another field',
      (raw: Record<string, unknown>) => ({
        ...raw,
        health: { allergies: (raw.rooms as Guest['rooms'])?.attic?.pin, pace: 'slow' },
      }),
    ],
    [
      'another name of a record',
      (raw: Record<string, unknown>) => ({ ...raw, rooms: { cellar: (raw.rooms as Guest['rooms'])?.attic } }),
    ],
  ])('should not open a field that was moved to %s', (_, move) => {
    expect(() => codec.decode(guests, move(kept()), 'e1')).toThrow(expect.objectContaining({ code: 'sealed' }));
  });

  test('should read what was kept before its field was sealed, and say that it wants sealing', () => {
    const clear = { ...guest };
    expect(codec.decode(guests, { ...clear }, 'e1')).toEqual({ ...guest, _etag: 'e1' });
    expect(codec.wantsSealing({ ...clear })).toBe(true);
    expect(codec.wantsSealing(kept())).toBe(false);
    expect(codec.wantsSealing({ ...clear, type: 'other' })).toBe(false);
  });

  test('should say that what an older key sealed wants sealing', () => {
    expect(codecOf('2028', '2027').wantsSealing(kept())).toBe(true);
    expect(codecOf('2027', '2028').wantsSealing(kept())).toBe(false);
  });

  test('should open what an older version had sealed before bringing it to the present one', () => {
    const old = { pk: 'p', id: 'g', type: 'guest', _schema_version: 1, name: 'Ana', phone: '+15550100' };
    const raw = codec.encode(old);
    expect(JSON.stringify(raw)).not.toContain('15550100');
    expect(codec.decode(guests, raw, 'e1').addresses).toEqual([{ door: 'sms', value: '+15550100' }]);
  });
});
