import { type AzureCostsStandIn, startAzureCosts } from '../../test/stand-ins/azure-costs.ts';
import { azureCosts, azureManagementToken } from './azure-costs.ts';
import { spendWatch } from './spend-watch.ts';

const SCOPE = '/subscriptions/00000000-0000-4000-8000-000000000000/resourceGroups/pathfinder';

describe('what Azure bills', () => {
  let azure: AzureCostsStandIn;
  let token: () => Promise<string>;
  beforeAll(async () => {
    azure = await startAzureCosts();
    Object.assign(process.env, azure.identity);
    token = await azureManagementToken(azure.url);
  });
  afterAll(async () => {
    for (const name of Object.keys(azure.identity)) delete process.env[name];
    await azure.close();
  });
  const read = () => azureCosts({ endpoint: `${azure.url}/`, scope: SCOPE, token })();

  test('should be asked as the managed identity, for the month to date of the scope', async () => {
    azure.answers({ amount: 12.5, currency: 'EUR' });
    expect(await read()).toEqual({ amount: 12.5, currency: 'EUR' });
    expect(azure.tokensFor).toEqual(['https://management.azure.com']);
    expect(azure.requests.at(-1)).toEqual({
      method: 'POST',
      path: `${SCOPE}/providers/Microsoft.CostManagement/query?api-version=2025-03-01`,
      authorization: 'Bearer example-arm-token',
      body: {
        type: 'ActualCost',
        timeframe: 'MonthToDate',
        dataset: { granularity: 'None', aggregation: { totalCost: { name: 'Cost', function: 'Sum' } } },
      },
    });
  });

  test('should be summed over pages, and be nothing in a month without costs', async () => {
    azure.answers({ amount: 0, inPages: [3, 4.5] });
    expect(await read()).toEqual({ amount: 7.5, currency: 'EUR' });
    azure.answers({ amount: 0, inPages: [] });
    expect(await read()).toEqual({ amount: 0, currency: '' });
  });

  test.each([
    [{ status: 401 }, undefined],
    [{ status: 204 }, undefined],
    [{ status: 429, headers: { 'x-ms-ratelimit-microsoft.costmanagement-entity-retry-after': '42' } }, 42_000],
  ] as const)('should be unknown, not nothing, when the answer is %j', async (answer, pause) => {
    azure.answers(answer);
    await expect(read()).rejects.toMatchObject({ code: 'far-end-unavailable', retryAfterMs: pause });
  });

  test('should stop models from its limit on until the month ends, tell at each part once, and stand while Azure is silent', async () => {
    let now = Date.parse('2027-03-10T10:00:00Z');
    const alerts: string[] = [];
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const watch = spendWatch({
      ...{ read, limit: 100, clock: { now: () => now }, log },
      onAlert: async ({ key }) => void alerts.push(key),
    });
    const billed = async (amount: number): Promise<boolean> => {
      azure.answers({ amount });
      await watch.check();
      return watch.throttled();
    };
    expect(watch.throttled()).toBe(false);
    expect(await billed(40)).toBe(false);
    expect(await billed(55)).toBe(false);
    expect(await billed(56)).toBe(false);
    expect(await billed(100)).toBe(true);
    expect(alerts).toEqual(['azure 2027-03 50', 'azure 2027-03 100']);

    azure.answers({ status: 429, headers: { 'x-ms-ratelimit-microsoft.costmanagement-client-retry-after': '60' } });
    await watch.check();
    expect(watch.throttled()).toBe(true);
    const asked = azure.requests.length;
    await watch.check();
    expect(azure.requests).toHaveLength(asked);
    now += 61_000;
    expect(await billed(101)).toBe(true);

    now = Date.parse('2027-04-01T00:00:00Z');
    expect(watch.throttled()).toBe(false);
    expect(await billed(1)).toBe(false);
  });
});
