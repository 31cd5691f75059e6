import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { type SmtpStandIn, startSmtp } from '../../test/stand-ins/smtp.ts';
import { type OpenedStore, openSqliteStore } from '../../test/stores.ts';
import { systemClock } from '../../trips/clock.ts';
import { mayWriteTo, optIn } from '../../trips/people/addresses.ts';
import { tokens as openTokens } from '../tokens.ts';
import { emailCourier } from './email-courier.ts';
import { smtpMailer } from './smtp-mailer.ts';
import { unsubscribeLink, unsubscribeRouter } from './unsubscribe.ts';

const FROM = 'Pathfinder <trips@pathfinder.example>';
const mail = { to: 'maria@example.com', subject: 'Your plan', text: 'It is ready.', key: 'fact 1' };

describe('mail through a mail server', () => {
  let smtp: SmtpStandIn;
  let mailer: ReturnType<typeof smtpMailer>;
  beforeEach(async () => {
    smtp = await startSmtp();
    mailer = smtpMailer({ url: smtp.url, from: FROM });
  });
  afterEach(async () => {
    mailer.close();
    await smtp.close();
  });

  test('should arrive as a mail program reads it, a repeat under the same id', async () => {
    await mailer.send({ ...mail, unsubscribe: 'https://pathfinder.example/u/x' });
    await mailer.send({ ...mail, unsubscribe: 'https://pathfinder.example/u/x' });
    const [first, second] = smtp.mails;
    expect(first).toMatchObject({
      subject: 'Your plan',
      from: { name: 'Pathfinder', address: 'trips@pathfinder.example' },
      envelopeTo: ['maria@example.com'],
    });
    expect(first?.text?.trim()).toBe('It is ready.');
    expect(second?.messageId).toBe(first?.messageId);
    const header = (key: string): string | undefined => first?.headers.find((one) => one.key === key)?.value;
    expect(header('list-unsubscribe')).toContain('<https://pathfinder.example/u/x>');
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
  });

  test.each([
    ['the mailbox does not exist', { code: 550, at: 'recipient' as const }],
    ['the message is not wanted', { code: 554, at: 'message' as const }],
  ])('should not be tried again when %s', async (_, step) => {
    smtp.next(step);
    expect(await mailer.send(mail)).toMatchObject({ status: 'refused' });
  });

  test.each([
    ['busy', { code: 451, at: 'recipient' as const }],
    ['full', { code: 452, at: 'message' as const }],
  ])('should be tried again when the server is %s', async (_, step) => {
    smtp.next(step);
    await expect(mailer.send(mail)).rejects.toMatchObject({ code: 'far-end-unavailable' });
    expect(await mailer.send(mail)).toMatchObject({ status: 'sent' });
  });

  test('should be tried again when the server cannot be reached or does not know us', async () => {
    const stranger = smtpMailer({ url: smtp.url.replace('example@', 'wrong@'), from: FROM });
    await expect(stranger.send(mail)).rejects.toMatchObject({ code: 'far-end-unavailable' });
    stranger.close();
    await smtp.close();
    await expect(mailer.send(mail)).rejects.toMatchObject({ code: 'far-end-unavailable' });
    smtp = await startSmtp();
  });

  test('should not be taken for unsent when the server hung up after it had the text', async () => {
    smtp.next('hangs-up');
    await expect(mailer.send(mail)).rejects.toMatchObject({ code: 'far-end-silent' });
  });
});

describe('the link that ends all mail', () => {
  const tokens = openTokens({ secret: 'example-secret-for-tests-only-0123456789', clock: systemClock });
  const maria = { door: 'email' as const, value: 'maria@example.com' };
  let opened: OpenedStore;
  let url: string;
  let close: () => void;
  beforeEach(async () => {
    opened = await openSqliteStore(systemClock);
    await optIn(opened.store, systemClock, maria, 'e-mail me the news');
    const app = express().use(unsubscribeRouter({ records: opened.store, tokens, clock: systemClock }));
    const server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    close = () => server.close();
  });
  afterEach(async () => {
    close();
    await opened.close();
  });
  const link = () => unsubscribeLink({ records: opened.store, tokens, publicUrl: () => url }, maria.value);

  test('should change nothing when it is only looked at, and end all mail when it is confirmed', async () => {
    const looked = await fetch(await link());
    expect(await looked.text()).toContain('Yes, end all mail to me');
    expect(await mayWriteTo(opened.store, maria)).toBe(true);
    const done = await fetch(await link(), {
      method: 'POST',
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    });
    expect(await done.text()).toContain('You get no more mail');
    const courier = emailCourier({
      mailer: { send: async () => ({ status: 'sent' }) },
      mayWriteTo: (address, unasked) => mayWriteTo(opened.store, { door: 'email', value: address }, unasked),
      unsubscribeLink: link,
    });
    const told = await courier.deliver({ door: 'email', conversation: maria.value }, { text: 'Hello' }, 'key');
    expect(told).toEqual({ status: 'refused', why: 'opted-out' });
  });

  test('should open nothing when a letter of it is lost, and not show the address', async () => {
    expect(await link()).not.toContain('maria');
    for (const method of ['GET', 'POST']) expect((await fetch(`${url}/u/not-a-token`, { method })).status).toBe(404);
    expect(await mayWriteTo(opened.store, maria)).toBe(true);
  });
});
