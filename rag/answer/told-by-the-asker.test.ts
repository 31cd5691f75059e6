import { askedPapers } from '../../test/asked-papers.ts';

const ask = askedPapers({
  'zipline.html':
    '<h1>Zipline Falco</h1><p>The forest course takes two hours and is wet.</p><p>Cards are not taken on the zipline.</p><table><tr><th>Who</th><th>Ticket</th></tr><tr><td>Adult</td><td>EUR 38</td></tr><tr><td>Youth 8-15</td><td>EUR 26</td></tr><tr><td>Under 8</td><td>EUR 12</td></tr></table>',
  'raft.md':
    '# Raft trip on the Oro\n\nGrown-ups EUR 44, 6 to 13 years EUR 29, little ones under 6 free.\n\nHelmets: eleven for adults, four for children from 20 kg, none for babies.',
  'inn.md': '# Inn Sorba\n\nThe garage costs EUR 9 a night; please reserve. Its gate is 1.95 m high.',
  'crew.md': '# Who comes\n\nPina: Rui, Eva, Tia (7, 1.21 m)',
});

describe('what the asker tells of somebody', () => {
  it('picks the price of their age from the rows of a list', async () => {
    expect(await ask("how much is the zipline for Nils, he's 11")).toMatch(/Youth 8-15.*EUR 26 \[1\]/);
    expect(await ask('how much is the zipline for Nils, he is 8')).toMatch(/Youth 8-15/);
  });

  it('finds the sentence that tells the price of their age, where whether they pay is asked', async () => {
    expect(await ask('does Ada pay on the raft trip? she is 4')).toMatch(/little ones under 6 free \[1\]/);
  });

  it('is held against the one height that something has, which stands behind the sentence of the thing', async () => {
    expect(await ask('will our camper fit in the garage of the inn, its 2.20 high')).toMatch(
      /^No, that is over 1\.95 m: .*garage.*1\.95 m high \[1\]/,
    );
    expect(await ask('will our car fit in the garage of the inn, its 1.60 high')).toMatch(
      /^Yes, that is under 1\.95 m/,
    );
  });

  it('is never denied by what another clause says of others', async () => {
    const said = await ask('Ben weighs 24 kg. does a raft helmet fit him');
    expect(said).toMatch(/from 20 kg/);
    expect(said).not.toMatch(/^No/);
  });
});

test('the price of an age that a paper tells stands with that paper', async () => {
  expect(await ask('how much is the zipline for Tia?')).toMatch(
    /Under 8 - Ticket: EUR 12 \[1\].*Tia \(7, 1\.21 m\) \[2\]/,
  );
});
