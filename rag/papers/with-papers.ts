import type { Records } from '../../trips/records.ts';
import { cosine, type Embeddings } from '../embed/embeddings.ts';
import type { ReaderScope } from '../library.ts';
import type { Hit, IndexedName, IndexedPassage, Names, SearchIndex, Spread } from '../search-index.ts';
import { type Term, termsMeant, tokensOfAll } from '../words/terms.ts';
import { type Paper, papersFor } from './papers.ts';

/** Papers that are compared by meaning: those that share most words with the question. */
const MOST_COMPARED = 12;

/** A paper with its words, ready to be matched. */
interface Read {
  readonly paper: Paper;
  readonly tokens: ReadonlySet<string>;
}

const read = (paper: Paper): Read => ({
  paper,
  tokens: new Set(tokensOfAll(termsMeant([paper.name, paper.heading ?? '', ...paper.lines].join('\n')))),
});

/** Lists of names with those of papers behind them: the same list while neither changes. */
const combined = new WeakMap<Names, { readonly written: string; readonly names: Names }>();

/** An index for one question of one reader, in which the trip's own records answer beside its documents. */
export const withPapers = (
  index: SearchIndex,
  records: Records,
  embeddings: Embeddings,
  reader: ReaderScope,
): SearchIndex => {
  let reading: Promise<readonly Read[]> | undefined;
  const papers = (): Promise<readonly Read[]> => {
    reading ??= papersFor(records, reader).then((all) => all.map(read));
    return reading;
  };
  const together = (spread: Spread, papers: readonly Read[], tokens: readonly string[]): Spread => {
    const frequencies = new Map(spread.frequencies);
    for (const token of new Set(tokens)) {
      const found = papers.filter((one) => one.tokens.has(token)).length;
      if (found > 0) frequencies.set(token, (frequencies.get(token) ?? 0) + found);
    }
    return { passages: spread.passages + papers.length, frequencies };
  };

  const compared = async (
    papers: readonly Read[],
    terms: readonly Term[],
    vector: Float32Array,
  ): Promise<readonly Hit[]> => {
    const shares = papers
      .map(({ paper, tokens }) => ({
        paper,
        shared: terms.filter((term) => tokensOfAll([term]).some((token) => tokens.has(token))).length,
      }))
      .filter(({ shared }) => shared > 0)
      .sort((a, b) => b.shared - a.shared)
      .slice(0, MOST_COMPARED);
    // Asked for now, and so never written down: a family's wishes are in some of them.
    const vectors = await embeddings.embed(shares.flatMap(({ paper }) => paper.lines));
    const length = Math.hypot(...vector);
    let next = 0;
    return shares.map(({ paper }, ordinal) => ({
      passage: passageOf(paper, ordinal),
      cosines: paper.lines.map(() => {
        const own = vectors[next];
        next += 1;
        return own && length > 0 ? cosine(own, vector) / length : 0;
      }),
    }));
  };

  return {
    ...index,
    search: async (scope, query, limit) => {
      const [found, all] = await Promise.all([index.search(scope, query, limit), papers()]);
      const hits = await compared(all, query.terms, query.vector);
      return { hits: [...found.hits, ...hits], ...together(found, all, tokensOfAll(query.terms)) };
    },
    spread: async (scope, tokens) => {
      const [spread, all] = await Promise.all([index.spread(scope, tokens), papers()]);
      return together(spread, all, tokens);
    },
    names: async (scope) => {
      const [names, all] = await Promise.all([index.names(scope), papers()]);
      const own = all.flatMap(({ paper: { kind, name } }): readonly IndexedName[] =>
        kind === 'reservation' ? [{ name, passages: 1 }] : [],
      );
      if (own.length === 0) return names;
      const written = JSON.stringify(own);
      const known = combined.get(names);
      if (known?.written === written) return known.names;
      const together = [...names, ...own];
      combined.set(names, { written, names: together });
      return together;
    },
  };
};

const passageOf = ({ id, kind, name, heading, lines, recency }: Paper, ordinal: number): IndexedPassage => ({
  kind,
  recency,
  documentId: id,
  document: name,
  ordinal,
  heading,
  units: lines,
  spans: lines.map(() => [0, 0] as const),
});
