import type { IndexedPassage } from '../search-index.ts';

/** Out, or back again. */
export type Way = 'out' | 'back';

const PLACE = "\\p{Lu}[\\p{L}'’.-]+(?: \\p{Lu}[\\p{L}'’.-]+){0,2}";
const HOUR = '\\d{1,2}[:.]\\d\\d';
/** "From: Oslo; To: Rome" of a table, "Oslo 9:10 - Rome", "from Oslo to Rome". */
const LEGS: readonly RegExp[] = [
  new RegExp(`\\bfrom: (?<from>${PLACE})[^|;]*; to: (?<to>${PLACE})`, 'iu'),
  new RegExp(
    `(?<from>${PLACE})(?:,? ${HOUR})?(?: \\([^)]*\\))?(?: to | ?(?:->|→|>) ?| [-–] )(?:${HOUR},? )?(?<to>${PLACE})`,
    'u',
  ),
];

/** The two places that a line joins, in lower case, where it names them as a ticket does. */
export const legIn = (text: string): { readonly from: string; readonly to: string } | undefined => {
  for (const leg of LEGS) {
    const { from, to } = leg.exec(text)?.groups ?? {};
    if (from !== undefined && to !== undefined && from !== to)
      return { from: from.toLowerCase(), to: to.toLowerCase() };
  }
  return undefined;
};

const keyOf = ({ documentId, ordinal }: IndexedPassage, unit: number): string => `${documentId} ${ordinal} ${unit}`;

/**
 * Which lines of a ticket lead out and which back: of two that join the same places either way, a paper tells the way out
 * first. Nothing of those that come back nowhere.
 */
export const waysOf = (
  passages: readonly IndexedPassage[],
): ((passage: IndexedPassage, unit: number) => Way | undefined) => {
  const ways = new Map<string, Way>();
  for (const own of Map.groupBy(passages, ({ documentId }) => documentId).values()) {
    const legs = own
      .toSorted((a, b) => a.ordinal - b.ordinal)
      .flatMap((passage) =>
        passage.units.flatMap((text, unit) => {
          const leg = legIn(text);
          return leg ? [{ ...leg, key: keyOf(passage, unit) }] : [];
        }),
      );
    for (const [position, leg] of legs.entries()) {
      const isBack = ({ from, to }: typeof leg): boolean => from === leg.to && to === leg.from;
      if (legs.slice(0, position).some(isBack)) ways.set(leg.key, 'back');
      else if (legs.slice(position + 1).some(isBack)) ways.set(leg.key, 'out');
    }
  }
  return (passage, unit) => ways.get(keyOf(passage, unit));
};
