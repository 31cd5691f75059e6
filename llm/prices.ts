import { PathfinderError } from '../trips/pathfinder-error.ts';
import type { TokenUsage } from './model.ts';

/** What a model costs, in US dollars for a million tokens. */
export interface Price {
  readonly input: number;
  readonly output: number;
}

/** The providers' published list prices of 2025, in US dollars for a million tokens. MODEL_PRICES adds to them and wins over them. */
export const LIST_PRICES: Readonly<Record<string, Price>> = {
  'gpt-4o': { input: 2.5, output: 10 },
  'gpt-4o-mini': { input: 0.15, output: 0.6 },
  'gpt-4.1': { input: 2, output: 8 },
  'gpt-4.1-mini': { input: 0.4, output: 1.6 },
  'gpt-4.1-nano': { input: 0.1, output: 0.4 },
  'claude-sonnet-4-5': { input: 3, output: 15 },
  'claude-haiku-4-5': { input: 1, output: 5 },
  // Embeddings have no output.
  'text-embedding-3-small': { input: 0.02, output: 0 },
  'text-embedding-3-large': { input: 0.13, output: 0 },
  'gemini-2.5-pro': { input: 1.25, output: 10 },
  'gemini-2.5-flash': { input: 0.3, output: 2.5 },
  'gemini-2.5-flash-lite': { input: 0.1, output: 0.4 },
};

/** A model's price; throws `configuration` for one that nobody has priced, since it could not be kept within a budget. */
export const priceOf = (name: string, further: ReadonlyMap<string, Price>): Price => {
  const price = further.get(name) ?? LIST_PRICES[name];
  if (price) return price;
  throw new PathfinderError('configuration', `MODEL_PRICES: name what ${name} costs, e.g. ${name}=0.15/0.60`);
};

/** Money is counted in millionths of a US dollar here: whole numbers, rounded up, so that nothing is lost below a cent. */
export type MicroDollars = number;

/** What so many tokens cost. A dollar for a million tokens is a millionth of a dollar for one. */
export const costOf = ({ input, output }: Price, { inputTokens, outputTokens }: TokenUsage): MicroDollars =>
  Math.ceil(inputTokens * input + outputTokens * output);
