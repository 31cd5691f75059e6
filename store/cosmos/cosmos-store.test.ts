import { testCodec } from '../../test/codec.ts';
import { type CosmosAccount, cosmosAccount, cosmosSettings } from '../../test/stand-ins/cosmos.ts';
import { openCosmosStore } from '../../test/stores.ts';
import { systemClock } from '../../trips/clock.ts';
import { people } from '../../trips/people/person.ts';
import { register } from '../../trips/people/register.ts';
import { entityStoreContract } from '../entity-store.contract.ts';
import type { EntityStore } from '../entity-store.ts';
import { openContainer } from './container.ts';
import { cosmosStore } from './cosmos-store.ts';

entityStoreContract('Azure Cosmos DB', openCosmosStore);

describe('the store on Azure Cosmos DB', () => {
  let account: CosmosAccount;
  let store: EntityStore;
  beforeEach(async () => {
    account = await cosmosAccount();
    // Patience as short as it can be, so that what fails fails now.
    const retryOptions = { maxRetryAttemptCount: 2, fixedRetryIntervalInMilliseconds: 1, maxWaitTimeInSeconds: 1 };
    store = cosmosStore(await openContainer(cosmosSettings(account), { retryOptions }), systemClock, testCodec);
  });
  afterEach(async () => {
    await store.close();
    await account.close();
  });

  const join = () => register(store, systemClock, { name: 'Ana Silva', address: { door: 'sms', value: '+15550100' } });

  test('should keep no phone number that can be read, in fields or in ids', async () => {
    const { person } = await join();
    const kept = await account.raw(person.id);
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain('15550100');
    expect((await store.read(people, person.id, person.id))?.addresses).toEqual([{ door: 'sms', value: '+15550100' }]);
  });

  test('should name the partition in the SQL of every query too', async () => {
    const { family } = await join();
    await store.list(people, family.id);
    await store.page(people, family.id, 3);
    expect(account.queries.filter((query) => query.includes('c.pk = @pk')).length).toBeGreaterThanOrEqual(2);
    expect(account.violations).toEqual([]);
  });

  test('should keep one container for everything, split by pk, with the index its queries need and a time to live', async () => {
    const { resource } = await (await openContainer(cosmosSettings(account))).read();
    expect(resource).toMatchObject({ id: 'entities', partitionKey: { paths: ['/pk'] }, defaultTtl: -1 });
    const { indexingMode, includedPaths = [], excludedPaths, compositeIndexes } = resource?.indexingPolicy ?? {};
    expect([indexingMode, excludedPaths]).toEqual(['consistent', [{ path: '/*' }]]);
    const paths = includedPaths.map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(['/type/?', '/email/?', '/destination/?', '/created_at/?']));
    expect(compositeIndexes).toHaveLength(1);

    await join();
    await store.due(people, '2027-01-01T00:00:00.000Z', 1);
    await store.sweep();
    await store.page(people, 'family_1', 1);
    // Whatever a query compares or orders by has its index.
    const named = account.queries.flatMap((query) => [...query.matchAll(/\bc\.(\w+)\s*(?:[<>=]|$)/g)]);
    expect(named.length).toBeGreaterThan(5);
    for (const [, field] of named) expect(paths).toContain(`/${field}/?`);
  });

  test('should go on after a busy moment', async () => {
    account.failNext(429);
    await expect(join()).resolves.toMatchObject({ created: true });
  });

  // 403: the partition or the account is full, or closed. 507: no room.
  test.each([[[503, 503, 503, 503]], [[401]], [[403]], [[507]], [[0, 0, 0, 0, 0, 0, 0, 0]]])(
    'should say that it cannot be reached after %j, acknowledge nothing, and recover',
    async (failures) => {
      const put = { pk: 'a', id: 'n', type: 'note', _schema_version: 1 };
      account.failNext(...failures);
      await expect(store.commit('a', [{ put }])).rejects.toMatchObject({ code: 'store-unavailable' });
      account.failNext();
      expect(await eventually(() => account.raw('a'))).toEqual([]);
      await expect(eventually(() => store.ping())).resolves.toBeUndefined();
      expect((await store.commit('a', [{ put }])).ok).toBe(true);
    },
  );

  test('should refuse what has more bytes than a request may have, as a mistake and not as an outage', async () => {
    const put = { pk: 'a', id: 'n', type: 'note', _schema_version: 1, ...{ text: 'x'.repeat(2_200_000) } };
    await expect(store.commit('a', [{ put }])).rejects.toMatchObject({ code: 'internal' });
    expect(await account.raw('a')).toEqual([]);
  });

  test('should refuse a commit that is larger than a batch may be', async () => {
    const put = (index: number) => ({ put: { pk: 'a', id: `n${index}`, type: 'note', _schema_version: 1 } });
    await expect(
      store.commit(
        'a',
        Array.from({ length: 101 }, (_, index) => put(index)),
      ),
    ).rejects.toMatchObject({ code: 'internal' });
    expect(await account.raw('a')).toEqual([]);
  });
});

/** Runs it again while failures that were ordered are left. */
const eventually = async <T>(call: () => Promise<T>, left = 10): Promise<T> => {
  try {
    return await call();
  } catch (error) {
    if (left === 0) throw error;
    return eventually(call, left - 1);
  }
};
