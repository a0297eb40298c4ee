/** Unit tests stand beside their code; what crosses folders is in tests/. Needs the build: `npm run jest`. */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/{schema,runtime,client,kit,subgraphs,gateway,key-authority,cli,county,tests,bench}/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: false, useDefineForClassFields: false },
        },
        module: { type: 'es6' },
      },
    ],
  },
  setupFiles: ['reflect-metadata'],
  globalSetup: '<rootDir>/tests/global-setup.mjs',
  globalTeardown: '<rootDir>/tests/global-teardown.mjs',
  testTimeout: 30_000,
  // Several suites mostly wait: for processes, leases, deadlines. Jest's own choice on two cores would run one at a time.
  maxWorkers: '100%',
};
