/** Tests stand beside the code; journeys through real doors stand in test/. */
export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  testMatch: ['<rootDir>/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/data/'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      { jsc: { target: 'es2024', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
    ],
  },
  testTimeout: 60_000,
  // Modules of a suite are never let go of in the process that ran it: a worker that holds this much is followed by a new
  // one. All suites in one process need more than the 4 GB that Node allows itself. So suites run in workers only, also
  // where there is one, and what a suite leaves alive ends with its worker: it does not keep the run from ending.
  workerIdleMemoryLimit: '1500MB',
  // Milliseconds. On a busy machine a worker that holds nothing takes longer to end than Jest's half a second, and was
  // said to leak.
  workerGracefulExitTimeout: 10_000,
};
