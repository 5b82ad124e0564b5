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
  beforeEach(() => {
    for (const file of [values, users, secrets]) write(file, marked);
    write('package.json', '{ "workspaces": ["services/*", "services/departments/*"] }');
    for (const folder of ['services/applications', 'services/departments/pensions']) {
      write(`${folder}/package.json`, '{}');
      write(`${folder}/src/main.ts`, '');
    }
    write(
      'services/applications/manifest.yaml',
      'name: applications\nkind: city\nsummary: Takes in\nport: 1\nhears: [departments]\nchart:\n  # Copies.\n  replicas: 3\n',
    );
    write('services/departments/pensions/manifest.yaml', 'name: pensions\nkind: department\nsummary: Pays\nport: 11\n');
  });

  test('the chart has each service with what it hears and its own values, and each has a user of its database', () => {
    const text = Object.fromEntries(outdated(root).map((each) => [each.file, each.text]));
    expect(text[values]).toBe(
      [
        ...['services:', '  # generated: scripts/manifests'],
        ...['  # Takes in.', '  applications:', '    consumes: [pensions.v1]', '    # Copies.', '    replicas: 3'],
        ...['  # Pays.', '  pensions:', '    department: true', '    consumes: [applications.v1]'],
        ...['  # end of what is generated', ''],
      ].join('\n'),
    );
    expect(text[users]).toContain('roles: [{ name: readWrite, db: pensions }]');
    expect(text[secrets]).toContain('  pensions: { mongoSecret: lianban-pensions-mongo }\n');
  });

  test('written once, nothing is left to write', () => {
    expect(writeGenerated(root)).toEqual([values, users, secrets]);
    expect(writeGenerated(root)).toEqual([]);
  });

  test('a file without its mark is refused, not mangled', () => {
    write(values, 'services: {}\n');
    expect(() => writeGenerated(root)).toThrow(`${values} has no lines "# generated: scripts/manifests"`);
  });

  test('a service that runs has a manifest', () => {
    rmSync(join(root, 'services/departments/pensions/manifest.yaml'));
    expect(() => outdated(root)).toThrow('services/departments/pensions has src/main.ts and no manifest.yaml');
  });
});
