import { type ErrorCode, PathfinderError } from '../trips/pathfinder-error.ts';
import { type Composed, compose } from './compose.ts';
import { openProcess } from './process.ts';

const REFUSED: ReadonlySet<ErrorCode> = new Set(['configuration', 'import-refused', 'restore-refused']);

/** An operator's command on the parts that the settings ask for; no door is opened. Its faults are told in their own words. */
export const command = async (
  run: (parts: Composed) => Promise<void>,
  options: { readonly reindexing?: boolean } = {},
): Promise<void> => {
  const { config, log } = openProcess();
  let parts: Composed | undefined;
  try {
    parts = await compose(config, log, () => config.PUBLIC_URL ?? '', options);
    await run(parts);
  } catch (error) {
    if (!(error instanceof PathfinderError)) throw error;
    console.error(error.message);
    // A refusal says all there is to say; of a fault the operator wants the cause.
    if (!REFUSED.has(error.code)) log.error({ err: error }, 'the command failed');
    process.exitCode = 1;
  } finally {
    await parts?.close();
  }
};
