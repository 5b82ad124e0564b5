import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { outdated, writeGenerated } from './generated-files';

test('what is kept in the repository is what the manifests say: scripts/manifests writes it', () => {
  expect(outdated().map(({ file }) => file)).toEqual([]);
});

describe('in a checkout of one department', () => {
  const root = mkdtempSync(join(tmpdir(), 'generated-'));
  afterAll(() => rmSync(root, { recursive: true }));
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  const marked = 'services:\n  # generated: scripts/manifests\n  old: {}\n  # end of what is generated\n';
  const [values, users, secrets] = [
    'charts/resident-services/values.yaml',
    'charts/examples/site/mongodb.yaml',
    'charts/examples/site/mongodb-values.yaml',
  ] as const;
  const [routes, pages] = [
    'services/gateway/src/city-services/index.ts',
    'services/web/src/city-services/index.ts',
  ] as const;
  beforeEach(() => {
    for (const file of [values, users, secrets]) write(file, marked);
    for (const file of [routes, pages]) write(file, marked.replace('services:\n', '').replaceAll('#', '//'));
    write('package.json', '{ "workspaces": ["services/*", "services/departments/*"] }');
    for (const folder of ['services/applications', 'services/departments/pensions']) {
      write(`${folder}/package.json`, '{}');
      write(`${folder}/src/main.ts`, '');
    }
    write(
      'services/applications/manifest.yaml',
      'name: applications\nkind: city\nsummary: Takes in\nport: 1\nrequests: { departments: [], performers: [] }\nhears: [departments]\nchart:\n  # Copies.\n  replicas: 3\n',
    );
    write('services/departments/pensions/manifest.yaml', 'name: pensions\nkind: department\nsummary: Pays\nport: 11\n');
  });

  test('the chart has each service with what it hears and its own values, and each has a user of its database', () => {
    const text = Object.fromEntries(outdated(root).map((each) => [each.file, each.text]));
    expect(text[values]).toBe(
      [
        ...['services:', '  # generated: scripts/manifests'],
        ...['  # Takes in.', '  applications:', '    consumes: [pensions.v1]', '    # Copies.', '    replicas: 3'],
        ...['  # Pays.', '  pensions:', '    department: true', '    consumes: [applications.requests.pensions.v1]'],
        '# Bodies that have no service here, and take part by Kafka with programs of their own: each has a topic.',
        'outsideDepartments: []',
        ...['  # end of what is generated', ''],
      ].join('\n'),
    );
    expect(text[users]).toContain('roles: [{ name: readWrite, db: pensions }]');
    expect(text[secrets]).toContain('  pensions: { mongoSecret: lianban-pensions-mongo }\n');
  });

  test('a file beside an index is passed on by it, and an index of none is a module all the same', () => {
    write('services/gateway/src/city-services/noise-reports.ts', 'export const routes = [];');
    write('services/gateway/src/city-services/noise-reports.unit.test.ts', '');
    const text = Object.fromEntries(outdated(root).map((each) => [each.file, each.text]));
    expect(text[routes]).toMatch(
      /^.* generated: .*\nexport { routes as noiseReports } from '.\/noise-reports';\n.*\n$/,
    );
    expect(text[pages]).toContain('scripts/manifests\nexport {};\n');
  });

  test('written once, nothing is left to write', () => {
    expect(writeGenerated(root)).toEqual([values, users, secrets, routes, pages]);
    expect(writeGenerated(root)).toEqual([]);
  });

  test('a file without its mark is refused, not mangled', () => {
    write(values, 'services: {}\n');
    expect(() => writeGenerated(root)).toThrow(`${values} has no comments "generated: scripts/manifests"`);
  });

  test('a service that runs has a manifest', () => {
    rmSync(join(root, 'services/departments/pensions/manifest.yaml'));
    expect(() => outdated(root)).toThrow('services/departments/pensions has src/main.ts and no manifest.yaml');
  });
});
