import { createServer } from 'node:http';
import { startBackground } from './background.ts';
import { compose } from './compose.ts';
import { httpServer } from './http.ts';
import { openProcess } from './process.ts';

const { config, log, onStop } = openProcess();

let port = config.PORT;
const publicUrl = (): string => (config.PUBLIC_URL ?? `http://${config.HOST}:${port}`).replace(/\/+$/, '');
const parts = await compose(config, log, publicUrl);
const server = createServer(httpServer(parts));
parts.channels.web.attach(server);
parts.live.attach(server);

server.listen(config.PORT, config.HOST, () => {
  const address = server.address();
  if (typeof address === 'object' && address !== null) port = address.port;
  const background = config.WORKER ? startBackground(parts) : undefined;
  onStop(async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    await background?.stop();
    await parts.close();
    server.closeAllConnections();
    await closed;
  });
  parts.channels.web
    .resume()
    .catch((error: unknown) => log.error({ err: error }, 'messages from before the restart could not be answered'));
  parts.channels.teams
    .warm()
    .catch((error: unknown) => log.error({ err: error }, 'the Teams door could not be loaded'));
  void parts.page.warm();
  parts
    .ready()
    .catch((error: unknown) =>
      log.error({ err: error }, 'the embedding model could not be loaded; words alone decide'),
    );
  console.log(greeting(`http://${config.HOST}:${port}`, config));
});
server.on('error', (error) => {
  log.fatal({ err: error }, 'cannot listen');
  console.error(`Cannot listen on ${config.HOST}:${config.PORT}: ${error.message}. Set PORT to a free one.`);
  process.exit(1);
});

const greeting = (url: string, { production, PUBLIC_URL }: typeof config): string => {
  const reached = PUBLIC_URL === undefined ? '' : `, reached as ${publicUrl()}`;
  if (production) return `Pathfinder listens on ${url}${reached}`;
  return [
    '',
    `Pathfinder runs on ${url}${reached}`,
    '',
    `  ${url}/            web chat`,
    `  ${url}/simulator   a phone beside the web chat: be two families at once`,
    `  ${url}/health      is it well? (/health/ready, /health/metrics)`,
    '',
    'Try: open the page and say "demo", then "when can we check in?", vote with a number, and "plan our trip".',
    'Or from a second terminal: npm run sms -- +15550101 "demo"',
    '',
  ].join('\n');
};
