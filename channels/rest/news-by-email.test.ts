import { type Guest, openRestDoor, type RestDoor } from '../../test/rest-door.ts';
import { systemClock } from '../../trips/clock.ts';
import { outboxFacts } from '../../trips/notifications/fact.ts';
import { optOut } from '../../trips/people/addresses.ts';

const MAILBOX = 'ana@example.com';

describe('the news of a trip by e-mail, over REST', () => {
  let door: RestDoor;
  let ana: Guest;
  let bea: Guest;
  let mallory: Guest;
  let path: string;
  beforeAll(async () => {
    door = await openRestDoor();
    ana = await door.signIn({ name: 'Ana Silva' });
    bea = await door.signIn({ name: 'Bea Chen', email: 'bea@example.com' });
    mallory = await door.signIn({ name: 'Mallory Okoye' });
    const { body: trip } = await door.call('POST', '/trips', as(ana, { name: 'Lisbon', destination: 'Lisbon' }));
    path = `/trips/${trip.id}/news-by-email`;
    const { body } = await door.call('POST', `/trips/${trip.id}/families/${bea.familyId}/invite`, as(ana));
    await door.call('POST', `/invitations/${body.code}/accept`, as(bea));
  });
  afterAll(() => door.close());

  const as = ({ token }: Guest, body?: unknown) => ({ token, ...(body !== undefined && { body }) });
  const state = async (guest: Guest) => (await door.call('GET', path, as(guest))).body;
  const codeFor = async ({ userId }: Guest, mailbox: string): Promise<string> => {
    const facts = await door.records.list(outboxFacts, userId);
    const mailed = facts.find(({ to }) => to?.conversation === mailbox);
    return mailed?.fact.kind === 'email-code' ? mailed.fact.code : '';
  };

  test('should go at once to an address that is known to be theirs, until they end it', async () => {
    expect(await state(bea)).toEqual({ following: false });
    const begun = await door.call('POST', path, as(bea, {}));
    expect([begun.status, begun.body]).toEqual([200, { following: true, email: 'bea@example.com' }]);
    expect(await state(bea)).toEqual({ following: true, email: 'bea@example.com' });
    // Nobody else in the trip is told, and nobody else's is ended by it.
    expect(await state(ana)).toEqual({ following: false });
    expect((await door.call('DELETE', path, as(ana))).status).toBe(204);
    expect(await state(bea)).toMatchObject({ following: true });
    for (const _ of [1, 2]) expect((await door.call('DELETE', path, as(bea))).status).toBe(204);
    expect(await state(bea)).toEqual({ following: false });
  });

  test('should go to another address only with the code that is mailed there', async () => {
    expect((await door.call('POST', path, as(ana, {}))).status).toBe(400);
    const asked = await door.call('POST', path, as(ana, { email: 'ANA@example.com' }));
    expect([asked.status, asked.body]).toEqual([202, { following: false, email: MAILBOX }]);
    expect(await state(ana)).toEqual({ following: false });
    const code = await codeFor(ana, MAILBOX);
    expect(asked.text).not.toContain(code);
    const wrong = code === 'AAAAA3' ? 'AAAAA4' : 'AAAAA3';
    const refused = await door.call('PUT', path, as(ana, { email: MAILBOX, code: wrong }));
    expect([refused.status, (refused.body.error as { code: string }).code]).toEqual([400, 'wrong-code']);
    // A code proves the address it was mailed to, to the person it was mailed for.
    expect((await door.call('PUT', path, as(ana, { email: 'other@example.com', code }))).status).toBe(400);
    expect((await door.call('PUT', path, as(bea, { email: MAILBOX, code }))).status).toBe(400);
    const proved = await door.call('PUT', path, as(ana, { email: MAILBOX, code: code.toLowerCase() }));
    expect([proved.status, proved.body]).toEqual([200, { following: true, email: MAILBOX }]);
    expect(await state(ana)).toEqual({ following: true, email: MAILBOX });
  });

  test("should take no address that is another person's, and write to none more than three times", async () => {
    const ask = () => door.call('POST', path, as(ana, { email: 'bea@example.com' }));
    expect((await ask()).status).toBe(202);
    const code = await codeFor(ana, 'bea@example.com');
    const taken = await door.call('PUT', path, as(ana, { email: 'bea@example.com', code }));
    expect([taken.status, (taken.body.error as { code: string }).code]).toEqual([409, 'wrong-status']);
    expect((await ask()).status).toBe(202);
    expect((await ask()).status).toBe(202);
    expect((await ask()).status).toBe(409);
  });

  test('should write nothing to an address whose reader asked for no more mail', async () => {
    await optOut(door.records, systemClock, { door: 'email', value: 'left@example.com' });
    expect((await door.call('POST', path, as(ana, { email: 'left@example.com' }))).status).toBe(403);
    expect(await codeFor(ana, 'left@example.com')).toBe('');
  });

  test('should not exist for somebody outside the trip', async () => {
    const calls = [
      door.call('GET', path, as(mallory)),
      door.call('POST', path, as(mallory, { email: MAILBOX })),
      door.call('PUT', path, as(mallory, { email: MAILBOX, code: 'AAAAAA' })),
      door.call('DELETE', path, as(mallory)),
    ];
    expect((await Promise.all(calls)).map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  });

  test.each([{ email: 'nobody' }, { email: `${'a'.repeat(400)}@example.com` }, { mail: MAILBOX }])(
    'should refuse %j as what it is',
    async (body) => {
      expect((await door.call('POST', path, as(ana, body))).status).toBe(400);
    },
  );
});
