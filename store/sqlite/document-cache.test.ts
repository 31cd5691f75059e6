import type { Stored } from '../../trips/records.ts';
import { documentCache } from './document-cache.ts';

const NEVER = Number.POSITIVE_INFINITY;
const note = (pk: string, id: string): Stored => ({ pk, id, type: 'note', _schema_version: 1, _etag: 'e' });

describe('what a process remembers of documents', () => {
  test('should be found until its time is over, and what is known to be absent be known', () => {
    const cache = documentCache(10);
    cache.set('a', '1', note('a', '1'), 100);
    cache.set('a', '2', undefined, NEVER);
    expect(cache.get('a', '1', 99)?.document).toMatchObject({ id: '1' });
    expect(cache.get('a', '1', 100)).toBeUndefined();
    expect(cache.get('a', '2', 0)).toEqual({ document: undefined, expiresAt: NEVER });
    expect(cache.get('b', '1', 0)).toBeUndefined();
  });

  test('should never be more than it may, whatever is put in, and the partition that came first go first', () => {
    const cache = documentCache(10);
    for (const pk of ['a', 'b', 'c']) {
      for (const id of ['1', '2', '3']) cache.set(pk, id, note(pk, id), NEVER);
      cache.setList(pk, 'note', [note(pk, '1')], NEVER);
    }
    expect(cache.get('a', '1', 0)).toBeUndefined();
    expect(cache.list('a', 'note', 0)).toBeUndefined();
    expect(cache.get('b', '1', 0)).toBeDefined();
    expect(cache.list('c', 'note', 0)).toHaveLength(1);
    for (let id = 0; id < 11; id += 1) cache.set('d', String(id), note('d', String(id)), NEVER);
    expect(['b', 'c', 'd'].flatMap((pk) => ['1', '2', '3'].filter((id) => cache.get(pk, id, 0)))).toHaveLength(0);
  });

  test('should forget a document that was saved for later, and the list it now belongs to', () => {
    const cache = documentCache(3);
    cache.set('a', '1', undefined, NEVER);
    cache.setList('a', 'note', [], NEVER);
    cache.forgetOne('a', '1', 'note');
    expect(cache.get('a', '1', 0)).toBeUndefined();
    expect(cache.list('a', 'note', 0)).toBeUndefined();
    for (const id of ['2', '3', '4']) cache.set('b', id, note('b', id), NEVER);
    expect(['2', '3', '4'].filter((id) => cache.get('b', id, 0))).toHaveLength(3);
  });

  test('should keep a list up with what is saved and removed, in the order of ids', () => {
    const cache = documentCache(10);
    const ids = (): readonly string[] | undefined => cache.list('a', 'note', 0)?.map(({ id }) => id);
    cache.setList('a', 'note', [note('a', '2'), note('a', '4')], NEVER);
    const before = cache.list('a', 'note', 0);
    cache.wrote({ ...note('a', '3'), _etag: 'new' }, NEVER);
    cache.wrote(note('a', '1'), NEVER);
    cache.wrote(note('a', '5'), NEVER);
    expect(ids()).toEqual(['1', '2', '3', '4', '5']);
    cache.wrote({ ...note('a', '4'), _etag: 'newer' }, NEVER);
    expect(cache.list('a', 'note', 0)?.map(({ _etag }) => _etag)).toEqual(['e', 'e', 'new', 'newer', 'e']);
    cache.removed('a', '3');
    cache.removed('a', '6');
    expect(ids()).toEqual(['1', '2', '4', '5']);
    expect(cache.get('a', '3', 0)).toEqual({ document: undefined, expiresAt: NEVER });
    expect(before).toHaveLength(2);
  });

  test('should leave lists of other types and partitions as they are', () => {
    const cache = documentCache(10);
    for (const [pk, type] of [
      ['a', 'other'],
      ['b', 'note'],
    ] as const)
      cache.setList(pk, type, [{ ...note(pk, '1'), type }], NEVER);
    cache.wrote(note('a', '2'), NEVER);
    cache.removed('a', '3');
    expect(cache.list('a', 'note', 0)).toBeUndefined();
    expect(cache.list('a', 'other', 0)).toHaveLength(1);
    expect(cache.list('b', 'note', 0)).toHaveLength(1);
  });

  test('should read a list anew once something in it expires', () => {
    const cache = documentCache(10);
    cache.setList('a', 'note', [note('a', '1')], 200);
    cache.wrote(note('a', '2'), 100);
    expect(cache.list('a', 'note', 99)).toHaveLength(2);
    expect(cache.list('a', 'note', 100)).toBeUndefined();
  });

  test('should read a long list anew once something in it has changed', () => {
    const cache = documentCache(1_000);
    const many = Array.from({ length: 201 }, (_, index) => note('a', String(1_000 + index)));
    cache.setList('a', 'note', many, NEVER);
    cache.wrote(note('a', '1000'), NEVER);
    expect(cache.list('a', 'note', 0)).toBeUndefined();
  });

  test('should forget a partition whole', () => {
    const cache = documentCache(10);
    for (const pk of ['a', 'b']) {
      cache.set(pk, '1', note(pk, '1'), NEVER);
      cache.setList(pk, 'note', [note(pk, '1')], NEVER);
    }
    cache.forget('a');
    cache.forget('c');
    expect(cache.get('a', '1', 0)).toBeUndefined();
    expect(cache.list('a', 'note', 0)).toBeUndefined();
    expect(cache.get('b', '1', 0)).toBeDefined();
  });

  test('should count what is dropped and replaced', () => {
    const cache = documentCache(4);
    for (let turn = 0; turn < 20; turn += 1) {
      cache.set('a', '1', note('a', '1'), NEVER);
      cache.setList('a', 'note', [], NEVER);
      cache.wrote(note('a', '1'), NEVER);
      cache.removed('a', '1');
      cache.wrote(note('a', '1'), NEVER);
      cache.forget('c');
      cache.set('c', '1', note('c', '1'), NEVER);
      cache.forget('c');
    }
    cache.set('b', '1', note('b', '1'), NEVER);
    expect(cache.get('a', '1', 0)).toBeDefined();
    cache.clear();
    expect(cache.get('a', '1', 0)).toBeUndefined();
  });
});
