import { cosine } from './embeddings.ts';
import { localEmbeddings } from './local-embeddings.ts';

const embeddings = localEmbeddings({ workers: 1 });
afterAll(() => embeddings.close());

const first = async (text: string): Promise<Float32Array> => (await embeddings.embed([text]))[0] ?? new Float32Array();

describe('local embeddings', () => {
  it('put a paraphrase nearer than a sentence about something else', async () => {
    const [question, paraphrase, other] = await embeddings.embed([
      'May we bring our dog?',
      'Pets are not allowed in the building.',
      'The ferry leaves from pier four at noon.',
    ]);
    if (!question || !paraphrase || !other) throw new Error('a vector is missing');
    expect(cosine(question, paraphrase)).toBeGreaterThan(cosine(question, other) + 0.1);
  });

  it('are unit vectors of the promised size, even for nothing at all', async () => {
    for (const vector of await embeddings.embed(['Hello', '', '   ', '🙂', 'x'.repeat(5_000)])) {
      expect(vector).toHaveLength(embeddings.dimensions);
      expect(Math.hypot(...vector)).toBeCloseTo(1, 4);
    }
  });

  it('come in the order of their texts, and alone the same as in company', async () => {
    const texts = ['short', 'a rather longer sentence about breakfast in the garden', 'mid length here'];
    const together = await embeddings.embed(texts, 'later');
    for (const [index, text] of texts.entries()) {
      expect(cosine(together[index] ?? new Float32Array(), await first(text))).toBeGreaterThan(0.9999);
    }
  });
});
