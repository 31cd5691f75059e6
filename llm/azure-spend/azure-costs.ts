import { z } from 'zod';
import { PathfinderError } from '../../trips/pathfinder-error.ts';

/** https://learn.microsoft.com/rest/api/cost-management/query/usage */
const API_VERSION = '2025-03-01';
const PATIENCE_MS = 30_000;
/** Pages of rows that are read; a sum without groups is one row for each currency. */
const MOST_PAGES = 5;

/** What Azure has billed in this month so far, in the currency of the billing account. */
export interface AzureSpend {
  readonly amount: number;
  readonly currency: string;
}

/** The cost of a subscription or resource group. Throws `far-end-unavailable`, with `retryAfterMs` where Azure asks for a pause. */
export type ReadAzureSpend = () => Promise<AzureSpend>;

export class AzureCostsError extends PathfinderError {
  readonly retryAfterMs: number | undefined;
  constructor(message: string, cause?: unknown, retryAfterMs?: number) {
    super('far-end-unavailable', message, cause);
    this.name = 'AzureCostsError';
    this.retryAfterMs = retryAfterMs;
  }
}

const page = z.object({
  properties: z.object({
    columns: z.array(z.object({ name: z.string(), type: z.string() })),
    rows: z.array(z.array(z.union([z.number(), z.string(), z.null()]))),
    nextLink: z.string().nullish(),
  }),
});

/** The sum of the month to date, as nothing else of the costs is wanted. */
const QUERY = {
  type: 'ActualCost',
  timeframe: 'MonthToDate',
  dataset: { granularity: 'None', aggregation: { totalCost: { name: 'Cost', function: 'Sum' } } },
};

/** Asks Azure Cost Management. `scope`: `/subscriptions/…` or `/subscriptions/…/resourceGroups/…`; `token` signs in to Azure Resource Manager. */
export const azureCosts = (settings: {
  readonly endpoint: string;
  readonly scope: string;
  readonly token: () => Promise<string>;
}): ReadAzureSpend => {
  const endpoint = settings.endpoint.replace(/\/+$/, '');
  const first = `${endpoint}${settings.scope.replace(/\/+$/, '')}/providers/Microsoft.CostManagement/query?api-version=${API_VERSION}`;
  const ask = async (url: string): Promise<z.infer<typeof page>['properties']> => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${await settings.token()}`, 'content-type': 'application/json' },
      body: JSON.stringify(QUERY),
      signal: AbortSignal.timeout(PATIENCE_MS),
    }).catch((cause: unknown) => {
      throw new AzureCostsError('Azure Cost Management cannot be reached', cause);
    });
    const text = await response.text();
    if (response.status !== 200)
      throw new AzureCostsError(
        `Azure Cost Management answered ${response.status}`,
        undefined,
        pauseAskedFor(response),
      );
    try {
      return page.parse(JSON.parse(text)).properties;
    } catch (cause) {
      throw new AzureCostsError('Azure Cost Management answered something else than costs', cause);
    }
  };
  return async () => {
    let amount = 0;
    let currency: string | undefined;
    let url: string | null | undefined = first;
    for (let read = 0; url && read < MOST_PAGES; read += 1) {
      // The token goes to nobody else, whatever the answer says comes next.
      if (new URL(url).origin !== new URL(endpoint).origin) throw new AzureCostsError('the next page is elsewhere');
      const { columns, rows, nextLink } = await ask(url);
      const of = (name: string): number => columns.findIndex((column) => column.name === name);
      for (const row of rows) {
        const [cost, money] = [row[of('Cost')], row[of('Currency')]];
        if (typeof cost !== 'number' || typeof money !== 'string' || (currency ?? money) !== money)
          throw new AzureCostsError('the costs are not in one currency');
        amount += cost;
        currency = money;
      }
      url = nextLink;
    }
    return { amount, currency: currency ?? '' };
  };
};

/** Cost Management names its pauses by quota; the longest counts. */
const pauseAskedFor = ({ headers }: Response): number | undefined => {
  const pauses = [...headers].flatMap(([name, value]) =>
    /retry-after$/.test(name) && /^\d+$/.test(value) ? [Number(value) * 1_000] : [],
  );
  return pauses.length === 0 ? undefined : Math.max(...pauses);
};

/** Tokens for Azure Resource Manager of the identity this process runs under; kept until they expire. */
export const azureManagementToken = async (endpoint: string): Promise<() => Promise<string>> => {
  const { DefaultAzureCredential, getBearerTokenProvider } = await import('@azure/identity');
  // What a token is for is named like the cloud it is for; a stand-in has none of its own.
  const audience = endpoint.startsWith('https:') ? endpoint.replace(/\/+$/, '') : 'https://management.azure.com';
  return getBearerTokenProvider(new DefaultAzureCredential(), `${audience}/.default`);
};
