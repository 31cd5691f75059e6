import { closeAll } from '../../test/direct-line-calls.ts';
import {
  closeBrowser,
  count,
  focusIn,
  HOSTILE,
  poll,
  scripted,
  sendBox,
  serve,
  typeIn,
  violationsOn,
  visit,
} from '../../test/page-visit.ts';
import { openWebDoor } from '../../test/web-door.ts';
import { webPage } from './page.ts';

afterEach(closeAll);
afterAll(closeBrowser);

describe('the web chat page', () => {
  test('greets, answers what is typed, and tells screen readers', async () => {
    const door = await serve();
    const { page, trouble } = await visit(door);
    // The live region keeps what it says for a moment only.
    const announced = page
      .locator('[aria-live] article', { hasText: 'You said: when do we land?' })
      .first()
      .waitFor({ state: 'attached' });
    await typeIn(page, 'when do we land?', 'You said: when do we land?');
    await announced;
    expect(trouble).toEqual([]);
  });

  test('joins with the link it was opened by, once, and takes the code out of the address', async () => {
    const door = await serve();
    const { page, trouble } = await visit(door, {}, '/#guest=AbCdEfGhIjKlMnOpQrSt-_');
    await page.getByText('Doing: join').first().waitFor();
    expect(new URL(page.url()).hash).toBe('');
    const joins = () => door.heard.filter(({ act }) => act?.skill === 'join');
    expect(joins().map(({ act }) => act?.input)).toEqual([{ code: 'AbCdEfGhIjKlMnOpQrSt-_' }]);
    // Another link followed while the page is open.
    await page.evaluate(() => {
      window.location.hash = '#join=K7QF42';
    });
    await page.locator('.webchat__bubble', { hasText: 'Doing: join' }).nth(1).waitFor();
    expect(joins().map(({ act }) => act?.input.code)).toEqual(['AbCdEfGhIjKlMnOpQrSt-_', 'K7QF42']);
    expect(await page.locator('.webchat__bubble', { hasText: 'AbCdEf' }).count()).toBe(0);
    // No such link was given out: the browser notes that it opened nothing, and the page goes on without it.
    expect(trouble).toEqual([expect.stringContaining('401')]);
  });

  test('a vote is cast with a button; of a poll only its newest card is there, and what was said beside the earlier stays', async () => {
    const door = await serve();
    const { page, trouble } = await visit(door);
    await typeIn(page, 'poll', 'A vote is open.');
    const card = page.getByRole('form', { name: 'Where do we eat on Friday?' });
    await card.getByRole('button', { name: 'Salty Pelican' }).click();
    await page.getByText('The Chens vote 2.').first().waitFor();
    await page.getByText("(your family's choice)").waitFor();
    expect(await page.locator('.ac-adaptiveCard', { hasText: 'Where do we eat' }).count()).toBe(1);
    // Words that only led over to the card went with it.
    expect(await count(page, 'A vote is open.')).toBe(1);
    expect(await page.locator('.webchat__bubble', { hasText: 'Yours is missing:' }).count()).toBe(0);
    await page.reload();
    await page.getByText("(your family's choice)").waitFor();
    expect(await page.locator('.ac-adaptiveCard', { hasText: 'Where do we eat' }).count()).toBe(1);
    expect(await count(page, 'A vote is open.')).toBe(1);
    expect(door.heard.at(-1)?.act).toEqual({ skill: 'vote', input: expect.objectContaining({ optionId: 'opt_1' }) });
    expect(trouble).toEqual([]);
  });

  test('a count that changes is brought up to date where its card stands, and is no message of its own', async () => {
    const door = await serve();
    const { page, trouble } = await visit(door);
    await typeIn(page, 'poll', 'A vote is open.');
    await typeIn(page, 'when do we land?', 'You said: when do we land?');
    const { conversation } = door.heard.at(-1) ?? { conversation: '' };
    const to = { door: 'web', conversation, group: false, userId: 'user_1' } as const;
    await door.channel.update?.(to, 'any', { text: 'The count has changed:', card: poll(0) });
    const card = page.locator('.ac-adaptiveCard', { hasText: 'Where do we eat' });
    await card.getByText('1 family').waitFor();
    expect(await card.count()).toBe(1);
    const said = (await page.locator('.webchat__bubble__content').allInnerTexts()).map((text) => text.trim());
    expect(said.at(-1)).toBe('You said: when do we land?');
    await page.reload();
    await card.getByText('1 family').waitFor();
    await page.getByText('You said: when do we land?').first().waitFor();
    expect((await page.locator('.webchat__bubble__content').allInnerTexts()).at(-1)?.trim()).toBe(
      'You said: when do we land?',
    );
    expect(trouble).toEqual([]);
  });

  test('works by keyboard alone, and Escape goes back to the send box', async () => {
    const door = await serve();
    const { page } = await visit(door);
    await page.keyboard.press('Tab');
    for (let steps = 0; steps < 20; steps += 1) {
      if (await sendBox(page).evaluate((box) => box === document.activeElement)) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.type('poll');
    await page.keyboard.press('Enter');
    await page.getByText('A vote is open.').first().waitFor();
    // Into the transcript, into its newest card, onto its first button.
    for (let steps = 0; steps < 20; steps += 1) {
      await page.keyboard.press('Shift+Tab');
      if (await page.evaluate(() => document.activeElement?.matches('.webchat__basic-transcript'))) break;
    }
    await page.keyboard.press('Enter');
    for (let steps = 0; steps < 10; steps += 1) {
      if (await page.evaluate(() => document.activeElement?.matches('.ac-pushButton'))) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await page.getByText('The Chens vote 1.').first().waitFor();
    // The card that had the focus has given way to the newer one.
    await focusIn(page);
    for (const way of ['Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'Enter']) await page.keyboard.press(way);
    expect(await sendBox(page).evaluate((box) => box === document.activeElement)).toBe(false);
    await page.keyboard.press('Escape');
    await focusIn(page);
  });

  test('a suggestion is said by pressing it', async () => {
    const door = await serve();
    const { page } = await visit(door);
    await page
      .getByRole('navigation', { name: 'Things to say' })
      .getByRole('button', { name: 'Plan our trip' })
      .click();
    await page.getByText('You said: Plan our trip').first().waitFor();
  });

  test('a browser set to Spanish is shown the page in Spanish, and what it suggests is said in Spanish', async () => {
    const door = await serve();
    const { page } = await visit(door, { locale: 'es-MX', viewport: { width: 320, height: 800 } });
    await page.getByRole('button', { name: 'Chat nuevo' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('es');
    await page
      .getByRole('navigation', { name: 'Cosas que puedes decir' })
      .getByRole('button', { name: 'Cómo va el viaje' })
      .click();
    await page.getByText('You said: Cómo va el viaje').first().waitFor();
    await page.locator('.ac-pushButton', { hasText: 'I have a code' }).click();
    await page.getByText('Contestado', { exact: true }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  test('an answered choice cannot be pressed again, and says so, also after a reload', async () => {
    const door = await serve();
    const { page } = await visit(door);
    const button = page.locator('.ac-pushButton', { hasText: 'I have a code' });
    await button.click();
    await page.getByText('Doing: join').first().waitFor();
    await page.locator('.ac-pushButton[aria-disabled="true"]').first().waitFor();
    expect(await page.getByText('Answered', { exact: true }).count()).toBe(1);
    // What was chosen is legible, and what was not stands on the card's own ground: axe passes over what is disabled.
    const left = page.locator('.ac-pushButton', { hasText: 'Show me a demo' });
    expect(await left.evaluate((other) => getComputedStyle(other).backgroundColor)).toBe('rgba(0, 0, 0, 0)');
    const inks = await button.evaluate((chosen) => [
      getComputedStyle(chosen).color,
      getComputedStyle(chosen).backgroundColor,
    ]);
    expect(inks).toEqual(['rgb(255, 255, 255)', 'rgb(13, 97, 101)']);
    await page.reload();
    await page.locator('.ac-pushButton[aria-disabled="true"]').first().waitFor();
    expect(door.heard.filter(({ act }) => act).length).toBe(1);
  });

  test('a reload and a second tab go on in the same conversation; a new chat is another', async () => {
    const door = await serve();
    const { page, context } = await visit(door);
    await typeIn(page, 'remember me', 'You said: remember me');
    await page.reload();
    await page.getByText('You said: remember me').first().waitFor();
    const second = await context.newPage();
    await second.goto(door.url);
    await second.getByText('You said: remember me').first().waitFor();
    await typeIn(second, 'from the second tab', 'You said: from the second tab');
    await page.getByText('You said: from the second tab').first().waitFor();
    expect(await count(page, 'from the second tab')).toBe(1);
    expect(await count(page, 'Hello from Pathfinder.')).toBe(1);

    await page.getByRole('button', { name: 'New chat' }).click();
    await page.getByText('You said: remember me').first().waitFor({ state: 'detached' });
    await page.getByText('Hello from Pathfinder.').first().waitFor();
    expect(new Set(door.heard.map(({ conversation }) => conversation)).size).toBe(2);
  });

  test('what is sent while the server is away arrives once when it is back, and a banner says so meanwhile', async () => {
    const before = await openWebDoor({
      converse: scripted,
      routes: ({ log }) => webPage({ simulator: false, log }).router,
    });
    const { page } = await visit(before);
    await before.crash();
    await page.getByText('The connection dropped.').waitFor();
    await sendBox(page).fill('are you there?');
    await sendBox(page).press('Enter');
    const after = await serve({ folder: before.folder, port: Number(new URL(before.url).port) });
    await page.getByText('You said: are you there?').first().waitFor();
    await page.getByText('The connection dropped.').waitFor({ state: 'detached' });
    expect(await count(page, 'are you there?')).toBe(1);
    expect(await count(page, 'You said: are you there?')).toBe(1);
    expect(after.heard.map(({ text }) => text)).toEqual(['are you there?']);
  });

  test('a message that fails to get through for a moment takes the banner away when it has arrived', async () => {
    const door = await serve();
    const { page } = await visit(door);
    // Its socket stays open all the while.
    let failing = true;
    await page.route('**/activities', (route) => (failing ? route.abort('internetdisconnected') : route.fallback()));
    await sendBox(page).fill('are you there?');
    await sendBox(page).press('Enter');
    await page.getByText('The connection dropped.').waitFor();
    failing = false;
    await page.getByText('You said: are you there?').first().waitFor();
    await page.getByText('The connection dropped.').waitFor({ state: 'detached' });
  });

  test('a file is sent with the paper clip', async () => {
    const door = await serve();
    const { page, trouble } = await visit(door);
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'hotel.txt', mimeType: 'text/plain', buffer: Buffer.from('check-in 15:20') });
    await sendBox(page).press('Enter');
    await page.getByText('I have read hotel.txt.').first().waitFor();
    // Its name can be read on the ground of one's own messages.
    const sent = page.locator('.webchat__bubble--from-user', { hasText: 'hotel.txt' });
    for (const part of ['fileName', 'size']) {
      const ink = sent.locator(`.webchat__fileContent__${part}`);
      expect(await ink.evaluate((words) => getComputedStyle(words).color)).toBe('rgb(255, 255, 255)');
    }
    expect(trouble).toEqual([]);
  });

  test('files that wait are named and can be left out; what is too large is refused before it is sent', async () => {
    const door = await serve({
      routes: ({ log }) => webPage({ simulator: false, maxUploadBytes: 1_500_000, log }).router,
    });
    const { page, trouble } = await visit(door);
    const file = (name: string, bytes: number) => ({ name, mimeType: 'text/plain', buffer: Buffer.alloc(bytes, 65) });
    const choose = page.locator('input[type=file]');
    await choose.setInputFiles([file('hotel.txt', 100), file('guide.txt', 1_499_950)]);
    const waiting = page.getByRole('list', { name: 'Sent with your next message' });
    await page.getByText('guide.txt: too large to send. I take up to 1.5 MB at once').waitFor();
    expect(await waiting.locator('li > span').allInnerTexts()).toEqual(['hotel.txt']);
    await choose.setInputFiles([file('ferry.txt', 100), file('menu.txt', 100)]);
    await waiting.getByText('menu.txt').waitFor();
    expect(await page.getByText('too large to send').count()).toBe(0);
    await waiting.getByRole('button', { name: 'Leave out ferry.txt' }).click();
    await focusIn(page);
    await sendBox(page).press('Enter');
    await page.getByText('I have read menu.txt.').first().waitFor();
    await waiting.waitFor({ state: 'detached' });
    expect(door.heard.flatMap(({ files }) => files.map(({ name }) => name))).toEqual(['menu.txt']);
    expect(trouble).toEqual([]);
  });

  test('pages of this server that the assistant names can be opened, and nothing else that anybody wrote', async () => {
    const door = await serve();
    const { page } = await visit(door);
    const said = `Your copy: ${door.url}/s/export/Ab-1_x.\nhttps://evil.example/s/x ${door.url}.evil.example/s/x ${door.url}/#join=K7QF42`;
    await sendBox(page).fill(said.replace('\n', ' '));
    await sendBox(page).press('Enter');
    const answer = page.locator('.webchat__bubble', { hasText: 'You said: Your copy' });
    await answer.waitFor();
    expect(
      await page.locator('.said a').evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
    ).toEqual([`${door.url}/s/export/Ab-1_x`]);
    expect(await answer.locator('a').count()).toBe(1);
  });

  test('scripts and javascript links are words, in messages and on cards', async () => {
    const door = await serve();
    const { page } = await visit(door);
    await typeIn(page, HOSTILE, 'You said: <script>');
    await typeIn(page, 'poll', 'A vote is open.');
    expect(await page.locator('a[href^="javascript:"]').count()).toBe(0);
    expect(await page.locator('.webchat__bubble img[src="x"]').count()).toBe(0);
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    expect(await page.locator('.ac-adaptiveCard').last().textContent()).toContain('<script>');
  });

  test('light or dark, wide, 320 pixels or enlarged to 200%: no WCAG 2.1 AA violation and nothing beside the screen', async () => {
    const door = await serve();
    const { page } = await visit(door);
    await page.locator('.ac-pushButton', { hasText: 'I have a code' }).click();
    await page.getByText('Answered', { exact: true }).waitFor();
    await typeIn(page, 'when do we land?', 'You said: when do we land?');
    await typeIn(page, 'poll', 'A vote is open.');
    for (const [colorScheme, width, height] of [
      ['light', 1280, 800],
      ['dark', 1280, 800],
      ['light', 320, 640],
      // What is left of 1280 by 800 at 200%.
      ['dark', 640, 400],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height });
      const view = `${colorScheme} ${width}x${height}`;
      expect([view, await violationsOn(page)]).toEqual([view, []]);
      const [scroll, client] = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return [scrollWidth, clientWidth];
      });
      expect([view, scroll]).toEqual([view, client]);
      const box = await sendBox(page).boundingBox();
      expect([view, box !== null && box.y + box.height <= height]).toEqual([view, true]);
      // What was said has more of the screen than what stands around it, and every button is in reach.
      const talk = await page.locator('.webchat__basic-transcript').boundingBox();
      expect([view, (talk?.height ?? 0) > height / 2]).toEqual([view, true]);
      for (const button of await page.locator('.ac-pushButton').all()) {
        const { x = -1, width: wide = 0 } = (await button.boundingBox()) ?? {};
        expect([view, x >= 0 && x + wide <= width]).toEqual([view, true]);
      }
    }
  });
});
