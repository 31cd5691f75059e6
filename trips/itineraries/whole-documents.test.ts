import { DEFAULT_LIMITS } from '../../rag/ingest/block.ts';
import { chunksOf, chunkText } from '../../rag/ingest/chunk.ts';
import { extract } from '../../rag/ingest/extract.ts';
import { read } from '../../test/candidates-in-short.ts';

/** What is read from a document as people send it: through the same reader and the same chunks as an upload. */
const readDocument = async (name: string, text: string, startDate: string, endDate: string, currency: string) => {
  const extracted = await extract({ bytes: new TextEncoder().encode(text), name }, DEFAULT_LIMITS);
  if (!('blocks' in extracted)) throw new Error(extracted.detail);
  const passages = chunksOf(extracted.blocks).map(({ page, heading, units }) => ({
    documentId: name,
    document: name,
    page,
    heading,
    text: chunkText(units),
  }));
  return read(passages, { startDate, endDate, currency });
};

it('reads a plan that mixes the stay, ideas, food and a booking', async () => {
  const text = `# Edinburgh weekend

We are staying at the Grassmarket Apartments, 12 King's Stables Road. Check-in is from 4pm and check-out by 10am. Booking reference GM-5531. The total for 3 nights is £840.

## What we might do

* **Edinburgh Castle** – £19.50 adults, £11.40 children (5–15), under 5s free. Open 9.30am–6pm every day. Allow at least 2 hours.
* **National Museum of Scotland** – free entry, daily 10am–5pm, fully accessible, great for rainy days.
* **Camera Obscura** – £23.95 adult / £17.95 child. 9am to 8pm. Five floors, no lift.
* Edinburgh Zoo: Mon–Sun 10am–5pm; adult £26.50, child £17 (3-15).
* Dynamic Earth (Holyrood Road): Weds to Sun, 10am-4pm. £18.50 adults and £11.50 kids. Step free access.

## Food

1. The Elephant House — café, £9 a head, 8am–5pm
2. Mother India, 3-5 Infirmary Street. Tapas-style curry. Around £22pp. Mon–Thu 12–2pm and 5–10pm, Fri–Sun 12–10pm. Vegan options, nuts used in kitchen.
3. Mimi's Bakehouse: gluten-free cakes, £12, closed Tuesdays, 9:00–17:00

Notes: taxis from the airport cost about £25. The tram is £7.90.

Dinner at Mother India is booked for Saturday at 6.30pm (table for 7).
`;
  expect(await readDocument('edinburgh.md', text, '2027-08-13', '2027-08-16', 'GBP')).toEqual({
    'Grassmarket Apartments': {
      kind: 'lodging',
      price: 'group GBP 840',
      checkIn: '16:00',
      checkOut: '10:00',
      confirmed: true,
    },
    'Edinburgh Castle': {
      kind: 'sight',
      price: 'GBP 19.50, child GBP 11.40, free to 4',
      hours: '09:30-18:00',
      minutes: 120,
    },
    'National Museum of Scotland': { kind: 'sight', price: 'GBP 0', hours: '10:00-17:00', stepFree: true },
    'Camera Obscura': { kind: 'sight', price: 'GBP 23.95, child GBP 17.95', hours: '09:00-20:00', stepFree: false },
    'Edinburgh Zoo': { kind: 'sight', price: 'GBP 26.50, child GBP 17', hours: '10:00-17:00' },
    'Dynamic Earth': { kind: 'sight', price: 'GBP 18.50, child GBP 11.50', hours: '- 10:00-16:00', stepFree: true },
    'The Elephant House': { kind: 'meal', price: 'GBP 9', hours: '08:00-17:00' },
    'Mother India': {
      kind: 'meal',
      price: 'GBP 22',
      hours: '12:00-14:00+17:00-22:00 12:00-22:00',
      diets: { vegan: true, vegetarian: true, 'dairy-free': true, 'egg-free': true, 'nut-free': false },
      meals: ['dinner'],
      booking: '2027-08-14 18:30',
    },
    "Mimi's Bakehouse": {
      kind: 'meal',
      price: 'GBP 12',
      hours: '09:00-17:00 - 09:00-17:00',
      diets: { 'gluten-free': true },
    },
  });
});

it('reads sentences in another currency', async () => {
  const text = `Kyoto plan ideas

Nishiki Market is a covered market that opens at 9:00 and closes at 18:00. Entry is free.
Fushimi Inari Shrine is open 24 hours and is free to enter. There are thousands of steps.
The Railway Museum costs JPY 1,500 for adults and JPY 500 for children; it is closed on Wednesdays and open 10:00-17:00 otherwise.
Ramen Sen no Kaze serves ramen from 11:00 to 22:00, closed Mondays, about JPY 1,300 per person.
Hotel: Sakura Terrace, check in 15:00, check out 11:00, JPY 28,000 per room per night.
`;
  expect(await readDocument('kyoto.txt', text, '2027-04-01', '2027-04-05', 'JPY')).toEqual({
    'Nishiki Market': { kind: 'sight', price: 'JPY 0', hours: '09:00-18:00' },
    'Fushimi Inari Shrine': { kind: 'sight', price: 'JPY 0', hours: '00:00-00:00', stepFree: false },
    'Railway Museum': { kind: 'sight', price: 'JPY 1,500, child JPY 500', hours: '10:00-17:00 - 10:00-17:00' },
    'Ramen Sen no Kaze': { kind: 'meal', price: 'JPY 1,300', hours: '- 11:00-22:00' },
    'Sakura Terrace': { kind: 'lodging', price: 'night JPY 28,000 x ?', checkIn: '15:00', checkOut: '11:00' },
  });
});

it('reads a ticket of two columns, and a table with its sorts in one', async () => {
  const ticket = `<h1>Your order is confirmed</h1><table><tr><td>Attraction</td><td>London Eye</td></tr><tr><td>Date</td><td>14 August 2027</td></tr><tr><td>Time</td><td>11:15</td></tr><tr><td>Total paid</td><td>£118.00</td></tr></table><p>Please arrive 15 minutes early.</p>`;
  expect(await readDocument('tickets.html', ticket, '2027-08-13', '2027-08-16', 'GBP')).toEqual({
    'London Eye': { kind: 'sight', price: 'group GBP 118', booking: '2027-08-14 11:15' },
  });
  const table = `<h1>Places</h1><table><thead><tr><th>Place</th><th>Type</th><th>Opening times</th><th>Adult (€)</th><th>Child (€)</th><th>Wheelchair?</th></tr></thead><tbody><tr><td>Deutsches Museum</td><td>museum</td><td>daily 9:00–17:00</td><td>15</td><td>8</td><td>yes</td></tr><tr><td>Alter Peter</td><td>tower</td><td>Mon–Fri 9–18:30, weekends 10–18:30</td><td>5</td><td>3</td><td>no</td></tr></tbody></table>`;
  expect(await readDocument('places.html', table, '2027-05-01', '2027-05-04', 'EUR')).toEqual({
    'Deutsches Museum': { kind: 'sight', price: 'EUR 15, child EUR 8', hours: '09:00-17:00', stepFree: true },
    'Alter Peter': { kind: 'sight', price: 'EUR 5, child EUR 3', hours: '09:00-18:30 10:00-18:30', stepFree: false },
  });
});
