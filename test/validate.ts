import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { BARS, figureOf } from '../bench/bars.ts';

/**
 * `npm run validate -- --quick|--full|--security|--performance`: everything that must hold before a release, gate by gate.
 * Prints a table and ends with one line of JSON; exits with 1 unless every gate passed. A gate that could not be looked
 * at has not passed; `--offline` leaves out the one that asks the package registry.
 */
interface Gate {
  readonly name: string;
  readonly command: readonly string[];
  /** Needs the package registry. */
  readonly online?: boolean;
}

interface Result {
  readonly gate: string;
  readonly passed: boolean;
  readonly seconds: number;
  readonly note?: string | undefined;
}

const npm = (name: string, script: string, ...args: readonly string[]): Gate => ({
  name,
  command: ['npm', 'run', '-s', script, ...(args.length > 0 ? ['--', ...args] : [])],
});

const SECRETS = npm('no secrets in the files', 'secrets');
const ADVISORIES: Gate = {
  name: 'no known holes in what is installed',
  command: ['npm', 'audit', '--omit=dev', '--audit-level=high'],
  online: true,
};
const INSTALLED: Gate = { name: 'what is installed is what is locked', command: ['npm', 'ls', '--silent'] };

/** Tests of what keeps people's data apart and strangers out. */
const SECURITY_TESTS: Gate = npm(
  'isolation, roles, signatures, tokens, hostile input',
  'unit',
  ...['test/isolation', 'test/erasure', 'test/errors', 'trips/roles', 'trips/privacy', 'store/keyring'],
  ...['store/document-codec', 'channels/tokens', 'channels/teams/verify', 'channels/sms/webhooks'],
  ...['channels/rest/bad-input', 'channels/rest/privacy', 'channels/live/origins', 'injection'],
);

const GATES: Readonly<Record<string, readonly Gate[]>> = {
  '--quick': [
    INSTALLED,
    npm('types, lint, boundaries, nothing unused', 'check'),
    SECRETS,
    npm('tests beside the code', 'unit', '--testPathIgnorePatterns', '/node_modules/', '<rootDir>/test/'),
  ],
  '--full': [INSTALLED, npm('everything npm test checks', 'test'), SECRETS, ADVISORIES],
  '--security': [INSTALLED, SECRETS, ADVISORIES, SECURITY_TESTS],
  '--performance': [],
};

/** Runs a command, showing what it says; resolves with its exit code and its last line. */
const run = (command: readonly string[]): Promise<{ readonly code: number; readonly lastLine: string }> =>
  new Promise((resolve) => {
    const [program = '', ...args] = command;
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let lastLine = '';
    createInterface({ input: child.stdout }).on('line', (line) => {
      console.log(line);
      if (line.trim() !== '') lastLine = line;
    });
    child.on('close', (code) => resolve({ code: code ?? 1, lastLine }));
    child.on('error', (error) => resolve({ code: 1, lastLine: error.message }));
  });

const timed = async (look: () => Promise<Omit<Result, 'seconds'>>): Promise<Result> => {
  const began = performance.now();
  const result = await look();
  return { ...result, seconds: Math.round((performance.now() - began) / 1000) };
};

const passes = ({ name, command }: Gate): Promise<Result> =>
  timed(async () => {
    const { code } = await run(command);
    return { gate: name, passed: code === 0, ...(code !== 0 && { note: `${command.join(' ')} ended with ${code}` }) };
  });

/** Runs each suite that has bars, and compares. */
const performanceGates = async (): Promise<readonly Result[]> => {
  const results: Result[] = [];
  for (const [suite, bars] of Map.groupBy(BARS, (bar) => bar.suite)) {
    const began = performance.now();
    const { lastLine } = await run(['npm', 'run', '-s', 'bench', '--', suite]);
    const seconds = Math.round((performance.now() - began) / 1000);
    for (const { what, path, atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY } of bars) {
      const figure = lastLine.startsWith('{') ? figureOf(JSON.parse(lastLine), path) : undefined;
      const passed = figure !== undefined && figure >= atLeast && figure <= atMost;
      const bar = Number.isFinite(atLeast) ? `at least ${atLeast}` : `at most ${atMost}`;
      results.push({ gate: what, passed, seconds, note: `${figure ?? 'not measured'}, ${bar}` });
    }
  }
  return results;
};

const [mode = '', ...flags] = process.argv.slice(2);
const gates = GATES[mode];
if (!gates || flags.some((flag) => flag !== '--offline')) {
  console.error(`npm run validate -- ${Object.keys(GATES).join('|')} [--offline]`);
  process.exit(2);
}
const results: Result[] = [];
for (const gate of gates) {
  if (gate.online && flags.includes('--offline')) continue;
  console.log(`\n== ${gate.name}`);
  results.push(await passes(gate));
}
if (mode === '--performance' || mode === '--full') results.push(...(await performanceGates()));
console.table(
  Object.fromEntries(results.map(({ gate, passed, seconds, note = '' }) => [gate, { passed, seconds, note }])),
);
const passed = results.every((one) => one.passed);
console.log(JSON.stringify({ validate: mode.slice(2), passed, results }));
process.exit(passed ? 0 : 1);
