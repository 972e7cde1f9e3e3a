/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  // jest leaves a core idle by default, which is half of a machine with two.
  maxWorkers: '100%',
  // In milliseconds: only ends a test that hangs. A busy machine takes minutes for what takes seconds on an idle one.
  testTimeout: 300_000,
  // The tests import what they use; making the globals costs some for each module.
  injectGlobals: false,
  roots: ['<rootDir>/tests'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/fixtures/'],
  modulePathIgnorePatterns: ['/fixtures/', '<rootDir>/dist/'],
  // @hyperjump/uri is an ES module, which jest cannot load as it is.
  transformIgnorePatterns: ['/node_modules/(?!@hyperjump/uri/)'],
  transform: {
    '^.+\\.ts$|/@hyperjump/uri/.+\\.js$': [
      '@swc/jest',
      // The maps beside the code, where they need not be parsed with it.
      {
        sourceMaps: true,
        jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
        module: { type: 'commonjs' },
      },
    ],
  },
};
