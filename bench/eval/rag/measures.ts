/** Ranks that count for the reciprocal rank. */
const RECIPROCAL_AT = 10;
const RECALL_AT = [5, 10, 50] as const;

const rounded = (value: number): number => Math.round(value * 1_000) / 1_000;

/** Means over the questions that have gold passages, to three places. A question without a ranking counts as nothing found. */
export const measure = (
  rankings: ReadonlyMap<string | number, readonly string[]>,
  gold: ReadonlyMap<string | number, ReadonlySet<string>>,
) => {
  let reciprocal = 0;
  let first = 0;
  const recall = new Map<number, number>(RECALL_AT.map((at) => [at, 0]));
  for (const [id, right] of gold) {
    const ranking = rankings.get(id) ?? [];
    const rank = ranking.slice(0, RECIPROCAL_AT).findIndex((found) => right.has(found));
    if (rank >= 0) reciprocal += 1 / (rank + 1);
    if (rank === 0) first += 1;
    for (const at of RECALL_AT) {
      const hits = new Set(ranking.slice(0, at).filter((found) => right.has(found))).size;
      recall.set(at, (recall.get(at) ?? 0) + hits / Math.max(1, right.size));
    }
  }
  const mean = (sum: number): number => rounded(gold.size === 0 ? 0 : sum / gold.size);
  return {
    'MRR@10': mean(reciprocal),
    'hit@1': mean(first),
    ...Object.fromEntries([...recall].map(([at, sum]) => [`recall@${at}`, mean(sum)])),
  };
};
