import type { Finding, Library } from '../../../rag/library.ts';
import type { Passage } from './cases.ts';

/** Letters and digits: what taking a text in neither adds nor drops. */
const SIGN = /[\p{L}\p{N}]/u;
const countSigns = (text: string): number => [...text].filter((sign) => SIGN.test(sign)).length;

/** A document, and for each passage in it how many of the document's letters and digits come before its end. */
interface Shelved {
  readonly text: string;
  readonly ends: readonly { readonly id: string; readonly end: number }[];
}

/**
 * Gives the passages to the library as people would: a text file for each title, a paragraph for each passage. The
 * answer says which passages the findings stand in, in their order, each once.
 */
export const shelve = async (
  library: Library,
  tripId: string,
  passages: readonly Passage[],
): Promise<(found: readonly Finding[]) => readonly string[]> => {
  const shelved = new Map<string, Shelved>();
  for (const [title, own] of Map.groupBy(passages, (passage) => passage.title)) {
    const added = await library.add({
      tripId,
      name: `${title}.txt`,
      bytes: new TextEncoder().encode(own.map(({ text }) => text.replace(/\s+/g, ' ')).join('\n\n')),
      scope: 'trip',
      familyId: 'family_eval',
      addedBy: 'user_eval',
    });
    if (!added.ok) throw new Error(`${title}: ${added.detail}`);
    let end = 0;
    const ends = own.map(({ id, text }) => {
      end += countSigns(text);
      return { id, end };
    });
    shelved.set(added.document.id, { text: (await library.text(added.document)) ?? '', ends });
  }
  return (found) => [
    ...new Set(
      found.flatMap(({ documentId, span: [start, end] }) => {
        const document = shelved.get(documentId);
        if (!document) return [];
        const middle = countSigns(document.text.slice(0, (start + end) / 2));
        return document.ends.find((passage) => passage.end > middle)?.id ?? [];
      }),
    ),
  ];
};
