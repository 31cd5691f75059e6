import { PathfinderError } from '../trips/pathfinder-error.ts';
import { watchSpend } from './azure-spend.ts';
import { startBackground } from './background.ts';
import { compose } from './compose.ts';
import { giveBackMemory } from './give-back-memory.ts';
import { openProcess } from './process.ts';

const { config, log, onStop } = openProcess();
const parts = await compose(config, log, () =>
  (config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`).replace(/\/+$/, ''),
).catch((error: unknown) => {
  if (!(error instanceof PathfinderError) || error.code !== 'configuration') throw error;
  console.error(error.message);
  process.exit(1);
});
const watching = parts.azureSpend && watchSpend(parts.azureSpend, config, log);
const background = startBackground(parts);
onStop(async () => {
  await watching?.stop();
  await background.stop();
  await parts.close();
});
giveBackMemory(log);
console.log('Pathfinder worker: telling facts, closing polls, doing jobs.');
