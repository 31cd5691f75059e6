import { z } from 'zod';
import { granted } from '../test/granted.ts';
import type { OpenedStore } from '../test/stores.ts';
import type { Clock } from '../trips/clock.ts';
import { acceptInvitation } from '../trips/invitations/accept.ts';
import { inviteFamily } from '../trips/invitations/invite.ts';
import { PathfinderError } from '../trips/pathfinder-error.ts';
import { register } from '../trips/people/register.ts';
import { castBallot } from '../trips/polls/cast-ballot.ts';
import { openPoll } from '../trips/polls/open-poll.ts';
import { ballots } from '../trips/polls/poll.ts';
import { type Entity, type Kind, type Records, retrying } from '../trips/records.ts';
import { familyAdminOf, memberOf, organizerOf, type TripMember } from '../trips/roles/permission.ts';
import { createTrip } from '../trips/trips/create-trip.ts';
import type { EntityStore, KeptDocument } from './entity-store.ts';

interface Note extends Entity {
  readonly type: 'note';
  readonly text: string;
}

const base = {
  pk: z.string(),
  id: z.string(),
  _schema_version: z.number(),
  ttl: z.number().optional(),
  dueAt: z.string().optional(),
};
const notes: Kind<Note> = {
  type: 'note',
  version: 2,
  schema: z.object({ ...base, type: z.literal('note'), text: z.string() }),
  upgrades: { 1: ({ words, ...rest }) => ({ ...rest, text: words }) },
};

const note = (pk: string, id: string, text = id, more: Partial<Note> = {}): Note => ({
  pk,
  id,
  type: 'note',
  _schema_version: 2,
  text,
  ...more,
});

/** A trip of six families with a poll of three options, made by the product's own commands. */
const sixFamilies = async (records: Records, clock: Clock) => {
  const people: string[] = [];
  for (let family = 0; family < 6; family += 1) {
    const address = { door: 'sms' as const, value: `+1555010${family}` };
    people.push((await register(records, clock, { name: `Person ${family}`, address })).person.id);
  }
  const [first = '', ...others] = people;
  const { admin } = granted(await familyAdminOf(records, first));
  const { trip } = granted(await createTrip(records, clock, admin, { name: 'Lisbon', destination: 'Lisbon' }));
  const { organizer } = granted(await organizerOf(records, first, trip.id, 'only the organizer'));
  for (const other of others) {
    const { invitation } = granted(await inviteFamily(records, clock, organizer, { familyName: 'Another' }));
    const { admin: joining } = granted(await familyAdminOf(records, other));
    granted(await acceptInvitation(records, clock, invitation.code, { person: joining.person }));
  }
  const options = ['Taverna', 'Pelican', 'Pizza'].map((text) => ({ text }));
  const { poll } = granted(await openPoll(records, clock, organizer, { question: 'Where?', options }));
  const members: TripMember[] = [];
  for (const person of people) members.push(granted(await memberOf(records, person, trip.id)).member);
  return { members, poll };
};

/** What every entity store must do; `open` gives a fresh, empty one that reads the time from `clock`. */
export const entityStoreContract = (name: string, open: (clock: Clock) => Promise<OpenedStore>): void => {
  describe(`the entity store on ${name}`, () => {
    let now = Date.parse('2027-01-01T00:00:00Z');
    let opened: OpenedStore;
    let store: EntityStore;
    beforeEach(async () => {
      opened = await open({ now: () => now });
      store = opened.store;
    });
    afterEach(() => opened.close());

    test('should give back what was saved, with an etag that changes with every write', async () => {
      await store.commit('a', [{ put: note('a', '1', 'it\'s a "quote"; DROP TABLE entities') }]);
      const first = await store.read(notes, 'a', '1');
      expect(first).toMatchObject({ text: 'it\'s a "quote"; DROP TABLE entities', _etag: expect.any(String) });
      await store.commit('a', [{ put: note('a', '1', 'again') }]);
      expect((await store.read(notes, 'a', '1'))?._etag).not.toBe(first?._etag);
    });

    test('should say what stands in a partition, of every kind, and nothing of another', async () => {
      await store.commit('a', [{ put: note('a', '1') }, { put: { ...note('a', '2'), type: 'other' } }]);
      await store.commit('b', [{ put: note('b', '3') }]);
      const all = (await store.inside('a', 10)).map(({ id, type }) => [id, type]);
      expect(all).toEqual([
        ['1', 'note'],
        ['2', 'other'],
      ]);
      expect(await store.inside('a', 1)).toHaveLength(1);
      expect(await store.inside('c', 10)).toEqual([]);
    });

    test('should find nothing in another partition', async () => {
      await store.commit('a', [{ put: note('a', '1') }]);
      expect(await store.read(notes, 'b', '1')).toBeUndefined();
      expect(await store.list(notes, 'b')).toEqual([]);
    });

    test('should refuse a write over a change that was not seen, and save none of its commit', async () => {
      await store.commit('a', [{ put: note('a', '1') }]);
      const seen = await store.read(notes, 'a', '1');
      await store.commit('a', [{ put: note('a', '1', 'changed') }]);
      const late = await store.commit('a', [
        { put: note('a', '2') },
        { put: note('a', '1', 'late'), ifMatch: seen?._etag },
      ]);
      expect(late).toEqual({ ok: false, conflict: '1' });
      expect((await store.list(notes, 'a')).map(({ text }) => text)).toEqual(['changed']);
    });

    test('should create only what is absent, and expect without writing', async () => {
      const created = await store.commit('a', [{ put: note('a', '1'), ifAbsent: true }]);
      expect(created.ok).toBe(true);
      expect(await store.commit('a', [{ put: note('a', '1', 'second'), ifAbsent: true }])).toEqual({
        ok: false,
        conflict: '1',
      });
      const seen = await store.read(notes, 'a', '1');
      expect((await store.commit('a', [{ expect: '1', ifMatch: seen?._etag ?? '' }, { put: note('a', '2') }])).ok).toBe(
        true,
      );
      expect(await store.read(notes, 'a', '1')).toMatchObject({ text: '1' });
      await store.commit('a', [{ put: note('a', '1', 'moved on') }]);
      expect((await store.commit('a', [{ expect: '1', ifMatch: seen?._etag ?? '' }, { put: note('a', '3') }])).ok).toBe(
        false,
      );
      expect(await store.read(notes, 'a', '3')).toBeUndefined();
    });

    test('should write nothing of a commit whose new documents are not all new, nor of one that is new beside what has changed', async () => {
      await store.commit('a', [{ put: note('a', '2', 'there') }]);
      const seen = await store.read(notes, 'a', '2');
      const fresh = (id: string) => ({ put: note('a', id), ifAbsent: true });
      expect(await store.commit('a', [fresh('1'), fresh('2'), fresh('3')])).toEqual({ ok: false, conflict: '2' });
      expect(await store.commit('a', [{ put: note('a', '4') }, fresh('2')])).toEqual({ ok: false, conflict: '2' });
      const stale = { put: note('a', '2', 'changed'), ifMatch: 'another' };
      expect(await store.commit('a', [fresh('1'), stale])).toEqual({ ok: false, conflict: '2' });
      expect((await store.list(notes, 'a')).map(({ text }) => text)).toEqual(['there']);
      // What was made a moment ago is held by its etag like anything else.
      const made = await store.commit('a', [fresh('1'), { put: note('a', '2', 'changed'), ifMatch: seen?._etag }]);
      const [etag] = made.ok ? made.etags : [];
      expect((await store.commit('a', [{ put: note('a', '1', 'late'), ifMatch: 'another' }])).ok).toBe(false);
      expect((await store.commit('a', [{ put: note('a', '1', 'next'), ifMatch: etag }])).ok).toBe(true);
      expect((await store.commit('a', [fresh('1')])).ok).toBe(false);
      expect((await store.list(notes, 'a')).map(({ text }) => text)).toEqual(['next', 'changed']);
    });

    test('should lose no write of 200 that race for one document', async () => {
      await store.commit('a', [{ put: note('a', 'count', '0') }]);
      const raise = (): Promise<boolean> =>
        retrying(async () => {
          const seen = await store.read(notes, 'a', 'count');
          const next = note('a', 'count', String(Number(seen?.text) + 1));
          return (await store.commit('a', [{ put: next, ifMatch: seen?._etag }])).ok || 'conflict';
        });
      /** Whoever is told that too many race tries again, as a caller would: nothing is lost, however slow the machine. */
      const insist = async (): Promise<boolean> => {
        try {
          return await raise();
        } catch (error) {
          if (!(error instanceof PathfinderError) || error.code !== 'conflict') throw error;
          return insist();
        }
      };
      await Promise.all(Array.from({ length: 200 }, insist));
      expect((await store.read(notes, 'a', 'count'))?.text).toBe('200');
    }, 240_000);

    test('should keep the ballots of six families that vote and change their minds at once', async () => {
      const clock = { now: () => now };
      const { members, poll } = await sixFamilies(store, clock);
      const votes = members.flatMap((member, family) =>
        [family, family + 1, family + 2].map((choice) => ({ member, optionId: `opt_0${(choice % 3) + 1}` })),
      );
      const cast = await Promise.all(
        votes.map(({ member, optionId }) => castBallot(store, clock, member, poll.id, optionId)),
      );
      expect(cast.every(({ ok }) => ok)).toBe(true);
      const kept = await store.list(ballots, poll.tripId);
      expect(new Set(kept.map(({ familyId }) => familyId)).size).toBe(6);
      // Each family's three choices are all there: the one that counts, and those it changed.
      for (const { optionId, history = [] } of kept) {
        expect(new Set([optionId, ...history.map((past) => past.optionId)])).toEqual(
          new Set(['opt_01', 'opt_02', 'opt_03']),
        );
      }
    });

    test('should let a batch be as large as it may, and keep a large document whole', async () => {
      const long = 'é'.repeat(150_000);
      await store.commit('a', [{ put: note('a', 'long', long) }]);
      expect((await store.read(notes, 'a', 'long'))?.text).toBe(long);
      await store.commit(
        'b',
        Array.from({ length: 100 }, (_, index) => ({ put: note('b', `n${index}`) })),
      );
      expect(await store.list(notes, 'b')).toHaveLength(100);
    });

    test('should call a personal value by a name that is always the same and tells nothing of it', () => {
      const name = store.lookupKey('+15550100');
      expect(name).toMatch(/^[\w-]{43}$/);
      expect(store.lookupKey('+15550100')).toBe(name);
      expect(store.lookupKey('+15550101')).not.toBe(name);
    });

    test('should remove, and take a second removal for nothing', async () => {
      await store.commit('a', [{ put: note('a', '1') }]);
      expect((await store.commit('a', [{ remove: '1' }])).ok).toBe(true);
      expect((await store.commit('a', [{ remove: '1' }])).ok).toBe(true);
      expect(await store.read(notes, 'a', '1')).toBeUndefined();
    });

    test('should page through a partition without losing or repeating anything', async () => {
      await store.commit(
        'a',
        Array.from({ length: 7 }, (_, index) => ({ put: note('a', `n${index}`) })),
      );
      const seen: string[] = [];
      let continuation: string | undefined;
      do {
        const page = await store.page(notes, 'a', 3, continuation);
        seen.push(...page.items.map(({ id }) => id));
        continuation = page.continuation;
      } while (continuation !== undefined);
      expect(seen).toEqual(['n0', 'n1', 'n2', 'n3', 'n4', 'n5', 'n6']);
    });

    test('should page on where it was although what it had shown is gone', async () => {
      await store.commit(
        'a',
        Array.from({ length: 6 }, (_, index) => ({ put: note('a', `n${index}`) })),
      );
      const first = await store.page(notes, 'a', 3);
      await store.commit('a', [{ remove: 'n2' }, { remove: 'n3' }]);
      const second = await store.page(notes, 'a', 3, first.continuation);
      expect(second.items.map(({ id }) => id)).toEqual(['n4', 'n5']);
      expect(second.continuation).toBeUndefined();
    });

    test('should tell what is due in any partition, the earliest first', async () => {
      await store.commit('a', [{ put: note('a', '1', 'later', { dueAt: '2027-01-02T00:00:00.000Z' }) }]);
      await store.commit('b', [{ put: note('b', '2', 'first', { dueAt: '2026-12-31T00:00:00.000Z' }) }]);
      await store.commit('c', [{ put: note('c', '3', 'second', { dueAt: '2027-01-01T00:00:00.000Z' }) }]);
      await store.commit('d', [{ put: note('d', '4', 'never') }]);
      const due = await store.due(notes, '2027-01-01T12:00:00.000Z', 10);
      expect(due.map(({ text }) => text)).toEqual(['first', 'second']);
    });

    test('should page through what stands in partitions of its own, and through nothing else', async () => {
      for (const id of ['n3', 'n1', 'n2']) await opened.store.commit(id, [{ put: note(id, id) }]);
      await opened.store.commit('n1', [{ put: note('n1', 'beside') }]);
      await opened.store.commit('m1', [{ put: { pk: 'm1', id: 'm1', type: 'other', _schema_version: 1 } }]);
      const first = await opened.store.standingAlone(notes, 2);
      expect(first.items.map(({ id }) => id)).toEqual(['n1', 'n2']);
      const second = await opened.store.standingAlone(notes, 2, first.continuation);
      expect(second.items.map(({ id }) => id)).toEqual(['n3']);
      expect(second.continuation).toBeUndefined();
    });

    test('should not show what has outlived its time, even before it is swept', async () => {
      await store.commit('a', [{ put: note('a', '1', 'brief', { ttl: 60 }) }]);
      now += 61_000;
      expect(await store.read(notes, 'a', '1')).toBeUndefined();
      expect(await store.list(notes, 'a')).toEqual([]);
      expect((await store.commit('a', [{ put: note('a', '1', 'new'), ifAbsent: true }])).ok).toBe(true);
      await store.commit('a', [{ put: note('a', '2', 'brief', { ttl: 60 }) }]);
      now += 61_000;
      expect(await store.sweep()).toBe(1);
      expect(await store.read(notes, 'a', '1')).toMatchObject({ text: 'new' });
    });

    test('should show what lives for 90 days until they are over, and then no more, whether it was read before or not', async () => {
      const ttl = 90 * 86_400;
      await store.commit('a', [{ put: note('a', '1', 'said', { ttl }) }, { put: note('a', '2', 'said', { ttl }) }]);
      now += ttl * 1000 - 1_000;
      expect(await store.read(notes, 'a', '1')).toMatchObject({ text: 'said' });
      expect(await store.list(notes, 'a')).toHaveLength(2);
      now += 1_000;
      expect(await store.read(notes, 'a', '1')).toBeUndefined();
      expect(await store.read(notes, 'a', '2')).toBeUndefined();
      expect(await store.list(notes, 'a')).toEqual([]);
      expect((await store.page(notes, 'a', 10)).items).toEqual([]);
    });

    test('should bring an older document to the present version when it is read, and refuse one from the future', async () => {
      const old = { pk: 'a', id: 'old', type: 'note', _schema_version: 1, words: 'hello' };
      const future = { pk: 'a', id: 'new', type: 'note', _schema_version: 3, text: 'hello' };
      await store.commit('a', [{ put: old }]);
      expect(await store.read(notes, 'a', 'old')).toMatchObject({ text: 'hello', _schema_version: 2 });
      await store.commit('a', [{ put: future }]);
      await expect(store.read(notes, 'a', 'new')).rejects.toMatchObject({ code: 'schema-newer' });
    });

    test('should hand out every document as it is kept, a page at a time, and what has expired not at all', async () => {
      const phone = { door: 'sms' as const, value: '+15550100' };
      const { person } = await register(store, { now: () => now }, { name: 'Ana Silva', address: phone });
      await store.commit('a', [
        { put: note('a', '1', 'brief', { ttl: 60 }) },
        { put: note('a', '2', 'long', { ttl: 600 }) },
      ]);
      await store.commit('a', [
        { put: { pk: 'a', id: 'old', type: 'note', _schema_version: 1, words: 'hello' } as Entity },
      ]);
      now += 61_000;
      const kept: KeptDocument[] = [];
      let continuation: string | undefined;
      do {
        const page = await store.keptPage(2, continuation);
        expect(page.items.length).toBeLessThanOrEqual(2);
        kept.push(...page.items);
        continuation = page.continuation;
      } while (continuation !== undefined);
      const { etag: _, ...long } = kept.find(({ body }) => body.id === '2') as KeptDocument & { etag: string };
      expect(long).toEqual({ body: note('a', '2', 'long', { ttl: 600 }), expiresAt: now - 61_000 + 600_000 });
      expect(kept.map(({ body }) => `${body.type} ${body.id}`)).toEqual(
        expect.arrayContaining([`user ${person.id}`, `family ${person.familyId}`, 'note 2', 'note old']),
      );
      expect(kept.map(({ body }) => body.id)).not.toContain('1');
      expect(kept.find(({ body }) => body.id === 'old')?.body).toMatchObject({ _schema_version: 1, words: 'hello' });
      expect(JSON.stringify(kept)).not.toContain('15550100');
    });

    test('should take kept documents back as they were, under the etag that was read, and keep the end they had', async () => {
      await store.commit('a', [{ put: note('a', '1', 'brief', { ttl: 60 }) }]);
      const { items } = await store.keptPage(10);
      const [one] = items;
      if (!one) throw new Error('nothing is kept');
      now += 30_000;
      const put = { body: { ...one.body, text: 'rewritten' }, expiresAt: one.expiresAt };
      expect((await store.keep('a', [{ ...put, ifMatch: one.etag }])).ok).toBe(true);
      expect(await store.keep('a', [{ ...put, ifMatch: one.etag }])).toEqual({ ok: false, conflict: '1' });
      expect(await store.read(notes, 'a', '1')).toMatchObject({ text: 'rewritten' });
      expect(await store.list(notes, 'a')).toHaveLength(1);
      now += 31_000;
      expect(await store.read(notes, 'a', '1')).toBeUndefined();
      expect(await store.sweep()).toBe(1);
    });

    test('should say that it is ready', async () => {
      await expect(store.ping()).resolves.toBeUndefined();
    });
  });
};
