import { askedPapers } from '../../../test/asked-papers.ts';

const PAPERS: Readonly<Record<string, string>> = {
  'cottage.txt': [
    'Willow Cottage',
    '',
    'Booking no.: WC-4410',
    'Arrival: Friday, 9 July 2027, from 15:00',
    'Departure: Wednesday, 14 July 2027, until 10:00',
    'Tourist tax: EUR 2.20 per adult and night',
  ].join('\n'),
  'train.txt': [
    'Train      From       Dep.    To         Arr.',
    'IC 540     Basel      08:04   Milano     12:37',
    'RE 2016    Milano     13:20   Varenna    14:23',
  ].join('\n'),
  'ferry.md': [
    '# Lake ferry',
    '## Tickets',
    '| Ticket | One way | Return |',
    '|---|---|---|',
    '| Adult | EUR 4.60 | EUR 8 |',
    '| Child 4-12 | EUR 2.40 | EUR 4.20 |',
    '| Family (2+2) | EUR 12 | EUR 21 |',
    '',
    'A bicycle costs EUR 3.',
    '',
    '## Kiosk',
    '- Paella: rice, prawns, mussels, peas',
    '- Walnut strudel EUR 4',
    '',
    '## Beaches',
    '- Town beach: EUR 4, a slide',
    '- Reed beach: free, no lifeguard',
    '- Harbour beach: EUR 3, dogs welcome',
  ].join('\n'),
  'kids.md': [
    '# Who comes',
    'Allergies: Bo - hazelnut and walnut. Ilse - none, but no milk.',
    '',
    'Lynn (no gluten) and Noah (no peanuts) are noted.',
    '',
    'Heights: Bo 1.18 m, Ilse 1.43 m',
  ].join('\n'),
  'park.txt': [
    'Tree top park',
    '',
    'Minimum height 1.10 m for the blue course, 1.40 m for the black course.',
    'Zipline: 30 kg to 120 kg, closed shoes.',
    'The balance of the tree top park is due on 12 June 2027.',
    'The tree top park is on platform 5.',
  ].join('\n'),
  'leaflet.txt': 'Trees and more\n\nGo to the tree top park by bus: it is on platform 7.',
  'lake.ics': [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//example//EN',
    ...event('1', '20270711T183000', '20270711T201500', 'Sunset cruise'),
    ...event('2', '20270713T090000', '20270713T120000', 'Climbing park'),
    'END:VCALENDAR',
  ].join('\r\n'),
};

function event(uid: string, start: string, end: string, summary: string): readonly string[] {
  return ['BEGIN:VEVENT', `UID:${uid}`, `DTSTART:${start}`, `DTEND:${end}`, `SUMMARY:${summary}`, 'END:VEVENT'];
}

const ask = askedPapers(PAPERS);

describe('what no sentence says and several together do', () => {
  it('counts the nights between the days of a booking', async () => {
    expect(await ask('how many nights are we at the cottage')).toBe(
      'Willow Cottage - Arrival: Friday, 9 July 2027, from 15:00 [1]. Departure: Wednesday, 14 July 2027, until 10:00 [1]. 9 July 2027 to 14 July 2027 = 5 nights [1].',
    );
  });

  it('counts how long a change of trains is, and how long one runs', async () => {
    expect(await ask('how long is our layover in milano')).toMatch(/ 12:37 to 13:20 = 43 min \[1\]\.$/);
    expect(await ask('how long does the train from basel take')).toMatch(/ 08:04 to 12:37 = 4 h 33 min \[1\]\.$/);
  });

  it('counts how long an entry of a calendar lasts', async () => {
    expect(await ask('how long is the climbing park')).toMatch(/ 09:00 to 12:00 = 3 h \[1\]\.$/);
  });

  it('adds up what each of a party pays in the column that is asked for, and tells of the ticket for all', async () => {
    const answer = await ask('what do 2 adults and 1 child pay for the ferry one way');
    expect(answer).toMatch(/^Family \(2\+2\) - One way: EUR 12/);
    expect(answer).toMatch(/ 2 x EUR 4\.60 \+ 1 x EUR 2\.40 = EUR 11\.60 \[1\]\.$/);
  });

  it('adds up nothing where the column may be either', async () => {
    expect(await ask('what do 2 adults and 1 child pay for the ferry')).not.toContain('=');
  });

  it('multiplies a price by all that it is paid for, and not by half of it', async () => {
    expect(await ask('how much is the tourist tax for 3 adults for 5 nights')).toMatch(
      / 3 x 5 x EUR 2\.20 = EUR 33\.00 \[1\]\.$/,
    );
    expect(await ask('how much is the tourist tax for 3 adults')).not.toContain('=');
  });

  it('finds the cheapest of a list, of which one is free', async () => {
    expect(await ask('which is the cheapest beach')).toMatch(/^The cheapest of those listed: .*Reed beach: free/);
    expect(await ask('which is the most expensive beach')).toMatch(/^The most expensive .*Town beach: EUR 4/);
  });

  it('finds the earliest row of a table', async () => {
    expect(await ask('which is the earliest train')).toMatch(/^The earliest of those listed: .*IC 540/);
  });

  it('tells which of two is first', async () => {
    expect(await ask('is the sunset cruise before the climbing park')).toMatch(
      /^Yes: .* 11 July 2027, 18:30 is earlier than 13 July 2027, 09:00 \[1\]\.$/,
    );
    expect(await ask('is the sunset cruise after the climbing park')).toMatch(/^No: /);
  });

  it('warns of what a paper names and somebody avoids, and declares nothing safe', async () => {
    expect(await ask('can Bo eat the walnut strudel')).toMatch(
      /^Careful, it names walnut: .*Walnut strudel EUR 4 \[1\]\. Allergies: Bo - hazelnut and walnut\..*\[2\]\.$/,
    );
    expect(await ask('can Ilse eat the paella')).toMatch(
      /^It does not name milk, which does not make it safe, so ask the kitchen: .*Paella: rice/,
    );
    expect(await ask('is the paella ok for a vegetarian')).toMatch(/^Careful, it names prawns and mussels: /);
    expect(await ask('can Noah eat the paella')).toMatch(/^It does not name peanuts, /);
    expect(await ask('can Tom eat the paella')).not.toMatch(/Careful|name/);
    expect(await ask('can Bo eat the goulash')).toBe('');
  });

  it('holds somebody against the limit of several that is asked about, and against both ends of a range', async () => {
    expect(await ask('can Bo do the black course')).toMatch(/^No, Bo is under 1\.40 m: /);
    expect(await ask('can Bo do the blue course')).toMatch(/^Bo is over 1\.10 m: /);
    expect(await ask('is 25 kg enough for the zipline')).toMatch(/^No, that is under 30 kg: /);
    expect(await ask('is 50 kg enough for the zipline')).toMatch(/^Yes, that is between 30 kg and 120 kg: /);
  });

  it('names the day of the week of a day', async () => {
    expect(await ask('on which day is the balance of the tree top park due')).toMatch(
      / 12 June 2027 is a Saturday \[1\]\.$/,
    );
  });

  it('tells what another paper says of the same thing against it', async () => {
    expect(await ask('which platform is the tree top park on')).toMatch(
      /platform [57].* \[1\]\. But (?:park|leaflet)\.txt says: .*platform [57]\b.*\[2\]\.$/,
    );
  });

  it('compares nothing that is not listed', async () => {
    expect(await ask('which is the cheapest sauna')).toBe('');
    expect(await ask('how many nights are we at the lighthouse')).not.toContain('=');
  });
});
