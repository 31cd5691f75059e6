import { askedPapers } from '../../test/asked-papers.ts';

const ask = askedPapers({
  'rail.md':
    '# Rail trip 71-B\n\n## Outbound\n\nSaturday 5 June 2027, train RX 10\n\nLinz 7:12, Trento 12:40\n\n## Return\n\nSunday 13 June 2027, train RX 11\n\nTrento 15:05, Linz 20:31\n\n## Conditions\n\nHalf is returned until 10 days before departure.',
  'rafts.html':
    '<h1>Skipper Bepi: rafts on the Adige</h1><h2>Long ride: both gorges</h2><p>Departure 8:45, back at 16:30.</p><h2>Short ride: one gorge</h2><p>Departure 13:15, back at 16:00.</p><p>Message us at +39 340 555 0199.</p>',
  'notes.txt': 'Notes for us\n\nAda: I booked canyoning for friday 11 june with Bepi, the long one\nTom: sun hats!',
  'tram.md':
    '# City tram\n\nLine 2 runs from the castle to the lake.\n\n## Fares\n\n| Ticket | Price |\n|---|---|\n| Single | EUR 1.90 |\n| Day ticket | EUR 5.20 |\n| Week ticket | EUR 17 |',
});

describe('what stands to something else as what was told does', () => {
  it('is the line of the same form under the heading beside it', async () => {
    const told = ['when does the train leave linz', 'Linz 7:12, Trento 12:40 [1].'];
    expect(await ask('and the one home?', told)).toMatch(/Trento 15:05, Linz 20:31 \[1\]/);
  });

  it('is the one of two that shares its words with what was told in the same breath', async () => {
    expect(await ask('what day is the canyoning and what time does the raft leave')).toMatch(
      /friday 11 june.*\[1\]\..*Departure 8:45/,
    );
  });
});

describe('a ticket of which it is not said which', () => {
  it('is each of the price list, as it stands there', async () => {
    expect(await ask('what does a ticket for the tram cost')).toMatch(/Single.*EUR 1\.90.*Day ticket.*EUR 5\.20/);
    expect(await ask('how much is a day ticket')).not.toContain('Single');
  });
});
