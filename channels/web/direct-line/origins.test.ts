import { request as httpRequest } from 'node:http';
import { bearer, call, closeAll, generate, openDoor, post, start } from '../../../test/direct-line-calls.ts';
import type { WebDoor } from '../../../test/web-door.ts';

afterEach(closeAll);

describe('Direct Line origins', () => {
  const generateFrom = (door: WebDoor, origin: string, host?: string) =>
    new Promise<{ status: number | undefined; allowed: string | undefined }>((resolve, reject) => {
      const sent = httpRequest(
        `${door.url}/v3/directline/tokens/generate`,
        { method: 'POST', headers: { origin, ...(host ? { host } : {}) } },
        (answer) => {
          answer.resume();
          resolve({ status: answer.statusCode, allowed: answer.headers['access-control-allow-origin'] });
        },
      );
      sent.on('error', reject);
      sent.end();
    });

  test('own, public and listed origins may use it; others may not', async () => {
    const door = await openDoor({
      settings: { PUBLIC_URL: 'https://trips.example.com', WEB_ORIGINS: ['https://family.example.org/'] },
    });
    for (const origin of [door.url, 'https://trips.example.com', 'https://family.example.org']) {
      expect(await generateFrom(door, origin)).toEqual({ status: 200, allowed: origin });
    }
    for (const origin of [
      'https://evil.example',
      'null',
      'http://trips.example.com',
      door.url.replace('http', 'https'),
    ]) {
      expect(await generateFrom(door, origin)).toEqual({ status: 403, allowed: undefined });
    }
  });

  test('what a page of a listed origin says is taken, and its page may read the answer; of another it is refused unheard', async () => {
    const listed = 'https://family.example.org';
    const door = await openDoor({ settings: { WEB_ORIGINS: [listed] } });
    const mine = await start(door);
    const taken = await post(door, mine, { type: 'message', text: 'hi' }, { origin: listed });
    const broken = await post(door, mine, '{', { origin: listed });
    expect([taken, broken].map(({ status, headers }) => [status, headers.get('access-control-allow-origin')])).toEqual([
      [200, listed],
      [400, listed],
    ]);
    expect(taken.headers.get('cache-control')).toBe('no-store');
    const refused = await post(door, mine, { type: 'message', text: 'evil' }, { origin: 'https://evil.example' });
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([403, null]);
    expect(door.heard.map(({ text }) => text)).not.toContain('evil');
  });

  test('a name that was rebound to this machine is not our origin', async () => {
    const door = await openDoor();
    const host = new URL(door.url).host.replace('127.0.0.1', 'evil.example');
    expect((await generateFrom(door, `http://${host}`, host)).status).toBe(403);
  });

  test('in production a page on loopback is not ours', async () => {
    const door = await openDoor({ settings: { production: true, PUBLIC_URL: 'https://trips.example.com' } });
    expect((await generateFrom(door, door.url)).status).toBe(403);
    const { streamUrl } = (await call(door, 'POST', '/conversations', bearer((await generate(door)).token))).body;
    expect(streamUrl).toMatch(/^wss:\/\/trips\.example\.com\/v3\/directline\//);
  });

  test('a preflight of a listed origin is answered', async () => {
    const door = await openDoor({ settings: { WEB_ORIGINS: ['https://family.example.org'] } });
    const answer = await call(door, 'OPTIONS', '/conversations', { headers: { origin: 'https://family.example.org' } });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-headers')).toMatch(/authorization/i);
    const other = await call(door, 'OPTIONS', '/conversations', { headers: { origin: 'https://evil.example' } });
    expect(other.status).toBe(403);
  });
});
