import { openSmsDoor, type SmsDoor } from '../../test/sms-door.ts';
import { postWebhook } from '../../test/stand-ins/twilio-webhooks.ts';
import { smsStatuses, smsStatusId } from './sms-status.ts';

const TOKEN = 'example-auth-token';
const SIGNED = { TWILIO_AUTH_TOKEN: TOKEN };
const PHONE = '+15550111';

let door: SmsDoor;
const open = async (parts: Parameters<typeof openSmsDoor>[0]): Promise<void> => {
  door = await openSmsDoor(parts);
};
afterEach(() => door.close());

describe('a delivery status', () => {
  const sid = `SM${'2'.repeat(32)}`;
  const report = (state: string, extra: Record<string, string> = {}) =>
    postWebhook({
      server: door.server,
      path: '/api/sms/status',
      authToken: TOKEN,
      form: { MessageSid: sid, MessageStatus: state, To: PHONE, From: '+15550000', ...extra },
    });
  const kept = () => door.records.read(smsStatuses, smsStatusId(sid), smsStatusId(sid));

  it('moves forward only: a late "sent" after "delivered" changes nothing', async () => {
    await open({ settings: SIGNED });
    for (const state of ['queued', 'sent', 'delivered']) expect((await report(state)).status).toBe(204);
    const before = await kept();
    for (const state of ['sent', 'failed', 'delivered', 'queued']) expect((await report(state)).status).toBe(204);
    expect(before).toMatchObject({ state: 'delivered' });
    expect(await kept()).toEqual(before);
    await report('read');
    expect(await kept()).toMatchObject({ state: 'read' });
  });

  it('ends at the highest state whatever the order in which reports arrive together', async () => {
    await open({ settings: SIGNED });
    await Promise.all(['delivered', 'sent', 'queued', 'sending', 'accepted'].map((state) => report(state)));
    expect(await kept()).toMatchObject({ state: 'delivered' });
  });

  it('keeps why a message failed, and hears of an opt-out', async () => {
    await open({ settings: SIGNED });
    await report('failed', { ErrorCode: '21610' });
    expect(await kept()).toMatchObject({ state: 'failed', errorCode: '21610' });
    expect(door.optedOut).toEqual([PHONE]);
  });

  it('of a WhatsApp message outside its day is kept and logged as wanting a template', async () => {
    await open({ settings: SIGNED });
    await report('undelivered', { ErrorCode: '63016', To: `whatsapp:${PHONE}` });
    expect(await kept()).toMatchObject({ state: 'undelivered', errorCode: '63016' });
    expect(door.logged.join()).toMatch(new RegExp(`${sid}.*approved templates`));
    expect(door.optedOut).toEqual([]);
  });

  it('of a kind not known yet is acknowledged, and one without an id or a signature is not', async () => {
    await open({ settings: SIGNED });
    expect((await report('teleported')).status).toBe(204);
    expect(await kept()).toBeUndefined();
    expect((await report('sent', { MessageSid: '' })).status).toBe(400);
    const form = { MessageSid: sid, MessageStatus: 'delivered' };
    expect((await postWebhook({ server: door.server, path: '/api/sms/status', form })).status).toBe(403);
    expect(await kept()).toBeUndefined();
  });

  it('that says two things at once says neither: 400', async () => {
    await open({});
    const body = `MessageSid=${sid}&MessageStatus=sent&MessageStatus=delivered`;
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await fetch(`${door.server}/api/sms/status`, { method: 'POST', headers, body })).status).toBe(400);
    expect(await kept()).toBeUndefined();
  });
});
