import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { type Journey, startJourney } from './journey.ts';
import { openBrowser } from './stand-ins/browser.ts';

/** How long a person would wait for the sample trip at most, on a busy machine. */
const PATIENCE = { timeout: 40_000 };

describe('the golden path', () => {
  let journey: Journey;
  let browser: Browser;

  beforeAll(async () => {
    journey = await startJourney();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await journey.close();
  });

  test('should lead from the first click to a vote, an answer with its source, and a plan, on the page', async () => {
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    const page = await context.newPage();
    const trouble: string[] = [];
    page.on('pageerror', (error) => trouble.push(error.message));
    await page.goto(journey.server.url);
    await page.getByRole('button', { name: 'Show me a demo' }).first().click(PATIENCE);
    const shows = async (words: string): Promise<void> => {
      try {
        await page.getByText(words).first().waitFor(PATIENCE);
      } catch (cause) {
        const seen = await page.locator('body').innerText();
        const log = journey.server.log.slice(-10).join('\n');
        throw new Error(`"${words}" did not appear. The page: ${seen}\nThe log: ${log}`, { cause });
      }
    };
    await shows('Where do we eat on Friday night?');
    await page.getByRole('button', { name: 'Taverna do Capitao' }).first().click();
    await shows('The Chens vote 1) Taverna do Capitao');

    const ask = async (question: string, answer: RegExp): Promise<void> => {
      await page.getByPlaceholder('Type your message').fill(question);
      await page.keyboard.press('Enter');
      await page.getByText(answer).last().waitFor(PATIENCE);
    };
    await ask('when can we check in?', /15:20.*\[1\]/);
    await page.getByText('hotel-miradouro.pdf, page 2').last().waitFor(PATIENCE);
    await ask('what is the wifi password?', /could not find that/);
    await ask('plan our trip', /Your plan is ready/);
    const link = page.getByRole('button', { name: 'Open the whole plan' }).last();
    await link.waitFor(PATIENCE);
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    expect(trouble).toEqual([]);
    await context.close();
  });

  test('should lead there by SMS, too', async () => {
    const phone = '+15550177';
    expect((await journey.text(phone, 'Hi')).join('\n')).toMatch(/DEMO.*JOIN.*NEW TRIP.*STOP/s);
    const demo = (await journey.text(phone, 'DEMO')).join('\n');
    expect(demo).toMatch(/Chens.*Silvas.*Okoyes/s);
    expect(demo).toMatch(/1\) Taverna do Capitao.*1 vote.*2\) Salty Pelican.*1 vote/s);
    expect((await journey.text(phone, 'whos missing')).join('\n')).toMatch(
      /^Voting is open[\s\S]*Waiting for the Chens/,
    );
    expect((await journey.text(phone, '1')).join('\n')).toMatch(
      /The Chens vote 1\) Taverna do Capitao\. So far: Taverna do Capitao 2/,
    );
    expect((await journey.text(phone, 'did everyone vote?')).join('\n')).toBe(
      'Where do we eat on Friday night? Every family has voted.',
    );
    // Asked once more in other words, it is told once more, and not what stands beside it.
    for (const asked of ['when can we check in?', 'what time is check-in'])
      expect((await journey.text(phone, asked)).join('\n')).toMatch(/^Check-in is from 15:20/);
    expect((await journey.text(phone, 'do they have a cot?')).join('\n')).toMatch(
      /EUR 9 a night[\s\S]*hotel-miradouro\.pdf, page 2/,
    );
    expect((await journey.text(phone, 'PLAN')).join('\n')).toMatch(/^On it: 5 days, 3 families/);
    const plan = await journey.twilio.waitFor(({ to, body }) => to === phone && body.includes('/s/'));
    expect(plan.body.length).toBeLessThan(480);
    expect((await journey.text(phone, 'day 2')).join('\n')).toContain('Day 2, Sat');
  });

  test('should lead there in Teams, too, with the card in the answer', async () => {
    const teams = journey.teams({ id: 'dana-aad', name: 'Dana' });
    const demo = JSON.stringify(await teams.ask('show me a demo'));
    expect(demo).toContain('Where do we eat on Friday night?');
    expect(demo).toContain('Action.Execute');
    expect(JSON.stringify(await teams.ask('we vote for the taverna'))).toContain(
      'The Chens vote 1) Taverna do Capitao',
    );
  });

  test('should show the sample again, not a second one, when it is asked for twice', async () => {
    const phone = '+15550178';
    await journey.text(phone, 'demo');
    await journey.text(phone, '2');
    expect((await journey.text(phone, 'demo')).join('\n')).toMatch(/still here[\s\S]*2\) Salty Pelican.*\(yours\)/);
  });

  test('should leave a number alone that asks to be left alone', async () => {
    const phone = '+15550179';
    await journey.text(phone, 'demo');
    // No carrier knows these words, so that only we can say that they were heard.
    expect(await journey.text(phone, 'stop please')).toEqual([expect.stringContaining('nothing more from me')]);
    expect(await journey.text(phone, 'stop please')).toEqual([]);
    expect(await journey.text(phone, 'results')).toEqual([]);
    expect((await journey.text(phone, 'START')).join('\n')).toContain('Welcome back');
    expect((await journey.text(phone, 'results')).join('\n')).toContain('Friday night');
    expect(await journey.text(phone, 'CANCEL')).toEqual([]);
    expect(journey.twilio.sent.filter(({ to }) => to === phone)).toEqual([]);
  });
});
