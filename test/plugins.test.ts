import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from './eventually.ts';
import { type Journey, startJourney } from './journey.ts';
import { runCommand } from './run-command.ts';

const EXAMPLE = /```js\n([\s\S]*?)```/.exec(readFileSync(new URL('../docs/plugins.md', import.meta.url), 'utf8'))?.[1];

describe('a plugin from outside the project', () => {
  const folder = mkdtempSync(join(tmpdir(), 'plugin-'));
  const path = join(folder, 'acme.mjs');
  const asked: { readonly path: string; readonly body: Record<string, unknown> }[] = [];
  let acme: Server;
  let busy = false;
  let journey: Journey;
  let url = '';

  beforeAll(async () => {
    writeFileSync(path, EXAMPLE ?? '');
    acme = createServer(async (request, response) => {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part as Buffer);
      asked.push({ path: request.url ?? '', body: JSON.parse(Buffer.concat(parts).toString()) });
      const text = JSON.stringify({ sentences: [{ text: 'You can check in from 15:20.', passages: ['p1'] }] });
      response
        .writeHead(busy ? 429 : 200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ text, usage: { inputTokens: 100, outputTokens: 20 } }));
    });
    acme.listen(0, '127.0.0.1');
    await once(acme, 'listening');
    url = `http://127.0.0.1:${(acme.address() as AddressInfo).port}`;
    journey = await startJourney({ PLUGINS: path, MODELS: 'acme', ACME_URL: url });
  });
  afterAll(async () => {
    await journey.close();
    acme.closeAllConnections();
    await new Promise((resolve) => acme.close(resolve));
    rmSync(folder, { recursive: true });
  });
  const words = async (phone: string, text: string): Promise<string> => (await journey.text(phone, text)).join('\n');
  const pages = () => asked.flatMap(({ path: to, body }) => (to === '/page' ? [body] : []));

  test('should word answers with its model within the budget, and without it when it is busy', async () => {
    await words('+15550181', 'demo');
    expect(await words('+15550181', 'when can we check in?')).toContain('You can check in from 15:20 [1].');
    const account = await journey.signUp({ name: 'Bea', phone: '+15550181' });
    const { body } = await journey.api('GET', '/analytics/ai-costs', { token: account.token });
    expect(body.user).toMatchObject({
      usage: [{ feature: 'answers', model: 'acme-1', calls: 1, inputTokens: 100, outputTokens: 20, usd: 0.000018 }],
    });
    busy = true;
    expect(await words('+15550181', 'from when can we check in?')).toContain('15:20');
    busy = false;
  });

  test('should bring news of the trip to each person once, and not what they were told in the reply', async () => {
    await words('+15550182', 'new trip to Porto from 14 to 17 May 2027');
    await words('+15550182', 'Ana Silva');
    const code = /join ([A-Z0-9]{6})/i.exec(await words('+15550182', 'invite the Chens'))?.[1];
    await words('+15550183', `join ${code}`);
    await words('+15550183', 'Bea Chen');
    const ana = await journey.signUp({ name: 'Ana', phone: '+15550182' });
    const bea = await journey.signUp({ name: 'Bea', phone: '+15550183' });
    await words('+15550182', 'tell everyone we land at 14:10');
    await words('+15550182', '1');
    const heard = () => pages().filter(({ text }) => /14:10/.test(String(text)));
    await eventually('a page', () => heard().length > 0);
    expect(heard()).toMatchObject([{ userId: bea.userId, text: expect.stringContaining('we land at 14:10') }]);
    expect(pages().filter(({ userId }) => userId === ana.userId)).toMatchObject([
      { text: expect.stringContaining('The Chen family has joined') },
    ]);
    expect(new Set(pages().map(({ key }) => key)).size).toBe(pages().length);
  });

  test.each([
    [
      'a file that is not there',
      { PLUGINS: './no-such-plugin.mjs' },
      /PLUGINS: \.\/no-such-plugin\.mjs: it cannot be loaded/,
    ],
    [
      'a package that is not installed',
      { PLUGINS: 'acme-not-installed' },
      /PLUGINS: acme-not-installed: it cannot be loaded/,
    ],
    [
      'a module that exports something else',
      { PLUGINS: new URL('./eventually.ts', import.meta.url).pathname },
      /it must export a plugin/,
    ],
    ['a model that nothing brings', { MODELS: 'acme' }, /MODELS: acme is none of azure-openai/],
    [
      'a model that its plugins do not bring',
      { PLUGINS: path, MODELS: 'emca' },
      /MODELS: no plugin brings models called emca/,
    ],
  ])('should keep the server from starting when the settings name %s', async (_, settings, why) => {
    const { status, said } = await runCommand('app/server.ts', [], {
      DATA_DIR: join(folder, 'data'),
      PORT: '0',
      ...settings,
    });
    expect(status).toBe(1);
    expect(said).toMatch(why);
  });
});
