import { hash } from 'node:crypto';
import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { newToken } from '../../trips/ids.ts';
import { type Bundle, bundlePage } from './bundle.ts';
import { ICON, MANIFEST, pageHtml } from './page-html.ts';

/** Files of the bundle that are served, and what they are. */
const SCRIPTS: Readonly<Record<string, string>> = {
  '/app.js': 'text/javascript; charset=utf-8',
  '/app.css': 'text/css; charset=utf-8',
  '/service-worker.js': 'text/javascript; charset=utf-8',
  '/app.js.LEGAL.txt': 'text/plain; charset=utf-8',
};

export interface PageOptions {
  /** The simulator is for development without a Twilio account. */
  readonly simulator: boolean;
  /** By which browsers ask for notifications; without one the page does not offer them. */
  readonly pushKey?: string | undefined;
  /** Bytes of files that are taken with one message: more is not offered to the server. */
  readonly maxUploadBytes?: number | undefined;
  readonly log: Logger;
  /** Where the bundle is kept between starts; beside the installed packages when absent. */
  readonly cacheDir?: string | undefined;
}

export interface WebPage {
  /** `/`, `/simulator` and what they load, mounted at the root. */
  readonly router: Router;
  /** Bundles the page in the background, so that the first visitor does not wait; never rejects. */
  warm(): Promise<void>;
}

/** The web chat page and, in development, the SMS simulator. The page itself answers before it is bundled. */
export const webPage = ({ simulator, pushKey, maxUploadBytes, log, cacheDir }: PageOptions): WebPage => {
  let bundling: Promise<Bundle> | undefined;
  const bundle = (): Promise<Bundle> => {
    bundling ??= bundlePage(cacheDir).catch((error: unknown) => {
      // The next visitor tries again.
      bundling = undefined;
      throw error;
    });
    return bundling;
  };

  const router = express.Router();
  const html = (page: 'chat' | 'simulator'): RequestHandler[] => [
    (_, response, next) => {
      response.locals.nonce = newToken();
      next();
    },
    guarded,
    (_, response) => {
      response
        .set('Cache-Control', 'no-cache')
        .type('html')
        .send(pageHtml({ page, nonce: response.locals.nonce, pushKey, maxUploadBytes }));
    },
  ];

  router.get('/', ...html('chat'));
  if (simulator) router.get('/simulator', ...html('simulator'));
  router.get(Object.keys(SCRIPTS), guarded, async (request, response) => {
    const file = (await bundle()).get(request.path.slice(1));
    if (!file) {
      response.sendStatus(404);
      return;
    }
    sendFile(request, response, file);
  });
  router.get('/icon.svg', guarded, (_, response) => {
    response.set('Cache-Control', 'public, max-age=86400').type('svg').send(ICON);
  });
  router.get('/manifest.webmanifest', guarded, (_, response) => {
    response.type('application/manifest+json').send(MANIFEST);
  });

  return {
    router,
    warm: async () => {
      try {
        await bundle();
      } catch (error) {
        // esbuild's errors hold the sources themselves; the words say enough.
        log.error({ error: String(error).slice(0, 500) }, 'the web page could not be bundled');
      }
    },
  };
};

const nonceOf = (_: unknown, response: unknown): string =>
  `'nonce-${(response as Response).locals.nonce ?? newToken()}'`;

/** Hash of nothing: Web Chat's scroller makes an empty style element without the nonce and fills it by script. */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** Nothing runs, loads or frames but what comes from here. Web Chat's styles carry the page's nonce. */
const guarded = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': ["'none'"],
      'script-src': ["'self'", nonceOf],
      'style-src': ["'self'", nonceOf, EMPTY_STYLE],
      'img-src': ["'self'", 'data:', 'blob:'],
      'font-src': ["'self'"],
      'connect-src': ["'self'", 'blob:', (request) => streamsOf(request as unknown as Request)],
      'manifest-src': ["'self'"],
      'worker-src': ["'self'", 'blob:'],
      'base-uri': ["'none'"],
      'form-action': ["'self'"],
      'frame-ancestors': ["'self'"],
      'object-src': ["'none'"],
    },
  },
  // The page may be opened over plain http on this machine only; whoever terminates TLS sets HSTS.
  strictTransportSecurity: false,
  referrerPolicy: { policy: 'no-referrer' },
});

/** Some browsers do not count WebSockets as 'self'. */
const streamsOf = ({ headers: { host } }: Request): string =>
  host !== undefined && /^[\w.:[\]-]+$/.test(host) ? `ws://${host} wss://${host}` : "'self'";

const sendFile = (request: Request, response: Response, { plain, gzip }: { plain: Buffer; gzip: Buffer }): void => {
  const etag = `"${hash('sha256', plain, 'base64url').slice(0, 22)}"`;
  response.set({
    'Content-Type': SCRIPTS[request.path] ?? 'application/octet-stream',
    'Cache-Control': 'no-cache',
    ETag: etag,
    Vary: 'Accept-Encoding',
  });
  if (request.headers['if-none-match'] === etag) {
    response.status(304).end();
    return;
  }
  const packed = request.acceptsEncodings('gzip') === 'gzip';
  if (packed) response.set('Content-Encoding', 'gzip');
  response.end(packed ? gzip : plain);
};
