import { createServer, type IncomingMessage } from 'node:http';
import { watchSpend } from './azure-spend.ts';
import { startBackground } from './background.ts';
import { compose } from './compose.ts';
import type { Config } from './config.ts';
import { httpServer } from './http.ts';
import { inFlight } from './in-flight.ts';
import type { Log } from './log.ts';

/** The longest a stop waits for answers that are being made. */
const DRAIN_MS = 5_000;

/** Whether a request becomes a socket; one that names another protocol (h2c) is answered as if it had not. */
const asksForSocket = ({ headers: { upgrade = '' }, url = '' }: IncomingMessage): boolean =>
  upgrade.toLowerCase() === 'websocket' && /^\/(?:v3\/directline|socket\.io)\//.test(url);

/** A server that listens. */
export interface Listening {
  /** Where it listens on this machine, e.g. `http://127.0.0.1:3978`. */
  readonly url: string;
  /** How the world reaches it, without a trailing slash. */
  readonly publicUrl: string;
  /** Ends its work in order. */
  stop(): Promise<void>;
}

/** Opens every door on one port, and the background work beside them unless a worker does it. Rejects when the port is taken. */
export const listen = async (config: Config, log: Log): Promise<Listening> => {
  let port = config.PORT;
  const publicUrl = (): string => (config.PUBLIC_URL ?? `http://${config.HOST}:${port}`).replace(/\/+$/, '');
  const parts = await compose(config, log, publicUrl);
  const server = createServer({ shouldUpgradeCallback: asksForSocket }, httpServer(parts));
  const requests = inFlight(server);
  parts.channels.web.attach(server);
  parts.live.attach(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.PORT, config.HOST, resolve);
  });
  const address = server.address();
  if (typeof address === 'object' && address !== null) port = address.port;
  server.on('error', (error) => log.error({ err: error }, 'the server has trouble'));

  const watching = parts.azureSpend && watchSpend(parts.azureSpend, config, log);
  const background = config.WORKER ? startBackground(parts) : undefined;
  const trouble = (what: string) => (error: unknown) => log.error({ err: error }, what);
  parts.channels.web.resume().catch(trouble('messages from before the restart could not be answered'));
  // Only where Teams is set up: the libraries behind that door take 20 MB. Elsewhere its first message loads them.
  if (config.MICROSOFT_APP_ID !== '') {
    parts.channels.teams.warm().catch(trouble('the Teams door could not be loaded'));
  }
  void parts.page.warm();
  parts.ready().catch(trouble('the embedding model could not be loaded; words alone decide'));
  return {
    url: `http://${config.HOST}:${port}`,
    publicUrl: publicUrl(),
    stop: async () => {
      const closed = new Promise((resolve) => server.once('close', resolve));
      await requests.drain(DRAIN_MS);
      await watching?.stop();
      await background?.stop();
      await parts.close();
      server.closeAllConnections();
      await closed;
    },
  };
};
