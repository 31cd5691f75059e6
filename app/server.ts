import { PathfinderError } from '../trips/pathfinder-error.ts';
import type { Config } from './config.ts';
import { giveBackMemory } from './give-back-memory.ts';
import { type Listening, listen } from './listen.ts';
import { openProcess } from './process.ts';

const greeting = ({ url, publicUrl }: Listening, { production, PUBLIC_URL }: Config): string => {
  const reached = PUBLIC_URL === undefined ? '' : `, reached as ${publicUrl}`;
  if (production) return `Pathfinder listens on ${url}${reached}`;
  return [
    '',
    `Pathfinder runs on ${url}${reached}`,
    '',
    `  ${url}/            web chat`,
    `  ${url}/simulator   a phone beside the web chat: be two families at once`,
    `  ${url}/docs        the REST API, to read and try`,
    `  ${url}/health      is it well? (/health/ready, /health/metrics)`,
    '',
    'Try: open the page and say "demo", then "when can we check in?", vote with a number, and "plan our trip".',
    'Or from a second terminal: npm run sms -- +15550101 "demo"',
    '',
  ].join('\n');
};

const { config, log, onStop } = openProcess();
try {
  const listening = await listen(config, log);
  onStop(listening.stop);
  giveBackMemory(log);
  console.log(greeting(listening, config));
} catch (error) {
  if (error instanceof PathfinderError && error.code === 'configuration') {
    console.error(error.message);
    process.exit(1);
  }
  if (!(error instanceof Error) || !('syscall' in error)) throw error;
  log.fatal({ err: error }, 'cannot listen');
  console.error(`Cannot listen on ${config.HOST}:${config.PORT}: ${error.message}. Set PORT to a free one.`);
  process.exit(1);
}
