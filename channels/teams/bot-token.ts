import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import { z } from 'zod';
import type { Clock } from '../../trips/clock.ts';
import { PathfinderError } from '../../trips/pathfinder-error.ts';

export interface BotIdentity {
  /** Empty: no token is sent. */
  readonly appId: string;
  readonly password: string;
  readonly type: 'MultiTenant' | 'SingleTenant' | 'UserAssignedMSI';
  readonly tenantId: string;
  /** Where the bot gets its tokens, without `/oauth2/…`; the public cloud's when absent. */
  readonly loginUrl?: string | undefined;
  readonly clock: Clock;
}

/** The token the bot shows to a connector; undefined without an app id. Throws `far-end-unavailable`. */
export interface BotToken {
  get(): Promise<string | undefined>;
  /** The last token was refused: the next `get` asks for a new one. */
  forget(): void;
}

const LOGIN = 'https://login.microsoftonline.com';
/** The audience of connectors. https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication */
export const AUDIENCE = 'https://api.botframework.com';
const TIMEOUT_MS = 8_000;
/** A token is renewed this long before it ends, so that none ends on its way. */
const EARLY_MS = 5 * 60 * 1000;

const grant = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });

interface Kept {
  readonly token: Promise<string>;
  renewAt: number;
}

/** The bot's token, kept while it lives and fetched once however many wait for it. */
export const botToken = (identity: BotIdentity): BotToken => {
  if (identity.appId === '') return { get: async () => undefined, forget: () => undefined };
  if (identity.type === 'UserAssignedMSI') return managedIdentityToken(identity);
  let kept: Kept | undefined;
  const fresh = (): Promise<string> => {
    const mine: Kept = {
      renewAt: Number.POSITIVE_INFINITY,
      token: fetchToken(identity).then(({ access_token, expires_in }) => {
        mine.renewAt = identity.clock.now() + expires_in * 1000 - EARLY_MS;
        return access_token;
      }),
    };
    kept = mine;
    mine.token.catch(() => {
      if (kept === mine) kept = undefined;
    });
    return mine.token;
  };
  return {
    get: () => (kept && kept.renewAt > identity.clock.now() ? kept.token : fresh()),
    forget: () => {
      kept = undefined;
    },
  };
};

const fetchToken = async ({
  appId,
  password,
  tenantId,
  type,
  loginUrl,
}: BotIdentity): Promise<z.infer<typeof grant>> => {
  const tenant = type === 'SingleTenant' ? tenantId : 'botframework.com';
  const url = `${(loginUrl ?? `${LOGIN}/${tenant}`).replace(/\/+$/, '')}/oauth2/v2.0/token`;
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: appId,
        client_secret: password,
        scope: `${AUDIENCE}/.default`,
      }),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return grant.parse(await response.json());
  } catch (cause) {
    throw new PathfinderError('far-end-unavailable', 'the bot could not get its own token', cause);
  }
};

/** A managed identity has no secret to ask with: the SDK asks the machine it runs on. It keeps the token itself. */
const managedIdentityToken = ({ appId, tenantId }: BotIdentity): BotToken => {
  const factory = new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppId: appId,
    MicrosoftAppType: 'UserAssignedMsi',
    MicrosoftAppTenantId: tenantId,
  });
  let renew = false;
  return {
    get: async () => {
      const credentials: unknown = await factory.createCredentials(appId, AUDIENCE, `${LOGIN}/botframework.com`, true);
      if (!isTokenSource(credentials)) throw new PathfinderError('internal', 'the SDK gives no managed identity token');
      try {
        return await credentials.getToken(renew);
      } catch (cause) {
        throw new PathfinderError('far-end-unavailable', 'the bot could not get its own token', cause);
      } finally {
        renew = false;
      }
    },
    forget: () => {
      renew = true;
    },
  };
};

const isTokenSource = (value: unknown): value is { getToken(renew: boolean): Promise<string> } =>
  typeof (value as { readonly getToken?: unknown } | null)?.getToken === 'function';
