import { embeddingsContract } from './embeddings.contract.ts';
import { cosine } from './embeddings.ts';
import { localEmbeddings } from './local-embeddings.ts';

const embeddings = localEmbeddings({ workers: 1 });
afterAll(() => embeddings.close());

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

  embeddingsContract(() => embeddings);
});
