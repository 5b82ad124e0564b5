const { readdirSync } = require('node:fs');
const { join } = require('node:path');
const js = require('@eslint/js');
const { importX } = require('eslint-plugin-import-x');
const { createTypeScriptImportResolver } = require('eslint-import-resolver-typescript');
const tseslint = require('typescript-eslint');

// Whoever is there, so that a department made tomorrow is kept apart like the others.
const departments = readdirSync(join(__dirname, 'services')).filter((name) => name !== 'platform');

const neverEachOther = {
  regex: `^@lianban/(${departments.join('|')})(/|$)|\\.\\./\\.\\./(\\.\\./)*(services/)?(${departments.join('|')})/`,
  message: 'Services never import each other: send an event, or ask over gRPC.',
};
const brokersAndDatabases = {
  regex: '^(kafkajs|mongoose|mongodb|@grpc/grpc-js)(/|$)',
  message: 'Only services/platform touches Kafka, MongoDB and gRPC: use what @lianban/platform offers.',
};
const oneEnvironment = {
  selector: 'MemberExpression[object.name="process"][property.name="env"]',
  message: 'process.env is read in services/platform/src/config/environment.ts alone: take the value from the config.',
};

/** What no rule of the city may do, wherever it stands. */
const withoutEffects = {
  'no-restricted-globals': [
    'error',
    'process',
    'fetch',
    'setTimeout',
    'setInterval',
    'setImmediate',
    'queueMicrotask',
    'console',
    'crypto',
    'performance',
  ],
  'no-restricted-syntax': [
    'error',
    oneEnvironment,
    { selector: ':function[async=true]', message: 'Rules are synchronous.' },
    { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Time enters as data.' },
    { selector: 'MemberExpression[object.name="Date"][property.name="now"]', message: 'Time enters as data.' },
    {
      selector: 'MemberExpression[object.name="Math"][property.name="random"]',
      message: 'Chance and ids enter as data.',
    },
  ],
};

module.exports = tseslint.config(
  { ignores: ['**/dist/', '**/gen/', '**/node_modules/', '.local/', 'coverage/'] },
  js.configs.recommended,
  ...tseslint.configs.recommended.map((c) => ({ ...c, files: ['**/*.{ts,tsx}'] })),
  {
    files: ['**/*.js'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: {
        require: 'readonly',
        module: 'writable',
        process: 'readonly',
        console: 'readonly',
        __dirname: 'readonly',
      },
    },
  },
  // Sent to browsers as it is.
  {
    files: ['services/web/assets/*.js'],
    languageOptions: {
      sourceType: 'module',
      globals: { document: 'readonly', window: 'readonly', EventSource: 'readonly', fetch: 'readonly' },
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [createTypeScriptImportResolver({ project: 'tsconfig.tests.json' })],
      // Without these the rules on imports look into .js files only, and see no ring.
      'import-x/extensions': ['.ts', '.tsx'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
    },
    languageOptions: { parserOptions: { project: 'tsconfig.tests.json', tsconfigRootDir: __dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      'import-x/no-cycle': 'error',
      'max-lines': ['error', 300],
    },
  },
  {
    files: ['services/*/src/**/*.{ts,tsx}', 'services/*/test/**/*.{ts,tsx}'],
    ignores: ['services/platform/**', 'tools/e2e/**'],
    rules: { 'no-restricted-imports': ['error', { patterns: [neverEachOther, brokersAndDatabases] }] },
  },
  { files: ['tools/e2e/**/*.ts'], rules: { 'no-restricted-imports': ['error', { patterns: [neverEachOther] }] } },
  // The simulation puts the departments into one process, to be the network between them itself.
  { files: ['tools/e2e/test/simulation/**/*.ts'], rules: { 'no-restricted-imports': 'off' } },
  // They compare the catalogue, and the words of pages, with what the departments' rules say and residents answers.
  {
    files: ['tools/e2e/test/{grounds,purposes,desk-words,site-words}.unit.test.ts'],
    rules: { 'no-restricted-imports': 'off' },
  },
  // Goes over the tables of routes, to leave out none.
  { files: ['tools/e2e/test/broken-input.e2e.test.ts'], rules: { 'no-restricted-imports': 'off' } },
  // The floor program measures the bare drivers: what @lianban/platform adds is what it is compared with.
  { files: ['tools/bench/**/*.ts'], rules: { 'no-restricted-imports': ['error', { patterns: [neverEachOther] }] } },
  {
    files: ['services/platform/src/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            neverEachOther,
            { regex: '^kafkajs', message: 'kafkajs is used behind services/platform/src/kafka alone.' },
          ],
        },
      ],
    },
  },
  {
    files: ['services/platform/src/kafka/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [neverEachOther] }] },
  },
  {
    files: ['services/*/src/**/*.{ts,tsx}'],
    ignores: ['services/platform/src/config/environment.ts', '**/*.test.{ts,tsx}'],
    rules: { 'no-restricted-syntax': ['error', oneEnvironment], 'no-console': 'error' },
  },
  {
    files: ['services/*/src/domain/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': 'off',
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(?!\\./|@lianban/platform)',
              message: 'domain/ is pure: import only ./siblings (and types of @lianban/platform).',
            },
            {
              regex: '^@lianban/platform',
              allowTypeImports: true,
              message: 'domain/ is pure: of @lianban/platform it may import types only.',
            },
          ],
        },
      ],
      ...withoutEffects,
    },
  },
  {
    files: ['services/platform/src/casework/**/*.ts'],
    ignores: ['**/*.test.ts', 'services/platform/src/casework/testing/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '^(?!\\.|@lianban/protos$)', message: 'casework is pure: it needs no package but the contracts.' },
          ],
        },
      ],
      ...withoutEffects,
    },
  },
  // The desk is a program of its own, for browsers: it has its own compiler settings and knows the platform by its API alone.
  ...tseslint.configs.recommended.map((c) => ({ ...c, files: ['services/desk/**/*.{ts,tsx,mts}'] })),
  {
    files: ['services/desk/**/*.{ts,tsx,mts}'],
    languageOptions: {
      parserOptions: { project: 'services/desk/tsconfig.json', tsconfigRootDir: __dirname },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'max-lines': ['error', 300],
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^@lianban/', message: 'The desk talks to the platform over its REST API alone.' }] },
      ],
    },
  },
);
