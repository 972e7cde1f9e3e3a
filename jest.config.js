/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  // jest leaves a core idle by default, which is half of a machine with two.
  maxWorkers: '100%',
  roots: ['<rootDir>/tests'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/fixtures/'],
  modulePathIgnorePatterns: ['/fixtures/', '<rootDir>/dist/'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'commonjs' } },
    ],
  },
};
