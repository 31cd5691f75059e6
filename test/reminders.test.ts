import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Account, type Journey, startJourney } from './journey.ts';

const ANA = '+15550101';
const BEA = '+15550102';
const WORKER = new URL('../app/worker.ts', import.meta.url).pathname;

describe('reminders and quiet hours, by text, with two processes at work', () => {
  let journey: Journey;
  let second: ChildProcess;
  let ana: Account;
  let bea: Account;
  let trip: string;
  beforeAll(async () => {
    journey = await startJourney();
    second = spawn(process.execPath, [WORKER], {
      env: { PATH: process.env.PATH, ...journey.settings },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    if (second.stdout) await once(second.stdout, 'data');
    ana = await journey.signUp({ name: 'Ana Silva', phone: ANA, familyName: 'Silva' });
    bea = await journey.signUp({ name: 'Bea Chen', phone: BEA, familyName: 'Chen' });
    const tripId = await journey.trip(ana, { name: 'Lisbon 2027', destination: 'Lisbon' });
    trip = `/trips/${tripId}`;
    const code = await journey.invite(ana, tripId, bea);
    await journey.text(ANA, 'hi');
    await journey.text(BEA, `join ${code}`);
  });
  afterAll(async () => {
    second.kill('SIGKILL');
    await journey.close();
  });

  const remind = (who: Account, what: string, whom: string) =>
    journey.api('POST', `${trip}/reminders`, {
      token: who.token,
      body: { what, for: whom, at: new Date(Date.now() + 1_200).toISOString() },
    });
  const toldTo = (number: string, words: string): number =>
    journey.twilio.sent.filter(({ to, body }) => to === number && body.includes(words)).length;

  test('should be set, listed and cancelled in words, and kept from other families', async () => {
    expect((await journey.text(ANA, 'what time zone is the trip in?'))[0]).toContain('Europe/Lisbon');
    const [set] = await journey.text(ANA, 'remind us tomorrow at 9 to pack the passports');
    expect(set).toMatch(/I'll remind your family at 09:00 .*: pack the passports/);
    expect((await journey.text(ANA, 'remind us to water the plants'))[0]).toMatch(/^When\?/);
    expect((await journey.text(ANA, 'in two hours'))[0]).toMatch(/I'll remind your family at .*: water the plants/);
    expect((await journey.text(ANA, 'remind me every day at 9 to drink water'))[0]).toMatch(
      /once, not again and again/,
    );
    expect((await journey.text(ANA, 'reminders'))[0]).toMatch(
      /1\) .*water the plants[\s\S]*2\) 09:00 .*pack the passports/,
    );
    expect((await journey.text(BEA, 'reminders'))[0]).toMatch(/No reminders are noted/);
    expect((await journey.text(ANA, 'cancel the reminder about the passports'))[0]).toMatch(
      /Cancelled: pack the passports/,
    );
    expect((await journey.text(ANA, 'remind everyone tomorrow at 8 to bring cash'))[0]).toMatch(
      /all 2 families[\s\S]*1\) Yes, remind everyone/,
    );
    expect((await journey.text(ANA, '1'))[0]).toMatch(/I'll remind everyone at 08:00/);
    expect((await journey.text(BEA, 'reminders'))[0]).toMatch(/bring cash \(everyone\)/);
  });

  test('should be told once by two processes, and also when one of them is killed', async () => {
    await Promise.all([remind(ana, 'leave at noon', 'trip'), remind(ana, 'take the keys', 'trip')]);
    for (const words of ['leave at noon', 'take the keys']) {
      const { body } = await journey.twilio.waitFor(({ to, body: text }) => to === BEA && text.includes(words));
      expect(body).toContain(`Reminder from Ana Silva: ${words}.`);
    }
    await remind(bea, 'close the windows', 'family');
    second.kill('SIGKILL');
    await once(second, 'exit');
    await journey.twilio.waitFor(({ to, body }) => to === BEA && body.includes('close the windows'));
    for (const words of ['leave at noon', 'take the keys', 'close the windows']) expect(toldTo(BEA, words)).toBe(1);
    expect(toldTo(ANA, 'close the windows')).toBe(0);
    const { body } = await journey.api('GET', '/notifications', { token: bea.token });
    expect(body.items).toContainEqual(
      expect.objectContaining({ about: 'reminder', door: 'sms', text: 'Reminder: close the windows.' }),
    );
    expect(JSON.stringify((await journey.api('GET', '/notifications', { token: ana.token })).body)).not.toContain(
      'windows',
    );
  });

  test('should keep news from who has quiet hours, but not what they asked for themselves', async () => {
    expect((await journey.text(BEA, "don't text me between 10 pm and 7 am"))[0]).toMatch(
      /quiet from 22:00 to 07:00, Lisbon time/,
    );
    const hour = (ahead: number): string => new Date(Date.now() + ahead * 3_600_000).toISOString().slice(11, 16);
    const asked = await journey.api('PUT', '/notifications/preferences', {
      token: bea.token,
      body: { muted: ['documents'], quietHours: { from: hour(-1), to: hour(2) }, timeZone: 'UTC' },
    });
    expect([asked.status, asked.body.muted]).toEqual([200, ['documents']]);
    await journey.text(ANA, 'we paid 84 euros for the ferry');
    await remind(bea, 'call grandma', 'me');
    await journey.twilio.waitFor(({ to, body }) => to === BEA && body.includes('call grandma'));
    expect(toldTo(BEA, 'ferry')).toBe(0);
    expect((await journey.text(BEA, 'who owes what?'))[0]).toContain('EUR 42');
    expect((await journey.text(BEA, 'unmute documents'))[0]).not.toContain('nothing about');
    const refused = await journey.api('PUT', '/notifications/preferences', {
      token: bea.token,
      body: { muted: [], timeZone: 'Europe/Atlantis' },
    });
    expect(refused.status).toBe(400);
  });
});
