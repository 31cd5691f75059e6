import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import express from 'express';
import ICAL from 'ical.js';
import type { Browser } from 'playwright-core';
import { getDocumentProxy } from 'unpdf';
import type { EntityStore } from '../../store/entity-store.ts';
import { openDatabase } from '../../store/sqlite/database.ts';
import { sqliteStore } from '../../store/sqlite/sqlite-store.ts';
import { testCodec } from '../../test/codec.ts';
import { CHENS, GARCIAS, LONG, sevenDays, sevenDaysSeats, sevenDaysTrip } from '../../test/seven-days.ts';
import { openBrowser } from '../../test/stand-ins/browser.ts';
import type { Itinerary } from '../../trips/itineraries/itinerary.ts';
import { familyMark, shareItinerary } from '../../trips/itineraries/share-itinerary.ts';
import { shareRouter } from './share-router.ts';

const clock = { now: () => Date.parse('2027-02-01T12:00:00Z') };
const PUBLIC = 'https://pathfinder.example';

let folder: string;
let records: EntityStore;
let server: Server;
let base: string;
let token: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pathfinder-plan-'));
  records = sqliteStore(openDatabase(join(folder, 'pathfinder.db')), clock, testCodec);
  const all = [sevenDaysTrip, sevenDays, ...sevenDaysSeats];
  await records.commit(
    sevenDaysTrip.id,
    all.map((one) => ({ put: one })),
  );
  token = await shareItinerary(records, clock, sevenDays);
  const app = express();
  app.use(shareRouter({ records, clock, publicUrl: () => PUBLIC }));
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await records.close();
  await rm(folder, { recursive: true });
});

const read = async (rest: string): Promise<string> => (await fetch(`${base}/s/${token}${rest}`)).text();
const only = (familyId: string): string => `?only=${familyMark(token, familyId)}`;

describe('the page of a plan in which families part', () => {
  /** What is said of each thing: its title, and who goes where not everyone does. */
  const shownOn = (page: string): readonly string[] =>
    [...page.matchAll(/<b>([^<]*)<\/b>.*?(?=<li|<\/ol>)/g)].map(([all, title]) =>
      [title, /class="who">([^<]*)/.exec(all)?.[1]].filter(Boolean).join(': '),
    );

  it('says of each of two things at one time whose it is, and of others who is not there', async () => {
    const things = shownOn(await read(''));
    expect(things).toContain('Oceanário de Lisboa: Only the Chens and the Okafors');
    expect(things).toContain('Museu Nacional do Azulejo: Only the Garcías');
    expect(things).toContain(
      'Museo Nacional de Arte Romano: Without the Fernández-Villaverde de la Concepción y Goicoecheas',
    );
    expect(things).toContain('Lunch at Mercado da Ribeira');
  });

  it("shows one family's days, keeps them in the PDF and the calendar, and leads back", async () => {
    const everybody = await read('');
    expect(everybody).toContain(`<a href="/s/${token}${only(GARCIAS)}">The Garcías</a>`);
    const page = await read(only(GARCIAS));
    expect(shownOn(page)).toContain('Museu Nacional do Azulejo: Only the Garcías');
    expect(page).not.toContain('Oceanário');
    expect(page).toContain('Lunch at Mercado da Ribeira');
    expect(page).toContain(`href="/s/${token}.pdf${only(GARCIAS)}"`);
    expect(page).toContain(`href="/s/${token}.ics${only(GARCIAS)}"`);
    expect(page).toContain(`<a href="/s/${token}">Everyone</a>`);
    expect(page).toMatch(/aria-current="page">The Garcías</);
    expect(page).not.toContain(GARCIAS);
  });

  it('shows everybody the whole plan for what stands for no family of the trip', async () => {
    expect(await read('?only=00000000')).toBe(await read(''));
    expect(await read(`?only=${GARCIAS}`)).toBe(await read(''));
    expect(await read('?only[]=1&lang[]=es')).toBe(await read(''));
  });

  it('asks nobody whose plan it is where everyone goes everywhere', async () => {
    const days = sevenDays.days.map(({ date, items }) => ({ date, items: items.map(({ who: _, ...item }) => item) }));
    const together: Itinerary = { ...sevenDays, id: 'itinerary_together', version: 4, days };
    await records.commit(sevenDaysTrip.id, [{ put: together }]);
    expect(await read('')).not.toContain('<nav');
    await records.commit(sevenDaysTrip.id, [{ remove: together.id }]);
    expect(await read('')).toContain('<nav');
  });

  it('names the cities of each day, and finds a place on the map in its city', async () => {
    const page = await read('');
    expect(page).toContain('Thu 25 Mar · Lisboa');
    expect(page).toContain('Sat 27 Mar · Mérida');
    expect(page).toContain('Sun 28 Mar · Mérida');
    expect(page).toContain(`search?query=${encodeURIComponent('Mesón Extremeño, Mérida')}"`);
    expect(page).toContain(`search?query=${encodeURIComponent('Rua das Flores 12, 1200-194 Lisboa')}"`);
  });

  it('names the one day of a plan for one day, in both languages', async () => {
    const day: Itinerary = { ...sevenDays, id: 'itinerary_day', version: 4, days: sevenDays.days.slice(1, 2) };
    await records.commit(sevenDaysTrip.id, [{ put: day }]);
    expect(await read('')).toContain('<p class="when">26 March 2027</p>');
    expect(await read('?lang=es')).toContain('<p class="when">26 de marzo de 2027</p>');
    await records.commit(sevenDaysTrip.id, [{ remove: day.id }]);
  });

  it('is told in Spanish to whoever asks for it, and keeps to it', async () => {
    const page = await read('?lang=es');
    for (const said of [
      '<html lang="es">',
      'del 25 al 31 de marzo de 2027',
      'jue 25 mar',
      'Solo la familia García',
      'Sin la familia Fernández-Villaverde',
      'Si llueve: Museu Nacional dos Coches',
      'Almuerzo en Mercado da Ribeira',
      'Cena, por decidir',
      'Salida en el vuelo TP5678',
      'Vuelo TP1234, 11:20',
      'La familia Okafor',
      `href="/s/${token}.pdf?lang=es"`,
      `${only(CHENS)}&amp;lang=es"`,
    ])
      expect(page).toContain(said);
    const own = page.replace(/<style>.*?<\/style>|<span lang="en">[^<]*/gs, '');
    expect(own).not.toMatch(/\b(?:Only|Without|Lunch|Dinner|Day|Booked|Free)\b|>from /);
  });

  describe('in a browser without scripts', () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await openBrowser();
    });
    afterAll(() => browser.close());

    it.each([
      ['a phone by day', 320, 'light'],
      ['a phone by night', 320, 'dark'],
      ['a desk by day', 1280, 'light'],
      ['a desk by night', 1280, 'dark'],
    ] as const)('fits %s, long names and all, and is accessible', async (_, width, colorScheme) => {
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 } });
      const page = await context.newPage();
      await page.goto(`${base}/s/${token}`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
        .analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      await context.close();
    });

    it('is all there without scripts, and on paper without what paper cannot do', async () => {
      const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 700, height: 900 } });
      const page = await context.newPage();
      await page.goto(`${base}/s/${token}`);
      await page.getByRole('link', { name: 'The Garcías' }).click();
      expect(await page.getByText('Museu Nacional do Azulejo', { exact: true }).isVisible()).toBe(true);
      expect(await page.getByText('Oceanário de Lisboa').count()).toBe(0);
      await page.emulateMedia({ media: 'print' });
      expect(await page.getByText('Only the Garcías').isVisible()).toBe(true);
      for (const gone of ['PDF to print', 'Add to a calendar', 'The Okafors'])
        expect(await page.getByText(gone, { exact: true }).isVisible()).toBe(false);
      await context.close();
    });
  });
});

describe('the PDF of a plan, as another program reads it', () => {
  interface Run {
    readonly text: string;
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly size: number;
  }
  /** The runs of text of each page in the order they were written; points from the upper left corner. */
  const pagesOf = async (rest: string): Promise<readonly (readonly Run[])[]> => {
    const response = await fetch(`${base}/s/${token}.pdf${rest}`);
    const pdf = await getDocumentProxy(new Uint8Array(await response.arrayBuffer()));
    return Promise.all(
      Array.from({ length: pdf.numPages }, async (_, index) => {
        const page = await pdf.getPage(index + 1);
        const { height } = page.getViewport({ scale: 1 });
        const { items } = await page.getTextContent();
        return items.flatMap((item) => {
          if (!('str' in item) || item.str.trim() === '') return [];
          const [size = 0, , , , left = 0, baseline = 0] = item.transform as readonly number[];
          return [{ text: item.str, left, right: left + item.width, top: height - baseline - size, size }];
        });
      }),
    );
  };
  const wordsOf = (page: readonly Run[] = []): string => page.map(({ text }) => text).join(' ');

  it('has each day on its own page, in order, and goes on over the page with its heading', async () => {
    const pages = await pagesOf('');
    expect(pages.map((page) => /Day \d(?:, continued)?/.exec(wordsOf(page))?.[0])).toEqual([
      undefined,
      ...['Day 1', 'Day 2', 'Day 3', 'Day 4', 'Day 5', 'Day 6', 'Day 6, continued', 'Day 7'],
    ]);
    const sixth = pages.slice(6, 8).map(wordsOf).join(' ');
    expect([...sixth.matchAll(/Parada (\d+)/g)].map(([, number]) => Number(number))).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
    pages.forEach((page, index) => {
      expect(wordsOf(page)).toContain(`page ${index + 1} of 9`);
    });
  });

  it('says who goes where, what to do when it rains, and what is booked or locked', async () => {
    const [cover, first, second, third] = (await pagesOf('')).map(wordsOf);
    expect(cover).toMatch(/Still open.*Dinner on Sat 27 Mar.*Checked after planning.*nut-free food at Mesón Extremeño/);
    expect(first).toMatch(/Thu 25 Mar · Lisboa.*16:30–18:00.*Castelo de São Jorge.*If it rains: Museu Nacional dos/);
    expect(second).toMatch(
      /Oceanário de Lisboa.*Only the Chens and the Okafors.*Booked.*Azulejo.*Only the Garcías.*Locked.*swap with Museu da Marioneta of Sat 27 Mar/,
    );
    expect(third).toContain('Without the Fernández-Villaverde');
    expect(third).toMatch(/Noche de fado EUR 48/);
  });

  it("has one family's days with its name, and a link back to them", async () => {
    const pages = (await pagesOf(only(LONG))).map(wordsOf);
    expect(pages[0]).toMatch(/As the Fernández-Villaverde/);
    expect(pages.join(' ')).not.toMatch(/Oceanário|Azulejo|Arte Romano/);
    const bytes = Buffer.from(await (await fetch(`${base}/s/${token}.pdf${only(LONG)}`)).arrayBuffer());
    expect(bytes.toString('latin1')).toContain(`(${PUBLIC}/s/${token}${only(LONG)})`);
  });

  it.each(['', '?lang=es'])('writes nothing over the edge of the paper or over other words (%s)', async (query) => {
    for (const page of await pagesOf(query)) {
      for (const { text, left, right } of page)
        expect({ text, inside: left >= 50 && right <= 595 - 50 }).toEqual({ text, inside: true });
      const over = page.flatMap((one, index) =>
        page
          .slice(index + 1)
          .filter(
            (other) =>
              one.left < other.right - 1 &&
              other.left < one.right - 1 &&
              Math.abs(one.top - other.top) < Math.min(one.size, other.size) * 0.6,
          )
          .map((other) => `${one.text} / ${other.text}`),
      );
      expect(over).toEqual([]);
    }
  });

  it('is in Spanish for whoever asks', async () => {
    const [cover, , second] = (await pagesOf('?lang=es')).map(wordsOf);
    expect(cover).toContain('del 25 al 31 de marzo de 2027');
    expect(second).toMatch(/Día 2.*Solo la familia García.*Fijado/);
  });
});

describe('the calendar of a plan, as another program reads it', () => {
  const eventsOf = async (rest: string) =>
    new ICAL.Component(ICAL.parse(await read(`.ics${rest}`)))
      .getAllSubcomponents('vevent')
      .map((event) => new ICAL.Event(event));
  const utc = (time: ICAL.Time): string => time.toJSDate().toISOString();

  it('says in the title who goes where families part, and keeps both at their time', async () => {
    const parted = (await eventsOf('')).filter(({ startDate }) => utc(startDate) === '2027-03-26T09:30:00.000Z');
    expect(parted.map(({ summary, endDate }) => [summary, utc(endDate)])).toEqual([
      ['Oceanário de Lisboa · Only the Chens and the Okafors', '2027-03-26T12:30:00.000Z'],
      ['Museu Nacional do Azulejo · Only the Garcías', '2027-03-26T11:00:00.000Z'],
    ]);
  });

  it("has in one family's calendar only what it joins, under the same names and ids as in everybody's", async () => {
    const [all, own] = [await eventsOf(''), await eventsOf(only(GARCIAS))];
    expect(own.map(({ summary }) => summary)).not.toContain('Oceanário de Lisboa');
    const azulejo = own.find(({ summary }) => summary === 'Museu Nacional do Azulejo');
    expect(azulejo?.description).toContain('Only the Garcías');
    expect(all.map(({ uid }) => uid)).toEqual(expect.arrayContaining(own.map(({ uid }) => uid)));
    expect(new Set(all.map(({ uid }) => uid)).size).toBe(all.length);
    expect(await read(`.ics${only(GARCIAS)}`)).toMatch(/X-WR-CALNAME:[\s\S]*?the\s*Garcías/);
  });

  it('keeps its hours when the clocks change, and ends after midnight what ends after midnight', async () => {
    const byName = new Map((await eventsOf('')).map((event) => [event.summary, event]));
    const at = (name: string) => {
      const event = byName.get(name);
      return event && [utc(event.startDate), utc(event.endDate)];
    };
    expect(at('Lunch at Mesón Extremeño')).toEqual(['2027-03-27T12:30:00.000Z', '2027-03-27T13:30:00.000Z']);
    expect(at('Noche de fado 🎶')).toEqual(['2027-03-27T23:15:00.000Z', '2027-03-28T00:30:00.000Z']);
    expect(at('Parada 1 de la ruta de los azulejos')).toEqual(['2027-03-30T07:00:00.000Z', '2027-03-30T07:30:00.000Z']);
  });

  it('leads a map to the right city, tells the rain plan, and reminds of no free time', async () => {
    const events = await eventsOf('');
    const find = (start: string) => events.find(({ summary }) => summary.startsWith(start));
    expect(find('Lunch at Mesón Extremeño')?.location).toBe('Mesón Extremeño, Mérida');
    expect(find('Check in')?.location).toBe('Rua das Flores 12, 1200-194 Lisboa');
    expect(find('Castelo')?.description).toContain('If it rains: Museu Nacional dos Coches');
    expect(find('Jardim')?.description).toContain('free\n');
    expect(events.filter(({ summary }) => /free|rest|open/i.test(summary))).toEqual([]);
  });
});
