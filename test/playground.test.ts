import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from './stand-ins/browser.ts';
import { ALEX, type Playground, startPlayground } from './stand-ins/playground.ts';
import { type ServerProcess, startProcess } from './stand-ins/server-process.ts';

/** How long a person would wait at most, on a busy machine. */
const PATIENCE = { timeout: 30_000 };

describe('in the Microsoft 365 Agents Playground', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pathfinder-playground-'));
  let server: ServerProcess;
  let playground: Playground;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    server = await startProcess('app/server.ts', { DATA_DIR: folder, LOG_LEVEL: 'warn' });
    playground = await startPlayground(server.url);
    browser = await openBrowser();
    page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
    // Its fonts and animations come from elsewhere; it does without.
    await page.route('https://**', (route) => route.abort());
  });
  afterAll(async () => {
    await browser.close();
    await playground.close();
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  const api = async (method: string, path: string, token?: string, body?: unknown) => {
    const response = await fetch(`${server.url}/api/v1${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const answer = (await response.json()) as Record<string, never>;
    if (!response.ok) throw new Error(JSON.stringify(answer));
    return answer;
  };
  const say = async (text: string): Promise<void> => {
    await page.getByRole('textbox').first().click();
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  };
  /** Waits for words in the chat, and says what is there instead when they do not come. */
  const shows = async (words: string | RegExp): Promise<void> => {
    try {
      await page.getByText(words).last().waitFor(PATIENCE);
    } catch (cause) {
      const seen = await page.locator('body').innerText();
      throw new Error(`"${words}" did not appear. It shows: ${seen}\nThe log: ${server.log.join('\n')}`, { cause });
    }
  };

  test('should greet once with buttons, show a poll as a card, take a vote on it, and bring it up to date', async () => {
    const alex = await api('POST', '/auth/dev-token', undefined, { ...ALEX, familyName: 'Wilber' });
    const bea = await api('POST', '/auth/dev-token', undefined, {
      name: 'Bea',
      email: 'bea@example.com',
      familyName: 'Chen',
    });
    await page.goto(playground.url);
    await shows(/Pathfinder here/);
    expect(await page.getByText(/Pathfinder here/).count()).toBe(1);
    await page.getByRole('button', { name: 'Start a new trip' }).waitFor();

    const trip = await api('POST', '/trips', alex.token, { name: 'Lisbon', destination: 'Lisbon' });
    const family = (bea.family as unknown as { id: string }).id;
    const { code } = await api('POST', `/trips/${trip.id}/families/${family}/invite`, alex.token);
    await api('POST', `/invitations/${code}/accept`, bea.token);

    await say('poll: where do we eat on Friday? Taverna do Capitao, Salty Pelican or Pizza Roma');
    await shows('Waiting for the Wilbers and the Chens.');
    await page.getByRole('button', { name: '2. Salty Pelican' }).click();
    await shows(/The Wilbers vote 2\) Salty Pelican/);
    await shows(/your family's choice/);

    const { items } = await api('GET', `/trips/${trip.id}/polls`, bea.token);
    const [poll] = items as unknown as { id: string }[];
    await api('PUT', `/trips/${trip.id}/polls/${poll?.id}/ballot`, bea.token, { optionId: 'opt_02' });
    await shows('██████████ 2 families');
    // The card was changed where it stood, not sent anew.
    expect(await page.getByText('1. Taverna do Capitao', { exact: true }).count()).toBe(2);
    expect(server.log).toEqual([]);
  });
});
