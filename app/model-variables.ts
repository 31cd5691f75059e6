import { z } from 'zod';
import { farEnd, list, type Variables } from './setting-shapes.ts';

/** The providers that need no plugin. */
export const PROVIDERS = ['azure-openai', 'openai', 'claude', 'gemini'] as const;
export type ProviderName = (typeof PROVIDERS)[number];

const dollars = (usual: number) => z.coerce.number().min(0).max(1_000_000).default(usual);

/** `name=input/output,…`: US dollars for a million tokens. */
const prices = list.transform((entries, context) => {
  const read = entries.map((entry) => /^([\w.:/-]+)=(\d+(?:\.\d+)?)\/(\d+(?:\.\d+)?)$/.exec(entry));
  if (read.some((one) => one === null)) {
    context.addIssue('write name=input/output, e.g. my-model=0.15/0.60');
    return z.NEVER;
  }
  return new Map(read.map((one) => [one?.[1] ?? '', { input: Number(one?.[2]), output: Number(one?.[3]) }]));
});

/** The settings of language models. */
export const MODEL_VARIABLES = {
  MODELS: {
    schema: list.default([]),
    about:
      'language models in the order they are asked, comma-separated: azure-openai, openai, claude, gemini, and those of plugins by name; empty: answers are quoted from documents, by rules alone',
  },
  MODEL_TIMEOUT_MS: {
    schema: z.coerce.number().int().min(100).max(600_000).default(20_000),
    about: 'how long one answer of a model may take before the next one is asked',
  },
  MODEL_PRICES: {
    schema: prices.optional(),
    about: 'prices of models that are not listed, or not any more: name=input/output in US dollars a million tokens',
  },
  MODEL_TRANSCRIPT_DAYS: {
    schema: z.coerce.number().int().min(0).max(90).default(7),
    about:
      'how many days what models were asked and said is kept, sealed and without numbers, addresses, secrets and names of children, for `npm run transcripts`; 0 keeps nothing',
  },
  AI_BUDGET_USER_USD: { schema: dollars(0.5), about: 'US dollars that models may cost a day for one person' },
  AI_BUDGET_TRIP_USD: { schema: dollars(2), about: 'US dollars that models may cost for one trip in all' },
  AI_BUDGET_PLATFORM_USD: {
    schema: dollars(10),
    about: 'US dollars that models may cost a day for everybody together',
  },
  OPERATOR_WEBHOOK_URL: {
    schema: farEnd.optional(),
    about: 'told, as JSON with a text, when a budget for models passes 50, 80 or 100 percent',
  },
  AZURE_COST_SCOPE: {
    schema: z
      .string()
      .regex(/^(\/subscriptions\/[\w-]+(\/resourceGroups\/[\w.()-]+)?)?$/i, '/subscriptions/…[/resourceGroups/…]')
      .default(''),
    about:
      'subscription or resource group whose bill of this month is watched through Azure Cost Management, with the identity of this process; empty watches nothing',
  },
  AZURE_COST_LIMIT: {
    schema: z.coerce.number().positive().optional(),
    about: "from this bill on, in the billing account's currency, no model is asked until the month ends",
  },
  AZURE_COST_CHECK_MINUTES: {
    schema: z.coerce.number().min(5).max(1_440).default(60),
    about: 'how often it is asked for; Azure itself is hours behind',
  },
  AZURE_MANAGEMENT_ENDPOINT: {
    schema: farEnd.default('https://management.azure.com'),
    about: 'Azure Resource Manager (sovereign clouds, tests)',
  },
  AZURE_OPENAI_ENDPOINT: {
    schema: farEnd.optional(),
    about: 'the Azure OpenAI resource, with azure-openai in MODELS or EMBEDDINGS',
  },
  AZURE_OPENAI_KEY: {
    schema: z.string().default(''),
    about: "its key; empty signs in with the process's managed identity",
  },
  AZURE_OPENAI_DEPLOYMENT: { schema: z.string().default(''), about: 'deployment of the larger model' },
  AZURE_OPENAI_MODEL: { schema: z.string().default('gpt-4o'), about: 'the model behind it, for its price' },
  AZURE_OPENAI_SMALL_DEPLOYMENT: {
    schema: z.string().default(''),
    about: 'deployment of the smaller model; the larger one when empty',
  },
  AZURE_OPENAI_SMALL_MODEL: { schema: z.string().default('gpt-4o-mini'), about: 'the model behind that' },
  AZURE_OPENAI_EMBEDDING_DEPLOYMENT: {
    schema: z.string().default(''),
    about: 'deployment of the embedding model, with EMBEDDINGS=azure-openai',
  },
  AZURE_OPENAI_EMBEDDING_MODEL: {
    schema: z.string().min(1).default('text-embedding-3-small'),
    about: 'the model behind it, for its price',
  },
  AZURE_OPENAI_EMBEDDING_DIMENSIONS: {
    schema: z.coerce.number().int().min(64).max(3_072).multipleOf(8).default(512),
    about: 'numbers in a vector: the fewer, the smaller the index',
  },
  OPENAI_BASE_URL: {
    schema: farEnd.optional(),
    about: 'a server that speaks like OpenAI, with openai in MODELS; api.openai.com when empty',
  },
  OPENAI_API_KEY: { schema: z.string().default(''), about: 'its key' },
  OPENAI_MODEL: { schema: z.string().default('gpt-4o'), about: 'the larger model' },
  OPENAI_SMALL_MODEL: { schema: z.string().default('gpt-4o-mini'), about: 'the smaller model' },
  ANTHROPIC_BASE_URL: { schema: farEnd.optional(), about: 'where Claude is reached; api.anthropic.com when empty' },
  ANTHROPIC_API_KEY: { schema: z.string().default(''), about: 'key for claude in MODELS' },
  CLAUDE_MODEL: { schema: z.string().default('claude-sonnet-4-5'), about: 'the larger model' },
  CLAUDE_SMALL_MODEL: { schema: z.string().default('claude-haiku-4-5'), about: 'the smaller model' },
  GEMINI_BASE_URL: {
    schema: farEnd.optional(),
    about: 'where Gemini is reached; generativelanguage.googleapis.com when empty',
  },
  GEMINI_API_KEY: { schema: z.string().default(''), about: 'key for gemini in MODELS' },
  GEMINI_MODEL: { schema: z.string().default('gemini-2.5-flash'), about: 'the larger model' },
  GEMINI_SMALL_MODEL: { schema: z.string().default('gemini-2.5-flash-lite'), about: 'the smaller model' },
} as const satisfies Variables;

/** What must be set for a provider in MODELS. */
export const NEEDED_BY = {
  'azure-openai': ['AZURE_OPENAI_ENDPOINT', 'AZURE_OPENAI_DEPLOYMENT'],
  // A server of one's own may need no key.
  openai: ['OPENAI_MODEL'],
  claude: ['ANTHROPIC_API_KEY'],
  gemini: ['GEMINI_API_KEY'],
} as const satisfies Readonly<Record<ProviderName, readonly (keyof typeof MODEL_VARIABLES)[]>>;
