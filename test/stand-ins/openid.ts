import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, exportPKCS8, generateKeyPair, importPKCS8, type JWTPayload, SignJWT } from 'jose';

/** What a minted token says; everything left out is as the Bot Connector would say it. */
export interface TokenWishes {
  readonly serviceUrl?: string | undefined;
  readonly audience?: string;
  readonly issuer?: string;
  /** Seconds from now at which it ends; `never` names no end. */
  readonly endsIn?: number | 'never';
  /** Claims besides. */
  readonly claims?: JWTPayload;
  /** Seconds from now from which it is valid. */
  readonly startsIn?: number;
  /** Signed by a key the server does not publish, under the name of one it does. */
  readonly forged?: boolean;
  /** Signed in this way with the very key that is published. */
  readonly algorithm?: 'RS256' | 'PS256';
}

interface TokenRequest {
  readonly path: string;
  readonly form: URLSearchParams;
}

/** A loopback issuer of Bot Framework tokens: OpenID metadata, keys, and the bot's own tokens. */
export interface OpenIdStandIn {
  readonly metadataUrl: string;
  readonly issuer: string;
  /** For BOT_LOGIN_URL. */
  readonly loginUrl: string;
  /** `Bearer …`, as the connector sends it with an activity. */
  authorization(wishes: TokenWishes): Promise<string>;
  /** The bot's requests for its own tokens, in order. */
  readonly tokenRequests: readonly TokenRequest[];
  /** The bot's next token lives this many seconds. */
  grantFor(seconds: number): void;
  /** Answers the next requests for keys and metadata, or for keys alone, with this status, until it is undefined. */
  failWith(status: number | undefined, what?: 'all' | 'keys'): void;
  /** From now on another key signs, and is the only one that is published. */
  rotateKey(): Promise<void>;
  close(): Promise<void>;
}

const ALGORITHM = 'RS256';

/** Starts the issuer. Its one key endorses `endorsements`, and leaves open what it signs with. */
export const openIdStandIn = async (
  appId: string,
  endorsements: readonly string[] = ['msteams', 'emulator'],
): Promise<OpenIdStandIn> => {
  let made = 0;
  const newKey = async () => {
    made += 1;
    const pair = await generateKeyPair(ALGORITHM, { extractable: true });
    const kid = `example-key-${made}`;
    return {
      kid,
      privateKey: pair.privateKey,
      jwk: { ...(await exportJWK(pair.publicKey)), kid, use: 'sig', endorsements },
    };
  };
  let real = await newKey();
  const other = await newKey();
  const tokenRequests: TokenRequest[] = [];
  let lives = 3600;
  let failing: number | undefined;
  let failingKeysOnly = false;
  let granted = 0;

  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const reply = (status: number, body: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    if (path.endsWith('/oauth2/v2.0/token')) {
      tokenRequests.push({ path, form: new URLSearchParams(await textOf(request)) });
      granted += 1;
      reply(200, { token_type: 'Bearer', expires_in: lives, access_token: `example-bot-token-${granted}` });
    } else if (failing !== undefined && !(failingKeysOnly && path === '/metadata')) {
      reply(failing, {});
    } else if (path === '/metadata') {
      reply(200, { issuer, jwks_uri: `${base}/keys`, id_token_signing_alg_values_supported: [ALGORITHM] });
    } else if (path === '/keys') {
      reply(200, { keys: [real.jwk] });
    } else {
      reply(404, {});
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const issuer = 'https://issuer.example';

  return {
    metadataUrl: `${base}/metadata`,
    issuer,
    loginUrl: `${base}/tenant.example`,
    tokenRequests,
    authorization: async (wishes) => {
      const now = Math.floor(Date.now() / 1000);
      const { serviceUrl, audience = appId, forged = false, algorithm = ALGORITHM } = wishes;
      const endsIn = wishes.endsIn === 'never' ? 0 : (wishes.endsIn ?? 3600);
      const token = new SignJWT({
        ...(serviceUrl === undefined ? {} : { serviceurl: serviceUrl }),
        ...wishes.claims,
      })
        .setProtectedHeader({ alg: algorithm, kid: real.kid, typ: 'JWT' })
        .setIssuer(wishes.issuer ?? issuer)
        .setAudience(audience)
        .setIssuedAt(now + Math.min(0, endsIn) - 60)
        .setNotBefore(now + (wishes.startsIn ?? Math.min(0, endsIn) - 60));
      if (wishes.endsIn !== 'never') token.setExpirationTime(now + endsIn);
      const { privateKey } = forged ? other : real;
      const key = algorithm === ALGORITHM ? privateKey : await importPKCS8(await exportPKCS8(privateKey), algorithm);
      return `Bearer ${await token.sign(key)}`;
    },
    grantFor: (seconds) => {
      lives = seconds;
    },
    failWith: (status, what = 'all') => {
      failing = status;
      failingKeysOnly = what === 'keys';
    },
    rotateKey: async () => {
      real = await newKey();
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
};

const textOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Uint8Array[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
};
