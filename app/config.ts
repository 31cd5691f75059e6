import { z } from 'zod';
import { PathfinderError } from '../trips/pathfinder-error.ts';
import { DOOR_VARIABLES } from './door-variables.ts';
import { MODEL_VARIABLES, NEEDED_BY, PROVIDERS } from './model-variables.ts';
import { farEnd, flag, key, LOOPBACK, list, namedKeys, redisUrl, type Variables } from './setting-shapes.ts';

/** One entry per variable: its schema, an example for `.env.example`, and what it is for. */
export const VARIABLES = {
  NODE_ENV: {
    schema: z.enum(['development', 'test', 'production']).default('development'),
    about: 'production refuses dev sign-in, unsigned webhooks, the simulator and default secrets',
  },
  PORT: {
    schema: z.coerce.number().int().min(0).max(65535).default(3978),
    about: 'port of the server; 0 lets the system choose',
  },
  HOST: {
    schema: z.string().default('127.0.0.1'),
    about: 'address to listen on; development sign-in and the simulator work on loopback only',
  },
  PUBLIC_URL: {
    schema: farEnd.optional(),
    about: 'how the world reaches this server: signed webhooks and shared links are made of it',
  },
  DATA_DIR: { schema: z.string().min(1).default('./data'), about: 'everything the embedded defaults write' },
  LOG_LEVEL: {
    schema: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
    about: 'least severe log line that is written',
  },
  STORE: {
    schema: z.enum(['sqlite', 'cosmos']).default('sqlite'),
    about: 'where trips are kept: one file in DATA_DIR, or an Azure Cosmos DB container',
  },
  COSMOS_ENDPOINT: { schema: farEnd.optional(), about: 'the Cosmos DB account, with STORE=cosmos' },
  COSMOS_KEY: { schema: z.string().default(''), about: 'its primary or secondary key' },
  COSMOS_DATABASE: { schema: z.string().min(1).default('pathfinder'), about: 'database in it; made when not there' },
  COSMOS_CONTAINER: { schema: z.string().min(1).default('entities'), about: 'container in that; made when not there' },
  SEARCH: {
    schema: z.enum(['sqlite', 'azure']).default('sqlite'),
    about: 'where document passages are searched: the file in DATA_DIR, or Azure AI Search',
  },
  AZURE_SEARCH_ENDPOINT: { schema: farEnd.optional(), about: 'the Azure AI Search service, with SEARCH=azure' },
  AZURE_SEARCH_KEY: {
    schema: z.string().default(''),
    about: 'an admin key of it; without one the managed identity of this process is used',
  },
  AZURE_SEARCH_INDEX: {
    schema: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{1,126}$/)
      .default('pathfinder'),
    about: 'index in it; made when not there',
  },
  AZURE_SEARCH_SEMANTIC: { schema: flag.default(false), about: 'true when the service has the semantic ranker' },
  QUEUE: {
    schema: z.enum(['sqlite', 'service-bus']).default('sqlite'),
    about: 'where background jobs wait: the file in DATA_DIR, or a queue of Azure Service Bus',
  },
  SERVICE_BUS_CONNECTION_STRING: {
    schema: z.string().default(''),
    about: 'with QUEUE=service-bus: its connection string, or <namespace>.servicebus.windows.net for managed identity',
  },
  SERVICE_BUS_QUEUE: {
    schema: z.string().min(1).default('jobs'),
    about: 'the queue there; what can wait is in another of the same name with -later behind it',
  },
  BLOBS: {
    schema: z.enum(['files', 'azure']).default('files'),
    about: 'where uploaded files are kept: in DATA_DIR, or in a container of Azure Storage',
  },
  BLOB_CONNECTION_STRING: {
    schema: z.string().default(''),
    about: 'with BLOBS=azure: its connection string, or https://<account>.blob.core.windows.net for managed identity',
  },
  BLOB_CONTAINER: {
    schema: z
      .string()
      .regex(/^[a-z0-9](?:[a-z0-9-]{1,61}[a-z0-9])$/)
      .default('pathfinder'),
    about: 'the container there; made when not there',
  },
  SMTP_URL: {
    schema: z.url({ protocol: /^smtps?$/, error: 'smtp:// or smtps://' }).optional(),
    about: 'mail server, with user and password if it wants them; empty writes mail into DATA_DIR/mail',
  },
  MAIL_FROM: {
    schema: z.string().min(3).default('Pathfinder <pathfinder@localhost>'),
    about: 'who mail is from: name <address>',
  },
  VAPID_PUBLIC_KEY: {
    schema: z
      .string()
      .regex(/^([\w-]{87})?$/, '65 bytes in base64url')
      .default(''),
    about: 'lets the page notify people who want it: made with the next one by `npx web-push generate-vapid-keys`',
  },
  VAPID_PRIVATE_KEY: {
    schema: z
      .string()
      .regex(/^([\w-]{43})?$/, '32 bytes in base64url')
      .default(''),
    about: 'the other half; empty switches notifications off',
  },
  VAPID_SUBJECT: {
    schema: z
      .string()
      .regex(/^((mailto:.+@.+|https:\/\/.+))?$/, 'mailto:… or https://…')
      .default(''),
    about: 'whom the push services of browsers may write to about this server, with VAPID keys',
  },
  PUSH_HOSTS: {
    schema: list.default([]),
    about: "hosts of push services, besides those of the browsers' makers, comma-separated (other browsers, tests)",
  },
  CACHE: {
    schema: z.enum(['memory', 'redis']).default('memory'),
    about: 'what several servers share at the moment (live events): nothing, in one process; or Redis',
  },
  REDIS_URL: { schema: redisUrl.optional(), about: 'the Redis server, with CACHE=redis: redis:// or rediss://' },
  EMBEDDINGS: {
    schema: z.enum(['local', 'azure-openai']).default('local'),
    about:
      'what turns documents and questions into vectors: the model that npm brings along, or a deployment of Azure OpenAI; after a change `npm run reindex`',
  },
  EMBEDDING_WORKERS: {
    schema: z.coerce.number().int().min(1).max(8).default(1),
    about: 'processes that run the local embedding model (about 150 MB each)',
  },
  EMBEDDING_REST_SECONDS: {
    schema: z.coerce.number().int().min(1).max(86_400).default(300),
    about: 'seconds without a text after which these processes end; the next text waits half a second for them',
  },
  WORKER: {
    schema: flag.default(true),
    about: 'run background jobs in the server process; false when `npm run worker` does',
  },
  AUTH: {
    schema: z.enum(['dev', 'entra']).default('dev'),
    about: 'how people sign in: dev hands out tokens on loopback, entra takes tokens of Microsoft Entra External ID',
  },
  ENTRA_METADATA_URL: {
    schema: farEnd.optional(),
    about: "the tenant's OpenID metadata, with AUTH=entra: …/v2.0/.well-known/openid-configuration",
  },
  ENTRA_AUDIENCE: { schema: z.string().default(''), about: 'application id that tokens must be for, with AUTH=entra' },
  TOKEN_SECRET: {
    schema: z.string().min(32).optional(),
    about:
      'signs API and web-chat tokens, at least 32 characters; made and kept in DATA_DIR when absent in development',
  },
  FIELD_KEYS: {
    schema: namedKeys.optional(),
    about:
      'keys that seal phone numbers, e-mail and health notes, as name:base64 of 32 bytes, comma-separated: the first one writes, all read; made and kept in DATA_DIR when absent in development',
  },
  LOOKUP_KEY: {
    schema: key.optional(),
    about:
      'finds people by phone or e-mail without storing either: 32 bytes in base64; never changes; as FIELD_KEYS when absent',
  },
  ...DOOR_VARIABLES,
  WEATHER_BASE_URL: {
    schema: farEnd.optional(),
    about:
      'where weather forecasts come from: https://api.open-meteo.com (free for non-commercial use), or a server that speaks its forecast API; empty: no forecasts, and people are told so',
  },
  WEATHER_GEOCODING_URL: {
    schema: farEnd.default('https://geocoding-api.open-meteo.com'),
    about: 'where the places of forecasts are found, with WEATHER_BASE_URL',
  },
  PLUGINS: {
    schema: list.default([]),
    about:
      'modules that add language models or ways to bring people news, comma-separated: files (./…, /…) or installed packages; they run with every right of this process (docs/plugins.md)',
  },
  MAX_UPLOAD_BYTES: {
    schema: z.coerce.number().int().min(1024).max(200_000_000).default(20_000_000),
    about: 'largest document that is taken',
  },
  MESSAGES_PER_MINUTE: {
    schema: z.coerce.number().int().min(1).max(1_000_000).default(120),
    about: 'web-chat and REST requests a minute and caller, before 429',
  },
  ...MODEL_VARIABLES,
} as const satisfies Variables;

type Raw = { readonly [Name in keyof typeof VARIABLES]: z.infer<(typeof VARIABLES)[Name]['schema']> };

/** The settings of this process, read once. `publicUrl` has no trailing slash. */
export interface Config extends Raw {
  readonly production: boolean;
  /** All of it, for plugins, which have settings of their own. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Reads the environment. Throws `configuration`, naming each bad variable and what it should be. */
export const readConfig = (environment: Readonly<Record<string, string | undefined>> = process.env): Config => {
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, { schema }] of Object.entries(VARIABLES)) {
    const given = environment[name];
    const result = schema.safeParse(given === undefined || given.trim() === '' ? undefined : given.trim());
    if (result.success) values[name] = result.data;
    else problems.push(`${name}: ${result.error.issues.map((issue) => issue.message).join('; ')}`);
  }
  const config = { ...(values as unknown as Raw), production: values.NODE_ENV === 'production', environment };
  if (problems.length === 0) problems.push(...inconsistencies(config));
  if (problems.length > 0) {
    throw new PathfinderError(
      'configuration',
      `These settings need mending:\n${problems.map((line) => `  ${line}`).join('\n')}`,
    );
  }
  return config;
};

const inconsistencies = (config: Config): readonly string[] => {
  const problems: string[] = [];
  const needs = (name: keyof Raw, why: string): void => {
    if (config[name] === undefined || config[name] === '') problems.push(`${name}: must be set ${why}`);
  };
  if (config.BOT_OPENID_METADATA_URL) {
    needs('BOT_TOKEN_ISSUER', 'with BOT_OPENID_METADATA_URL');
    needs('BOT_LOGIN_URL', 'with BOT_OPENID_METADATA_URL');
  }
  if (config.STORE === 'cosmos') {
    needs('COSMOS_ENDPOINT', 'with STORE=cosmos');
    needs('COSMOS_KEY', 'with STORE=cosmos');
  }
  if (config.SEARCH === 'azure') needs('AZURE_SEARCH_ENDPOINT', 'with SEARCH=azure');
  for (const named of config.MODELS) {
    const provider = PROVIDERS.find((one) => one === named);
    for (const name of provider ? NEEDED_BY[provider] : []) needs(name, `with ${named} in MODELS`);
    if (!provider && config.PLUGINS.length === 0)
      problems.push(`MODELS: ${named} is none of ${PROVIDERS.join(', ')}, and PLUGINS names no module that brings it`);
  }
  if (config.EMBEDDINGS === 'azure-openai') {
    needs('AZURE_OPENAI_ENDPOINT', 'with EMBEDDINGS=azure-openai');
    needs('AZURE_OPENAI_EMBEDDING_DEPLOYMENT', 'with EMBEDDINGS=azure-openai');
  }
  if (config.AZURE_COST_SCOPE) needs('AZURE_COST_LIMIT', 'with AZURE_COST_SCOPE');
  if (config.BLOBS === 'azure') needs('BLOB_CONNECTION_STRING', 'with BLOBS=azure');
  if (config.VAPID_PUBLIC_KEY || config.VAPID_PRIVATE_KEY) {
    for (const name of ['VAPID_PUBLIC_KEY', 'VAPID_PRIVATE_KEY', 'VAPID_SUBJECT'] as const)
      needs(name, 'with VAPID keys');
  }
  if (config.QUEUE === 'service-bus') needs('SERVICE_BUS_CONNECTION_STRING', 'with QUEUE=service-bus');
  if (config.CACHE === 'redis') needs('REDIS_URL', 'with CACHE=redis');
  if (config.AUTH === 'entra') {
    needs('ENTRA_METADATA_URL', 'with AUTH=entra');
    needs('ENTRA_AUDIENCE', 'with AUTH=entra');
  }
  if (config.MICROSOFT_APP_TYPE === 'SingleTenant') needs('MICROSOFT_APP_TENANT_ID', 'for a SingleTenant bot');
  if (config.TWILIO_ACCOUNT_SID) {
    needs('TWILIO_AUTH_TOKEN', 'with TWILIO_ACCOUNT_SID');
    if (!config.TWILIO_MESSAGING_SERVICE_SID)
      needs('TWILIO_PHONE_NUMBER', 'with TWILIO_ACCOUNT_SID, or TWILIO_MESSAGING_SERVICE_SID');
  }
  if (!config.production) {
    if (!LOOPBACK.test(config.HOST) && config.AUTH === 'dev') {
      problems.push(
        'HOST: development sign-in is for loopback; listen on 127.0.0.1, or set NODE_ENV=production and AUTH',
      );
    }
    return problems;
  }
  if (config.AUTH === 'dev')
    problems.push('AUTH: dev is refused in production; set AUTH=entra with ENTRA_METADATA_URL and ENTRA_AUDIENCE');
  needs('TOKEN_SECRET', 'in production');
  needs('FIELD_KEYS', 'in production');
  needs('LOOKUP_KEY', 'in production');
  needs('PUBLIC_URL', 'in production');
  needs('MICROSOFT_APP_ID', 'in production: unsigned activities are refused');
  needs('TWILIO_AUTH_TOKEN', 'in production: unsigned webhooks are refused');
  return problems;
};
