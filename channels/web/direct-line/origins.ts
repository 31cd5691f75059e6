const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

export interface OriginRules {
  /** The server's own address as the world sees it. */
  readonly publicUrl?: string | undefined;
  /** Other origins whose pages may use web chat. */
  readonly webOrigins: readonly string[];
  /** In production a page on loopback is not ours. */
  readonly production: boolean;
}

/** Which pages may use web chat, and under which address the server is reached. */
export interface Origins {
  /** `host` is the request's Host header. A request without an origin is not from a page of another site, and is allowed. */
  allows(origin: string | undefined, host: string | undefined): boolean;
  /** `ws://` or `wss://` and host, as whoever asks can reach it. */
  streamBase(host: string | undefined): string;
}

export const origins = ({ publicUrl, webOrigins, production }: OriginRules): Origins => {
  const own = publicUrl === undefined ? undefined : new URL(publicUrl);
  const listed = new Set([...(own ? [own.origin] : []), ...webOrigins.map((origin) => originOf(origin) ?? origin)]);

  /** A Host header is only believed when it is loopback: any other name could have been rebound to this machine. */
  const loopback = (host: string | undefined): string | undefined => {
    if (production || host === undefined) return undefined;
    const url = parsed(`http://${host}`);
    return url && LOOPBACK.has(url.hostname) ? url.host : undefined;
  };

  return {
    allows: (origin, host) => {
      if (origin === undefined || listed.has(origin)) return true;
      const here = loopback(host);
      return here !== undefined && origin === `http://${here}`;
    },
    streamBase: (host) => {
      const here = loopback(host);
      if (here === undefined && own) return `${own.protocol === 'https:' ? 'wss' : 'ws'}://${own.host}`;
      return `ws://${here ?? host ?? 'localhost'}`;
    },
  };
};

const parsed = (url: string): URL | undefined => (URL.canParse(url) ? new URL(url) : undefined);

const originOf = (url: string): string | undefined => parsed(url)?.origin;
