import { localEmbeddings } from '../rag/embed/local-embeddings.ts';
import { type OpenedLibrary, openedLibrary } from './opened-library.ts';

/** Puts papers into one trip's library, by name, their texts or what makes their bytes, before the tests of a file; asks it with the vectors of the product, after what was said before (oldest first). Resolves with the answer, or `''` where there is none. */
export const askedPapers = (
  papers: Readonly<Record<string, string | (() => Promise<Uint8Array>)>>,
): ((text: string, history?: readonly string[]) => Promise<string>) => {
  let opened: OpenedLibrary;
  beforeAll(async () => {
    opened = openedLibrary(localEmbeddings({ workers: 1 }));
    for (const [name, paper] of Object.entries(papers)) {
      const bytes = typeof paper === 'string' ? new TextEncoder().encode(paper) : await paper();
      await opened.library.add({
        ...{ tripId: 'trip_a', name, bytes, scope: 'trip' },
        ...{ familyId: 'family_a', addedBy: 'user_a' },
      });
    }
  });
  afterAll(() => opened.close());
  return async (text, history = []) => {
    const answer = await opened.library.ask({ text, scope: { tripId: 'trip_a', familyId: undefined }, history });
    return answer.found ? answer.text : '';
  };
};
