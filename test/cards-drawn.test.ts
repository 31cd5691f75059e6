import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { pollForm } from '../cards/poll-form.ts';
import { renderAdaptive } from '../cards/render-adaptive.ts';
import type { Card, PollCard, Reply } from '../cards/reply.ts';
import { openBrowser } from './stand-ins/browser.ts';

const require = createRequire(import.meta.url);
const RENDERER = readFileSync(require.resolve('adaptivecards/dist/adaptivecards.min.js'), 'utf8');
const THEMES: Readonly<Record<'light' | 'dark', object>> = JSON.parse(
  readFileSync(new URL('./fixtures/teams-host-config.json', import.meta.url), 'utf8'),
);
/** A phone held upright in one hand; a card has less: Teams keeps a margin. */
const WIDTH = 320;
/** Set it to a folder to look at what was drawn. */
const PICTURES = process.env.PICTURES;

const poll: PollCard = {
  kind: 'poll',
  tripId: 'trip_1',
  pollId: 'poll_1',
  question: 'Where do we eat on Friday night, when everybody has arrived and nobody wants to walk far?',
  askedBy: 'Ana (Silva)',
  status: 'open',
  options: [
    {
      optionId: 'o1',
      text: 'Taverna do Capitao',
      details: 'Italian, nut-free kitchen',
      price: '~EUR 22',
      votes: 1,
      mine: false,
    },
    {
      optionId: 'o2',
      text: 'Salty Pelican',
      details: 'Fish, dishes may contain nuts',
      price: '~EUR 31',
      votes: 2,
      mine: true,
    },
    { optionId: 'o3', text: 'Donaudampfschifffahrtsgesellschaftskapitänsrestaurant', votes: 0, mine: false },
  ],
  votingFor: 'Chen',
  closes: 'Thu 10 Jun 2027, 20:00',
  waitingFor: ['Okoye', 'Garcia Lopez'],
};
const plan: Card = {
  kind: 'itinerary',
  title: 'Lisbon 2027',
  days: [
    {
      label: 'Day 1, Fri 11 Jun',
      items: [
        { time: '15:20', title: 'Check in at Hotel Miradouro', note: 'at the side door' },
        { time: '19:00', title: 'Dinner at Taverna do Capitao', cost: 'EUR 220' },
      ],
    },
    { label: 'Day 2, Sat 12 Jun', items: [] },
  ],
  total: 'EUR 5,310 of EUR 6,000',
  checks: [
    { ok: true, text: 'Every meal has a nut-free kitchen.' },
    { ok: false, text: 'The castle is 900 m from the stop; you asked for 800 m at most.' },
  ],
  gaps: ['Nothing is open for dinner on Sunday.'],
  link: 'https://trips.example/s/8kQ2',
};
const REPLIES: Readonly<Record<string, Reply>> = {
  poll: { text: 'A question for every family:', card: poll },
  closed: {
    text: 'Closed:',
    card: { ...poll, status: 'closed', outcome: 'Salty Pelican it is: 2 of 3 families voted for it.' },
  },
  plan: { text: 'Your plan is ready.', card: plan },
  facts: {
    text: 'Our trip:',
    card: { kind: 'facts', title: 'Lisbon 2027', facts: [{ label: 'When', value: '11-15 June 2027' }] },
  },
  choices: {
    text: 'You can start here:',
    choices: ['Our trip so far', 'Open polls', 'Plan our trip'].map((label) => ({
      label,
      act: { skill: 'help', input: {} },
    })),
  },
};
const CARDS: Readonly<Record<string, object>> = {
  ...Object.fromEntries(
    Object.entries(REPLIES).map(([name, { text, card, choices }]) => [
      name,
      renderAdaptive(card, choices, { actions: 'execute', text })[0] ?? {},
    ]),
  ),
  form: pollForm(
    [
      { id: 'trip_1', name: 'Lisbon 2027' },
      { id: 'trip_2', name: 'Oslo' },
    ],
    { question: 'Taxi?' },
    'Give at least two options.',
  ),
};

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Draws cards as Teams does, with Microsoft's renderer; like every chat, the page around them breaks words too long for a line. */
const draw = async (page: Page, theme: 'light' | 'dark'): Promise<void> => {
  await page.setContent(
    `<!doctype html><html lang="en"><title>Cards</title><style>body{margin:0;overflow-wrap:anywhere;background:${theme === 'dark' ? '#2d2c2c' : '#fff'}}</style><main></main>`,
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
    { cards: Object.entries(CARDS), config: THEMES[theme] },
  );
};

/** What a reader must find on the card. */
const wordsOf = ({ text, card, choices = [] }: Reply): readonly string[] => [
  text,
  ...choices.map(({ label }) => label),
  ...(card?.kind === 'poll' ? [card.question, ...card.options.map((option) => option.text), ...card.waitingFor] : []),
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

test.each(['light', 'dark'] as const)(
  'in the %s theme of Teams, on a phone, every card shows all its words, in reach and legible',
  async (theme) => {
    const context = await browser.newContext({ viewport: { width: WIDTH, height: 900 } });
    try {
      const page = await context.newPage();
      await draw(page, theme);
      if (PICTURES !== undefined) {
        mkdirSync(PICTURES, { recursive: true });
        await page.screenshot({ path: `${PICTURES}/cards-${theme}.png`, fullPage: true });
      }
      // Nothing runs out at the side.
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(WIDTH);
      const buttons = await page.getByRole('button').all();
      expect(buttons).toHaveLength(7);
      for (const button of buttons) {
        const box = await button.boundingBox();
        const reached = box !== null && box.x >= 0 && box.x + box.width <= WIDTH;
        expect([await button.innerText(), reached]).toEqual([expect.any(String), true]);
      }
      for (const [name, reply] of Object.entries(REPLIES)) {
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
