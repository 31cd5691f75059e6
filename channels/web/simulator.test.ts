import express from 'express';
import { closeAll, closeLater } from '../../test/direct-line-calls.ts';
import { closeBrowser, serve, violationsOn, visit } from '../../test/page-visit.ts';
import { openSmsDoor } from '../../test/sms-door.ts';
import type { WebDoor } from '../../test/web-door.ts';
import { webPage } from './page.ts';

afterEach(closeAll);
afterAll(closeBrowser);

describe('the SMS simulator', () => {
  const withPhones = async (): Promise<{ door: WebDoor; sms: Awaited<ReturnType<typeof openSmsDoor>> }> => {
    const sms = await openSmsDoor({
      converse: async ({ text, act }) => ({
        replies: [{ text: `By text: ${text}${act?.skill ?? ''}` }],
        duplicate: false,
      }),
    });
    closeLater(() => sms.close());
    const door = await serve({
      routes: ({ log }) =>
        express
          .Router()
          .use(sms.channel.router)
          .use(webPage({ simulator: true, log }).router) as express.Router,
    });
    return { door, sms };
  };

  test('is a phone beside the chat: texts go through the SMS door, later ones arrive', async () => {
    const { door, sms } = await withPhones();
    const { page, trouble } = await visit(door, {}, '/simulator');
    const box = page.getByLabel('Text message from Bea (Chen)');
    await box.fill('hi there');
    await box.press('Enter');
    await page.getByText('By text: hi there').waitFor();
    expect(sms.heard[0]).toMatchObject({ sender: { address: { door: 'sms', value: '+15550101' } }, text: 'hi there' });
    expect(sms.heard[0]?.eventId).toMatch(/^SM[0-9a-f]{32}$/);

    const to = {
      pk: 'trip_1',
      id: 'listener_1',
      type: 'listener',
      _schema_version: 1,
      tripId: 'trip_1',
      door: 'sms',
      conversation: '+15550101',
      group: false,
      userId: 'user_1',
    } as const;
    await sms.channel.deliver(to, { text: 'Your plan is ready' }, 'plan 1');
    await page.getByText('Your plan is ready').waitFor();

    await page.getByRole('combobox', { name: 'Phone of' }).selectOption('+15550102');
    expect(await page.getByText('By text: hi there').count()).toBe(0);
    await page.getByLabel('or another number').fill('+1 555 0109');
    await page.getByRole('button', { name: 'Use' }).click();
    await page.getByText('texting as +15550109').waitFor();
    await page.getByRole('combobox', { name: 'Phone of' }).selectOption('+15550101');
    await page.getByText('Your plan is ready').waitFor();
    await page.reload();
    await page.getByText('Your plan is ready').waitFor();
    expect(await page.getByText('Your plan is ready').count()).toBe(1);
    expect(trouble).toEqual([]);
  });

  test('has no WCAG 2.1 AA violation', async () => {
    const { door } = await withPhones();
    const { page } = await visit(door, {}, '/simulator');
    const box = page.getByLabel('Text message from Bea (Chen)');
    await box.fill('hi there');
    await box.press('Enter');
    await page.getByText('By text: hi there').waitFor();
    expect(await violationsOn(page)).toEqual([]);
  });
});
