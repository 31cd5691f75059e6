import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { Converse } from '../bot/conversed.ts';
import type { Card, Reply } from '../cards/reply.ts';
import { webPage } from '../channels/web/page.ts';
import { closeLater } from './direct-line-calls.ts';
import { openBrowser } from './stand-ins/browser.ts';
import { openWebDoor, type WebDoor, type WebDoorParts } from './web-door.ts';

/** What somebody types who means ill. */
export const HOSTILE =
  '<script>window.hacked = 1</script><img src=x onerror="window.hacked = 1"> [win](javascript:window.hacked=1)';

/** A poll in which the reader's family votes for that option, by its place from 0. */
export const poll = (mine: number): Card => ({
  kind: 'poll',
  pollId: 'poll_1',
  question: 'Where do we eat on Friday?',
  askedBy: 'Ana (Silva)',
  status: 'open',
  options: ['Taverna do Capitao', 'Salty Pelican', HOSTILE].map((text, index) => ({
    optionId: `opt_${index}`,
    text,
    details: 'Nut-free kitchen',
    price: 'EUR 22',
    votes: index === mine ? 1 : 0,
    mine: index === mine,
  })),
  votingFor: 'Chen',
  closes: 'Thu 20:00',
  waitingFor: ['Okoye'],
});

const choices: Reply['choices'] = [
  { label: 'Show me a demo', act: { skill: 'demo', input: {} } },
  { label: 'I have a code', act: { skill: 'join', input: {} } },
];

/** Enough of a conversation to see everything the page shows. */
export const scripted: Converse = async ({ text, act, event, files }) => {
  const say = (...replies: Reply[]) => ({ replies, duplicate: false });
  if (event === 'joined') return say({ text: 'Hello from Pathfinder.', choices });
  if (act?.skill === 'vote') {
    const mine = Number(String(act.input.optionId).slice(-1));
    return say({ text: `The Chens vote ${mine + 1}.`, card: poll(mine) });
  }
  if (act) return say({ text: `Doing: ${act.skill}` });
  if (text === 'poll') return say({ text: 'A vote is open. Yours is missing:', card: poll(-1) });
  if (files.length > 0) return say({ text: `I have read ${files[0]?.name}.` });
  return say({ text: `You said: ${text}` });
};

let browser: Promise<Browser> | undefined;

/** Call it in `afterAll`. */
export const closeBrowser = async (): Promise<void> => {
  await (await browser)?.close();
};

/** The door with its page, closed after the test. */
export const serve = async (parts: WebDoorParts = {}): Promise<WebDoor> => {
  const door = await openWebDoor({
    converse: scripted,
    routes: ({ log }) => webPage({ simulator: false, log }).router,
    ...parts,
  });
  closeLater(() => door.close());
  return door;
};

/** A page that is open, and greeted. */
export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors in the console (a refused script or style is one), and every request that left this server. */
  readonly trouble: string[];
}

/** Opens the page in a browser of its own. */
export const visit = async (door: WebDoor, options: BrowserContextOptions = {}, path = '/'): Promise<Visit> => {
  browser ??= openBrowser();
  const context = await (await browser).newContext({ viewport: { width: 1280, height: 800 }, ...options });
  closeLater(() => context.close());
  const trouble: string[] = [];
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') trouble.push(message.text());
  });
  page.on('pageerror', (error) => trouble.push(error.message));
  page.on('request', (request) => {
    if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(door.url)) trouble.push(request.url());
  });
  await page.goto(door.url + path);
  await page.getByText('Hello from Pathfinder.').first().waitFor();
  return { context, page, trouble };
};

export const sendBox = (page: Page) => page.locator('[data-id="webchat-sendbox-input"]');

/** Types a message and waits for its answer. */
export const typeIn = async (page: Page, text: string, answer: string): Promise<void> => {
  await sendBox(page).fill(text);
  await sendBox(page).press('Enter');
  await page.locator('.webchat__bubble', { hasText: answer }).first().waitFor();
};

/** Resolves when the send box has the focus. */
export const focusIn = (page: Page) => page.locator('[data-id="webchat-sendbox-input"]:focus').waitFor();

const bubbles = (page: Page): Promise<string[]> => page.locator('.webchat__bubble__content').allInnerTexts();

/** How many bubbles say exactly this. */
export const count = async (page: Page, text: string): Promise<number> =>
  (await bubbles(page)).filter((bubble) => bubble.trim() === text).length;

/** Each violation of WCAG 2.1 A and AA that axe finds, with where and why. */
export const violationsOn = async (page: Page): Promise<unknown[]> => {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html, failureSummary }) => [html, failureSummary])]);
};
