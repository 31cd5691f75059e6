import { askedPapers } from '../../test/asked-papers.ts';

const ask = askedPapers({
  'gorge.txt': [
    'Gorge rafting with Vidra',
    '',
    'Rafts go at 9:30, 12:00 and 14:30 from May to September.',
    'Be there 40 minutes early.',
    'The tour of the gorge takes three hours.',
    'Wet suits and helmets are lent.',
  ].join('\n'),
  'castle.html': '<h1>Castle Ardo</h1><h2>Opening hours</h2><p>Tuesday to Sunday 10:00 to 17:00.</p><h1>Zoo Lesna</h1>',
  'zoo.txt':
    'Zoo Lesna\n\nLast entry is an hour before the end of the day.\n\nOpening times: daily from 8:30 to 18:30.',
  'week.ics': [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//example//EN',
    'BEGIN:VEVENT',
    'UID:1',
    'DTSTART:20270811T120000',
    'DTEND:20270811T153000',
    'SUMMARY:Gorge rafting',
    'LOCATION:Vidra hut\\, Lower Road 4\\, Lesna',
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n'),
  'menu.txt': 'The Heron, lake menu\n\nFish soup cup / bowl ........ 7 / 11\nPerch in batter ........ 19',
});

describe('what is asked of a thing that is booked', () => {
  it('is told by the line in which its own entry says when it is, not by what a leaflet says of every day', async () => {
    for (const question of ['when is our gorge rafting?', 'what day is the gorge rafting'])
      expect(await ask(question)).toMatch(/^[^[]*Starts: Wednesday 11 August 2027, 12:00[^[]*\[1\]/);
  });

  it('is told by the line in which its own entry says where', async () => {
    expect(await ask('where is the gorge rafting')).toMatch(/^[^[]*Where: Vidra hut, Lower Road 4, Lesna \[1\]/);
  });

  it('is something else where more than when is asked', async () => {
    expect(await ask('how early do we have to be there for the rafting')).toMatch(/40 minutes early \[1\]/);
    expect(await ask('how long is the tour of the gorge')).toMatch(/three hours \[1\]/);
  });

  it('is asked of two in one breath, each of its own', async () => {
    expect(await ask('when is the gorge rafting and how early should we be there')).toMatch(
      /11 August 2027, 12:00.*40 minutes early/,
    );
    expect(await ask('when does the castle open and when does the zoo')).toMatch(/10:00 to 17:00.*8:30 to 18:30/);
    expect(await ask('wet suits for the rafting? and is there perch in batter at the heron?')).toMatch(
      /Wet suits.*\[1\].*Perch in batter.*\[2\]/,
    );
  });
});

describe('a thing that is called by its name', () => {
  const askStay = askedPapers({
    'hotel.txt':
      'Hotel Lindero\n\nArrival and departure\n\nCheck-in is from 15:20, at the side door.\nCheck-out is until 11:00.',
    'notes.txt': 'Our notes\n\nOur flight TP 901 lands on Fri 11 Jun at 12:10, terminal 1.\nThe tram is EUR 3.20 each.',
  });

  it('is told by its own line, and not by the moment of its kin', async () => {
    for (const question of ['what time is check-in', 'when is check-in?'])
      expect(await askStay(question)).toMatch(/^Check-in is from 15:20/);
    expect(await askStay('when do we land')).toBe('Our flight TP 901 lands on Fri 11 Jun at 12:10, terminal 1 [1].');
  });
});

describe('a price list without a currency', () => {
  it('tells what a thing costs, also where it is asked whether that is dear', async () => {
    expect(await ask('is the fish soup expensive?')).toMatch(/Fish soup.*7 \/ 11 \[1\]/);
    expect(await ask('how much is the perch')).toMatch(/Perch in batter.*19 \[1\]/);
  });
});
