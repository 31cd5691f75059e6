import { type Repeated, repeat } from '../jobs/repeat.ts';
import type { SpendWatch } from '../llm/azure-spend/spend-watch.ts';
import type { Clock } from '../trips/clock.ts';
import type { Config } from './config.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { TellOperator } from './tell-operator.ts';

/** The watch over what Azure bills, when one is configured. */
export const openSpendWatch = async (
  config: Config,
  clock: Clock,
  log: Log,
  metrics: Pick<Metrics, 'budgetAlert'>,
  tellOperator: TellOperator,
): Promise<SpendWatch | undefined> => {
  const { AZURE_COST_SCOPE: scope, AZURE_COST_LIMIT: limit, AZURE_MANAGEMENT_ENDPOINT: endpoint } = config;
  if (scope === '' || limit === undefined) return undefined;
  const [{ azureCosts, azureManagementToken }, { spendWatch }] = await Promise.all([
    import('../llm/azure-spend/azure-costs.ts'),
    import('../llm/azure-spend/spend-watch.ts'),
  ]);
  return spendWatch({
    ...{ limit, clock, log },
    read: azureCosts({ endpoint, scope, token: await azureManagementToken(endpoint) }),
    onAlert: async ({ key, percent, amount, currency }) => {
      const about = { scope: 'azure', percent, amount, currency, limit };
      const bill = `${currency} ${amount.toFixed(2)} of ${limit}`;
      const then = percent >= 100 ? ' Language models are stopped until the month ends or the limit rises.' : '';
      await tellOperator({ key, text: `${percent}% of the month's Azure limit is billed: ${bill}.${then}`, about });
      metrics.budgetAlert('azure', percent);
      log.warn(about, 'Azure bills a part of what it may');
    },
  });
};

/** Asks Azure now and then, in every process that asks models. */
export const watchSpend = (
  watch: SpendWatch,
  { AZURE_COST_CHECK_MINUTES: minutes }: Config,
  log: Log,
): Pick<Repeated, 'stop'> =>
  repeat(
    minutes * 60_000,
    async () => {
      await watch.check();
      return 0;
    },
    (error) => log.error({ err: error }, 'watching what Azure bills failed; it is tried again'),
  );
