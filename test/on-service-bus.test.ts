import { type Journey, startJourney } from './journey.ts';
import { type ServiceBusStandIn, startServiceBus } from './stand-ins/service-bus.ts';

describe('the product with its jobs in Service Bus', () => {
  let broker: ServiceBusStandIn;
  let journey: Journey;
  beforeAll(async () => {
    broker = await startServiceBus({ now: () => Date.now() });
    journey = await startJourney({
      QUEUE: 'service-bus',
      SERVICE_BUS_CONNECTION_STRING: broker.connectionString,
      SERVICE_BUS_QUEUE: 'pathfinder-jobs',
    });
  });
  afterAll(async () => {
    await journey.close();
    await broker.close();
  });

  test('should plan a trip and deliver the plan', async () => {
    const phone = '+15550188';
    await journey.text(phone, 'demo');
    expect((await journey.text(phone, 'plan our trip')).join('\n')).toMatch(/^On it/);
    const plan = await journey.twilio.waitFor(({ to, body }) => to === phone && body.includes('/s/'));
    expect(plan.body).toContain('Your plan is ready');
    expect(broker.count('pathfinder-jobs').dead).toBe(0);
  });
});
