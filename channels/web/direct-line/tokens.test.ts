import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UnsecuredJWT } from 'jose';
import { openDatabase } from '../../../store/sqlite/database.ts';
import { sqliteStore } from '../../../store/sqlite/sqlite-store.ts';
import { testCodec } from '../../../test/codec.ts';
import { bearer, call, closeAll, generate, messages, openDoor, post, start } from '../../../test/direct-line-calls.ts';
import { granted } from '../../../test/granted.ts';
import { systemClock } from '../../../trips/clock.ts';
import { giveGuestLink, revokeGuestLink } from '../../../trips/guests/give-guest-link.ts';
import { register } from '../../../trips/people/register.ts';
import { familyAdminOf, memberOf } from '../../../trips/roles/permission.ts';
import { createTrip } from '../../../trips/trips/create-trip.ts';
import { WEB_TOKEN_SECONDS } from '../../tokens.ts';

afterEach(closeAll);

const at = (start: number) => {
  let now = start;
  return {
    now: () => now,
    advance: (seconds: number) => {
      now += seconds * 1000;
    },
  };
};

describe('Direct Line tokens', () => {
  test('a guest gets a conversation of their own, for half an hour', async () => {
    const door = await openDoor();
    const [one, two] = [await generate(door), await generate(door)];
    expect(one).toMatchObject({ expires_in: 1800, token: expect.any(String) });
    expect(one.conversationId).not.toBe(two.conversationId);
    expect(one.streamUrl).toBeUndefined();
  });

  test('the user id in the body is ignored', async () => {
    const door = await openDoor();
    const { token } = await generate(door, {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user: { id: 'dl_somebody-else' } }),
    });
    const verified = await door.tokens.verifyWeb('web', token);
    expect(verified).toMatchObject({ ok: true, claims: { user: expect.not.stringContaining('somebody-else') } });
  });

  test('with an API token the conversation is that person', async () => {
    const door = await openDoor();
    const api = await door.tokens.signApi('user_ana');
    const mine = await generate(door, bearer(api.token));
    expect(mine.returnToken).toBeUndefined();
    await post(door, mine, { type: 'message', text: 'hi' });
    await messages(door, mine, 3);
    expect(door.heard.map(({ sender }) => sender)).toEqual([
      { address: { door: 'web', value: 'dl_user_ana' }, userId: 'user_ana' },
      { address: { door: 'web', value: 'dl_user_ana' }, userId: 'user_ana' },
    ]);
  });

  test.each([['garbage'], [''], [new UnsecuredJWT({ sub: 'user_ana' }).setAudience('pathfinder-api').encode()]])(
    'an invalid bearer (%s) is refused and not made a guest',
    async (token) => {
      const door = await openDoor();
      const { status, body } = await call(door, 'POST', '/tokens/generate', bearer(token));
      expect(status).toBe(401);
      expect(body.error).toMatchObject({ code: 'InvalidToken', message: expect.any(String), id: expect.any(String) });
    },
  );

  test('without sign-in for guests, a token request without a token is refused', async () => {
    const door = await openDoor({ settings: { AUTH: 'entra' } });
    expect((await call(door, 'POST', '/tokens/generate')).status).toBe(401);
    const api = await door.tokens.signApi('user_ana');
    expect((await call(door, 'POST', '/tokens/generate', bearer(api.token))).status).toBe(200);
  });

  test('whoever has a guest link needs no account, as long as it is open', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'guest-link-'));
    const records = sqliteStore(openDatabase(join(folder, 'trips.db')), systemClock, testCodec);
    const address = { door: 'teams' as const, value: 'ana' };
    const { person } = await register(records, systemClock, { name: 'Ana Silva', address });
    const admin = granted(await familyAdminOf(records, person.id));
    const made = granted(
      await createTrip(records, systemClock, admin.admin, { name: 'Lisbon', destination: 'Lisbon' }),
    );
    const { member } = granted(await memberOf(records, person.id, made.trip.id));
    const given = granted(await giveGuestLink(records, systemClock, member, 'family'));
    const door = await openDoor({ settings: { AUTH: 'entra' }, folder });
    const guest = await generate(door, bearer(given.token));
    expect(guest.returnToken).toBeDefined();
    expect((await call(door, 'POST', '/tokens/generate', bearer('A'.repeat(22)))).status).toBe(401);
    await revokeGuestLink(records, systemClock, member, 'family');
    expect((await call(door, 'POST', '/tokens/generate', bearer(given.token))).status).toBe(401);
    // Who came by it comes back all the same.
    expect((await generate(door, bearer(guest.returnToken ?? ''))).conversationId).toBe(guest.conversationId);
    await records.close();
  });

  test('a token refreshes to the same conversation while it lives; then it says to reconnect', async () => {
    const clock = at(1_900_000_000_000);
    const door = await openDoor({ clock });
    const first = await start(door);
    clock.advance(WEB_TOKEN_SECONDS - 1);
    const refreshed = await call(door, 'POST', '/tokens/refresh', bearer(first.token));
    expect(refreshed).toMatchObject({ status: 200, body: { conversationId: first.conversationId, expires_in: 1800 } });
    clock.advance(1);
    const { status, body } = await call(door, 'POST', '/tokens/refresh', bearer(first.token));
    expect(status).toBe(403);
    expect(body.error).toMatchObject({ code: 'TokenExpired', message: expect.stringContaining('reconnect') });
    expect((await post(door, refreshed.body, { type: 'message', text: 'still here' })).status).toBe(200);
  });

  test('a guest who was away comes back to the same conversation as the same user', async () => {
    const clock = at(1_900_000_000_000);
    const door = await openDoor({ clock });
    const before = await start(door);
    clock.advance(24 * 60 * 60);
    const after = await generate(door, bearer(before.returnToken ?? ''));
    expect(after.conversationId).toBe(before.conversationId);
    await post(door, after, { type: 'message', text: 'back' });
    await messages(door, after, 3);
    expect(new Set(door.heard.map(({ sender }) => sender.address.value)).size).toBe(1);
  });
});
