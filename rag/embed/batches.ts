/** Texts beyond this are cut: the model's cost grows with the square of the length and its sense does not. */
export const MAX_EMBEDDED_CHARACTERS = 600;
/** Every text of a batch costs as much as its longest; this many characters take a thread about 60 ms. */
const BATCH_CHARACTERS = 900;
const BATCH_TEXTS = 24;

/** Positions of the texts, grouped so that a batch holds texts of like length and keeps a thread for a moment only. */
export const batchesOf = (texts: readonly string[]): readonly (readonly number[])[] => {
  const order = texts.map((_, index) => index).sort((a, b) => (texts[a]?.length ?? 0) - (texts[b]?.length ?? 0));
  const batches: number[][] = [];
  let batch: number[] = [];
  for (const index of order) {
    const length = Math.min(texts[index]?.length ?? 0, MAX_EMBEDDED_CHARACTERS);
    if (batch.length > 0 && (batch.length >= BATCH_TEXTS || length * (batch.length + 1) > BATCH_CHARACTERS)) {
      batches.push(batch);
      batch = [];
    }
    batch.push(index);
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
};
