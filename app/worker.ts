import { startBackground } from './background.ts';
import { compose } from './compose.ts';
import { openProcess } from './process.ts';

const { config, log, onStop } = openProcess();
const parts = await compose(config, log, () =>
  (config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`).replace(/\/+$/, ''),
);
const background = startBackground(parts);
onStop(async () => {
  await background.stop();
  await parts.close();
});
console.log('Pathfinder worker: telling facts, closing polls, doing jobs.');
