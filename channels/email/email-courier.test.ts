import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { emailCourier } from './email-courier.ts';
import { fileMailer } from './file-mailer.ts';

describe('mail into a folder', () => {
  let folder: string;
  const optedOut = new Set<string>();
  const courier = () =>
    emailCourier({
      mailer: fileMailer(join(folder, 'mail')),
      unsubscribeLink: async () => 'https://pathfinder.example/u/example',
      mayWriteTo: async (address, unasked) => !optedOut.has(address) && unasked === true,
    });
  const to = (conversation: string, unasked = true) => ({ door: 'email' as const, conversation, unasked });
  const mails = () => readdirSync(join(folder, 'mail')).map((name) => readFileSync(join(folder, 'mail', name)));

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pathfinder-mail-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('should be a message that any mail program opens, written once however often it is sent', async () => {
    const reply = { subject: 'Ana Núñez invites you', text: 'Olá,\n\nJoin us: K7QF42' };
    for (let n = 0; n < 3; n += 1) {
      expect(await courier().deliver(to('maria@example.com'), reply, 'key 1')).toMatchObject({ status: 'sent' });
    }
    const [only, ...rest] = mails();
    expect(rest).toEqual([]);
    const mail = await PostalMime.parse(only ?? '');
    expect(mail).toMatchObject({ subject: 'Ana Núñez invites you', to: [{ address: 'maria@example.com' }] });
    expect(mail.text?.trim()).toBe('Olá,\n\nJoin us: K7QF42\n\n--\nNo more mail: https://pathfinder.example/u/example');
  });

  test('should let no word in a subject or an address become a header or another recipient', async () => {
    const reply = { subject: 'Hi\r\nBcc: eve@example.com', text: 'Hello' };
    await courier().deliver(to('maria@example.com, eve@example.com\r\nBcc: eve@example.com'), reply, 'key 2');
    const mail = await PostalMime.parse(mails()[0] ?? '');
    expect(mail.bcc ?? []).toEqual([]);
    expect(mail.headers.some(({ key }) => key === 'bcc')).toBe(false);
    expect(mail.to).toHaveLength(1);
  });

  test('should not be written to who has opted out, or has not opted in and was not invited', async () => {
    optedOut.add('maria@example.com');
    for (const one of [to('maria@example.com'), to('rui@example.com', false)]) {
      expect(await courier().deliver(one, { text: 'Hello' }, 'key 3')).toEqual({ status: 'refused', why: 'opted-out' });
    }
  });
});
