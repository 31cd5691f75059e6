import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { sendSimulated } from '../../../channels/sms/send-simulated.ts';
import { type Counted, countingModel } from '../../../test/stand-ins/counting-model.ts';
import { startFarModels } from '../../../test/stand-ins/models.ts';
import { startProcess } from '../../../test/stand-ins/server-process.ts';

const usage = z.object({
  feature: z.string(),
  model: z.string(),
  calls: z.number(),
  inputTokens: z.number(),
  outputTokens: z.number(),
  usd: z.number(),
});
const account = z.object({ usd: z.number(), usage: z.array(usage) });
/** What the ledger says of the trip, as `analytics/ai-costs` tells it. */
export type Spent = Readonly<z.infer<typeof account>>;
const costs = z.object({ trip: account, user: account });

/** A sample trip on a server of its own, whose language model counts what it is sent and what it says. */
export interface SpendingTrip {
  /** Texts as the family who organizes; resolves with what comes back. */
  say(text: string): Promise<readonly string[]>;
  /** A request of the API as the same person. */
  api(method: 'GET' | 'POST', path: string, body?: object): Promise<Record<string, unknown>>;
  spent(): Promise<Spent>;
  /** Has something done in the background (`/ai/itinerary/generate`), and waits until it is. */
  work(path: string, body?: object): Promise<void>;
  readonly tripId: string;
  readonly counted: readonly Counted[];
  close(): Promise<void>;
}

const PHONE = '+15550171';
const LOOK_MS = 100;
/** More than a plan may take. */
const WORK_MS = 120_000;

/** Starts it. `atMost` bills every answer at the longest that the request allows. */
export const openSpendingTrip = async (options: { readonly atMost?: boolean } = {}): Promise<SpendingTrip> => {
  const folder = mkdtempSync(join(tmpdir(), 'costs-'));
  const far = await startFarModels();
  const model = countingModel(options);
  far.always(model.step);
  const server = await startProcess('app/server.ts', {
    ...{ DATA_DIR: folder, MODELS: 'openai', OPENAI_BASE_URL: `${far.url}/v1`, OPENAI_API_KEY: 'example-key' },
    // Budgets that nothing is cheaper for.
    ...{ AI_BUDGET_USER_USD: '1000', AI_BUDGET_TRIP_USD: '1000', AI_BUDGET_PLATFORM_USD: '1000' },
    ...{ MESSAGES_PER_MINUTE: '100000' },
  }).catch(async (error: unknown) => {
    await far.close();
    throw error;
  });
  const close = async (): Promise<void> => {
    await server.stop();
    await far.close();
    rmSync(folder, { recursive: true, force: true });
  };
  let token = '';
  const api: SpendingTrip['api'] = async (method, path, body) => {
    const response = await fetch(`${server.url}/api/v1${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...(token !== '' && { authorization: `Bearer ${token}` }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Record<string, unknown>;
  };
  const say: SpendingTrip['say'] = (text) =>
    sendSimulated({ server: server.url, from: PHONE, to: '+15550000', text, authToken: '' });
  try {
    await say('demo');
    token = String((await api('POST', '/auth/dev-token', { name: 'Bea Chen', phone: PHONE })).token);
    const trips = z.object({ items: z.array(z.object({ id: z.string() })) }).parse(await api('GET', '/trips'));
    const tripId = trips.items[0]?.id ?? '';
    return {
      ...{ say, api, tripId, counted: model.counted, close },
      spent: async () => costs.parse(await api('GET', `/analytics/ai-costs?tripId=${tripId}`)).trip,
      work: async (path, body) => {
        const { taskId } = await api('POST', path, { tripId, ...body });
        const until = performance.now() + WORK_MS;
        for (;;) {
          const { status } = await api('GET', `/tasks/${String(taskId)}`);
          if (status === 'succeeded') return;
          if (status === 'failed' || performance.now() > until) throw new Error(`${path} is ${String(status)}`);
          await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
        }
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
};
