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
  // one. All suites in one process need more than the 4 GB that Node allows itself.
  workerIdleMemoryLimit: '1500MB',
  // After the whole run Node counts one timer that would keep the process alive, though none of the timers it still has
  // does; which suite leaves the count wrong is not known. Without this the run would not end.
  forceExit: true,
};
