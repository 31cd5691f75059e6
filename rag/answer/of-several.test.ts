import { askedPapers } from '../../test/asked-papers.ts';

const ask = askedPapers({
  'inn.md': '# Inn Orzo\n\nCheck-in is from 15:00, check-out by 10:30.\n\nDogs may stay for EUR 6 a night.',
  'flat.txt': 'Flat Rivo\nYou can move in from 14:30; please be out by 9:00.\nPets are not accepted in the flat.',
  'slides.html':
    '<h1>Slide park Zimo</h1><p>Under 5s enter free, everybody else pays EUR 16.</p><table><tr><th>Slide</th><th>Height from</th></tr><tr><td>Comet</td><td>1.30 m</td></tr><tr><td>Meteor</td><td>1.45 m</td></tr></table><p>The jungle house is for children from 3 to 7 years.</p>',
  'crew.md': '# Who comes\n\nMoreau: Luc, Aude, Remi (9, 1.36 m), Lise (4, 1.02 m)',
});

describe('what is asked of several', () => {
  it('is told of each place that is stayed at, with its paper', async () => {
    expect(await ask('check-out times of both places')).toMatch(/10:30 \[1\].*9:00 \[2\]/);
    expect(await ask('when is check-out in each of the places we stay')).toMatch(/10:30 \[1\].*9:00 \[2\]/);
  });

  it('is no matter of places where days or people are meant', async () => {
    expect(await ask('are both kids allowed in the flat every day')).not.toMatch(/10:30/);
  });
});

describe('a rule that is asked about for somebody', () => {
  it('stands beside the paper that tells their height, with what follows', async () => {
    expect(await ask('can remi do the comet')).toMatch(
      /^Remi is over 1\.30 m: Comet.*1\.30 m.*\[1\].*Remi \(9, 1\.36 m\)/,
    );
    expect(await ask('is remi tall enough for the meteor?')).toMatch(/^Remi is under 1\.45 m: Meteor.*\[1\].*\[2\]/);
  });

  it('stands beside their age', async () => {
    expect(await ask('does lise pay at the slide park')).toMatch(/Under 5s enter free.*\[1\].*Lise \(4/);
    expect(await ask('is remi the right age for the jungle house?')).toMatch(/Remi is over 7 years: .*3 to 7 years/);
  });
});
