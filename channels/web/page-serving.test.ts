import express from 'express';
import { closeAll } from '../../test/direct-line-calls.ts';
import { closeBrowser, scripted, serve, typeIn, visit } from '../../test/page-visit.ts';
import { openWebDoor } from '../../test/web-door.ts';
import { webPage } from './page.ts';

afterEach(closeAll);
afterAll(closeBrowser);

describe('what the page is served with', () => {
  test('a policy that lets nothing in but its own, and no inline script', async () => {
    const door = await serve();
    const answer = await fetch(door.url);
    const policy = answer.headers.get('content-security-policy') ?? '';
    const nonce = /'nonce-([\w-]+)'/.exec(policy)?.[1] ?? 'none';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe-inline');
    expect(policy).not.toContain('unsafe-eval');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    const html = await answer.text();
    expect(html).toContain(nonce);
    expect(html).not.toMatch(/https?:\/\//);
    expect((await fetch(door.url)).headers.get('content-security-policy')).not.toBe(policy);
  });

  test('files that are compressed, and not sent again when nothing changed', async () => {
    const door = await serve();
    for (const path of ['/app.js', '/app.css', '/service-worker.js']) {
      const first = await fetch(door.url + path);
      expect(first.status).toBe(200);
      expect(first.headers.get('content-encoding')).toBe('gzip');
      const etag = first.headers.get('etag') ?? '';
      await first.arrayBuffer();
      expect((await fetch(door.url + path, { headers: { 'if-none-match': etag } })).status).toBe(304);
    }
    expect((await fetch(`${door.url}/manifest.webmanifest`)).headers.get('content-type')).toContain('manifest+json');
    expect((await fetch(`${door.url}/icon.svg`)).headers.get('content-type')).toContain('image/svg');
  });

  test('no simulator unless it is asked for', async () => {
    const door = await serve();
    expect((await fetch(`${door.url}/simulator`)).status).toBe(404);
  });

  test('the page at once, and offline what was there last', async () => {
    const door = await openWebDoor({
      converse: scripted,
      routes: ({ log }) => webPage({ simulator: false, log }).router,
    });
    const { page } = await visit(door);
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await door.close();
    await page.reload();
    await page.getByRole('heading', { name: 'Pathfinder' }).waitFor();
    await page.getByText('I can’t reach Pathfinder just now.').waitFor();
    expect(await page.getByRole('link', { name: 'Open your last plan' }).count()).toBe(0);
  });

  test('the last plan offline, although nobody had opened it', async () => {
    let url = '';
    const door = await openWebDoor({
      converse: async (incoming) =>
        incoming.text === 'plan'
          ? {
              replies: [
                {
                  text: 'Your plan is ready.',
                  card: { kind: 'itinerary', title: 'Lisbon', days: [], checks: [], gaps: [], link: `${url}/s/AbC-1` },
                },
              ],
              duplicate: false,
            }
          : scripted(incoming),
      routes: ({ log }) =>
        express
          .Router()
          .get('/s/AbC-1', (_, response) => void response.type('html').send('<h1>Lisbon, day by day</h1>'))
          .use(webPage({ simulator: false, log }).router),
    });
    url = door.url;
    const { page } = await visit(door);
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await typeIn(page, 'plan', 'Your plan is ready.');
    await page.waitForFunction(() => localStorage.getItem('pathfinder.plan') !== null);
    await door.close();
    await page.reload();
    await page.getByRole('link', { name: 'Open your last plan' }).click();
    await page.getByRole('heading', { name: 'Lisbon, day by day' }).waitFor();
  });
});
