import { transformDocuments } from '../store/transform.ts';
import { command } from './command.ts';
import { EVERY_KIND } from './every-kind.ts';

/**
 * `npm run transform`: brings every document to the present version and seals it with the first of FIELD_KEYS. Beside
 * running servers, and again after it was broken off; ends with 1 when documents are left as they were.
 */
await command(async ({ store, codec, clock, log }) => {
  let told = 0;
  const done = await transformDocuments({ store, codec, kinds: EVERY_KIND, clock, log }, (now) => {
    if (clock.now() - told < 1_000) return;
    told = clock.now();
    console.log(`look ${now.look}: ${now.seen} seen, ${now.found} to do; ${now.rewritten} rewritten so far`);
  });
  console.log(
    `${done.seen} documents; ${done.rewritten} rewritten, looked through ${done.look === 1 ? 'once' : `${done.look} times`}.`,
  );
  if (done.unreadable > 0) {
    console.log(`${done.unreadable} could not be read and stay as they are: the log names each.`);
  } else if (done.found > 0) {
    console.log('Something still writes old documents: stop the servers of the older build, and run this again.');
  } else {
    console.log(
      `All are sealed with the key "${codec.sealsWith.name}": older FIELD_KEYS are needed for older backups only.`,
    );
  }
  if (done.unreadable > 0 || done.found > 0) process.exitCode = 1;
});
