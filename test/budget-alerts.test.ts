import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eventually } from './eventually.ts';
import { type Journey, startJourney } from './journey.ts';
import { type AzureCostsStandIn, startAzureCosts } from './stand-ins/azure-costs.ts';
import { type FarModels, startFarModels } from './stand-ins/models.ts';

const PHONE = '+15550161';

describe('a budget that runs out', () => {
  let far: FarModels;
  let azure: AzureCostsStandIn;
  let webhook: Server;
  let journey: Journey;
  const posted: { readonly text: string; readonly about: Readonly<Record<string, unknown>> }[] = [];

  beforeAll(async () => {
    far = await startFarModels();
    azure = await startAzureCosts();
    webhook = createServer(async (request, response) => {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part as Buffer);
      posted.push(JSON.parse(Buffer.concat(parts).toString()));
      response.writeHead(204).end();
    });
    webhook.listen(0, '127.0.0.1');
    await once(webhook, 'listening');
    journey = await startJourney({
      ...{ MODELS: 'openai', OPENAI_BASE_URL: `${far.url}/v1`, OPENAI_API_KEY: 'example-key' },
      ...{
        AI_BUDGET_TRIP_USD: '0.03',
        OPERATOR_WEBHOOK_URL: `http://127.0.0.1:${(webhook.address() as AddressInfo).port}`,
      },
    });
  });
  afterAll(async () => {
    await journey.close();
    await Promise.all([far.close(), azure.close()]);
    webhook.closeAllConnections();
    await new Promise((resolve) => webhook.close(resolve));
  });

  const said = (): readonly string[] =>
    journey.twilio.sent
      .filter(({ to }) => to === PHONE)
      .map(({ body }) => body)
      .filter((body) => /AI budget/.test(body));
  const ofTrip = () => posted.filter(({ about }) => about.scope === 'trip').map(({ about }) => about.percent);

  test('should be told to the organizer and the operator at 50, 80 and 100 percent, once each, whatever restarts', async () => {
    await journey.text(PHONE, 'demo');
    far.always({ text: 'Nothing.', usage: { inputTokens: 12_000, outputTokens: 390 } });
    for (let asked = 0; asked < 40 && said().length < 3; asked += 1) {
      await journey.text(PHONE, `bla ${asked} qwertz uiop asdf`);
      if (asked === 8) await journey.restart();
    }
    await eventually('three posts', () => ofTrip().length === 3);
    await eventually('three texts', () => said().length === 3);
    expect(ofTrip()).toEqual(expect.arrayContaining([50, 80, 100]));
    expect(said()[0]).toMatch(
      /^Half of the AI budget of .+ is used: USD 0\.\d\d of USD 0\.03\. Nothing changes yet\.$/,
    );
    expect(said()[2]).toMatch(
      /^The AI budget of .+ is as good as used up\. From now on I answer straight from your documents/,
    );

    await journey.crashAndRestart();
    await journey.text(PHONE, 'blub qwertz uiop asdf');
    const metrics = await (await fetch(`${journey.server.url}/health/metrics`)).text();
    expect(metrics).not.toMatch(/pathfinder_ai_budget_alerts_total\{scope="trip"/);
    expect(ofTrip()).toHaveLength(3);
    expect(said()).toHaveLength(3);
  });

  test('should be told to people once a day where their documents answer', async () => {
    const words = async (text: string): Promise<string> => (await journey.text(PHONE, text)).join('\n');
    await journey.restart({ AI_BUDGET_TRIP_USD: '0.001' });
    expect(await words('when can we check in?')).toMatch(/15:20[\s\S]*I'm in saving mode today/);
    expect(await words('how much is the cot?')).toMatch(/^(?!.*saving mode).*EUR 9/);
    const ana = await journey.signUp({ name: 'Bea', phone: PHONE });
    const { body: trips } = await journey.api('GET', '/trips', { token: ana.token });
    const [trip] = trips.items as { id: string }[];
    const { body } = await journey.api('POST', '/ai/assistant/query', {
      token: ana.token,
      body: { query: 'when can we check in?', tripId: trip?.id },
    });
    expect(body.degradation).toEqual({ reason: 'budget', scope: 'trip' });
  });

  test('should stop every model while Azure bills more than it may', async () => {
    azure.answers({ amount: 250, currency: 'USD' });
    await journey.restart({
      ...azure.identity,
      ...{ AI_BUDGET_TRIP_USD: '5', AZURE_COST_SCOPE: '/subscriptions/00000000-0000-4000-8000-000000000000' },
      ...{ AZURE_COST_LIMIT: '200', AZURE_MANAGEMENT_ENDPOINT: azure.url },
    });
    await eventually('news of Azure', () => posted.some(({ about }) => about.scope === 'azure'));
    const before = far.requests.length;
    const ana = await journey.signUp({ name: 'Bea', phone: PHONE });
    const { body: trips } = await journey.api('GET', '/trips', { token: ana.token });
    const [trip] = trips.items as { id: string }[];
    const { body } = await journey.api('POST', '/ai/assistant/query', {
      token: ana.token,
      body: { query: 'how much is the garage?', tripId: trip?.id },
    });
    expect(body.degradation).toEqual({ reason: 'throttled', scope: 'platform' });
    expect((await journey.api('GET', '/analytics/ai-costs', { token: ana.token })).body.throttled).toBe(true);
    expect(far.requests).toHaveLength(before);
  });
});
