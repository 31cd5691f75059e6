import { ConsecutiveBreaker, circuitBreaker, handleAll } from 'cockatiel';
import type { AzureOpenAI } from 'openai';
import { PathfinderError } from '../../trips/pathfinder-error.ts';
import type { Embeddings, Urgency } from './embeddings.ts';

/** Texts in one request; 2,048 are allowed: https://learn.microsoft.com/azure/ai-services/openai/how-to/embeddings */
const BATCH = 256;
/** Characters of a text that are sent: about half of the 8,192 tokens that are allowed, in any script. */
const LONGEST = 4_000;
const FAILURES_TO_BREAK = 5;
const BREAK_MS = 15_000;
/** How often a request is sent again, after the pause that Azure asks for: a document can wait, a person not. */
const RETRIES: Readonly<Record<Urgency, number>> = { now: 1, later: 5 };

/** Pays for a request of at most so many tokens, made by `call`, which says how many they were. */
export type PayForTokens = <T>(
  most: number,
  urgency: Urgency,
  call: () => Promise<{ readonly result: T; readonly tokens: number }>,
) => Promise<T>;

export interface AzureOpenAiEmbeddings {
  readonly deployment: string;
  /** The model behind it, by which vectors are told apart and priced. */
  readonly name: string;
  /** Numbers in a vector; models of the third generation shorten theirs to what is wanted. */
  readonly dimensions: number;
  readonly timeoutMs: number;
  readonly pay: PayForTokens;
}

/** A deployment of an embedding model at Azure OpenAI. */
export const azureOpenAiEmbeddings = (
  client: AzureOpenAI,
  { deployment, name, dimensions, timeoutMs, pay }: AzureOpenAiEmbeddings,
): Embeddings => {
  const breaker = circuitBreaker(handleAll, {
    halfOpenAfter: BREAK_MS,
    breaker: new ConsecutiveBreaker(FAILURES_TO_BREAK),
  });

  const request = async (input: string[], urgency: Urgency): Promise<Float32Array[]> => {
    const bytes = input.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    // A token is at least one byte of text.
    return pay(bytes, urgency, async () => {
      const { data, usage } = await breaker.execute(() =>
        client.embeddings.create(
          { model: deployment, input, dimensions },
          { maxRetries: RETRIES[urgency], timeout: timeoutMs },
        ),
      );
      const vectors = data.toSorted((a, b) => a.index - b.index).map(({ embedding }) => unitLength(embedding));
      if (vectors.length !== input.length || vectors.some((vector) => vector.length !== dimensions))
        throw new Error(`${vectors.length} vectors of ${vectors[0]?.length} numbers for ${input.length} texts`);
      return { result: vectors, tokens: usage.total_tokens };
    });
  };

  const embed: Embeddings['embed'] = async (texts, urgency = 'now') => {
    const vectors: Float32Array[] = [];
    for (let from = 0; from < texts.length; from += BATCH) {
      const input = texts.slice(from, from + BATCH).map((text) => text.trim().slice(0, LONGEST) || '.');
      try {
        vectors.push(...(await request(input, urgency)));
      } catch (cause) {
        if (cause instanceof PathfinderError) throw cause;
        throw new PathfinderError('embedding-failed', 'Azure OpenAI made no vectors', cause);
      }
    }
    return vectors;
  };

  return {
    model: `${name}-${dimensions}`,
    dimensions,
    embed,
    ready: async () => {
      await embed(['ready?']);
    },
    close: async () => undefined,
  };
};

const unitLength = (values: readonly number[]): Float32Array => {
  const length = Math.hypot(...values);
  return Float32Array.from(values, (value) => (length === 0 ? 0 : value / length));
};
