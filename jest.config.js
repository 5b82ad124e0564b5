// Tiers are named by cost in the file's suffix. Unit tests need nothing; int and e2e tests need the real servers,
// which the global set-up finds or starts once a run (infra/src/testing).
const swc = (tsx) => [
  '@swc/jest',
  {
    jsc: {
      target: 'es2024',
      parser: { syntax: 'typescript', tsx },
      transform: { react: { runtime: 'automatic' } },
    },
    module: { type: 'commonjs' },
  },
];
// Published as ES modules only. Node 24 can require them; jest's own loader cannot, so they are compiled like our code.
const esmOnly = [
  'feelin',
  'lezer-feel',
  '@lezer',
  'min-dash',
  'temporal-polyfill',
  'temporal-utils',
  'jose',
  'openid-client',
  'commander',
  'oauth4webapi',
];
// The driver's one dynamic import: jest cannot run it as it is, and then no connection is ever made.
const dynamicImport = 'mongodb/lib/runtime_adapters\\.js';

const tier = (displayName, more = {}) => ({
  displayName,
  testEnvironment: 'node',
  transform: { '\\.tsx$': swc(true), '\\.[jt]s$': swc(false) },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/|${dynamicImport})`],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/.local/'],
  modulePathIgnorePatterns: ['/dist/', '/.local/'],
  testMatch: [`<rootDir>/**/*.${displayName}.test.{ts,tsx}`],
  moduleNameMapper: {
    '^@lianban/protos$': '<rootDir>/protos/src/index.ts',
    '^@lianban/infra$': '<rootDir>/infra/src/index.ts',
    '^@lianban/([a-z-]+)$': ['packages', 'services', 'services/departments', 'tools'].map(
      (folder) => `<rootDir>/${folder}/$1/src/index.ts`,
    ),
  },
  ...more,
});

const realServers = {
  globalSetup: '<rootDir>/infra/src/testing/global-setup.ts',
  globalTeardown: '<rootDir>/infra/src/testing/global-teardown.ts',
  setupFilesAfterEnv: ['<rootDir>/infra/test/patience.ts'],
};

module.exports = {
  projects: [
    tier('unit', { setupFilesAfterEnv: ['<rootDir>/infra/test/fixed-seed.ts', '<rootDir>/infra/test/patience.ts'] }),
    tier('int', realServers),
    tier('e2e', realServers),
    // Pages in a real browser, before an API that answers from memory.
    tier('browser', { setupFilesAfterEnv: ['<rootDir>/infra/test/patience.ts'] }),
    // Minutes of breaking things on purpose, on servers of its own: scripts/fault, no part of scripts/test.
    tier('fault', { setupFilesAfterEnv: ['<rootDir>/infra/test/patience.ts'] }),
  ],
};
