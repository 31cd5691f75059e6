import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { granted } from '../../test/granted.ts';
import { closeLiveClients, connectLive } from '../../test/live-client.ts';
import { type OpenedStore, openSqliteStore } from '../../test/stores.ts';
import { acceptInvitation } from '../../trips/invitations/accept.ts';
import { inviteFamily } from '../../trips/invitations/invite.ts';
import { register } from '../../trips/people/register.ts';
import { restrictProcessing } from '../../trips/privacy/restrict.ts';
import { familyAdminOf, memberOf, organizerOf } from '../../trips/roles/permission.ts';
import { createTrip } from '../../trips/trips/create-trip.ts';
import { leaveTrip } from '../../trips/trips/leave-trip.ts';
import { API_TOKEN_SECONDS, tokens } from '../tokens.ts';
import { origins } from '../web/direct-line/origins.ts';
import { type LiveChannel, liveChannel } from './live-channel.ts';

/** Ana and Bea are in one trip, over real sockets; the hours pass when a test says so. */
describe('a live connection', () => {
  let later = 0;
  const clock = { now: () => Date.now() + later };
  const mint = tokens({ secret: 'example-secret-for-tests-only-0123456789', clock });
  let opened: OpenedStore;
  let live: LiveChannel;
  let server: Server;
  let [ana, bea, tripId] = ['', '', ''];

  beforeEach(async () => {
    later = 0;
    opened = await openSqliteStore(clock);
    const { store } = opened;
    const person = async (name: string): Promise<string> =>
      (await register(store, clock, { name, address: { door: 'teams', value: name } })).person.id;
    [ana, bea] = [await person('Ana Silva'), await person('Bea Chen')];
    const { admin } = granted(await familyAdminOf(store, ana));
    tripId = granted(await createTrip(store, clock, admin, { name: 'Lisbon', destination: 'Lisbon' })).trip.id;
    const { organizer } = granted(await organizerOf(store, ana, tripId, 'only the organizer'));
    const { invitation } = granted(await inviteFamily(store, clock, organizer, { familyName: 'Chen' }));
    const chen = granted(await familyAdminOf(store, bea)).admin.person;
    granted(await acceptInvitation(store, clock, invitation.code, { person: chen }));

    const log = pino({ level: 'silent' });
    const from = origins({ webOrigins: [], production: false });
    live = liveChannel({ records: store, tokens: mint, origins: from, log, recheckMs: 5 });
    server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    live.attach(server);
  });
  afterEach(async () => {
    closeLiveClients();
    await live.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await opened.close();
  });

  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const connect = async (userId: string) => connectLive(url(), (await mint.signApi(userId)).token);
  /** Both have the trip open, and Ana sees it. */
  const bothInTrip = async () => {
    const [anas, beas] = [await connect(ana), await connect(bea)];
    await anas.ask('join', { tripId });
    await beas.ask('join', { tripId });
    const beaIsIn = ({ online }: Readonly<Record<string, unknown>>) => JSON.stringify(online).includes('Bea');
    await anas.hears('presence', beaIsIn);
    const before = new Set(anas.seen.map(({ data }) => data));
    return { anas, beas, aloneAgain: () => anas.hears('presence', (data) => !before.has(data) && !beaIsIn(data)) };
  };
  const gone = (client: Awaited<ReturnType<typeof connect>>) =>
    new Promise<string>((resolve) => client.socket.once('disconnect', resolve));

  it('ends with the token it was opened by', async () => {
    const beas = await connect(bea);
    const ended = gone(beas);
    later = (API_TOKEN_SECONDS + 1) * 1000;
    expect(await ended).toBe('io server disconnect');
  });

  it('shows a trip no longer to a family that has left it, nor the family to the others', async () => {
    const { anas, beas, aloneAgain } = await bothInTrip();
    granted(await leaveTrip(opened.store, clock, granted(await memberOf(opened.store, bea, tripId)).member));
    await aloneAgain();
    beas.socket.emit('typing', { tripId });
    // Answered after it, on the same connection.
    expect(await beas.ask('join', { tripId })).toEqual({ ok: false, error: 'not-found' });
    await anas.ask('join', { tripId });
    expect(anas.seen.filter(({ name }) => name === 'typing')).toEqual([]);
  });

  it('is not opened by somebody who has restricted what is done with their data', async () => {
    granted(await restrictProcessing(opened.store, clock, bea));
    await expect(connect(bea)).rejects.toThrow(/unauthorized/);
  });

  it('says fifty things in ten seconds, and is told so of what is beyond that', async () => {
    const { anas, beas } = await bothInTrip();
    // One ask has opened the trip.
    for (let count = 1; count < 50; count += 1) beas.socket.emit('typing', { tripId, on: true });
    beas.socket.emit('typing', { tripId, on: false });
    expect(await beas.ask('leave', { tripId })).toEqual({ ok: false, error: 'too-many-requests' });
    await anas.ask('join', { tripId });
    expect(anas.seen.filter(({ name, data }) => name === 'typing' && data.on)).toHaveLength(49);
    expect(anas.seen.filter(({ name, data }) => name === 'typing' && !data.on)).toEqual([]);
  });

  it('is cut off when it says more than the name of a trip needs', async () => {
    const beas = await connect(bea);
    const ended = gone(beas);
    beas.socket.emit('typing', { tripId, more: 'x'.repeat(5_000) });
    expect(await ended).toMatch(/transport/);
  });
});
