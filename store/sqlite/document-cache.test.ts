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

  test('should count what is dropped and replaced', () => {
    const cache = documentCache(4);
    for (let turn = 0; turn < 20; turn += 1) {
      cache.set('a', '1', note('a', '1'), NEVER);
      cache.setList('a', 'note', [], NEVER);
      cache.dropLists('a', new Set(['note', 'other']));
      cache.dropLists('b', new Set(['note']));
    }
    cache.set('b', '1', note('b', '1'), NEVER);
    expect(cache.get('a', '1', 0)).toBeDefined();
    cache.clear();
    expect(cache.get('a', '1', 0)).toBeUndefined();
  });
});
