import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import type { Reply } from '../cards/reply.ts';
import type { Language } from '../trips/language.ts';
import { adaptiveCards, saidCards } from './said-cards.ts';
import { openBrowser } from './stand-ins/browser.ts';

const require = createRequire(import.meta.url);
const RENDERER = readFileSync(require.resolve('adaptivecards/dist/adaptivecards.min.js'), 'utf8');
const THEMES: Readonly<Record<'light' | 'dark', object>> = JSON.parse(
  readFileSync(new URL('./fixtures/teams-host-config.json', import.meta.url), 'utf8'),
);
/** A phone held upright in one hand; a card has less: Teams keeps a margin. */
const WIDTH = 320;
/** Six open polls of three options, three buttons that send what was filled in, sitting out, what may be done with a draft, the three choices, the link to the whole plan. */
const BUTTONS = 6 * 3 + 3 + 1 + 2 + 3 + 1;
/** Set it to a folder to look at what was drawn. */
const PICTURES = process.env.PICTURES;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Draws cards as Teams does, with Microsoft's renderer; like every chat, the page around them breaks words too long for a line. */
const draw = async (page: Page, theme: 'light' | 'dark', language: Language): Promise<void> => {
  await page.setContent(
    `<!doctype html><html lang="${language}"><title>Cards</title><style>body{margin:0;overflow-wrap:anywhere;background:${theme === 'dark' ? '#2d2c2c' : '#fff'}}</style><main></main>`,
  );
  await page.addScriptTag({ content: RENDERER });
  await page.evaluate(
    ({ cards, config }) => {
      const { AdaptiveCard, HostConfig } = (globalThis as unknown as { AdaptiveCards: typeof import('adaptivecards') })
        .AdaptiveCards;
      for (const [name, card] of cards) {
        const drawn = new AdaptiveCard();
        drawn.hostConfig = new HostConfig(config);
        drawn.parse(card);
        const article = document.createElement('article');
        article.id = name;
        article.append(drawn.render() ?? '');
        document.querySelector('main')?.append(article);
      }
    },
    { cards: Object.entries(adaptiveCards(language)), config: THEMES[theme] },
  );
};

/** What a reader must find on the card. */
const wordsOf = ({ text, card, choices = [] }: Reply): readonly string[] => [
  text,
  ...choices.map(({ label }) => label),
  ...(card?.kind === 'poll' ? [card.question, ...card.options.map((option) => option.text), ...card.waitingFor] : []),
  ...(card?.kind === 'draft'
    ? [card.question, ...card.options.flatMap(({ text: name, price = '' }) => [name, price])]
    : []),
  ...(card?.kind === 'draft' || card?.kind === 'poll'
    ? (card.ruledOut ?? []).flatMap(({ text: name, why }) => [name, why])
    : []),
  ...(card?.kind === 'facts' ? card.facts.flatMap(({ label, value }) => [label, value]) : []),
  ...(card?.kind === 'itinerary'
    ? [
        card.title,
        card.total ?? '',
        ...card.checks.map((check) => check.text),
        ...card.gaps,
        ...card.days.flatMap(({ label, items }) => [label, ...items.map(({ title }) => title)]),
      ]
    : []),
];

test.each([
  ['light', 'en'],
  ['dark', 'en'],
  ['light', 'es'],
  ['dark', 'es'],
] as const)(
  'in the %s theme of Teams, on a phone, every card in %s shows all its words, in reach and legible',
  async (theme, language) => {
    const context = await browser.newContext({ viewport: { width: WIDTH, height: 900 } });
    try {
      const page = await context.newPage();
      await draw(page, theme, language);
      if (PICTURES !== undefined) {
        mkdirSync(PICTURES, { recursive: true });
        await page.screenshot({ path: `${PICTURES}/cards-${language}-${theme}.png`, fullPage: true });
      }
      // Nothing runs out at the side.
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(WIDTH);
      const buttons = await page.getByRole('button').all();
      expect(buttons).toHaveLength(BUTTONS);
      for (const button of buttons) {
        const box = await button.boundingBox();
        const reached = box !== null && box.x >= 0 && box.x + box.width <= WIDTH;
        expect([await button.innerText(), reached]).toEqual([expect.any(String), true]);
      }
      for (const [name, reply] of Object.entries(saidCards(language))) {
        if (!reply.card && !reply.choices) continue;
        const shown = (await page.locator(`#${name}`).innerText()).replace(/\s+/g, ' ');
        for (const words of wordsOf(reply)) expect(shown).toContain(words);
      }
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
        .analyze();
      expect(
        violations.map(({ id, nodes }) => [id, nodes.map(({ html, failureSummary }) => [html, failureSummary])]),
      ).toEqual([]);
    } finally {
      await context.close();
    }
  },
);
