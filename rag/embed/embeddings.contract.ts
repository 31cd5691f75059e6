import { cosine, type Embeddings } from './embeddings.ts';

/** What every way to vectors promises. */
export const embeddingsContract = (open: () => Embeddings): void => {
  const first = async (text: string): Promise<Float32Array> => (await open().embed([text]))[0] ?? new Float32Array();

  it('are unit vectors of the promised size, even for nothing at all', async () => {
    const texts = ['Hello', '', '   ', '🙂 hello', 'many words '.repeat(500)];
    const vectors = await open().embed(texts);
    expect(vectors).toHaveLength(texts.length);
    for (const [at, vector] of vectors.entries()) {
      expect(vector).toHaveLength(open().dimensions);
      if (texts[at]?.trim()) expect(Math.hypot(...vector)).toBeCloseTo(1, 4);
    }
  });

  it('come in the order of their texts, and alone the same as in company', async () => {
    const texts = ['short', 'a rather longer sentence about breakfast in the garden', 'mid length here'];
    const together = await open().embed(texts, 'later');
    for (const [index, text] of texts.entries()) {
      expect(cosine(together[index] ?? new Float32Array(), await first(text))).toBeGreaterThan(0.9999);
    }
  });

  it('are none for no texts', async () => {
    expect(await open().embed([])).toEqual([]);
  });
};
