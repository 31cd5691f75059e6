import { cachedEmbeddings } from '../rag/embed/cached-embeddings.ts';
import { cosine } from '../rag/embed/embeddings.ts';
import { localEmbeddings } from '../rag/embed/local-embeddings.ts';
import { shippedVectors, withShipped } from '../rag/embed/shipped-vectors.ts';
import { EXAMPLE_VECTORS, exampleTexts } from './example-vectors.ts';

describe('the vectors that come with the product', () => {
  const local = localEmbeddings({ workers: 1 });
  afterAll(() => local.close());
  const shipped = shippedVectors(EXAMPLE_VECTORS, local.dimensions);
  const embeddings = (asked: string[]) =>
    cachedEmbeddings(
      {
        ...local,
        embed: async (texts) => {
          asked.push(...texts);
          return texts.map(() => new Float32Array(local.dimensions));
        },
      },
      withShipped(shipped, { get: async () => new Map(), remove: async () => undefined, put: async () => undefined }),
    );

  test('should be there for every saying that skills are known by; `npm run docs:vectors` writes them', async () => {
    const asked: string[] = [];
    await embeddings(asked).embed(exampleTexts(), 'later');
    expect(asked).toEqual([]);
  });

  test('should mean what the model makes of the same words', async () => {
    const few = exampleTexts().filter((_, index) => index % 100 === 0);
    const [kept, made] = [await embeddings([]).embed(few, 'later'), await local.embed(few)];
    for (const [index, vector] of kept.entries()) {
      expect(cosine(vector, made[index] ?? new Float32Array())).toBeGreaterThan(0.999);
    }
  });
});
