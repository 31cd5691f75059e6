import { localEmbeddings } from '../rag/embed/local-embeddings.ts';
import { type OpenedLibrary, openedLibrary } from './opened-library.ts';

/** Puts texts into one trip's library, by name, before the tests of a file; asks it with the vectors of the product, after what was said before (oldest first). Resolves with the answer, or `''` where there is none. */
export const askedPapers = (
  papers: Readonly<Record<string, string>>,
): ((text: string, history?: readonly string[]) => Promise<string>) => {
  let opened: OpenedLibrary;
  beforeAll(async () => {
    opened = openedLibrary(localEmbeddings({ workers: 1 }));
    for (const [name, text] of Object.entries(papers))
      await opened.library.add({
        ...{ tripId: 'trip_a', name, bytes: new TextEncoder().encode(text), scope: 'trip' },
        ...{ familyId: 'family_a', addedBy: 'user_a' },
      });
  });
  afterAll(() => opened.close());
  return async (text, history = []) => {
    const answer = await opened.library.ask({ text, scope: { tripId: 'trip_a', familyId: undefined }, history });
    return answer.found ? answer.text : '';
  };
};
