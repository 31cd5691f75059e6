import { type OpenedLibrary, openedLibrary } from '../../test/opened-library.ts';
import { localEmbeddings } from '../embed/local-embeddings.ts';

const PAPERS = {
  'inn.md':
    '# Inn Corvo\n\nBreakfast is served from 7:30 to 10:00.\n\nParking in the yard costs EUR 11 a night.\n\nDogs sleep in the stable.\n\nReach the inn by phone at +351 291 555 014.',
  'cave.html':
    '<h1>Cave Lupa</h1><p>Guided tours of the cave leave at 11:00 and 15:00.</p><p>Write to the guide of the cave or ring +351 291 555 093.</p><p>Prams cannot go down the steps.</p><p>Dogs wait outside the gate.</p>',
};

let opened: OpenedLibrary;
beforeAll(async () => {
  opened = openedLibrary(localEmbeddings({ workers: 1 }));
  for (const [name, text] of Object.entries(PAPERS))
    await opened.library.add({
      ...{ tripId: 'trip_a', name, bytes: new TextEncoder().encode(text), scope: 'trip' },
      ...{ familyId: 'family_a', addedBy: 'user_a' },
    });
});
afterAll(() => opened.close());
const ask = (text: string) =>
  opened.library.ask({ text, scope: { tripId: 'trip_a', familyId: undefined }, history: [], nearest: 2 });

describe('a question of which a part is answered', () => {
  it('says which part is not, where the two are asked in one breath', async () => {
    expect(await ask('how much is parking at the inn and the helicopter')).toMatchObject({
      found: true,
      text: 'Parking in the yard costs EUR 11 a night [1].',
      unanswered: [expect.stringContaining('helicopter')],
    });
  });

  it('has what stands nearest to the other part with marks of its own, and never what was told', async () => {
    const answer = await ask('when is breakfast at the inn? can the buggy be left in the cave?');
    expect(answer).toMatchObject({ found: true, text: 'Breakfast is served from 7:30 to 10:00 [1].' });
    expect(answer.found && answer.nearest).toMatchObject({
      text: 'Cave Lupa: Prams cannot go down the steps [2].',
      citations: [{ n: 2, document: 'cave.html' }],
    });
  });

  it('is no half sentence about the second of two people', async () => {
    expect(await ask('what did carlo and marta pay on the boat')).toMatchObject({ found: false });
  });
});

test('of two things that are not found, the lines that stand nearest are one for each', async () => {
  const answer = await ask('is a buggy allowed in the cave or a hound in the stable');
  const near = !answer.found && answer.nearest ? answer.nearest.citations.map(({ document }) => document) : [];
  expect(near.toSorted()).toEqual(['cave.html', 'inn.md']);
});

test('what is asked "of" each of two is asked twice', async () => {
  const answer = await ask("what's the phone of the inn and of the guide of the cave");
  expect(answer.found && answer.text).toMatch(/291 555 014.*291 555 093/);
});

test('what is asked of the second thing need not be said again', async () => {
  const answer = await ask('when do they serve breakfast at the inn and when the tours');
  expect(answer.found && answer.text).toMatch(/7:30 to 10:00.*11:00 and 15:00/);
});
