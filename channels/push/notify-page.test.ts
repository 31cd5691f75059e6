import express from 'express';
import type { CDPSession, Page } from 'playwright-core';
import webPush from 'web-push';
import { closeAll, closeLater } from '../../test/direct-line-calls.ts';
import { closeBrowser, serve, violationsOn, visit } from '../../test/page-visit.ts';
import { type PushStandIn, startPushService } from '../../test/stand-ins/push-service.ts';
import type { WebDoor } from '../../test/web-door.ts';
import { webPage } from '../web/page.ts';
import { pushChannel } from './push-channel.ts';
import { subscribed } from './push-subscription.ts';

const VAPID = webPush.generateVAPIDKeys();

afterEach(closeAll);
afterAll(closeBrowser);

const open = async (): Promise<{ readonly door: WebDoor; readonly service: PushStandIn }> => {
  const service = await startPushService(VAPID.publicKey);
  closeLater(() => service.close());
  const door = await serve({
    routes: (parts) => {
      const settings = {
        ...{ VAPID_PUBLIC_KEY: VAPID.publicKey, VAPID_PRIVATE_KEY: VAPID.privateKey },
        ...{ VAPID_SUBJECT: 'mailto:trips@pathfinder.example', PUSH_HOSTS: [service.host] },
      };
      const push = pushChannel({ ...parts, settings });
      const page = webPage({ simulator: false, log: parts.log, pushKey: push?.publicKey });
      return express.Router().use(push?.router ?? [], page.router);
    },
  });
  return { door, service };
};

/** The browser's own way to its maker's push service, which is not here: the stand-in's subscription instead. */
const subscribesAt = (page: Page, subscription: ReturnType<PushStandIn['browser']>): Promise<void> =>
  page.evaluate((given) => {
    let current: object | null = null;
    const made = {
      ...given,
      toJSON: () => given,
      unsubscribe: async () => {
        current = null;
        return true;
      },
    };
    Object.assign(PushManager.prototype, {
      getSubscription: async () => current,
      subscribe: async ({ userVisibleOnly, applicationServerKey }: PushSubscriptionOptionsInit) => {
        if (!userVisibleOnly || typeof applicationServerKey !== 'string') throw new Error('not as asked');
        current = made;
        return made;
      },
    });
  }, subscription);

const conversationOf = (page: Page): Promise<string> =>
  page.evaluate(() => JSON.parse(localStorage.getItem('pathfinder.session') ?? '{}').conversationId);

test('are offered, taken and given up with one button, which asks nothing before it is pressed', async () => {
  const { door, service } = await open();
  const { page, context, trouble } = await visit(door);
  await context.grantPermissions(['notifications'], { origin: door.url });
  await subscribesAt(page, service.browser('anas'));
  const button = page.getByRole('button', { name: 'Notify me' });
  await button.click();
  await page.getByText('You will be notified of news on this device').waitFor();
  const conversation = await conversationOf(page);
  expect(await subscribed(door.records, conversation)).toMatchObject([{ endpoint: `${service.url}/push/anas` }]);
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Notifications on', pressed: true }).click();
  await page.getByText('You will not be notified any more.').waitFor();
  expect(await subscribed(door.records, conversation)).toEqual([]);
  expect(trouble).toEqual([]);
});

test('say what to do where the browser blocks them', async () => {
  const { door } = await open();
  const { page } = await visit(door);
  await page.evaluate(() => {
    Object.assign(Notification, { requestPermission: async () => 'denied' });
  });
  await page.getByRole('button', { name: 'Notify me' }).click();
  await page.getByText('Your browser blocks notifications of this page.').waitFor();
});

test('are not offered by a server that sends none', async () => {
  const { page } = await visit(await serve());
  await page.getByRole('button', { name: 'New chat' }).waitFor();
  expect(await page.getByRole('button', { name: 'Notify me' }).count()).toBe(0);
});

/** The id Chromium has for the page's service worker. */
const registrationOf = (cdp: CDPSession): Promise<string> =>
  new Promise((resolve) => {
    cdp.on('ServiceWorker.workerRegistrationUpdated', ({ registrations: [first] }) => {
      if (first) resolve(first.registrationId);
    });
    void cdp.send('ServiceWorker.enable');
  });

test('are shown by the browser when the page is closed, and not while it is looked at', async () => {
  const { door } = await open();
  const { page, context } = await visit(door);
  await context.grantPermissions(['notifications'], { origin: door.url });
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  const cdp = await context.newCDPSession(page);
  const registrationId = await registrationOf(cdp);
  const push = (body: string): Promise<unknown> =>
    cdp.send('ServiceWorker.deliverPushMessage', {
      ...{ origin: door.url, registrationId },
      data: JSON.stringify({ title: 'Pathfinder', body, tag: body }),
    });
  await push('while it is open');
  await page.goto('about:blank');
  await push('the taxi comes at nine');
  await page.goto(door.url);
  await page.waitForFunction(async () => {
    const shown = await (await navigator.serviceWorker.ready).getNotifications();
    return shown.length > 0;
  });
  const bodies = await page.evaluate(async () =>
    (await (await navigator.serviceWorker.ready).getNotifications()).map(({ body }) => body),
  );
  expect(bodies).toEqual(['the taxi comes at nine']);
});
