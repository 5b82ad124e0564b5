// What may import what. Each rule is seen to fire in infra/test/layers.unit.test.ts.

/** The libraries from the ground up: a package imports only those of the lines above its own. */
const layers = [
  ['steps'],
  ['model', 'record', 'settings', 'backoff', 'input', 'catalogue', 'rest-client'],
  ['telemetry', 'http', 'mongo', 'audit-log', 'manifest', 'papers', 'entitlements'],
  ['vault', 'journal', 'wechat-pay'],
  ['engine', 'city-catalogue'],
  ['inbox'],
  ['kafka', 'grpc'],
  ['projection', 'operations'],
  ['runtime'],
  ['casework'],
  ['rules'],
  ['testing', 'browser-testing'],
];
const upward = layers.slice(0, -1).map((names, at) => ({
  name: 'layers',
  comment: `packages/{${names.join(',')}} know nothing of the layers above them`,
  severity: 'error',
  from: { path: `^packages/(${names.join('|')})/src/`, pathNot: '\\.test\\.tsx?$' },
  to: {
    path: `^packages/(${layers.slice(at).flat().join('|')})/|^(services|tools|infra)/`,
    pathNot: '^packages/$1/',
  },
}));

const drivers = {
  kafkajs: ['packages/kafka', 'packages/testing'],
  '(mongoose|mongodb)': ['packages/mongo', 'packages/engine', 'packages/runtime', 'packages/testing'],
  '@grpc/grpc-js': ['packages/grpc'],
};

const workspace = '^(packages/[^/]+|services/departments/[^/]+|services/[^/]+|tools/[^/]+|infra|protos)/';
const test = '\\.test\\.tsx?$';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'a ring of imports has no beginning to read it from; imports of types count',
      severity: 'error',
      from: { pathNot: '^protos/gen/' },
      to: { circular: true },
    },
    ...upward,
    {
      name: 'transports',
      comment: 'packages/{kafka,grpc} know no database: what they need of it is given to them',
      severity: 'error',
      from: { path: '^packages/(kafka|grpc)/src/' },
      to: { path: '^packages/(engine|inbox|mongo|audit-log)/' },
    },
    {
      name: 'services-apart',
      comment: 'services never import each other: send an event, or ask over gRPC',
      severity: 'error',
      from: { path: '^services/((?:departments/)?[^/]+)/' },
      to: { path: '^services/', pathNot: '^services/$1/' },
    },
    {
      name: 'no-test-code-in-src',
      comment: 'what runs in production does not import what is there for tests',
      severity: 'error',
      from: { path: '/src/', pathNot: [test, '^packages/(browser-)?testing/'] },
      to: { path: [test, '/test/', '^packages/(browser-)?testing/'] },
    },
    ...Object.entries(drivers).map(([driver, where]) => ({
      name: 'drivers',
      comment: `${driver} is used in ${where.join(' and ')} alone`,
      severity: 'error',
      from: { path: '^(packages|services)/[^/]+/.*src/', pathNot: [test, ...where.map((folder) => `^${folder}/`)] },
      to: { path: `node_modules/${driver}/` },
    })),
    {
      name: 'by-its-name',
      comment: 'another workspace is imported by its name, @lianban/…: what is not exported there is its own',
      severity: 'error',
      // They compare the words of pages with the codes and fields that services give.
      from: {
        path: workspace,
        pathNot:
          '^tools/e2e/test/((grounds|site-words|desk-words|written-for-others)\\.unit\\.test|desk-in-words\\.browser\\.test|harness/desk-of-all-words)\\.ts$',
      },
      to: { path: workspace, pathNot: ['^$1/', '/src/index\\.ts$'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.tests.json' },
    doNotFollow: { path: ['node_modules', '/dist/'] },
    exclude: { path: ['/dist/', '/gen/'] },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js'] },
    cache: { folder: '.local/dependency-cruiser', strategy: 'content' },
  },
};
