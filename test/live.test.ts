import { type Account, type Journey, startJourney } from './journey.ts';
import { closeLiveClients, connectLive, type LiveClient, whileCutOff } from './live-client.ts';
import { type RedisServer, startRedis } from './stand-ins/redis.ts';
import { type ServerProcess, startProcess } from './stand-ins/server-process.ts';

/** Ana organizes a trip that Bea's family is in; Mallory has a trip of her own. */
interface Stage {
  readonly ana: Account;
  readonly bea: Account;
  readonly mallory: Account;
  readonly tripId: string;
  readonly otherTripId: string;
}

const setUp = async (journey: Journey): Promise<Stage> => {
  const ana = await journey.signUp({ name: 'Ana Silva' });
  const bea = await journey.signUp({ name: 'Bea Chen' });
  const mallory = await journey.signUp({ name: 'Mallory Okoye' });
  const tripId = await journey.trip(ana, { name: 'Lisbon', destination: 'Lisbon' });
  const otherTripId = await journey.trip(mallory, { name: 'Porto', destination: 'Porto' });
  const code = await journey.invite(ana, tripId, bea);
  await journey.api('POST', `/invitations/${code}/accept`, { token: bea.token });
  return { ana, bea, mallory, tripId, otherTripId };
};

const post = (journey: Journey, who: Account, tripId: string, text: string) =>
  journey.api('POST', `/trips/${tripId}/messages`, { token: who.token, body: { text } });

/** Resolves once everything published to a trip before now has reached the client: a message is the last to come. */
const settled = async (journey: Journey, client: LiveClient, who: Account, tripId: string): Promise<void> => {
  const text = `marker ${client.seen.length}`;
  await post(journey, who, tripId, text);
  await client.hears('chat_message', (data) => data.text === text);
};

/** Resolves once nothing waits in the outbox. */
const allTold = async ({ server }: Journey): Promise<void> => {
  while (!/^pathfinder_outbox_backlog 0$/m.test(await (await fetch(`${server.url}/health/metrics`)).text()));
};

describe('live events of one process', () => {
  let journey: Journey;
  let stage: Stage;
  beforeAll(async () => {
    journey = await startJourney();
    stage = await setUp(journey);
  });
  afterEach(closeLiveClients);
  afterAll(() => journey.close());

  const connect = (who: Account) => connectLive(journey.server.url, who.token);

  test('should show a poll and every count to the families of the trip, and to nobody else', async () => {
    const { ana, bea, mallory, tripId, otherTripId } = stage;
    const [anas, beas, mallorys] = [await connect(ana), await connect(bea), await connect(mallory)];
    const { body: poll } = await journey.api('POST', `/trips/${tripId}/polls`, {
      token: ana.token,
      body: { question: 'Where do we eat?', options: ['Taverna', 'Pelican'] },
    });
    const opened = await beas.hears('poll_update', ({ pollId }) => pollId === poll.id);
    expect(opened).toMatchObject({ tripId, change: 'opened', question: 'Where do we eat?', status: 'open' });
    await journey.api('PUT', `/trips/${tripId}/polls/${poll.id}/ballot`, {
      token: bea.token,
      body: { optionId: 'opt_02' },
    });
    const counted = await anas.hears('poll_update', ({ change }) => change === 'updated');
    expect(counted.tally).toMatchObject({
      options: [
        { optionId: 'opt_01', families: [] },
        { optionId: 'opt_02', families: [bea.familyId] },
      ],
    });
    await settled(journey, mallorys, mallory, otherTripId);
    expect(mallorys.seen.map(({ data }) => data.tripId)).toEqual([otherTripId]);
  });

  test("should keep a family's own documents to the family", async () => {
    const { ana, bea, tripId } = stage;
    const [anas, beas] = [await connect(ana), await connect(bea)];
    const form = new FormData();
    form.set('scope', 'family');
    form.set('file', new Blob(['Our own plan: breakfast at nine.']), 'own-plan.txt');
    await journey.api('POST', `/trips/${tripId}/documents`, { token: bea.token, body: form });
    const added = await beas.hears('trip_change', ({ change }) => change === 'document-added');
    expect(added.tripId).toBe(tripId);
    await settled(journey, anas, ana, tripId);
    expect(anas.seen.filter(({ name }) => name === 'trip_change')).toEqual([]);
  });

  test('should show who has the trip open and who is typing, to those who have it open', async () => {
    const { ana, bea, mallory, tripId } = stage;
    const [anas, beas, mallorys] = [await connect(ana), await connect(bea), await connect(mallory)];
    expect(await anas.ask('join', { tripId })).toMatchObject({ ok: true, online: [{ name: 'Ana Silva' }] });
    expect(await mallorys.ask('join', { tripId })).toEqual({ ok: false, error: 'not-found' });
    await beas.ask('join', `trip:${tripId}`);
    const both = await anas.hears('presence', ({ online }) => Array.isArray(online) && online.length === 2);
    expect(both.online).toContainEqual({ userId: bea.userId, name: 'Bea Chen', familyName: 'Chen' });
    beas.socket.emit('typing', { tripId });
    expect(await anas.hears('typing')).toMatchObject({ tripId, on: true, name: 'Bea Chen' });
    beas.socket.disconnect();
    await anas.hears(
      'presence',
      ({ online }) => JSON.stringify(online).includes('Ana') && !JSON.stringify(online).includes('Bea'),
    );
    mallorys.socket.emit('typing', { tripId });
    await settled(journey, anas, ana, tripId);
    expect(anas.seen.filter(({ name }) => name === 'typing')).toHaveLength(1);
    await settled(journey, mallorys, mallory, stage.otherTripId);
    expect(mallorys.seen.filter(({ name }) => name === 'presence')).toEqual([]);
  });

  test('should make up for what happened while a connection was broken, once', async () => {
    const { ana, bea, tripId } = stage;
    const beas = await connect(bea);
    await settled(journey, beas, ana, tripId);
    const anas = await connect(ana);
    await whileCutOff(beas, async () => {
      await post(journey, ana, tripId, 'the boat leaves at ten');
      await anas.hears('chat_message', ({ text }) => text === 'the boat leaves at ten');
    });
    await settled(journey, beas, ana, tripId);
    expect(beas.socket.recovered).toBe(true);
    expect(beas.seen.filter(({ data }) => data.text === 'the boat leaves at ten')).toHaveLength(1);
  });

  test('should make up for what happened while nobody at all was connected', async () => {
    const { ana, bea, tripId } = stage;
    const beas = await connect(bea);
    await settled(journey, beas, ana, tripId);
    await whileCutOff(beas, async () => {
      await post(journey, ana, tripId, 'the boat is full');
      await allTold(journey);
    });
    await beas.hears('chat_message', ({ text }) => text === 'the boat is full');
  });

  test('should say how far a plan is, and that it is there', async () => {
    const { ana, tripId } = stage;
    await journey.api('PATCH', `/trips/${tripId}`, {
      token: ana.token,
      body: { startDate: '2027-06-11', endDate: '2027-06-13' },
    });
    const anas = await connect(ana);
    const { body } = await journey.api('POST', '/ai/itinerary/generate', { token: ana.token, body: { tripId } });
    const done = await anas.hears('task_progress', ({ status }) => status !== 'running');
    expect(done).toMatchObject({ tripId, taskId: body.taskId });
  });

  test.each([
    ['no token', undefined],
    ['a token of somebody else', 'not-one-of-ours'],
  ])('should refuse %s', async (_, token) => {
    await expect(connectLive(journey.server.url, token)).rejects.toThrow(/unauthorized/);
  });

  test('should refuse a page of another site', async () => {
    const answer = await fetch(`${journey.server.url}/socket.io/?EIO=4&transport=polling`, {
      headers: { origin: 'https://elsewhere.example' },
    });
    expect(answer.status).toBe(403);
  });
});

describe('live events of two processes with Redis between them', () => {
  let redis: RedisServer;
  let journey: Journey;
  let second: ServerProcess;
  let stage: Stage;
  beforeAll(async () => {
    redis = await startRedis();
    const shared = { CACHE: 'redis', REDIS_URL: redis.url };
    journey = await startJourney(shared);
    // Facts are told by the first alone, so whatever the second shows has crossed over.
    second = await startProcess('app/server.ts', { ...journey.settings, ...shared, WORKER: 'false' });
    stage = await setUp(journey);
  });
  afterAll(async () => {
    closeLiveClients();
    await second?.stop();
    await journey?.close();
    await redis?.close();
  });

  test('should reach a client of the other process, and let it resume on either', async () => {
    const { ana, bea, tripId } = stage;
    const beas = await connectLive(second.url, bea.token);
    await settled(journey, beas, ana, tripId);
    const anas = await connectLive(journey.server.url, ana.token);
    await anas.ask('join', { tripId });
    await beas.ask('join', { tripId });
    await anas.hears('presence', ({ online }) => Array.isArray(online) && online.length === 2);
    beas.socket.emit('typing', { tripId });
    expect(await anas.hears('typing')).toMatchObject({ name: 'Bea Chen' });
    await whileCutOff(beas, async () => {
      await post(journey, ana, tripId, 'said while away');
      await anas.hears('chat_message', ({ text }) => text === 'said while away');
    });
    await settled(journey, beas, ana, tripId);
    expect(beas.seen.filter(({ data }) => data.text === 'said while away')).toHaveLength(1);
  });
});
