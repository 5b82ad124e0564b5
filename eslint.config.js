const js = require('@eslint/js');
const tseslint = require('typescript-eslint');

const oneEnvironment = {
  selector: 'MemberExpression[object.name="process"][property.name="env"]',
  message: 'process.env is read in packages/settings/src/environment.ts alone: take the value from the config.',
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
    languageOptions: { parserOptions: { project: 'tsconfig.tests.json', tsconfigRootDir: __dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      'max-lines': ['error', 300],
    },
  },
  {
    files: ['{packages,services,services/departments,tools}/*/src/**/*.{ts,tsx}'],
    ignores: ['packages/settings/src/environment.ts', '**/*.test.{ts,tsx}', 'packages/{testing,browser-testing}/**'],
    rules: { 'no-restricted-syntax': ['error', oneEnvironment], 'no-console': 'error' },
  },
  {
    files: ['services/{*,departments/*}/src/domain/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': 'off',
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(?!\\./|@lianban/(model|casework|steps|input|rules)$)',
              message:
                'domain/ is pure: import only ./siblings, @lianban/input and @lianban/rules (and types of @lianban/model, casework and steps).',
            },
            {
              regex: '^@lianban/(?!(input|rules)$)',
              allowTypeImports: true,
              message: 'domain/ is pure: of other packages it may import types only.',
            },
          ],
        },
      ],
      ...withoutEffects,
    },
  },
  {
    files: ['packages/casework/src/{lifecycle,calendar}/**/*.ts'],
    ignores: ['**/*.test.ts', 'packages/casework/src/calendar/{year-table,statutory-days}.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(?!\\.|@lianban/(model|protos|steps)$)',
              message: 'the life of a case is pure: it needs no package but model, steps and the contracts.',
            },
          ],
        },
      ],
      ...withoutEffects,
    },
  },
  // What the desk sends to browsers: a program of its own that has its own compiler settings and knows the platform by its API alone.
  ...tseslint.configs.recommended.map((c) => ({ ...c, files: ['services/desk/src/client/**/*.{ts,tsx,mts}'] })),
  {
    files: ['services/desk/src/client/**/*.{ts,tsx,mts}'],
    languageOptions: {
      parserOptions: { project: 'services/desk/src/client/tsconfig.json', tsconfigRootDir: __dirname },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'max-lines': ['error', 300],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^@lianban/(?!(rest-client|input)$)',
              message: 'The desk talks to the platform over its REST API alone.',
            },
          ],
        },
      ],
    },
  },
);
