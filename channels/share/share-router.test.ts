import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import express from 'express';
import ICAL from 'ical.js';
import type { Browser } from 'playwright-core';
import { extractText } from 'unpdf';
import type { EntityStore } from '../../store/entity-store.ts';
import { openDatabase } from '../../store/sqlite/database.ts';
import { sqliteStore } from '../../store/sqlite/sqlite-store.ts';
import { testCodec } from '../../test/codec.ts';
import { openBrowser } from '../../test/stand-ins/browser.ts';
import type { Itinerary } from '../../trips/itineraries/itinerary.ts';
import { revokeShare, shareItinerary } from '../../trips/itineraries/share-itinerary.ts';
import type { Trip } from '../../trips/trips/trip.ts';
import { shareRouter } from './share-router.ts';

const HOSTILE = `"><script>alert(1)</script><img src=x onerror=alert(2)> & 'so' on`;
const tripId = 'trip_a';
const trip: Trip = {
  pk: tripId,
  id: tripId,
  type: 'trip',
  _schema_version: 1,
  name: 'Lisbon 2027',
  destination: 'Lisbon',
  startDate: '2027-06-11',
  endDate: '2027-06-12',
  timeZone: 'Europe/Lisbon',
  budget: { amount: 600_000, currency: 'EUR' },
  weighting: 'equal',
  organizerId: 'user_a',
  status: 'planning',
  createdAt: '2027-05-01T12:00:00.000Z',
};
const plan: Itinerary = {
  pk: tripId,
  id: 'itinerary_a',
  type: 'itinerary',
  _schema_version: 1,
  tripId,
  version: 3,
  days: [
    {
      date: '2027-06-11',
      items: [
        {
          start: '15:20',
          end: '15:50',
          kind: 'lodging',
          title: 'Arrive and check in at Hotel Miradouro',
          place: 'Rua das Flores 12, 1200-194 Lisboa',
          cost: { amount: 192_000, currency: 'EUR' },
          note: 'From 15:20. The price is for the whole stay',
          source: { documentId: 'document_a', name: 'hotel-miradouro.pdf', page: 1 },
        },
        { start: '16:20', end: '18:15', kind: 'free', title: 'Free time' },
        {
          start: '18:30',
          end: '20:00',
          kind: 'meal',
          title: 'Dinner at Taverna do Capitão',
          place: 'Taverna do Capitão',
          cost: { amount: 19_800, currency: 'EUR' },
          source: { documentId: 'document_b', name: 'food.md' },
        },
      ],
    },
    {
      date: '2027-06-12',
      items: [
        { start: '10:00', end: '11:30', kind: 'sight', title: HOSTILE, place: HOSTILE, note: HOSTILE },
        { start: '12:00', end: '13:00', kind: 'free', title: 'Lunch, still open' },
      ],
    },
  ],
  total: { amount: 211_800, currency: 'EUR' },
  checks: [
    { constraint: 'budget', ok: true, detail: 'EUR 2,118 of EUR 6,000 for 9 people' },
    { constraint: 'diet', ok: false, detail: 'No promise of nut-free food at Salty Pelican' },
  ],
  gaps: ['Lunch on Sat 12 Jun is still open: send me places to eat and I fit them in.'],
  createdAt: '2027-05-01T12:00:00.000Z',
};

describe('the page of a shared plan', () => {
  let folder: string;
  let records: EntityStore;
  let server: Server;
  let base: string;
  let token: string;
  let now = Date.parse('2027-05-01T12:00:00Z');
  const clock = { now: () => now };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pathfinder-page-'));
    records = sqliteStore(openDatabase(join(folder, 'pathfinder.db')), clock, testCodec);
    await records.commit(tripId, [{ put: trip }, { put: plan }]);
    token = await shareItinerary(records, clock, plan);
    const app = express();
    app.use(shareRouter({ records, clock, publicUrl: () => 'https://pathfinder.example' }));
    server = createServer(app);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    await new Promise((resolve) => server.close(resolve));
    await records.close();
    await rm(folder, { recursive: true });
  });

  it('gives the plan to print, a page a day, with every word of it', async () => {
    const response = await fetch(`${base}/s/${token}.pdf`);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    const { totalPages, text } = await extractText(new Uint8Array(await response.arrayBuffer()));
    expect(totalPages).toBe(3);
    const [cover = '', first = '', second = ''] = text;
    expect(cover).toMatch(
      /Lisbon 2027[\s\S]*EUR 2,118 of EUR 6,000[\s\S]*Still open[\s\S]*No promise of nut-free food/,
    );
    expect(first).toMatch(/Day 1[\s\S]*15:20–15:50[\s\S]*Dinner at Taverna do Capitão/);
    expect(second).toContain('<script>alert(1)</script>');
    expect(second).toContain('page 3 of 3');
  });

  it("gives a calendar in the trip's time zone that another program reads, and that follows the newest plan", async () => {
    const read = async () => {
      const response = await fetch(`${base}/s/${token}.ics`);
      expect(response.headers.get('content-type')).toMatch(/^text\/calendar/);
      const calendar = new ICAL.Component(ICAL.parse(await response.text()));
      return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
    };
    const events = await read();
    expect(events.map(({ summary, startDate }) => [summary, startDate.toJSDate().toISOString()])).toEqual([
      ['Arrive and check in at Hotel Miradouro', '2027-06-11T14:20:00.000Z'],
      ['Dinner at Taverna do Capitão', '2027-06-11T17:30:00.000Z'],
      [HOSTILE, '2027-06-12T09:00:00.000Z'],
    ]);
    expect(events[0]?.location).toBe('Rua das Flores 12, 1200-194 Lisboa');
    const [day, ...others] = plan.days;
    const moved = day && { ...day, items: day.items.map((item) => ({ ...item, start: '21:00', end: '22:00' })) };
    const newer: Itinerary = { ...plan, id: 'itinerary_b', version: 4, days: moved ? [moved, ...others] : others };
    await records.commit(tripId, [{ put: newer }]);
    const later = await read();
    expect(later[1]?.startDate.toJSDate().toISOString()).toBe('2027-06-11T20:00:00.000Z');
    expect(later[1]?.uid).toBe(events[1]?.uid);
    expect(later[1]?.sequence).toBe(4);
  });

  it.each(['pdf', 'ics'])('gives no %s of a plan that is not shared any more', async (kind) => {
    await revokeShare(records, clock, token);
    expect((await fetch(`${base}/s/${token}.${kind}`)).status).toBe(404);
  });

  it('shows the whole plan: days, times, costs, sources, what is open and what was checked', async () => {
    const response = await fetch(`${base}/s/${token}`);
    expect(response.status).toBe(200);
    const page = await response.text();
    for (const shown of [
      'Lisbon 2027',
      '11-12 June 2027',
      'Day 1',
      'Fri 11 Jun',
      '15:20',
      'Dinner at Taverna do Capitão',
      'EUR 198',
      'EUR 2,118',
      'hotel-miradouro.pdf, page 1',
      'Lunch on Sat 12 Jun is still open',
      'No promise of nut-free food at Salty Pelican',
      '1 of 2 checks need a look',
      'https://www.openstreetmap.org/search?query=Taverna%20do%20Capit%C3%A3o%2C%20Lisbon',
    ])
      expect(page).toContain(shown);
  });

  it('writes what people wrote as text, whatever it is', async () => {
    const page = await (await fetch(`${base}/s/${token}`)).text();
    expect(page).not.toMatch(/<script|<img|onerror=alert\(2\)>/);
    expect(page).toContain('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('allows no script, no frame and no stranger, and asks not to be found or kept', async () => {
    const { headers } = await fetch(`${base}/s/${token}`);
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]+'; .*frame-ancestors 'none'$/,
    );
    expect(headers.get('x-robots-tag')).toBe('noindex, nofollow');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('private, no-store');
  });

  it('answers unknown, malformed, expired and revoked links alike', async () => {
    const get = async (of: string) => {
      const response = await fetch(`${base}/s/${of}`);
      return {
        status: response.status,
        body: await response.text(),
        csp: response.headers.get('content-security-policy'),
      };
    };
    const unknown = await get('A'.repeat(22));
    expect(unknown.status).toBe(404);
    expect(unknown.body).toContain('This link opens nothing');
    expect(await get('x')).toEqual(unknown);
    expect(await get(encodeURIComponent('../../etc/passwd'))).toEqual(unknown);
    now += 91 * 86_400_000;
    expect(await get(token)).toEqual(unknown);
    const fresh = await shareItinerary(records, clock, plan);
    expect((await get(fresh)).status).toBe(200);
    await revokeShare(records, clock, fresh);
    expect(await get(fresh)).toEqual(unknown);
  });

  describe('in a browser', () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await openBrowser();
    });
    afterAll(() => browser.close());

    it.each(['light', 'dark'] as const)(
      'is accessible and fits a phone in %s colours, with its style allowed',
      async (colorScheme) => {
        const context = await browser.newContext({ colorScheme, viewport: { width: 320, height: 800 } });
        const page = await context.newPage();
        const complaints: string[] = [];
        page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
        await page.goto(`${base}/s/${token}`);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
        expect(
          await page.evaluate(() => getComputedStyle(document.querySelector('.day') ?? document.body).borderRadius),
        ).toBe('16px');
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
          .analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
        expect(complaints).toEqual([]);
        await context.close();
      },
    );
  });
});
